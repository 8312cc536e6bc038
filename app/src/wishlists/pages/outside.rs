//! What somebody sees to whom the link to a list was given: its name, what is in it today, and the way into their own cart.
//!
//! The page's address is a secret and told to nobody, so its forms say no `Origin`; that they are ours a browser says in
//! `Sec-Fetch-Site`.

use db::token::Token;
use db::wishlists;
use domain::contact::Country;
use domain::wishlists::Wishlist;
use leptos::prelude::*;

use super::heard::Said;
use super::item::{Buy, Item};
use super::list::BuyAll;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::{request, routes};

/// `/{lang}/lists/shared/{token}`
#[component]
pub fn SharedListPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let link = Token::parse(&request::segment(3)?).unwrap_or_default();
        let asked = link.clone();
        let found = request::ask(move |conn, view| Ok(wishlists::shared(conn, view, &asked)?.map(|list| (list, view.list.to))));
        Ok(match found.await? {
            Some((list, country)) => shown(lang, list, country, &link),
            None => over(lang),
        })
    })
}

fn shown(lang: Lang, list: Wishlist, country: Country, link: &Token) -> AnyView {
    let words = Words::of(lang);
    let name = list.name.map_or_else(|| words.say("wishlist-somebodys"), String::from);
    let head = Head { title: name.clone(), secret: true, ..Head::default() };
    let back = routes::shared_list(lang, link);
    let can = list.items.iter().any(|item| item.to_be_had().is_some());
    let (nothing, key) = (list.items.is_empty(), link.secret().to_owned());
    let items = list.items.into_iter().map(move |item| {
        let back = back.clone();
        view! { <Item words country item=item.clone()><Buy words item back /></Item> }
    });
    view! {
        <Document head lang>
            <h1><bdi>{name}</bdi></h1>
            <p class="calm">{words.say("wishlist-somebodys-text")}</p>
            <Said words />
            {nothing.then(|| view! { <p class="state">{words.say("wishlist-empty-now")}</p> })}
            <ul class="cart-lines">{items.collect_view()}</ul>
            {can.then(|| view! { <BuyAll words list=list.id key /> })}
        </Document>
    }
    .into_any()
}

/// The link shows nothing any more, or never did: whoever has it hears the same.
fn over(lang: Lang) -> AnyView {
    request::status(404);
    let words = Words::of(lang);
    let title = words.say("shared-over-title");
    let head = Head { title: title.clone(), secret: true, ..Head::default() };
    view! {
        <Document head lang>
            <div class="prose"><h1>{title}</h1><p>{words.say("shared-over-text")}</p></div>
        </Document>
    }
    .into_any()
}
