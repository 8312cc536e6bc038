//! All goods, a stretch at a time, for machines.

use domain::catalogue::Slug;
use domain::ids::ProductId;
use domain::lang::Lang;

use crate::database::Conn;
use crate::error::Result;
use crate::rows::Columns;

/// Where a product is, and its first picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Its address in a language.
    pub slug: Slug,
    /// The picture's file.
    pub picture: Option<String>,
}

/// How many products are in the shop.
pub fn live_count(conn: &Conn) -> Result<u32> {
    Ok(conn.one("SELECT count(*) AS n FROM products WHERE shown = 'live'", &[], |row| row.get("n"))?.unwrap_or(0))
}

/// The next products in the order in which they came, after this one.
pub fn live_after(conn: &Conn, after: ProductId, take: u32) -> Result<Vec<ProductId>> {
    const NEXT: &str = "SELECT id FROM products WHERE id > $1 AND shown = 'live' ORDER BY id LIMIT $2";
    conn.all(NEXT, &[&after.0, &take], |row| Ok(ProductId(row.get("id")?)))
}

/// Where products are in this language, in the order in which they came.
pub fn addresses(conn: &Conn, lang: Lang, skip: u32, take: u32) -> Result<Vec<Address>> {
    const SOME: &str = "SELECT coalesce(w.slug, p.slug) AS slug, (SELECT i.file FROM product_pictures pp
            JOIN pictures i ON i.id = pp.picture_id WHERE pp.product_id = p.id ORDER BY pp.position LIMIT 1) AS picture
        FROM products p LEFT JOIN product_words w ON w.product_id = p.id AND w.lang = $1
        WHERE p.shown = 'live' ORDER BY p.id LIMIT $2 OFFSET $3";
    conn.all(SOME, &[&lang.code(), &take, &skip], |row| Ok(Address { slug: row.text("slug")?, picture: row.get("picture")? }))
}
