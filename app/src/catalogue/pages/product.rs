//! A product's page.

use domain::catalogue::{Product, ProductCard, Slug, Sort, Variant};
use domain::contact::Country;
use domain::delivery::{DeliveryOption, options};
use domain::ids::VariantId;
use leptos::prelude::*;

use super::buy_box::BuyBox;
use super::facts::ld;
use super::gallery::Gallery;
use super::product_card::CardGrid;
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::{request, routes};

/// `/{lang}/products/{slug}`
#[component]
pub fn ProductPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let slug = Slug::parse(&request::segment(2)?).map_err(|_| Failure::NotFound)?;
        let wanted = request::query("v").and_then(|id| id.parse().ok()).map(VariantId);
        let shop = request::shop()?;
        let now = shop.db.now();
        let (product, related) = shop
            .db
            .read(move |conn| {
                let product = db::catalogue::product(conn, &slug)?;
                let related = related(conn, &product, now.day())?;
                Ok((product, related))
            })
            .await?;
        let variant = product.shown_variant(wanted).cloned().ok_or(Failure::NotFound)?;
        let arrival = options(variant.price, Country::LATVIA, now);
        let facts = ld(&shop.origin, lang, &product, &variant);
        request::anyones();
        Ok(shown(lang, product, variant, arrival, related, facts))
    })
}

/// Other goods of the same room.
fn related(conn: &db::Conn, product: &Product, today: domain::time::Day) -> db::Result<Vec<ProductCard>> {
    let Some((slug, _)) = product.trail.first() else { return Ok(Vec::new()) };
    let (id, _) = db::catalogue::category(conn, slug)?;
    let wanted = db::catalogue::List { category: Some(id), sort: Sort::Popular, skip: 0, take: 5, today };
    let (cards, _) = db::catalogue::list(conn, wanted)?;
    Ok(cards.into_iter().filter(|card| card.slug != product.slug).take(4).collect())
}

fn shown(
    lang: Lang,
    product: Product,
    variant: Variant,
    arrival: Vec<DeliveryOption>,
    related: Vec<ProductCard>,
    facts: String,
) -> impl IntoView {
    let words = Words::of(lang);
    let head = Head { title: product.name.clone(), description: product.lead.clone(), indexed: true, facts, ..Head::default() };
    view! {
        <Document head lang>
            <Trail words product=product.clone() />
            <div class="product">
                <Gallery words pictures=product.pictures.clone() first=variant.picture.unwrap_or(0) />
                <BuyBox words product=product.clone() variant arrival />
            </div>
            <div class="story">
                <section class="prose" aria-labelledby="story">
                    <h2 id="story">{words.say("product-story")}</h2>
                    // Cleaned when it came in: see `server::import` and the demo's own texts.
                    <div inner_html=product.story.clone()></div>
                </section>
                <FactTable words facts=product.facts.clone() />
            </div>
            {(!related.is_empty()).then(|| view! {
                <section class="band" aria-labelledby="related">
                    <h2 id="related">{words.say("product-related")}</h2>
                    <CardGrid words cards=related />
                </section>
            })}
        </Document>
    }
}

#[component]
fn Trail(words: Words, product: Product) -> AnyView {
    let steps = product
        .trail
        .into_iter()
        .map(move |(slug, name)| view! { <li><a href=routes::category(words.lang, &slug)>{name}</a></li> });
    view! {
        <nav class="trail" aria-label=words.say("trail-label")>
            <ol><li><a href=routes::home(words.lang)>{words.say("trail-home")}</a></li>{steps.collect_view()}</ol>
        </nav>
    }
    .into_any()
}

#[component]
fn FactTable(words: Words, facts: Vec<(String, String)>) -> impl IntoView {
    (!facts.is_empty()).then(|| {
        let rows = facts.into_iter().map(|(name, value)| view! { <tr><th scope="row">{name}</th><td>{value}</td></tr> });
        view! {
            <section class="facts" aria-labelledby="facts">
                <h2 id="facts">{words.say("product-facts")}</h2>
                <table><tbody>{rows.collect_view()}</tbody></table>
            </section>
        }
    })
}
