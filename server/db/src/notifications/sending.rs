//! Sending: what becomes of a message that is due, and what came of it.
//!
//! What is claimed is fixed: which messages go as one, and under which Message-ID. A sender that is killed after it has sent and
//! before it has said so sends the same once more, and whoever receives it sees that it is the same.

use domain::Never;
use domain::ids::NotificationId;
use domain::notifications::{Channel, Class, Kind, Noted, Plan, plan};
use domain::orders::OrderState;
use domain::time::Timestamp;

use super::again::once_more;
use super::beside::beside;
use super::chosen::wants;
use super::parcels::{may_be_asked, waits_to_be_fetched};
use super::{Message, by_id, read};
use crate::careless::{self, Way};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Result};
use crate::orders;
use crate::restock;
use crate::wishlists;

/// How long a message waits for one about the same order that is being sent, in seconds.
const BUSY_SECONDS: i64 = 60;

/// So many days after its server said that there is no such box it is tried once more, in seconds: boxes come back, and servers
/// that refuse everything for an hour say the same.
const BOUNCE_SECONDS: i64 = 90 * 24 * 3600;

// What waits has not ended; there is no index of that which could be taken in place of the lead's.
const OF_LEAD: &str = "SELECT n.id, n.kind, n.channel, n.order_id, n.correspondent_id, c.seed, n.recipient, n.lang, n.about,
        n.message, n.made_at, n.due_at, n.attempts
    FROM notifications n JOIN correspondents c ON c.id = n.correspondent_id
    WHERE n.lead_id = $1 AND n.ended_at IS NULL ORDER BY n.id";

const END: &str = "UPDATE notifications SET state = $1, why = $2, ended_at = $3 WHERE lead_id = $4 AND ended_at IS NULL";

/// What is to be done with a message now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Send these as one: the newest is the headline, and the one it was asked for gives the Message-ID.
    Send(Vec<Message>),
    /// Look again then.
    Hold(Timestamp),
    /// Nothing: it was sent, dropped, or goes with another.
    Over,
}

/// Decides what is done with a message now, and fixes it. `open`: the first moment from now on at which a class may disturb.
pub fn claim(tx: &Tx<'_>, id: NotificationId, open: &dyn Fn(Class) -> Timestamp) -> Answer<Claim, Never> {
    const STATE: &str = "SELECT n.lead_id, c.bounced_at FROM notifications n JOIN correspondents c ON c.id = n.correspondent_id
        WHERE n.id = $1 AND n.state = 'waiting'";
    let asked = tx.one(STATE, &[&id.0], |row| {
        Ok((row.get::<_, Option<i64>>("lead_id")?.map(NotificationId), row.get::<_, Option<i64>>("bounced_at")?.map(Timestamp)))
    })?;
    let Some((lead, bounced_at)) = asked else { return Ok(Claim::Over) };
    let has_bounced = bounced_at.is_some_and(|at| tx.now().since(at) / 1000 < BOUNCE_SECONDS);
    match lead {
        Some(lead) if lead == id => return Ok(once_more(tx, id, has_bounced, open)?),
        Some(_) => return Ok(Claim::Over),
        None => {}
    }
    let message = by_id(tx, id)?;
    if let Some(why) = why_not(tx, &message, has_bounced)? {
        drop_it(tx, id, why)?;
        return Ok(Claim::Over);
    }
    let (all, last) = beside(tx, &message)?;
    if all.iter().any(|one| one.claimed) {
        return Ok(Claim::Hold(tx.now().plus_seconds(BUSY_SECONDS)));
    }
    let noted: Vec<Noted> = all.iter().map(|one| one.noted).collect();
    Ok(match plan(&noted, (id, message.channel), last, tx.now(), open) {
        Plan::Hold(until) => Claim::Hold(until),
        Plan::Drop => {
            drop_it(tx, id, "stale")?;
            Claim::Over
        }
        Plan::Send(together) => {
            take_along(tx, &message, &together)?;
            Claim::Send(of_lead(tx, id)?)
        }
    })
}

/// Why a message is not sent at all; none where it is.
pub(super) fn why_not(conn: &Conn, message: &Message, has_bounced: bool) -> Result<Option<&'static str>> {
    if has_bounced && message.channel == Channel::Email {
        return Ok(Some("bounced"));
    }
    if !wants(conn, message.correspondent, message.kind, message.channel)? {
        return Ok(Some("declined"));
    }
    let true_still = match (message.kind, message.order) {
        (Kind::PaymentPending | Kind::PaymentExpiring, Some(order)) => orders::state(conn, order)? == OrderState::Placed,
        (Kind::HowToReturn, Some(order)) => orders::state(conn, order)? == OrderState::Paid,
        (Kind::HowWasIt, Some(order)) => may_be_asked(conn, order)?,
        (Kind::PickupWaits, _) => message.about.parcel.map_or(Ok(false), |parcel| waits_to_be_fetched(conn, parcel))?,
        (Kind::BackInStock, _) => match message.about.variant {
            Some(variant) => restock::can_be_bought(conn, variant)? && wishlists::is_news(conn, message)?,
            None => false,
        },
        (Kind::PriceFell, _) => wishlists::is_news(conn, message)?,
        (Kind::CartLeft, _) => is_left(conn, message)?,
        _ => true,
    };
    Ok((!true_still).then_some("stale"))
}

/// Whether the cart of a reminder is still filled, not ordered, and whoever filled it still wants to be reminded.
fn is_left(conn: &Conn, message: &Message) -> Result<bool> {
    const LEFT: &str = "SELECT 1 AS one FROM drafts d WHERE d.cart_id = $1 AND d.reminder = 1 AND lower(d.email) = lower($2)
        AND EXISTS (SELECT 1 FROM cart_lines l WHERE l.cart_id = d.cart_id AND l.saved = 0)
        AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.cart_id = d.cart_id)
        AND NOT EXISTS (SELECT 1 FROM orders o WHERE lower(o.email) = lower($2) AND o.placed_at >= $3)";
    let Some(cart) = message.about.cart else { return Ok(false) };
    Ok(conn.one(LEFT, &[&cart.0, &message.recipient, &message.made_at.0], |_| Ok(()))?.is_some())
}

/// Fixes which messages go with this one. What its reader does not want is left out, and dropped.
fn take_along(tx: &Tx<'_>, lead: &Message, together: &[NotificationId]) -> Result<()> {
    const TAKE: &str = "UPDATE notifications SET lead_id = $1 WHERE id = $2";
    for &id in together {
        let one = by_id(tx, id)?;
        match why_not(tx, &one, false)? {
            Some(why) if id != lead.id => drop_it(tx, id, why)?,
            _ => drop(tx.run(TAKE, &[&lead.id.0, &id.0])?),
        }
    }
    Ok(())
}

/// Everything that goes with a message that is claimed, itself too, the oldest first.
pub(super) fn of_lead(conn: &Conn, lead: NotificationId) -> Result<Vec<Message>> {
    conn.all(OF_LEAD, &[&lead.0], read)
}

pub(super) fn drop_it(tx: &Tx<'_>, id: NotificationId, why: &str) -> Result<()> {
    const DROP: &str = "UPDATE notifications SET state = 'dropped', why = $1, ended_at = $2 WHERE id = $3";
    tx.run(DROP, &[&why, &tx.now().0, &id.0]).map(drop)
}

/// It was sent, with all that went with it.
pub fn sent(tx: &Tx<'_>, lead: NotificationId, said: &str) -> Answer<(), Never> {
    end(tx, lead, "sent", "")?;
    Ok(dispatched(tx, lead, "sent", said)?)
}

/// It could not be sent now; how often that was.
pub fn later(tx: &Tx<'_>, lead: NotificationId, said: &str) -> Answer<u32, Never> {
    const COUNT: &str = "UPDATE notifications SET attempts = attempts + 1 WHERE id = $1 RETURNING attempts";
    dispatched(tx, lead, "later", said)?;
    Ok(tx.one(COUNT, &[&lead.0], |row| row.get("attempts"))?.unwrap_or(0))
}

/// It will not be sent: whoever carries it does not want it, or it has been tried for too long.
pub fn refused(tx: &Tx<'_>, lead: NotificationId, said: &str) -> Answer<(), Never> {
    end(tx, lead, "dead", said)?;
    Ok(dispatched(tx, lead, "refused", said)?)
}

/// There is no such box: nothing more is written to it.
pub fn bounced(tx: &Tx<'_>, lead: NotificationId, said: &str) -> Answer<(), Never> {
    const BOUNCE: &str = "UPDATE correspondents SET bounced_at = $1, bounce = $2
        WHERE id = (SELECT correspondent_id FROM notifications WHERE id = $3)";
    tx.run(BOUNCE, &[&tx.now().0, &said, &lead.0])?;
    end(tx, lead, "dropped", "bounced")?;
    Ok(dispatched(tx, lead, "bounced", said)?)
}

fn end(tx: &Tx<'_>, lead: NotificationId, state: &str, why: &str) -> Result<()> {
    tx.run(END, &[&state, &why, &tx.now().0, &lead.0]).map(drop)
}

fn dispatched(tx: &Tx<'_>, lead: NotificationId, outcome: &str, said: &str) -> Result<()> {
    const LOG: &str = "INSERT INTO dispatches (notification_id, at, outcome, said) VALUES ($1, $2, $3, $4)";
    let said: String = said.chars().take(300).collect();
    tx.run(LOG, &[&lead.0, &tx.now().0, &outcome, &said]).map(drop)
}

/// Whether this shop says that it has sent before it sends.
pub fn is_hopeful() -> bool {
    careless::is(Way::Hopeful)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::TestDb;

    #[test]
    fn of_ten_thousand_that_wait_only_those_are_looked_at_that_go_together() {
        let shop = TestDb::new();
        for (sql, values) in [(OF_LEAD, 1), (END, 4)] {
            let asked = format!("EXPLAIN QUERY PLAN {sql}");
            let values = vec![&1_i64 as &dyn rusqlite::ToSql; values];
            let plan: Vec<String> = shop.read(|conn| conn.all(&asked, &values, |row| row.get("detail")));
            assert!(plan[0].contains("notifications_by_lead"), "{plan:?}");
        }
    }
}
