//! Messages that were claimed before: what is sent once more, and what has become of the others meanwhile.

use domain::ids::NotificationId;
use domain::notifications::{Class, Noted};
use domain::time::Timestamp;

use super::Message;
use super::beside::beside;
use super::sending::{Claim, drop_it, of_lead, why_not};
use crate::database::Tx;
use crate::error::Result;
use crate::outbox::Job;

/// What was claimed before. Where nobody knows whether it went out, since its sender was killed, it is the same once more. What is
/// known not to have gone out is looked at anew: it was declined meanwhile, its box is gone, it is stale or it is night.
pub(super) fn once_more(tx: &Tx<'_>, id: NotificationId, has_bounced: bool, open: &dyn Fn(Class) -> Timestamp) -> Result<Claim> {
    let together = of_lead(tx, id)?;
    let Some(first) = together.first().filter(|_| together.iter().any(|one| one.attempts > 0)) else {
        return Ok(Claim::Send(together));
    };
    let all: Vec<Noted> = beside(tx, first)?.0.into_iter().map(|one| one.noted).collect();
    let mut left = Vec::new();
    for one in &together {
        let stale = all.iter().any(|noted| noted.id == one.id && noted.is_stale(&all, tx.now()));
        match why_not(tx, one, has_bounced)?.or(stale.then_some("stale")) {
            Some(why) => drop_it(tx, one.id, why)?,
            None => left.push(one),
        }
    }
    if !left.iter().any(|one| one.id == id) {
        let_go(tx, id, &left, tx.now())?;
        return Ok(Claim::Over);
    }
    // What may be said now takes the others along.
    let opens = left.iter().map(|one| open(one.kind.class())).min().unwrap_or(tx.now());
    if opens > tx.now() {
        // What comes before the morning does not wait for it.
        let_go(tx, id, &left, opens)?;
        return Ok(Claim::Hold(opens));
    }
    Ok(Claim::Send(of_lead(tx, id)?))
}

/// What went with a message that is not sent now is decided anew, at `then`.
fn let_go(tx: &Tx<'_>, lead: NotificationId, all: &[&Message], then: Timestamp) -> Result<()> {
    const ALONE: &str = "UPDATE notifications SET lead_id = NULL WHERE id = $1";
    for one in all {
        tx.run(ALONE, &[&one.id.0])?;
        if one.id != lead {
            tx.later(Job::SendMessage, one.id.0, then)?;
        }
    }
    Ok(())
}
