//! Categories, as goods bring them along or as they come by themselves.

use domain::goods::{IncomingCategory, Named, Place};
use domain::ids::CategoryId;
use domain::lang::Lang;

use crate::database::{Event, Tx};
use crate::error::{Fault, Result};
use crate::search;

/// Adds a category, or changes the one at its address. Its parent must be there already.
pub fn save_category(tx: &Tx<'_>, category: &IncomingCategory) -> Result<CategoryId> {
    const SAVE: &str = "INSERT INTO categories (parent_id, slug, name, blurb, position, picture_id)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (slug) DO UPDATE SET parent_id = excluded.parent_id,
            name = excluded.name, blurb = excluded.blurb, position = excluded.position, picture_id = excluded.picture_id
        WHERE categories.parent_id IS DISTINCT FROM excluded.parent_id OR categories.name <> excluded.name
            OR categories.blurb <> excluded.blurb OR categories.position <> excluded.position
            OR categories.picture_id IS DISTINCT FROM excluded.picture_id";
    let parent = match &category.parent {
        Some(slug) => Some(by_slug(tx, slug.as_str())?.ok_or(Fault::NotFound("category"))?.0),
        None => None,
    };
    let picture = category.picture.as_ref().map(|source| super::picture(tx, source)).transpose()?.map(|id| id.0);
    let Named { slug, name } = &category.named;
    let changed = tx.run(SAVE, &[&parent, &slug.as_str(), name, &category.blurb, &category.position, &picture])? > 0;
    let id = by_slug(tx, slug.as_str())?.ok_or(Fault::NotFound("category"))?;
    if changed {
        search::stale_category(tx, id, Lang::FIRST)?;
        tx.emit(Event::Catalogue);
    }
    Ok(id)
}

/// Where a product stands; a category the shop does not have yet is added behind the others.
pub(super) fn place(tx: &Tx<'_>, place: &Place) -> Result<CategoryId> {
    let top = found_or_added(tx, &place.top, None)?;
    match &place.sub {
        Some(sub) => found_or_added(tx, sub, Some(top)),
        None => Ok(top),
    }
}

fn found_or_added(tx: &Tx<'_>, named: &Named, parent: Option<CategoryId>) -> Result<CategoryId> {
    const ADD: &str = "INSERT INTO categories (parent_id, slug, name, position)
        SELECT $1, $2, $3, count(*) FROM categories WHERE parent_id IS NOT DISTINCT FROM $1 RETURNING id";
    if let Some(id) = by_slug(tx, named.slug.as_str())? {
        return Ok(id);
    }
    let parent = parent.map(|id| id.0);
    let id = tx.one(ADD, &[&parent, &named.slug.as_str(), &named.name], |row| row.get("id"))?;
    id.map(CategoryId).ok_or(Fault::NotFound("category"))
}

/// The category at an address.
pub(crate) fn by_slug(tx: &Tx<'_>, slug: &str) -> Result<Option<CategoryId>> {
    tx.one("SELECT id FROM categories WHERE slug = $1", &[&slug], |row| row.get("id").map(CategoryId))
}

/// A category by its name, its parent's before it; empty for none.
pub(super) fn path(tx: &Tx<'_>, id: Option<i64>) -> Result<String> {
    const PATH: &str = "SELECT coalesce(p.name || ' > ', '') || c.name AS path FROM categories c
        LEFT JOIN categories p ON p.id = c.parent_id WHERE c.id = $1";
    Ok(tx.one(PATH, &[&id], |row| row.get("path"))?.unwrap_or_default())
}
