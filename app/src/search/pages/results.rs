//! The page of results.

use domain::search::{Found, Typed, Wish};
use leptos::prelude::*;

use super::nothing::{Liked, Loaded, Shelves, load};
use crate::catalogue::pages::CardGrid;
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::{request, routes};

/// Products on one page.
const PAGE: usize = 24;

/// What is shown.
struct Shown {
    typed: Typed,
    found: Found,
    loaded: Loaded,
    page: usize,
    exact: bool,
}

/// `/{lang}/search?q=`
#[component]
pub fn SearchPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let typed = Typed::of(&request::query("q").unwrap_or_default());
        let exact = request::query("as").as_deref() == Some("typed");
        let page = request::query("page").and_then(|page| page.parse().ok()).unwrap_or(1_usize).clamp(1, Found::MOST);
        let found = request::shop()?.finder.find(Wish { lang, typed: typed.clone(), exact }).await?;
        let here: Vec<_> = found.goods.iter().copied().skip((page - 1) * PAGE).take(PAGE).collect();
        if here.is_empty() && page > 1 {
            return Err(Failure::NotFound);
        }
        let called = found.shelves.clone();
        let loaded = request::ask(move |conn, view| load(conn, view, &here, &called)).await?;
        Ok(results(lang, Shown { typed, found, loaded, page, exact }))
    })
}

fn results(lang: Lang, shown: Shown) -> impl IntoView {
    let words = Words::of(lang);
    let Shown { typed, found, loaded, page, exact } = shown;
    let Loaded { cards, shelves } = loaded;
    let query = [("query", typed.as_str().to_owned().into())];
    let title = match (typed.is_empty(), found.goods.is_empty()) {
        (true, _) => words.say("search-empty"),
        (false, true) => words.with("search-nothing", &query),
        (false, false) => words.with("search-results", &query),
    };
    let head = Head { title: title.clone(), ..Head::default() };
    let nothing = found.goods.is_empty();
    let count = found.goods.len();
    let says = if found.more { "search-more" } else { "list-count" };
    view! {
        <Document head lang>
            <div class="list-head">
                <h1>{title}</h1>
                {nothing.then(|| view! { <p class="lede">{words.say("search-nothing-text")}</p> })}
                <Corrected words typed=typed.clone() found />
                <Shelves words shelves />
            </div>
            {if nothing {
                view! { <Liked words cards /> }.into_any()
            } else {
                view! {
                    <div class="list-bar"><h2 class="count"><span role="status">{counted(words, says, count)}</span></h2></div>
                    <CardGrid words cards eager=4 />
                    <Pages words typed exact page last=count.div_ceil(PAGE) />
                }
                .into_any()
            }}
        </Document>
    }
}

fn counted(words: Words, key: &str, count: usize) -> String {
    match key {
        "search-more" => words.with("search-more", &[("count", count.into())]),
        _ => words.with("list-count", &[("count", count.into())]),
    }
}

/// What was searched instead of what was typed, and the way back to that.
#[component]
fn Corrected(words: Words, typed: Typed, found: Found) -> impl IntoView {
    let left_out = found.left_out.map(|word| {
        view! { <p class="notice">{words.with("search-left-out", &[("word", word.into())])}</p> }
    });
    let corrected = found.corrected.map(|corrected| {
        let instead = words.with("search-instead", &[("typed", typed.as_str().to_owned().into())]);
        view! {
            <p class="notice">
                {words.with("search-corrected", &[("corrected", corrected.into())])}" "
                <a href=routes::searched(words.lang, typed.as_str(), 1, true)>{instead}</a>
            </p>
        }
    });
    view! { {left_out}{corrected} }
}

#[component]
fn Pages(words: Words, typed: Typed, exact: bool, page: usize, last: usize) -> impl IntoView {
    let at = move |page| routes::searched(words.lang, typed.as_str(), page, exact);
    (last > 1).then(|| {
        view! {
            <nav class="pages" aria-label=words.say("pages-label")>
                {(page > 1).then(|| view! { <a class="button quiet" rel="prev" href=at(page - 1)>{words.say("pages-previous")}</a> })}
                <span>{words.with("pages-here", &[("page", page.into()), ("last", last.into())])}</span>
                {(page < last).then(|| view! { <a class="button quiet" rel="next" href=at(page + 1)>{words.say("pages-next")}</a> })}
            </nav>
        }
    })
}
