//! The address book of an account: the addresses that are remembered for it, right or not yet, of which one is taken first.

use domain::Never;
use domain::checkout::{Draft, Remembered, TypedAddress};
use domain::ids::RememberedId;

use super::remembered::{remembered, write};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Fault, Result};
use crate::rows::written;
use crate::token::Token;

/// An address book with twenty addresses in it takes no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the address book is full")]
pub struct BookIsFull;

/// Whether a secret is an account's.
pub(super) fn is_of_account(conn: &Conn, owner: &Token) -> Result<bool> {
    const OF: &str = "SELECT 1 AS one FROM accounts WHERE owner_hash = $1";
    Ok(conn.one(OF, &[&owner.hash()], |_| Ok(()))?.is_some())
}

/// Writes an address into the book, as it was typed; in the place of `id`, or as a new one. One of another's book is not there.
pub fn note_address(
    tx: &Tx<'_>,
    owner: &Token,
    id: Option<RememberedId>,
    typed: &TypedAddress,
) -> Answer<RememberedId, BookIsFull> {
    const CHANGE: &str = "UPDATE remembered_addresses SET typed = $1 WHERE id = $2 AND browser_hash = $3";
    const LAST: &str = "SELECT max(id) AS id FROM remembered_addresses WHERE browser_hash = $1";
    if let Some(id) = id {
        return match tx.run(CHANGE, &[&written(typed)?, &id.0, &owner.hash()])? {
            0 => Err(Fault::NotFound("address").into()),
            _ => Ok(id),
        };
    }
    if remembered(tx, owner, tx.now())?.len() >= Remembered::MOST_IN_BOOK {
        return Err(Error::Refused(BookIsFull));
    }
    write(tx, owner, &Draft { typed: typed.clone(), ..Draft::default() })?;
    let id = tx.one(LAST, &[&owner.hash()], |row| Ok(RememberedId(row.get("id")?)))?;
    Ok(id.ok_or_else(|| Fault::Books("an address was not written".to_owned()))?)
}

/// From now on this one is taken first; one of another's book is not there.
pub fn prefer(tx: &Tx<'_>, owner: &Token, id: RememberedId) -> Answer<(), Never> {
    const NONE: &str = "UPDATE remembered_addresses SET preferred = 0 WHERE browser_hash = $1 AND id <> $2";
    const THIS: &str = "UPDATE remembered_addresses SET preferred = 1 WHERE browser_hash = $1 AND id = $2";
    if tx.run(THIS, &[&owner.hash(), &id.0])? == 0 {
        return Err(Fault::NotFound("address").into());
    }
    tx.run(NONE, &[&owner.hash(), &id.0])?;
    Ok(())
}
