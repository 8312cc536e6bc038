//! Postcodes and their towns, of the countries somebody loaded them for.

use domain::addresses::folded;
use domain::contact::Country;
use rusqlite::Row;

use crate::database::{Conn, Tx};
use crate::error::Result;

/// A postcode and its town.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// As the country writes it.
    pub postcode: String,
    /// Town or city.
    pub city: String,
    /// State or province; empty where none is known.
    pub region: String,
}

/// A text as it is looked for: its letters and digits, small, however they were typed.
pub fn key(text: &str) -> String {
    folded(text).chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn place(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place { postcode: row.get("postcode")?, city: row.get("city")?, region: row.get("region")? })
}

/// The town of a postcode, given its [`key`]; none when it has several, or none is known.
pub fn of_postcode(conn: &Conn, country: Country, code: &str) -> Result<Option<Place>> {
    const OF: &str = "SELECT postcode, city, region FROM places WHERE country = $1 AND code = $2 LIMIT 2";
    let mut found = conn.all(OF, &[&country.code(), &code], place)?;
    // People leave out the letters a postcode begins with.
    if found.is_empty() {
        let lead = format!("{}{code}", country.code().to_ascii_lowercase());
        found = conn.all(OF, &[&country.code(), &lead], place)?;
    }
    Ok(if found.len() == 1 { found.pop() } else { None })
}

/// Towns and postcodes that begin as typed, given the [`key`] of that; the shortest first.
pub fn beginning(conn: &Conn, country: Country, start: &str, most: u32) -> Result<Vec<Place>> {
    const TOWNS: &str = "SELECT postcode, city, region FROM places
        WHERE country = $1 AND (town >= $2 AND town < $3 OR code >= $2 AND code < $3) ORDER BY length(town), postcode LIMIT $4";
    // The next text after all that begin so: the last letter there is behind it.
    let end = format!("{start}\u{10FFFF}");
    conn.all(TOWNS, &[&country.code(), &start, &end, &most], place)
}

/// How many are known of a country.
pub fn count(conn: &Conn, country: Country) -> Result<i64> {
    Ok(conn.one("SELECT count(*) AS n FROM places WHERE country = $1", &[&country.code()], |row| row.get("n"))?.unwrap_or(0))
}

/// Takes these for what is known of a country, in place of what was.
pub fn replace(tx: &Tx<'_>, country: Country, places: &[Place]) -> Result<usize> {
    const ADD: &str = "INSERT INTO places (country, code, town, postcode, city, region) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (country, code, town) DO NOTHING";
    tx.run("DELETE FROM places WHERE country = $1", &[&country.code()])?;
    let mut added = 0;
    for place in places {
        let (code, town) = (key(&place.postcode), key(&place.city));
        added += tx.run(ADD, &[&country.code(), &code, &town, &place.postcode, &place.city, &place.region])?;
    }
    Ok(added)
}
