//! Who of the shop's own people is signed in.

use db::staff::{Seen, of_session, seen, sign_out};
use db::token::Token;
use domain::Never;
use domain::staff::Staff;

use super::kept::{forget, give, held};
use super::shop::db;
use super::{address, go};
use crate::cookies::Cookie;
use crate::failure::Failure;
use crate::routes;

/// Whoever sent this form from the desk; nobody else may.
pub async fn staff() -> Result<Staff, Failure> {
    let token = held(Cookie::Staff).ok_or(Failure::SignedOut)?;
    let (db, asked) = (db()?, token.clone());
    let now = db.now();
    let (staff, when) = db.read(move |conn| of_session(conn, &asked, now)).await?.ok_or(Failure::SignedOut)?;
    if when == Seen::LongAgo {
        db.write::<_, Never>(move |tx| Ok(seen(tx, &token)?)).await?;
    }
    Ok(staff)
}

/// Whoever looks at a page of the desk; somebody who is not signed in is sent to the door, and back from there.
pub async fn staff_page() -> Result<Option<Staff>, Failure> {
    match staff().await {
        Err(Failure::SignedOut) => {
            go(&routes::desk_door(&address()));
            Ok(None)
        }
        other => other.map(Some),
    }
}

/// Lets somebody in: the browser keeps the session's secret until it is closed.
pub fn enter(token: &Token) -> Result<(), Failure> {
    give(Cookie::Staff, token)
}

/// Signs whoever it is out.
pub async fn leave() -> Result<(), Failure> {
    if let Some(token) = held(Cookie::Staff) {
        db()?.write::<_, Never>(move |tx| Ok(sign_out(tx, &token)?)).await?;
    }
    forget(Cookie::Staff)
}
