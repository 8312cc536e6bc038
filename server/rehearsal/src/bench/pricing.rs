//! B8: what a cart comes to elsewhere: every line's price in another currency, the ways of delivery with their days, taxes and
//! customs. It is worked out at every view of a cart, so it must not be felt.

use std::hint::black_box;
use std::time::Instant;

use domain::cart::{Cart, Quantity};
use domain::contact::Country;
use domain::delivery::{Sending, options};
use domain::exchange::{Exchange, Rate, Rates};
use domain::money::{Currency, Money};
use domain::offers::Now;
use domain::pricing::totals;
use domain::tax::TaxClass;
use domain::testing;
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
    let (to, day) = (Country::parse(code)?, NOW.day());
    let currency = Currency::parse(currency)?;
    let rate = Rate::parse("1.1172")?;
    let exchange = Exchange::between((Currency::EUR, Rate::ONE), (currency, rate), day).ok_or("no such rate")?;
    let rates = Rates { day, each: vec![(currency, rate)] };
    let list = testing::list(to, exchange);
    let mut cart = Cart::empty(list);
    let two = Quantity::new(2)?;
    cart.lines = (1..=LINES).map(|number| testing::line(&list, 1_000 + 7 * number, two, TaxClass::Standard)).collect();
    let ways = options(&Sending::of(&cart, NOW, 120));
    let way = ways.first().ok_or("nobody delivers there")?;
    Ok(totals(&cart, way, &list, "", Some(&rates), Now { at: NOW, day }).total)
}
