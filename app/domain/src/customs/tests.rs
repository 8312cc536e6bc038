use super::*;
use crate::documents::tests::order;
use crate::money::Currency;
use crate::tax::Treatment;
use crate::tracking::Share;

fn country(code: &str) -> Country {
    Country::parse(code).unwrap()
}

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn known(tariff: &str, origin: &str) -> Known {
    let (tariff, origin) = (TariffCode::parse(tariff).ok(), Country::parse(origin).ok());
    Known { product: ProductId(1), name: "Mug".to_owned(), grams: 340, tariff, origin }
}

fn piece(number: u32, shares: &[(u32, u32)]) -> Piece {
    let shares = shares.iter().map(|&(line, quantity)| Share { line, quantity }).collect();
    Piece { number, shares, by_hand: false, by_choice: false, parcel: None }
}

fn declares(order: &Order, piece: &Piece, known: &[Known]) -> Declaration {
    declaration((order, piece), known, Seller::named("Cartwright", Country::LATVIA), 900, Some)
}

#[test]
fn a_code_is_six_to_ten_digits_of_a_chapter_there_is() {
    for (text, code) in [("6912.00", "691200"), ("6912 00 81 10", "6912008110"), (" 691200 ", "691200")] {
        assert_eq!(TariffCode::parse(text).unwrap().as_str(), code);
    }
    for text in ["", "69120", "69120081101", "mugs", "6912,00", "001200", "６９１２００"] {
        assert_eq!(TariffCode::parse(text), Err(NotATariffCode), "{text}");
    }
}

#[test]
fn customs_look_at_what_leaves_the_union_and_at_nothing_inside_it() {
    let lv = Country::LATVIA;
    for (code, looked_at) in [("US", true), ("CH", true), ("GB", true), ("NO", true), ("DE", false), ("LV", false), ("MC", false)]
    {
        assert_eq!(crosses(lv, country(code)), looked_at, "{code}");
    }
    assert!(!crosses(country("US"), country("US")) && crosses(country("US"), lv) && crosses(country("CH"), country("DE")));
}

#[test]
fn what_lies_in_several_parcels_is_worth_in_all_what_was_paid() {
    let mut order = order(&[(1000, 3, 0)], 690, Treatment::Export);
    order.lines[0].off = eur(100);
    order.pieces = vec![piece(1, &[(0, 2)]), piece(2, &[(0, 1)])];
    let known = [known("691200", "LV")];
    let all: Vec<Declaration> = order.pieces.iter().map(|piece| declares(&order, piece, &known)).collect();
    assert_eq!((all[0].value().minor, all[1].value().minor), (1933, 967));
    assert_eq!((all[0].carriage, all[1].carriage), (eur(690), eur(0)), "delivery is paid once");
    assert_eq!(
        (all[0].lines[0].grams, all[0].lines[0].quantity, all[1].name()),
        (680, 2, format!("{}-2", order.number.as_str()))
    );
    assert!(!all[0].is_short());
}

#[test]
fn a_tax_that_is_inside_a_price_is_no_worth_to_customs() {
    let mut order = order(&[(1210, 1, 21)], 0, Treatment::Domestic);
    order.pieces = vec![piece(1, &[(0, 1)])];
    assert_eq!(declares(&order, &order.pieces[0].clone(), &[known("", "LV")]).value(), eur(1000));
}

#[test]
fn the_large_form_is_for_what_is_worth_more_and_for_what_nobody_can_reckon() {
    let form = |unit| {
        let mut order = order(&[(unit, 1, 0)], 0, Treatment::Export);
        order.pieces = vec![piece(1, &[(0, 1)])];
        declares(&order, &order.pieces[0].clone(), &[known("691200", "")]).form
    };
    assert_eq!([form(34_500), form(34_501)], [CustomsForm::Cn22, CustomsForm::Cn23]);
    let mut order = order(&[(100, 1, 0)], 0, Treatment::Export);
    order.pieces = vec![piece(1, &[(0, 1)])];
    let unknown = declaration(
        (&order, &order.pieces[0]),
        &[known("691200", "LV")],
        Seller::named("Cartwright", Country::LATVIA),
        0,
        |_| None,
    );
    assert_eq!((unknown.form, unknown.grams), (CustomsForm::Cn23, 340), "and it weighs what its things do at least");
}

#[test]
fn what_customs_ask_for_and_nobody_has_said_is_told() {
    for (tariff, origin, short) in [("691200", "LV", false), ("", "LV", true), ("691200", "", true), ("", "", true)] {
        assert_eq!(known(tariff, origin).is_short(), short);
    }
}
