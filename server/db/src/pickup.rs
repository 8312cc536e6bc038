//! Pickup points that carriers have named. Before any has, the shop knows those of `domain::delivery`.

use domain::Never;
use domain::contact::Country;
use domain::delivery::{PickupPoint, nearest_of, pickup_point, pickup_points};
use rusqlite::Row;

use crate::database::{Conn, Tx};
use crate::error::{Answer, Result};
use crate::rows::Columns;

/// So many points of a country are looked at, those named last first.
const MOST: u32 = 2000;

/// The point with this id.
pub fn by_id(conn: &Conn, id: &str) -> Result<Option<PickupPoint>> {
    const BY_ID: &str = "SELECT id, country, postcode, city, name, line FROM pickup_points WHERE id = $1";
    Ok(conn.one(BY_ID, &[&id], read)?.or_else(|| pickup_point(id).cloned()))
}

/// Those near a postcode and a town, as typed, the nearest first, as far as the shop knows them.
pub fn near(conn: &Conn, (country, postcode, city): (Country, &str, &str), how_many: usize) -> Result<Vec<PickupPoint>> {
    const NEAR: &str = "SELECT id, country, postcode, city, name, line FROM pickup_points WHERE country = $1
        ORDER BY named_at DESC, id LIMIT $2";
    let mut known = conn.all(NEAR, &[&country.code(), &MOST], read)?;
    if known.is_empty() {
        known = pickup_points(country).cloned().collect();
    }
    Ok(nearest_of(known, country, postcode, city, how_many))
}

/// Which of these points the shop does not know, or knows otherwise.
pub fn news(conn: &Conn, points: &[PickupPoint]) -> Result<Vec<PickupPoint>> {
    const KNOWN: &str = "SELECT id, country, postcode, city, name, line FROM pickup_points WHERE id = $1";
    let mut news = Vec::new();
    for point in points {
        if conn.one(KNOWN, &[&point.id], read)?.as_ref() != Some(point) {
            news.push(point.clone());
        }
    }
    Ok(news)
}

/// Keeps what a carrier has named.
pub fn keep(tx: &Tx<'_>, points: &[PickupPoint]) -> Answer<(), Never> {
    const KEEP: &str = "INSERT INTO pickup_points (id, country, postcode, city, name, line, named_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO UPDATE SET country = excluded.country,
            postcode = excluded.postcode, city = excluded.city, name = excluded.name, line = excluded.line,
            named_at = excluded.named_at";
    for PickupPoint { id, country, postcode, city, name, line } in points {
        tx.run(KEEP, &[id, &country.code(), postcode, city, name, line, &tx.now().0])?;
    }
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<PickupPoint> {
    Ok(PickupPoint {
        id: row.get("id")?,
        country: row.text("country")?,
        postcode: row.get("postcode")?,
        city: row.get("city")?,
        name: row.get("name")?,
        line: row.get("line")?,
    })
}
