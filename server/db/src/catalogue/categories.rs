//! Categories.

use domain::catalogue::{Category, Picture, Slug};
use domain::ids::{CategoryId, PictureId};
use domain::lang::{Lang, Said};
use rusqlite::Row;

use super::{as_picture, said};
use crate::database::Conn;
use crate::error::{Fault, Result};
use crate::rows::Columns;

/// The columns of a category `c` with its words `w`; the address is the reader's language's, or the books'.
const HEAD: &str = "SELECT c.id, coalesce(w.slug, c.slug) AS slug, c.name, w.name AS said_name, c.blurb, w.blurb AS said_blurb,
        c.picture_id, c.parent_id
    FROM categories c LEFT JOIN category_words w ON w.category_id = c.id AND w.lang = $1";

/// The addresses and names of the top categories, which stand on every page.
pub fn menu(conn: &Conn, lang: Lang) -> Result<Vec<(Slug, Said)>> {
    Ok(top(conn, lang)?.into_iter().map(|head| (head.slug, head.name)).collect())
}

/// The top categories, with what is in them.
pub fn categories(conn: &Conn, lang: Lang) -> Result<Vec<Category>> {
    top(conn, lang)?.into_iter().map(|head| filled(conn, head, lang)).collect()
}

fn top(conn: &Conn, lang: Lang) -> Result<Vec<Head>> {
    let top = format!("{HEAD} WHERE c.parent_id IS NULL ORDER BY c.position, c.id");
    conn.all(&top, &[&lang.code()], |row| head(row, lang))
}

/// A category by its address in this language, in the books, or in any other language.
pub fn category(conn: &Conn, lang: Lang, slug: &Slug) -> Result<(CategoryId, Category)> {
    const BY_SLUG: &str = "SELECT category_id AS id, lang = $1 AS mine, 1 AS said FROM category_words WHERE slug = $2
        UNION ALL SELECT id, 0 AS mine, 0 AS said FROM categories WHERE slug = $2 ORDER BY mine DESC, said LIMIT 1";
    let id: Option<i64> = conn.one(BY_SLUG, &[&lang.code(), &slug.as_str()], |row| row.get("id"))?;
    let id = CategoryId(id.ok_or(Fault::NotFound("category"))?);
    let head = by_id(conn, lang, id.0)?.ok_or(Fault::NotFound("category"))?;
    Ok((id, filled(conn, head, lang)?))
}

/// The addresses and names of some categories, in this order.
pub fn shelves(conn: &Conn, lang: Lang, ids: &[CategoryId]) -> Result<Vec<(Slug, Said)>> {
    let heads = ids.iter().map(|id| by_id(conn, lang, id.0)).collect::<Result<Vec<_>>>()?;
    Ok(heads.into_iter().flatten().map(|head| (head.slug, head.name)).collect())
}

struct Head {
    id: CategoryId,
    slug: Slug,
    name: Said,
    blurb: Said,
    picture: Option<PictureId>,
    parent: Option<i64>,
}

fn by_id(conn: &Conn, lang: Lang, id: i64) -> Result<Option<Head>> {
    conn.one(&format!("{HEAD} WHERE c.id = $2"), &[&lang.code(), &id], |row| head(row, lang))
}

fn head(row: &Row<'_>, lang: Lang) -> rusqlite::Result<Head> {
    Ok(Head {
        id: CategoryId(row.get("id")?),
        slug: row.text("slug")?,
        name: said(row, "name", "said_name", lang)?,
        blurb: said(row, "blurb", "said_blurb", lang)?,
        picture: row.get::<_, Option<i64>>("picture_id")?.map(PictureId),
        parent: row.get("parent_id")?,
    })
}

fn filled(conn: &Conn, head: Head, lang: Lang) -> Result<Category> {
    let below = format!("{HEAD} WHERE c.parent_id = $2 ORDER BY c.position, c.id");
    let children =
        conn.all(&below, &[&lang.code(), &head.id.0], |row| Ok((row.text("slug")?, said(row, "name", "said_name", lang)?)))?;
    let picture = match head.picture {
        Some(id) => picture(conn, id, &head.name.text)?,
        None => None,
    };
    let parent = head.parent.map(|id| by_id(conn, lang, id)).transpose()?.flatten();
    let slugs = slugs(conn, head.id)?;
    let parent = parent.map(|parent| (parent.slug, parent.name));
    Ok(Category { slug: head.slug, slugs, name: head.name, blurb: head.blurb, parent, children, picture })
}

/// The addresses of a category in the languages that have their own, and in the first.
fn slugs(conn: &Conn, id: CategoryId) -> Result<Vec<(Lang, Slug)>> {
    const OF: &str = "SELECT lang, slug FROM category_words WHERE category_id = $1
        UNION ALL SELECT 'en' AS lang, slug FROM categories WHERE id = $1";
    let all = conn.all(OF, &[&id.0], |row| Ok((row.maybe_code::<Lang>("lang").ok().flatten(), row.text("slug")?)))?;
    Ok(all.into_iter().filter_map(|(lang, slug)| Some((lang?, slug))).collect())
}

fn picture(conn: &Conn, id: PictureId, alt: &str) -> Result<Option<Picture>> {
    const BY_ID: &str =
        "SELECT file, width, height, renditions, blur, $1 AS alt FROM pictures WHERE id = $2 AND file IS NOT NULL";
    conn.one(BY_ID, &[&alt, &id.0], as_picture)
}

/// The way from the top to a category.
pub(super) fn trail(conn: &Conn, lang: Lang, category: Option<i64>) -> Result<Vec<(Slug, Said)>> {
    let mut trail = Vec::new();
    let mut next = category;
    // Two levels; the bound keeps a wrong row from going round for ever.
    while let (Some(id), true) = (next, trail.len() < 4) {
        let Some(head) = by_id(conn, lang, id)? else { break };
        next = head.parent;
        trail.insert(0, (head.slug, head.name));
    }
    Ok(trail)
}

/// A category and what is in it.
pub(super) fn inside(conn: &Conn, id: CategoryId) -> Result<Vec<i64>> {
    const INSIDE: &str = "SELECT id FROM categories WHERE id = $1 OR parent_id = $1";
    conn.all(INSIDE, &[&id.0], |row| row.get("id"))
}
