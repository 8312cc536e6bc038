use proptest::prelude::*;

use super::*;
use crate::tax::table;

/// The convert of these tests: units of a currency for a euro, in hundredths.
fn convert(money: Money, into: Currency) -> Option<Money> {
    let per_euro = |currency: Currency| match currency.code() {
        "EUR" => Some(100),
        "USD" => Some(117),
        "GBP" => Some(87),
        "CHF" => Some(93),
        "JPY" => Some(18_000),
        "AUD" => Some(177),
        "CAD" => Some(163),
        "CNY" => Some(820),
        "KRW" => Some(170_000),
        "NOK" => Some(1170),
        "INR" => Some(10_500),
        "THB" => Some(3700),
        _ => None,
    };
    let minor = |currency: Currency| 10_i128.pow(currency.exponent());
    let exact = i128::from(money.minor) * per_euro(into)? * minor(into);
    let worth = rounded(exact, per_euro(money.currency)? * minor(money.currency));
    Some(Money::new(worth, into))
}

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn of(minor: i64, currency: &str) -> Option<Money> {
    Some(Money::new(minor, Currency::parse(currency).unwrap()))
}

fn parcel(to: &str, region: &str, day: &str, goods: &[(GoodsClass, i64)], delivery: i64) -> Option<Estimate> {
    let lines: Vec<DutyLine> = goods.iter().map(|&(class, minor)| DutyLine { class, value: eur(minor) }).collect();
    estimate(&lines, eur(delivery), Country::parse(to).unwrap(), region, table::day(day).unwrap(), &convert)
}

/// The mug of a hundred euros without its Latvian tax, sent for 12.31.
fn mug(to: &str, region: &str, day: &str) -> (i64, i64) {
    let estimate = parcel(to, region, day, &[(GoodsClass::Ceramics, 8264)], 1231).unwrap();
    (estimate.duty.minor, estimate.tax.minor)
}

#[test]
fn a_mug_pays_what_each_country_asks_for() {
    let day = "2026-03-02";
    // Under 135 pounds: no duty, a fifth of goods and delivery.
    assert_eq!(mug("GB", "", day), (0, 1899));
    assert_eq!(mug("CH", "", day), (0, 769));
    // Sixty percent of the price is 8925 yen: under the ten thousand.
    assert_eq!(mug("JP", "", day), (0, 0));
    // The tariff's 10 % and the surcharge's 10 %, on the goods alone.
    assert_eq!(mug("US", "NY", day), (1653, 0));
    // 4.5 % and Ontario's 13 % on both, without the delivery.
    assert_eq!(mug("CA", "ON", day), (372, 1123));
    assert_eq!(mug("CA", "AB", day), (372, 432));
    assert_eq!(mug("CA", "", day), (372, 432));
    assert_eq!(mug("NO", "", day), (0, 2374));
    assert_eq!(mug("HK", "", day), (0, 0));
    assert_eq!(mug("AU", "", day), (0, 0));
    assert_eq!(mug("KR", "", day), (0, 0));
}

#[test]
fn america_has_no_threshold_since_august_2025() {
    assert_eq!(mug("US", "NY", "2025-08-28"), (0, 0));
    assert_eq!(mug("US", "NY", "2025-08-29"), (1240, 0));
    assert_eq!(mug("US", "NY", "2026-07-24"), (826, 0));
    let book = parcel("US", "NY", "2025-10-01", &[(GoodsClass::Paper, 2000)], 500).unwrap();
    assert_eq!((book.total(), book.below), (Some(eur(0)), None));
}

#[test]
fn a_dear_parcel_passes_the_threshold_as_a_whole() {
    // Above a thousand Australian dollars: 5 % on the goods, 10 % on goods, delivery and duty.
    let dear = parcel("AU", "", "2026-03-02", &[(GoodsClass::Furniture, 100_000)], 5000).unwrap();
    assert_eq!((dear.duty, dear.tax), (eur(5000), eur(11_000)));
    assert_eq!((dear.basis.valuation, dear.basis.value, dear.below), (Valuation::Fob, eur(100_000), of(100_000, "AUD")));
    // Two cheap lines are dear together: 155.17 euros are 135 pounds.
    let apart = parcel("GB", "", "2026-03-02", &[(GoodsClass::Textiles, 15_517)], 0).unwrap();
    let together = parcel("GB", "", "2026-03-02", &[(GoodsClass::Textiles, 10_000), (GoodsClass::Paper, 5518)], 0).unwrap();
    assert_eq!((apart.duty, together.duty, together.tax), (eur(0), eur(1200), eur(2240)));
}

#[test]
fn the_threshold_is_said_in_the_money_of_its_law() {
    let below = |to: &str, class| parcel(to, "", "2026-03-02", &[(class, 5000)], 0).unwrap().below;
    assert_eq!(below("KR", GoodsClass::Glass), of(15_000, "USD"));
    // Ten thousand yen of what counts.
    assert_eq!(below("JP", GoodsClass::Textiles), of(16_666, "JPY"));
    // Five francs of VAT.
    assert_eq!(below("CH", GoodsClass::Glass), of(6172, "CHF"));
    assert_eq!(below("CH", GoodsClass::Paper), of(19_230, "CHF"));
    assert_eq!(below("CN", GoodsClass::Glass), of(25_000, "CNY"));
    assert_eq!(below("IL", GoodsClass::Paper), of(7500, "USD"));
    assert_eq!(below("GB", GoodsClass::Glass), None);
    assert_eq!(below("HK", GoodsClass::Glass), None);
}

#[test]
fn five_francs_of_swiss_tax_are_not_collected() {
    let tax = |minor| parcel("CH", "", "2026-03-02", &[(GoodsClass::Ceramics, minor)], 0).unwrap().tax.minor;
    // 5 francs are 5.38 euros: the tax on 66.42.
    assert_eq!((tax(6642), tax(6660)), (0, 539));
}

#[test]
fn delivery_counts_where_the_country_says_so() {
    let duty =
        |to: &str, delivery| parcel(to, "", "2026-03-02", &[(GoodsClass::Textiles, 100_000)], delivery).unwrap().duty.minor;
    assert_eq!((duty("GB", 0), duty("GB", 5000)), (12_000, 12_600));
    assert_eq!((duty("CA", 0), duty("CA", 5000)), (17_000, 17_000));
}

#[test]
fn what_is_not_known_is_not_estimated() {
    let goods = [(GoodsClass::General, 10_000)];
    assert_eq!(parcel("DE", "", "2026-03-02", &goods, 0), None);
    assert_eq!(parcel("AQ", "", "2026-03-02", &goods, 0), None);
    assert_eq!(parcel("GB", "", "2021-06-30", &goods, 0), None);
    // These tests know no rand, but South Africa has no threshold to convert; New Zealand has.
    assert!(parcel("ZA", "", "2026-03-02", &goods, 0).is_some());
    assert_eq!(parcel("NZ", "", "2026-03-02", &goods, 0), None);
    let dollars = [DutyLine { class: GoodsClass::General, value: of(100, "USD").unwrap() }];
    let day = table::day("2026-03-02").unwrap();
    assert_eq!(estimate(&dollars, eur(0), Country::parse("GB").unwrap(), "", day, &convert), None);
    assert_eq!(parcel("GB", "", "2026-03-02", &[], 0).unwrap().total(), Some(eur(0)));
}

fn anywhere() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["GB", "CH", "NO", "US", "CA", "AU", "JP", "KR", "CN", "HK", "TH", "IN", "ZA", "BR", "IS", "TR"])
}

fn goods() -> impl Strategy<Value = Vec<(GoodsClass, i64)>> {
    prop::collection::vec((prop::sample::select(GoodsClass::ALL), 0..5_000_000_i64), 0..6)
}

proptest! {
    #[test]
    fn an_estimate_is_never_negative(to in anywhere(), goods in goods(), delivery in 0..20_000_i64) {
        let estimate = parcel(to, "ON", "2026-03-02", &goods, delivery).unwrap();
        prop_assert!(estimate.duty.minor >= 0 && estimate.tax.minor >= 0);
    }

    #[test]
    fn nothing_is_due_below_the_threshold(to in anywhere(), class in prop::sample::select(GoodsClass::ALL), minor in 1..5_000_000_i64) {
        let estimate = parcel(to, "ON", "2026-03-02", &[(class, minor)], 0).unwrap();
        if let Some(below) = estimate.below {
            let below = convert(below, Currency::EUR).unwrap().minor;
            // A cent to either side for the conversion.
            prop_assert!(minor > below - 2 || estimate.total() == Some(eur(0)), "{below}");
            prop_assert!(minor <= below + 20 || estimate.total() != Some(eur(0)), "{below}");
        }
    }

    #[test]
    fn dearer_goods_never_owe_less(to in anywhere(), class in prop::sample::select(GoodsClass::ALL), minor in 0..5_000_000_i64, more in 1..100_000_i64, delivery in 0..20_000_i64) {
        let owed = |minor| parcel(to, "QC", "2026-03-02", &[(class, minor)], delivery).unwrap().total().unwrap().minor;
        prop_assert!(owed(minor) <= owed(minor + more));
    }
}
