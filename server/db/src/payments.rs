//! Payments: one idempotent `settle`, called by webhook, return and reconciler alike.
//!
//! What reports mean is decided in `domain::payments`; `payments/settling.rs` writes it down, with the rows of the money ledger
//! (`payments/ledger.rs`). Attempts are begun and given up in `payments/tries.rs`, refunds in `payments/refunds.rs`, what
//! providers keep for an account is in `payments/purses.rs`, what changes of an
//! order cost more or less in `payments/changes.rs`.

use std::sync::Arc;

use domain::Never;
use domain::ids::{ChangeId, OrderId, PaymentId};
use domain::money::Money;
use domain::orders::OrderNumber;
use domain::payments::{Decline, PaymentState, Tally, Waiting, Way};
use domain::time::Timestamp;
use rusqlite::Row;

use crate::database::{Conn, Tx};
use crate::error::{Answer, Fault, Result};
use crate::rows::Columns;
use crate::token::Token;

mod changes;
mod ledger;
mod purses;
mod refunds;
mod settling;
mod tries;

pub(crate) use changes::{begin_for_change, give_up_change, kept_of, lessen};
pub use changes::{standing, try_change_again, try_same_again, waits};
pub use purses::{Purse, ToForget, forget_card, forgotten, kept_cards, purse_is, shut_purse, to_forget};
pub(crate) use purses::{forget_purses, open_purse};
pub use refunds::{refund, refundable};
pub use settling::settle;
pub(crate) use settling::{items, parcel_is};
pub(crate) use tries::{begin, call_off};
pub use tries::{expire, refused, try_again};

/// A payment with what is needed to talk about it to its provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Id: the shop's own name for it, which the provider keeps with it.
    pub id: PaymentId,
    /// What it pays.
    pub order: OrderId,
    /// The change of that order it pays, where it pays one alone.
    pub change: Option<ChangeId>,
    /// That order's number.
    pub number: OrderNumber,
    /// How it is paid.
    pub way: Way,
    /// Who takes the money.
    pub provider: String,
    /// The provider's name for it, once it has begun.
    pub reference: Option<String>,
    /// Its money, and how far it has come.
    pub tally: Tally,
    /// What the shopper is shown to pay with, where that is not on the provider's page.
    pub waiting: Option<Waiting>,
    /// Why no money came, as far as the provider says.
    pub decline: Option<Decline>,
    /// The language the order was placed in.
    pub lang: String,
    /// Where messages about the order go; a provider may want it for its own receipts.
    pub email: String,
    /// Who pays: the name of the address.
    pub name: String,
    /// When it was begun.
    pub made_at: Timestamp,
    /// The purse of whoever pays, where their account has begun it.
    pub purse: Option<Purse>,
}

impl Payment {
    /// How far it has come.
    pub const fn state(&self) -> PaymentState {
        self.tally.state
    }

    /// What is to be paid: what the provider is asked for.
    pub const fn due(&self) -> Money {
        self.tally.due
    }

    /// What of that is wanted yet: what is taken of what was promised.
    pub const fn wanted(&self) -> Money {
        self.tally.wanted()
    }
}

/// Who stands for the provider where there is no money to take.
const SHOP: &str = "shop";

/// Who takes the money of which way.
#[derive(Clone, Debug, Default)]
pub struct Takers(pub Arc<[(Way, &'static str)]>);

impl Takers {
    /// The name of the provider that takes money this way; none where nobody does. Where nothing is left to pay, the shop itself
    /// sees to it.
    pub fn of(&self, way: Way) -> Option<&'static str> {
        if way == Way::Nothing {
            return Some(SHOP);
        }
        self.0.iter().find(|(known, _)| *known == way).map(|(_, provider)| *provider)
    }
}

/// A payment by its id.
pub fn by_id(conn: &Conn, id: PaymentId) -> Result<Payment> {
    const BY_ID: &str =
        "SELECT p.id, p.order_id, p.change_id, p.less, o.number, p.way, p.provider, p.reference, p.state, p.minor, p.currency, p.taken,
            p.returned, p.bounced, p.lost, p.won, p.kept, p.waiting, p.decline, p.made_at, o.lang, o.email, o.name,
            p.keep_card, a.id AS payer, a.made_at AS payer_since, a.email AS payer_email, u.name AS purse
        FROM payments p JOIN orders o ON o.id = p.order_id
            LEFT JOIN accounts a ON a.owner_hash = o.browser_hash AND p.purse_open = 1
            LEFT JOIN purses u ON u.account_id = a.id AND u.provider = p.provider
        WHERE p.id = $1";
    conn.one(BY_ID, &[&id.0], read)?.ok_or(Fault::NotFound("payment"))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Payment> {
    Ok(Payment {
        id: PaymentId(row.get("id")?),
        order: OrderId(row.get("order_id")?),
        change: row.get::<_, Option<i64>>("change_id")?.map(ChangeId),
        number: row.text("number")?,
        way: row.code("way")?,
        provider: row.get("provider")?,
        reference: row.get("reference")?,
        tally: Tally {
            state: row.code("state")?,
            due: row.money("minor", "currency")?,
            less: row.get("less")?,
            taken: row.get("taken")?,
            returned: row.get("returned")?,
            bounced: row.get("bounced")?,
            lost: row.get("lost")?,
            won: row.get("won")?,
            kept: row.get("kept")?,
        },
        waiting: row.get::<_, Option<String>>("waiting")?.and_then(|text| serde_json::from_str(&text).ok()),
        decline: row.maybe_code("decline")?,
        lang: row.get("lang")?,
        email: row.get("email")?,
        name: row.get("name")?,
        made_at: row.time("made_at")?,
        purse: purses::read(row)?,
    })
}

/// The payment an order stands on: the one whose money it has or is promised, or else the latest attempt. Those of its changes are
/// others.
pub fn of_order(conn: &Conn, order: OrderId) -> Result<Payment> {
    const OF: &str = "SELECT id FROM payments WHERE order_id = $1 AND change_id IS NULL
        ORDER BY CASE WHEN state IN ('promised', 'captured') THEN 0 ELSE 1 END, id DESC LIMIT 1";
    let id = conn.one(OF, &[&order.0], |row| Ok(PaymentId(row.get("id")?)))?.ok_or(Fault::NotFound("payment"))?;
    by_id(conn, id)
}

/// What was paid with last from a browser.
pub fn last_way(conn: &Conn, browser: &Token) -> Result<Option<Way>> {
    const LAST: &str = "SELECT p.way FROM orders o JOIN payments p ON p.order_id = o.id
        WHERE o.browser_hash = $1 AND p.state IN ('promised', 'captured') ORDER BY o.placed_at DESC, p.id DESC LIMIT 1";
    conn.one(LAST, &[&browser.hash()], |row| row.code("way"))
}

/// The provider has begun a payment under its own name.
pub fn begun(tx: &Tx<'_>, id: PaymentId, reference: &str) -> Answer<(), Never> {
    const BEGUN: &str = "UPDATE payments SET reference = $1 WHERE id = $2 AND reference IS NULL";
    tx.run(BEGUN, &[&reference, &id.0])?;
    Ok(())
}
