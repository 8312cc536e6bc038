//! A product as the index has it, in one language.

use domain::catalogue::Shown;
use domain::ids::ProductId;
use domain::lang::Lang;
use rusqlite::Row;
use sha2::{Digest, Sha256};

use super::letters::folded;
use super::runs::{runs, tokens};
use super::{place, vocabulary};
use crate::catalogue::term;
use crate::database::{Conn, Tx};
use crate::error::Result;
use crate::rows::Columns;
use crate::token::hex;

/// A sign no keyboard has, before a whole number of the merchant's or the maker's.
const WHOLE: char = '\u{E000}';
/// Numbers are indexed from so many of their parts on.
const PARTS: usize = 8;

/// What the index has of a product.
struct Entry {
    standing: u8,
    name: String,
    codes: String,
    shelf: String,
    facts: String,
    story: String,
}

/// Brings the index to what the books say of a product in every language it has words in.
pub fn put(tx: &Tx<'_>, id: ProductId) -> Result<()> {
    const LANGS: &str = "SELECT lang FROM product_words WHERE product_id = $1";
    let langs: Vec<Option<Lang>> = tx.all(LANGS, &[&id.0], |row| Ok(row.maybe_code("lang").ok().flatten()))?;
    for lang in std::iter::once(Lang::FIRST).chain(langs.into_iter().flatten().filter(|lang| *lang != Lang::FIRST)) {
        put_in(tx, id, lang)?;
    }
    Ok(())
}

/// The same in one language.
pub(crate) fn put_in(tx: &Tx<'_>, id: ProductId, lang: Lang) -> Result<()> {
    const KNOWN: &str = "SELECT place, digest FROM search_goods WHERE product_id = $1 AND lang = $2";
    const ADD: &str = "INSERT INTO search_goods (place, product_id, lang, name, shelf, digest) VALUES ($1, $2, $3, $4, $5, $6)";
    const TEXT: &str = "INSERT INTO search_texts (rowid, name, codes, shelf, facts, story) VALUES ($1, $2, $3, $4, $5, $6)";
    let known: Option<(i64, String)> =
        tx.one(KNOWN, &[&id.0, &lang.code()], |row| Ok((row.get("place")?, row.get("digest")?)))?;
    let Some((head, facts)) = Head::of(tx, id, lang)? else { return known.map_or(Ok(()), |(place, _)| remove(tx, place)) };
    let entry = head.entry(tx, id, &facts)?;
    let digest = entry.digest();
    if known.as_ref().is_some_and(|(_, known)| *known == digest) {
        return Ok(());
    }
    if let Some((place, _)) = known {
        remove(tx, place)?;
    }
    let at = place(lang, entry.standing, id);
    tx.run(ADD, &[&at, &id.0, &lang.code(), &entry.name, &entry.shelf, &digest])?;
    for text in [head.name.as_str(), &head.shelf, &facts] {
        vocabulary::learn(tx, lang, &runs(text))?;
    }
    tx.at_last(move |conn| {
        conn.run(TEXT, &[&at, &entry.name, &entry.codes, &entry.shelf, &entry.facts, &entry.story])?;
        Ok(())
    });
    Ok(())
}

fn remove(tx: &Tx<'_>, place: i64) -> Result<()> {
    // It may be one that is still to be written.
    tx.settle()?;
    tx.run("DELETE FROM search_texts WHERE rowid = $1", &[&place])?;
    tx.run("DELETE FROM search_goods WHERE place = $1", &[&place])?;
    Ok(())
}

/// What a product's own row says, with its shelf.
struct Head {
    name: String,
    first_name: String,
    shelf: String,
    story: String,
    popularity: i64,
    stars: i64,
}

impl Head {
    /// None where shoppers do not see it, or not in this language. With the values of its facts and choices.
    fn of(conn: &Conn, id: ProductId, lang: Lang) -> Result<Option<(Self, String)>> {
        const HEAD: &str = "SELECT p.name, p.maker, p.lead, p.story, p.popularity, p.rating_tenths, p.category_id,
                w.name AS said_name, w.lead AS said_lead, w.story AS said_story
            FROM products p LEFT JOIN product_words w ON w.product_id = p.id AND w.lang = $1
            WHERE p.id = $2 AND p.shown = $3 AND (w.lang IS NOT NULL OR $4)";
        let first = lang == Lang::FIRST;
        let row = conn.one(HEAD, &[&lang.code(), &id.0, &Shown::Live.code(), &first], |row| {
            let name: String = row.get("name")?;
            let head = Self {
                name: or(row, "said_name", &name)?,
                first_name: if first { String::new() } else { name },
                shelf: row.get("maker")?,
                story: format!(
                    "{} {}",
                    or(row, "said_lead", &row.get::<_, String>("lead")?)?,
                    or(row, "said_story", &row.get::<_, String>("story")?)?
                ),
                popularity: row.get("popularity")?,
                stars: row.get::<_, Option<i64>>("rating_tenths")?.unwrap_or(0),
            };
            Ok((head, row.get::<_, Option<i64>>("category_id")?))
        })?;
        let Some((mut head, category)) = row else { return Ok(None) };
        for name in shelf(conn, lang, category)? {
            head.shelf = format!("{name}, {}", head.shelf);
        }
        Ok(Some((head, facts(conn, lang, id)?)))
    }

    fn entry(&self, conn: &Conn, id: ProductId, facts: &str) -> Result<Entry> {
        Ok(Entry {
            standing: standing(self.popularity, self.stars),
            name: tokens(&self.name),
            codes: codes(conn, id)?,
            shelf: tokens(&self.shelf),
            facts: tokens(facts),
            story: tokens(&format!("{} {}", without_tags(&self.story), self.first_name)),
        })
    }
}

fn or(row: &Row<'_>, column: &str, first: &str) -> rusqlite::Result<String> {
    let said: Option<String> = row.get(column)?;
    Ok(said.filter(|said| !said.is_empty()).unwrap_or_else(|| first.to_owned()))
}

/// How well a thing is liked, from its popularity of 0 to 100 and its stars, so that among equals the better rated is first.
fn standing(popularity: i64, tenths: i64) -> u8 {
    let liked = popularity.clamp(0, 100) * 2 + (tenths - 30).clamp(0, 20);
    u8::try_from(liked).unwrap_or(u8::MAX)
}

/// The names of a category and the one it is in.
fn shelf(conn: &Conn, lang: Lang, category: Option<i64>) -> Result<Vec<String>> {
    const NAMES: &str = "SELECT coalesce(nullif(w.name, ''), c.name) AS name FROM categories s
        JOIN categories c ON c.id = s.id OR c.id = s.parent_id
        LEFT JOIN category_words w ON w.category_id = c.id AND w.lang = $1 WHERE s.id = $2 ORDER BY c.id";
    conn.all(NAMES, &[&lang.code(), &category], |row| row.get("name"))
}

/// The values of facts and choices.
fn facts(conn: &Conn, lang: Lang, id: ProductId) -> Result<String> {
    const FACTS: &str = "SELECT coalesce(nullif(w.value, ''), f.value) AS value FROM product_facts f
        LEFT JOIN fact_words w ON w.product_id = f.product_id AND w.lang = $1 AND w.position = f.position
        WHERE f.product_id = $2 ORDER BY f.position";
    const CHOICES: &str = "SELECT name FROM choice_values WHERE product_id = $1 ORDER BY choice, position";
    let mut all: Vec<String> = conn.all(FACTS, &[&lang.code(), &id.0], |row| row.get("value"))?;
    let choices: Vec<String> = conn.all(CHOICES, &[&id.0], |row| row.get("name"))?;
    for name in choices {
        all.push(term(conn, lang, name)?.text);
    }
    // A full stop keeps the last number of one apart from the first of the next.
    Ok(all.join(". "))
}

/// The numbers of what can be bought.
fn codes(conn: &Conn, id: ProductId) -> Result<String> {
    const CODES: &str = "SELECT sku, barcode FROM variants WHERE product_id = $1 AND retired = 0 ORDER BY position";
    let all: Vec<[String; 2]> = conn.all(CODES, &[&id.0], |row| Ok([row.get("sku")?, row.get("barcode")?]))?;
    let mut tokens = Vec::new();
    for code in all.into_iter().flatten().filter(|code| !code.is_empty()) {
        of_code(&code, &mut tokens);
    }
    Ok(tokens.join(" "))
}

/// A number as a whole, its parts, and everything from each part on, so that it is found by any of them.
fn of_code(code: &str, tokens: &mut Vec<String>) {
    let code = folded(code);
    let parts: Vec<&str> = code.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let mut add = |token: String| {
        if !tokens.contains(&token) {
            tokens.push(token);
        }
    };
    add(whole_code(&parts.concat()));
    for (at, part) in parts.iter().enumerate().take(PARTS) {
        add((*part).to_owned());
        add(parts[at..].concat());
    }
}

/// The letters and digits of a text, folded.
pub(super) fn without_gaps(text: &str) -> String {
    folded(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// How a whole number stands in the index.
pub(super) fn whole_code(code: &str) -> String {
    format!("{WHOLE}{code}")
}

/// What stands between the tags of clean HTML.
fn without_tags(html: &str) -> String {
    let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<Vec<_>>().join(" ").replace("&amp;", "&").replace("&nbsp;", " ")
}

impl Entry {
    fn digest(&self) -> String {
        let Self { standing, name, codes, shelf, facts, story } = self;
        let all = format!("{standing}\n{name}\n{codes}\n{shelf}\n{facts}\n{story}");
        hex(&Sha256::digest(all.as_bytes())[..12])
    }
}
