//! What a country's law and habit ask of the shop's pages.
//!
//! The table is `data/local_rules.tsv`, written by `data/make/local_rules.py`; the currencies are those of Unicode CLDR 48
//! (Unicode-3.0). The laws:
//!
//! | Rule | Where | Law |
//! |---|---|---|
//! | prices with tax | nearly everywhere | in the Union Directive 98/6/EC art. 2 a; before tax by habit in US, PR and CA |
//! | the order button says that it costs | EU, EEA, GB | Directive 2011/83/EU art. 8(2); Consumer Contracts Regulations 2013 reg. 14 |
//! | unit prices | EU, EEA, GB, CH | Directive 98/6/EC art. 3; Price Marking Order 2004; SR 942.211 art. 5 |
//! | the lowest price of 30 days beside a reduced one | EU, EEA | Directive 98/6/EC art. 6a, by Directive (EU) 2019/2161 |
//! | days to withdraw | EU, EEA, GB: 14 | Directive 2011/83/EU art. 9; Consumer Contracts Regulations 2013 reg. 30 |
//! | | AL, BA, GE, MD, ME, MK, RS, TR, UA, IL: 14 | laws after the Directive; TR Law 6502 art. 48; IL Consumer Protection Law s. 14c |
//! | | AR, CL: 10; BR, CN, KR, RU, SA, TH, TW, ZA: 7; CO, MX: 5 | AR Ley 24.240 art. 34; CL Ley 19.496 art. 3 bis; BR CDC art. 49; CN Consumer Law art. 25; KR E-Commerce Act art. 17; RU Law 2300-1 art. 26.1; SA E-Commerce Law art. 13; TH Direct Sales Act s. 33; TW Consumer Protection Act art. 19; ZA ECT Act s. 44; CO Ley 1480 art. 47; MX LFPC art. 56 |
//! | a page that says who sells | EU, EEA, GB, CH, JP, KR | Directive 2000/31/EC art. 5 (DE DDG § 5, AT ECG § 5); E-Commerce Regulations 2002 reg. 6; CH UWG art. 3(1)s; JP Act on Specified Commercial Transactions art. 11; KR E-Commerce Act art. 10 |
//!
//! The shop may always be kinder than a law: its own days to return hold where they are more.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::contact::Country;
use crate::money::Currency;
use crate::tax::table;

codes! {
    /// Whether the prices on the pages hold the tax.
    TaxShown {
        /// They do: what is on the label is what is paid.
        Included = "included",
        /// They do not; an estimate of the tax stands beside the sum.
        Before = "before",
    }
}

/// Days in which the shop itself takes things back, whatever the law asks.
pub const RETURN_DAYS: u32 = 30;

/// What one country asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalRules {
    /// Whether prices hold the tax.
    pub tax_shown: TaxShown,
    /// Whether the button that places an order has to say that it obliges to pay.
    pub obligation_button: bool,
    /// Whether goods sold by weight, volume or length show the price of a kilogram, litre or metre.
    pub unit_prices: bool,
    /// Whether a reduced price stands beside the lowest of the last 30 days.
    pub lowest_of_30_days: bool,
    /// Days in which a shopper may withdraw from a purchase without a reason; none where no law gives any.
    pub withdrawal_days: Option<u8>,
    /// Whether to ask for consent to cookies. Never: the shop keeps only what the shopper asked for (the session, the cart,
    /// the language), which Directive 2002/58/EC art. 5(3) lets it keep unasked, and measures without keeping anything.
    pub consent_banner: bool,
    /// Whether a page has to say who sells, with name, address and registers.
    pub imprint: bool,
    /// The country's own currency.
    pub currency: Currency,
}

static ROWS: LazyLock<Vec<(Country, LocalRules)>> =
    LazyLock::new(|| table::rows(include_str!("../data/local_rules.tsv")).filter_map(|cells| row(&cells)).collect());

fn row(cells: &[&'static str]) -> Option<(Country, LocalRules)> {
    let &[country, currency, tax, days, shown] = cells else { return None };
    let rules = LocalRules {
        tax_shown: TaxShown::from_code(tax)?,
        obligation_button: shown.contains("button"),
        unit_prices: shown.contains("unit-prices"),
        lowest_of_30_days: shown.contains("lowest-30"),
        withdrawal_days: days.parse().ok(),
        consent_banner: false,
        imprint: shown.contains("imprint"),
        currency: Currency::parse(currency).ok()?,
    };
    Some((Country::parse(country).ok()?, rules))
}

/// The rules of a country; those without a law we know have prices with tax and nothing else.
pub fn of(country: Country) -> LocalRules {
    let none = LocalRules {
        tax_shown: TaxShown::Included,
        obligation_button: false,
        unit_prices: false,
        lowest_of_30_days: false,
        withdrawal_days: None,
        consent_banner: false,
        imprint: false,
        currency: Currency::EUR,
    };
    ROWS.iter().find(|(of, _)| *of == country).map_or(none, |(_, rules)| *rules)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tax::in_union;

    fn rules(code: &str) -> LocalRules {
        of(Country::parse(code).unwrap())
    }

    #[test]
    fn every_country_has_its_row_and_its_currency() {
        assert_eq!(ROWS.len(), 249);
        assert!(Country::all().all(|country| ROWS.iter().any(|(of, _)| *of == country)));
        for (country, currency) in [
            ("LV", "EUR"),
            ("BG", "EUR"),
            ("JP", "JPY"),
            ("CH", "CHF"),
            ("LI", "CHF"),
            ("GB", "GBP"),
            ("LS", "LSL"),
            ("SV", "USD"),
            ("CW", "XCG"),
        ] {
            assert_eq!(rules(country).currency.code(), currency, "{country}");
        }
    }

    #[test]
    fn the_union_asks_for_all_of_it() {
        for country in Country::all().filter(|&country| in_union(country) && country.code() != "MC") {
            let LocalRules { tax_shown, obligation_button, unit_prices, lowest_of_30_days, withdrawal_days, imprint, .. } =
                of(country);
            let asked = [obligation_button, unit_prices, lowest_of_30_days, imprint];
            assert_eq!((tax_shown, withdrawal_days, asked), (TaxShown::Included, Some(14), [true; 4]), "{}", country.code());
        }
        assert_eq!(rules("AX").withdrawal_days, Some(14));
    }

    #[test]
    fn america_shows_prices_before_tax() {
        let before: Vec<_> = Country::all().filter(|&country| of(country).tax_shown == TaxShown::Before).collect();
        assert_eq!(before.iter().map(Country::code).collect::<Vec<_>>(), ["CA", "PR", "US"]);
        assert_eq!((rules("US").withdrawal_days, rules("US").obligation_button), (None, false));
    }

    #[test]
    fn neighbours_differ() {
        let (britain, swiss, japan, brazil) = (rules("GB"), rules("CH"), rules("JP"), rules("BR"));
        assert!(britain.obligation_button && !britain.lowest_of_30_days && britain.withdrawal_days == Some(14));
        assert!(swiss.imprint && swiss.unit_prices && swiss.withdrawal_days.is_none());
        assert!(japan.imprint && japan.withdrawal_days.is_none());
        assert_eq!((brazil.withdrawal_days, brazil.imprint), (Some(7), false));
    }

    #[test]
    fn nobody_is_asked_about_cookies() {
        assert!(Country::all().all(|country| !of(country).consent_banner));
    }
}
