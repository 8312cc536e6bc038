//! What else is to be said of an order on a channel, and what was.

use domain::ids::{NotificationId, OrderId};
use domain::notifications::{Noted, Particulars};
use domain::time::Timestamp;

use super::Message;
use crate::database::Conn;
use crate::error::Result;
use crate::rows::Columns;

/// A message about the same order on the same channel.
pub(super) struct Beside {
    /// As the plan wants it.
    pub(super) noted: Noted,
    /// Whether somebody is sending it.
    pub(super) claimed: bool,
}

/// All about the order of a message on its channel, and when one of them was sent last.
pub(super) fn beside(conn: &Conn, message: &Message) -> Result<(Vec<Beside>, Option<Timestamp>)> {
    const OF: &str = "SELECT id, kind, about, due_at, state, lead_id, ended_at FROM notifications
        WHERE order_id = $1 AND channel = $2 ORDER BY id";
    const ALONE: &str = "SELECT id, kind, about, due_at, state, lead_id, ended_at FROM notifications WHERE id = $1";
    let row = |row: &rusqlite::Row<'_>| {
        let state: String = row.get("state")?;
        let noted = Noted {
            id: NotificationId(row.get("id")?),
            kind: row.code("kind")?,
            parcel: row.json::<Particulars>("about")?.parcel,
            due: row.time("due_at")?,
            waits: state == "waiting",
        };
        let sent_at = row.get::<_, Option<i64>>("ended_at")?.filter(|_| state == "sent").map(Timestamp);
        let claimed = noted.waits && row.get::<_, Option<i64>>("lead_id")?.is_some();
        Ok((Beside { noted, claimed }, sent_at))
    };
    let all = match message.order {
        Some(OrderId(order)) => conn.all(OF, &[&order, &message.channel.code()], row)?,
        None => conn.all(ALONE, &[&message.id.0], row)?,
    };
    let last = all.iter().filter(|(one, _)| !one.noted.kind.goes_alone()).filter_map(|(_, sent_at)| *sent_at).max();
    Ok((all.into_iter().map(|(one, _)| one).collect(), last))
}
