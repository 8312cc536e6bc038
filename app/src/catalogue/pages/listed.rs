//! A list, whatever its goods have in common: a category's, or what a search found.

use domain::catalogue::{Asked, Filter, Listing, Pages};
use domain::contact::Country;
use leptos::prelude::*;

use super::chosen::{Chosen, Nothing};
use super::more::More;
use super::narrow::{Narrow, SortBy};
use super::product_card::CardGrid;
use crate::i18n::Words;
use crate::{request, routes};

/// Products on one page of a list.
pub const PAGE: u32 = 24;

/// What this page's address asks of its list.
pub struct Asking {
    /// All of it.
    pub asked: Asked,
    /// What of it is to be drawn: the pages before the last may be shown already.
    pub wanted: Asked,
    /// Whether there are empty fields in it, as a form without script sends them along.
    pub untidy: bool,
}

impl Asking {
    /// Reads the address.
    pub fn here() -> Self {
        let parameters = request::parameters();
        let untidy = parameters.iter().any(|(name, value)| value.is_empty() && Asked::has_field(name));
        let asked = Asked::parse(parameters);
        let only_last = request::query("only").as_deref() == Some("last");
        let pages = if only_last { Pages::one(asked.pages.last()) } else { asked.pages };
        Self { wanted: Asked { pages, ..asked.clone() }, asked, untidy }
    }

    /// Whether one page of the whole list is asked for, in its own order.
    pub fn is_plain(&self) -> bool {
        let pages = self.asked.pages;
        self.asked == Asked { pages: Pages::one(pages.first()), ..Asked::default() } && self.wanted == self.asked
    }

    /// How many goods come before those asked for.
    pub fn before(&self) -> u32 {
        (self.asked.pages.first() - 1) * PAGE
    }
}

/// A list that is shown.
#[derive(Clone, Debug)]
pub struct List {
    /// Its path.
    pub path: String,
    /// Parameters that belong to it whatever is asked of it: what was searched for.
    pub kept: Vec<(String, String)>,
    /// What is asked of it.
    pub asked: Asked,
}

impl List {
    /// Its address with something asked of it.
    pub fn at(&self, asked: &Asked) -> String {
        routes::narrowed(&routes::with(&self.path, &self.kept), asked)
    }

    /// Its address with another filter.
    pub fn with(&self, filter: Filter) -> String {
        self.at(&self.asked.with(filter))
    }

    /// A title, with the page where it is not the first.
    pub fn title(&self, words: Words, title: String) -> String {
        match self.asked.pages.first() {
            1 => title,
            page => words.with("list-title-page", &[("title", title.into()), ("page", page.into())]),
        }
    }
}

/// What it can be narrowed by, how many there are, the goods, and the way on.
#[component]
pub fn Listed(
    words: Words,
    country: Country,
    list: List,
    mut listing: Listing,
    /// Whether there are more than were counted.
    #[prop(optional)]
    uncounted: bool,
) -> AnyView {
    let (cards, count) = (std::mem::take(&mut listing.cards), listing.count);
    let says = if uncounted { "list-count-more" } else { "list-count" };
    view! {
        <Narrow words list=list.clone() listing=listing.clone() uncounted />
        <Chosen words list=list.clone() listing=listing.clone() />
        <div class="list-bar">
            <h2 class="count"><span role="status">{words.with(says, &[("count", count.into())])}</span></h2>
            <SortBy words list=list.clone() />
        </div>
        {if cards.is_empty() {
            view! { <Nothing words list=list.clone() listing /> }.into_any()
        } else {
            view! { <CardGrid words country cards eager=4 /> }.into_any()
        }}
        <More words list count />
    }
    .into_any()
}
