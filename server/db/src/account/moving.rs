//! Another e-mail address for an account. Two letters go out: the new address has to say yes, and the old one can say no for some
//! days, before and after that. A no ends all sessions and the password, since whoever asked had one or the other.
//!
//! Whether the new address has an account is told to whoever reads its letters, and to nobody else.

use domain::account::{Account, CONFIRM_SECONDS, MoveRefusal, REFUSE_DAYS};
use domain::contact::Email;
use domain::ids::AccountId;
use domain::lang::Lang;
use domain::notifications::{Kind, Particulars};
use domain::time::Timestamp;
use rusqlite::Row;

use super::{Device, Key, begin, of_person, owner};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Fault, Result};
use crate::notifications;
use crate::rows::Columns;
use crate::token::{Token, chance_for_code, hex};

/// So often a day one account may ask.
const MOST_A_DAY: i64 = 3;
const DAY_SECONDS: i64 = 24 * 3600;

/// A change that is confirmed or refused by a letter's link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    id: i64,
    /// Whose.
    pub account: AccountId,
    /// The address there was.
    pub before: Email,
    /// The new one.
    pub email: Email,
    /// Whether it was confirmed.
    pub confirmed: bool,
}

/// The secret of the link to the new address, of the seed its letter has.
pub fn confirming(key: Key<'_>, seed: &str) -> Token {
    key(&format!("email-confirm:{seed}"))
}

/// The secret of the link to the old one.
pub fn refusing(key: Key<'_>, seed: &str) -> Token {
    key(&format!("email-refuse:{seed}"))
}

/// Writes to both addresses. What was asked for before and is not confirmed is over.
pub fn ask_to_move(tx: &Tx<'_>, key: Key<'_>, account: &Account, (to, lang): (&Email, Lang)) -> Answer<(), MoveRefusal> {
    const ASKED: &str = "SELECT count(*) AS n FROM email_changes WHERE account_id = $1 AND asked_at > $2";
    const NEWER: &str = "UPDATE email_changes SET over = 1 WHERE account_id = $1 AND confirmed_at IS NULL AND over = 0";
    const WRITE: &str = "INSERT INTO email_changes (account_id, before, email, confirm_hash, refuse_hash, asked_at)
        VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";
    let now = tx.now();
    if to.person() == account.email.person() {
        return Err(Error::Refused(MoveRefusal::Same));
    }
    let asked = tx.one(ASKED, &[&account.id.0, &now.plus_seconds(-DAY_SECONDS).0], |row| row.get::<_, i64>("n"))?;
    if asked.unwrap_or(0) >= MOST_A_DAY {
        return Err(Error::Refused(MoveRefusal::Often));
    }
    let (confirm, refuse) = (hex(&chance_for_code()?), hex(&chance_for_code()?));
    let hashes = (confirming(key, &confirm).hash(), refusing(key, &refuse).hash());
    tx.run(NEWER, &[&account.id.0])?;
    let values: [&dyn rusqlite::ToSql; 6] = [&account.id.0, &account.email.as_str(), &to.as_str(), &hashes.0, &hashes.1, &now.0];
    let id = tx.one(WRITE, &values, |row| row.get::<_, i64>("id"))?.unwrap_or_default();
    let about = |pass| Particulars { pass, ..Particulars::default() };
    notifications::tell(tx, Kind::EmailNew, (to, lang), &format!("email_new:{id}"), &about(confirm))?;
    Ok(notifications::tell(tx, Kind::EmailOld, (&account.email, lang), &format!("email_old:{id}"), &about(refuse))?)
}

/// The change a link is of, while it can be confirmed or refused. Looking changes nothing.
pub fn change_of(conn: &Conn, link: &Token, now: Timestamp) -> Result<Option<Change>> {
    const OF: &str = "SELECT id, account_id, before, email, confirmed_at FROM email_changes
        WHERE over = 0 AND ((confirm_hash = $1 AND confirmed_at IS NULL AND asked_at > $2) OR (refuse_hash = $1 AND asked_at > $3))";
    let (confirmed, refused) = (now.plus_seconds(-CONFIRM_SECONDS), now.plus_seconds(-REFUSE_DAYS * DAY_SECONDS));
    conn.one(OF, &[&link.hash(), &confirmed.0, &refused.0], read)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Change> {
    Ok(Change {
        id: row.get("id")?,
        account: AccountId(row.get("account_id")?),
        before: row.text("before")?,
        email: row.text("email")?,
        confirmed: row.get::<_, Option<i64>>("confirmed_at")?.is_some(),
    })
}

/// The new address says yes. All sessions end; `here` is the new one of the device that says so, where it was signed in to this
/// account: whoever reads the letter is not let in by it, since somebody may have typed their address in an account of his own.
pub fn confirm(tx: &Tx<'_>, key: Key<'_>, link: &Token, here: Option<(AccountId, &Token, &Device)>) -> Answer<bool, MoveRefusal> {
    const MOVE: &str = "UPDATE accounts SET email = $1, person = $2 WHERE id = $3";
    const CONFIRMED: &str = "UPDATE email_changes SET confirmed_at = $1 WHERE id = $2 AND confirm_hash = $3 RETURNING id";
    let change = change_of(tx, link, tx.now())?.ok_or(Error::Refused(MoveRefusal::Over))?;
    if of_person(tx, &change.email)?.is_some() {
        return Err(Error::Refused(MoveRefusal::Taken));
    }
    let used = tx.one(CONFIRMED, &[&tx.now().0, &change.id, &link.hash()], |_| Ok(()))?;
    used.ok_or(Error::Refused(MoveRefusal::Over))?;
    tx.run(MOVE, &[&change.email.as_str(), &change.email.person(), &change.account.0])?;
    end_all(tx, &change)?;
    let here = here.filter(|(account, ..)| *account == change.account);
    if let Some((_, token, device)) = here {
        let account = of_person(tx, &change.email)?.ok_or_else(|| Fault::Books("an account has moved away".to_owned()))?;
        begin(tx, key, &account, (token, device, true))?;
    }
    Ok(here.is_some())
}

/// The old address says no: the account has it again, and nobody is signed in there, knows a password or has a passkey.
pub fn refuse(tx: &Tx<'_>, key: Key<'_>, link: &Token) -> Answer<(), MoveRefusal> {
    const OVER: &str = "UPDATE email_changes SET over = 1 WHERE account_id = $1";
    const OF: &str = "SELECT 1 AS one FROM email_changes WHERE id = $1 AND refuse_hash = $2";
    const BACK: &str = "UPDATE accounts SET email = $1, person = $2, password = '' WHERE id = $3";
    let change = change_of(tx, link, tx.now())?.ok_or(Error::Refused(MoveRefusal::Over))?;
    tx.one(OF, &[&change.id, &link.hash()], |_| Ok(()))?.ok_or(Error::Refused(MoveRefusal::Over))?;
    if change.confirmed {
        make_room(tx, key, &change)?;
    }
    tx.run(BACK, &[&change.before.as_str(), &change.before.person(), &change.account.0])?;
    tx.run(OVER, &[&change.account.0])?;
    tx.run("DELETE FROM passkeys WHERE account_id = $1", &[&change.account.0])?;
    Ok(end_all(tx, &change)?)
}

/// Whoever has the old address may have signed in with it meanwhile, and had a new account made: its orders come to the old one.
fn make_room(tx: &Tx<'_>, key: Key<'_>, change: &Change) -> Result<()> {
    const SEED: &str = "SELECT seed FROM accounts WHERE id = $1";
    const JOINED: &str = "UPDATE orders SET account_id = $1 WHERE account_id = $2";
    const OWN: &str = "UPDATE orders SET browser_hash = $1 WHERE browser_hash = $2";
    const BOOK: &str = "UPDATE remembered_addresses SET browser_hash = $1, preferred = 0 WHERE browser_hash = $2";
    let Some(newer) = of_person(tx, &change.before)?.filter(|newer| newer.id != change.account) else { return Ok(()) };
    let seed = tx.one(SEED, &[&change.account.0], |row| row.get::<_, String>("seed"))?.unwrap_or_default();
    let (to, from) = (owner(key, &seed).hash(), owner(key, &newer.seed).hash());
    tx.run(JOINED, &[&change.account.0, &newer.id.0])?;
    for step in [OWN, BOOK] {
        tx.run(step, &[&to, &from])?;
    }
    tx.run("DELETE FROM accounts WHERE id = $1", &[&newer.id.0]).map(drop)
}

/// Ends every session, and every link to either address that signs in.
fn end_all(tx: &Tx<'_>, change: &Change) -> Result<()> {
    const LINKS: &str = "UPDATE sign_in_links SET over = 1 WHERE person = $1 OR person = $2";
    tx.run("DELETE FROM account_sessions WHERE account_id = $1", &[&change.account.0])?;
    tx.run(LINKS, &[&change.before.person(), &change.email.person()]).map(drop)
}
