//! A list, for whoever keeps it.

use db::token::Token;
use db::wishlists::{self, Watch};
use domain::contact::Country;
use domain::ids::WishlistId;
use domain::wishlists::{Wishlist, WishlistCard};
use leptos::prelude::*;

use super::heard::{Heard, Said, Undo};
use super::item::{Buy, Change, Item, Remove};
use super::lists::{NameField, called};
use super::sharing::{Sharing, just_made};
use super::watching::Watching;
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::ui::Errors;
use crate::{request, routes};

/// What the page shows.
struct Shown {
    list: Wishlist,
    country: Country,
    others: Vec<WishlistCard>,
    known: Option<bool>,
    link: Option<Token>,
    watch: Option<Watch>,
}

/// `/{lang}/lists/{number}`
#[component]
pub fn ListPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        request::say_whose();
        let id = WishlistId(request::segment(2)?.parse().map_err(|_| Failure::NotFound)?);
        let (keeper, link, now) = (request::browser().unwrap_or_default(), just_made(), request::db()?.now());
        let shown = request::ask(move |conn, view| {
            let list = wishlists::of_owner(conn, view, &keeper, id)?;
            let others = wishlists::all_of(conn, &keeper)?;
            let known = wishlists::is_shared(conn, id, link.as_ref())?;
            let watch = wishlists::watch_of(conn, id, now)?;
            Ok(Shown { list, country: view.list.to, others, known, link, watch })
        });
        Ok(drawn(lang, shown.await?))
    })
}

fn drawn(lang: Lang, shown: Shown) -> impl IntoView {
    let Shown { list, country, others, known, link, watch } = shown;
    let words = Words::of(lang);
    let (id, name, heard) = (list.id, called(words, list.name.as_ref()), Heard::here());
    let head = Head { title: name.clone(), ..Head::default() };
    let back = routes::wishlist(lang, id);
    let (of_name, of_item) = (heard.and_then(|heard| heard.of_name(words)), heard.and_then(|heard| heard.of_item(words)));
    let lines = of_name.clone().map(|says| ("name", says)).or(of_item.clone().map(|says| ("change-error", says)));
    let of_email = heard.and_then(|heard| heard.of_email(words));
    let lines = lines.or(of_email.clone().map(|says| ("email", says)));
    let removed = Heard::item().filter(|_| heard == Some(Heard::Removed));
    let flawed = Heard::item().zip(of_item);
    let can = list.items.iter().any(|item| item.to_be_had().is_some());
    let nothing = list.items.is_empty();
    let items = list.items.into_iter().map(move |item| {
        let flaw = flawed.clone().filter(|(of, _)| *of == item.id).map(|(_, says)| says);
        let (others, back) = (others.clone(), back.clone());
        view! {
            <Item words country item=item.clone()>
                <Buy words item=item.clone() back />
                <Change words list=id item=item.clone() others flaw />
                <Remove words list=id item />
            </Item>
        }
    });
    view! {
        <Document head lang>
            <Errors words lines=lines.into_iter().collect() />
            <nav class="trail" aria-label=words.say("trail-label")><ol><li><a href=routes::wishlists(lang)>{words.say("wishlists-title")}</a></li></ol></nav>
            <h1><bdi>{name}</bdi></h1>
            <Said words />
            {removed.map(|item| view! { <Undo words list=id.to_string() item=Some(item) /> })}
            {nothing.then(|| view! { <p class="state">{words.say("wishlist-empty")}</p> })}
            <ul class="cart-lines">{items.collect_view()}</ul>
            {can.then(|| view! { <BuyAll words list=id key=String::new() /> })}
            <Watching words list=id watch flaw=of_email />
            <Sharing words list=id known link />
            <Settings words list=id name=list.name.map(String::from).unwrap_or_default() flaw=of_name />
        </Document>
    }
}

/// Puts all that can be had in the cart.
#[component]
pub fn BuyAll(words: Words, list: WishlistId, key: String) -> AnyView {
    view! {
        <form method="post" action="/api/lists/buy" class="wishlist-buy" data-once="">
            <input type="hidden" name="lang" value=words.lang.code() />
            {if key.is_empty() {
                view! { <input type="hidden" name="list" value=list.to_string() /> }.into_any()
            } else {
                view! { <input type="hidden" name="key" value=key /> }.into_any()
            }}
            <button class="button" type="submit">{words.say("wishlist-buy-all")}</button>
        </form>
    }
    .into_any()
}

/// What the list is called, and taking it away.
#[component]
fn Settings(words: Words, list: WishlistId, name: String, flaw: Option<String>) -> AnyView {
    let text = if flaw.is_some() { request::typed() } else { name };
    view! {
        <section class="part" aria-labelledby="settings-title">
            <h2 id="settings-title">{words.say("wishlist-settings")}</h2>
            <form class="wishlist-name" method="post" action="/api/lists/rename" novalidate data-once="">
                <input type="hidden" name="lang" value=words.lang.code() />
                <input type="hidden" name="list" value=list.to_string() />
                <NameField words label=words.say("wishlist-name") text flaw />
                <button class="button quiet" type="submit">{words.say("wishlist-save")}</button>
            </form>
            <form method="post" action="/api/lists/remove" data-once="">
                <input type="hidden" name="lang" value=words.lang.code() />
                <input type="hidden" name="list" value=list.to_string() />
                <button class="link" type="submit">{words.say("wishlist-delete")}</button>
            </form>
        </section>
    }
    .into_any()
}
