//! B8: what a cart comes to elsewhere: every line's price in another currency, the ways of delivery with their days, taxes and
//! customs. It is worked out at every view of a cart, so it must not be felt.

use std::hint::black_box;
use std::time::Instant;

use domain::cart::{Cart, CartLine, Quantity};
use domain::contact::Country;
use domain::delivery::{Sending, options};
use domain::exchange::{Exchange, Rate, Rates};
use domain::ids::{LineId, OfferId, ProductId};
use domain::money::{Currency, Money};
use domain::offers::{BuyGet, Gives, Limits, Now, Offer, Reach, Standing, Together, Used};
use domain::pricing::totals;
use domain::tax::{Percent, TaxClass};
use domain::testing;
use domain::time::Timestamp;

use super::WINDOWS;
use super::table::Table;
use crate::trouble::Outcome;

const LINES: i64 = 20;
const ROUNDS: u32 = 2_000;
/// Lines of a great cart, the offers that stand then, and the milliseconds it may take.
const GREAT: (i64, i64, f64) = (100, 50, 2.0);
const GREAT_ROUNDS: u32 = 200;
/// Milliseconds.
const MOST: f64 = 1.0;
/// Friday, 2026-11-20, 09:00 UTC.
const NOW: Timestamp = Timestamp(1_795_165_200_000);

/// Prints the time of a cart that stays in the Union, and of one that leaves it.
pub fn measure(table: &mut Table) -> Outcome<()> {
    table.title(&format!("B8  price conversion, delivery and tax of a cart of {LINES} lines, best of {WINDOWS} x {ROUNDS}"));
    for (code, currency) in [("PL", "PLN"), ("US", "USD")] {
        let best = best_of(ROUNDS, || summed(black_box(code), currency, LINES, 0))?;
        table.judged(&format!("to {code} in {currency}"), &format!("{best:.3} ms"), best <= MOST, "<= 1 ms");
    }
    let (lines, offers, most) = GREAT;
    let best = best_of(GREAT_ROUNDS, || summed(black_box("PL"), "PLN", lines, offers))?;
    let name = format!("to PL in PLN, {lines} lines, {offers} offers that stand");
    table.judged(&name, &format!("{best:.3} ms"), best <= most, "<= 2 ms");
    Ok(())
}

/// The milliseconds of one of so many, in the best of some windows.
fn best_of(rounds: u32, once: impl Fn() -> Outcome<Money>) -> Outcome<f64> {
    let mut best = f64::MAX;
    for _ in 0..WINDOWS {
        let begun = Instant::now();
        for _ in 0..rounds {
            black_box(once()?);
        }
        best = best.min(begun.elapsed().as_secs_f64() * 1000.0 / f64::from(rounds));
    }
    Ok(best)
}

/// Offers as a shop has them: a part off this or that, a sum off, two for the price of one, delivery. Half go with all others,
/// the rest with those of other kinds, so that it has to be weighed which are given.
fn offers(count: i64) -> Vec<Standing> {
    let offer = |number: i64| {
        let gives = match number % 4 {
            0 => Gives::Percent(Percent::from_hundredths(500 + 10 * number as u32)),
            1 => Gives::Amount(Money::new(100 + number, Currency::EUR)),
            2 => Gives::BuyGet(BuyGet { buy: 1, get: 1, of: None, percent: Percent::from_hundredths(5_000), times: Some(2) }),
            _ => Gives::Delivery(None),
        };
        let reach = match number % 3 {
            0 => Reach::Everything,
            _ => Reach::Products((number..number + 20).map(ProductId).collect()),
        };
        let together = if number % 2 == 0 { Together::All } else { Together::OtherKinds };
        let limits = Limits { in_all: Some(1_000), ..Limits::default() };
        let offer = Offer { id: OfferId(number), code: None, gives, reach, limits, together };
        Standing { offer, used: Used { in_all: 3, ..Used::default() } }
    };
    (1..=count).map(offer).collect()
}

fn summed(code: &str, currency: &str, lines: i64, standing: i64) -> Outcome<Money> {
    let (to, day) = (Country::parse(code)?, NOW.day());
    let currency = Currency::parse(currency)?;
    let rate = Rate::parse("1.1172")?;
    let exchange = Exchange::between((Currency::EUR, Rate::ONE), (currency, rate), day).ok_or("no such rate")?;
    let rates = Rates { day, each: vec![(currency, rate)] };
    let list = testing::list(to, exchange);
    let mut cart = Cart::empty(list);
    let two = Quantity::new(2)?;
    let line = |number: i64| {
        let line = testing::line(&list, 1_000 + 7 * number, two, TaxClass::Standard);
        // Light enough to be sent, however many.
        CartLine { id: LineId(number), product: ProductId(number), grams: 40, ..line }
    };
    cart.lines = (1..=lines).map(line).collect();
    cart.offering.standing = offers(standing);
    let ways = options(&Sending::of(&cart, NOW, 120));
    let way = ways.first().ok_or("nobody delivers there")?;
    Ok(totals(&cart, way, &list, "", Some(&rates), Now { at: NOW, day }).total)
}
