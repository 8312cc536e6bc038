//! Other goods on a product's page: what is bought with it, and what stands beside it.

use domain::catalogue::{Product, ProductCard};
use domain::contact::Country;
use domain::market::View;
use leptos::prelude::*;

use super::product_card::CardGrid;
use crate::i18n::Words;

/// So many of each.
const MOST: u32 = 4;

/// Other goods, none of them twice.
#[derive(Clone, Debug)]
pub struct Beside {
    together: Vec<ProductCard>,
    related: Vec<ProductCard>,
}

impl Beside {
    /// Of a product. New orders do not make the page anew: that follows by itself within the seconds a page is kept, and what
    /// it says of others holds whether or not the last order is in it.
    pub fn load(conn: &db::Conn, view: &View, product: &Product) -> db::Result<Self> {
        let ids = db::catalogue::together(conn, product.id, MOST)?;
        let together = db::catalogue::cards(conn, view, &ids)?;
        let related = related(conn, view, product, &together)?;
        Ok(Self { together, related })
    }
}

/// The best liked of the same room, less those that are shown already.
fn related(conn: &db::Conn, view: &View, product: &Product, shown: &[ProductCard]) -> db::Result<Vec<ProductCard>> {
    let Some((slug, _)) = product.trail.first() else { return Ok(Vec::new()) };
    let (id, _) = db::catalogue::category(conn, view.lang, slug)?;
    let cards = db::catalogue::liked(conn, view, Some(id), MOST + 1 + shown.len() as u32)?;
    let other = |card: &ProductCard| card.slug != product.slug && shown.iter().all(|shown| shown.slug != card.slug);
    Ok(cards.into_iter().filter(other).take(MOST as usize).collect())
}

/// Both, each where there is any.
#[component]
pub fn BesideIt(words: Words, country: Country, beside: Beside) -> AnyView {
    let band = move |id: &'static str, title: String, cards: Vec<ProductCard>| {
        (!cards.is_empty()).then(|| {
            view! {
                <section class="band" aria-labelledby=id>
                    <h2 id=id>{title}</h2>
                    <CardGrid words country cards />
                </section>
            }
        })
    };
    view! {
        {band("together", words.say("product-together"), beside.together)}
        {band("related", words.say("product-related"), beside.related)}
    }
    .into_any()
}
