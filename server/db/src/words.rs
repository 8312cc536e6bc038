//! Goods in other languages, written. What is missing stands as the books have it.

use domain::catalogue::Slug;
use domain::goods::{CategoryWords, ProductWords};
use domain::ids::{CategoryId, ProductId};
use domain::lang::Lang;

use crate::database::{Event, Tx};
use crate::error::Result;
use crate::search;

/// Words that many products share, in one language: each with what it is there.
pub type Terms = (Lang, Vec<(String, String)>);

/// What saving words did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// They are new.
    Added,
    /// They are others than before.
    Changed,
    /// They are as they were.
    Same,
    /// There is nothing at that address.
    Missing,
    /// Another product has that address in that language.
    Taken,
}

/// Keeps what a product is called in a language; `of` is its address in the books.
pub fn save_product(tx: &Tx<'_>, of: &Slug, words: &ProductWords) -> Result<Kept> {
    const ID: &str = "SELECT id FROM products WHERE slug = $1";
    const TAKEN: &str = "SELECT 1 AS one FROM product_words WHERE slug = $1 AND lang = $2 AND product_id <> $3";
    const KNOWN: &str = "SELECT 1 AS one FROM product_words WHERE product_id = $1 AND lang = $2";
    const SAVE: &str = "INSERT INTO product_words (product_id, lang, slug, name, lead, story, care)
            VALUES ($1, $2, $3, $4, $5, $6, coalesce($7, ''))
        ON CONFLICT (product_id, lang) DO UPDATE SET slug = excluded.slug, name = excluded.name, lead = excluded.lead,
            story = excluded.story, care = coalesce($7, product_words.care)
        WHERE product_words.slug <> excluded.slug OR product_words.name <> excluded.name
            OR product_words.lead <> excluded.lead OR product_words.story <> excluded.story
            OR product_words.care <> coalesce($7, product_words.care)";
    let Some(id) = tx.one(ID, &[&of.as_str()], |row| row.get::<_, i64>("id"))? else { return Ok(Kept::Missing) };
    let (lang, slug) = (words.lang.code(), words.slug.as_str());
    if tx.one(TAKEN, &[&slug, &lang, &id], |_| Ok(()))?.is_some() {
        return Ok(Kept::Taken);
    }
    let known = tx.one(KNOWN, &[&id, &lang], |_| Ok(()))?.is_some();
    let mut changed = tx.run(SAVE, &[&id, &lang, &slug, &words.name, &words.lead, &words.story, &words.care.text()])? > 0;
    changed |= rows(tx, &FACTS, id, lang, &words.facts)?;
    changed |= rows(tx, &ALTS, id, lang, &words.alts)?;
    if changed {
        search::put_in(tx, ProductId(id), words.lang)?;
    }
    Ok(told(tx, known, changed))
}

/// Keeps what a category is called in a language; `of` is its address in the books.
pub fn save_category(tx: &Tx<'_>, of: &Slug, words: &CategoryWords) -> Result<Kept> {
    const ID: &str = "SELECT id FROM categories WHERE slug = $1";
    const KNOWN: &str = "SELECT 1 AS one FROM category_words WHERE category_id = $1 AND lang = $2";
    const TAKEN: &str = "SELECT 1 AS one FROM category_words WHERE slug = $1 AND lang = $2 AND category_id <> $3";
    const SAVE: &str = "INSERT INTO category_words (category_id, lang, slug, name, blurb) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (category_id, lang) DO UPDATE SET slug = excluded.slug, name = excluded.name, blurb = excluded.blurb
        WHERE category_words.slug <> excluded.slug OR category_words.name <> excluded.name
            OR category_words.blurb <> excluded.blurb";
    let Some(id) = tx.one(ID, &[&of.as_str()], |row| row.get::<_, i64>("id"))? else { return Ok(Kept::Missing) };
    let (lang, slug) = (words.lang.code(), words.slug.as_str());
    if tx.one(TAKEN, &[&slug, &lang, &id], |_| Ok(()))?.is_some() {
        return Ok(Kept::Taken);
    }
    let known = tx.one(KNOWN, &[&id, &lang], |_| Ok(()))?.is_some();
    let changed = tx.run(SAVE, &[&id, &lang, &slug, &words.name, &words.blurb])? > 0;
    if changed {
        search::stale_category(tx, CategoryId(id), words.lang)?;
    }
    Ok(told(tx, known, changed))
}

/// Keeps what words that many products share are in a language.
pub fn save_terms(tx: &Tx<'_>, lang: Lang, terms: &[(String, String)]) -> Result<usize> {
    const SAVE: &str = "INSERT INTO terms (lang, word, text) VALUES ($1, $2, $3)
        ON CONFLICT (lang, word) DO UPDATE SET text = excluded.text WHERE terms.text <> excluded.text";
    let mut changed = 0;
    for (word, text) in terms {
        changed += tx.run(SAVE, &[&lang.code(), word, text])?;
    }
    if changed > 0 {
        search::stale_terms(tx, lang)?;
        tx.emit(Event::Catalogue);
    }
    Ok(changed)
}

fn told(tx: &Tx<'_>, known: bool, changed: bool) -> Kept {
    if changed {
        tx.emit(Event::Catalogue);
    }
    match (known, changed) {
        (false, _) => Kept::Added,
        (true, true) => Kept::Changed,
        (true, false) => Kept::Same,
    }
}

/// The statements of a table with a row for each place.
struct Rows {
    known: &'static str,
    clear: &'static str,
    add: &'static str,
}

const FACTS: Rows = Rows {
    known: "SELECT value AS text FROM fact_words WHERE product_id = $1 AND lang = $2 ORDER BY position",
    clear: "DELETE FROM fact_words WHERE product_id = $1 AND lang = $2",
    add: "INSERT INTO fact_words (product_id, lang, position, value) VALUES ($1, $2, $3, $4)",
};

const ALTS: Rows = Rows {
    known: "SELECT alt AS text FROM picture_words WHERE product_id = $1 AND lang = $2 ORDER BY position",
    clear: "DELETE FROM picture_words WHERE product_id = $1 AND lang = $2",
    add: "INSERT INTO picture_words (product_id, lang, position, alt) VALUES ($1, $2, $3, $4)",
};

/// Whether they differed. Nothing said leaves what is known.
fn rows(tx: &Tx<'_>, table: &Rows, id: i64, lang: &str, texts: &[String]) -> Result<bool> {
    let known: Vec<String> = tx.all(table.known, &[&id, &lang], |row| row.get("text"))?;
    if texts.is_empty() || known == texts {
        return Ok(false);
    }
    tx.run(table.clear, &[&id, &lang])?;
    for (position, text) in (0_i64..).zip(texts) {
        tx.run(table.add, &[&id, &lang, &position, text])?;
    }
    Ok(true)
}
