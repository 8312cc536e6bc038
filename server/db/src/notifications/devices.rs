//! Devices that are told of orders: of one, where somebody asked for it on its page; of all of them, where they chose it among
//! their messages.

use domain::Never;
use domain::ids::{CorrespondentId, OrderId, SessionId};
use domain::orders::OrderNumber;
use rusqlite::ToSql;

use crate::database::{Conn, Tx};
use crate::error::{Answer, Fault, Result};
use crate::orders;
use crate::token::Token;

/// A correspondent has no more devices: the one that was added first goes.
const MOST: i64 = 20;

/// A device, as its browser's push service knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Where it is told: an address at the push service, which whoever knows it can push to.
    pub endpoint: String,
    /// Its public key, in base64url (RFC 8291).
    pub p256dh: String,
    /// What it shares with the shop, in base64url.
    pub auth: String,
    /// Whether it is told of all orders of its correspondent, and not of one alone.
    pub all: bool,
}

/// Of what a device is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hears {
    /// All orders of somebody.
    All(CorrespondentId),
    /// One order.
    Of(OrderId, OrderNumber),
}

/// Who has a device told.
#[derive(Clone, Debug, Default)]
pub struct Asker {
    /// Where somebody is signed in, the session: with it ends what the device is told.
    pub session: Option<SessionId>,
    /// The browser's own secret, where nobody is.
    pub browser: Option<Token>,
}

/// Tells a device from now on; its keys, and who had it told, are those that were said last.
pub fn tell_device(tx: &Tx<'_>, hears: &Hears, device: &Device, asker: &Asker) -> Answer<(), Never> {
    const KEEP: &str =
        "INSERT INTO devices (correspondent_id, order_number, endpoint, p256dh, auth, made_at, session_id, browser_hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (correspondent_id, order_number, endpoint) DO UPDATE SET p256dh = excluded.p256dh, auth = excluded.auth,
            session_id = excluded.session_id, browser_hash = excluded.browser_hash";
    const FEWER: &str = "DELETE FROM devices WHERE correspondent_id = $1 AND id NOT IN (SELECT id FROM devices
        WHERE correspondent_id = $1 ORDER BY id DESC LIMIT $2)";
    const READER: &str = "SELECT correspondent_id FROM notifications WHERE order_id = $1 ORDER BY id LIMIT 1";
    let (who, number) = match hears {
        Hears::All(who) => (*who, ""),
        Hears::Of(order, number) => {
            let reader = tx.one(READER, &[&order.0], |row| Ok(CorrespondentId(row.get("correspondent_id")?)))?;
            (reader.ok_or(Fault::NotFound("correspondent"))?, number.as_str())
        }
    };
    let (session, browser) =
        (asker.session.map(|session| session.0), asker.browser.as_ref().map(Token::hash).unwrap_or_default());
    let values: [&dyn ToSql; 8] =
        [&who.0, &number, &device.endpoint, &device.p256dh, &device.auth, &tx.now().0, &session, &browser];
    tx.run(KEEP, &values)?;
    tx.run(FEWER, &[&who.0, &MOST])?;
    Ok(())
}

/// Stops telling a device of anything: it says so itself, by what it alone shares with the shop.
pub fn forget_device(tx: &Tx<'_>, endpoint: &str, auth: &str) -> Answer<bool, Never> {
    Ok(tx.run("DELETE FROM devices WHERE endpoint = $1 AND auth = $2", &[&endpoint, &auth])? > 0)
}

/// A device's push service knows it by another name from now on: it says so itself, by what it alone shares with the shop. False
/// where there is none like it.
pub fn move_device(tx: &Tx<'_>, (was, secret): (&str, &str), device: &Device) -> Answer<bool, Never> {
    // Whoever has asked on its new name already hears there.
    const TWIN: &str = "DELETE FROM devices WHERE endpoint = $1 AND auth = $2 AND EXISTS (SELECT 1 FROM devices n
        WHERE n.endpoint = $3 AND n.endpoint <> devices.endpoint AND n.correspondent_id = devices.correspondent_id
            AND n.order_number = devices.order_number)";
    const MOVE: &str = "UPDATE devices SET endpoint = $1, p256dh = $2, auth = $3 WHERE endpoint = $4 AND auth = $5";
    let twins = tx.run(TWIN, &[&was, &secret, &device.endpoint])?;
    let moved = tx.run(MOVE, &[&device.endpoint, &device.p256dh, &device.auth, &was, &secret])?;
    Ok(twins + moved > 0)
}

/// Its push service says that there is no such device any more.
pub fn device_gone(tx: &Tx<'_>, endpoint: &str) -> Answer<(), Never> {
    tx.run("DELETE FROM devices WHERE endpoint = $1", &[&endpoint])?;
    Ok(())
}

/// The devices that are told of an order; each once.
pub fn devices(conn: &Conn, who: CorrespondentId, order: OrderId) -> Result<Vec<Device>> {
    const OF: &str = "SELECT endpoint, p256dh, auth, order_number = '' AS whole FROM devices
        WHERE correspondent_id = $1 AND order_number IN ('', $2) ORDER BY endpoint, whole";
    let number = orders::by_id(conn, order)?.number;
    let mut all = conn.all(OF, &[&who.0, &number.as_str()], |row| {
        Ok(Device { endpoint: row.get("endpoint")?, p256dh: row.get("p256dh")?, auth: row.get("auth")?, all: row.get("whole")? })
    })?;
    all.dedup_by(|one, other| one.endpoint == other.endpoint);
    Ok(all)
}

/// Whether any device is told of an order.
pub(super) fn any(conn: &Conn, who: CorrespondentId, order: OrderId) -> Result<bool> {
    const ANY: &str = "SELECT 1 AS one FROM devices d JOIN orders o ON o.id = $1
        WHERE d.correspondent_id = $2 AND d.order_number IN ('', o.number) LIMIT 1";
    Ok(conn.one(ANY, &[&order.0, &who.0], |_| Ok(()))?.is_some())
}
