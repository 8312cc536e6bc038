use proptest::prelude::*;

use super::*;
use crate::money::Currency;
use crate::tax::table::day;

const MUG: (TaxClass, Money) = (TaxClass::Standard, Money::new(10_000, Currency::EUR));
const BOOK: (TaxClass, Money) = (TaxClass::Books, Money::new(2000, Currency::EUR));

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn country(code: &str) -> Country {
    Country::parse(code).unwrap()
}

fn assessed(to: &str, business: Option<&VatNumber>, goods: &[(TaxClass, Money)], delivery: i64) -> Assessment {
    let sale = Sale { home: Country::LATVIA, to: country(to), business, day: day("2026-03-02").unwrap() };
    assess(&sale, goods, eur(delivery)).unwrap()
}

fn said(assessment: &Assessment) -> (i64, i64, i64) {
    let Split { net, tax, gross } = assessment.total;
    (net.minor, tax.minor, gross.minor)
}

#[test]
fn a_mug_of_a_hundred_euros_costs_the_same_everywhere_in_the_union() {
    for (to, net, tax) in [("DE", 8403, 1597), ("HU", 7874, 2126), ("LV", 8264, 1736), ("FI", 7968, 2032), ("MC", 8333, 1667)] {
        assert_eq!(said(&assessed(to, None, &[MUG], 0)), (net, tax, 10_000), "{to}");
    }
}

#[test]
fn a_book_bears_the_tax_of_books() {
    for (to, tax) in [("LV", 95), ("DE", 131), ("DK", 400), ("IE", 0), ("FR", 104), ("LT", 95)] {
        assert_eq!(said(&assessed(to, None, &[BOOK], 0)), (2000 - tax, tax, 2000), "{to}");
    }
}

#[test]
fn a_mug_abroad_leaves_without_the_latvian_tax() {
    for to in ["US", "JP", "CH", "GB", "AX"] {
        let export = assessed(to, None, &[MUG, BOOK], 1490);
        assert_eq!((export.treatment, export.taxed_in), (Treatment::Export, None), "{to}");
        // 82.64 and 19.05; of the delivery 12.42 goes with the mug (10.26 without tax) and 2.48 with the book (2.36).
        assert_eq!(said(&export), (8264 + 1905 + 1262, 0, 8264 + 1905 + 1262), "{to}");
        assert_eq!((export.delivery.gross, export.taxes.len()), (eur(1262), 0));
    }
}

#[test]
fn a_german_business_buys_at_the_net_price() {
    let number = VatNumber::parse(country("DE"), "DE136695976").unwrap();
    let sold = assessed("DE", Some(&number), &[MUG], 690);
    assert_eq!(sold.treatment, Treatment::ReverseCharge);
    assert_eq!(said(&sold), (8264 + 570, 0, 8264 + 570));
    assert_eq!(said(&assessed("LV", Some(&number), &[MUG], 690)), (8264 + 570, 1736 + 120, 10_690));
}

#[test]
fn delivery_is_taxed_as_the_goods_are() {
    let sold = assessed("DE", None, &[MUG, BOOK], 600);
    // Five parts of the delivery go with the mug, one with the book: 5.00 at 19 %, 1.00 at 7 %.
    assert_eq!(sold.delivery, Split { net: eur(420 + 93), tax: eur(80 + 7), gross: eur(600) });
    assert_eq!(
        sold.taxes,
        [
            TaxLine { percent: Percent::from_hundredths(1900), net: eur(8403 + 420), tax: eur(1597 + 80) },
            TaxLine { percent: Percent::from_hundredths(700), net: eur(1869 + 93), tax: eur(131 + 7) },
        ]
    );
    assert_eq!(assessed("DE", None, &[], 600).delivery.tax, eur(96));
}

#[test]
fn an_order_keeps_the_rate_of_its_day() {
    let on = |text: &str| {
        let sale = Sale { home: Country::LATVIA, to: country("EE"), business: None, day: day(text).unwrap() };
        assess(&sale, &[MUG], eur(0)).unwrap().taxes[0].percent.plain()
    };
    assert_eq!((on("2025-06-30"), on("2025-07-01")), ("22".to_owned(), "24".to_owned()));
}

#[test]
fn a_sale_with_an_unknown_rate_is_not_guessed() {
    let day = day("2026-03-02").unwrap();
    let american = Sale { home: country("US"), to: country("US"), business: None, day };
    assert_eq!(assess(&american, &[MUG], eur(0)), None);
    let sale = Sale { home: Country::LATVIA, to: country("DE"), business: None, day };
    assert_eq!(assess(&sale, &[MUG], Money::zero(Currency::parse("USD").unwrap())), None);
    assert_eq!(assess(&sale, &[(TaxClass::Zero, eur(i64::MAX)), (TaxClass::Zero, eur(1))], eur(0)), None);
}

#[test]
fn what_was_decided_can_be_kept() {
    let decided = assessed("DE", None, &[MUG, BOOK], 600);
    let kept = serde_json::to_string(&decided).unwrap();
    assert_eq!(serde_json::from_str::<Assessment>(&kept).unwrap(), decided);
}

fn goods() -> impl Strategy<Value = Vec<(TaxClass, Money)>> {
    let line = (prop::sample::select(TaxClass::ALL), 0..10_000_000_i64).prop_map(|(class, minor)| (class, eur(minor)));
    prop::collection::vec(line, 0..8)
}

proptest! {
    #[test]
    fn every_sum_adds_up(goods in goods(), delivery in 0..100_000_i64, to in prop::sample::select(vec!["LV", "DE", "HU", "SK", "FI", "US", "CH"])) {
        let sold = assessed(to, None, &goods, delivery);
        let total = sold.goods.iter().copied().try_fold(sold.delivery, Split::plus).unwrap();
        prop_assert_eq!(total, sold.total);
        prop_assert_eq!(total.net.plus(total.tax), Some(total.gross));
        prop_assert_eq!(sold.taxes.iter().map(|line| line.tax.minor).sum::<i64>(), total.tax.minor);
        if sold.treatment.is_taxed() {
            prop_assert_eq!(sold.taxes.iter().map(|line| line.net.minor).sum::<i64>(), total.net.minor);
            prop_assert_eq!(total.gross.minor, goods.iter().map(|(_, gross)| gross.minor).sum::<i64>() + delivery);
        } else {
            prop_assert!(total.tax.is_zero() && sold.taxes.is_empty());
        }
    }

    #[test]
    fn an_export_costs_what_a_sale_at_home_leaves_the_shop(goods in goods(), delivery in 0..100_000_i64) {
        prop_assert_eq!(assessed("US", None, &goods, delivery).total.gross, assessed("LV", None, &goods, delivery).total.net);
    }
}
