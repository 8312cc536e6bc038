//! The index made anew: what a shared word changed, or all of it when the rules change.

use domain::ids::{CategoryId, ProductId};
use domain::lang::Lang;

use super::index::put_in;
use super::synonyms;
use crate::database::{Conn, Event, Tx};
use crate::error::Result;

/// Grows with every change of what is indexed, or how; an index of another version is made anew.
const VERSION: i64 = 1;

/// Whether the index was made by these rules.
pub fn is_current(conn: &Conn) -> Result<bool> {
    const VERSIONS: &str = "SELECT max(version) AS version FROM search_version";
    Ok(conn.one(VERSIONS, &[], |row| row.get::<_, Option<i64>>("version"))?.flatten() == Some(VERSION))
}

/// Marks everything to be indexed anew, whatever the index has of it. Until that is done goods are found as they were.
pub fn renew(tx: &Tx<'_>) -> Result<()> {
    const ALL: &str = "INSERT INTO search_stale (product_id, lang) SELECT id, $1 FROM products WHERE shown = 'live'
        UNION SELECT w.product_id, w.lang FROM product_words w JOIN products p ON p.id = w.product_id AND p.shown = 'live'
        UNION SELECT product_id, lang FROM search_goods WHERE true
        ON CONFLICT DO NOTHING";
    tx.run("UPDATE search_goods SET digest = ''", &[])?;
    for table in ["search_near", "search_words", "search_version"] {
        tx.run(&format!("DELETE FROM {table}"), &[])?;
    }
    synonyms::learn_all(tx)?;
    tx.run(ALL, &[&Lang::FIRST.code()])?;
    tx.run("INSERT INTO search_version (version) VALUES ($1)", &[&VERSION])?;
    Ok(())
}

/// Whether anything is marked.
pub fn is_stale(conn: &Conn) -> Result<bool> {
    Ok(conn.one("SELECT 1 AS one FROM search_stale LIMIT 1", &[], |_| Ok(()))?.is_some())
}

/// Indexes so many of what is marked; says how many that were.
pub fn freshen(tx: &Tx<'_>, most: u32) -> Result<usize> {
    const SOME: &str = "SELECT product_id, lang FROM search_stale ORDER BY product_id, lang LIMIT $1";
    const DONE: &str = "DELETE FROM search_stale WHERE product_id = $1 AND lang = $2";
    let some: Vec<(i64, String)> = tx.all(SOME, &[&most], |row| Ok((row.get("product_id")?, row.get("lang")?)))?;
    for (id, code) in &some {
        if let Some(lang) = Lang::from_code(code) {
            put_in(tx, ProductId(*id), lang)?;
        }
        tx.run(DONE, &[id, code])?;
        tx.emit(Event::Catalogue);
    }
    Ok(some.len())
}

/// The name of a category changed in a language: what stands in it is called by it.
pub(crate) fn stale_category(tx: &Tx<'_>, category: CategoryId, lang: Lang) -> Result<()> {
    const IN_IT: &str = "INSERT INTO search_stale (product_id, lang) SELECT g.product_id, g.lang FROM search_goods g
        JOIN products p ON p.id = g.product_id JOIN categories c ON c.id = p.category_id
        WHERE (c.id = $1 OR c.parent_id = $1) AND (g.lang = $2 OR $2 = $3) ON CONFLICT DO NOTHING";
    mark(tx, tx.run(IN_IT, &[&category.0, &lang.code(), &Lang::FIRST.code()])?)
}

/// Words that many things share changed in a language.
pub(crate) fn stale_terms(tx: &Tx<'_>, lang: Lang) -> Result<()> {
    const OF_LANG: &str = "INSERT INTO search_stale (product_id, lang) SELECT product_id, lang FROM search_goods WHERE lang = $1
        ON CONFLICT DO NOTHING";
    mark(tx, tx.run(OF_LANG, &[&lang.code()])?)
}

fn mark(tx: &Tx<'_>, many: usize) -> Result<()> {
    if many > 0 {
        tx.emit(Event::Stale);
    }
    Ok(())
}
