//! The days and the price of delivery to where the shopper is.

use domain::contact::Country;
use domain::delivery::{DeliveryOption, Packet, Sending, Service, free_from, options};
use domain::market::PriceList;
use domain::money::{Currency, Money};
use domain::tax::TaxClass;

use crate::failure::Failure;
use crate::i18n::Words;
use crate::i18n::format::shop_offset;
use crate::request;

/// What a shopper who has not said anything yet may expect.
#[derive(Clone, Debug)]
pub struct Expected {
    /// Where it goes.
    pub country: Country,
    /// The price list there.
    pub list: PriceList,
    /// The cheapest way to the door, its price of the books; none where nobody carries such a thing.
    pub option: Option<DeliveryOption>,
    /// From which worth of goods delivery is free, in the shopper's currency; none where it never is.
    pub free: Option<Money>,
}

impl Expected {
    /// For goods of this worth in the shop's books, and this weight.
    pub async fn of(goods: Money, grams: u32) -> Result<Self, Failure> {
        let list = request::ask(|_, view| Ok(view.list)).await?;
        let now = request::db()?.now();
        Ok(Self::on(list, goods, grams, now))
    }

    /// The same on a price list that is at hand.
    pub fn on(list: PriceList, goods: Money, grams: u32, now: domain::time::Timestamp) -> Self {
        // The tariff's numbers are of the shop's own currency, whichever that is.
        let books = |money: Money| Money::new(money.minor, list.exchange.from);
        let sending = Sending {
            goods: Money::new(goods.minor, Currency::EUR),
            packet: Packet { grams, ..Packet::default() },
            to: list.to,
            now,
            shop_offset_minutes: shop_offset(now),
            handling_days: 0,
        };
        let option = options(&sending).into_iter().find(|option| option.service != Service::Pickup);
        let option = option.map(|option| option.exchanged(books));
        let free = free_from(list.to).map(|free| list.exchange.price(books(free)));
        Self { country: list.to, list, option, free }
    }

    /// Whether it crosses a border where taxes may be asked for.
    pub fn abroad(&self) -> bool {
        self.list.inside(TaxClass::Standard).is_none()
    }

    /// "To Latvia: Tuesday to Thursday".
    pub fn when(&self, words: Words) -> String {
        let country = words.country(self.country);
        match &self.option {
            Some(option) => {
                let days = words.days(option.from, option.to);
                words.with("line-delivery", &[("country", country.into()), ("days", days.into())])
            }
            None => words.with("line-delivery-none", &[("country", country.into())]),
        }
    }

    /// What it costs, and from when on it is free.
    pub fn cost(&self, words: Words) -> String {
        let Some(option) = &self.option else { return words.say("line-delivery-none-text") };
        let price = self.price(words).unwrap_or_default();
        match self.free.filter(|_| !option.price.is_zero()) {
            Some(free) => words.with("line-delivery-cost", &[("price", price.into()), ("free", words.round_money(free).into())]),
            None => words.with("line-delivery-price", &[("price", price.into())]),
        }
    }

    /// The price of delivery as it is shown; none where nobody carries such a thing.
    pub fn price(&self, words: Words) -> Option<String> {
        let price = self.list.service(self.option.as_ref()?.price);
        Some(if price.is_zero() { words.say("delivery-free") } else { words.money(price) })
    }

    /// Both in one sentence, for the first page.
    pub fn says(&self, words: Words) -> String {
        format!("{}. {}", self.when(words), self.cost(words))
    }

    /// What stands beside a price: the tax in it, or that it is left out.
    pub fn tax(&self, words: Words, class: TaxClass) -> String {
        match self.list.inside(class) {
            Some(percent) => words.with("product-tax", &[("percent", words.percent(percent).into())]),
            None => words.say("product-tax-none"),
        }
    }
}
