//! Taking a person out of the books.

use domain::Never;
use domain::account::Account;
use domain::documents::{Buyer, Document, books_kept_until};
use domain::ids::{CorrespondentId, OrderId};
use domain::local_rules::RETURN_DAYS;
use domain::notifications::{Class, Kind};
use domain::time::{Day, Timestamp};

use super::{ACCOUNT_ROOMS, By, ORDER_ROOMS, ROOMS, Room, Whose, whose};
use crate::account::Key as Secrets;
use crate::database::Tx;
use crate::documents;
use crate::error::{Answer, Fault, Result};
use crate::notifications;
use crate::outbox::Job;
use crate::payments;
use crate::rows::{Columns, written};

const DAY_SECONDS: i64 = 24 * 3600;
/// So many days after it was to come at the latest, an order nobody has reported anything of is taken to have come.
const SILENT_DAYS: i64 = 60;

/// Deletes somebody: their account with all that is its own, and all that stands under the address they have proven. Orders under
/// way lose their account at once and the rest when they have ended.
pub fn erase(tx: &Tx<'_>, secrets: Secrets<'_>, account: &Account) -> Answer<(), Never> {
    const LEAVE: &str = "UPDATE orders SET account_id = NULL, browser_hash = '' WHERE id = $1";
    let whose = whose(tx, secrets, account)?;
    payments::forget_purses(tx, account)?;
    for order in &whose.orders {
        tx.run(LEAVE, &[&order.0])?;
        match rests(tx, *order)? {
            true => nobodys(tx, *order)?,
            false => tx.later(Job::ForgetOrder, order.0, tx.now().plus_seconds(DAY_SECONDS))?,
        }
    }
    for room in ROOMS.iter().chain(ACCOUNT_ROOMS).filter(|room| room.by != By::Reader) {
        empty(tx, room, &whose)?;
    }
    for reader in whose.readers() {
        for kind in Kind::ALL.iter().filter(|kind| kind.class() == Class::Marketing) {
            notifications::decline(tx, CorrespondentId(*reader), *kind)?;
        }
        forget_reader(tx, *reader)?;
    }
    Ok(())
}

/// An order of somebody who is deleted: nobody's by now, or to be looked at again then.
pub fn forget_order(tx: &Tx<'_>, order: OrderId) -> Answer<Option<Timestamp>, Never> {
    const READER: &str = "SELECT c.id FROM orders o JOIN correspondents c ON c.person = o.person WHERE o.id = $1";
    if !rests(tx, order)? {
        return Ok(Some(tx.now().plus_seconds(DAY_SECONDS)));
    }
    let reader = tx.one(READER, &[&order.0], |row| row.get::<_, i64>("id"))?;
    nobodys(tx, order)?;
    reader.map(|reader| forget_reader(tx, reader)).transpose()?;
    Ok(None)
}

/// The years are over for which the documents of an order that is nobody's name a buyer; else says when they are.
pub fn forget_books(tx: &Tx<'_>, order: OrderId) -> Answer<Option<Timestamp>, Never> {
    const OF: &str = "SELECT id, says FROM documents WHERE order_id = $1 AND nobodys_at IS NULL ORDER BY id";
    const REWRITE: &str = "UPDATE documents SET says = $1, nobodys_at = $2 WHERE id = $3";
    const REST: &[&str] = &[
        "UPDATE orders SET vat = '', vat_reference = '' WHERE id = $1",
        "UPDATE payments SET reference = NULL WHERE order_id = $1",
        "UPDATE refunds SET reason = '' WHERE order_id = $1",
    ];
    let kept = kept_until(tx, order)?.filter(|until| *until > tx.now());
    if kept.is_some() {
        return Ok(kept);
    }
    let all = tx.all(OF, &[&order.0], |row| Ok((row.get::<_, i64>("id")?, row.json::<Document>("says")?)))?;
    for (id, document) in all {
        let buyer = Buyer { lines: vec!["N. N.".to_owned()], vat: String::new(), ..document.buyer.clone() };
        tx.run(REWRITE, &[&written(&Document { buyer, ..document })?, &tx.now().0, &id])?;
    }
    REST.iter().try_for_each(|step| tx.run(step, &[&order.0]).map(drop))?;
    Ok(None)
}

fn empty(tx: &Tx<'_>, room: &Room, whose: &Whose) -> Result<()> {
    for key in whose.keys(room.by) {
        room.erase.iter().try_for_each(|step| tx.run(step, &[&key]).map(drop))?;
    }
    Ok(())
}

/// Takes whoever placed it out of an order, and out of its documents when their years are over.
fn nobodys(tx: &Tx<'_>, order: OrderId) -> Result<()> {
    for room in ORDER_ROOMS {
        room.erase.iter().try_for_each(|step| tx.run(step, &[&order.0]).map(drop))?;
    }
    tx.later(Job::ForgetPhotos, 0, tx.now())?;
    let until = kept_until(tx, order)?.unwrap_or(tx.now());
    tx.later(Job::ForgetBooks, order.0, until)
}

/// Until when the documents of an order name their buyer; none where it has none.
fn kept_until(tx: &Tx<'_>, order: OrderId) -> Result<Option<Timestamp>> {
    Ok(documents::of_order(tx, order)?.iter().map(|document| books_kept_until(document).start()).max())
}

/// Whether nothing more is to be expected of an order: it is given up, or all of it has come and can no longer be sent back; and
/// nobody is about to send its money back, or has to answer for it.
fn rests(tx: &Tx<'_>, order: OrderId) -> Result<bool> {
    const OF: &str = "SELECT o.state, o.promised_to, o.placed_at,
            (SELECT max(t.at) FROM timeline t WHERE t.order_id = o.id AND t.parcel_id IS NOT NULL) AS heard_at,
            (SELECT count(*) FROM order_lines l WHERE l.order_id = o.id AND l.gift_card = 0) AS things,
            (SELECT count(*) FROM pieces s WHERE s.order_id = o.id) AS pieces,
            (SELECT count(*) FROM parcels p WHERE p.order_id = o.id AND p.state = 'delivered') AS here,
            (SELECT count(*) FROM outbox j WHERE j.state <> 'done' AND (j.kind = 'make_parcel' OR j.kind = 'stop_parcel'
                OR j.kind = 'issue_documents') AND j.subject = o.id) AS work,
            (SELECT count(*) FROM outbox j JOIN payments p ON p.id = j.subject WHERE j.state <> 'done' AND p.order_id = o.id
                AND (j.kind = 'refund' OR j.kind = 'take_payment' OR j.kind = 'let_go')) AS money,
            (SELECT count(*) FROM problems b WHERE b.order_id = o.id AND b.state = 'open')
                + (SELECT count(*) FROM cancellations c WHERE c.order_id = o.id AND c.state = 'asked') AS questions
        FROM orders o WHERE o.id = $1";
    let found = tx.one(OF, &[&order.0], |row| {
        let state: String = row.get("state")?;
        let (things, pieces, here): (i64, i64, i64) = (row.get("things")?, row.get("pieces")?, row.get("here")?);
        let busy = row.get::<_, i64>("work")? + row.get::<_, i64>("money")? + row.get::<_, i64>("questions")? > 0;
        let came = (pieces > 0 && here == pieces).then(|| row.get::<_, Option<i64>>("heard_at")).transpose()?.flatten();
        let silent = row.day("promised_to")?.plus(SILENT_DAYS);
        let last: Day = came.map_or(silent, |at| Timestamp(at).day()).plus(i64::from(RETURN_DAYS));
        Ok((state, things, busy, last))
    })?;
    let (state, things, busy, last) = found.ok_or(Fault::NotFound("order"))?;
    let ended = match state.as_str() {
        "cancelled" => true,
        "paid" => things == 0 || last < tx.now().day(),
        _ => false,
    };
    Ok(ended && !busy)
}

/// Whoever messages went to is forgotten, unless one of their orders is under way or they have an account (again).
fn forget_reader(tx: &Tx<'_>, reader: i64) -> Result<()> {
    const WANTED: &str = "SELECT 1 AS wanted FROM correspondents c WHERE c.id = $1
        AND (EXISTS (SELECT 1 FROM orders WHERE person = c.person) OR EXISTS (SELECT 1 FROM accounts WHERE person = c.person))";
    if tx.one(WANTED, &[&reader], |_| Ok(()))?.is_some() {
        return Ok(());
    }
    for room in ROOMS.iter().filter(|room| room.by == By::Reader) {
        room.erase.iter().try_for_each(|step| tx.run(step, &[&reader]).map(drop))?;
    }
    Ok(())
}
