//! The first page.

use db::catalogue::{categories, liked, newest};
use domain::catalogue::{Category, ProductCard, Slug};
use leptos::prelude::*;

use super::facts;
use super::product_card::CardGrid;
use super::seen::Seen;
use crate::delivery::{Expected, delays_of};
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::ui::{Icon, SaidIn, Shot};
use crate::{request, routes, ui};

/// `/{lang}/`
#[component]
pub fn HomePage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let (menu, liked, new, prices, delays) = request::ask(|conn, view| {
            Ok((
                categories(conn, view.lang)?,
                liked(conn, view, None, 8)?,
                newest(conn, view, 4)?,
                view.list,
                delays_of(conn, view)?,
            ))
        })
        .await?;
        let expected = Expected::of_little(prices, delays, request::db()?.now());
        request::anyones();
        Ok(view! { <Home lang menu liked new expected /> })
    })
}

#[component]
fn Home(lang: Lang, menu: Vec<Category>, liked: Vec<ProductCard>, new: Vec<ProductCard>, expected: Expected) -> AnyView {
    let words = Words::of(lang);
    let head = Head { title: words.say("home-title"), description: words.say("home-text"), indexed: true, ..Head::default() };
    let country = expected.country;
    let said = facts::ld(&[facts::shop(&request::shop().map(|shop| shop.origin).unwrap_or_default(), words)]);
    let head = Head { facts: said, ..head };
    let first = menu.first().map(|category| category.slug.clone());
    view! {
        <Document head lang>
            <Hero words first />
            <section class="band" aria-labelledby="by-room">
                <h2 id="by-room">{words.say("home-categories")}</h2>
                <ul class="rooms">{menu.into_iter().map(|category| view! { <Room words category /> }).collect_view()}</ul>
            </section>
            <section class="band" aria-labelledby="liked">
                <h2 id="liked">{words.say("home-liked")}</h2>
                <CardGrid words country cards=liked />
            </section>
            <Expect words expected />
            <section class="band" aria-labelledby="new">
                <h2 id="new">{words.say("home-new")}</h2>
                <CardGrid words country cards=new />
            </section>
            <Seen />
        </Document>
    }
    .into_any()
}

#[component]
fn Hero(words: Words, first: Option<Slug>) -> AnyView {
    view! {
        <section class="hero">
            <picture>
                <source media="(min-width: 48rem)" srcset="/art/hero-wide.svg" width="1600" height="900" />
                <img src="/art/hero-tall.svg" alt="" width="900" height="1000" fetchpriority="high" />
            </picture>
            <div class="hero-words">
                <h1>{words.say("home-heading")}</h1>
                <p>{words.say("home-text")}</p>
                {first.map(|slug| view! { <a class="button" href=routes::category(words.lang, &slug)>{words.say("home-button")}</a> })}
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn Room(words: Words, category: Category) -> AnyView {
    view! {
        <li class="room">
            <a href=routes::category(words.lang, &category.slug)>
                <Shot picture=category.picture room=ui::Room::Card quiet=true />
                <span class="room-name"><SaidIn words said=category.name /></span>
            </a>
        </li>
    }
    .into_any()
}

/// What to expect of delivery and returns, said once, plainly.
#[component]
fn Expect(words: Words, expected: Expected) -> AnyView {
    let line = move |icon: &'static str, key: &'static str, text: String| {
        view! {
            <li>
                <Icon name=icon />
                <div>
                    <strong>{words.say(&format!("{key}-title"))}</strong>
                    <p>{text}</p>
                </div>
            </li>
        }
    };
    view! {
        <section class="expect" aria-label=words.say("expect-label")>
            <ul>
                {line("truck", "expect-delivery", expected.says(words))}
                {line("return", "expect-returns", words.say("expect-returns-text"))}
                {line("parcel", "expect-following", words.say("expect-following-text"))}
            </ul>
        </section>
    }
    .into_any()
}
