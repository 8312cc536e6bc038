//! The cards a provider keeps for somebody, and taking one away.

use db::account::Held;
use domain::ids::KeptCardId;
use domain::payments::KeptCard;
use leptos::prelude::*;

use super::{Heard, Said, heard, spoken, tell};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::{request, routes};

/// `/{lang}/account/cards`
#[component]
pub fn CardsPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        request::say_whose();
        let Some(held) = request::account_page() else { return Ok(None) };
        let id = held.account.id;
        let all = request::db()?.read(move |conn| db::payments::kept_cards(conn, id)).await?;
        Ok(Some(shown(Words::of(lang), all)))
    })
}

fn shown(words: Words, all: Vec<(KeptCardId, KeptCard)>) -> impl IntoView {
    let head = Head { title: words.say("kept-title"), ..Head::default() };
    let says = words.say(if all.is_empty() { "kept-none" } else { "kept-text" });
    let entries = all.into_iter().map(move |(id, card)| view! { <li><Entry words id card /></li> });
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <h1>{words.say("kept-title")}</h1>
                <Said words heard=heard() />
                <p>{says}</p>
                <ul class="stack">{entries.collect_view()}</ul>
                <p><a href=routes::account(words.lang)>{words.say("account-title")}</a></p>
            </div>
        </Document>
    }
}

#[component]
fn Entry(words: Words, id: KeptCardId, card: KeptCard) -> AnyView {
    let label = format!("card-{id}");
    let apart = |text: &str| format!("\u{2068}{text}\u{2069}");
    let named = words.with("kept-card", &[("brand", apart(&card.brand).into()), ("tail", apart(&card.tail).into())]);
    view! {
        <form method="post" action="/api/account/card-remove" class="notice" data-once="">
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="card" value=id.to_string() />
            <p id=label.clone()><strong>{named}</strong></p>
            <p class="calm">{words.with("kept-until", &[("until", apart(&card.until()).into())])}</p>
            <button class="link" type="submit" aria-describedby=label>{words.say("account-address-remove")}</button>
        </form>
    }
    .into_any()
}

/// Takes a card away.
pub async fn forget_card(held: &Held, lang: &str, card: KeptCardId) -> Result<(), Failure> {
    let id = held.account.id;
    request::db()?.write(move |tx| db::payments::forget_card(tx, id, card)).await?;
    tell(&routes::cards(spoken(lang)), Heard::CardForgotten);
    Ok(())
}
