//! A category's list.

use db::catalogue::{Narrowed, Source, category, narrowed};
use domain::catalogue::{Asked, Category, Pages, Slug};
use domain::contact::Country;
use leptos::prelude::*;

use super::chosen::{Chosen, Nothing};
use super::facts;
use super::more::{More, PAGE};
use super::narrow::{List, Narrow, SortBy};
use super::product_card::CardGrid;
use crate::failure::Failure;
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::ui::SaidIn;
use crate::{request, routes};

/// `/{lang}/c/{category}`
#[component]
pub fn CategoryPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let slug = Slug::parse(&request::segment(2)?).map_err(|_| Failure::NotFound)?;
        let parameters = request::parameters();
        // A form without script sends its empty fields along.
        let untidy = parameters.iter().any(|(_, value)| value.is_empty());
        let asked = Asked::parse(parameters);
        let wanted = if only_last() { Pages::one(asked.pages.last()) } else { asked.pages };
        let wanted = Asked { pages: wanted, ..asked.clone() };
        let at = slug.clone();
        let (category, told, country) = request::ask(move |conn, view| {
            let (id, category) = category(conn, view.lang, &at)?;
            Ok((category, narrowed(conn, view, Source::Category(id), &wanted, PAGE)?, view.list.to))
        })
        .await?;
        if category.slug != slug || untidy {
            let to = routes::list(lang, &category.slug, &asked);
            let go = if untidy { request::go } else { request::moved };
            go(&to);
            return Ok(None);
        }
        if told.listing.cards.is_empty() && asked.pages.first() > 1 {
            return Err(Failure::NotFound);
        }
        let (origin, words) = (request::shop()?.origin, Words::of(lang));
        let before = (asked.pages.first() - 1) * PAGE;
        let said = [
            facts::trail(&origin, words, category.parent.as_slice(), Some(&category.name.text)),
            facts::list(&origin, lang, &told.listing.cards, before),
        ];
        request::anyones();
        Ok(Some(listing(words, country, category, told, asked, facts::ld(&said))))
    })
}

/// Whether the pages before the last are shown already.
fn only_last() -> bool {
    request::query("only").as_deref() == Some("last")
}

fn listing(words: Words, country: Country, category: Category, told: Narrowed, asked: Asked, facts: String) -> impl IntoView {
    let lang = words.lang;
    let Narrowed { mut listing, filter } = told;
    let cards = std::mem::take(&mut listing.cards);
    let whole = asked == Asked::default() && !only_last();
    let list = List { path: routes::category(lang, &category.slug), kept: Vec::new(), asked: Asked { filter, ..asked } };
    let page = list.asked.pages.first();
    let title = if page > 1 {
        words.with("list-title-page", &[("title", category.name.text.clone().into()), ("page", page.into())])
    } else {
        category.name.text.clone()
    };
    let alternates = routes::alternates(&category.slugs, routes::category);
    let description = category.blurb.text.clone();
    let head = Head { title, description, indexed: whole, narrowed: true, alternates, facts, ..Head::default() };
    view! {
        <Document head lang>
            <div class="list-head">
                <Trail words category=category.clone() />
                <h1><SaidIn words said=category.name.clone() /></h1>
                <p class="lede"><SaidIn words said=category.blurb.clone() /></p>
                <Children words category=category />
            </div>
            <Narrow words list=list.clone() listing=listing.clone() />
            <Chosen words list=list.clone() listing=listing.clone() />
            <div class="list-bar">
                <h2 class="count"><span role="status">{words.with("list-count", &[("count", listing.count.into())])}</span></h2>
                <SortBy words list=list.clone() />
            </div>
            {if cards.is_empty() {
                view! { <Nothing words list=list.clone() listing=listing.clone() /> }.into_any()
            } else {
                view! { <CardGrid words country cards eager=4 /> }.into_any()
            }}
            <More words list count=listing.count />
        </Document>
    }
}

#[component]
fn Trail(words: Words, category: Category) -> AnyView {
    view! {
        <nav class="trail" aria-label=words.say("trail-label")>
            <ol>
                <li><a href=routes::home(words.lang)>{words.say("trail-home")}</a></li>
                {category.parent.map(|(slug, name)| view! { <li><a href=routes::category(words.lang, &slug)><SaidIn words said=name /></a></li> })}
            </ol>
        </nav>
    }
    .into_any()
}

#[component]
fn Children(words: Words, category: Category) -> impl IntoView {
    let (parent, children) = match category.parent {
        Some((slug, _)) => (slug, Vec::new()),
        None => (category.slug, category.children),
    };
    (!children.is_empty()).then(|| {
        view! {
            <ul class="chips" aria-label=words.say("list-narrower")>
                <li><a class="chip" href=routes::category(words.lang, &parent) aria-current="page">{words.say("list-all")}</a></li>
                {children.into_iter().map(|(slug, name)| view! { <li><a class="chip" href=routes::category(words.lang, &slug)><SaidIn words said=name /></a></li> }).collect_view()}
            </ul>
        }
    })
}
