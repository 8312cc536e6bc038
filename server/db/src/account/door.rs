//! Passwords of accounts: one answer for a wrong address and a wrong password, after the same work, and ever longer pauses for
//! whoever guesses at an address, whether it has an account or not. A link in a letter is never kept waiting.

use std::sync::Arc;

use domain::Never;
use domain::account::Account;
use domain::contact::Email;
use domain::staff::pause;
use domain::time::Timestamp;

use super::{Device, Held, begin, of_person};
use crate::database::{Conn, Database, Tx};
use crate::error::{Fault, Result};
use crate::passwords::{NotLetIn, kept, looked_at};
use crate::token::Token;

/// Tries are forgotten after a day, in milliseconds.
const FORGOTTEN: i64 = 24 * 3_600_000;

/// That is not the password there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("that is not the password")]
pub struct WrongPassword;

/// A password somebody chose, and what proves who they are.
#[derive(Clone)]
pub struct NewPassword {
    /// The one there is, as typed; not looked at where a letter has just proven who they are, or where there is none.
    pub current: String,
    /// The new one.
    pub password: String,
}

/// Signs somebody in; answers with the secret of the new session, and whose it is.
pub async fn sign_in(
    db: &Database,
    key: &Arc<dyn Fn(&str) -> Token + Send + Sync>,
    (email, password): (&Email, &str),
    device: Device,
) -> std::result::Result<(Token, Account), NotLetIn> {
    let account = checked(db, email, password).await?;
    let (token, key) = (Token::mint()?, Arc::clone(key));
    let (given, whose) = (token.clone(), account.clone());
    let begun = db.write::<_, Never>(move |tx| Ok(begin(tx, &*key, &whose, (&given, &device, false))?));
    begun.await.map_err(Fault::from)?;
    Ok((token, account))
}

/// Keeps another password and ends all other sessions; answers with the new secret of this one. A new password is asked for
/// where a thief may have the old one.
pub async fn change_password(db: &Database, held: &Held, new: &NewPassword) -> std::result::Result<Token, NotLetIn> {
    const KEEP: &str = "UPDATE accounts SET password = $1 WHERE id = $2";
    const OTHERS: &str = "DELETE FROM account_sessions WHERE account_id = $1 AND id <> $2";
    const ANEW: &str = "UPDATE account_sessions SET token_hash = $1, proven_at = $2 WHERE id = $3";
    if held.account.has_password && !held.fresh {
        checked(db, &held.account.email, &new.current).await?;
    }
    let (password, token) = (kept(&new.password).await?, Token::mint()?);
    let (id, session, given) = (held.account.id, held.session, token.clone());
    let changed = db.write::<_, Never>(move |tx| {
        tx.run(KEEP, &[&password, &id.0])?;
        tx.run(OTHERS, &[&id.0, &session.0])?;
        tx.run(ANEW, &[&given.hash(), &tx.now().0, &session.0])?;
        Ok(())
    });
    changed.await.map_err(Fault::from)?;
    Ok(token)
}

/// Proves once more who somebody is, by their password, for what a thief with their telephone must not do.
pub async fn prove(db: &Database, held: &Held, password: &str) -> std::result::Result<(), NotLetIn> {
    const PROVEN: &str = "UPDATE account_sessions SET proven_at = $1 WHERE id = $2";
    checked(db, &held.account.email, password).await?;
    let session = held.session;
    let proven = db.write::<_, Never>(move |tx| Ok(tx.run(PROVEN, &[&tx.now().0, &session.0]).map(drop)?));
    Ok(proven.await.map_err(Fault::from)?)
}

/// The account with this password, after as much work where there is none.
async fn checked(db: &Database, email: &Email, password: &str) -> std::result::Result<Account, NotLetIn> {
    let asked = email.clone();
    let (account, kept, (failures, failed_at)) = db.read(move |conn| known(conn, &asked)).await?;
    let left = failed_at.0 + pause(failures) * 1000 - db.now().0;
    if left > 0 {
        return Err(NotLetIn::Wait((left + 999) / 1000));
    }
    let right = looked_at(password, kept).await?;
    let (person, known) = (email.person(), account.filter(|_| right));
    let found = known.is_some();
    db.write::<_, Never>(move |tx| Ok(tried(tx, &person, found)?)).await.map_err(Fault::from)?;
    known.ok_or(NotLetIn::Wrong)
}

type Known = (Option<Account>, Option<String>, (u32, Timestamp));

fn known(conn: &Conn, email: &Email) -> Result<Known> {
    const PASSWORD: &str = "SELECT password FROM accounts WHERE person = $1 AND password <> ''";
    const TRIES: &str = "SELECT failures, failed_at FROM sign_in_tries WHERE person = $1";
    let person = email.person();
    let kept = conn.one(PASSWORD, &[&person], |row| row.get("password"))?;
    let tries = conn.one(TRIES, &[&person], |row| Ok((row.get("failures")?, Timestamp(row.get("failed_at")?))))?;
    Ok((of_person(conn, email)?, kept, tries.unwrap_or((0, Timestamp(0)))))
}

/// Notes what came of a try.
fn tried(tx: &Tx<'_>, person: &str, right: bool) -> Result<()> {
    const OLD: &str = "DELETE FROM sign_in_tries WHERE failed_at <= $1 OR (person = $2 AND $3)";
    const WRONG: &str = "INSERT INTO sign_in_tries (person, failures, failed_at) VALUES ($1, 1, $2)
        ON CONFLICT (person) DO UPDATE SET failures = sign_in_tries.failures + 1, failed_at = excluded.failed_at";
    tx.run(OLD, &[&(tx.now().0 - FORGOTTEN), &person, &right])?;
    if !right {
        tx.run(WRONG, &[&person, &tx.now().0])?;
    }
    Ok(())
}
