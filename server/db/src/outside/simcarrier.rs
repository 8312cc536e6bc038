//! SimCarrier's books: parcels, and what is planned to happen to them.

use domain::Never;
use domain::time::Day;
use rusqlite::{Connection, Row};
use rusqlite_migration::M;

use super::deliveries::{self, Letter};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Result};
use crate::migrate::bring;
use crate::rows::Columns;

/// A parcel as the books have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// SimCarrier's number for it.
    pub number: String,
    /// The day it was expected when it was made.
    pub expected: Day,
}

/// Brings SimCarrier's file to its schema.
pub fn migrate(conn: &mut Connection) -> Result<()> {
    const STEPS: &[M<'static>] = &[
        M::up(include_str!("../../migrations/outside/deliveries.sql")),
        M::up(include_str!("../../migrations/outside/simcarrier.sql")),
    ];
    bring(conn, STEPS)
}

/// The parcel a merchant calls by this key.
pub fn by_key(conn: &Conn, key: &str) -> Result<Option<Made>> {
    conn.one("SELECT number, expected FROM parcels WHERE merchant_key = $1", &[&key], read)
}

/// Whether a parcel has this number.
pub fn is_taken(conn: &Conn, number: &str) -> Result<bool> {
    Ok(conn.one("SELECT id FROM parcels WHERE number = $1", &[&number], |_| Ok(()))?.is_some())
}

/// Makes a parcel with everything that will happen to it; under a key that has one, gives that one.
pub fn make(tx: &Tx<'_>, key: &str, made: &Made, letters: &[Letter]) -> Answer<Made, Never> {
    const MAKE: &str = "INSERT INTO parcels (merchant_key, number, expected, made_at) VALUES ($1, $2, $3, $4)";
    if let Some(before) = by_key(tx, key)? {
        return Ok(before);
    }
    tx.run(MAKE, &[&key, &made.number, &made.expected.0, &tx.now().0])?;
    for letter in letters {
        deliveries::write(tx, letter)?;
    }
    Ok(made.clone())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Made> {
    Ok(Made { number: row.get("number")?, expected: row.day("expected")? })
}
