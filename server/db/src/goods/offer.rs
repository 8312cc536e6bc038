//! What is offered of a variant: its row, compared with what came in.

use domain::catalogue::{Selling, Unit};
use domain::delivery::Measures;
use domain::goods::IncomingVariant;
use domain::ids::{ProductId, VariantId};
use domain::money::{Currency, Money};
use rusqlite::Row;

use super::{VariantPart, prices};
use crate::database::Tx;
use crate::error::{Fault, Result};
use crate::rows::Columns;

/// What is offered of a variant, as its row holds it.
pub(super) struct Offer {
    position: i64,
    pub(super) sku: String,
    barcode: String,
    pub(super) price: Money,
    was: Option<Money>,
    pub(super) own: Vec<(Money, Option<Money>)>,
    content: Option<(u32, Unit)>,
    grams: u32,
    measures: Option<Measures>,
    ready_days: u32,
    selling: Selling,
    picture: Option<i64>,
}

impl Offer {
    /// What came in; what it does not say is as it is `known`.
    pub(super) fn wanted(variant: &IncomingVariant, position: i64, picture: Option<i64>, known: Option<&Self>) -> Self {
        let said = variant.own.as_ref().or(known.map(|known| &known.own));
        let mut own = said.cloned().unwrap_or_default();
        own.sort_by_key(|(price, _)| price.currency);
        Self {
            position,
            sku: variant.sku.clone(),
            barcode: variant.barcode.clone(),
            price: variant.price,
            was: variant.was,
            own,
            content: variant.content,
            grams: variant.grams,
            measures: variant.measures,
            ready_days: variant.ready_days.or(known.map(|known| known.ready_days)).unwrap_or(0),
            selling: variant.selling,
            picture,
        }
    }

    /// What a row holds, but for the prices in other currencies.
    pub(super) fn read(row: &Row<'_>, currency: Currency) -> rusqlite::Result<Self> {
        let money = |minor| Money::new(minor, currency);
        Ok(Self {
            position: row.get("position")?,
            sku: row.get("sku")?,
            barcode: row.get("barcode")?,
            price: money(row.get("price_minor")?),
            was: row.get::<_, Option<i64>>("was_minor")?.map(money),
            own: Vec::new(),
            content: row.content()?,
            grams: row.get("grams")?,
            measures: row.measures()?,
            ready_days: row.get("ready_days")?,
            selling: row.code("selling")?,
            picture: row.get("picture_id")?,
        })
    }

    /// Writes the row of a new variant, with its prices and what is on the shelf.
    pub(super) fn add(
        &self,
        tx: &Tx<'_>,
        product: ProductId,
        [value1, value2, value3]: [String; 3],
        on_hand: i64,
    ) -> Result<VariantId> {
        const ADD: &str =
            "INSERT INTO variants (product_id, value1, value2, value3, position, sku, barcode, price_minor, was_minor,
            grams, selling, picture_id, content, content_unit, length_mm, width_mm, height_mm, ready_days, on_hand)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) RETURNING id";
        let was = self.was.map(|was| was.minor);
        let [length, width, height] = self.sides();
        let id = tx.one(
            ADD,
            &[
                &product.0,
                &value1,
                &value2,
                &value3,
                &self.position,
                &self.sku,
                &self.barcode,
                &self.price.minor,
                &was,
                &self.grams,
                &self.selling.code(),
                &self.picture,
                &self.content.map(|(content, _)| content),
                &self.content.map_or("", |(_, unit)| unit.code()),
                &length,
                &width,
                &height,
                &self.ready_days,
                &on_hand,
            ],
            |row| row.get("id"),
        )?;
        let id = id.map(VariantId).ok_or(Fault::NotFound("variant"))?;
        prices::add_own(tx, id, &self.own)?;
        prices::note(tx, id, self.price, self.was)?;
        Ok(id)
    }

    pub(super) fn put(&self, tx: &Tx<'_>, id: VariantId) -> Result<()> {
        const PUT: &str =
            "UPDATE variants SET position = $1, sku = $2, barcode = $3, price_minor = $4, was_minor = $5, grams = $6,
            selling = $7, picture_id = $8, content = $9, content_unit = $10, length_mm = $11, width_mm = $12,
            height_mm = $13, ready_days = $14, retired = 0 WHERE id = $15";
        let was = self.was.map(|was| was.minor);
        let (content, unit) = (self.content.map(|(content, _)| content), self.content.map_or("", |(_, unit)| unit.code()));
        let [length, width, height] = self.sides();
        tx.run(
            PUT,
            &[
                &self.position,
                &self.sku,
                &self.barcode,
                &self.price.minor,
                &was,
                &self.grams,
                &self.selling.code(),
                &self.picture,
                &content,
                &unit,
                &length,
                &width,
                &height,
                &self.ready_days,
                &id.0,
            ],
        )?;
        Ok(())
    }

    /// The columns of its measures.
    fn sides(&self) -> [Option<u32>; 3] {
        self.measures.map_or([None; 3], |measures| measures.sides().map(Some))
    }

    /// The parts that differ, with what they were and what they are.
    pub(super) fn parts_unlike(&self, known: &Self) -> Vec<(VariantPart, String, String)> {
        let both = known.parts().into_iter().zip(self.parts());
        both.filter(|(was, is)| was != is).map(|((part, from), (_, to))| (part, from, to)).collect()
    }

    fn parts(&self) -> [(VariantPart, String); 12] {
        let own = self.own.iter().map(|(price, was)| {
            let was = was.map(|was| format!(" (before: {})", was.plain())).unwrap_or_default();
            format!("{} {}{was}", price.currency.code(), price.plain())
        });
        [
            (VariantPart::Position, self.position.to_string()),
            (VariantPart::Sku, self.sku.clone()),
            (VariantPart::Barcode, self.barcode.clone()),
            (VariantPart::Price, self.price.plain()),
            (VariantPart::Was, self.was.map(|was| was.plain()).unwrap_or_default()),
            (VariantPart::Own, own.collect::<Vec<_>>().join(", ")),
            (VariantPart::Content, self.content.map(|(content, unit)| format!("{content} {}", unit.code())).unwrap_or_default()),
            (VariantPart::Grams, self.grams.to_string()),
            (VariantPart::Measures, self.measures.map(written).unwrap_or_default()),
            (VariantPart::Ready, self.ready_days.to_string()),
            (VariantPart::Selling, self.selling.code().to_owned()),
            (VariantPart::Picture, self.picture.map(|id| id.to_string()).unwrap_or_default()),
        ]
    }
}

/// `340 x 90 x 50 mm`.
fn written(measures: Measures) -> String {
    let [length, width, height] = measures.sides();
    format!("{length} x {width} x {height} mm")
}
