//! Where a search that finds nothing leads: to what is called nearly so, and to what others like.

use db::catalogue::{liked, menu, shelves};
use domain::catalogue::{ProductCard, Slug};
use domain::contact::Country;
use domain::ids::CategoryId;
use domain::lang::Said;
use domain::market::View;
use leptos::prelude::*;

use crate::catalogue::pages::CardGrid;
use crate::i18n::Words;
use crate::routes;
use crate::ui::SaidIn;

/// Goods shown where there is nothing to show.
const LIKED: u32 = 8;

/// What stands around the goods that were found.
pub struct Loaded {
    /// What is liked, where nothing was found.
    pub liked: Vec<ProductCard>,
    /// Categories that are called nearly so; all of them where nothing is.
    pub shelves: Vec<(Slug, Said)>,
}

/// Loads the categories, and what is liked where `nothing` was found.
pub fn load(conn: &db::Conn, view: &View, nothing: bool, called: &[CategoryId]) -> db::Result<Loaded> {
    let mut near = shelves(conn, view.lang, called)?;
    if !nothing {
        return Ok(Loaded { liked: Vec::new(), shelves: near });
    }
    if near.is_empty() {
        near = menu(conn, view.lang)?;
    }
    Ok(Loaded { liked: liked(conn, view, None, LIKED)?, shelves: near })
}

/// Categories as chips.
#[component]
pub fn Shelves(words: Words, shelves: Vec<(Slug, Said)>) -> impl IntoView {
    (!shelves.is_empty()).then(|| {
        view! {
            <ul class="chips" aria-label=words.say("search-shelves")>
                {shelves.into_iter().map(|(slug, name)| view! { <li><a class="chip" href=routes::category(words.lang, &slug)><SaidIn words said=name /></a></li> }).collect_view()}
            </ul>
        }
    })
}

/// What others like.
#[component]
pub fn Liked(words: Words, country: Country, cards: Vec<ProductCard>) -> AnyView {
    view! {
        <section class="band" aria-labelledby="liked">
            <h2 id="liked">{words.say("home-liked")}</h2>
            <CardGrid words country cards eager=4 />
        </section>
    }
    .into_any()
}
