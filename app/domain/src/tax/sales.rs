//! Sales tax in the United States and Canada, as an estimate: there prices are shown before tax.
//!
//! The table is `data/sales_tax.tsv`. For the states it adds the state's general rate and the average of its local rates
//! weighted by people (Tax Foundation, *State and Local Sales Tax Rates, 2025*, of January 2025, to a few hundredths): what
//! a street really bears is known only by its address. For the provinces it adds the federal 5 % (GST) and the province's
//! own (PST, QST, or both as HST) of the Excise Tax Act and the provinces' acts; Quebec's 14.975 % rounds up to a hundredth.
//! Puerto Rico, which has no regions, has 11.5 %.

use std::sync::LazyLock;

use super::percent::Percent;
use super::table;
use crate::contact::Country;
use crate::time::Day;

struct Row {
    country: &'static str,
    region: &'static str,
    from: Day,
    percent: Percent,
}

static ROWS: LazyLock<Vec<Row>> =
    LazyLock::new(|| table::rows(include_str!("../../data/sales_tax.tsv")).filter_map(|cells| row(&cells)).collect());

fn row(cells: &[&'static str]) -> Option<Row> {
    let &[country, region, from, general, local] = cells else { return None };
    let percent = Percent::parse(general).ok()?.plus(Percent::parse(local).ok()?);
    Some(Row { country, region, from: table::day(from)?, percent })
}

/// The estimated sales tax of a state or province (`NY`, `US-NY` or `ny`) on `day`; none where we know of none.
pub fn sales_tax(country: Country, region: &str, day: Day) -> Option<Percent> {
    let region = region.trim().to_ascii_uppercase();
    let region = region.strip_prefix(country.code()).and_then(|rest| rest.strip_prefix('-')).unwrap_or(&region);
    let known = |row: &&Row| row.country == country.code() && row.region == region && row.from <= day;
    ROWS.iter().filter(known).max_by_key(|row| row.from).map(|row| row.percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(country: &str, region: &str, day: &str) -> Option<String> {
        sales_tax(Country::parse(country).unwrap(), region, table::day(day).unwrap()).map(Percent::plain)
    }

    #[test]
    fn every_state_and_province_is_known() {
        assert_eq!(ROWS.len(), table::rows(include_str!("../../data/sales_tax.tsv")).count());
        let regions = |country: &str| {
            ROWS.iter()
                .filter(|row| row.country == country)
                .map(|row| row.region)
                .collect::<std::collections::BTreeSet<_>>()
                .len()
        };
        assert_eq!((regions("US"), regions("CA")), (51, 13));
        assert!(ROWS.iter().all(|row| row.percent.hundredths() <= 1500));
    }

    #[test]
    fn a_state_adds_its_own_and_the_average_local_tax() {
        assert_eq!(percent("US", "NY", "2025-06-01").as_deref(), Some("8.53"));
        assert_eq!(percent("US", "us-or", "2025-06-01").as_deref(), Some("0"));
        assert_eq!(percent("PR", "", "2025-06-01").as_deref(), Some("11.5"));
        assert_eq!(percent("US", "ON", "2025-06-01"), None);
        assert_eq!(percent("LV", "RIX", "2025-06-01"), None);
    }

    #[test]
    fn nova_scotia_lowers_its_tax_in_april_2025() {
        assert_eq!(percent("CA", "NS", "2025-03-31").as_deref(), Some("15"));
        assert_eq!(percent("CA", "NS", "2025-04-01").as_deref(), Some("14"));
        assert_eq!(percent("CA", "QC", "2025-04-01").as_deref(), Some("14.98"));
        assert_eq!(percent("CA", "AB", "2025-04-01").as_deref(), Some("5"));
    }
}
