//! Who sells, and whom prices are for: where the shop is, a shopper's three settings, and the price list that follows.

use serde::{Deserialize, Serialize};

use crate::contact::Country;
use crate::exchange::{Exchange, step};
use crate::lang::Lang;
use crate::local_rules;
use crate::money::{Currency, Money};
use crate::tax::treatment::fiscal;
use crate::tax::{Percent, TaxClass, Treatment, rate, without};
use crate::time::Day;

/// Where the shop is, and what it counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Home {
    /// The country its goods leave from, and whose tax is inside its prices.
    pub country: Country,
    /// What its books are in.
    pub currency: Currency,
}

impl Home {
    /// Riga, where the shop is unless it is told otherwise.
    pub const RIGA: Home = Home { country: Country::LATVIA, currency: Currency::EUR };
}

/// What a shopper has set, each apart from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Market {
    /// The language of the pages.
    pub lang: Lang,
    /// Where things are to be sent.
    pub country: Country,
    /// What is paid in.
    pub currency: Currency,
}

impl Market {
    /// What somebody has set who reads this language; what they have not said follows from it: where its readers most likely
    /// want things sent, and what is paid with there.
    pub fn of(lang: Lang, country: Option<Country>, currency: Option<Currency>, home: Country) -> Self {
        let country = country.unwrap_or_else(|| lang.likely_country(home));
        Self { lang, country, currency: currency.unwrap_or_else(|| local_rules::of(country).currency) }
    }
}

/// A price as the books have it: in the home currency, the home country's tax inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// The price.
    pub price: Money,
    /// The merchant's own price in the list's currency, if there is one; it is not converted.
    pub own: Option<i64>,
    /// How it is taxed.
    pub class: TaxClass,
}

/// Turns prices of the books into what is shown and charged.
///
/// At home and in the Union a thing costs the same everywhere, whatever its destination's tax inside. What leaves the
/// Union, or goes to a business that owes the tax itself, is sold without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceList {
    /// Where the shop is.
    pub home: Country,
    /// Where things go.
    pub to: Country,
    /// From the currency of the books to that of the shopper.
    pub exchange: Exchange,
    /// From the currency of the delivery tariff to that of the books.
    pub delivery: Exchange,
    /// Who owes the tax.
    pub treatment: Treatment,
    /// The day whose tax rates hold.
    pub day: Day,
}

impl PriceList {
    /// What is shown and charged for one.
    pub fn price(&self, shelf: Shelf) -> Money {
        let inside = self.left_out(shelf.class);
        match (shelf.own, inside) {
            (Some(own), None) => Money::new(own, self.exchange.to),
            (Some(own), Some(percent)) => stepped(without(Money::new(own, self.exchange.to), percent)),
            (None, None) => self.exchange.price(shelf.price),
            (None, Some(percent)) => self.exchange.price(without(shelf.price, percent)),
        }
    }

    /// The tax that is inside the books' prices and not in this list's.
    fn left_out(&self, class: TaxClass) -> Option<Percent> {
        match self.treatment {
            Treatment::Domestic | Treatment::Union => None,
            Treatment::Export => rate(self.home, class, self.day),
            Treatment::ReverseCharge => rate(fiscal(self.to), class, self.day),
        }
    }

    /// A service's price, delivery for one: taxed as most goods are.
    pub fn service(&self, price: Money) -> Money {
        if price.is_zero() {
            return Money::zero(self.exchange.to);
        }
        self.price(Shelf { price, own: None, class: TaxClass::Standard })
    }

    /// The rate of the tax inside a price of this list; none where it is sold without.
    pub fn inside(&self, class: TaxClass) -> Option<Percent> {
        rate(self.treatment.taxed_in(self.home, self.to)?, class, self.day)
    }
}

/// Rounded half up to the currency's step, never to nothing.
fn stepped(money: Money) -> Money {
    let step = step(money.currency);
    let steps = (money.minor + step / 2) / step;
    Money::new(if steps == 0 { money.minor.signum() * step } else { steps * step }, money.currency)
}

/// What a page or a verb is made for: the language, and the price list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// The reader's language.
    pub lang: Lang,
    /// What things cost.
    pub list: PriceList,
}

impl Lang {
    /// Where its readers most likely want things sent, as long as they have not said: the country most of them live in
    /// among those the shop serves. English is read everywhere, and Russia is not served: such readers are taken for
    /// neighbours of the shop.
    pub fn likely_country(self, home: Country) -> Country {
        let code = match self {
            Lang::En | Lang::Ru => return home,
            Lang::Lv => "LV",
            Lang::Th => "TH",
            Lang::Ar => "AE",
            Lang::De => "DE",
            Lang::Es => "ES",
            Lang::Fr => "FR",
            Lang::ZhHans => "CN",
            Lang::Ja => "JP",
            Lang::PtBr => "BR",
            Lang::Hi => "IN",
        };
        Country::parse(code).unwrap_or(home)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Rate, Rates};
    use crate::tax::treatment;
    use proptest::prelude::*;

    /// 2026-11-20.
    const FRIDAY: Day = Day(20_777);

    fn list(to: &str, currency: &str) -> PriceList {
        let (to, currency) = (Country::parse(to).unwrap(), Currency::parse(currency).unwrap());
        let each = [("USD", "1.1172"), ("JPY", "175.68"), ("CHF", "0.9194"), ("HUF", "366.33")];
        let each = each.map(|(code, rate)| (Currency::parse(code).unwrap(), Rate::parse(rate).unwrap())).to_vec();
        let exchange = Rates { day: FRIDAY, each }.exchange(Currency::EUR, currency).unwrap();
        let treatment = treatment(Country::LATVIA, to, None);
        let delivery = Exchange::none(Currency::EUR, FRIDAY);
        PriceList { home: Country::LATVIA, to, exchange, delivery, treatment, day: FRIDAY }
    }

    fn mug(minor: i64) -> Shelf {
        Shelf { price: Money::new(minor, Currency::EUR), own: None, class: TaxClass::Standard }
    }

    #[test]
    fn a_mug_costs_the_same_all_over_the_union_and_less_the_tax_beyond() {
        for (to, currency, minor) in [
            ("LV", "EUR", 2100),
            ("DE", "EUR", 2100),
            ("HU", "HUF", 769_300),
            ("US", "USD", 1939),
            ("JP", "JPY", 3050),
            ("CH", "CHF", 1595),
        ] {
            assert_eq!(list(to, currency).price(mug(2100)), Money::new(minor, Currency::parse(currency).unwrap()), "{to}");
        }
    }

    #[test]
    fn a_price_set_by_hand_is_not_converted() {
        let shelf = Shelf { own: Some(2500), ..mug(2100) };
        assert_eq!(list("DE", "USD").price(shelf).minor, 2500);
        // Less the 21 per cent of Latvia for what leaves the Union.
        assert_eq!(list("US", "USD").price(shelf).minor, 2066);
    }

    #[test]
    fn nothing_is_given_away_by_rounding() {
        assert_eq!(list("CH", "CHF").price(mug(1)).minor, 5);
        assert_eq!(list("CH", "CHF").price(mug(0)).minor, 0);
    }

    proptest! {
        #[test]
        fn dearer_at_home_is_never_cheaper_abroad(a in 0..Money::MOST, b in 0..Money::MOST) {
            for (to, currency) in [("LV", "EUR"), ("US", "USD"), ("JP", "JPY"), ("CH", "CHF"), ("HU", "HUF")] {
                let list = list(to, currency);
                prop_assert!(list.price(mug(a.min(b))).minor <= list.price(mug(a.max(b))).minor);
            }
        }
    }
}
