//! What was wished of a parcel, as the order's page says it.

use domain::delivery::PickupPoint;
use domain::orders::Order;
use domain::tracking::{Parcel, Piece, Wish, WishState, Wished, may_wish, page_of};
use leptos::prelude::*;

use super::parcels::brought_by;
use crate::i18n::Words;
use crate::{request, routes};

/// The way to it from the order's page, while there is one, and what was wished last.
#[component]
pub fn Wishes(words: Words, order: Order, piece: Piece, wishes: Vec<Wished>, key: String) -> AnyView {
    let Some(parcel) = piece.parcel else { return ().into_any() };
    let grants = request::shop().map(|shop| shop.bringers.grants(&parcel.carrier)).unwrap_or_default();
    let open = may_wish(Some(parcel.state)).is_ok();
    let href = routes::with_key(&routes::parcel(words.lang, &order.number, piece.number), &key);
    let carrier = brought_by(words, &parcel);
    view! {
        {wishes.into_iter().map(|wished| says(words, &carrier, &wished)).collect_view()}
        {match (open, grants.is_empty()) {
            (false, _) => ().into_any(),
            (true, false) => view! { <p class="way-text"><a href=href>{words.say("wish-link")}</a></p> }.into_any(),
            (true, true) => view! { <p class="way-text"><CarriersOwn words parcel /></p> }.into_any(),
        }}
    }
    .into_any()
}

/// That a carrier takes no wishes from the shop, and its own page, where it may take some from whoever the parcel is for.
#[component]
pub fn CarriersOwn(words: Words, parcel: Parcel) -> AnyView {
    let carrier = format!("\u{2068}{}\u{2069}", brought_by(words, &parcel));
    let carrier = || carrier.clone().into();
    // Who makes its label may have a page of their own about it, where nothing can be wished either.
    let page = page_of(&parcel.brand, &parcel.number).unwrap_or(parcel.page);
    if page.is_empty() {
        return words.with("wish-carriers-none", &[("carrier", carrier())]).into_any();
    }
    view! {
        {words.with("wish-carriers-own", &[("carrier", carrier())])}" "
        <a href=page rel="noopener noreferrer external">{words.with("wish-carriers-page", &[("carrier", carrier())])}</a>
    }
    .into_any()
}

/// A wish, and what became of it.
fn says(words: Words, carrier: &str, wished: &Wished) -> impl IntoView + use<> {
    let apart = |text: &str| format!("\u{2068}{text}\u{2069}");
    let what = match &wished.wish {
        Wish::Redirect(point) => words.with("wish-is-redirect", &[("place", apart(&place(point)).into())]),
        Wish::Reschedule(day) => words.with("wish-is-reschedule", &[("day", words.day(*day).into())]),
        Wish::Instruct(said) => words.with("wish-is-instruct", &[("words", apart(said.as_str()).into())]),
    };
    let state = words.with(&format!("wish-state-{}", wished.state.code()), &[("carrier", apart(carrier).into())]);
    let bad = matches!(wished.state, WishState::Late | WishState::Cannot);
    view! { <p class="wished" class:bad=bad>{what}". "{state}</p> }
}

/// A pickup point in a line.
pub fn place(point: &PickupPoint) -> String {
    format!("{}, {}, {}", point.name, point.line, point.city)
}
