//! Accounts: who has one, and on which devices they are signed in.
//!
//! What is an account's is kept as what is a browser's: under a secret, made of the account's seed ([`owner`], [`cart`]) with a
//! key the books do not hold. Whoever is signed in on a device has those secrets for as long as they are; so nothing of an
//! account is ever under a browser's own.
//!
//! Links are in `account/links.rs`, passwords in `account/door.rs`, what comes to an account at a sign-in in `account/joins.rs`, another
//! address in `account/moving.rs`, passkeys in `account/passkeys.rs`, what somebody says of themselves in `account/profile.rs`, what they looked at in
//! `account/goods_seen.rs`. Its address book is
//! `checkout/book.rs`; what the books hold of a person at all is `personal.rs`.

use domain::Never;
use domain::account::{Account, Session};
use domain::contact::Email;
use domain::ids::{AccountId, SessionId};
use domain::time::Timestamp;
use rusqlite::Row;

use crate::database::{Conn, Tx};
use crate::error::{Answer, Fault, Result};
use crate::rows::Columns;
use crate::token::{Token, chance_for_code, hex};

mod door;
pub mod goods_seen;
mod joins;
mod links;
mod moving;
mod passkeys;
mod profile;
#[cfg(test)]
mod tests;

pub use crate::passwords::NotLetIn;
pub use door::{NewPassword, WrongPassword, change_password, prove, sign_in};
pub use joins::{joined, undo};
pub use links::{LinkIsOver, ask, follow, is_open, secret};
pub use moving::{Change, ask_to_move, change_of, confirm, confirming, refuse, refusing};
pub use passkeys::{
    Challenge, DoesNotOpen, Kept, NewPasskey, add_passkey, answered, challenge, enter_by_passkey, handle, passkey_of, passkeys,
    refuse_passkey, remove_passkey,
};
pub use profile::{keep_profile, keep_settings};

const DAY: i64 = 24 * 3_600_000;
/// A session nobody uses ends after thirty days, in milliseconds.
const IDLE: i64 = 30 * DAY;
/// No session is longer than ninety days.
const LONGEST: i64 = 90 * DAY;
/// How exactly it is noted when somebody was there last: an hour.
const NOTED: i64 = 3_600_000;
/// For so long after a letter was followed nothing else has to prove who somebody is: a quarter of an hour.
const FRESH: i64 = 15 * 60_000;

/// What makes secrets of texts, under a key the books do not hold.
pub type Key<'a> = &'a dyn Fn(&str) -> Token;

/// The secret an account's orders and addresses are kept under.
pub fn owner(key: Key<'_>, seed: &str) -> Token {
    key(&format!("owner:{seed}"))
}

/// The secret of an account's cart; another one each time one became an order.
pub fn cart(key: Key<'_>, seed: &str, carts: i64) -> Token {
    key(&format!("cart:{seed}:{carts}"))
}

/// Somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Who.
    pub account: Account,
    /// On which device.
    pub session: SessionId,
    /// Whether a letter has proven who they are a moment ago.
    pub fresh: bool,
    /// Whether a letter or a password has: then they may do what a thief with their telephone must not.
    pub proven: bool,
    /// Whether it is long enough ago that they were seen for [`seen`].
    pub long_ago: bool,
}

/// The device somebody signs in on.
#[derive(Clone, Debug, Default)]
pub struct Device {
    /// What it says it is.
    pub name: String,
    /// The secret of its browser.
    pub browser: Option<Token>,
    /// The secret of its cart.
    pub cart: Option<Token>,
}

const ACCOUNT: &str = "SELECT id, email, seed, carts, password <> '' AS has_password, name, lang, country, currency
    FROM accounts WHERE person = $1";

fn read(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account {
        id: AccountId(row.get("id")?),
        email: row.text("email")?,
        seed: row.get("seed")?,
        carts: row.get("carts")?,
        has_password: row.get("has_password")?,
        profile: profile::read(row)?,
    })
}

/// Who holds this session, if it is not over.
pub fn of_session(conn: &Conn, token: &Token, now: Timestamp) -> Result<Option<Held>> {
    const OF: &str = "SELECT a.id, a.email, a.seed, a.carts, a.password <> '' AS has_password, a.name, a.lang, a.country,
            a.currency, s.id AS session, s.by_letter, s.began_at,
            s.seen_at, s.proven_at
        FROM account_sessions s JOIN accounts a ON a.id = s.account_id
        WHERE s.token_hash = $1 AND s.seen_at > $2 AND s.began_at > $3";
    conn.one(OF, &[&token.hash(), &(now.0 - IDLE), &(now.0 - LONGEST)], |row| {
        let (began, seen): (i64, i64) = (row.get("began_at")?, row.get("seen_at")?);
        Ok(Held {
            account: read(row)?,
            session: SessionId(row.get("session")?),
            fresh: row.get::<_, bool>("by_letter")? && now.0 - began < FRESH,
            proven: now.0 - row.get::<_, i64>("proven_at")? < FRESH,
            long_ago: now.0 - seen > NOTED,
        })
    })
}

/// Notes that somebody is still there.
pub fn seen(tx: &Tx<'_>, session: SessionId) -> Answer<(), Never> {
    tx.run("UPDATE account_sessions SET seen_at = $1 WHERE id = $2", &[&tx.now().0, &session.0])?;
    Ok(())
}

/// Where somebody is signed in, the device they used last first.
pub fn sessions(conn: &Conn, account: AccountId, now: Timestamp) -> Result<Vec<Session>> {
    const OF: &str = "SELECT id, device, began_at, seen_at FROM account_sessions
        WHERE account_id = $1 AND seen_at > $2 AND began_at > $3 ORDER BY seen_at DESC, id DESC";
    conn.all(OF, &[&account.0, &(now.0 - IDLE), &(now.0 - LONGEST)], |row| {
        Ok(Session {
            id: SessionId(row.get("id")?),
            device: row.get("device")?,
            began_at: row.time("began_at")?,
            seen_at: row.time("seen_at")?,
        })
    })
}

/// Signs somebody out on one of their devices; on all of them without one.
pub fn sign_out(tx: &Tx<'_>, account: AccountId, session: Option<SessionId>) -> Answer<(), Never> {
    const ONE: &str = "DELETE FROM account_sessions WHERE account_id = $1 AND id = $2";
    const ALL: &str = "DELETE FROM account_sessions WHERE account_id = $1";
    match session {
        Some(session) => tx.run(ONE, &[&account.0, &session.0])?,
        None => tx.run(ALL, &[&account.0])?,
    };
    Ok(())
}

/// Another cart for an account whose cart became an order. `carts` is the number of that one: two devices that find out at once
/// have the same next one.
pub fn next_cart(tx: &Tx<'_>, account: AccountId, carts: i64) -> Answer<(), Never> {
    const NEXT: &str = "UPDATE accounts SET carts = carts + 1 WHERE id = $1 AND carts = $2";
    tx.run(NEXT, &[&account.0, &carts])?;
    Ok(())
}

fn of_person(conn: &Conn, email: &Email) -> Result<Option<Account>> {
    conn.one(ACCOUNT, &[&email.person()], read)
}

/// The account of an address; a new one where it has none.
fn of_person_or_new(tx: &Tx<'_>, key: Key<'_>, email: &Email) -> Result<Account> {
    const MAKE: &str = "INSERT INTO accounts (person, email, seed, owner_hash, made_at) VALUES ($1, $2, $3, $4, $5)";
    if let Some(known) = of_person(tx, email)? {
        return Ok(known);
    }
    let seed = hex(&chance_for_code()?);
    tx.run(MAKE, &[&email.person(), &email.as_str(), &seed, &owner(key, &seed).hash(), &tx.now().0])?;
    of_person(tx, email)?.ok_or_else(|| Fault::Books("a new account is not there".to_owned()))
}

/// Begins a session, and what is this device's and was meant for the account comes to it. What is over goes.
fn begin(tx: &Tx<'_>, key: Key<'_>, account: &Account, (token, device, by_letter): (&Token, &Device, bool)) -> Result<()> {
    const OVER: &str = "DELETE FROM account_sessions WHERE seen_at <= $1 OR began_at <= $2";
    const BEGIN: &str = "INSERT INTO account_sessions (token_hash, account_id, device, by_letter, began_at, seen_at, proven_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
    let now = tx.now().0;
    let name: String = device.name.chars().take(300).collect();
    tx.run(OVER, &[&(now - IDLE), &(now - LONGEST)])?;
    let session =
        tx.one(BEGIN, &[&token.hash(), &account.id.0, &name, &by_letter, &now, &now, &now], |row| row.get::<_, i64>("id"))?;
    let session = session.ok_or_else(|| Fault::Books("a session has no id".to_owned()))?;
    joins::join(tx, key, (account, SessionId(session)), device)
}
