//! Goods seen last: their place on a page, and what the script puts there.

use std::str::FromStr;

use domain::ids::ProductId;
use domain::market::Market;
use leptos::prelude::*;

use super::product_card::CardGrid;
use crate::failure::Failure;
use crate::i18n::Words;
use crate::request;

/// So many are drawn.
const MOST: usize = 12;

/// The place, at the end of a page; `product`: the one the page is about. Without script, and for who has seen nothing,
/// nothing is there.
#[component]
pub fn Seen(#[prop(optional)] product: Option<ProductId>) -> AnyView {
    let product = product.map(|id| id.to_string());
    view! { <section class="band seen" id="seen" aria-labelledby="seen-title" data-product=product hidden=true></section> }
        .into_any()
}

/// The goods of these ids, drawn; those that are gone are left out, and nothing is drawn when none is left.
pub async fn seen(market: Market, ids: &str) -> Result<String, Failure> {
    let ids: Vec<_> = ids.split(',').filter_map(|id| i64::from_str(id).ok()).map(ProductId).take(MOST).collect();
    let (cards, country) =
        request::ask_in(market, move |conn, view| Ok((db::catalogue::cards(conn, view, &ids)?, view.list.to))).await?;
    if cards.is_empty() {
        return Ok(String::new());
    }
    let words = Words::of(market.lang);
    let drawn = view! {
        <h2 id="seen-title">{words.say("seen-title")}</h2>
        <CardGrid words country cards />
        <p class="seen-kept">
            {words.say("seen-kept")}
            " "
            <button class="link" type="button" data-says=words.say("seen-forgotten")>{words.say("seen-forget")}</button>
        </p>
    };
    Ok(drawn.to_html())
}
