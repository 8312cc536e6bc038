//! The form of a product.

use serde::{Deserialize, Serialize};

use super::written::{read_choices, read_facts, read_moment, read_own, write_choices, write_facts, write_moment, write_own};
use super::{FieldFlaw, Wrong};
use crate::catalogue::{Selling, Shown};
use crate::contact::line;
use crate::delivery::MOST_READY_DAYS;
use crate::goods::{Checked, FlawKind, Incoming, IncomingVariant, Place};
use crate::money::{Currency, Money};
use crate::tax::TaxClass;
use crate::time::Timestamp;

/// A product as it stands in its form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedProduct {
    /// Name.
    pub name: String,
    /// Who made it.
    pub maker: String,
    /// The one sentence.
    pub lead: String,
    /// The story, as HTML or as plain paragraphs.
    pub story: String,
    /// The address of the category it stands in.
    pub category: String,
    /// How it is taxed: `standard`, `reduced`, `books`, `food`, `zero`, or `voucher` for a gift card.
    pub tax: String,
    /// `live`, `draft`, `archived`, or `later`.
    pub shown: String,
    /// When, for `later`: `2026-12-01T09:00` by the shop's clock.
    pub at: String,
    /// Facts, a line each.
    pub facts: String,
    /// Choices, a line each.
    pub choices: String,
    /// What can be bought.
    pub variants: Vec<TypedVariant>,
    /// A digest of what the product was when the form was opened.
    pub seen: String,
}

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

/// Whether shoppers see a product, or from when on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// As it says.
    Now(Shown),
    /// From this moment on, by the shop's clock.
    At(Timestamp),
}

/// Characters of a short text at most, and of a story.
const SHORT: usize = 200;
const STORY: usize = 100_000;

impl TypedProduct {
    /// The form of a product as it is. `at` is when it will be shown, by the shop's clock.
    pub fn of(goods: &Incoming, at: Option<Timestamp>, seen: String) -> Self {
        let place = goods.place.as_ref().map(|place| place.sub.as_ref().unwrap_or(&place.top).slug.as_str().to_owned());
        Self {
            name: goods.name.clone(),
            maker: goods.maker.clone(),
            lead: goods.lead.clone(),
            story: goods.story.clone(),
            category: place.unwrap_or_default(),
            tax: goods.tax.code().to_owned(),
            shown: if at.is_some() { "later".to_owned() } else { goods.shown.code().to_owned() },
            at: at.map(write_moment).unwrap_or_default(),
            facts: write_facts(&goods.facts),
            choices: write_choices(&goods.choices),
            variants: goods.variants.iter().map(TypedVariant::of).collect(),
            seen,
        }
    }

    /// Drops the rows behind the last one in which something was typed.
    pub fn drop_empty_end(&mut self) {
        while self.variants.pop_if(|row| row.is_blank()).is_some() {}
    }

    /// What is meant, or everything that is wrong at once. `base` is the product as it is: what the form does not show stays.
    /// `clean` makes HTML harmless.
    pub fn parse(
        &self,
        base: &Incoming,
        place: Option<Place>,
        clean: fn(&str) -> String,
        currency: Currency,
    ) -> Result<(Checked, When), Vec<FieldFlaw>> {
        let mut flaws = Vec::new();
        let name = take(line(&self.name, SHORT).map_err(|flaw| FieldFlaw::new("name", text_flaw(flaw))), &mut flaws);
        let maker = take(optional("maker", &self.maker), &mut flaws);
        let lead = take(optional("lead", &self.lead), &mut flaws);
        if self.story.chars().count() > STORY {
            flaws.push(FieldFlaw::new("story", Wrong::Long));
        }
        let facts = take(read_facts(&self.facts), &mut flaws);
        let choices = take(read_choices(&self.choices), &mut flaws);
        let when = take(self.when(), &mut flaws);
        let variants = self.variants(base, choices.as_ref().map_or(0, Vec::len), currency, &mut flaws);
        let (Some(name), Some(maker), Some(lead), Some(facts), Some(choices), Some(when)) =
            (name, maker, lead, facts, choices, when)
        else {
            return Err(flaws);
        };
        let shown = match when {
            When::Now(shown) => shown,
            When::At(_) => Shown::Draft,
        };
        let story = clean(&self.story);
        let rows: Vec<usize> = variants.iter().map(|(row, _)| *row).collect();
        let variants = variants.into_iter().map(|(_, variant)| variant).collect();
        let tax = TaxClass::from_code(&self.tax).unwrap_or(base.tax);
        let goods = Incoming { name, maker, lead, story, facts, choices, place, shown, tax, variants, ..base.clone() };
        match goods.check(currency) {
            Ok(goods) if flaws.is_empty() => Ok((goods, when)),
            Ok(_) => Err(flaws),
            Err(odd) => {
                flaws.extend(odd.into_iter().map(|flaw| {
                    let row = flaw.variant.and_then(|at| rows.get(at).copied());
                    checked_flaw(row, &flaw.kind)
                }));
                flaws.sort_by(|a, b| a.field.cmp(&b.field));
                flaws.dedup_by(|a, b| a.field == b.field);
                Err(flaws)
            }
        }
    }

    fn when(&self) -> Result<When, FieldFlaw> {
        match Shown::from_code(&self.shown) {
            Some(shown) => Ok(When::Now(shown)),
            None => read_moment(&self.at).map(When::At).ok_or_else(|| FieldFlaw::new("at", Wrong::Moment)),
        }
    }

    /// Those that are to be sold, each with its row.
    fn variants(
        &self,
        base: &Incoming,
        choices: usize,
        currency: Currency,
        flaws: &mut Vec<FieldFlaw>,
    ) -> Vec<(usize, IncomingVariant)> {
        let rows = self.variants.iter().enumerate().filter(|(_, row)| row.gone.is_empty() && !row.is_blank());
        rows.filter_map(|(at, row)| match row.parse(base, at, choices, currency) {
            Ok(variant) => Some((at, variant)),
            Err(odd) => {
                flaws.extend(odd);
                None
            }
        })
        .collect()
    }
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
    fn is_blank(&self) -> bool {
        let typed = [&self.sku, &self.barcode, &self.price, &self.was, &self.own, &self.stock, &self.grams, &self.ready];
        typed.into_iter().chain(&self.values).all(|text| text.trim().is_empty())
    }

    fn parse(&self, base: &Incoming, at: usize, choices: usize, currency: Currency) -> Result<IncomingVariant, Vec<FieldFlaw>> {
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

fn take<T>(read: Result<T, FieldFlaw>, flaws: &mut Vec<FieldFlaw>) -> Option<T> {
    read.map_err(|flaw| flaws.push(flaw)).ok()
}

fn typed(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

fn text_flaw(flaw: crate::contact::Flaw) -> Wrong {
    if flaw == crate::contact::Flaw::TooLong { Wrong::Long } else { Wrong::Empty }
}

fn optional(field: &str, text: &str) -> Result<String, FieldFlaw> {
    match typed(text) {
        None => Ok(String::new()),
        Some(text) => line(text, SHORT).map_err(|flaw| FieldFlaw::new(field, text_flaw(flaw))),
    }
}

/// Where a flaw of the goods stands in the form.
fn checked_flaw(row: Option<usize>, kind: &FlawKind) -> FieldFlaw {
    let at = |field: &str| row.map_or_else(|| field.to_owned(), |row| format!("variants-{row}-{field}"));
    match kind {
        FlawKind::NoName => FieldFlaw::new("name", Wrong::Empty),
        FlawKind::NoVariants | FlawKind::TooManyVariants(_) => FieldFlaw::new("variants-0-price", Wrong::Nothing),
        FlawKind::TooManyChoices(_) | FlawKind::OddChoice(_) | FlawKind::RepeatedValue { .. } => {
            FieldFlaw::new("choices", Wrong::Choices)
        }
        FlawKind::OddValues(names) => FieldFlaw::about(at("values-0"), Wrong::Values, names.join(", ")),
        FlawKind::RepeatedVariant(title) => FieldFlaw::about(at("values-0"), Wrong::Repeated, title.clone()),
        FlawKind::RepeatedSku(sku) => FieldFlaw::about(at("sku"), Wrong::Repeated, sku.clone()),
        FlawKind::NotReduced(_) => FieldFlaw::new(at("was"), Wrong::NotReduced),
        FlawKind::NoSuchPicture(_) => FieldFlaw::new(at("picture"), Wrong::Count),
        FlawKind::OtherCurrency(..) | FlawKind::OddPrice(_) | FlawKind::OddRating(_) => FieldFlaw::new(at("price"), Wrong::Price),
    }
}

#[cfg(test)]
mod tests;
