//! The goods an offer is for, by their addresses in the books, and its gifts, by their numbers.

use domain::desk::{Addresses, Shelf};
use domain::ids::{CategoryId, ProductId, VariantId};
use domain::money::Money;
use domain::offers::{Gives, Offer, Reach};

use crate::database::Conn;
use crate::error::Result;

/// What stands at these addresses, as far as there is anything.
pub fn shelf(conn: &Conn, named: &Addresses) -> Result<Shelf> {
    const PRODUCT: &str = "SELECT id FROM products WHERE slug = $1";
    const CATEGORY: &str = "SELECT id FROM categories WHERE slug = $1";
    let mut shelf = Shelf::default();
    for slug in &named.products {
        let id = conn.one(PRODUCT, &[slug], |row| Ok(ProductId(row.get("id")?)))?;
        shelf.products.extend(id.map(|id| (slug.clone(), id)));
    }
    for slug in &named.categories {
        let id = conn.one(CATEGORY, &[slug], |row| Ok(CategoryId(row.get("id")?)))?;
        shelf.categories.extend(id.map(|id| (slug.clone(), id)));
    }
    for sku in &named.gifts {
        const VARIANT: &str = "SELECT id, price_minor FROM variants WHERE sku = $1 AND sku <> '' AND retired = 0 ORDER BY id";
        let found = conn.one(VARIANT, &[sku], |row| Ok((VariantId(row.get("id")?), row.get("price_minor")?)))?;
        shelf.variants.extend(found.map(|(id, price)| (sku.clone(), (id, Money::new(price, conn.currency())))));
    }
    Ok(shelf)
}

/// Where the goods an offer is for stand, and what its gifts are numbered.
pub fn shelf_of(conn: &Conn, offer: &Offer) -> Result<Shelf> {
    const PRODUCT: &str = "SELECT slug FROM products WHERE id = $1";
    const CATEGORY: &str = "SELECT slug FROM categories WHERE id = $1";
    let mut shelf = Shelf::default();
    if let Gives::Gift(tiers) = &offer.gives {
        for id in tiers.iter().flat_map(|tier| &tier.variants) {
            const VARIANT: &str = "SELECT sku, price_minor FROM variants WHERE id = $1";
            let found: Option<(String, i64)> =
                conn.one(VARIANT, &[&id.0], |row| Ok((row.get("sku")?, row.get("price_minor")?)))?;
            shelf.variants.extend(found.map(|(sku, price)| (sku, (*id, Money::new(price, conn.currency())))));
        }
    }
    let (products, categories) = match &offer.reach {
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
