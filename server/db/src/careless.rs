//! A shop that is careless on purpose, so that the long runs can be seen to notice it (`make torture`).
//!
//! The environment says how: `CARTWRIGHT_CARELESS=oversell|twice|early|double`. Only a program built with the feature
//! `careless` listens; in any other [`is`] is false before it is compiled, and what it guards is left out.

use std::sync::LazyLock;
use std::time::Duration;

use domain::ids::CartId;
use domain::payments::Tally;
use rusqlite::Connection;

use crate::error::Result;
use crate::payments::Payment;

/// Ways to be careless.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Promises what there is not.
    Oversell,
    /// Makes an order of every press of the button.
    Twice,
    /// Answers before it has written.
    Early,
    /// Takes every report of a payment for news.
    Double,
}

/// Moves stock without asking whether there is any.
pub const MOVE: &str = "UPDATE variants SET on_hand = on_hand + $1, held = held + $2 WHERE id = $3";

/// How long an early answer is ahead of its commit.
const AHEAD: Duration = Duration::from_millis(150);

static CHOSEN: LazyLock<Option<Way>> = LazyLock::new(|| match std::env::var("CARTWRIGHT_CARELESS").as_deref() {
    Ok("oversell") => Some(Way::Oversell),
    Ok("twice") => Some(Way::Twice),
    Ok("early") => Some(Way::Early),
    Ok("double") => Some(Way::Double),
    _ => None,
});

/// Whether this program is to be careless in this way.
pub fn is(way: Way) -> bool {
    crate::MAY_BE_CARELESS && *CHOSEN == Some(way)
}

/// Switches off the schema's own defence against overselling.
pub fn lower_the_guard(conn: &Connection) -> Result<()> {
    if is(Way::Oversell) {
        conn.execute_batch("PRAGMA ignore_check_constraints=ON;")?;
    }
    Ok(())
}

/// Forgets which cart an order is of.
pub fn forget(cart: CartId) -> Result<CartId> {
    Ok(if is(Way::Twice) { CartId(crate::token::chance()?.cast_signed() >> 1) } else { cart })
}

/// Forgets what is known of a payment already.
pub fn afresh(payment: Payment) -> Payment {
    if is(Way::Double) { Payment { tally: Tally::new(payment.tally.due), ..payment } } else { payment }
}

/// Takes its time to write what is answered already.
pub fn dawdle() {
    if is(Way::Early) {
        std::thread::sleep(AHEAD);
    }
}
