//! Money that moved: given back, fetched back by a bank, and what of both came again.

use super::{NotSo, by_key, by_reference};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Result};
use crate::outside::deliveries::{self, Letter};

/// Gives money back until `total` has been given back in all.
pub fn give_back(tx: &Tx<'_>, key: &str, total: i64, letters: &[Letter]) -> Answer<(), NotSo> {
    const GIVE: &str = "UPDATE sessions SET returned = $1 WHERE merchant_key = $2";
    let session = by_key(tx, key)?.ok_or(Error::Refused(NotSo))?;
    let more = total - session.returned;
    match more {
        ..=0 => Ok(()),
        _ if more > session.left() => Err(Error::Refused(NotSo)),
        _ => {
            tx.run(GIVE, &[&total, &key])?;
            Ok(moved(tx, session.id, "refund", -more, letters)?)
        }
    }
}

/// The shopper's bank fetches back what is left.
pub fn dispute(tx: &Tx<'_>, reference: &str, letters: &[Letter]) -> Answer<(), NotSo> {
    const LOSE: &str = "UPDATE sessions SET lost = lost + $1 WHERE reference = $2";
    let session = by_reference(tx, reference)?.ok_or(Error::Refused(NotSo))?;
    let minor = session.left();
    if minor == 0 {
        return Err(Error::Refused(NotSo));
    }
    tx.run(LOSE, &[&minor, &reference])?;
    Ok(moved(tx, session.id, "dispute", -minor, letters)?)
}

/// The shopper's bank was wrong, and gives what it fetched.
pub fn win(tx: &Tx<'_>, reference: &str, letters: &[Letter]) -> Answer<(), NotSo> {
    const WIN: &str = "UPDATE sessions SET won = lost WHERE reference = $1 AND won < lost";
    let session = by_reference(tx, reference)?.ok_or(Error::Refused(NotSo))?;
    if tx.run(WIN, &[&reference])? == 0 {
        return Err(Error::Refused(NotSo));
    }
    Ok(moved(tx, session.id, "won", session.lost - session.won, letters)?)
}

/// What was given back cannot be delivered: the account is closed.
pub fn bounce(tx: &Tx<'_>, reference: &str, letters: &[Letter]) -> Answer<(), NotSo> {
    const BOUNCE: &str = "UPDATE sessions SET bounced = returned WHERE reference = $1 AND bounced < returned";
    let session = by_reference(tx, reference)?.ok_or(Error::Refused(NotSo))?;
    if tx.run(BOUNCE, &[&reference])? == 0 {
        return Err(Error::Refused(NotSo));
    }
    Ok(moved(tx, session.id, "bounce", session.returned - session.bounced, letters)?)
}

pub(super) fn moved(tx: &Tx<'_>, session: i64, kind: &str, minor: i64, letters: &[Letter]) -> Result<()> {
    const MOVED: &str = "INSERT INTO movements (session_id, kind, at, minor) VALUES ($1, $2, $3, $4)";
    tx.run(MOVED, &[&session, &kind, &tx.now().0, &minor])?;
    for letter in letters {
        deliveries::write(tx, letter)?;
    }
    Ok(())
}

/// How often money was promised or taken, and how often given back, under a key.
pub fn movements(conn: &Conn, key: &str) -> Result<(u32, u32)> {
    const COUNT: &str = "SELECT coalesce(sum(m.kind = CASE s.promise WHEN 1 THEN 'promise' ELSE 'capture' END), 0) AS taken,
            coalesce(sum(m.kind = 'refund'), 0) AS given
        FROM movements m JOIN sessions s ON s.id = m.session_id WHERE s.merchant_key = $1";
    Ok(conn.one(COUNT, &[&key], |row| Ok((row.get("taken")?, row.get("given")?)))?.unwrap_or((0, 0)))
}
