//! The rates of a day, and the currencies that follow another.

use super::{Exchange, Rate};
use crate::money::{Currency, Money};
use crate::time::Day;

/// Currencies tied to the US dollar by their central banks, and how many of them a dollar is: the ECB names no rate.
const PEGGED: [(&str, Rate); 5] = [
    // Central Bank of the UAE, since 1997; Saudi Central Bank, since 1986; Qatar Central Bank, since 2001;
    // Central Bank of Bahrain, since 2001; Central Bank of Oman, since 1986.
    ("AED", Rate { units: 36_725, scale: 4 }),
    ("SAR", Rate { units: 375, scale: 2 }),
    ("QAR", Rate { units: 364, scale: 2 }),
    ("BHD", Rate { units: 376, scale: 3 }),
    ("OMR", Rate { units: 3845, scale: 4 }),
];

/// The rates of a day: what a euro buys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rates {
    /// Their day.
    pub day: Day,
    /// Each currency's; the euro itself is not among them.
    pub each: Vec<(Currency, Rate)>,
}

impl Rates {
    /// From one currency to another. None where one of them has no rate.
    pub fn exchange(&self, from: Currency, to: Currency) -> Option<Exchange> {
        if from == to {
            return Some(Exchange::none(from, self.day));
        }
        match PEGGED.iter().find(|(code, _)| *code == to.code()) {
            Some(&(_, tie)) => self.exchange(from, Currency::parse("USD").ok()?)?.tied(to, tie),
            None => Exchange::between((from, self.rate(from)?), (to, self.rate(to)?), self.day),
        }
    }

    fn rate(&self, currency: Currency) -> Option<Rate> {
        if currency == Currency::EUR {
            return Some(Rate::ONE);
        }
        self.each.iter().find(|(known, _)| *known == currency).map(|&(_, rate)| rate)
    }

    /// What a sum is worth in another currency.
    pub fn worth(&self, money: Money, to: Currency) -> Option<Money> {
        Some(self.exchange(money.currency, to)?.worth(money))
    }

    /// The currencies that can be paid in by a shop that counts in `home`, by code.
    pub fn offered(&self, home: Currency) -> Vec<Currency> {
        let pegged = PEGGED.iter().filter_map(|(code, _)| Currency::parse(code).ok());
        let all = self.each.iter().map(|&(currency, _)| currency).chain(pegged).chain([Currency::EUR]);
        let mut all: Vec<Currency> = all.filter(|&to| self.exchange(home, to).is_some()).collect();
        all.sort_unstable();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn currency(code: &str) -> Currency {
        Currency::parse(code).unwrap()
    }

    #[test]
    fn a_dirham_follows_the_dollar() {
        let rates = Rates { day: Day(20_780), each: vec![(currency("USD"), Rate::parse("1.1000").unwrap())] };
        let exchange = rates.exchange(Currency::EUR, currency("AED")).unwrap();
        assert_eq!(exchange.price(Money::new(10_000, Currency::EUR)), Money::new(40_398, currency("AED")));
        assert_eq!(rates.exchange(Currency::EUR, currency("KWD")), None);
        assert!(rates.offered(Currency::EUR).contains(&currency("AED")));
    }
}
