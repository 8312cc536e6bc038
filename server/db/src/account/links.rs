//! Links that sign in, by letter: to whatever address is typed, so that asking for one tells nobody who has an account. Whoever
//! follows one has proven that the address is theirs, and has an account from then on.

use domain::account::{Account, LINK_SECONDS};
use domain::contact::Email;
use domain::lang::Lang;
use domain::notifications::{Kind, Particulars};
use domain::{Never, time::Timestamp};

use super::{Device, Key, begin, of_person, of_person_or_new};
use crate::careless::{self, Way};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Result};
use crate::notifications;
use crate::rows::Columns;
use crate::token::{Token, chance_for_code, hex};

/// So many letters to one address in an hour.
const MOST_AN_HOUR: i64 = 5;
const HOUR_SECONDS: i64 = 3600;
const DAY_SECONDS: i64 = 24 * 3600;

/// It was followed, is too old, or a newer one was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this link is over")]
pub struct LinkIsOver;

/// The secret of a link, of the seed its letter has.
pub fn secret(key: Key<'_>, seed: &str) -> Token {
    key(&format!("sign-in:{seed}"))
}

/// Asks for a letter with a link. Where an address was sent enough of them nothing is written, and the last one goes on working.
pub fn ask(tx: &Tx<'_>, key: Key<'_>, (email, lang): (&Email, Lang)) -> Answer<(), Never> {
    const SENT: &str = "SELECT count(*) AS n FROM sign_in_links WHERE person = $1 AND asked_at > $2";
    const NEWER: &str = "UPDATE sign_in_links SET over = 1 WHERE person = $1 AND over = 0";
    const WRITE: &str = "INSERT INTO sign_in_links (person, email, token_hash, asked_at) VALUES ($1, $2, $3, $4) RETURNING id";
    let (now, person) = (tx.now(), email.person());
    if careless::is(Way::Sparing) && of_person(tx, email)?.is_none() {
        return Ok(());
    }
    tx.run("DELETE FROM sign_in_links WHERE asked_at <= $1", &[&now.plus_seconds(-DAY_SECONDS).0])?;
    let sent = tx.one(SENT, &[&person, &now.plus_seconds(-HOUR_SECONDS).0], |row| row.get::<_, i64>("n"))?;
    if sent.unwrap_or(0) >= MOST_AN_HOUR {
        return Ok(());
    }
    let seed = hex(&chance_for_code()?);
    tx.run(NEWER, &[&person])?;
    let hash = secret(key, &seed).hash();
    let id = tx.one(WRITE, &[&person, &email.as_str(), &hash, &now.0], |row| row.get::<_, i64>("id"))?;
    let about = Particulars { pass: seed, ..Particulars::default() };
    Ok(notifications::tell(tx, Kind::SignIn, (email, lang), &format!("sign_in:{}", id.unwrap_or_default()), &about)?)
}

/// The address a link signs in, while it works. Looking does not use it up: programs of mail servers look, too.
pub fn is_open(conn: &Conn, link: &Token, now: Timestamp) -> Result<Option<Email>> {
    const OPEN: &str = "SELECT email FROM sign_in_links WHERE token_hash = $1 AND over = 0 AND asked_at > $2";
    conn.one(OPEN, &[&link.hash(), &now.plus_seconds(-LINK_SECONDS).0], |row| row.text("email"))
}

/// Signs in by a link; says whom. `token` is the secret of the new session.
pub fn follow(tx: &Tx<'_>, key: Key<'_>, link: &Token, (token, device): (&Token, &Device)) -> Answer<Account, LinkIsOver> {
    const USE: &str = "UPDATE sign_in_links SET over = 1 WHERE token_hash = $1 AND over = 0 AND asked_at > $2 RETURNING email";
    let since = tx.now().plus_seconds(-LINK_SECONDS);
    let email = tx.one(USE, &[&link.hash(), &since.0], |row| row.text::<Email>("email"))?;
    let email = email.ok_or(Error::Refused(LinkIsOver))?;
    let account = of_person_or_new(tx, key, &email)?;
    notifications::proven(tx, &email)?;
    tx.run("DELETE FROM sign_in_tries WHERE person = $1", &[&email.person()])?;
    begin(tx, key, &account, (token, device, true))?;
    Ok(account)
}
