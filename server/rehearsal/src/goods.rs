//! Goods for a rehearsal, as a product CSV that the shop's own import takes.

use std::fmt::Write;

/// The address of the only thing on the shelf.
pub const LAST: &str = "last-lamp";

/// One product, so many on the shelf and no more.
pub fn last_units(count: u32) -> String {
    let mut csv = header();
    row(&mut csv, LAST, "Last lamp", count);
    csv
}

/// So many products, more of each on the shelf than any run sells.
pub fn plenty(products: u32) -> String {
    let mut csv = header();
    for number in 1..=products {
        row(&mut csv, &plenty_of(number), &format!("Mug number {number}"), 900_000);
    }
    csv
}

/// The address of the gift card.
pub const GIFT_CARD: &str = "gift-card";

/// The same, and gift cards of 50.
pub fn gift_cards(products: u32) -> String {
    let mut csv = plenty(products);
    // Writing to a String does not fail.
    let _ = writeln!(csv, "Gift card,{GIFT_CARD},<p>A code.</p>,Rehearsal,Cards,TRUE,Active,R-card,50.00,,,,0,TRUE");
    csv
}

/// The address of the product of this number, from 1.
pub fn plenty_of(number: u32) -> String {
    format!("mug-{number}")
}

fn header() -> String {
    "Title,URL handle,Description,Vendor,Type,Published on online store,Status,SKU,Price,Inventory tracker,\
     Inventory quantity,Continue selling when out of stock,Weight value (grams),Gift card\n"
        .to_owned()
}

fn row(csv: &mut String, handle: &str, title: &str, count: u32) {
    let story = "<p>Made for a rehearsal: it holds what a mug holds and lights what a lamp lights.</p>";
    // Writing to a String does not fail.
    let _ = writeln!(csv, "{title},{handle},{story},Rehearsal,Mugs,TRUE,Active,R-{handle},24.50,shopify,{count},DENY,340,FALSE");
}
