//! The cart's corner of the header: a link that counts, and a drawer behind it.

use leptos::ev::MouseEvent;
use leptos::html::Dialog;
use leptos::prelude::*;

use super::store::store;
use super::view::CartWords;

/// The link to the cart with the number of things in it. With script it opens the drawer.
#[island]
pub fn CartCorner(href: String, lang: String, words: CartWords) -> impl IntoView {
    let store = store();
    let drawer = NodeRef::<Dialog>::new();
    let (loading, opening, shutting, counting) = (store.clone(), store.clone(), store.clone(), store.clone());
    let (lines, sums) = (store.clone(), store.clone());
    // The page is the same for everybody; what is in the cart is asked for after it stands.
    Effect::new(move |_| loading.load(&lang));
    // The dialog is the browser's: it opens and closes by a call, not by an attribute.
    Effect::new(move |_| {
        let open = store.open.get();
        if let Some(dialog) = drawer.get() {
            match (open, dialog.open()) {
                (true, false) => drop(dialog.show_modal()),
                (false, true) => dialog.close(),
                _ => {}
            }
        }
    });
    let count = move || counting.cart.get().map_or(0, |cart| cart.count);
    let many = count.clone();
    let open = move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0) {
            event.prevent_default();
            event.stop_propagation();
            opening.open.set(true);
        }
    };
    let shut = move || shutting.open.set(false);
    let (shut_by_button, shut_outside) = (shut.clone(), shut.clone());
    let outside = move |event: MouseEvent| {
        if event.target() == event.current_target() {
            shut_outside();
        }
    };
    view! {
        <a class="header-link cart-link" id="cart-link" href=href.clone() on:click=open data-native="">
            <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
                <path d="M6 8h12l1 12H5L6 8Zm3 0V6.5a3 3 0 0 1 6 0V8" />
            </svg>
            <span>{words.title.clone()}</span>
            <span class="badge-count" class:none=move || count() == 0>{many}</span>
        </a>
        <dialog class="drawer" node_ref=drawer aria-labelledby="drawer-title" on:close=move |_| shut() on:click=outside>
            <div class="drawer-in">
                <div class="drawer-head">
                    <h2 id="drawer-title">{words.title}</h2>
                    <button class="close" type="button" on:click=move |_| shut_by_button() aria-label=words.close>"×"</button>
                </div>
                <div class="cart-body" inner_html=move || lines.cart.get().map(|cart| cart.body).unwrap_or_default()></div>
                <div class="drawer-foot">
                    <div class="sums" inner_html=move || sums.cart.get().map(|cart| cart.sums).unwrap_or_default()></div>
                    <a class="drawer-to-cart" href=href>{words.to_cart}</a>
                </div>
            </div>
        </dialog>
    }
}
