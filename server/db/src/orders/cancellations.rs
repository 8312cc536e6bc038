//! Wishes to cancel orders that are being packed: asked for on the order's page, answered at the desk, or ended by the parcel.
//!
//! There is one writer: of an answer and the carrier's word that the parcel has left, whichever is written first wins, and the
//! other finds that out.

use domain::Never;
use domain::ids::OrderId;
use domain::notifications::{Kind, Particulars};
use domain::orders::{
    AnswerRefusal, CancelRefusal, Cancellation, CancellationEvent, CancellationRow, CancellationState, OrderEvent, may_cancel,
};
use domain::staff::Staff;
use domain::time::Timestamp;
use rusqlite::Row;

use super::{cancel, note, packing, state};
use crate::database::{Conn, Event, Tx};
use crate::error::{Answer, Error, Fault, Result};
use crate::rows::Columns;
use crate::{gift_cards, notifications, tracking};

/// Rows on a page of the desk.
pub const PAGE: u32 = 50;

/// Asks to cancel an order that is being packed.
pub fn ask(tx: &Tx<'_>, id: OrderId, said: &str) -> Answer<(), CancelRefusal> {
    const ASK: &str = "INSERT INTO cancellations (order_id, state, said, asked_at) VALUES ($1, 'asked', $2, $3)
        ON CONFLICT (order_id) DO NOTHING";
    let parcels = tracking::states_of(tx, id)?;
    match may_cancel(state(tx, id)?, packing::began(tx, id)?, &parcels, &gift_cards::issued_of(tx, id)?) {
        Err(CancelRefusal::Packing) => {}
        Err(refusal) => return Err(Error::Refused(refusal)),
        Ok(()) => return Err(Error::Refused(CancelRefusal::AtOnce)),
    }
    tx.run("DELETE FROM typed_cancellations WHERE order_id = $1", &[&id.0])?;
    if tx.run(ASK, &[&id.0, &said, &tx.now().0])? == 0 {
        return Err(Error::Refused(CancelRefusal::Asked));
    }
    Ok(note(tx, id, OrderEvent::CancelAsked)?)
}

/// Answers a wish to cancel. A yes cancels the order, with all that belongs to that; a no leaves it as it is. Either way its
/// shopper is written to, and reads it on the order's page.
pub fn answer(tx: &Tx<'_>, id: OrderId, yes: bool, said: &str, staff: &Staff) -> Answer<(), AnswerRefusal> {
    let event = if yes { CancellationEvent::Granted } else { CancellationEvent::Declined };
    let before = of_order(tx, id)?.ok_or(Fault::NotFound("cancellation"))?;
    if !step(tx, id, event, (said, Some(staff)))? {
        let left = before.state == CancellationState::Overtaken;
        return Err(Error::Refused(if left { AnswerRefusal::Left } else { AnswerRefusal::Answered }));
    }
    if yes {
        return cancel::granted(tx, id, said).map_err(|error| match error {
            Error::Fault(fault) => Error::Fault(fault),
            Error::Refused(CancelRefusal::CardsIssued) => Error::Refused(AnswerRefusal::Cards),
            Error::Refused(CancelRefusal::Left) => Error::Refused(AnswerRefusal::Left),
            Error::Refused(_) => Error::Refused(AnswerRefusal::Answered),
        });
    }
    let about = Particulars { said: said.to_owned(), ..Particulars::default() };
    notifications::say_of(tx, Kind::CancelDeclined, id, "", &about)?;
    Ok(note(tx, id, OrderEvent::CancelDeclined)?)
}

/// A parcel of an order has left: nobody needs to answer any more whether it is cancelled.
pub(crate) fn overtaken(tx: &Tx<'_>, id: OrderId) -> Result<()> {
    if step(tx, id, CancellationEvent::ParcelLeft, ("", None))? {
        tx.emit(Event::Order(id));
    }
    Ok(())
}

/// Takes a step of a wish to cancel. False where it does not fit, or nobody wishes it: nothing is changed then.
fn step(tx: &Tx<'_>, id: OrderId, event: CancellationEvent, (said, staff): (&str, Option<&Staff>)) -> Result<bool> {
    const STEP: &str = "UPDATE cancellations SET state = $1, answer = $2, ended_at = $3, staff_id = $4 WHERE order_id = $5";
    let Some(next) = of_order(tx, id)?.and_then(|before| before.state.apply(event)) else { return Ok(false) };
    tx.run(STEP, &[&next.code(), &said, &tx.now().0, &staff.map(|staff| staff.id.0), &id.0])?;
    Ok(true)
}

/// The wish to cancel an order; none where nobody has asked.
pub fn of_order(conn: &Conn, id: OrderId) -> Result<Option<Cancellation>> {
    const OF: &str = "SELECT state, said, asked_at, answer, ended_at FROM cancellations WHERE order_id = $1";
    conn.one(OF, &[&id.0], read)
}

/// A page of all of them, those that wait for an answer first, the longest waiting before the others; one more than the page where
/// there are more.
pub fn all(conn: &Conn, page: u32) -> Result<Vec<CancellationRow>> {
    const ALL: &str = "SELECT o.number, c.state, c.said, c.asked_at, c.answer, c.ended_at
        FROM cancellations c JOIN orders o ON o.id = c.order_id
        ORDER BY CASE c.state WHEN 'asked' THEN c.asked_at - 9000000000000000 ELSE -c.asked_at END, c.order_id LIMIT $1 OFFSET $2";
    let from = page.saturating_sub(1).saturating_mul(PAGE);
    conn.all(ALL, &[&(PAGE + 1), &from], |row| Ok(CancellationRow { order: row.text("number")?, cancellation: read(row)? }))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Cancellation> {
    Ok(Cancellation {
        state: row.code("state")?,
        said: row.get("said")?,
        asked_at: row.time("asked_at")?,
        answer: row.get("answer")?,
        ended_at: row.get::<_, Option<i64>>("ended_at")?.map(Timestamp),
    })
}

/// Keeps why somebody would cancel, where that could not be taken.
pub fn keep_typed(tx: &Tx<'_>, id: OrderId, said: &str) -> Answer<(), Never> {
    const KEEP: &str = "INSERT INTO typed_cancellations (order_id, said) VALUES ($1, $2)
        ON CONFLICT (order_id) DO UPDATE SET said = excluded.said";
    tx.run(KEEP, &[&id.0, &said])?;
    Ok(())
}

/// What was typed last and could not be taken.
pub fn typed(conn: &Conn, id: OrderId) -> Result<Option<String>> {
    conn.one("SELECT said FROM typed_cancellations WHERE order_id = $1", &[&id.0], |row| row.get("said"))
}
