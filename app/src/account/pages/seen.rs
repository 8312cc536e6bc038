//! What somebody has looked at: kept with their account on all their devices, for who has ticked that it be. What a browser has seen
//! comes when a page of the account is opened in it, by `frontend/seen.js`; without script what the account has is shown.

use std::sync::Arc;

use db::account::{Held, goods_seen};
use domain::account::GoodsSeen;
use domain::catalogue::ProductCard;
use domain::contact::Country;
use domain::ids::ProductId;
use leptos::prelude::*;

use super::{Heard, Said, heard, spoken, tell};
use crate::catalogue::pages::CardGrid;
use crate::failure::Failure;
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::{request, routes};

/// What is kept, and how it is drawn for whoever has kept it.
struct Drawn {
    seen: GoodsSeen,
    cards: Vec<ProductCard>,
    country: Country,
}

/// `/{lang}/account/seen`
#[component]
pub fn SeenPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        request::say_whose();
        let Some(held) = request::account_page() else { return Ok(None) };
        let (id, now) = (held.account.id, request::db()?.now());
        let drawn = request::ask(move |conn, view| {
            let Some(seen) = goods_seen::of(conn, id, now)? else { return Ok(None) };
            let cards = db::catalogue::cards(conn, view, &seen.goods)?;
            Ok(Some(Drawn { seen, cards, country: view.list.to }))
        });
        Ok(Some(shown(Words::of(lang), drawn.await?)))
    })
}

fn shown(words: Words, drawn: Option<Drawn>) -> impl IntoView {
    let kept = drawn.is_some();
    let head = Head { title: words.say("recently-title"), script: kept.then_some("seen"), ..Head::default() };
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <h1>{words.say("recently-title")}</h1>
                <Said words heard=heard() />
                <Asked words kept />
            </div>
            {drawn.map(|drawn| view! { <div data-seen="list"><Shown words drawn /></div> })}
            <p class="prose"><a href=routes::account(words.lang) data-native="">{words.say("account-title")}</a></p>
        </Document>
    }
}

/// The form that asks for it: what would be kept, and for how long.
#[component]
fn Asked(words: Words, kept: bool) -> AnyView {
    let (most, days) = (words.number(GoodsSeen::MOST), words.number(GoodsSeen::DAYS));
    let says = words.with("recently-tick-text", &[("most", most.into()), ("days", days.into())]);
    view! {
        <form class="stack" method="post" action="/api/account/seen-keep" data-native="" data-once="">
            <input type="hidden" name="lang" value=words.lang.code() />
            <p>{words.say("recently-text")}</p>
            <div class="field">
                <label class="tick">
                    <input type="checkbox" name="keep" value="true" checked=kept aria-describedby="keep-text" />
                    {words.say("recently-tick")}
                </label>
                <p class="hint" id="keep-text">{says}</p>
            </div>
            <div><button class="button quiet" type="submit">{words.say("recently-button")}</button></div>
        </form>
    }
    .into_any()
}

/// What came last, and the goods.
#[component]
fn Shown(words: Words, drawn: Drawn) -> AnyView {
    let Drawn { seen, cards, country } = drawn;
    if cards.is_empty() {
        return view! { <p class="prose">{words.say("recently-none")}</p> }.into_any();
    }
    view! {
        <Came words join=seen.join came=seen.came />
        <h2 class="unseen">{words.say("seen-title")}</h2>
        <CardGrid words country cards />
        <form method="post" action="/api/account/seen-forget" data-native="" data-once="">
            <input type="hidden" name="lang" value=words.lang.code() />
            <button class="link" type="submit">{words.say("recently-forget")}</button>
        </form>
    }
    .into_any()
}

/// What came from a browser the last time, and the way back.
#[component]
fn Came(words: Words, join: i64, came: i64) -> Option<AnyView> {
    (came > 0).then(|| {
        view! {
            <form method="post" action="/api/account/seen-undo" class="notice done" data-native="" data-once="">
                <input type="hidden" name="lang" value=words.lang.code() />
                <input type="hidden" name="join" value=join.to_string() />
                <p role="status">{words.with("recently-came", &[("count", came.into())])}</p>
                <button class="link" type="submit">{words.say("recently-take-out")}</button>
            </form>
        }
        .into_any()
    })
}

/// Keeps what they look at from now on, or nothing of it.
pub async fn keep_seen(held: &Held, lang: &str, wanted: bool) -> Result<(), Failure> {
    let id = held.account.id;
    request::db()?.write(move |tx| goods_seen::keep(tx, id, wanted)).await?;
    tell(&routes::seen(spoken(lang)), if wanted { Heard::SeenOn } else { Heard::SeenOff });
    Ok(())
}

/// What a browser has seen since it told of any comes to the account. The answer: what that browser is to remember, the last one
/// first, and what is to be drawn: the whole `list`, or what came.
pub async fn join_seen(held: &Arc<Held>, lang: &str, ids: &str, list: bool) -> Result<(String, String), Failure> {
    let (id, words) = (held.account.id, Words::of(spoken(lang)));
    let ids: Vec<ProductId> =
        ids.split(',').filter_map(|id| id.parse().ok()).map(ProductId).take(GoodsSeen::IN_A_BROWSER).collect();
    let some = !ids.is_empty();
    let seen = request::db()?.write(move |tx| goods_seen::join(tx, id, &ids)).await?.ok_or(Failure::NotFound)?;
    let here: Vec<_> = seen.goods.iter().take(GoodsSeen::IN_A_BROWSER).map(ToString::to_string).collect();
    let drawn = match (some, list) {
        (false, _) => String::new(),
        (true, false) => view! { <Came words join=seen.join came=seen.came /> }.to_html(),
        (true, true) => {
            let (market, goods) = (request::market_in(words.lang), seen.goods.clone());
            let found = request::ask_in(market, move |conn, view| Ok((db::catalogue::cards(conn, view, &goods)?, view.list.to)));
            let (cards, country) = found.await?;
            view! { <Shown words drawn=Drawn { seen, cards, country } /> }.to_html()
        }
    };
    Ok((here.join(","), drawn))
}

/// What came with a join was not theirs.
pub async fn take_out_seen(held: &Held, lang: &str, join: i64) -> Result<(), Failure> {
    let id = held.account.id;
    request::db()?.write(move |tx| goods_seen::take_out(tx, id, join)).await?;
    tell(&routes::seen(spoken(lang)), Heard::SeenOut);
    Ok(())
}

/// Forgets all of them.
pub async fn forget_seen(held: &Held, lang: &str) -> Result<(), Failure> {
    let id = held.account.id;
    request::db()?.write(move |tx| goods_seen::forget(tx, id)).await?;
    tell(&routes::seen(spoken(lang)), Heard::SeenForgotten);
    Ok(())
}
