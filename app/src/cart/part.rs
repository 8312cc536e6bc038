//! A part of the cart on its page, kept true by the store.

use leptos::prelude::*;

use super::store::store;

/// What stands in the cart, as the page was rendered with it; after that the store tells.
#[island]
pub fn CartBody(first: String) -> impl IntoView {
    let store = store();
    view! { <div class="cart-body" inner_html=move || store.cart.get().map_or_else(|| first.clone(), |cart| cart.body)></div> }
}

/// The sums of the cart, every number with its name.
#[island]
pub fn CartSums(first: String) -> impl IntoView {
    let store = store();
    view! { <div class="sums" inner_html=move || store.cart.get().map_or_else(|| first.clone(), |cart| cart.sums)></div> }
}
