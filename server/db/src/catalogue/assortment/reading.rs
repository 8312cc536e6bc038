//! Bringing the goods in memory up to the books.

use std::sync::{PoisonError, RwLockReadGuard};

use domain::catalogue::Shown;
use domain::ids::ProductId;
use domain::money::Currency;
use domain::tax::TaxClass;

use super::{Assortment, Offer, Own, Ware, Words};
use crate::database::Conn;
use crate::error::Result;
use crate::rows::Columns;

/// So many goods are read at once, so that each step is well within the time a question has.
const STEP: u32 = 2_000;

/// The goods as this reader's snapshot has them, or as one that read later saw them.
pub(crate) fn fresh(conn: &Conn) -> Result<RwLockReadGuard<'_, Assortment>> {
    const LATEST: &str = "SELECT coalesce(max(change), 0) AS latest FROM product_changes";
    let latest: i64 = conn.one(LATEST, &[], |row| row.get("latest"))?.unwrap_or(0);
    let known = conn.assortment().read().unwrap_or_else(PoisonError::into_inner);
    if known.seen >= latest {
        return Ok(known);
    }
    drop(known);
    let mut behind = conn.assortment().write().unwrap_or_else(PoisonError::into_inner);
    while behind.seen < latest {
        // A whole shop is read in many short steps; the time for a question begins anew with each.
        conn.start();
        behind.catch_up(conn)?;
    }
    drop(behind);
    Ok(conn.assortment().read().unwrap_or_else(PoisonError::into_inner))
}

impl Assortment {
    fn catch_up(&mut self, conn: &Conn) -> Result<()> {
        const CHANGED: &str = "SELECT product_id, change FROM product_changes WHERE change > $1 ORDER BY change LIMIT $2";
        let changed: Vec<(i64, i64)> =
            conn.all(CHANGED, &[&self.seen, &STEP], |row| Ok((row.get("product_id")?, row.get("change")?)))?;
        for (product, change) in changed {
            if let Some(ware) = ware(conn, &mut self.words, product)? {
                self.put(ware);
            }
            self.seen = change;
        }
        Ok(())
    }

    pub(super) fn put(&mut self, ware: Ware) {
        let next = self.wares.len() as u32;
        let place = *self.places.entry(ware.id).or_insert(next);
        match self.wares.get_mut(place as usize) {
            Some(known) => *known = ware,
            None => self.wares.push(ware),
        }
    }
}

fn ware(conn: &Conn, words: &mut Words, product: i64) -> Result<Option<Ware>> {
    const HEAD: &str = "SELECT category_id, shown, popularity, added_day, rating_tenths, rating_count, tax_class
        FROM products WHERE id = $1";
    let head = conn.one(HEAD, &[&product], |row| {
        Ok(Ware {
            id: product,
            category: row.get("category_id")?,
            shown: row.code::<Shown>("shown")? == Shown::Live,
            popularity: row.get("popularity")?,
            added: row.get("added_day")?,
            tenths: row.get::<_, Option<u8>>("rating_tenths")?.unwrap_or(0),
            ratings: row.get("rating_count")?,
            class: row.code::<TaxClass>("tax_class")?,
            values: Box::default(),
            facts: 0,
            offers: Box::default(),
            own: Box::default(),
        })
    })?;
    let Some(mut ware) = head else { return Ok(None) };
    if ware.shown {
        let mut values = facts(conn, words, product)?;
        ware.facts = values.len() as u32;
        offers(conn, words, &mut ware, &mut values)?;
        ware.values = values.into();
    }
    Ok(Some(ware))
}

fn facts(conn: &Conn, words: &mut Words, product: i64) -> Result<Vec<u32>> {
    const FACTS: &str = "SELECT position, name, value FROM product_facts WHERE product_id = $1 ORDER BY position";
    let facts = conn.all(FACTS, &[&product], |row| {
        Ok((row.get::<_, i64>("position")?, row.get::<_, String>("name")?, row.get::<_, String>("value")?))
    })?;
    let mut numbers = Vec::with_capacity(facts.len());
    for (position, name, value) in facts {
        let number = words.number(&name, value);
        words.values.get_mut(number as usize).into_iter().for_each(|value| value.fact = Some((product, position)));
        numbers.push(number);
    }
    Ok(numbers)
}

/// The variants and the merchant's own prices; the values of choices are put behind those of facts.
fn offers(conn: &Conn, words: &mut Words, ware: &mut Ware, all: &mut Vec<u32>) -> Result<()> {
    const OFFERS: &str = "SELECT id, value1, value2, value3, price_minor, was_minor, selling = 'always' OR on_hand > held AS can
        FROM variants WHERE product_id = $1 AND retired = 0 ORDER BY position, id";
    const OWN: &str = "SELECT currency, price_minor, was_minor FROM prices WHERE variant_id = $1";
    let choices = crate::catalogue::choices(conn, ProductId(ware.id))?;
    let rows = conn.all(OFFERS, &[&ware.id], |row| {
        let offer = Offer { values: (0, 0), can: row.get("can")?, price: row.get("price_minor")?, was: row.get("was_minor")? };
        Ok((row.get::<_, i64>("id")?, row.values()?, offer))
    })?;
    let (mut offers, mut own) = (Vec::with_capacity(rows.len()), Vec::new());
    for (at, (id, values, mut offer)) in (0_u32..).zip(rows) {
        let begin = all.len() as u32;
        all.extend(choices.iter().zip(values).map(|(choice, value)| {
            let swatch = choice.values.iter().find(|known| known.name == value).and_then(|known| known.swatch.clone());
            let number = words.number(&choice.name, value);
            words.values.get_mut(number as usize).into_iter().for_each(|value| value.swatch = swatch.clone());
            number
        }));
        offer.values = (begin, all.len() as u32);
        own.extend(conn.all(OWN, &[&id], |row| {
            let currency = row.text::<Currency>("currency")?;
            Ok((at, Own { currency, price: row.get("price_minor")?, was: row.get("was_minor")? }))
        })?);
        offers.push(offer);
    }
    (ware.offers, ware.own) = (offers.into(), own.into());
    Ok(())
}
