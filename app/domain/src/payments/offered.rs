//! Which ways fit an order, those first that are most at home there.

use super::{Flow, Way};
use crate::contact::Country;
use crate::money::Money;

/// What is to be paid, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Where the shopper is: where the parcel goes.
    pub country: Country,
    /// What is to be paid.
    pub sum: Money,
    /// Whether the parcel comes to a door, where somebody can pay.
    pub to_the_door: bool,
}

/// Ways by country, the most used there first; a way that stands nowhere comes in the order of its declaration.
const FIRST: &[(&str, &[Way])] = &[
    ("AT", &[Way::Eps, Way::Card, Way::Paypal, Way::Klarna]),
    ("BE", &[Way::Bancontact, Way::Card, Way::Wero]),
    ("BG", &[Way::CashOnDelivery, Way::Card]),
    ("BR", &[Way::Pix, Way::Card, Way::Boleto]),
    ("CH", &[Way::Twint, Way::Card, Way::Klarna]),
    ("CN", &[Way::Alipay, Way::WechatPay]),
    ("CZ", &[Way::Card, Way::ApplePay, Way::GooglePay, Way::BankTransfer, Way::CashOnDelivery]),
    ("DE", &[Way::Paypal, Way::Klarna, Way::Card, Way::ApplePay, Way::GooglePay, Way::Wero, Way::PayByBank]),
    ("DK", &[Way::MobilePay, Way::Card]),
    ("FI", &[Way::MobilePay, Way::Card, Way::PayByBank, Way::Klarna]),
    ("GR", &[Way::Card, Way::CashOnDelivery]),
    ("HK", &[Way::Card, Way::Alipay, Way::WechatPay]),
    ("HU", &[Way::Card, Way::CashOnDelivery]),
    ("IN", &[Way::Upi, Way::Card]),
    ("JP", &[Way::Card, Way::Konbini]),
    ("LT", &[Way::PayByBank, Way::Card]),
    ("LV", &[Way::Card, Way::PayByBank]),
    ("EE", &[Way::PayByBank, Way::Card]),
    ("MX", &[Way::Card, Way::Oxxo]),
    ("NL", &[Way::Ideal, Way::Klarna, Way::Card, Way::Paypal]),
    ("PL", &[Way::Blik, Way::P24, Way::Card]),
    ("RO", &[Way::Card, Way::CashOnDelivery]),
    ("SE", &[Way::Swish, Way::Klarna, Way::Card]),
    ("TH", &[Way::PromptPay, Way::Card]),
];

impl Asked {
    /// Whether a way is to be had for that. Where nothing is left to pay there is nothing to choose.
    pub fn fits(&self, way: Way) -> bool {
        if self.sum.is_zero() || way == Way::Nothing {
            return self.sum.is_zero() && way == Way::Nothing;
        }
        let terms = way.terms();
        let here = terms.countries.is_empty() || terms.countries.contains(&self.country.code());
        let (code, minor) = (self.sum.currency.code(), self.sum.minor);
        let sum = terms.sums.is_empty() || terms.sums.iter().any(|due| due.0 == code && (due.1..=due.2).contains(&minor));
        here && sum && (self.to_the_door || way.flow() != Flow::Door)
    }
}

/// The ways that fit, the most likely first; `last` is what this browser paid with before.
pub fn offered(asked: &Asked, last: Option<Way>) -> Vec<Way> {
    let first = FIRST.iter().find(|(code, _)| *code == asked.country.code()).map_or(&[][..], |(_, ways)| ways);
    let rest = Way::ALL.iter().filter(|way| !first.contains(way));
    let mut ways: Vec<Way> = first.iter().chain(rest).copied().filter(|way| asked.fits(*way)).collect();
    ways.sort_by_key(|way| Some(*way) != last);
    ways
}

/// Of the ways that fit, those that get a button of their own.
pub fn express(asked: &Asked, last: Option<Way>) -> Vec<Way> {
    offered(asked, last).into_iter().filter(|way| way.is_wallet()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    fn ways(country: &str, currency: &str, minor: i64) -> Vec<&'static str> {
        let sum = Money::new(minor, Currency::parse(currency).unwrap());
        let asked = Asked { country: Country::parse(country).unwrap(), sum, to_the_door: true };
        offered(&asked, None).into_iter().map(Way::code).collect()
    }

    #[test]
    fn what_is_at_home_in_a_country_comes_first() {
        assert_eq!(ways("NL", "EUR", 5000)[..3], ["ideal", "klarna", "card"]);
        assert_eq!(ways("BR", "BRL", 5000), ["pix", "card", "boleto", "apple_pay", "google_pay"]);
        assert_eq!(ways("MX", "MXN", 50_000)[..2], ["card", "oxxo"]);
        assert_eq!(ways("IN", "INR", 50_000)[0], "upi");
    }

    #[test]
    fn what_the_sum_or_the_currency_does_not_allow_is_left_out() {
        assert!(!ways("MX", "MXN", 2_000_000).contains(&"oxxo"));
        assert!(!ways("BR", "EUR", 5000).contains(&"pix"));
        assert!(!ways("NL", "EUR", 900).contains(&"klarna"));
        assert!(!ways("LV", "EUR", 30_001).contains(&"cash_on_delivery"));
    }

    #[test]
    fn where_nothing_is_left_to_pay_there_is_nothing_to_choose() {
        assert_eq!(ways("LV", "EUR", 0), ["nothing"]);
        assert!(!ways("LV", "EUR", 1).contains(&"nothing"));
    }

    #[test]
    fn nobody_is_paid_at_the_door_of_a_locker() {
        let asked = Asked { country: Country::parse("LV").unwrap(), sum: Money::new(5000, Currency::EUR), to_the_door: false };
        assert!(!offered(&asked, None).contains(&Way::CashOnDelivery));
        assert!(offered(&Asked { to_the_door: true, ..asked }, None).contains(&Way::CashOnDelivery));
    }

    #[test]
    fn what_was_used_last_comes_first_where_it_can_be_had() {
        let asked = Asked { country: Country::parse("NL").unwrap(), sum: Money::new(5000, Currency::EUR), to_the_door: true };
        assert_eq!(offered(&asked, Some(Way::Paypal))[..2], [Way::Paypal, Way::Ideal]);
        assert_eq!(offered(&asked, Some(Way::Pix))[0], Way::Ideal);
    }

    #[test]
    fn what_pays_in_a_moment_has_a_button_the_one_used_last_first() {
        let asked = |country: &str| Asked {
            country: Country::parse(country).unwrap(),
            sum: Money::new(5000, Currency::EUR),
            to_the_door: true,
        };
        assert_eq!(express(&asked("DE"), None), [Way::Paypal, Way::ApplePay, Way::GooglePay]);
        assert_eq!(express(&asked("LV"), Some(Way::GooglePay))[0], Way::GooglePay);
        assert_eq!(express(&asked("LV"), Some(Way::BankTransfer)).len(), 3);
    }

    #[test]
    fn something_can_be_had_everywhere() {
        for country in ["US", "ZA", "SA", "RU", "NZ"] {
            assert!(ways(country, "EUR", 1).contains(&"card"), "{country}");
        }
        // Every country and currency a table names is one.
        for (country, _) in FIRST {
            Country::parse(country).unwrap();
        }
        for way in Way::ALL {
            assert!(way.terms().sums.iter().all(|due| Currency::parse(due.0).is_ok() && due.1 <= due.2), "{way:?}");
            assert!(way.terms().countries.iter().all(|country| Country::parse(country).is_ok()), "{way:?}");
        }
    }
}
