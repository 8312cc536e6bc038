//! What a provider reports, written down: once, however often it is told.

use domain::Never;
use domain::ids::{OrderId, PaymentId, VariantId};
use domain::orders::{OrderEvent, OrderState};
use domain::payments::{Decline, Flow, Mismatch, PaymentState, Report, Step, Tally, apply};
use domain::tracking::ParcelState;

use super::{Payment, by_id, kept_of, ledger, purses, refunds, tries};
use crate::careless::{self, Way};
use crate::database::{Conn, Event, Tx};
use crate::error::{Answer, Fault, Result};
use crate::outbox::Job;
use crate::stock::{self, Item};
use crate::{documents, gift_cards, notifications, offers, orders};

/// Takes what the provider reports of a payment. However often, late and in whatever order it is told,
/// the order is paid once, the goods leave once, and the books balance.
pub fn settle(tx: &Tx<'_>, id: PaymentId, report: &Report) -> Answer<PaymentState, Never> {
    let payment = careless::afresh(by_id(tx, id)?);
    let order_state = orders::state(tx, payment.order)?;
    let keepable = match payment.change {
        Some(change) => orders::can_be_made(tx, change)?,
        None => order_state != OrderState::Paid || careless::is(Way::Double),
    };
    let (mut after, mut step) = match apply(payment.tally, report, keepable) {
        Ok(decided) => decided,
        Err(Mismatch) => {
            tracing::error!(payment = id.0, due = payment.due().minor, ?report, "a provider reports another sum");
            return Ok(payment.state());
        }
    };
    // Goods and offers of an order that was given up must be had again before its late money can be kept; whoever cancelled it
    // does not want them.
    let wanted = matches!(step, Some(Step::Paid | Step::Promised));
    if wanted && payment.change.is_none() && order_state == OrderState::Cancelled && !hold_again(tx, payment.order)? {
        (after, step) = apply(payment.tally, report, false).unwrap_or((after, step));
    }
    keep(tx, &payment, after, report)?;
    // Once: a card that was removed since is not kept anew by later news.
    if let Some(card) = report.keeps.as_ref().filter(|_| matches!(step, Some(Step::Paid | Step::Promised))) {
        purses::keep_card(tx, &payment, card)?;
    }
    follow(tx, &payment, step)?;
    // What was owed before is on its way already.
    if after.owed_back() > payment.tally.owed_back() {
        tx.later(Job::Refund, id.0, tx.now())?;
    }
    Ok(after.state)
}

/// What a step means for the order, or for the change of it that was to be paid.
fn follow(tx: &Tx<'_>, payment: &Payment, step: Option<Step>) -> Result<()> {
    match (step, payment.change) {
        (Some(Step::Paid | Step::Promised), Some(change)) => {
            orders::made(tx, change)?;
            tries::give_up_others(tx, payment)
        }
        (step, _) => follow_order(tx, payment, step),
    }
}

fn follow_order(tx: &Tx<'_>, payment: &Payment, step: Option<Step>) -> Result<()> {
    match step {
        Some(Step::Paid) => {
            go_on(tx, payment, OrderEvent::PaymentTaken)?;
            issue(tx, payment.order)
        }
        Some(Step::Taken) => issue(tx, payment.order),
        Some(Step::Promised) => {
            go_on(tx, payment, OrderEvent::PaymentPromised)?;
            let now = payment.way.can_promise() && brings(tx, payment.order)?.gift_cards;
            if now { tx.later(Job::TakePayment, payment.id.0, tx.now()) } else { Ok(()) }
        }
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
            orders::note(tx, payment.order, OrderEvent::PaymentBroken)?;
            // What of the order is paid waited for it, and does so no more.
            documents::issue(tx, payment.order)
        }
        Some(Step::GivenUp) | None => Ok(()),
    }
}

/// The money of an order is taken: its documents are written, and its gift cards are worth something.
fn issue(tx: &Tx<'_>, order: OrderId) -> Result<()> {
    documents::issue(tx, order)?;
    gift_cards::issue(tx, order)
}

/// The goods of a paid order leave the shelf, its parcel is made, and nobody waits for another payment.
fn go_on(tx: &Tx<'_>, payment: &Payment, event: OrderEvent) -> Result<()> {
    for item in items(tx, payment.order)? {
        if !stock::sell(tx, item, payment.order)? && !careless::is(Way::Double) {
            return Err(Fault::Books(format!("order {} holds less than it sold", payment.number.as_str())));
        }
    }
    orders::record(tx, payment.order, event)?;
    tries::give_up_others(tx, payment)?;
    if brings(tx, payment.order)?.parcel { orders::pack_later(tx, payment.order) } else { Ok(()) }
}

/// What an order brings: something that is sent in a parcel, gift cards, or both.
struct Brings {
    parcel: bool,
    gift_cards: bool,
}

fn brings(conn: &Conn, order: OrderId) -> Result<Brings> {
    const BRINGS: &str =
        "SELECT min(gift_card) = 0 AS parcel, max(gift_card) = 1 AS gift_cards FROM order_lines WHERE order_id = $1";
    let brings =
        conn.one(BRINGS, &[&order.0], |row| Ok(Brings { parcel: row.get("parcel")?, gift_cards: row.get("gift_cards")? }))?;
    brings.ok_or(Fault::NotFound("order"))
}

/// A parcel of an order has come so far, or, of `whole`, all of it is at the door: money that was promised is taken once, when
/// the first parcel leaves; at the door, when the last one is there.
pub(crate) fn parcel_is(tx: &Tx<'_>, order: OrderId, state: ParcelState, whole: bool) -> Result<()> {
    for payment in kept_of(tx, order)?.iter().filter(|payment| payment.state() == PaymentState::Promised) {
        let due = match payment.way.flow() {
            Flow::Door => whole,
            _ => !matches!(state, ParcelState::LabelCreated | ParcelState::Returning),
        };
        if due {
            tx.later(Job::TakePayment, payment.id.0, tx.now())?;
        }
    }
    Ok(())
}

/// Writes what is known of a payment now, and the movement of its money since.
fn keep(tx: &Tx<'_>, payment: &Payment, after: Tally, report: &Report) -> Result<()> {
    const KEEP: &str = "UPDATE payments SET state = $1, taken = $2, returned = $3, bounced = $4, lost = $5, won = $6, kept = $7,
            waiting = coalesce($8, waiting), decline = coalesce($9, decline), settled_at = $10 WHERE id = $11";
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
            &after.bounced,
            &after.lost,
            &after.won,
            &after.kept,
            &waiting,
            &decline,
            &tx.now().0,
            &payment.id.0,
        ],
    )?;
    ledger::enter(tx, payment, after)?;
    if let Some(shown) = report.waiting.as_ref().filter(|_| payment.waiting.is_none() && after.state == PaymentState::Pending) {
        notifications::unless_paid(tx, payment.order, payment.id.0, shown)?;
    }
    if after.lost > before.lost {
        gift_cards::dispute_bought(tx, payment.order)?;
    }
    if after.won > before.won && after.won == after.lost {
        gift_cards::win_back_bought(tx, payment.order)?;
    }
    refunds::bounced(tx, payment, after)?;
    refunds::told(tx, payment, after)?;
    tx.emit(Event::Order(payment.order));
    Ok(())
}

fn hold_again(tx: &Tx<'_>, order: OrderId) -> Result<bool> {
    let again = !orders::is_cancelled_for_good(tx, order)? && offers::left_for(tx, order)?;
    if !again || !gift_cards::spend_again(tx, order)? {
        return Ok(false);
    }
    let items = items(tx, order)?;
    for (at, &item) in items.iter().enumerate() {
        if !stock::hold(tx, item, order)? {
            for &held in &items[..at] {
                stock::release(tx, held, order)?;
            }
            gift_cards::give_back(tx, order, i64::MAX)?;
            return Ok(false);
        }
    }
    Ok(true)
}

pub(crate) fn items(conn: &Conn, order: OrderId) -> Result<Vec<Item>> {
    const OF: &str = "SELECT variant_id, quantity FROM order_lines WHERE order_id = $1 ORDER BY variant_id, position";
    conn.all(OF, &[&order.0], |row| Ok(Item { variant: VariantId(row.get("variant_id")?), count: row.get("quantity")? }))
}
