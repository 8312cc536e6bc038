//! The desk: what staff change of the goods, and the log of it.
//!
//! A product is changed as an import changes it (`goods::save`), so there is one way in; what that did is what the log says.
//! Products are in `desk/goods.rs`, categories and words in `desk/shelves.rs`, the log in `desk/log.rs`, the list in
//! `desk/list.rs`, the orders in `desk/orders.rs`; what could not be saved yet is kept here, as it was typed.

use domain::ids::StaffId;

use crate::database::{Conn, Tx};
use crate::error::Result;

mod goods;
mod list;
mod log;
mod orders;
mod shelves;
#[cfg(test)]
mod tests;

pub use goods::{Meant, NotSaved, Opened, announce, change, open, publish, save};
pub use list::{PAGE, Row, list, pictures};
pub use log::log;
pub(crate) use log::{Line, note};
pub use orders::{OrderRow, order, orders};
pub use shelves::{CategoryRefusal, WordsTaken, save_category, save_category_words, save_synonyms, save_words};

/// Keeps what somebody typed and could not be saved.
pub fn keep_draft(tx: &Tx<'_>, staff: StaffId, place: &str, typed: &str) -> Result<()> {
    const KEEP: &str = "INSERT INTO desk_drafts (staff_id, place, typed) VALUES ($1, $2, $3)
        ON CONFLICT (staff_id, place) DO UPDATE SET typed = excluded.typed";
    tx.run(KEEP, &[&staff.0, &place, &typed]).map(drop)
}

/// What somebody typed there and could not be saved.
pub fn draft(conn: &Conn, staff: StaffId, place: &str) -> Result<Option<String>> {
    conn.one("SELECT typed FROM desk_drafts WHERE staff_id = $1 AND place = $2", &[&staff.0, &place], |row| row.get("typed"))
}

/// Forgets it.
pub fn drop_draft(tx: &Tx<'_>, staff: StaffId, place: &str) -> Result<()> {
    tx.run("DELETE FROM desk_drafts WHERE staff_id = $1 AND place = $2", &[&staff.0, &place]).map(drop)
}
