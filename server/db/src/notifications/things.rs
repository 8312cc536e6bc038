//! What messages call the goods they speak of.

use domain::catalogue::Slug;
use domain::ids::{CartId, VariantId};
use domain::lang::Lang;

use crate::database::Conn;
use crate::error::{Fault, Result};
use crate::restock;

/// What a variant's product is called in a language, with what was chosen of it, and the address of its page.
pub fn thing(conn: &Conn, lang: Lang, variant: VariantId) -> Result<(String, Slug)> {
    const NAMED: &str = "SELECT coalesce(nullif(w.name, ''), p.name) AS name, v.value1, v.value2, v.value3
        FROM variants v JOIN products p ON p.id = v.product_id
        LEFT JOIN product_words w ON w.product_id = p.id AND w.lang = $1 WHERE v.id = $2";
    let name = conn.one(NAMED, &[&lang.code(), &variant.0], |row| {
        let values = [row.get::<_, String>("value1")?, row.get("value2")?, row.get("value3")?];
        let values: Vec<String> = values.into_iter().filter(|value| !value.is_empty()).collect();
        let name: String = row.get("name")?;
        Ok(if values.is_empty() { name } else { format!("{name} ({})", values.join(", ")) })
    })?;
    Ok((name.ok_or(Fault::NotFound("variant"))?, restock::address(conn, lang, variant)?))
}

/// What is in a cart, by name; a few things at most.
pub fn in_cart(conn: &Conn, lang: Lang, cart: CartId) -> Result<Vec<String>> {
    const NAMED: &str = "SELECT coalesce(nullif(w.name, ''), p.name) AS name FROM cart_lines l
        JOIN variants v ON v.id = l.variant_id JOIN products p ON p.id = v.product_id
        LEFT JOIN product_words w ON w.product_id = p.id AND w.lang = $1
        WHERE l.cart_id = $2 AND l.saved = 0 ORDER BY l.id LIMIT 5";
    conn.all(NAMED, &[&lang.code(), &cart.0], |row| row.get("name"))
}
