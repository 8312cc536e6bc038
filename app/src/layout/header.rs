//! The header: the mark, the menu, the way to one's orders and the cart.

use domain::catalogue::Slug;
use domain::lang::Said;
use leptos::prelude::*;

use crate::cart::{CartCorner, CartWords};
use crate::i18n::Words;
use crate::layout::load;
use crate::search::pages::SearchForm;
use crate::ui::{Icon, SaidIn};
use crate::{request, routes};

/// The header of the shop.
#[component]
pub fn Header(words: Words) -> AnyView {
    let lang = words.lang;
    let market = request::market();
    view! {
        <header class="header">
            <div class="header-bar">
                <Mark words />
                <SearchForm words />
                <nav class="menu" aria-label=words.say("menu-label")>
                    {load(request::ask(|conn, view| db::catalogue::menu(conn, view.lang)), move |menu| view! { <Menu words menu /> })}
                </nav>
                <div class="header-end">
                    <a class="header-link header-settings" href=routes::settings(lang)>
                        <Icon name="globe" />
                        <span class="unseen">{words.say("settings-title")}</span>
                        <span aria-hidden="true">{format!("{} · {}", market.country.code(), market.currency.code())}</span>
                    </a>
                    <a class="header-link" href=routes::orders(lang)>
                        <Icon name="parcel" />
                        <span>{words.say("menu-orders")}</span>
                    </a>
                    <CartCorner href=routes::cart(lang) lang=lang.code().to_owned() words=CartWords::of(words) />
                </div>
            </div>
        </header>
    }
    .into_any()
}

/// The header of the checkout: the mark, and the way back to the cart; `secret`: of whoever only watches a parcel, the mark alone.
#[component]
pub fn CheckoutHeader(words: Words, secret: bool) -> AnyView {
    view! {
        <header class="header header-checkout">
            <div class="header-bar">
                <Mark words />
                {(!secret).then(|| view! {
                    <a class="header-link" href=routes::cart(words.lang)>
                        <Icon name="back" />
                        <span>{words.say("checkout-back-to-cart")}</span>
                    </a>
                })}
            </div>
        </header>
    }
    .into_any()
}

#[component]
fn Mark(words: Words) -> AnyView {
    view! {
        <a class="mark" href=routes::home(words.lang)>
            <Icon name="wheel" />
            <span>{words.say("shop-name")}</span>
        </a>
    }
    .into_any()
}

#[component]
fn Menu(words: Words, menu: Vec<(Slug, Said)>) -> AnyView {
    let here = request::path();
    let items = menu.into_iter().map(move |(slug, name)| {
        let href = routes::category(words.lang, &slug);
        let current = (href == here).then_some("page");
        view! { <li><a href=href aria-current=current><SaidIn words said=name /></a></li> }
    });
    view! { <ul>{items.collect_view()}</ul> }.into_any()
}
