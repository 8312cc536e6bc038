//! A category's list.

use db::catalogue::{List, category, list};
use domain::catalogue::{Category, ProductCard, Slug, Sort};
use domain::contact::Country;
use leptos::prelude::*;

use super::facts;
use super::product_card::CardGrid;
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::ui::SaidIn;
use crate::{request, routes};

/// Products on one page of a list.
const PAGE: u32 = 24;

/// What is shown of a category.
struct Shown {
    category: Category,
    cards: Vec<ProductCard>,
    count: u32,
    sort: Sort,
    page: u32,
    country: Country,
}

/// `/{lang}/c/{category}`
#[component]
pub fn CategoryPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let slug = Slug::parse(&request::segment(2)?).map_err(|_| Failure::NotFound)?;
        let sort = request::query("sort").and_then(|code| Sort::from_code(&code)).unwrap_or(Sort::Popular);
        let page = request::query("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32).clamp(1, 10_000);
        let asked = slug.clone();
        let shown = request::ask(move |conn, view| {
            let (id, category) = category(conn, view.lang, &asked)?;
            let wanted = List { category: Some(id), sort, skip: (page - 1) * PAGE, take: PAGE, today: view.list.day };
            let (cards, count) = list(conn, view, wanted)?;
            Ok(Shown { category, cards, count, sort, page, country: view.list.to })
        })
        .await?;
        if shown.category.slug != slug {
            request::moved(&routes::list(lang, &shown.category.slug, sort, page));
            return Ok(None);
        }
        if shown.cards.is_empty() && shown.page > 1 {
            return Err(Failure::NotFound);
        }
        let (origin, words) = (request::shop()?.origin, Words::of(lang));
        let Category { parent, name, .. } = &shown.category;
        let said = [
            facts::trail(&origin, words, parent.as_slice(), Some(&name.text)),
            facts::list(&origin, lang, &shown.cards, (page - 1) * PAGE),
        ];
        request::anyones();
        Ok(Some(listing(lang, shown, facts::ld(&said))))
    })
}

fn listing(lang: Lang, shown: Shown, facts: String) -> impl IntoView {
    let words = Words::of(lang);
    let Shown { category, cards, count, sort, page, country } = shown;
    let title = if page > 1 {
        words.with("list-title-page", &[("title", category.name.text.clone().into()), ("page", page.into())])
    } else {
        category.name.text.clone()
    };
    let indexed = sort == Sort::Popular && page == 1;
    let alternates = routes::alternates(&category.slugs, routes::category);
    let head = Head { title, description: category.blurb.text.clone(), indexed, alternates, facts, ..Head::default() };
    view! {
        <Document head lang>
            <div class="list-head">
                <Trail words category=category.clone() />
                <h1><SaidIn words said=category.name.clone() /></h1>
                <p class="lede"><SaidIn words said=category.blurb.clone() /></p>
                <Children words category=category.clone() />
            </div>
            <div class="list-bar">
                <h2 class="count">{words.with("list-count", &[("count", count.into())])}</h2>
                <SortBy words slug=category.slug.clone() sort />
            </div>
            {if cards.is_empty() { view! { <p class="state">{words.say("list-empty")}</p> }.into_any() } else { view! { <CardGrid words country cards eager=4 /> }.into_any() }}
            <Pages words slug=category.slug sort page count />
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

#[component]
fn SortBy(words: Words, slug: Slug, sort: Sort) -> AnyView {
    let choice = move |&one: &Sort| {
        let current = (one == sort).then_some("true");
        view! { <li><a class="chip" href=routes::list(words.lang, &slug, one, 1) aria-current=current>{words.say(&format!("sort-{}", one.code()))}</a></li> }
    };
    view! {
        <nav class="sort" aria-label=words.say("sort-label")>
            <ul class="chips">{Sort::ALL.iter().map(choice).collect_view()}</ul>
        </nav>
    }
    .into_any()
}

#[component]
fn Pages(words: Words, slug: Slug, sort: Sort, page: u32, count: u32) -> impl IntoView {
    let last = count.div_ceil(PAGE);
    let at = move |page| routes::list(words.lang, &slug, sort, page);
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
