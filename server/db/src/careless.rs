//! A shop that is careless on purpose, so that the long runs can be seen to notice it (`make torture`).
//!
//! The environment says how: `CARTWRIGHT_CARELESS` and the name of a [`Way`]. Only a program built with the feature
//! `careless` listens; in any other [`is`] is false before it is compiled, and what it guards is left out.

use std::sync::LazyLock;
use std::time::Duration;

use domain::checkout::Agreed;
use domain::codes;
use domain::ids::CartId;
use domain::payments::Tally;
use domain::pricing::Totals;
use rusqlite::Connection;

use crate::checkout::{Placed, Placing};
use crate::database::Tx;
use crate::error::Result;
use crate::payments::Payment;

codes! {
    /// Ways to be careless.
    Way {
        /// Promises what there is not.
        Oversell = "oversell",
        /// Makes an order of every press of the button.
        Twice = "twice",
        /// Answers before it has written.
        Early = "early",
        /// Takes every report of a payment for news.
        Double = "double",
        /// Does not count how often an offer was had.
        Uncounted = "uncounted",
        /// Keeps the money it has refunded.
        Keeps = "keeps",
        /// Pays with gift cards and leaves the money on them.
        Overspends = "overspends",
        /// Charges what the form says.
        Trusting = "trusting",
        /// Writes an order anew when it is sent once more.
        Rewrites = "rewrites",
        /// Looks at unfinished work once and never again.
        Once = "once",
        /// Believes whoever writes.
        Gullible = "gullible",
        /// Says that work is done before it does it.
        Hasty = "hasty",
        /// Says that a message is sent before it sends it.
        Hopeful = "hopeful",
        /// Answers as if a full disk had taken it.
        Blind = "blind",
        /// Goes on after its disk refused to sync.
        Stubborn = "stubborn",
        /// Looks at no password where there is no account.
        Glancing = "glancing",
        /// Writes no letter to who has no account.
        Sparing = "sparing",
        /// Writes nothing down of orders there are not.
        Idle = "idle",
    }
}

/// Moves stock without asking whether there is any.
pub(crate) const MOVE: &str = "UPDATE variants SET on_hand = on_hand + $1, held = held + $2 WHERE id = $3";

/// How long an early answer is ahead of what it is about.
pub const AHEAD: Duration = Duration::from_millis(150);

static CHOSEN: LazyLock<Option<Way>> =
    LazyLock::new(|| std::env::var("CARTWRIGHT_CARELESS").ok().and_then(|code| Way::from_code(&code)));

/// Whether this program is to be careless in this way.
pub fn is(way: Way) -> bool {
    crate::MAY_BE_CARELESS && *CHOSEN == Some(way)
}

/// Switches off the schema's own defence against overselling.
pub(crate) fn lower_the_guard(conn: &Connection) -> Result<()> {
    if is(Way::Oversell) {
        conn.execute_batch("PRAGMA ignore_check_constraints=ON;")?;
    }
    Ok(())
}

/// Forgets which cart an order is of.
pub(crate) fn forget(cart: CartId) -> Result<CartId> {
    Ok(if is(Way::Twice) { CartId(crate::token::chance()?.cast_signed() >> 1) } else { cart })
}

/// Forgets what is known of a payment already.
pub(crate) fn afresh(payment: Payment) -> Payment {
    if is(Way::Double) {
        Payment { tally: Tally { less: payment.tally.less, ..Tally::new(payment.tally.due) }, ..payment }
    } else {
        payment
    }
}

/// Takes its time to write what is answered already.
pub(crate) fn dawdle() {
    if is(Way::Early) {
        std::thread::sleep(AHEAD);
    }
}

/// Takes the sum on the button for what the goods cost.
pub(crate) fn as_told(totals: Totals, agreed: Agreed) -> Totals {
    let (told, due) = (agreed.due, totals.due());
    if !is(Way::Trusting) || told.currency != due.currency || told.minor < 0 {
        return totals;
    }
    let (mut goods, mut total) = (totals.goods, totals.total);
    goods.minor += told.minor - due.minor;
    total.minor += told.minor - due.minor;
    Totals { goods, total, ..totals }
}

/// Takes an order that is sent once more for another one.
pub(crate) fn rewrite(tx: &Tx<'_>, placed: &Placed, placing: &Placing) -> Result<()> {
    const REWRITE: &str = "UPDATE orders SET lang = $1, browser_hash = $2 WHERE id = $3";
    if is(Way::Rewrites) {
        tx.run(REWRITE, &[&placing.market.lang.code(), &placing.browser.hash(), &placed.order.0])?;
    }
    Ok(())
}
