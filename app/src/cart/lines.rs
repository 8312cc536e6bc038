//! The lines of the cart with their sums: the body of the drawer and of the page.

use leptos::prelude::*;

use super::line::{hidden, line};
use super::store::store;
use super::view::{CartView, CartWords, LineView};

/// Everything in the cart. `cart` is what the page was rendered with; after that the store tells.
#[island]
pub fn CartLines(lang: String, cart: CartView, words: CartWords) -> impl IntoView {
    body(lang, Some(cart), words)
}

/// What drawer and page both show.
pub fn body(lang: String, first: Option<CartView>, words: CartWords) -> impl IntoView {
    let store = store();
    move || {
        let cart = store.cart.get().or_else(|| first.clone()).unwrap_or_default();
        let refused = store.refused.get();
        let why = |id: i64| refused.as_ref().filter(|refused| refused.line == id).map(|refused| refused.says.clone());
        let each = |lines: Vec<LineView>, saved: bool| {
            lines
                .into_iter()
                .map(|one| {
                    let why = why(one.id);
                    line(&lang, &words, one, saved, why)
                })
                .collect_view()
        };
        let nothing = cart.lines.is_empty();
        let saved = !cart.saved.is_empty();
        view! {
            <div class="cart-body">
                {why(0).map(|why| view! { <p class="notice bad">{why}</p> })}
                {store.removed.get().map(|gone| undo(&lang, &words, gone))}
                {nothing.then(|| view! { <div class="cart-empty"><img src="/art/empty-cart.svg" alt="" width="240" height="160" /><p>{words.empty.clone()}</p></div> })}
                <ul class="cart-lines">{each(cart.lines, false)}</ul>
                {saved.then(|| view! { <h2 class="cart-saved">{words.saved.clone()}</h2> })}
                <ul class="cart-lines">{each(cart.saved, true)}</ul>
            </div>
        }
    }
}

/// What was taken out, and the way back.
fn undo(lang: &str, words: &CartWords, gone: LineView) -> impl IntoView + use<> {
    view! {
        <form class="notice undo" method="post" action="/api/cart/add" data-cart="undo">
            {hidden("lang", lang)} {hidden("variant", &gone.variant.to_string())} {hidden("quantity", &gone.quantity.to_string())}
            <span>{words.removed.clone()}" "{gone.name}</span>
            <button class="link" type="submit" id="undo">{words.undo.clone()}</button>
        </form>
    }
}

/// The sums of the cart, every number with its name.
#[island]
pub fn CartSums(cart: CartView) -> impl IntoView {
    sums(Some(cart))
}

/// What drawer and page both show of the sums.
pub fn sums(first: Option<CartView>) -> impl IntoView {
    let store = store();
    move || {
        let cart = store.cart.get().or_else(|| first.clone()).unwrap_or_default();
        let rows = cart.sums.into_iter().map(|(name, sum)| view! { <div><dt>{name}</dt><dd>{sum}</dd></div> }).collect_view();
        view! {
            <div class="sums">
                {cart.free.map(|(says, percent)| view! { <p class="meter"><label>{says}" "<progress max="100" value=percent></progress></label></p> })}
                <dl>{rows}</dl>
            </div>
        }
    }
}
