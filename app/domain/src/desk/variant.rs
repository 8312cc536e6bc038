//! A row of the form of a product: what can be bought of it.

use serde::{Deserialize, Serialize};

use super::product::{take, typed};
use super::written::{read_own, write_own};
use super::{FieldFlaw, Wrong};
use crate::catalogue::Selling;
use crate::delivery::MOST_READY_DAYS;
use crate::goods::{Incoming, IncomingVariant};
use crate::money::{Currency, Money};

/// A variant as it stands in its row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedVariant {
    /// Its values, one for each choice.
    pub values: Vec<String>,
    /// The merchant's number.
    pub sku: String,
    /// The number under the bars.
    pub barcode: String,
    /// Price.
    pub price: String,
    /// Price before a reduction.
    pub was: String,
    /// The merchant's own prices in other currencies.
    pub own: String,
    /// How many are on the shelf.
    pub stock: String,
    /// How many there were when the form was opened.
    pub stock_was: String,
    /// Whether it is sold when the shelf is empty too.
    pub always: String,
    /// Grams.
    pub grams: String,
    /// Working days it takes to be made; empty for what lies on the shelf.
    pub ready: String,
    /// Which of the product's pictures shows it, counted from 1.
    pub picture: String,
    /// Whether it is no longer sold.
    pub gone: String,
}

impl TypedVariant {
    /// The row of a variant as it is.
    pub fn of(variant: &IncomingVariant) -> Self {
        let stock = variant.stock.unwrap_or(0).to_string();
        Self {
            values: variant.values.clone(),
            sku: variant.sku.clone(),
            barcode: variant.barcode.clone(),
            price: variant.price.plain(),
            was: variant.was.map(|was| was.plain()).unwrap_or_default(),
            own: write_own(variant.own.as_deref().unwrap_or_default()),
            stock: stock.clone(),
            stock_was: stock,
            always: if variant.selling == Selling::Always { "yes".to_owned() } else { String::new() },
            grams: variant.grams.to_string(),
            ready: variant.ready_days.filter(|days| *days > 0).map(|days| days.to_string()).unwrap_or_default(),
            picture: variant.picture.map(|at| (at + 1).to_string()).unwrap_or_default(),
            gone: String::new(),
        }
    }

    /// Whether nobody has typed anything into it.
    pub(super) fn is_blank(&self) -> bool {
        let typed = [&self.sku, &self.barcode, &self.price, &self.was, &self.own, &self.stock, &self.grams, &self.ready];
        typed.into_iter().chain(&self.values).all(|text| text.trim().is_empty())
    }

    pub(super) fn parse(
        &self,
        base: &Incoming,
        at: usize,
        choices: usize,
        currency: Currency,
    ) -> Result<IncomingVariant, Vec<FieldFlaw>> {
        let id = |field: &str| format!("variants-{at}-{field}");
        let mut flaws = Vec::new();
        let values: Vec<String> = self.values.iter().take(choices).map(|value| value.trim().to_owned()).collect();
        let known = base.variants.iter().find(|known| known.values == values);
        let price = take(Money::typed(&self.price, currency).map_err(|_| FieldFlaw::new(id("price"), Wrong::Price)), &mut flaws);
        let was = take(
            typed(&self.was)
                .map(|was| Money::typed(was, currency))
                .transpose()
                .map_err(|_| FieldFlaw::new(id("was"), Wrong::Price)),
            &mut flaws,
        );
        let own = take(read_own(&self.own, currency).ok_or_else(|| FieldFlaw::new(id("own"), Wrong::Own)), &mut flaws);
        let whole = |field: &str, text: &str, most: u32| {
            let number = typed(text).map_or(Some(0), |text| text.parse().ok().filter(|number| *number <= most));
            number.ok_or_else(|| FieldFlaw::new(id(field), Wrong::Count))
        };
        let stock = take(whole("stock", &self.stock, u32::MAX), &mut flaws);
        let grams = take(whole("grams", &self.grams, u32::MAX), &mut flaws);
        let ready = take(whole("ready", &self.ready, MOST_READY_DAYS), &mut flaws);
        let (Some(price), Some(was), Some(own), Some(stock), Some(grams), Some(ready)) = (price, was, own, stock, grams, ready)
        else {
            return Err(flaws);
        };
        // What nobody touched is not counted anew: things are sold while a form is open.
        let untouched = known.is_some() && self.stock.trim() == self.stock_was;
        Ok(IncomingVariant {
            values,
            sku: self.sku.trim().to_owned(),
            barcode: self.barcode.trim().to_owned(),
            price,
            was,
            own: Some(own),
            content: known.and_then(|known| known.content),
            grams,
            measures: known.and_then(|known| known.measures),
            ready_days: Some(ready),
            selling: if self.always.is_empty() { Selling::WhileInStock } else { Selling::Always },
            stock: (!untouched).then_some(stock),
            picture: typed(&self.picture).and_then(|text| text.parse::<usize>().ok()?.checked_sub(1)),
        })
    }
}
