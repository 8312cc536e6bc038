//! What the desk sees of messages.

use domain::codes;
use domain::ids::NotificationId;
use domain::notifications::{Channel, Kind};
use domain::orders::OrderNumber;
use domain::time::Timestamp;

use crate::database::Conn;
use crate::error::Result;
use crate::rows::Columns;

codes! {
    /// What became of a message.
    State {
        /// It waits.
        Waiting = "waiting",
        /// It was sent.
        Sent = "sent",
        /// It was not to be sent.
        Dropped = "dropped",
        /// It could not be sent.
        Dead = "dead",
    }
}

/// A message as the log shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// Its row.
    pub id: NotificationId,
    /// What it is about.
    pub kind: Kind,
    /// How it is carried.
    pub channel: Channel,
    /// The order it is about.
    pub order: Option<OrderNumber>,
    /// Where it goes.
    pub recipient: String,
    /// What became of it.
    pub state: State,
    /// Why it was dropped or given up; or what was said at the last attempt.
    pub said: String,
    /// How often it could not be sent.
    pub attempts: u32,
    /// When it was written down.
    pub made_at: Timestamp,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
}

/// So many messages, the newest first, after leaving so many out.
pub fn log(conn: &Conn, skip: u32, most: u32) -> Result<Vec<Logged>> {
    const LOG: &str = "SELECT n.id, n.kind, n.channel, o.number, n.recipient, n.state, n.why, n.attempts, n.made_at, n.ended_at,
            (SELECT d.said FROM dispatches d WHERE d.notification_id = coalesce(n.lead_id, n.id) ORDER BY d.id DESC LIMIT 1) AS said
        FROM notifications n LEFT JOIN orders o ON o.id = n.order_id ORDER BY n.id DESC LIMIT $1 OFFSET $2";
    conn.all(LOG, &[&most, &skip], |row| {
        let (why, said): (String, Option<String>) = (row.get("why")?, row.get("said")?);
        Ok(Logged {
            id: NotificationId(row.get("id")?),
            kind: row.code("kind")?,
            channel: row.code("channel")?,
            order: row.get::<_, Option<String>>("number")?.and_then(|number| OrderNumber::parse(&number).ok()),
            recipient: row.get("recipient")?,
            state: row.code("state")?,
            said: if why.is_empty() { said.unwrap_or_default() } else { why },
            attempts: row.get("attempts")?,
            made_at: row.time("made_at")?,
            ended_at: row.get::<_, Option<i64>>("ended_at")?.map(Timestamp),
        })
    })
}

/// Addresses that nothing is written to because there is no such box: since when, and what was said.
pub fn bounces(conn: &Conn, most: u32) -> Result<Vec<(String, Timestamp, String)>> {
    const BOUNCES: &str = "SELECT email, bounced_at, bounce FROM correspondents WHERE bounced_at IS NOT NULL
        ORDER BY bounced_at DESC LIMIT $1";
    conn.all(BOUNCES, &[&most], |row| Ok((row.get("email")?, row.time("bounced_at")?, row.get("bounce")?)))
}
