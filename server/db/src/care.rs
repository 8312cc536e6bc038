//! How what was bought is looked after.

use domain::care::Care;
use domain::ids::OrderId;
use domain::lang::Lang;

use crate::database::Conn;
use crate::error::Result;

/// What is said of each product of an order that something is said of, in the order of its lines; in the shop's first language where
/// nobody has said it in this one.
pub fn of_order(conn: &Conn, order: OrderId, lang: Lang) -> Result<Vec<Care>> {
    const OF: &str = "SELECT l.position, p.id, coalesce(nullif(w.name, ''), p.name) AS name, p.care AS first,
            coalesce(w.care, '') AS said
        FROM order_lines l JOIN variants v ON v.id = l.variant_id JOIN products p ON p.id = v.product_id
        LEFT JOIN product_words w ON w.product_id = p.id AND w.lang = $1
        WHERE l.order_id = $2 AND (p.care <> '' OR w.care <> '') ORDER BY l.position";
    let rows = conn.all(OF, &[&lang.code(), &order.0], |row| {
        let (first, said): (String, String) = (row.get("first")?, row.get("said")?);
        let translated = lang == Lang::FIRST || !said.is_empty();
        let says = if said.is_empty() { first } else { said };
        let care = Care { lines: vec![row.get("position")?], name: row.get("name")?, says, translated };
        Ok((row.get::<_, i64>("id")?, care))
    })?;
    let mut all: Vec<(i64, Care)> = Vec::new();
    for (product, care) in rows {
        match all.iter_mut().find(|(known, _)| *known == product) {
            Some((_, known)) => known.lines.extend(care.lines),
            None => all.push((product, care)),
        }
    }
    Ok(all.into_iter().map(|(_, care)| care).collect())
}
