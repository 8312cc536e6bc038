//! Prices beside the books' own: the merchant's in other currencies, and what a variant cost on other days.

use domain::ids::VariantId;
use domain::money::{Currency, Money};

use crate::database::{Conn, Event, Tx};
use crate::error::Result;
use crate::rows::Columns;
use crate::wishlists;

/// The merchant's own prices of a variant, by currency.
pub(super) fn own(conn: &Conn, id: VariantId) -> Result<Vec<(Money, Option<Money>)>> {
    const OF: &str = "SELECT currency, price_minor, was_minor FROM prices WHERE variant_id = $1 ORDER BY currency";
    conn.all(OF, &[&id.0], |row| {
        let currency: Currency = row.text("currency")?;
        let was = row.get::<_, Option<i64>>("was_minor")?.map(|minor| Money::new(minor, currency));
        Ok((Money::new(row.get("price_minor")?, currency), was))
    })
}

/// Sets them to these.
pub(super) fn set_own(tx: &Tx<'_>, id: VariantId, prices: &[(Money, Option<Money>)]) -> Result<()> {
    tx.run("DELETE FROM prices WHERE variant_id = $1", &[&id.0])?;
    add_own(tx, id, prices)
}

/// Sets those of a variant that has none yet.
pub(super) fn add_own(tx: &Tx<'_>, id: VariantId, prices: &[(Money, Option<Money>)]) -> Result<()> {
    const ADD: &str = "INSERT INTO prices (variant_id, currency, price_minor, was_minor) VALUES ($1, $2, $3, $4)";
    for (price, was) in prices {
        tx.run(ADD, &[&id.0, &price.currency.code(), &price.minor, &was.map(|was| was.minor)])?;
    }
    Ok(())
}

/// What became of a price that came in by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Priced {
    /// There was none in its currency.
    Added,
    /// It was this, with this before a reduction.
    Changed(Money, Option<Money>),
    /// It was so already.
    Same,
    /// Nothing of this number is sold.
    NoSuchSku,
}

/// Sets the merchant's own price of a variant in a currency that is not the books'.
pub fn save_price(tx: &Tx<'_>, sku: &str, price: Money, was: Option<Money>) -> Result<Priced> {
    const OF: &str = "SELECT id FROM variants WHERE sku = $1 AND sku <> '' AND retired = 0";
    const PUT: &str = "INSERT INTO prices (variant_id, currency, price_minor, was_minor) VALUES ($1, $2, $3, $4)
        ON CONFLICT (variant_id, currency) DO UPDATE SET price_minor = excluded.price_minor, was_minor = excluded.was_minor";
    let Some(id) = tx.one(OF, &[&sku], |row| row.get("id").map(VariantId))? else { return Ok(Priced::NoSuchSku) };
    let before = own(tx, id)?.into_iter().find(|(known, _)| known.currency == price.currency);
    if before == Some((price, was)) {
        return Ok(Priced::Same);
    }
    tx.run(PUT, &[&id.0, &price.currency.code(), &price.minor, &was.map(|was| was.minor)])?;
    if let Some((before, _)) = before {
        wishlists::own_changed(tx, id, before)?;
    }
    tx.emit(Event::Catalogue);
    Ok(before.map_or(Priced::Added, |(price, was)| Priced::Changed(price, was)))
}

/// Writes down what a variant costs from today on. Of a day's prices the lowest counts (Directive 98/6/EC, article 6a).
/// A thing that comes in reduced cost until then what the merchant says it did.
pub(super) fn note(tx: &Tx<'_>, id: VariantId, price: Money, was: Option<Money>) -> Result<()> {
    const BEFORE: &str = "INSERT INTO price_history (variant_id, day, price_minor) VALUES ($1, 0, $2)
        ON CONFLICT (variant_id, day) DO NOTHING";
    const NOTE: &str = "INSERT INTO price_history (variant_id, day, price_minor) VALUES ($1, $2, $3)
        ON CONFLICT (variant_id, day) DO UPDATE SET price_minor = min(price_history.price_minor, excluded.price_minor)";
    if let Some(was) = was {
        tx.run(BEFORE, &[&id.0, &was.minor])?;
    }
    tx.run(NOTE, &[&id.0, &tx.now().day().0, &price.minor])?;
    Ok(())
}
