//! A product's page.

use domain::catalogue::{Picture, Product, Slug, Variant};
use domain::ids::VariantId;
use domain::lang::Said;
use leptos::prelude::*;

use super::beside::{Beside, BesideIt};
use super::buy_box::BuyBox;
use super::facts;
use super::gallery::Gallery;
use super::reviews::Reviews;
use super::seen::Seen;
use crate::delivery::{Expected, delays_of};
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::restock::pages::{Heard, WishErrors};
use crate::ui::SaidIn;
use crate::{request, routes};

/// `/{lang}/products/{slug}`
#[component]
pub fn ProductPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let slug = Slug::parse(&request::segment(2)?).map_err(|_| Failure::NotFound)?;
        let wanted = request::query("v").and_then(|id| id.parse().ok()).map(VariantId);
        let asked = slug.clone();
        let (product, beside, list, delays) = request::ask(move |conn, view| {
            let product = db::catalogue::product(conn, view, &asked)?;
            let beside = Beside::load(conn, view, &product)?;
            Ok((product, beside, view.list, delays_of(conn, view)?))
        })
        .await?;
        if product.slug != slug {
            let chosen = wanted.map(|id| routes::variant(lang, &product.slug, id));
            request::moved(&chosen.unwrap_or_else(|| routes::product(lang, &product.slug)));
            return Ok(None);
        }
        let variant = product.shown_variant(wanted).cloned().ok_or(Failure::NotFound)?;
        let expected = Expected::of_one(list, &variant, delays, request::db()?.now());
        let (origin, words) = (request::shop()?.origin, Words::of(lang));
        let said = [
            facts::product(&origin, lang, &product, &variant),
            facts::trail(&origin, words, &product.trail, Some(&product.name.text)),
        ];
        request::anyones();
        Ok(Some(shown(lang, product, variant, expected, beside, facts::ld(&said))))
    })
}

fn shown(lang: Lang, product: Product, variant: Variant, expected: Expected, beside: Beside, facts: String) -> impl IntoView {
    let (words, country) = (Words::of(lang), expected.country);
    let alternates = routes::alternates(&product.slugs, routes::product);
    let (name, description) = (product.name.text.clone(), product.lead.text.clone());
    let heard = Heard::here();
    let title = match heard.and_then(|heard| heard.flaw(words)) {
        Some(_) => words.with("title-error", &[("title", name.into())]),
        None => name,
    };
    let picture = product.pictures.get(variant.picture.unwrap_or(0)).map(Picture::shared);
    let head = Head { title, description, indexed: true, facts, alternates, picture, ..Head::default() };
    view! {
        <Document head lang>
            <WishErrors words heard />
            <Trail words product=product.clone() />
            <div class="product">
                <Gallery words pictures=product.pictures.clone() first=variant.picture.unwrap_or(0) />
                <BuyBox words product=product.clone() variant expected heard />
            </div>
            <div class="story">
                <section class="prose" aria-labelledby="story">
                    <h2 id="story">{words.say("product-story")}</h2>
                    // Cleaned when it came in: see `server::import` and the demo's own texts.
                    <div inner_html=product.story.text.clone() lang=product.story.apart_from(lang)></div>
                </section>
                <FactTable words facts=product.facts.clone() />
            </div>
            <Reviews words rating=product.rating />
            <BesideIt words country beside />
            <Seen product=product.id />
        </Document>
    }
}

#[component]
fn Trail(words: Words, product: Product) -> AnyView {
    let steps = product
        .trail
        .into_iter()
        .map(move |(slug, name)| view! { <li><a href=routes::category(words.lang, &slug)><SaidIn words said=name /></a></li> });
    view! {
        <nav class="trail" aria-label=words.say("trail-label")>
            <ol><li><a href=routes::home(words.lang)>{words.say("trail-home")}</a></li>{steps.collect_view()}</ol>
        </nav>
    }
    .into_any()
}

#[component]
fn FactTable(words: Words, facts: Vec<(Said, Said)>) -> impl IntoView {
    (!facts.is_empty()).then(|| {
        let rows = facts.into_iter().map(move |(name, value)| {
            view! { <tr><th scope="row"><SaidIn words said=name /></th><td><SaidIn words said=value /></td></tr> }
        });
        view! {
            <section class="facts" aria-labelledby="facts">
                <h2 id="facts">{words.say("product-facts")}</h2>
                <table><tbody>{rows.collect_view()}</tbody></table>
            </section>
        }
    })
}
