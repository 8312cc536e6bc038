//! Passkeys: what devices are asked, once each, and the keys their answers are checked by. The checking itself is done outside,
//! between two verbs; so a key that somebody else's sign-in has changed meanwhile does not open ([`enter_by_passkey`]).

use domain::account::{Account, CHALLENGE_SECONDS, MOST_PASSKEYS, Passkey, PasskeyName, PasskeyRefusal};
use domain::ids::{AccountId, PasskeyId};
use domain::lang::Lang;
use domain::notifications::{Kind, Particulars};
use domain::{Never, time::Timestamp};
use rusqlite::Row;

use super::{Device, Key, begin, read};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Result};
use crate::notifications;
use crate::rows::Columns;
use crate::token::Token;

/// What a device is asked: whose passkey it adds, none for whoever signs in, and what its answer is checked by, as JSON.
#[derive(Clone, Debug)]
pub struct Challenge {
    /// Who adds one.
    pub account: Option<AccountId>,
    /// What the answer is checked by.
    pub asked: String,
}

/// A passkey that a device has made.
#[derive(Clone, Debug)]
pub struct NewPasskey {
    /// What its owner calls it.
    pub name: PasskeyName,
    /// What the device calls it, in base64url.
    pub credential: String,
    /// What its signatures are checked by, as JSON.
    pub checked_by: String,
}

/// A passkey as it is kept, with whose it is.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Number.
    pub id: PasskeyId,
    /// Whose.
    pub account: Account,
    /// What its signatures are checked by, as JSON.
    pub checked_by: String,
}

/// It was removed, refused, or used by somebody else a moment ago.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this passkey does not open")]
pub struct DoesNotOpen;

/// What a device calls the owner of an account, which tells nobody who that is: 32 hexadecimal digits.
pub fn handle(key: Key<'_>, seed: &str) -> String {
    key(&format!("passkey:{seed}")).secret().chars().take(32).collect()
}

/// Keeps what a device is asked until it answers. What nobody has answered in time goes.
pub fn challenge(tx: &Tx<'_>, token: &Token, challenge: &Challenge) -> Answer<(), Never> {
    const OLD: &str = "DELETE FROM passkey_challenges WHERE asked_at <= $1";
    const ASK: &str = "INSERT INTO passkey_challenges (token_hash, account_id, asked, asked_at) VALUES ($1, $2, $3, $4)";
    tx.run(OLD, &[&tx.now().plus_seconds(-CHALLENGE_SECONDS).0])?;
    tx.run(ASK, &[&token.hash(), &challenge.account.map(|id| id.0), &challenge.asked, &tx.now().0])?;
    Ok(())
}

/// What this answer is checked by. It is asked for once, and by whom the challenge was for: `account` is who adds a passkey, none for
/// who signs in. An answer that is wrong has used its challenge up.
pub fn answered(tx: &Tx<'_>, token: &Token, account: Option<AccountId>) -> Answer<Option<String>, Never> {
    const TAKE: &str = "DELETE FROM passkey_challenges WHERE token_hash = $1 AND coalesce(account_id, 0) = $2 AND asked_at > $3
        RETURNING asked";
    let since = tx.now().plus_seconds(-CHALLENGE_SECONDS).0;
    Ok(tx.one(TAKE, &[&token.hash(), &account.map_or(0, |id| id.0), &since], |row| row.get("asked"))?)
}

/// Adds a passkey, and writes to its owner that there is one more.
pub fn add_passkey(tx: &Tx<'_>, account: &Account, lang: Lang, new: &NewPasskey) -> Answer<(), PasskeyRefusal> {
    const COUNT: &str = "SELECT count(*) AS n FROM passkeys WHERE account_id = $1";
    const ADD: &str = "INSERT INTO passkeys (account_id, name, credential_id, checked_by, added_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (credential_id) DO NOTHING RETURNING id";
    let count = tx.one(COUNT, &[&account.id.0], |row| row.get::<_, i64>("n"))?;
    if count.unwrap_or(0) >= MOST_PASSKEYS {
        return Err(Error::Refused(PasskeyRefusal::Full));
    }
    let values: [&dyn rusqlite::ToSql; 5] = [&account.id.0, &new.name.as_str(), &new.credential, &new.checked_by, &tx.now().0];
    let id = tx.one(ADD, &values, |row| row.get::<_, i64>("id"))?.ok_or(Error::Refused(PasskeyRefusal::Known))?;
    Ok(tell(tx, Kind::PasskeyAdded, (account, lang), PasskeyId(id))?)
}

/// The passkeys of an account, the newest first.
pub fn passkeys(conn: &Conn, account: AccountId) -> Result<Vec<(Passkey, String)>> {
    const OF: &str = "SELECT id, name, credential_id, added_at, used_at, refused_at FROM passkeys WHERE account_id = $1
        ORDER BY id DESC";
    let moment = |row: &Row<'_>, column| Ok::<_, rusqlite::Error>(row.get::<_, Option<i64>>(column)?.map(Timestamp));
    conn.all(OF, &[&account.0], |row| {
        let passkey = Passkey {
            id: PasskeyId(row.get("id")?),
            name: row.text("name")?,
            added_at: row.time("added_at")?,
            used_at: moment(row, "used_at")?,
            refused_at: moment(row, "refused_at")?,
        };
        Ok((passkey, row.get("credential_id")?))
    })
}

/// Takes a passkey of an account away.
pub fn remove_passkey(tx: &Tx<'_>, account: AccountId, id: PasskeyId) -> Answer<(), Never> {
    tx.run("DELETE FROM passkeys WHERE account_id = $1 AND id = $2", &[&account.0, &id.0])?;
    Ok(())
}

/// The passkey a device calls so, with whose it is; none where it opens nothing.
pub fn passkey_of(conn: &Conn, credential: &str) -> Result<Option<Kept>> {
    const OF: &str = "SELECT a.id, a.email, a.seed, a.carts, a.password <> '' AS has_password, a.name, a.lang, a.country,
            a.currency, p.id AS passkey, p.checked_by
        FROM passkeys p JOIN accounts a ON a.id = p.account_id WHERE p.credential_id = $1 AND p.refused_at IS NULL";
    conn.one(OF, &[&credential], |row| {
        Ok(Kept { id: PasskeyId(row.get("passkey")?), account: read(row)?, checked_by: row.get("checked_by")? })
    })
}

/// Signs in whoever's passkey this is. `checked_by` is what its next signature is checked by; where it is no longer as it was when
/// this one was looked at, two were looked at at once and the later one does not open.
pub fn enter_by_passkey(
    tx: &Tx<'_>,
    key: Key<'_>,
    (kept, checked_by): (&Kept, &str),
    (token, device): (&Token, &Device),
) -> Answer<(), DoesNotOpen> {
    const USE: &str = "UPDATE passkeys SET checked_by = $1, used_at = $2
        WHERE id = $3 AND checked_by = $4 AND refused_at IS NULL RETURNING id";
    let used = tx.one(USE, &[&checked_by, &tx.now().0, &kept.id.0, &kept.checked_by], |_| Ok(()))?;
    used.ok_or(Error::Refused(DoesNotOpen))?;
    tx.run("DELETE FROM sign_in_tries WHERE person = $1", &[&kept.account.email.person()])?;
    Ok(begin(tx, key, &kept.account, (token, device, false))?)
}

/// Closes a passkey whose counter has gone back, and writes to its owner.
pub fn refuse_passkey(tx: &Tx<'_>, kept: &Kept, lang: Lang) -> Answer<(), Never> {
    const REFUSE: &str = "UPDATE passkeys SET refused_at = $1 WHERE id = $2 AND refused_at IS NULL RETURNING id";
    match tx.one(REFUSE, &[&tx.now().0, &kept.id.0], |_| Ok(()))? {
        Some(()) => Ok(tell(tx, Kind::PasskeyRefused, (&kept.account, lang), kept.id)?),
        None => Ok(()),
    }
}

/// Writes to the owner of a passkey, in the language they have chosen, or else in the page's.
fn tell(tx: &Tx<'_>, kind: Kind, (account, lang): (&Account, Lang), id: PasskeyId) -> Result<()> {
    let lang = account.profile.lang.unwrap_or(lang);
    let event = format!("{}:{id}:{}", kind.code(), tx.now().0);
    notifications::tell(tx, kind, (&account.email, lang), &event, &Particulars::default())
}
