//! Categories at the desk.

use domain::catalogue::Slug;
use domain::desk::TypedCategory;
use domain::goods::IncomingCategory;
use domain::staff::Staff;
use leptos::prelude::*;

use super::field::{Discard, Form};
use super::frame::{Frame, Told, desk};
use super::product::in_order;
use crate::desk::saving::{Standing, category_place, standing};
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::{request, routes};

/// `/desk/catalogue/categories`: all of them, and the form of a new one.
#[component]
pub fn CategoriesPage() -> impl IntoView {
    desk(async move |words, staff| shown(words, staff, None).await)
}

/// `/desk/catalogue/categories/{slug}`
#[component]
pub fn CategoryPage() -> impl IntoView {
    desk(async move |words, staff| {
        let slug = Slug::parse(&request::segment(3)?).map_err(|_| Failure::NotFound)?;
        shown(words, staff, Some(slug)).await
    })
}

async fn shown(words: Words, staff: Staff, at: Option<Slug>) -> Result<impl IntoView + use<>, Failure> {
    let all = request::db()?.read(db::goods::shelves).await?;
    let all: Vec<IncomingCategory> = all.into_iter().map(|(category, _)| category).collect();
    let known =
        at.as_ref().map(|at| all.iter().find(|known| known.named.slug == *at).ok_or(Failure::NotFound)).transpose()?.cloned();
    let place = category_place(at.as_ref());
    let as_it_is = || known.as_ref().map(TypedCategory::of).unwrap_or_default();
    let Standing { typed, flaws, drafted } = standing(&staff, &place, as_it_is).await?;
    let form = Form { words, prefix: "category", flaws };
    let title = known.as_ref().map_or_else(|| words.say("desk-categories"), |known| known.named.name.clone());
    let here = routes::desk_categories(at.as_ref(), None);
    Ok(view! {
        <Frame words title=title.clone() staff>
            {form.summary()}
            <Told words />
            <h1>{title}</h1>
            {at.is_none().then(|| view! { <Tree words all=all.clone() /> })}
            {drafted.then(|| view! { <Discard words place then=here /> })}
            <CategoryForm form typed all at=at.clone() />
            {at.map(|at| view! { <Languages words at /> })}
        </Frame>
    })
}

#[component]
fn Tree(words: Words, all: Vec<IncomingCategory>) -> AnyView {
    let row = |category: &IncomingCategory| {
        let (href, name, below) =
            (routes::desk_categories(Some(&category.named.slug), None), category.named.name.clone(), category.parent.is_some());
        view! { <li class:below=below><a href=href>{name}</a></li> }
    };
    view! {
        <ul class="desk-tree" aria-label=words.say("desk-categories")>{in_order(&all).into_iter().map(row).collect_view()}</ul>
        <h2>{words.say("desk-new-category")}</h2>
    }
    .into_any()
}

#[component]
fn CategoryForm(form: Form, typed: TypedCategory, all: Vec<IncomingCategory>, at: Option<Slug>) -> AnyView {
    let words = form.words;
    let here = at.clone();
    let tops = all.iter().filter(|known| known.parent.is_none() && Some(&known.named.slug) != here.as_ref());
    let options = std::iter::once((String::new(), words.say("desk-first-category")))
        .chain(tops.map(|top| (top.named.slug.as_str().to_owned(), top.named.name.clone())));
    view! {
        <form method="post" action="/api/desk/category" class="stack desk-form">
            {at.map(|at| view! { <input type="hidden" name="slug" value=at.as_str().to_owned() /> })}
            {form.text("name", "desk-label-name", &typed.name)}
            {form.lines("blurb", "desk-label-lead", None, &typed.blurb, 2)}
            {form.select("parent", "desk-label-parent", &typed.parent, options.collect())}
            {form.text("position", "desk-label-place", &typed.position)}
            <button class="button" type="submit">{words.say("desk-save")}</button>
        </form>
    }
    .into_any()
}

#[component]
fn Languages(words: Words, at: Slug) -> AnyView {
    let others = Lang::ALL.iter().copied().filter(|lang| *lang != Lang::FIRST);
    let link = |lang: Lang| {
        let href = routes::desk_categories(Some(&at), Some(lang));
        view! { <li><a class="chip" href=href lang=lang.code()>{lang.own_name()}</a></li> }
    };
    view! { <section class="band"><h2>{words.say("desk-languages")}</h2><ul class="chips">{others.map(link).collect_view()}</ul></section> }
        .into_any()
}
