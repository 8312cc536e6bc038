//! The form of a product.

use serde::{Deserialize, Serialize};

use super::variant::TypedVariant;
use super::written::{read_choices, read_facts, read_moment, write_choices, write_facts, write_moment};
use super::{FieldFlaw, Wrong};
use crate::catalogue::Shown;
use crate::contact::{Country, line};
use crate::customs::TariffCode;
use crate::goods::{Checked, FlawKind, Incoming, IncomingVariant, Place, Stated};
use crate::money::Currency;
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
    /// Its code of the Harmonized System.
    pub tariff: String,
    /// The code of the country it was made in.
    pub origin: String,
    /// How it is taxed: `standard`, `reduced`, `books`, `food`, `zero`, or `voucher` for a gift card.
    pub tax: String,
    /// `live`, `draft`, `archived`, or `later`.
    pub shown: String,
    /// When, for `later`: `2026-12-01T09:00` by the shop's clock.
    pub at: String,
    /// How it is looked after, in plain lines.
    pub care: String,
    /// Facts, a line each.
    pub facts: String,
    /// Choices, a line each.
    pub choices: String,
    /// What can be bought.
    pub variants: Vec<TypedVariant>,
    /// A digest of what the product was when the form was opened.
    pub seen: String,
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
/// Characters of what is said of looking after something, at most: it stands in letters.
pub(super) const CARE: usize = 2_000;

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
            tariff: goods.tariff.known().map(|code| code.as_str().to_owned()).unwrap_or_default(),
            origin: goods.origin.known().map(|country| country.code().to_owned()).unwrap_or_default(),
            tax: goods.tax.code().to_owned(),
            shown: if at.is_some() { "later".to_owned() } else { goods.shown.code().to_owned() },
            at: at.map(write_moment).unwrap_or_default(),
            care: goods.care.known().cloned().unwrap_or_default(),
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
        let care = care(&self.care, &mut flaws);
        let facts = take(read_facts(&self.facts), &mut flaws);
        let choices = take(read_choices(&self.choices), &mut flaws);
        let when = take(self.when(), &mut flaws);
        let tariff = take(self.tariff(), &mut flaws);
        let origin = take(self.origin(), &mut flaws);
        let variants = self.variants(base, choices.as_ref().map_or(0, Vec::len), currency, &mut flaws);
        let (Some(name), Some(maker), Some(lead), Some(facts), Some(choices), Some(when)) =
            (name, maker, lead, facts, choices, when)
        else {
            return Err(flaws);
        };
        let (Some(tariff), Some(origin)) = (tariff, origin) else { return Err(flaws) };
        let shown = match when {
            When::Now(shown) => shown,
            When::At(_) => Shown::Draft,
        };
        let story = clean(&self.story);
        let rows: Vec<usize> = variants.iter().map(|(row, _)| *row).collect();
        let variants = variants.into_iter().map(|(_, variant)| variant).collect();
        let tax = TaxClass::from_code(&self.tax).unwrap_or(base.tax);
        let goods = Incoming {
            name,
            maker,
            lead,
            story,
            facts,
            choices,
            place,
            shown,
            tax,
            tariff,
            origin,
            care,
            variants,
            ..base.clone()
        };
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

    fn tariff(&self) -> Result<Stated<TariffCode>, FieldFlaw> {
        let read = typed(&self.tariff).map(TariffCode::parse).transpose();
        read.map(Stated::That).map_err(|_| FieldFlaw::new("tariff", Wrong::Tariff))
    }

    fn origin(&self) -> Result<Stated<Country>, FieldFlaw> {
        let read = typed(&self.origin).map(Country::parse).transpose();
        read.map(Stated::That).map_err(|_| FieldFlaw::new("origin", Wrong::Country))
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

/// How something is looked after.
pub(super) fn care(typed: &str, flaws: &mut Vec<FieldFlaw>) -> Stated<String> {
    if typed.chars().count() > CARE {
        flaws.push(FieldFlaw::new("care", Wrong::Long));
    }
    Stated::typed(typed)
}

pub(super) fn take<T>(read: Result<T, FieldFlaw>, flaws: &mut Vec<FieldFlaw>) -> Option<T> {
    read.map_err(|flaw| flaws.push(flaw)).ok()
}

pub(super) fn typed(text: &str) -> Option<&str> {
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
