//! A product at the desk: its form, its pictures, what became of it.

use db::desk::{Opened, log, open, pictures};
use domain::catalogue::{Picture, Shown};
use domain::desk::{LogLine, Subject, TypedProduct, TypedVariant};
use domain::goods::IncomingCategory;
use domain::ids::ProductId;
use domain::staff::Staff;
use domain::tax::TaxClass;
use domain::time::Timestamp;
use leptos::prelude::*;

use super::field::{Discard, Form};
use super::frame::{Frame, Told, desk};
use super::log::Lines;
use super::pictures::Pictures;
use super::variants::Variants;
use crate::desk::product_id;
use crate::desk::saving::{Standing, product_place, standing};
use crate::i18n::{Lang, Words};
use crate::{request, routes};

/// So many lines of the log stand below a product.
const LATEST: u32 = 20;

/// What the page shows.
struct Loaded {
    id: Option<ProductId>,
    opened: Option<Opened>,
    pictures: Vec<Option<Picture>>,
    shelves: Vec<IncomingCategory>,
    log: Vec<LogLine>,
}

/// `/desk/catalogue/products/{id}`, or `/new`
#[component]
pub fn ProductPage() -> impl IntoView {
    desk(async move |words, staff| {
        let id = match request::segment(3)?.as_str() {
            "new" => None,
            text => Some(product_id(text)?),
        };
        let loaded = request::db()?.read(move |conn| load(conn, id)).await?;
        let standing = standing(&staff, &product_place(id), || as_it_is(loaded.opened.as_ref())).await?;
        Ok(product(words, staff, loaded, standing))
    })
}

fn load(conn: &db::Conn, id: Option<ProductId>) -> db::Result<Loaded> {
    let shelves = db::goods::shelves(conn)?.into_iter().map(|(category, _)| category).collect();
    let Some(at) = id else { return Ok(Loaded { id, opened: None, pictures: Vec::new(), shelves, log: Vec::new() }) };
    let log = log(conn, Some((Subject::Product, at.0)), 0, LATEST)?;
    Ok(Loaded { id, opened: Some(open(conn, at)?), pictures: pictures(conn, at)?, shelves, log })
}

fn product(words: Words, staff: Staff, loaded: Loaded, standing: Standing<TypedProduct>) -> impl IntoView {
    let Loaded { id, opened, pictures, shelves, log } = loaded;
    let Standing { mut typed, flaws, drafted } = standing;
    let form = Form { words, prefix: "product", flaws };
    // A form that was overtaken was looked at by now: sent again, it is what is meant.
    typed.seen = opened.as_ref().map(|opened| opened.seen.clone()).unwrap_or_default();
    let name = opened.as_ref().map(|opened| opened.goods.name.clone());
    let title = name.unwrap_or_else(|| words.say("desk-new-product"));
    let back = routes::desk_product(id);
    let live = opened.as_ref().filter(|opened| opened.goods.shown == Shown::Live).map(|opened| opened.goods.slug.clone());
    let told: Vec<Lang> = opened.iter().flat_map(|opened| opened.words.iter().map(|words| words.lang)).collect();
    view! {
        <Frame words title=title.clone() staff>
            {form.summary()}
            <Told words />
            <div class="desk-head">
                <h1>{title}</h1>
                {live.map(|slug| view! { <a class="button quiet" href=routes::product(words.lang, &slug)>{words.say("desk-see")}</a> })}
            </div>
            {drafted.then(|| view! { <Discard words place=product_place(id) then=back /> })}
            <form method="post" action="/api/desk/product" class="stack desk-form">
                {id.map(|id| view! { <input type="hidden" name="id" value=id.to_string() /> })}
                {form.hidden("seen", &typed.seen)}
                <Texts form=form.clone() typed=typed.clone() shelves />
                <Variants form=form.clone() typed=typed.clone() pictures=pictures.len() />
                <Publish form=form.clone() typed />
                <button class="button" type="submit">{words.say("desk-save")}</button>
            </form>
            {id.map(|id| view! {
                <Pictures words id pictures />
                <Languages words id told />
                <section class="band"><h2>{words.say("desk-log")}</h2><Lines words lines=log /></section>
            })}
        </Frame>
    }
}

/// The form of what is saved; for a new product an empty one with room for one variant.
fn as_it_is(opened: Option<&Opened>) -> TypedProduct {
    let local = |at: Timestamp| at.plus_seconds(i64::from(request::shop_offset(at)) * 60);
    match opened {
        Some(opened) => TypedProduct::of(&opened.goods, opened.publish_at.map(local), String::new()),
        None => TypedProduct {
            shown: Shown::Draft.code().to_owned(),
            tax: TaxClass::Standard.code().to_owned(),
            variants: vec![TypedVariant::default()],
            ..TypedProduct::default()
        },
    }
}

#[component]
fn Texts(form: Form, typed: TypedProduct, shelves: Vec<IncomingCategory>) -> AnyView {
    let words = form.words;
    let option = |category: &IncomingCategory| {
        let indent = if category.parent.is_some() { "– " } else { "" };
        (category.named.slug.as_str().to_owned(), format!("{indent}{}", category.named.name))
    };
    let tax = |class: &TaxClass| (class.code().to_owned(), words.say(&format!("desk-tax-{}", class.code())));
    let taxes = TaxClass::ALL.iter().map(tax).collect();
    let options =
        std::iter::once((String::new(), words.say("desk-no-category"))).chain(in_order(&shelves).into_iter().map(option));
    view! {
        <fieldset class="stack">
            <legend>{words.say("desk-texts")}</legend>
            {form.text("name", "desk-label-name", &typed.name)}
            {form.text("maker", "desk-label-maker", &typed.maker)}
            {form.select("category", "desk-label-category", &typed.category, options.collect())}
            {form.text("lead", "desk-label-lead", &typed.lead)}
            {form.select("tax", "desk-label-tax", &typed.tax, taxes)}
            {form.hinted("tariff", "desk-label-tariff", Some("desk-hint-tariff"), &typed.tariff)}
            {form.hinted("origin", "desk-label-origin", Some("desk-hint-origin"), &typed.origin)}
            {form.lines("story", "desk-label-story", Some("desk-hint-story"), &typed.story, 8)}
            {form.lines("care", "desk-label-care", Some("desk-hint-care"), &typed.care, 4)}
            {form.lines("facts", "desk-label-facts", Some("desk-hint-facts"), &typed.facts, 5)}
        </fieldset>
    }
    .into_any()
}

/// Each first category with those in it behind it.
pub fn in_order(shelves: &[IncomingCategory]) -> Vec<&IncomingCategory> {
    let first = shelves.iter().filter(|category| category.parent.is_none());
    let below = |top: &IncomingCategory| {
        let slug = top.named.slug.clone();
        shelves.iter().filter(move |category| category.parent.as_ref() == Some(&slug))
    };
    first.flat_map(|top| std::iter::once(top).chain(below(top))).collect()
}

#[component]
fn Publish(form: Form, typed: TypedProduct) -> AnyView {
    let words = form.words;
    let radio = |code: &'static str| {
        let on = typed.shown == code;
        view! {
            <label class="tick"><input type="radio" name="product[shown]" value=code checked=on /><span>{words.say(&format!("desk-shown-{code}"))}</span></label>
        }
    };
    let flaw = form.flaw("at");
    let wrong = flaw.is_some();
    let described = wrong.then_some("at-error");
    view! {
        <fieldset>
            <legend>{words.say("desk-shown")}</legend>
            {["live", "draft", "archived", "later"].map(radio).collect_view()}
            <div class="field" class:wrong=wrong>
                <label for="at">{words.say("desk-label-at")}</label>
                {flaw.map(|says| view! { <p class="error" id="at-error">{says}</p> })}
                <input id="at" type="datetime-local" name="product[at]" value=typed.at.clone() aria-describedby=described />
            </div>
        </fieldset>
    }
    .into_any()
}

/// The product in other languages: which there are, and the way to each.
#[component]
fn Languages(words: Words, id: ProductId, told: Vec<Lang>) -> AnyView {
    let others = Lang::ALL.iter().copied().filter(|lang| *lang != Lang::FIRST);
    let link = |lang: Lang| {
        let state = words.say(if told.contains(&lang) { "desk-told" } else { "desk-untold" });
        view! { <li><a class="chip" href=routes::desk_words(id, lang)><span lang=lang.code()>{lang.own_name()}</span>" · "{state}</a></li> }
    };
    view! {
        <section class="band">
            <h2>{words.say("desk-languages")}</h2>
            <ul class="chips">{others.map(link).collect_view()}</ul>
        </section>
    }
    .into_any()
}
