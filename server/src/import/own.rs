//! What this shop knows and Shopify's columns have no place for: in the columns whose names end in `(cartwright)`, as JSON,
//! which no spreadsheet takes for a formula and which keeps lists as they are.

use db::goods::Outgoing;
use domain::catalogue::{Choice, ChoiceValue, Slug};
use domain::duty::GoodsClass;
use domain::goods::{CategoryWords, Incoming, IncomingCategory, Named, Place, ProductWords, Source, Stated};
use domain::lang::Lang;
use domain::money::Currency;
use domain::tax::TaxClass;
use domain::time::{Day, Timestamp};
use serde::{Deserialize, Serialize};

use super::story;

/// What is known of a product beside its columns.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Details {
    currency: Currency,
    lead: String,
    /// The category and its subcategory: addresses and names.
    place: Vec<(Slug, String)>,
    tax: TaxClass,
    class: GoodsClass,
    popularity: Option<i64>,
    rating: Option<(u8, u32)>,
    /// Days since 1970.
    added: Option<i64>,
    facts: Vec<(String, String)>,
    /// What can be chosen; the swatch stands beside the value.
    pub choices: Vec<Chosen>,
    words: Vec<Words>,
    /// When it is to be shown, where it waits for that; older files do not say.
    #[serde(default)]
    pub publish_at: Option<Timestamp>,
}

/// A choice, its values with their swatches.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Chosen {
    /// Its name.
    pub name: String,
    values: Vec<(String, Option<String>)>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Words {
    lang: Lang,
    slug: Slug,
    name: String,
    lead: String,
    story: String,
    facts: Vec<String>,
    alts: Vec<String>,
    /// How it is looked after; older files do not say.
    #[serde(default)]
    care: Option<String>,
}

impl Details {
    /// What there is to say of a product.
    pub fn of(Outgoing { goods, words, publish_at, .. }: &Outgoing, currency: Currency) -> Self {
        let place = goods.place.iter().flat_map(|place| std::iter::once(&place.top).chain(&place.sub));
        let value = |value: &ChoiceValue| (value.name.clone(), value.swatch.clone());
        let chosen = |choice: &Choice| Chosen { name: choice.name.clone(), values: choice.values.iter().map(value).collect() };
        Self {
            currency,
            lead: goods.lead.clone(),
            place: place.map(|named| (named.slug.clone(), named.name.clone())).collect(),
            tax: goods.tax,
            class: goods.class,
            popularity: goods.popularity,
            rating: goods.rating,
            added: goods.added.map(|day| day.0),
            facts: goods.facts.clone(),
            choices: goods.choices.iter().map(chosen).collect(),
            words: words.iter().map(Words::of).collect(),
            publish_at: *publish_at,
        }
    }

    /// Completes a product that was read from its columns; answers with what it is called in other languages. A file of a shop
    /// that counts in another currency is refused: its numbers mean other sums.
    pub fn complete(self, goods: &mut Incoming) -> Result<Vec<ProductWords>, String> {
        if let Some(price) = goods.variants.iter().map(|variant| variant.price.currency).find(|known| *known != self.currency) {
            return Err(format!("its prices are in {}, the shop's in {}", self.currency.code(), price.code()));
        }
        let mut place = self.place.into_iter().map(|(slug, name)| Named { slug, name });
        goods.place = place.next().map(|top| Place { top, sub: place.next() });
        goods.lead = self.lead;
        goods.tax = self.tax;
        goods.class = self.class;
        goods.popularity = self.popularity;
        goods.rating = self.rating;
        goods.added = self.added.map(Day);
        goods.facts = self.facts;
        goods.choices = self.choices.into_iter().map(Chosen::choice).collect();
        offer_all(goods);
        Ok(self.words.into_iter().map(Words::said).collect())
    }
}

/// A variant that was added to the file by hand may have a value nobody offered before.
fn offer_all(goods: &mut Incoming) {
    for (at, choice) in goods.choices.iter_mut().enumerate() {
        for value in goods.variants.iter().filter_map(|variant| variant.values.get(at)).filter(|value| !value.is_empty()) {
            if !choice.values.iter().any(|known| known.name == *value) {
                choice.values.push(ChoiceValue { name: value.clone(), swatch: None });
            }
        }
    }
}

impl Chosen {
    fn choice(self) -> Choice {
        let values = self.values.into_iter().map(|(name, swatch)| ChoiceValue { name, swatch });
        Choice { name: self.name, values: values.collect() }
    }
}

impl Words {
    fn of(words: &ProductWords) -> Self {
        let ProductWords { lang, slug, name, lead, story, facts, alts, care } = words.clone();
        Self { lang, slug, name, lead, story, facts, alts, care: care.text().map(str::to_owned) }
    }

    /// What is in a file was in anybody's hands, so its HTML is cleaned again.
    fn said(self) -> ProductWords {
        let Self { lang, slug, name, lead, story, facts, alts, care } = self;
        let care = care.as_deref().map_or(Stated::Nothing, Stated::typed);
        ProductWords { lang, slug, name, lead, story: story::story(&story), facts, alts, care }
    }
}

/// A category, and what it is called in other languages.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Shelf {
    slug: Slug,
    name: String,
    blurb: String,
    parent: Option<Slug>,
    position: u32,
    /// Its picture as a cell names it; empty when there is none.
    pub picture: String,
    words: Vec<(Lang, Slug, String, String)>,
}

impl Shelf {
    /// A category whose picture the file calls so.
    pub fn of(category: IncomingCategory, words: Vec<CategoryWords>, picture: String) -> Self {
        let IncomingCategory { named: Named { slug, name }, blurb, parent, position, .. } = category;
        let words = words.into_iter().map(|words| (words.lang, words.slug, words.name, words.blurb)).collect();
        Self { slug, name, blurb, parent, position, picture, words }
    }

    /// The category and its words; `picture` is the one its cell names.
    pub fn category(self, picture: Option<Source>) -> (IncomingCategory, Vec<CategoryWords>) {
        let Self { slug, name, blurb, parent, position, words, .. } = self;
        let words = words.into_iter().map(|(lang, slug, name, blurb)| CategoryWords { lang, slug, name, blurb });
        (IncomingCategory { named: Named { slug, name }, blurb, parent, position, picture }, words.collect())
    }
}

/// Words that many products share, in one language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Terms {
    /// The language.
    pub lang: Lang,
    /// Each word of the first language with what it is there.
    pub known: Vec<(String, String)>,
}

/// Words that mean the same when somebody searches, in one language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Synonyms {
    /// The language.
    pub lang: Lang,
    /// Each group.
    pub same: Vec<Vec<String>>,
}
