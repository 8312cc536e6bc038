//! Payments: one idempotent `settle`, called by webhook, return and reconciler alike.
//!
//! What reports mean is decided in `domain::payments`; here it is written down, with the rows of the money ledger.

use std::sync::Arc;

use domain::Never;
use domain::ids::{OrderId, PaymentId, VariantId};
use domain::money::Money;
use domain::orders::{OrderEvent, OrderNumber, OrderState};
use domain::payments::{Decline, Flow, Mismatch, PaymentState, Report, Step, Tally, Waiting, Way, apply};
use domain::time::Timestamp;
use domain::tracking::ParcelState;
use rusqlite::Row;

use crate::careless::{self, Way as Careless};
use crate::database::{Conn, Event, Tx};
use crate::error::{Answer, Fault, Result};
use crate::orders;
use crate::outbox::Job;
use crate::rows::Columns;
use crate::stock::{self, Item};
use crate::token::Token;

mod ledger;
mod refunds;
mod tries;

pub use refunds::{refund, refunded};
pub(crate) use tries::begin;
pub use tries::{expire, try_again};

/// A payment with what is needed to talk about it to its provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Id: the shop's own name for it, which the provider keeps with it.
    pub id: PaymentId,
    /// What it pays.
    pub order: OrderId,
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
}

impl Payment {
    /// How far it has come.
    pub const fn state(&self) -> PaymentState {
        self.tally.state
    }

    /// What is to be paid.
    pub const fn due(&self) -> Money {
        self.tally.due
    }
}

/// Who takes the money of which way.
#[derive(Clone, Debug, Default)]
pub struct Takers(pub Arc<[(Way, &'static str)]>);

impl Takers {
    /// The name of the provider that takes money this way; none where nobody does.
    pub fn of(&self, way: Way) -> Option<&'static str> {
        self.0.iter().find(|(known, _)| *known == way).map(|(_, provider)| *provider)
    }
}

/// A payment by its id.
pub fn by_id(conn: &Conn, id: PaymentId) -> Result<Payment> {
    const BY_ID: &str =
        "SELECT p.id, p.order_id, o.number, p.way, p.provider, p.reference, p.state, p.minor, p.currency, p.taken,
            p.returned, p.lost, p.kept, p.waiting, p.decline, p.made_at, o.lang, o.email, o.name
        FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.id = $1";
    conn.one(BY_ID, &[&id.0], read)?.ok_or(Fault::NotFound("payment"))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Payment> {
    Ok(Payment {
        id: PaymentId(row.get("id")?),
        order: OrderId(row.get("order_id")?),
        number: row.text("number")?,
        way: row.code("way")?,
        provider: row.get("provider")?,
        reference: row.get("reference")?,
        tally: Tally {
            state: row.code("state")?,
            due: row.money("minor", "currency")?,
            taken: row.get("taken")?,
            returned: row.get("returned")?,
            lost: row.get("lost")?,
            kept: row.get("kept")?,
        },
        waiting: row.get::<_, Option<String>>("waiting")?.and_then(|text| serde_json::from_str(&text).ok()),
        decline: row.maybe_code("decline")?,
        lang: row.get("lang")?,
        email: row.get("email")?,
        name: row.get("name")?,
        made_at: row.time("made_at")?,
    })
}

/// The latest payment of an order.
pub fn of_order(conn: &Conn, order: OrderId) -> Result<Payment> {
    const OF: &str = "SELECT id FROM payments WHERE order_id = $1 ORDER BY id DESC LIMIT 1";
    let id = conn.one(OF, &[&order.0], |row| Ok(PaymentId(row.get("id")?)))?.ok_or(Fault::NotFound("payment"))?;
    by_id(conn, id)
}

/// The payment an order stands on: that whose money it has, or is promised.
pub fn kept_of(conn: &Conn, order: OrderId) -> Result<Option<Payment>> {
    const OF: &str = "SELECT id FROM payments WHERE order_id = $1 AND state IN ('promised', 'captured') ORDER BY id LIMIT 1";
    let id = conn.one(OF, &[&order.0], |row| Ok(PaymentId(row.get("id")?)))?;
    id.map(|id| by_id(conn, id)).transpose()
}

/// What was paid with last from a browser.
pub fn last_way(conn: &Conn, browser: &Token) -> Result<Option<Way>> {
    const LAST: &str = "SELECT p.way FROM orders o JOIN payments p ON p.order_id = o.id
        WHERE o.browser_hash = $1 AND p.state IN ('promised', 'captured') ORDER BY o.placed_at DESC, p.id DESC LIMIT 1";
    conn.one(LAST, &[&browser.hash()], |row| row.code("way"))
}

/// The payment a provider calls by this name.
pub fn by_reference(conn: &Conn, provider: &str, reference: &str) -> Result<PaymentId> {
    const BY_REFERENCE: &str = "SELECT id FROM payments WHERE provider = $1 AND reference = $2";
    conn.one(BY_REFERENCE, &[&provider, &reference], |row| Ok(PaymentId(row.get("id")?)))?.ok_or(Fault::NotFound("payment"))
}

/// The provider has begun a payment under its own name.
pub fn begun(tx: &Tx<'_>, id: PaymentId, reference: &str) -> Answer<(), Never> {
    const BEGUN: &str = "UPDATE payments SET reference = $1 WHERE id = $2 AND reference IS NULL";
    tx.run(BEGUN, &[&reference, &id.0])?;
    Ok(())
}

/// Takes what the provider reports of a payment. However often, late and in whatever order it is told,
/// the order is paid once, the goods leave once, and the books balance.
pub fn settle(tx: &Tx<'_>, id: PaymentId, report: &Report) -> Answer<PaymentState, Never> {
    let payment = careless::afresh(by_id(tx, id)?);
    let order_state = orders::state(tx, payment.order)?;
    let keepable = order_state != OrderState::Paid || careless::is(Careless::Double);
    let (mut after, mut step) = match apply(payment.tally, report, keepable) {
        Ok(decided) => decided,
        Err(Mismatch) => {
            tracing::error!(payment = id.0, due = payment.due().minor, ?report, "a provider reports another sum");
            return Ok(payment.state());
        }
    };
    // Goods of an order that was given up must be held again before its late money can be kept.
    let wanted = matches!(step, Some(Step::Paid | Step::Promised));
    if wanted && order_state == OrderState::Cancelled && !hold_again(tx, payment.order)? {
        (after, step) = apply(payment.tally, report, false).unwrap_or((after, step));
    }
    keep(tx, &payment, after, report)?;
    follow(tx, &payment, step)?;
    if after.owed_back() > 0 {
        tx.later(Job::Refund, id.0, tx.now())?;
    }
    Ok(after.state)
}

/// What a step means for the order.
fn follow(tx: &Tx<'_>, payment: &Payment, step: Option<Step>) -> Result<()> {
    match step {
        Some(Step::Paid) => go_on(tx, payment, OrderEvent::PaymentTaken),
        Some(Step::Promised) => go_on(tx, payment, OrderEvent::PaymentPromised),
        Some(Step::Partly) => orders::note(tx, payment.order, OrderEvent::PaymentPart),
        // Money, or its promise, that nothing is done with: the provider is told, and what came goes back.
        Some(Step::TooLate) => {
            orders::note(tx, payment.order, OrderEvent::PaymentUnwanted)?;
            tx.later(Job::LetGo, payment.id.0, tx.now())
        }
        Some(Step::Broken) => {
            tracing::error!(
                payment = payment.id.0,
                order = payment.number.as_str(),
                "what was promised for an order will not come"
            );
            orders::note(tx, payment.order, OrderEvent::PaymentBroken)
        }
        Some(Step::Taken | Step::GivenUp) | None => Ok(()),
    }
}

/// The goods of a paid order leave the shelf, and its parcel is made.
fn go_on(tx: &Tx<'_>, payment: &Payment, event: OrderEvent) -> Result<()> {
    for item in items(tx, payment.order)? {
        if !stock::sell(tx, item, payment.order)? && !careless::is(Careless::Double) {
            return Err(Fault::Books(format!("order {} holds less than it sold", payment.number.as_str())));
        }
    }
    orders::record(tx, payment.order, event)?;
    tx.later(Job::MakeParcel, payment.order.0, tx.now())
}

/// The parcel of an order has come so far: money that was promised is taken when it leaves, or when it is at the door.
pub(crate) fn parcel_is(tx: &Tx<'_>, order: OrderId, state: ParcelState) -> Result<()> {
    let promised = kept_of(tx, order)?.filter(|payment| payment.state() == PaymentState::Promised);
    let Some(payment) = promised else { return Ok(()) };
    let due = match payment.way.flow() {
        Flow::Door => state == ParcelState::Delivered,
        _ => !matches!(state, ParcelState::LabelCreated | ParcelState::Returning),
    };
    if due { tx.later(Job::TakePayment, payment.id.0, tx.now()) } else { Ok(()) }
}

/// Writes what is known of a payment now, and the movement of its money since.
fn keep(tx: &Tx<'_>, payment: &Payment, after: Tally, report: &Report) -> Result<()> {
    const KEEP: &str = "UPDATE payments SET state = $1, taken = $2, returned = $3, lost = $4, kept = $5,
            waiting = coalesce($6, waiting), decline = coalesce($7, decline), settled_at = $8 WHERE id = $9";
    let before = payment.tally;
    let waiting = report.waiting.as_ref().filter(|waiting| Some(*waiting) != payment.waiting.as_ref());
    let decline = report.decline.filter(|decline| Some(*decline) != payment.decline);
    if before == after && waiting.is_none() && decline.is_none() {
        return Ok(());
    }
    let waiting = waiting.map(|waiting| serde_json::to_string(waiting).unwrap_or_default());
    let decline = decline.map(Decline::code);
    tx.run(
        KEEP,
        &[
            &after.state.code(),
            &after.taken,
            &after.returned,
            &after.lost,
            &after.kept,
            &waiting,
            &decline,
            &tx.now().0,
            &payment.id.0,
        ],
    )?;
    ledger::enter(tx, payment, after)?;
    tx.emit(Event::Order(payment.order));
    Ok(())
}

fn hold_again(tx: &Tx<'_>, order: OrderId) -> Result<bool> {
    let items = items(tx, order)?;
    for (at, &item) in items.iter().enumerate() {
        if !stock::hold(tx, item, order)? {
            for &held in &items[..at] {
                stock::release(tx, held, order)?;
            }
            return Ok(false);
        }
    }
    Ok(true)
}

fn items(conn: &Conn, order: OrderId) -> Result<Vec<Item>> {
    const OF: &str = "SELECT variant_id, quantity FROM order_lines WHERE order_id = $1 ORDER BY variant_id, position";
    conn.all(OF, &[&order.0], |row| Ok(Item { variant: VariantId(row.get("variant_id")?), count: row.get("quantity")? }))
}
