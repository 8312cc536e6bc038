//! The schema, step by step; `user_version` tells how far a database has come.

use rusqlite::Connection;
use rusqlite_migration::{Error, M, MigrationDefinitionError, Migrations};

use crate::error::{Fault, Result};

const STEPS: &[M<'static>] = &[
    M::up(include_str!("../migrations/0001_catalogue.sql")),
    M::up(include_str!("../migrations/0002_cart.sql")),
    M::up(include_str!("../migrations/0003_orders.sql")),
    M::up(include_str!("../migrations/0004_world.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/0006_search.sql")),
];

/// Brings a database to this program's schema. One made by a newer program is left alone and refused.
pub fn migrate(conn: &mut Connection) -> Result<()> {
    bring(conn, STEPS)
}

/// Brings a file to the end of its own steps. References rest meanwhile: a table that is made anew is dropped first,
/// and SQLite would take its rows' references along. A step that does so checks them before it counts as done.
pub(crate) fn bring(conn: &mut Connection, steps: &[M<'_>]) -> Result<()> {
    conn.execute_batch("PRAGMA foreign_keys=OFF")?;
    let brought = up(conn, steps);
    conn.execute_batch("PRAGMA foreign_keys=ON")?;
    brought
}

fn up(conn: &mut Connection, steps: &[M<'_>]) -> Result<()> {
    Migrations::from_slice(steps).to_latest(conn).map_err(|error| match error {
        Error::MigrationDefinition(MigrationDefinitionError::DatabaseTooFarAhead) => Fault::Newer(
            "this database was made by a newer Cartwright; start that one, or restore a backup made by this one".to_owned(),
        ),
        Error::RusqliteError { err, .. } => Fault::Sqlite(err),
        other => Fault::Books(other.to_string()),
    })
}
