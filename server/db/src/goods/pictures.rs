//! Pictures: known by their content once they are here, by their address until then.

use domain::goods::{IncomingPicture, Source, Stored};
use domain::ids::{PictureId, ProductId};

use crate::database::{Conn, Event, Tx};
use crate::error::{Fault, Result};
use crate::outbox::Job;

/// The picture's row, made if it is missing. One at an address is fetched after the commit.
pub fn picture(tx: &Tx<'_>, source: &Source) -> Result<PictureId> {
    match source {
        Source::Stored(stored) => stored_picture(tx, stored),
        Source::Address(address) => awaited_picture(tx, address),
    }
}

fn stored_picture(tx: &Tx<'_>, stored: &Stored) -> Result<PictureId> {
    const KNOWN: &str = "SELECT id FROM pictures WHERE file = $1 AND source IS NULL";
    const ADD: &str = "INSERT INTO pictures (file, width, height) VALUES ($1, $2, $3) RETURNING id";
    if let Some(id) = tx.one(KNOWN, &[&stored.file], |row| row.get("id"))? {
        return Ok(PictureId(id));
    }
    let id = tx.one(ADD, &[&stored.file, &stored.width, &stored.height], |row| row.get("id"))?;
    id.map(PictureId).ok_or(Fault::NotFound("picture"))
}

fn awaited_picture(tx: &Tx<'_>, address: &str) -> Result<PictureId> {
    const KNOWN: &str = "SELECT id, file IS NOT NULL AS here FROM pictures WHERE source = $1";
    const ADD: &str = "INSERT INTO pictures (source) VALUES ($1) RETURNING id, FALSE AS here";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get("id")?, row.get("here")?));
    let known = tx.one(KNOWN, &[&address], read)?;
    let found = if known.is_some() { known } else { tx.one(ADD, &[&address], read)? };
    let (id, here): (i64, bool) = found.ok_or(Fault::NotFound("picture"))?;
    if !here {
        // Saying it again also wakes one that was given up.
        tx.later(Job::FetchPicture, id, tx.now())?;
    }
    Ok(PictureId(id))
}

/// Where a picture is still to be fetched from; nothing when it is here.
pub fn address(conn: &Conn, id: PictureId) -> Result<Option<String>> {
    conn.one("SELECT source FROM pictures WHERE id = $1 AND file IS NULL", &[&id.0], |row| row.get("source"))
}

/// An awaited picture is here.
pub fn arrived(tx: &Tx<'_>, id: PictureId, stored: &Stored) -> Result<()> {
    const ARRIVED: &str = "UPDATE pictures SET file = $1, width = $2, height = $3, trouble = '' WHERE id = $4 AND file IS NULL";
    if tx.run(ARRIVED, &[&stored.file, &stored.width, &stored.height, &id.0])? > 0 {
        tx.emit(Event::Catalogue);
    }
    Ok(())
}

/// Why an awaited picture did not come, for whoever looks after the shop.
pub fn trouble(tx: &Tx<'_>, id: PictureId, trouble: &str) -> Result<()> {
    tx.run("UPDATE pictures SET trouble = $1 WHERE id = $2 AND file IS NULL", &[&trouble, &id.0])?;
    Ok(())
}

/// How many there were and are, if they differed.
pub(super) fn of_product(tx: &Tx<'_>, product: ProductId, pictures: &[IncomingPicture]) -> Result<Option<(String, String)>> {
    const KNOWN: &str = "SELECT picture_id, alt FROM product_pictures WHERE product_id = $1 ORDER BY position";
    const ADD: &str = "INSERT INTO product_pictures (product_id, position, picture_id, alt) VALUES ($1, $2, $3, $4)";
    let mut wanted = Vec::with_capacity(pictures.len());
    for one in pictures {
        wanted.push((picture(tx, &one.source)?.0, one.alt.clone()));
    }
    let known: Vec<(i64, String)> = tx.all(KNOWN, &[&product.0], |row| Ok((row.get("picture_id")?, row.get("alt")?)))?;
    if known == wanted {
        return Ok(None);
    }
    tx.run("DELETE FROM product_pictures WHERE product_id = $1", &[&product.0])?;
    for (position, (id, alt)) in (0_i64..).zip(&wanted) {
        tx.run(ADD, &[&product.0, &position, id, alt])?;
    }
    let count = |pictures: &[(i64, String)]| format!("{} in their order and with their words", pictures.len());
    Ok(Some((count(&known), count(&wanted))))
}
