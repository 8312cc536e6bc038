//! All lists, and the form that makes another.

use db::wishlists;
use domain::wishlists::{WishlistCard, WishlistName};
use leptos::prelude::*;

use super::heard::{Heard, Said, Undo};
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::ui::{Errors, Shot};
use crate::{request, routes};

/// `/{lang}/lists`
#[component]
pub fn ListsPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        request::say_whose();
        let all = match request::browser() {
            Some(keeper) => request::db()?.read(move |conn| wishlists::all_of(conn, &keeper)).await?,
            None => Vec::new(),
        };
        Ok(shown(lang, all))
    })
}

/// What a list is called where it has no name.
pub fn called(words: Words, name: Option<&WishlistName>) -> String {
    name.map_or_else(|| words.say("wishlist-own"), |name| name.as_str().to_owned())
}

fn shown(lang: Lang, all: Vec<WishlistCard>) -> impl IntoView {
    let words = Words::of(lang);
    let head = Head { title: words.say("wishlists-title"), ..Head::default() };
    let flaw = Heard::here().and_then(|heard| heard.of_name(words));
    let lines = flaw.clone().map(|says| ("name", says)).into_iter().collect();
    let none = all.is_empty();
    let gone = request::query("gone").filter(|gone| gone.bytes().all(|byte| byte.is_ascii_digit()));
    let guest = (!request::is_signed_in() && !none).then(|| {
        view! { <p class="calm">{words.say("wishlists-guest")}</p><p><a href=routes::sign_in(lang)>{words.say("account-sign-in")}</a></p> }
    });
    view! {
        <Document head lang>
            <Errors words lines />
            <h1>{words.say("wishlists-title")}</h1>
            <Said words />
            {gone.map(|list| view! { <Undo words list /> })}
            {none.then(|| view! {
                <div class="state">
                    <p>{words.say("wishlists-none")}</p>
                    <a class="button" href=routes::home(lang)>{words.say("to-the-shop")}</a>
                </div>
            })}
            <ul class="order-cards">{all.into_iter().map(|card| view! { <Card words card /> }).collect_view()}</ul>
            <Make words flaw />
            {guest}
        </Document>
    }
}

#[component]
fn Card(words: Words, card: WishlistCard) -> AnyView {
    let name = called(words, card.name.as_ref());
    view! {
        <li class="order-card">
            <div class="order-shots">{card.pictures.into_iter().map(|picture| view! { <Shot picture=Some(picture) quiet=true /> }).collect_view()}</div>
            <div>
                <h2><a href=routes::wishlist(words.lang, card.id)><bdi>{name}</bdi></a></h2>
                <p class="calm">{words.with("wishlist-holds", &[("count", card.count.into())])}</p>
            </div>
        </li>
    }
    .into_any()
}

/// The form that makes a list.
#[component]
fn Make(words: Words, flaw: Option<String>) -> AnyView {
    let text = if flaw.is_some() { request::typed() } else { String::new() };
    view! {
        <form class="wishlist-name" method="post" action="/api/lists/make" novalidate data-once="">
            <input type="hidden" name="lang" value=words.lang.code() />
            <NameField words label=words.say("wishlist-make-name") text flaw />
            <button class="button quiet" type="submit">{words.say("wishlist-make")}</button>
        </form>
    }
    .into_any()
}

/// The field a list's name is typed in.
#[component]
pub fn NameField(words: Words, label: String, text: String, flaw: Option<String>) -> AnyView {
    let wrong = flaw.is_some();
    view! {
        <div class="field" class:wrong=wrong>
            <label for="name">{label}</label>
            {flaw.map(|says| view! { <p class="error" id="name-error">{says}</p> })}
            <input
                id="name" name="name" type="text" autocomplete="off" dir="auto" maxlength=WishlistName::MOST.to_string() value=text
                lang=words.lang.code() aria-describedby=wrong.then_some("name-error") aria-invalid=wrong.then_some("true")
            />
        </div>
    }
    .into_any()
}
