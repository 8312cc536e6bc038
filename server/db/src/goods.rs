//! Goods, written: what comes in is compared with what is known, and only what differs is changed.
//!
//! Categories are in `goods/categories.rs`, a product's own row in `goods/head.rs`, pictures in `goods/pictures.rs`, what can be bought in
//! `goods/variants.rs`, the row of each in `goods/offer.rs`, its prices in other currencies and of other days in `goods/prices.rs`, how
//! well it is liked in `goods/liked.rs`. All of it is read again, as it would come in, by `goods/outgoing.rs`.

use domain::catalogue::Choice;
use domain::codes;
use domain::goods::Checked;
use domain::ids::ProductId;
use domain::lang::Lang;

use crate::database::{Event, Tx};
use crate::error::{Answer, Error, Result};
use crate::{restock, search, wishlists};
use head::Head;

mod categories;
mod head;
mod liked;
mod offer;
mod outgoing;
mod pictures;
mod prices;
#[cfg(test)]
mod tests;
mod variants;

pub(crate) use categories::by_slug as category_at;
pub use categories::save_category;
pub use liked::{Liked, counted, like};
pub use outgoing::{Outgoing, currencies, outgoing, shelves, terms, whole_product};
pub use pictures::{Progress, Whole, address, arrived, forget_unused, picture, progress, reduced, trouble, whole};
pub use prices::{Priced, save_price};

/// What saving a product did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// Whether the shop did not have it before; `changes` is empty then.
    pub added: bool,
    /// What is different now.
    pub changes: Vec<Change>,
    /// Variants of which more is promised than was counted: the shelf was set to what is promised.
    pub short: Vec<Short>,
}

impl Saved {
    /// Whether nothing is different.
    pub fn is_same(&self) -> bool {
        !self.added && self.changes.is_empty()
    }
}

/// One thing that is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A part of the product, with what it was and what it is.
    Product {
        /// Which part.
        part: Part,
        /// What it was.
        from: String,
        /// What it is.
        to: String,
    },
    /// What it is called in a language.
    Words(Lang),
    /// A part of a variant, known by its values, with what it was and what it is.
    Variant {
        /// Its values, such as `Moss / 320 ml`.
        title: String,
        /// Which part.
        part: VariantPart,
        /// What it was.
        from: String,
        /// What it is.
        to: String,
    },
    /// A variant that is new, or back.
    VariantAdded(String),
    /// A variant that is no longer sold.
    VariantRetired(String),
}

/// Less was counted than is promised to orders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Short {
    /// The variant's values.
    pub title: String,
    /// How many were counted.
    pub counted: u32,
    /// How many are promised.
    pub held: i64,
}

/// Another product has this number already; nothing of this one was saved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("SKU `{sku}` belongs to `{product}`")]
pub struct SkuTaken {
    /// The number.
    pub sku: String,
    /// The other product's address.
    pub product: String,
}

codes! {
    /// The parts of a product.
    Part {
        /// Name.
        Name = "name",
        /// Who made it.
        Maker = "maker",
        /// The one sentence.
        Lead = "lead",
        /// The story.
        Story = "story",
        /// Where it stands.
        Place = "category",
        /// Whether shoppers see it.
        Shown = "shown",
        /// How it is taxed.
        Tax = "tax class",
        /// What customs take it for.
        Class = "customs class",
        /// Its code of the Harmonized System.
        Tariff = "tariff code",
        /// The country it was made in.
        Origin = "country of origin",
        /// How it is looked after.
        Care = "care",
        /// How well liked it is.
        Popularity = "popularity",
        /// Its stars.
        Rating = "rating",
        /// When it came.
        Added = "day added",
        /// What it is made of and how large it is.
        Facts = "facts",
        /// Its pictures.
        Pictures = "pictures",
        /// What can be chosen.
        Choices = "choices",
    }
}

codes! {
    /// The parts of a variant.
    VariantPart {
        /// Its place in the list.
        Position = "position",
        /// The merchant's number.
        Sku = "SKU",
        /// The number under the bars.
        Barcode = "barcode",
        /// Price.
        Price = "price",
        /// Price before a reduction.
        Was = "price before",
        /// The merchant's own prices in other currencies.
        Own = "own prices",
        /// How much is in it.
        Content = "content",
        /// Weight.
        Grams = "grams",
        /// How large it is.
        Measures = "size",
        /// How long it takes to be made.
        Ready = "ready",
        /// When it can be sold.
        Selling = "selling",
        /// The picture that shows it.
        Picture = "picture",
        /// How many are on the shelf.
        Stock = "stock",
    }
}

/// Adds a product, or changes the one at its address. Saving the same twice changes nothing the second time.
pub fn save(tx: &Tx<'_>, goods: &Checked) -> Answer<Saved, SkuTaken> {
    // Asked before anything is written, so that a refusal leaves nothing behind and the next product can be saved.
    variants::free(tx, goods)?;
    let saved = keep(tx, goods).map_err(Error::Fault)?;
    if !saved.is_same() {
        tx.emit(Event::Catalogue);
    }
    Ok(saved)
}

fn keep(tx: &Tx<'_>, goods: &Checked) -> Result<Saved> {
    let mut saved = Saved::default();
    let (wanted, mut shown_again) = (Head::wanted(tx, goods)?, false);
    let id = match head::known(tx, goods)? {
        Some((id, known)) => {
            saved.changes.extend(wanted.change(tx, id, &known)?);
            shown_again = wanted.is_shown_again(&known);
            id
        }
        None => {
            saved.added = true;
            wanted.add(tx, goods)?
        }
    };
    let parts = [
        (Part::Facts, save_facts(tx, id, &goods.facts)?),
        (Part::Pictures, pictures::of_product(tx, id, &goods.pictures)?),
        (Part::Choices, save_choices(tx, id, goods)?),
    ];
    let differs = |(part, texts): (Part, Option<(String, String)>)| texts.map(|(from, to)| Change::Product { part, from, to });
    saved.changes.extend(parts.into_iter().filter_map(differs));
    variants::save(tx, id, goods, &mut saved)?;
    if !saved.is_same() {
        search::put(tx, id)?;
        crate::catalogue::changed(tx, id)?;
        restock::product_back(tx, id)?;
    }
    if shown_again {
        wishlists::product_back(tx, id)?;
    }
    if saved.added {
        // Not cleared: the room of what an import of many adds would stay with every one of them.
        saved.changes = Vec::new();
    }
    Ok(saved)
}

/// What they were and are, if they differed.
fn save_facts(tx: &Tx<'_>, id: ProductId, facts: &[(String, String)]) -> Result<Option<(String, String)>> {
    const KNOWN: &str = "SELECT name, value FROM product_facts WHERE product_id = $1 ORDER BY position";
    const ADD: &str = "INSERT INTO product_facts (product_id, position, name, value) VALUES ($1, $2, $3, $4)";
    let known: Vec<(String, String)> = tx.all(KNOWN, &[&id.0], |row| Ok((row.get("name")?, row.get("value")?)))?;
    if known == facts {
        return Ok(None);
    }
    if !known.is_empty() {
        tx.run("DELETE FROM product_facts WHERE product_id = $1", &[&id.0])?;
    }
    for (position, (name, value)) in (0_i64..).zip(facts) {
        tx.run(ADD, &[&id.0, &position, name, value])?;
    }
    let text =
        |facts: &[(String, String)]| facts.iter().map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>().join("; ");
    Ok(Some((text(&known), text(facts))))
}

/// What they were and are, if they differed.
fn save_choices(tx: &Tx<'_>, id: ProductId, goods: &Checked) -> Result<Option<(String, String)>> {
    const CHOICE: &str = "INSERT INTO choices (product_id, position, name) VALUES ($1, $2, $3)";
    const VALUE: &str = "INSERT INTO choice_values (product_id, choice, position, name, swatch) VALUES ($1, $2, $3, $4, $5)";
    let known = crate::catalogue::choices(tx, id)?;
    if known == goods.choices {
        return Ok(None);
    }
    if !known.is_empty() {
        // The values go with their choices.
        tx.run("DELETE FROM choices WHERE product_id = $1", &[&id.0])?;
    }
    for (at, choice) in (0_i64..).zip(&goods.choices) {
        tx.run(CHOICE, &[&id.0, &at, &choice.name])?;
        for (position, value) in (0_i64..).zip(&choice.values) {
            tx.run(VALUE, &[&id.0, &at, &position, &value.name, &value.swatch])?;
        }
    }
    Ok(Some((offered(&known), offered(&goods.choices))))
}

fn offered(choices: &[Choice]) -> String {
    let values = |choice: &Choice| choice.values.iter().map(|value| value.name.as_str()).collect::<Vec<_>>().join(", ");
    choices.iter().map(|choice| format!("{}: {}", choice.name, values(choice))).collect::<Vec<_>>().join("; ")
}
