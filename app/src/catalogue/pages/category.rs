//! A category's list.

use db::catalogue::{Narrowed, Source, category, narrowed};
use domain::catalogue::{Asked, Category, Slug};
use domain::contact::Country;
use leptos::prelude::*;

use super::facts;
use super::listed::{Asking, List, Listed, PAGE};
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
        let asking = Asking::here();
        let (at, wanted) = (slug.clone(), asking.wanted.clone());
        let (category, told, country) = request::ask(move |conn, view| {
            let (id, category) = category(conn, view.lang, &at)?;
            Ok((category, narrowed(conn, view, Source::Category(id), &wanted, PAGE)?, view.list.to))
        })
        .await?;
        if category.slug != slug || asking.untidy {
            let to = routes::list(lang, &category.slug, &asking.asked);
            let go = if asking.untidy { request::go } else { request::moved };
            go(&to);
            return Ok(None);
        }
        if told.listing.cards.is_empty() && asking.before() > 0 {
            return Err(Failure::NotFound);
        }
        let (origin, words) = (request::shop()?.origin, Words::of(lang));
        let said = [
            facts::trail(&origin, words, category.parent.as_slice(), Some(&category.name.text)),
            facts::list(&origin, lang, &told.listing.cards, asking.before()),
        ];
        request::anyones();
        Ok(Some(shown(words, country, category, told, asking, facts::ld(&said))))
    })
}

fn shown(words: Words, country: Country, category: Category, told: Narrowed, asking: Asking, facts: String) -> impl IntoView {
    let (lang, indexed, page) = (words.lang, asking.is_plain(), asking.asked.pages.first());
    let Narrowed { listing, filter } = told;
    let list = List { path: routes::category(lang, &category.slug), kept: Vec::new(), asked: Asked { filter, ..asking.asked } };
    let title = list.title(words, category.name.text.clone());
    let alternates = routes::alternates(&category.slugs, routes::category);
    let description = category.blurb.text.clone();
    let head = Head { title, description, indexed, page, alternates, facts, ..Head::default() };
    view! {
        <Document head lang>
            <div class="list-head">
                <Trail words category=category.clone() />
                <h1><SaidIn words said=category.name.clone() /></h1>
                <p class="lede"><SaidIn words said=category.blurb.clone() /></p>
                <Children words category=category />
            </div>
            <Listed words country list listing />
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
