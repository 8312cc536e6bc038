//! The goods an offer is for, by their addresses in the books.

use domain::desk::Shelf;
use domain::ids::{CategoryId, ProductId};
use domain::offers::Reach;

use crate::database::Conn;
use crate::error::Result;

/// What stands at these addresses, as far as there is anything.
pub fn shelf(conn: &Conn, products: &[String], categories: &[String]) -> Result<Shelf> {
    const PRODUCT: &str = "SELECT id FROM products WHERE slug = $1";
    const CATEGORY: &str = "SELECT id FROM categories WHERE slug = $1";
    let mut shelf = Shelf::default();
    for slug in products {
        let id = conn.one(PRODUCT, &[slug], |row| Ok(ProductId(row.get("id")?)))?;
        shelf.products.extend(id.map(|id| (slug.clone(), id)));
    }
    for slug in categories {
        let id = conn.one(CATEGORY, &[slug], |row| Ok(CategoryId(row.get("id")?)))?;
        shelf.categories.extend(id.map(|id| (slug.clone(), id)));
    }
    Ok(shelf)
}

/// Where the goods an offer is for stand.
pub fn shelf_of(conn: &Conn, reach: &Reach) -> Result<Shelf> {
    const PRODUCT: &str = "SELECT slug FROM products WHERE id = $1";
    const CATEGORY: &str = "SELECT slug FROM categories WHERE id = $1";
    let mut shelf = Shelf::default();
    let (products, categories) = match reach {
        Reach::Everything => return Ok(shelf),
        Reach::Products(ids) => (Some(ids), None),
        Reach::Categories(ids) => (None, Some(ids)),
    };
    for id in products.into_iter().flatten() {
        let slug = conn.one(PRODUCT, &[&id.0], |row| row.get("slug"))?;
        shelf.products.extend(slug.map(|slug| (slug, *id)));
    }
    for id in categories.into_iter().flatten() {
        let slug = conn.one(CATEGORY, &[&id.0], |row| row.get("slug"))?;
        shelf.categories.extend(slug.map(|slug| (slug, *id)));
    }
    Ok(shelf)
}
