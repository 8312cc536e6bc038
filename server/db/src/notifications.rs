//! Messages to shoppers: one row for each event and channel, written in the transaction of the event, and sent by a job.
//!
//! Whatever happens to an order and is to be told calls [`say`], or [`say_of`] where it can happen more than once:
//!
//! ```text
//! notifications::say(tx, Kind::Cancelled, order)?;                                      // once for an order
//! notifications::say_of(tx, Kind::Refunded, order, "17", &Particulars { sum, .. })?;    // once for each `17`
//! notifications::say_of(tx, Kind::OrderLink, order, tx.now().0, &Particulars::default())?;  // as often as it is asked for
//! ```
//!
//! Saying it twice is saying it once. Who is written to, where and in which language is read off the order; whether, when and
//! with what it is sent is decided when it is due ([`claim`]). What cannot be said of an order, such as that a thing is back, is
//! said to an address by [`tell`].
//!
//! `notifications/said.rs` writes, `notifications/sending.rs` decides and notes what came of it, with `notifications/beside.rs` (what
//! else is said of an order) and `notifications/again.rs` (what was tried before), `notifications/chosen.rs` knows whom messages go to and what they have chosen, `notifications/devices.rs` which devices are told, `notifications/clocks.rs` by which clock they live,
//! `notifications/shown.rs` is what the desk sees.

use domain::ids::{CorrespondentId, NotificationId, OrderId};
use domain::lang::Lang;
use domain::notifications::{Channel, Kind, Particulars};
use domain::time::Timestamp;
use rusqlite::Row;

use crate::database::Conn;
use crate::error::{Fault, Result};
use crate::rows::Columns;

mod again;
mod beside;
mod chosen;
mod clocks;
mod devices;
mod parcels;
mod said;
mod sending;
mod shown;
mod things;

pub(crate) use chosen::wants_again;
pub use chosen::{Chosen, Correspondent, by_seed, choices, choose, decline, proven, seed_of};
pub use clocks::{lives_by, zone_of_reader};
pub use devices::{Asker, Device, Hears, device_gone, devices, forget_device, move_device, tell_device};
pub(crate) use parcels::{parcel_is_late, parcel_made, parcel_moved};
pub use said::{remind, say, say_of, tell, tell_back};
pub(crate) use said::{say_more, unless_paid};
pub use sending::{Claim, bounced, claim, is_hopeful, later, refused, sent};
pub use shown::{Logged, State, bounces, log};
pub use things::{in_cart, thing};

/// A message that waits to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its row.
    pub id: NotificationId,
    /// What it is about.
    pub kind: Kind,
    /// How it is carried.
    pub channel: Channel,
    /// The order it is about.
    pub order: Option<OrderId>,
    /// Whom it goes to.
    pub correspondent: CorrespondentId,
    /// Of what the token of their preferences is made.
    pub seed: String,
    /// Where: an address, or a telephone's number.
    pub recipient: String,
    /// The language to write in.
    pub lang: Lang,
    /// What it says beside what its order says.
    pub about: Particulars,
    /// The left side of its Message-ID.
    pub message: String,
    /// When it was written down.
    pub made_at: Timestamp,
    /// Since when it is due.
    pub due_at: Timestamp,
    /// How often it was tried.
    pub attempts: u32,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Message> {
    Ok(Message {
        id: NotificationId(row.get("id")?),
        kind: row.code("kind")?,
        channel: row.code("channel")?,
        order: row.get::<_, Option<i64>>("order_id")?.map(OrderId),
        correspondent: CorrespondentId(row.get("correspondent_id")?),
        seed: row.get("seed")?,
        recipient: row.get("recipient")?,
        lang: row.code("lang")?,
        about: row.json("about")?,
        message: row.get("message")?,
        made_at: row.time("made_at")?,
        due_at: row.time("due_at")?,
        attempts: row.get("attempts")?,
    })
}

/// A message by its row.
pub fn by_id(conn: &Conn, id: NotificationId) -> Result<Message> {
    const BY_ID: &str = "SELECT n.id, n.kind, n.channel, n.order_id, n.correspondent_id, c.seed, n.recipient, n.lang, n.about,
            n.message, n.made_at, n.due_at, n.attempts
        FROM notifications n JOIN correspondents c ON c.id = n.correspondent_id WHERE n.id = $1";
    conn.one(BY_ID, &[&id.0], read)?.ok_or(Fault::NotFound("message"))
}
