//! Draws answers out of what the shop knows.

use app::i18n::Lang;
use app::routes;
use domain::catalogue::{Category, Choice, Picture, Product, ProductCard, Slug, Stock, Variant};
use domain::lang::Said;
use domain::money::Money;

use super::shape::{Buyable, Card, Fact, Opt, Room, Shot, Sum, Whole};

/// Draws answers for readers of a language.
#[derive(Clone, Debug)]
pub struct Pen {
    /// The shop's own address.
    pub origin: String,
    /// The language.
    pub lang: Lang,
}

impl Pen {
    fn full(&self, at: &str) -> String {
        format!("{}{at}", self.origin)
    }

    fn shot(&self, picture: &Picture) -> Shot {
        let Picture { file, alt, width, height, .. } = picture.clone();
        Shot { url: self.full(&routes::media(&file)), alt, width, height }
    }

    /// A category with those in it.
    pub fn room(&self, category: &Category) -> Room {
        let room = |slug: &Slug, name: &str, text: &str| Room {
            slug: slug.as_str().to_owned(),
            name: name.to_owned(),
            text: text.to_owned(),
            url: self.full(&routes::category(self.lang, slug)),
            children: Vec::new(),
        };
        let children = category.children.iter().map(|(slug, name)| room(slug, &name.text, "")).collect();
        Room { children, ..room(&category.slug, &category.name.text, &category.blurb.text) }
    }

    /// A product in a list.
    pub fn card(&self, card: &ProductCard) -> Card {
        Card {
            slug: card.slug.as_str().to_owned(),
            name: card.name.text.clone(),
            url: self.full(&routes::product(self.lang, &card.slug)),
            price: sum(card.price),
            from: card.from,
            was: card.was.map(sum),
            pictures: card.pictures.iter().map(|picture| self.shot(picture)).collect(),
            available: card.available,
            rating: card.rating.map(|(tenths, _)| stars(tenths)),
            ratings: card.rating.map_or(0, |(_, count)| count),
        }
    }

    /// A product.
    pub fn whole(&self, product: &Product) -> Whole {
        let say = |word: &String| product.terms.say(word).text;
        let option = |choice: &Choice| Opt {
            name: say(&choice.name),
            values: choice.values.iter().map(|value| say(&value.name)).collect(),
        };
        let fact = |(name, value): &(Said, Said)| Fact { name: name.text.clone(), value: value.text.clone() };
        let buyable = |variant: &Variant| Buyable { values: variant.values.iter().map(say).collect(), ..buyable(variant) };
        Whole {
            id: product.id.0,
            slug: product.slug.as_str().to_owned(),
            name: product.name.text.clone(),
            url: self.full(&routes::product(self.lang, &product.slug)),
            maker: product.maker.clone(),
            lead: product.lead.text.clone(),
            story: product.story.text.clone(),
            facts: product.facts.iter().map(fact).collect(),
            pictures: product.pictures.iter().map(|picture| self.shot(picture)).collect(),
            options: product.choices.iter().map(option).collect(),
            variants: product.variants.iter().map(buyable).collect(),
            categories: product.trail.iter().map(|(slug, _)| slug.as_str().to_owned()).collect(),
            rating: product.rating.map(|(tenths, _)| stars(tenths)),
            ratings: product.rating.map_or(0, |(_, count)| count),
        }
    }
}

fn buyable(variant: &Variant) -> Buyable {
    Buyable {
        id: variant.id.0,
        sku: variant.sku.clone(),
        barcode: variant.barcode.clone(),
        values: Vec::new(),
        price: sum(variant.price),
        was: variant.was.map(sum),
        lowest: variant.lowest.map(sum),
        left: match variant.stock {
            Stock::Left(left) => Some(left),
            Stock::Unlimited => None,
        },
        available: !variant.stock.is_out(),
        grams: variant.grams,
    }
}

fn sum(money: Money) -> Sum {
    Sum { amount: money.plain(), currency: money.currency.code().to_owned() }
}

fn stars(tenths: u8) -> f32 {
    f32::from(tenths) / 10.0
}
