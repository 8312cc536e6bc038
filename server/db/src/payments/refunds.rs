//! Refunds: credited, written down with who and why, and owed; a job sends the money.

use domain::documents::{Credit, CreditRefusal, Document, DocumentKind, DocumentNumber, Subject};
use domain::ids::OrderId;
use domain::money::Money;
use domain::notifications::{Kind, Particulars};
use domain::orders::OrderEvent;
use domain::payments::{PaymentState, RefundRefusal, Tally, Wanted};
use domain::staff::Staff;

use super::{Payment, kept_of, of_order};
use crate::careless::{self, Way};
use crate::database::{Conn, Event, Tx};
use crate::documents;
use crate::error::{Answer, Error, Fault, Result};
use crate::gift_cards;
use crate::notifications;
use crate::orders;
use crate::outbox::Job;

/// Refunds what is wanted of an order; says how much that is. The sum is that of the credit notes, to the cent, and what was
/// refunded before is what was credited before: credit, refund and the job are of one transaction.
///
/// It goes the way it was paid: first what the provider took, then to the gift cards that paid the rest; or, where that is
/// wanted, all of it onto a gift card of its own. Gift cards that are given back must be whole, and are worth nothing then.
pub fn refund(tx: &Tx<'_>, order: OrderId, wanted: &Wanted, staff: &Staff, reason: &str) -> Answer<Money, RefundRefusal> {
    const KEEP: &str = "UPDATE payments SET kept = $1 WHERE id = $2";
    let payment = of_order(tx, order)?;
    let kept = kept_of(tx, order)?;
    if payment.state() != PaymentState::Captured || kept.iter().any(|payment| payment.state() != PaymentState::Captured) {
        return Err(Error::Refused(RefundRefusal::NotTaken));
    }
    withdraw(tx, order, wanted)?;
    let mut minor = 0;
    for (invoice, credit) in credits(&documents::of_order(tx, order)?, wanted) {
        let note = documents::credit(tx, order, Some(invoice), &credit).map_err(|error| refused(error, &payment))?;
        minor += note.total.gross.minor;
    }
    if minor == 0 {
        return Err(Error::Refused(RefundRefusal::Nothing));
    }
    let there: i64 = kept.iter().map(|payment| payment.tally.refundable()).sum();
    let returned = if wanted.onto_card { 0 } else { minor.min(there) };
    let onto_cards = minor - returned;
    if wanted.onto_card {
        gift_cards::give_credit(tx, order, money(&payment, minor))?;
    } else if gift_cards::give_back(tx, order, onto_cards)? != onto_cards {
        return Err(Error::Refused(RefundRefusal::TooMuch(refundable(tx, &payment)?)));
    }
    let mut left = returned;
    for one in &kept {
        let part = left.min(one.tally.refundable());
        let cards = if one.id == payment.id { onto_cards } else { 0 };
        if let Some(after) = one.tally.refund(part) {
            tx.run(KEEP, &[&after.kept, &one.id.0])?;
            tx.later(Job::Refund, one.id.0, tx.now())?;
        }
        if part + cards > 0 {
            write(tx, one, (part + cards, cards), staff.name.as_str(), reason)?;
        }
        left -= part;
    }
    tx.emit(Event::Order(order));
    Ok(money(&payment, minor))
}

/// Credits all that is left of an order whose shopper has cancelled it, and notes as refunded what its payment and gift cards
/// had paid of it.
pub(super) fn refund_rest(tx: &Tx<'_>, payment: &Payment) -> Result<()> {
    for invoice in documents::numbers(tx, payment.order)?.into_iter().filter(|number| number.kind == DocumentKind::Invoice) {
        match documents::credit(tx, payment.order, Some(invoice), &Credit::All) {
            // An order that cost nothing has nothing on its invoice.
            Ok(_) | Err(Error::Refused(CreditRefusal::NoInvoice | CreditRefusal::Nothing)) => {}
            Err(Error::Refused(refusal)) => return Err(Fault::Books(refusal.to_string())),
            Err(Error::Fault(fault)) => return Err(fault),
        }
    }
    // What gift cards paid is noted once, with the payment the order stands on.
    let onto_cards = if payment.change.is_some() { 0 } else { gift_cards::paid(tx, payment.order)? };
    match payment.tally.refundable() + onto_cards {
        0 => Ok(()),
        minor => write(tx, payment, (minor, onto_cards), BY_ITSELF, "cancelled"),
    }
}

/// A refund of an order could not be delivered: what bounced is given as a gift card instead, so that nobody has to ask for it.
pub(super) fn bounced(tx: &Tx<'_>, payment: &Payment, after: Tally) -> Result<()> {
    let before = payment.tally;
    let minor = (after.bounced - before.bounced).min(after.kept - before.kept);
    if minor <= 0 {
        return Ok(());
    }
    tracing::error!(
        payment = payment.id.0,
        order = payment.number.as_str(),
        minor,
        "a refund came back; it is given as a gift card"
    );
    gift_cards::give_credit(tx, payment.order, money(payment, minor))?;
    write(tx, payment, (minor, minor), BY_ITSELF, "")?;
    orders::note(tx, payment.order, OrderEvent::RefundBounced)
}

/// Money went back: its shopper is told how much.
pub(super) fn told(tx: &Tx<'_>, payment: &Payment, after: Tally) -> Result<()> {
    let minor = after.returned - payment.tally.returned;
    if minor <= 0 {
        return Ok(());
    }
    let about = Particulars { sum: Some(money(payment, minor)), ..Particulars::default() };
    notifications::say_of(tx, Kind::Refunded, payment.order, format!("{}:{}", payment.id, after.returned), &about)
}

/// What can still be refunded of the order of a payment: what is not credited yet, as far as provider and gift cards have it.
pub fn refundable(conn: &Conn, payment: &Payment) -> Result<Money> {
    const LEFT: &str =
        "SELECT coalesce(sum(CASE kind WHEN 'invoice' THEN total_minor WHEN 'credit-note' THEN -total_minor END), 0) AS minor
        FROM documents WHERE order_id = $1";
    let left: i64 = conn.one(LEFT, &[&payment.order.0], |row| row.get("minor"))?.unwrap_or(0);
    if careless::is(Way::Keeps) {
        return Ok(payment.due());
    }
    let taken: i64 = kept_of(conn, payment.order)?.iter().map(|payment| payment.tally.refundable()).sum();
    let there = taken + gift_cards::paid(conn, payment.order)?;
    Ok(money(payment, left.min(there)))
}

/// Takes the gift cards back whose price is refunded.
fn withdraw(tx: &Tx<'_>, order: OrderId, wanted: &Wanted) -> Answer<(), RefundRefusal> {
    const BOUGHT: &str = "SELECT position FROM order_lines WHERE order_id = $1 AND gift_card = 1 AND unit_minor > 0";
    for line in tx.all(BOUGHT, &[&order.0], |row| row.get::<_, i64>("position"))? {
        let count = usize::try_from(line).ok().and_then(|at| wanted.lines.get(at)).copied().unwrap_or(0);
        if !gift_cards::withdraw_line(tx, order, line, count)? {
            return Err(Error::Refused(RefundRefusal::CardSpent));
        }
    }
    Ok(())
}

/// What is credited, and of which invoice: things and delivery by their places on the invoices, one after the other, and a sum
/// beside them, of the first that has so much left.
fn credits(all: &[Document], wanted: &Wanted) -> Vec<(DocumentNumber, Credit)> {
    let (mut at, mut more, mut credits) = (0, wanted.more, Vec::new());
    for invoice in all.iter().filter(|one| one.number.kind == DocumentKind::Invoice) {
        let count = |(place, line): (usize, &domain::documents::Line)| match line.subject {
            Subject::Delivery(_) => (place, u32::from(wanted.delivery)),
            _ => (place, wanted.lines.get(at + place).copied().unwrap_or(0)),
        };
        let lines: Vec<(usize, u32)> = invoice.lines.iter().enumerate().map(count).filter(|(_, count)| *count > 0).collect();
        if !lines.is_empty() {
            credits.push((invoice.number, Credit::Lines(lines)));
        }
        at += invoice.lines.len();
        let part = more.min(left_of_sum(invoice, all)).max(0);
        if part > 0 {
            credits.push((invoice.number, Credit::Part(Money::new(part, invoice.total.gross.currency))));
            more -= part;
        }
    }
    // More than there is: refused by the first.
    if more > 0
        && let Some(invoice) = all.iter().find(|one| one.number.kind == DocumentKind::Invoice)
    {
        credits.push((invoice.number, Credit::Part(Money::new(wanted.more, invoice.total.gross.currency))));
    }
    credits
}

/// How much of an invoice was not credited yet, in minor units.
fn left_of_sum(invoice: &Document, all: &[Document]) -> i64 {
    let refers = |one: &&Document| {
        let to = one.refers_to.as_ref().map(|to| to.number);
        one.number.kind == DocumentKind::CreditNote && to == Some(invoice.number)
    };
    invoice.total.gross.minor - all.iter().filter(refers).map(|note| note.total.gross.minor).sum::<i64>()
}

fn refused(error: Error<CreditRefusal>, payment: &Payment) -> Error<RefundRefusal> {
    let refusal = match error {
        Error::Fault(fault) => return Error::Fault(fault),
        Error::Refused(CreditRefusal::MoreThanLeft(left)) => RefundRefusal::TooMuch(left),
        Error::Refused(CreditRefusal::OnlyLeft { .. }) => RefundRefusal::TooMany,
        Error::Refused(CreditRefusal::NoInvoice) => RefundRefusal::TooMuch(money(payment, 0)),
        Error::Refused(CreditRefusal::Nothing | CreditRefusal::NoLine(_)) => RefundRefusal::Nothing,
    };
    Error::Refused(refusal)
}

pub(super) fn money(payment: &Payment, minor: i64) -> Money {
    Money::new(minor, payment.due().currency)
}

/// Who refunds where nobody has to.
pub(super) const BY_ITSELF: &str = "";

/// `sums`: all of it, and what of it went onto gift cards.
pub(super) fn write(tx: &Tx<'_>, payment: &Payment, sums: (i64, i64), staff: &str, reason: &str) -> Result<()> {
    const WRITE: &str =
        "INSERT INTO refunds (at, order_id, payment_id, staff, reason, minor, cards_minor) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let (order, id) = (payment.order.0, payment.id.0);
    tx.run(WRITE, &[&tx.now().0, &order, &id, &staff, &reason, &sums.0, &sums.1])?;
    if sums.1 == 0 {
        return Ok(());
    }
    let about = Particulars { sum: Some(money(payment, sums.1)), ..Particulars::default() };
    notifications::say_of(tx, Kind::Refunded, payment.order, format!("cards:{}", tx.now().0), &about)
}
