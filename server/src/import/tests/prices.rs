//! Files of the merchant's own prices.

use db::testing::RIGA;
use domain::exchange::Rate;
use domain::market::Market;

use super::*;

const GOODS: &[u8] =
    b"Handle,Title,SKU,Option1 Name,Option1 Value,Price\nmug,Ridge mug,M-1,Colour,Oat,19.00\nmug,,M-2,,Moss,18.00\n";

/// A desk of a shop that sells mugs, where a euro buys one of everything, so that a price of one's own stands out.
fn desk() -> Desk {
    let desk = Desk::new();
    let each = ["USD", "JPY", "GBP", "CHF"].map(|code| (Currency::parse(code).unwrap(), Rate::ONE)).to_vec();
    let day = desk.shop.db.now().day();
    desk.shop.write::<usize, domain::Never>(move |tx| Ok(db::market::save_rates(tx, day, &each)?)).unwrap();
    desk.import(GOODS, false);
    desk
}

/// What the two mugs cost in a currency, each with the price before a reduction.
fn seen(desk: &Desk, code: &str) -> [(i64, Option<i64>); 2] {
    let market = Market { currency: Currency::parse(code).unwrap(), ..RIGA };
    let view = desk.shop.read(|conn| db::market::view(conn, market, None, desk.shop.db.now().day()));
    let mug = desk.shop.read(|conn| catalogue::product(conn, &view, &Slug::parse("mug").unwrap()));
    [0, 1].map(|at| (mug.variants[at].price.minor, mug.variants[at].was.map(|was| was.minor)))
}

#[test]
fn own_prices_come_in_and_what_cannot_is_told_row_by_row() {
    let desk = desk();
    let file = "\u{feff}Currency;SKU;Compare-at price;Price\r\nUSD;M-1;25,00;21,50\r\njpy;M-1;;2400\r\nUSD;M-9;;5\r\nXXX;M-2;;5\r\n\
        JPY;M-2;;12,50\r\nUSD;M-2;;-5\r\nUSD;M-2;;\r\nEUR;M-2;;5\r\nUSD;M-1;;22\r\nCHF;M-2;;19,99\r\nGBP;;;5\r\nUSD;M-2;15;16\r\n";
    let (exit, dry) = desk.import(file.as_bytes(), true);
    assert_eq!((exit, dry[0].as_str()), (SOME, "would import 3 of 12 prices; 9 left out"));
    assert_eq!(seen(&desk, "USD"), [(1900, None), (1800, None)], "a trial keeps nothing");
    let (exit, printed) = desk.import(file.as_bytes(), false);
    assert_eq!(exit, SOME);
    let told: Vec<&str> = printed.iter().map(String::as_str).collect();
    assert_eq!(
        told,
        [
            "imported 3 of 12 prices; 9 left out",
            "row 2     M-1 USD: added, 21.50 (before: 25.00)",
            "row 3     M-1 JPY: added, 2400",
            "row 4     M-9 USD: the shop sells nothing of this SKU",
            "row 5     M-2: `XXX` is not a currency the shop can be paid in",
            "row 6     M-2 JPY: `12,50` has more decimals than the currency",
            "row 7     M-2 USD: `-5` is not an amount",
            "row 8     M-2 USD: there is no price",
            "row 9     M-2: EUR is the shop's own currency, whose prices come with the products",
            "row 10    M-1 USD: row 2 says its price already",
            "row 11    M-2 CHF: `19.99` is not a multiple of 0.05, as prices in CHF are",
            "row 12    it names no SKU",
            "row 13    M-2 USD: added, 16.00",
        ]
    );
    assert_eq!(seen(&desk, "USD"), [(2150, Some(2500)), (1600, None)]);
    assert_eq!(seen(&desk, "JPY"), [(2400, None), (18, None)], "the other one is converted");
}

#[test]
fn the_same_prices_twice_change_nothing_and_others_change_what_they_name() {
    let desk = desk();
    let file = "SKU,Currency,Price\nM-1,USD,21.50\nM-1,GBP,17\n";
    assert_eq!(desk.import(file.as_bytes(), false).0, ALL);
    let (exit, again) = desk.import(file.as_bytes(), false);
    assert_eq!((exit, &again[1..]), (ALL, &["row 2     M-1 USD: same".to_owned(), "row 3     M-1 GBP: same".to_owned()][..]));
    let (_, changed) = desk.import(b"Price,Currency,SKU\n22,USD,M-1\n", false);
    assert_eq!(changed[1], "row 2     M-1 USD: changed, 21.50 to 22.00");
    assert_eq!((seen(&desk, "GBP")[0], seen(&desk, "USD")[0]), ((1700, None), (2200, None)));
    let (exit, none) = desk.import(b"SKU,Currency,Price\n", false);
    assert_eq!((exit, none[0].as_str()), (NOTHING, "nothing was imported: there are no prices in the file"));
}

#[test]
fn products_that_come_in_again_leave_the_merchants_own_prices_alone() {
    let desk = desk();
    desk.import(b"SKU,Currency,Price\nM-1,USD,21.50\n", false);
    let (_, printed) = desk.import(GOODS, false);
    assert_eq!(printed.last().unwrap(), "row 2     mug: same");
    assert_eq!(seen(&desk, "USD")[0], (2150, None));
}

#[test]
fn a_shop_that_never_opened_knows_the_currencies_it_carries_along() {
    let desk = Desk::new();
    desk.import(GOODS, false);
    let (_, printed) = desk.import(b"SKU,Currency,Price\nM-1,USD,21.50\nM-1,XXX,5\n", false);
    assert_eq!(printed[0], "imported 1 of 2 prices; 1 left out");
}

#[test]
fn prices_by_market_are_not_taken_for_a_currencys() {
    let (_, printed) = Desk::new().import(b"Title,Price,Price / Germany\nMug,10,9\n", false);
    let expected = "prices by market name no currency; a file of SKU, Currency and Price brings them in";
    assert!(printed.contains(&expected.to_owned()), "{printed:#?}");
}
