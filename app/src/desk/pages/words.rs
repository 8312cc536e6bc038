//! What a product or a category is called in another language.

use db::desk::open;
use domain::desk::TypedWords;
use domain::staff::Staff;
use leptos::prelude::*;

use super::field::{Discard, Form};
use super::frame::{Frame, Told, desk};
use crate::desk::saving::{Standing, category_place, product_place, standing, words_place};
use crate::desk::{other_language, product_id, shelf};
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::{request, routes};

/// Whose words they are, and what it is called in the first language.
struct Whose {
    /// Field and value that name it in the form.
    key: (&'static str, String),
    action: &'static str,
    name: String,
    back: String,
    here: String,
    place: String,
    lang: Lang,
    /// A product has a story, facts and pictures beside its name.
    whole: bool,
    /// What stands in the first language, beside the fields that say it in another.
    first: TypedWords,
}

/// `/desk/catalogue/products/{id}/{lang}`
#[component]
pub fn WordsPage() -> impl IntoView {
    desk(async move |words, staff| {
        let id = product_id(&request::segment(3)?)?;
        let lang = other_language(&request::segment(4)?)?;
        let opened = request::db()?.read(move |conn| open(conn, id)).await?;
        let known = opened.words.iter().find(|known| known.lang == lang).map(TypedWords::of);
        let goods = opened.goods;
        let values: Vec<&str> = goods.facts.iter().map(|(_, value)| value.as_str()).collect();
        let alts: Vec<&str> = goods.pictures.iter().map(|picture| picture.alt.as_str()).collect();
        let whose = Whose {
            key: ("id", id.to_string()),
            action: "/api/desk/words",
            back: routes::desk_product(Some(id)),
            here: routes::desk_words(id, lang),
            place: words_place(&product_place(Some(id)), lang),
            lang,
            whole: true,
            first: TypedWords {
                slug: goods.slug.as_str().to_owned(),
                name: goods.name.clone(),
                lead: goods.lead.clone(),
                story: goods.story.clone(),
                facts: values.join("\n"),
                alts: alts.join("\n"),
                care: goods.care.known().cloned().unwrap_or_default(),
            },
            name: goods.name,
        };
        form(words, staff, whose, known).await
    })
}

/// `/desk/catalogue/categories/{slug}/{lang}`
#[component]
pub fn CategoryWordsPage() -> impl IntoView {
    desk(async move |words, staff| {
        let (category, told) = shelf(&request::segment(3)?).await?;
        let (slug, lang) = (category.named.slug.clone(), other_language(&request::segment(4)?)?);
        let known = told.into_iter().find(|known| known.lang == lang).map(|known| TypedWords {
            slug: known.slug.as_str().to_owned(),
            name: known.name,
            lead: known.blurb,
            ..TypedWords::default()
        });
        let whose = Whose {
            key: ("slug", slug.as_str().to_owned()),
            action: "/api/desk/category-words",
            name: category.named.name.clone(),
            back: routes::desk_categories(Some(&slug), None),
            here: routes::desk_categories(Some(&slug), Some(lang)),
            place: words_place(&category_place(Some(&slug)), lang),
            lang,
            whole: false,
            first: TypedWords { name: category.named.name, lead: category.blurb, ..TypedWords::default() },
        };
        form(words, staff, whose, known).await
    })
}

async fn form(words: Words, staff: Staff, whose: Whose, known: Option<TypedWords>) -> Result<impl IntoView + use<>, Failure> {
    let Standing { typed, flaws, drafted } = standing(&staff, &whose.place, || known.unwrap_or_default()).await?;
    let form = Form { words, prefix: "words", flaws };
    let title = format!("{} · {}", whose.name, whose.lang.own_name());
    let Whose { key, action, name, back, here, place, lang, whole, first } = whose;
    let beside = move |text: String| {
        (!text.trim().is_empty()).then(|| view! { <p class="hint desk-first" lang=Lang::FIRST.code() dir="auto">{text}</p> })
    };
    Ok(view! {
        <Frame words title=title.clone() staff>
            {form.summary()}
            <Told words />
            <p><a href=back>{words.with("desk-back", &[("name", name.into())])}</a></p>
            <h1>{title}</h1>
            {drafted.then(|| view! { <Discard words place then=here /> })}
            <form method="post" action=action class="stack desk-form">
                <input type="hidden" name=key.0 value=key.1 />
                <input type="hidden" name="lang" value=lang.code() />
                {form.text("name", "desk-label-name", &typed.name)} {beside(first.name)}
                {form.text("slug", "desk-label-address", &typed.slug)} {beside(first.slug)}
                {form.text("lead", "desk-label-lead", &typed.lead)} {beside(first.lead)}
                {whole.then(|| view! {
                    {form.lines("story", "desk-label-story", Some("desk-hint-story"), &typed.story, 8)} {beside(first.story)}
                    {form.lines("care", "desk-label-care", Some("desk-hint-care"), &typed.care, 4)} {beside(first.care)}
                    {form.lines("facts", "desk-label-values", Some("desk-hint-lines"), &typed.facts, 4)} {beside(first.facts)}
                    {form.lines("alts", "desk-label-alts", Some("desk-hint-lines"), &typed.alts, 4)} {beside(first.alts)}
                })}
                <button class="button" type="submit">{words.say("desk-save")}</button>
            </form>
        </Frame>
    })
}
