//! Goods seen last: their place on a page, and what the script puts there.

use std::str::FromStr;

use db::account::goods_seen;
use domain::ids::ProductId;
use domain::market::Market;
use leptos::prelude::*;

use super::product_card::CardGrid;
use crate::failure::Failure;
use crate::i18n::Words;
use crate::{request, routes};

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
    let who = request::account().ok().map(|held| held.account.id);
    let (cards, country, kept) = request::ask_in(market, move |conn, view| {
        let kept = who.map_or(Ok(false), |who| goods_seen::is_kept(conn, who))?;
        Ok((db::catalogue::cards(conn, view, &ids)?, view.list.to, kept))
    })
    .await?;
    if cards.is_empty() {
        return Ok(String::new());
    }
    let words = Words::of(market.lang);
    let drawn = view! {
        <h2 id="seen-title">{words.say("seen-title")}</h2>
        <CardGrid words country cards />
        {if kept { view! { <InAccount words /> }.into_any() } else { view! { <InBrowser words /> }.into_any() }}
    };
    Ok(drawn.to_html())
}

/// Nobody else hears of them; the script forgets them when the button is pressed.
#[component]
fn InBrowser(words: Words) -> AnyView {
    view! {
        <p class="seen-kept">
            {words.say("seen-kept")}
            " "
            <button class="link" type="button" data-says=words.say("seen-forgotten")>{words.say("seen-forget")}</button>
        </p>
    }
    .into_any()
}

/// The account keeps them, too, since its owner has asked for it; what is forgotten here is forgotten there.
#[component]
fn InAccount(words: Words) -> AnyView {
    view! {
        <form class="seen-kept" method="post" action="/api/account/seen-forget" data-native="">
            <input type="hidden" name="lang" value=words.lang.code() />
            <a href=routes::seen(words.lang) data-native="">{words.say("recently-kept")}</a>
            " "
            <button class="link" type="submit" data-says=words.say("seen-forgotten")>{words.say("seen-forget")}</button>
        </form>
    }
    .into_any()
}
