//! VAT rates by country, class of goods and day.
//!
//! The table is `data/vat.tsv`, written by `data/make/vat.py`: which rates are in force comes from eu-vat-rates-data (MIT;
//! the European Commission's TEDB for the Union, the national laws for the rest of Europe), and since when stands in the
//! script. It begins on 2021-07-01 with the one-stop shop. Later changes and their laws:
//!
//! | Country | From | What | Law |
//! |---|---|---|---|
//! | LV | 2022-01-01 | books 12 → 5 | Pievienotās vērtības nodokļa likums, amendment of 2021 |
//! | PL | 2022-02-01, 2024-04-01 | food 5 → 0 → 5 | the anti-inflation shield and its end |
//! | TR | 2022-02-14, 2023-07-10 | food 8 → 1; 18 → 20, 8 → 10 | Decrees 5189 and 7346 |
//! | LU | 2023-01-01, 2024-01-01 | 17 → 16, 8 → 7, and back | law of 2022-10-26, for one year |
//! | CY | 2023-07-21 | books 5 → 3 | VAT Law, schedule of the 3 % rate |
//! | CH, LI | 2024-01-01 | 7.7 → 8.1, 2.5 → 2.6 | AHV 21 |
//! | CZ | 2024-01-01 | 15 and 10 → 12, books → 0 | Act 349/2023 |
//! | EE | 2024-01-01, 2025-07-01 | 20 → 22 → 24 | Käibemaksuseadus § 15 |
//! | FI | 2024-09-01, 2025-01-01, 2026-01-01 | 24 → 25.5; books 10 → 14; 14 → 13.5 | Arvonlisäverolaki § 84-85 |
//! | SK | 2025-01-01 | 20 → 23, 10 → 19, books → 5 | Act 278/2024 |
//! | RO | 2025-08-01 | 19 → 21, 9 and 5 → 11 | Law 141/2025 |
//! | LT | 2026-01-01 | 9 → 12, books 9 → 5 | PVM įstatymas art. 19 |
//! | SE | 2026-04-01, 2028-01-01 | food 12 → 6 → 12 | Budget for 2026, for 21 months |
//!
//! A class a country has no row for bears its standard rate. *Food* is packed food that keeps; bread and milk are often
//! favoured further. Denmark's plan to free books from VAT is not in the table, as its day is not certain.

use std::sync::LazyLock;

use super::percent::Percent;
use super::table;
use crate::codes;
use crate::contact::Country;
use crate::time::Day;

codes! {
    /// How the law sees a product.
    TaxClass {
        /// What most things are.
        Standard = "standard",
        /// What the country favours, at its usual reduced rate.
        Reduced = "reduced",
        /// Printed books.
        Books = "books",
        /// Packed food that keeps: tea, coffee, biscuits.
        Food = "food",
        /// Never taxed: stamps.
        Zero = "zero",
        /// A gift card: it pays for goods of any kind, so the tax falls due when it is spent (Directive (EU) 2016/1065,
        /// art. 30b(2)).
        Voucher = "voucher",
    }
}

struct Row {
    country: &'static str,
    class: TaxClass,
    from: Day,
    percent: Percent,
}

static ROWS: LazyLock<Vec<Row>> =
    LazyLock::new(|| table::rows(include_str!("../../data/vat.tsv")).filter_map(|cells| row(&cells)).collect());

fn row(cells: &[&'static str]) -> Option<Row> {
    let &[country, class, from, percent] = cells else { return None };
    Some(Row { country, class: TaxClass::from_code(class)?, from: table::day(from)?, percent: Percent::parse(percent).ok()? })
}

/// The VAT of `country` on goods of `class` on `day`; none where there is no VAT we know, or before 2021-07-01.
///
/// The Isle of Man has Great Britain's rates.
pub fn rate(country: Country, class: TaxClass, day: Day) -> Option<Percent> {
    let code = if country.code() == "IM" { "GB" } else { country.code() };
    let of = |class: TaxClass| {
        let known = |row: &&Row| row.country == code && row.class == class && row.from <= day;
        ROWS.iter().filter(known).max_by_key(|row| row.from).map(|row| row.percent)
    };
    let standard = of(TaxClass::Standard)?;
    Some(if matches!(class, TaxClass::Zero | TaxClass::Voucher) { Percent::ZERO } else { of(class).unwrap_or(standard) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tax::treatment::in_union;
    use std::collections::BTreeSet;

    fn percent(country: &str, class: TaxClass, day: &str) -> String {
        let country = Country::parse(country).unwrap();
        rate(country, class, table::day(day).unwrap()).map_or("none".to_owned(), Percent::plain)
    }

    #[test]
    fn forty_five_jurisdictions_are_known_and_no_line_is_lost() {
        assert_eq!(ROWS.len(), table::rows(include_str!("../../data/vat.tsv")).count());
        assert_eq!(ROWS.iter().map(|row| row.country).collect::<BTreeSet<_>>().len(), 45);
        let today = table::day("2026-10-01").unwrap();
        for country in Country::all().filter(|&country| in_union(country)) {
            for &class in TaxClass::ALL {
                assert!(rate(country, class, today).is_some(), "{} {class:?}", country.code());
            }
        }
    }

    #[test]
    fn a_rate_changes_on_its_day_and_not_before() {
        use TaxClass::{Books, Food, Reduced, Standard};
        for (country, class, day, before, after) in [
            ("EE", Standard, "2024-01-01", "20", "22"),
            ("EE", Standard, "2025-07-01", "22", "24"),
            ("SK", Standard, "2025-01-01", "20", "23"),
            ("FI", Standard, "2024-09-01", "24", "25.5"),
            ("FI", Reduced, "2026-01-01", "14", "13.5"),
            ("FI", Books, "2025-01-01", "10", "14"),
            ("LU", Standard, "2023-01-01", "17", "16"),
            ("LU", Standard, "2024-01-01", "16", "17"),
            ("RO", Standard, "2025-08-01", "19", "21"),
            ("CH", Standard, "2024-01-01", "7.7", "8.1"),
            ("LT", Reduced, "2026-01-01", "9", "12"),
            ("LT", Books, "2026-01-01", "9", "5"),
            ("LV", Books, "2022-01-01", "12", "5"),
            ("CZ", Books, "2024-01-01", "10", "0"),
            ("SE", Food, "2026-04-01", "12", "6"),
        ] {
            let eve = table::day(day).unwrap().plus(-1);
            let earlier = rate(Country::parse(country).unwrap(), class, eve).unwrap().plain();
            assert_eq!((earlier.as_str(), percent(country, class, day).as_str()), (before, after), "{country} {day}");
        }
    }

    #[test]
    fn a_class_without_a_rate_of_its_own_bears_the_standard_rate() {
        assert_eq!(percent("DK", TaxClass::Books, "2025-06-01"), "25");
        assert_eq!(percent("LV", TaxClass::Food, "2025-06-01"), "21");
        assert_eq!(percent("LV", TaxClass::Voucher, "2025-06-01"), "0");
        assert_eq!(percent("LV", TaxClass::Zero, "2025-06-01"), "0");
        assert_eq!(percent("GR", TaxClass::Books, "2025-06-01"), "6");
        assert_eq!(percent("MC", TaxClass::Standard, "2025-06-01"), "20");
        assert_eq!(percent("IM", TaxClass::Standard, "2025-06-01"), "20");
    }

    #[test]
    fn no_rate_is_guessed() {
        assert_eq!(percent("US", TaxClass::Standard, "2025-06-01"), "none");
        assert_eq!(percent("LV", TaxClass::Standard, "2021-06-30"), "none");
    }
}
