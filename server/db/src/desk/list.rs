//! The goods as the desk lists them, drafts and all.

use domain::catalogue::{Picture, Shown};
use domain::ids::ProductId;
use domain::lang::Lang;
use domain::money::Money;
use domain::time::Timestamp;

use crate::catalogue::as_picture;
use crate::database::Conn;
use crate::error::Result;
use crate::rows::Columns;

/// Products on one page of the desk's list.
pub const PAGE: u32 = 50;

/// A product in the desk's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Number.
    pub id: ProductId,
    /// Name, as the books have it.
    pub name: String,
    /// Whether shoppers see it.
    pub shown: Shown,
    /// When they will.
    pub publish_at: Option<Timestamp>,
    /// Its category's name; empty for none.
    pub category: String,
    /// Its first picture.
    pub picture: Option<Picture>,
    /// The least a variant costs; none when nothing is sold of it.
    pub price: Option<Money>,
    /// How many are on the shelf, of all variants together.
    pub stock: i64,
    /// How many languages it is described in, the first one among them.
    pub languages: u32,
}

/// Products whose name, address or number has this in it, or all of them; the latest first, with how many there are.
pub fn list(conn: &Conn, typed: &str, shown: Option<Shown>, page: u32) -> Result<(Vec<Row>, u32)> {
    const WHICH: &str = "FROM products p WHERE ($1 = '' OR p.shown = $1) AND ($2 = '%%' OR p.name LIKE $2 ESCAPE '!'
            OR p.slug LIKE $2 ESCAPE '!' OR p.id IN (SELECT product_id FROM variants WHERE sku LIKE $2 ESCAPE '!' AND sku <> ''))";
    let like = format!("%{}%", typed.trim().replace('!', "!!").replace('%', "!%").replace('_', "!_"));
    let shown = shown.map_or("", Shown::code);
    let count = conn.one(&format!("SELECT count(*) AS n {WHICH}"), &[&shown, &like], |row| row.get("n"))?.unwrap_or(0);
    let some = format!(
        "SELECT p.id, p.name, p.shown, p.publish_at,
            (SELECT name FROM categories WHERE id = p.category_id) AS category,
            (SELECT min(price_minor) FROM variants v WHERE v.product_id = p.id AND v.retired = 0) AS price,
            (SELECT coalesce(sum(on_hand), 0) FROM variants v WHERE v.product_id = p.id AND v.retired = 0) AS stock,
            (SELECT count(*) FROM product_words w WHERE w.product_id = p.id AND w.lang <> '{}') AS languages
        {WHICH} ORDER BY p.id DESC LIMIT $3 OFFSET $4",
        Lang::FIRST.code()
    );
    let skip = page.saturating_sub(1).saturating_mul(PAGE);
    let mut rows = conn.all(&some, &[&shown, &like, &PAGE, &skip], |row| {
        let price: Option<i64> = row.get("price")?;
        Ok(Row {
            id: ProductId(row.get("id")?),
            name: row.get("name")?,
            shown: row.code("shown")?,
            publish_at: row.get::<_, Option<i64>>("publish_at")?.map(Timestamp),
            category: row.get::<_, Option<String>>("category")?.unwrap_or_default(),
            picture: None,
            price: price.map(|minor| Money::new(minor, conn.currency())),
            stock: row.get("stock")?,
            languages: row.get::<_, u32>("languages")? + 1,
        })
    })?;
    for row in &mut rows {
        row.picture = pictures(conn, row.id)?.into_iter().flatten().next();
    }
    Ok((rows, count))
}

/// The pictures of a product in their order; none where one is awaited from its address.
pub fn pictures(conn: &Conn, id: ProductId) -> Result<Vec<Option<Picture>>> {
    const OF: &str = "SELECT i.file, i.width, i.height, i.renditions, i.blur, pp.alt FROM product_pictures pp
        JOIN pictures i ON i.id = pp.picture_id WHERE pp.product_id = $1 ORDER BY pp.position";
    conn.all(OF, &[&id.0], |row| row.get::<_, Option<String>>("file")?.map(|_| as_picture(row)).transpose())
}
