//! B8: what a cart comes to elsewhere: every line's price in another currency, the ways of delivery with their days, taxes and
//! customs. It is worked out at every view of a cart, so it must not be felt.

use std::hint::black_box;
use std::time::Instant;

use domain::cart::{Cart, CartLine, Quantity};
use domain::catalogue::{Slug, Stock};
use domain::contact::Country;
use domain::delivery::{Packet, Sending, options};
use domain::duty::GoodsClass;
use domain::exchange::{Exchange, Rate, Rates};
use domain::ids::{LineId, VariantId};
use domain::lang::{Lang, Said};
use domain::market::{PriceList, Shelf};
use domain::money::{Currency, Money};
use domain::pricing::totals;
use domain::tax::{TaxClass, treatment};
use domain::time::Timestamp;

use super::WINDOWS;
use super::table::Table;
use crate::trouble::Outcome;

const LINES: i64 = 20;
const ROUNDS: u32 = 2_000;
/// Milliseconds.
const MOST: f64 = 1.0;
/// Friday, 2026-11-20, 09:00 UTC.
const NOW: Timestamp = Timestamp(1_795_165_200_000);

/// Prints the time of a cart that stays in the Union, and of one that leaves it.
pub fn measure(table: &mut Table) -> Outcome<()> {
    table.title(&format!("B8  price conversion, delivery and tax of a cart of {LINES} lines, best of {WINDOWS} x {ROUNDS}"));
    for (code, currency) in [("PL", "PLN"), ("US", "USD")] {
        let mut best = f64::MAX;
        for _ in 0..WINDOWS {
            let begun = Instant::now();
            for _ in 0..ROUNDS {
                black_box(summed(black_box(code), currency)?);
            }
            best = best.min(begun.elapsed().as_secs_f64() * 1000.0 / f64::from(ROUNDS));
        }
        table.judged(&format!("to {code} in {currency}"), &format!("{best:.3} ms"), best <= MOST, "<= 1 ms");
    }
    Ok(())
}

fn summed(code: &str, currency: &str) -> Outcome<Money> {
    let (home, to, day) = (Country::LATVIA, Country::parse(code)?, NOW.day());
    let currency = Currency::parse(currency)?;
    let rate = Rate::parse("1.1172")?;
    let exchange = Exchange::between((Currency::EUR, Rate::ONE), (currency, rate), day).ok_or("no such rate")?;
    let rates = Rates { day, each: vec![(currency, rate)] };
    let list = PriceList { home, to, exchange, treatment: treatment(home, to, None), day };
    let mut cart = Cart::empty(list);
    cart.lines = (1..=LINES).map(|number| line(&list, number)).collect::<Outcome<_>>()?;
    let goods = cart.lines.iter().map(|line| line.home.minor).sum();
    let sending = Sending {
        goods: Money::new(goods, Currency::EUR),
        packet: Packet { grams: 8_000, ..Packet::default() },
        to,
        now: NOW,
        shop_offset_minutes: 120,
        handling_days: 0,
    };
    let ways = options(&sending);
    let way = ways.first().ok_or("nobody delivers there")?;
    Ok(totals(&cart, way, &list, "", Some(&rates)).total)
}

fn line(list: &PriceList, number: i64) -> Outcome<CartLine> {
    let home = Money::new(1_000 + 7 * number, Currency::EUR);
    let tax = TaxClass::Standard;
    Ok(CartLine {
        id: LineId(number),
        variant: VariantId(number),
        slug: Slug::of("mug")?,
        name: Said { text: "Mug".into(), lang: Lang::En },
        values: Vec::new(),
        picture: None,
        unit: list.price(Shelf { price: home, own: None, class: tax }),
        unit_before: None,
        home,
        grams: 400,
        tax,
        goods: GoodsClass::Ceramics,
        quantity: Quantity::new(2)?,
        stock: Stock::Unlimited,
    })
}
