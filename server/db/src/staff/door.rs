//! Letting somebody in: one answer for a wrong name and a wrong password, and ever longer pauses for whoever guesses.

use std::sync::Arc;

use domain::Never;
use domain::ids::StaffId;
use domain::staff::{StaffName, pause};
use domain::time::Timestamp;
use tokio::sync::Semaphore;

use super::secret;
use crate::database::{Conn, Database, Tx};
use crate::error::{Fault, Result};
use crate::token::Token;

/// Why somebody is not let in.
#[derive(Debug, thiserror::Error)]
pub enum NotLetIn {
    /// Nobody has this name and this password.
    #[error("no such name and password")]
    Wrong,
    /// Too many were wrong; so many seconds are to be waited.
    #[error("wait {0} seconds")]
    Wait(i64),
    /// The shop's own trouble.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// So many passwords are looked at at once: each takes 19 MiB and a core.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

struct Known {
    id: StaffId,
    password: String,
    failures: u32,
    failed_at: Timestamp,
}

/// Signs somebody in; answers with the secret of the new session.
pub async fn sign_in(db: &Database, name: &str, password: &str) -> std::result::Result<Token, NotLetIn> {
    let name = StaffName::parse(name).ok();
    let known = match &name {
        Some(name) => db.read(|conn| known(conn, name)).await?,
        None => None,
    };
    if let Some(known) = &known {
        let left = known.failed_at.0 + pause(known.failures) * 1000 - db.now().0;
        if left > 0 {
            return Err(NotLetIn::Wait((left + 999) / 1000));
        }
    }
    let right = looked_at(password, known.as_ref().map(|known| known.password.clone())).await?;
    let Some(known) = known else { return Err(NotLetIn::Wrong) };
    if !right {
        db.write::<_, Never>(move |tx| Ok(failed(tx, known.id)?)).await.map_err(Fault::from)?;
        return Err(NotLetIn::Wrong);
    }
    let token = Token::mint()?;
    let given = token.clone();
    db.write::<_, Never>(move |tx| Ok(begin(tx, known.id, &given)?)).await.map_err(Fault::from)?;
    Ok(token)
}

async fn looked_at(password: &str, kept: Option<String>) -> Result<bool> {
    let _place = AT_ONCE.acquire().await.map_err(|_| Fault::Busy)?;
    // Nobody types more, and nobody is to make the shop hash a megabyte.
    let password: Arc<str> = password.chars().take(512).collect::<String>().into();
    let looked = tokio::task::spawn_blocking(move || secret::matches(&password, kept.as_deref())).await;
    looked.unwrap_or_else(|error| Err(Fault::Books(error.to_string())))
}

fn known(conn: &Conn, name: &StaffName) -> Result<Option<Known>> {
    const KNOWN: &str = "SELECT id, password, failures, failed_at FROM staff WHERE name = $1 AND left_at IS NULL";
    conn.one(KNOWN, &[&name.as_str()], |row| {
        Ok(Known {
            id: StaffId(row.get("id")?),
            password: row.get("password")?,
            failures: row.get("failures")?,
            failed_at: Timestamp(row.get("failed_at")?),
        })
    })
}

fn failed(tx: &Tx<'_>, id: StaffId) -> Result<()> {
    const FAILED: &str = "UPDATE staff SET failures = failures + 1, failed_at = $1 WHERE id = $2";
    tx.run(FAILED, &[&tx.now().0, &id.0]).map(drop)
}

/// A new session, and what is over goes.
fn begin(tx: &Tx<'_>, id: StaffId, token: &Token) -> Result<()> {
    const OVER: &str = "DELETE FROM staff_sessions WHERE seen_at <= $1 OR began_at <= $2";
    const BEGIN: &str = "INSERT INTO staff_sessions (token_hash, staff_id, began_at, seen_at) VALUES ($1, $2, $3, $4)";
    let now = tx.now().0;
    tx.run(OVER, &[&(now - super::IDLE), &(now - super::LONGEST)])?;
    tx.run("UPDATE staff SET failures = 0 WHERE id = $1", &[&id.0])?;
    tx.run(BEGIN, &[&token.hash(), &id.0, &now, &now]).map(drop)
}
