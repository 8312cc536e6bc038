//! Letting somebody in: one answer for a wrong name and a wrong password, and ever longer pauses for whoever guesses.

use domain::Never;
use domain::ids::StaffId;
use domain::staff::{StaffName, pause};
use domain::time::Timestamp;

use crate::database::{Conn, Database, Tx};
use crate::error::{Fault, Result};
use crate::passwords::{NotLetIn, looked_at};
use crate::token::Token;

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
