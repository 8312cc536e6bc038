//! What can be bought of a product, line by line.

use domain::catalogue::Selling;
use domain::delivery::Measures;
use domain::goods::{IncomingPicture, IncomingVariant};
use domain::money::{Currency, Money};

use super::Reader;
use crate::import::cells;
use crate::import::columns::{Cell, Field, Line};

/// The lines that say something to buy; the head alone if none does, so that what it lacks is told.
pub fn lines<'l, 'a>(lines: &'l [Line<'a>], head: &'l Line<'a>) -> Vec<&'l Line<'a>> {
    const SIGNS: [Field; 5] = [Field::Price, Field::Sku, Field::ChoiceValue1, Field::ChoiceValue2, Field::ChoiceValue3];
    let sells = |line: &&Line<'_>| line.sells && SIGNS.iter().any(|&field| line.all(field).next().is_some());
    let rows: Vec<_> = lines.iter().filter(sells).collect();
    if rows.is_empty() { vec![head] } else { rows }
}

impl Reader<'_> {
    /// A variant of a line; what a line does not say of its weight, its product's does.
    pub(super) fn variant(
        &mut self,
        line: &Line<'_>,
        head: &Line<'_>,
        choices: usize,
        pictures: &mut Vec<IncomingPicture>,
    ) -> IncomingVariant {
        let price = self.price(line);
        let was = self.meant(line, Field::Was, |cell| cells::was(cell, price)).flatten();
        let number = |cell: &str| if self.file.is_own { cell.to_owned() } else { cells::number(cell) };
        let (sku, barcode) = (number(line.get(Field::Sku)), number(line.get(Field::Barcode)));
        let grams = self.grams(if line.all(Field::Weight).next().is_none() { head } else { line });
        let unit = line.get(Field::ContentUnit);
        let content = self.meant(line, Field::Content, |cell| cells::content(cell, unit)).flatten();
        let image = line.get(Field::VariantImage);
        IncomingVariant {
            values: Field::CHOICE_VALUES.into_iter().take(choices).map(|field| line.get(field).to_owned()).collect(),
            sku,
            barcode,
            price,
            was,
            own: Some(self.own(line)).filter(|own| self.file.is_own || !own.is_empty()),
            content,
            grams,
            measures: self.measures(if Field::SIDES.iter().all(|&side| line.all(side).next().is_none()) { head } else { line }),
            ready_days: self.ready_days(line, head),
            selling: self.selling(line),
            stock: self.stock(line),
            picture: self.picture(line, Field::VariantImage, image, String::new(), pictures),
        }
    }

    /// Its price in the shop's currency. A file that has prices in others only says so.
    fn price(&mut self, line: &Line<'_>) -> Money {
        let currency = self.file.currency;
        let others: Vec<&str> = line.all(Field::Price).map(|cell| &*cell.label).filter(|label| !label.is_empty()).collect();
        let price = self.meant(line, Field::Price, |cell| match cell {
            "" if !others.is_empty() => {
                Err(format!("there is no price in {}, the shop's currency, only in {}", currency.code(), others.join(", ")))
            }
            cell => cells::price(cell, currency),
        });
        price.unwrap_or(Money::zero(currency))
    }

    /// The merchant's own prices in other currencies.
    fn own(&mut self, line: &Line<'_>) -> Vec<(Money, Option<Money>)> {
        let mut own = Vec::new();
        for cell in line.all(Field::Price) {
            let Ok(currency) = Currency::parse(&cell.label) else { continue };
            let priced = cells::price(&cell.text, currency).and_then(|price| {
                let was = cells::was(line.labelled(Field::Was, &cell.label), price)?;
                Ok((cells::payable(price)?, was.map(cells::payable).transpose()?))
            });
            match priced {
                Ok(priced) => own.push(priced),
                Err(what) => self.reasons.push(self.reason(line, Field::Price, format!("{what} in {}", cell.label))),
            }
        }
        own
    }

    /// The first weight, in the unit of its column or of the cell beside it.
    fn grams(&mut self, line: &Line<'_>) -> u32 {
        let Some(cell) = line.all(Field::Weight).next() else { return 0 };
        let unit = if cell.label.is_empty() { line.get(Field::WeightUnit) } else { &cell.label };
        cells::grams(&cell.text, unit).unwrap_or_else(|what| {
            self.reasons.push(self.reason(line, Field::Weight, what));
            0
        })
    }

    /// Its outer measures, if all three are said.
    fn measures(&mut self, line: &Line<'_>) -> Option<Measures> {
        let told: Vec<&Cell<'_>> = Field::SIDES.iter().filter_map(|&side| line.all(side).next()).collect();
        let first = told.first()?.field;
        let mut sides = Vec::new();
        for cell in &told {
            let unit = if cell.label.is_empty() { line.get(Field::SizeUnit) } else { &cell.label };
            match cells::side(&cell.text, unit) {
                Ok(side) => sides.extend(side),
                Err(what) => {
                    self.reasons.push(self.reason(line, cell.field, what));
                    return None;
                }
            }
        }
        let measures = match <[u32; 3]>::try_from(sides) {
            Ok(sides) => Measures::of(sides).map_err(|odd| odd.to_string()),
            Err(_) => Err("length, width and height are told together, or none of them".to_owned()),
        };
        measures.map_err(|what| self.reasons.push(self.reason(line, first, what))).ok()
    }

    /// The working days it takes to be made; what no line says is as the shop knows it, but for a file of its own, which says
    /// nothing where there are none.
    fn ready_days(&mut self, line: &Line<'_>, head: &Line<'_>) -> Option<u32> {
        let says = |line: &Line<'_>| line.all(Field::Ready).next().is_some();
        let line = if self.file.is_own || says(line) { line } else { head };
        let told = self.meant(line, Field::Ready, cells::ready_days).flatten();
        told.or(self.file.columns.has(Field::Ready).then_some(0))
    }

    /// What nobody counts can always be sold. A file that does not say who counts says it by the count.
    fn selling(&self, line: &Line<'_>) -> Selling {
        let is_counted = if self.file.columns.has(Field::Tracker) {
            let tracker = line.get(Field::Tracker);
            !tracker.is_empty() && cells::yes(tracker) != Some(false)
        } else {
            !line.get(Field::Quantity).is_empty()
        };
        let goes_on = cells::yes(line.get(Field::Policy)) == Some(true);
        if goes_on || !is_counted { Selling::Always } else { Selling::WhileInStock }
    }

    fn stock(&mut self, line: &Line<'_>) -> Option<u32> {
        let count = self.meant(line, Field::Quantity, cells::quantity).flatten()?;
        if count < 0 {
            let what = format!("{count} counts as 0");
            self.remarks.push(self.reason(line, Field::Quantity, what));
        }
        // A larger count was refused with its cell.
        Some(u32::try_from(count.max(0)).unwrap_or(u32::MAX))
    }
}
