//! The page of results: what was found, as a list that is narrowed like any other.

use db::catalogue::{Narrowed, Source, narrowed};
use domain::catalogue::Asked;
use domain::contact::Country;
use domain::search::{Found, Typed, Wish};
use leptos::prelude::*;

use super::nothing::{Liked, Loaded, Shelves, load};
use crate::catalogue::pages::{Asking, List, Listed, PAGE};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::{request, routes};

/// What was asked of the engine.
struct Search {
    typed: Typed,
    exact: bool,
    found: Found,
}

/// `/{lang}/search?q=`
#[component]
pub fn SearchPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let typed = Typed::of(&request::query("q").unwrap_or_default());
        let exact = request::query("as").as_deref() == Some("typed");
        let asking = Asking::here();
        if asking.untidy {
            request::go(&routes::narrowed(&routes::searched(lang, typed.as_str(), exact), &asking.asked));
            return Ok(None);
        }
        let found = request::shop()?.finder.find(Wish { lang, typed: typed.clone(), exact }).await?;
        let (goods, called, wanted) = (found.goods.clone(), found.shelves.clone(), asking.wanted.clone());
        let (told, loaded, country) = request::ask(move |conn, view| {
            let told = narrowed(conn, view, Source::Found(&goods), &wanted, PAGE)?;
            Ok((told, load(conn, view, goods.is_empty(), &called)?, view.list.to))
        })
        .await?;
        if told.listing.cards.is_empty() && asking.before() > 0 {
            return Err(Failure::NotFound);
        }
        // Another time it may be found in time.
        if !found.cut {
            request::anyones();
        }
        Ok(Some(results(Words::of(lang), country, Search { typed, exact, found }, told, asking.asked, loaded)))
    })
}

fn results(words: Words, country: Country, search: Search, told: Narrowed, asked: Asked, loaded: Loaded) -> impl IntoView {
    let lang = words.lang;
    let Narrowed { listing, filter } = told;
    let query = [("query", search.typed.as_str().to_owned().into())];
    let nothing = search.found.goods.is_empty();
    let heading = match (search.typed.is_empty(), nothing) {
        (true, _) => words.say("search-empty"),
        (false, true) => words.with("search-nothing", &query),
        (false, false) => words.with("search-results", &query),
    };
    let uncounted = search.found.more;
    let cut = search.found.cut.then(|| view! { <p class="notice">{words.say("search-cut")}</p> });
    let kept = routes::search_parameters(search.typed.as_str(), search.exact);
    let list = List { path: routes::search(lang), kept, asked: Asked { filter, ..asked } };
    let head = Head { title: list.title(words, heading.clone()), ..Head::default() };
    view! {
        <Document head lang>
            <div class="list-head">
                <h1>{heading}</h1>
                {nothing.then(|| view! { <p class="lede">{words.say("search-nothing-text")}</p> })}
                {cut}
                <Corrected words search />
                <Shelves words shelves=loaded.shelves />
            </div>
            {if nothing {
                view! { <Liked words country cards=loaded.liked /> }.into_any()
            } else {
                view! { <Listed words country list listing uncounted /> }.into_any()
            }}
        </Document>
    }
}

/// What was searched instead of what was typed, and the way back to that.
#[component]
fn Corrected(words: Words, search: Search) -> impl IntoView {
    let Search { typed, found, .. } = search;
    let left_out = found.left_out.map(|word| {
        view! { <p class="notice">{words.with("search-left-out", &[("word", word.into())])}</p> }
    });
    let corrected = found.corrected.map(|corrected| {
        let instead = words.with("search-instead", &[("typed", typed.as_str().to_owned().into())]);
        view! {
            <p class="notice">
                {words.with("search-corrected", &[("corrected", corrected.into())])}" "
                <a href=routes::searched(words.lang, typed.as_str(), true)>{instead}</a>
            </p>
        }
    });
    view! { {left_out}{corrected} }
}
