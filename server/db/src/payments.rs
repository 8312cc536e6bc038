//! Payments: one idempotent `settle`, called by webhook, return and reconciler alike.

use domain::ids::{OrderId, PaymentId};
use domain::money::Money;
use domain::orders::{OrderEvent, OrderNumber, OrderState};
use domain::payments::{PaymentState, Report, Reported, Step, apply};
use domain::time::Timestamp;

use crate::careless::{self, Way};
use crate::database::{Conn, Tx};
use crate::documents;
use crate::error::{Answer, Error, Fault, Result};
use crate::orders;
use crate::outbox::Job;
use crate::rows::Columns;
use crate::stock::{self, Item};
use domain::Never;

/// A payment with what is needed to talk about it to its provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Id: the shop's own name for it, which the provider keeps with it.
    pub id: PaymentId,
    /// What it pays.
    pub order: OrderId,
    /// That order's number.
    pub number: OrderNumber,
    /// Who takes the money.
    pub provider: String,
    /// The provider's name for it, once it has begun.
    pub reference: Option<String>,
    /// How far it has come.
    pub state: PaymentState,
    /// What is to be paid.
    pub due: Money,
    /// The language the order was placed in.
    pub lang: String,
    /// When it was begun.
    pub made_at: Timestamp,
}

/// A payment by its id.
pub fn by_id(conn: &Conn, id: PaymentId) -> Result<Payment> {
    const BY_ID: &str =
        "SELECT p.id, p.order_id, o.number, p.provider, p.reference, p.state, p.minor, p.currency, p.made_at, o.lang
        FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.id = $1";
    let found = conn.one(BY_ID, &[&id.0], |row| {
        Ok(Payment {
            id: PaymentId(row.get("id")?),
            order: OrderId(row.get("order_id")?),
            number: row.text("number")?,
            provider: row.get("provider")?,
            reference: row.get("reference")?,
            state: row.code("state")?,
            due: row.money("minor", "currency")?,
            lang: row.get("lang")?,
            made_at: row.time("made_at")?,
        })
    })?;
    found.ok_or(Fault::NotFound("payment"))
}

/// The latest payment of an order.
pub fn of_order(conn: &Conn, order: OrderId) -> Result<Payment> {
    const OF: &str = "SELECT id FROM payments WHERE order_id = $1 ORDER BY id DESC LIMIT 1";
    let id = conn.one(OF, &[&order.0], |row| Ok(PaymentId(row.get("id")?)))?.ok_or(Fault::NotFound("payment"))?;
    by_id(conn, id)
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
    let payment = by_id(tx, id)?;
    let order_state = orders::state(tx, payment.order)?;
    let step = match apply(payment.state, payment.due, report, order_state != OrderState::Paid) {
        // Goods of an order that was given up must be held again before its late money can be kept.
        Step::Settle if order_state == OrderState::Cancelled && !hold_again(tx, payment.order)? => Step::SendBack,
        _ if careless::is(Way::Double) && report.state == Reported::Captured => Step::Settle,
        step => step,
    };
    match step {
        Step::Nothing => return Ok(payment.state),
        Step::Mismatch => {
            tracing::error!(
                payment = id.0,
                due = payment.due.minor,
                told = report.amount.minor,
                "a provider reports another sum"
            );
            return Ok(payment.state);
        }
        Step::Settle => {
            become_(tx, &payment, PaymentState::Captured)?;
            enter(tx, &payment, "capture")?;
            for item in items(tx, payment.order)? {
                if !stock::sell(tx, item, payment.order)? && !careless::is(Way::Double) {
                    return Err(Error::Fault(Fault::Books(format!("order {} holds less than it sold", payment.number.as_str()))));
                }
            }
            orders::record(tx, payment.order, OrderEvent::PaymentTaken)?;
            documents::issue(tx, payment.order)?;
            tx.later(Job::MakeParcel, payment.order.0, tx.now())?;
        }
        Step::SendBack => {
            become_(tx, &payment, PaymentState::Refunding)?;
            enter(tx, &payment, "capture")?;
            tx.later(Job::Refund, payment.id.0, tx.now())?;
        }
        Step::SentBack => {
            become_(tx, &payment, PaymentState::Refunded)?;
            enter(tx, &payment, "refund")?;
        }
        Step::GiveUp => become_(tx, &payment, PaymentState::Failed)?,
    }
    Ok(by_id(tx, id)?.state)
}

/// Gives up waiting for an order's money: its goods are free again. An order that is paid, or given up already, stays as it is.
pub fn expire(tx: &Tx<'_>, order: OrderId) -> Answer<(), Never> {
    if !orders::record(tx, order, OrderEvent::PaymentExpired)? {
        return Ok(());
    }
    for item in items(tx, order)? {
        stock::release(tx, item, order)?;
    }
    Ok(())
}

/// A new attempt to pay an order whose last one will bring nothing.
pub fn try_again(tx: &Tx<'_>, order: OrderId) -> Answer<PaymentId, Never> {
    const AGAIN: &str = "INSERT INTO payments (order_id, provider, state, minor, currency, made_at)
        VALUES ($1, $2, 'pending', $3, $4, $5) RETURNING id";
    let last = of_order(tx, order)?;
    if last.state != PaymentState::Failed || orders::state(tx, order)? != OrderState::Placed {
        return Ok(last.id);
    }
    let id = tx.one(AGAIN, &[&order.0, &last.provider, &last.due.minor, &last.due.currency.code(), &tx.now().0], |row| {
        Ok(PaymentId(row.get("id")?))
    })?;
    let id = id.ok_or(Fault::Books("a new payment has no id".to_owned()))?;
    tx.later(Job::AskPayment, id.0, tx.now().plus_seconds(60))?;
    Ok(id)
}

fn become_(tx: &Tx<'_>, payment: &Payment, state: PaymentState) -> Result<()> {
    const BECOME: &str = "UPDATE payments SET state = $1, settled_at = $2 WHERE id = $3";
    tx.run(BECOME, &[&state.code(), &tx.now().0, &payment.id.0])?;
    tx.emit(crate::database::Event::Order(payment.order));
    Ok(())
}

/// The rows of one movement of money: what the provider holds for us, and what it is for. They sum to zero.
fn enter(tx: &Tx<'_>, payment: &Payment, cause: &str) -> Result<()> {
    const ENTER: &str = "INSERT INTO money_ledger (at, order_id, payment_id, account, minor, currency, cause)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let sign = if cause == "refund" { -1 } else { 1 };
    let sum = payment.due.minor * sign;
    for (account, minor) in [("provider", sum), ("shopper", -sum)] {
        tx.run(ENTER, &[&tx.now().0, &payment.order.0, &payment.id.0, &account, &minor, &payment.due.currency.code(), &cause])?;
    }
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
    conn.all(OF, &[&order.0], |row| {
        Ok(Item { variant: domain::ids::VariantId(row.get("variant_id")?), count: row.get("quantity")? })
    })
}
