//! The ways into a list: a second button in a product's form, and one beside each line of the cart.

use domain::cart::CartLine;
use leptos::prelude::*;

use crate::i18n::Words;

/// A button for a form that says which variant is meant: the same form, sent elsewhere, so that it costs a page few bytes.
#[component]
pub fn PutInList(words: Words) -> AnyView {
    view! { <button class="link" formaction="/api/lists/put">{words.say("wishlist-put-in")}</button> }.into_any()
}

/// Moves a line of the cart to a list. It leads to the list's page, with script too.
pub fn from_cart_button(words: Words, line: &CartLine) -> impl IntoView + use<> {
    let label = format!("{}: {}", words.say("wishlist-from-cart"), line.name.text);
    view! {
        <form method="post" action="/api/lists/from-cart" data-once="">
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="line" value=line.id.to_string() />
            <button class="link" type="submit" aria-label=label>{words.say("wishlist-from-cart")}</button>
        </form>
    }
}
