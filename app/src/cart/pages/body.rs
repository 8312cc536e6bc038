//! What stands in the cart: the body of the drawer and of the page.

use domain::cart::{CartLine, Gone};
use leptos::prelude::*;

use super::line::{hidden, line};
use super::shown::Drawn;
use crate::cart::pages::refusal_says;
use crate::i18n::Words;

/// Lines, what is put aside, and what came of the last change.
pub fn body(words: Words, drawn: &Drawn<'_>) -> impl IntoView + use<> {
    let why = |id: i64| drawn.refused.filter(|(line, _)| *line == id).map(|(_, refusal)| refusal_says(words, refusal));
    let country = drawn.cart.list.to;
    let each =
        |lines: &[CartLine], saved: bool| lines.iter().map(|one| line(words, country, one, saved, why(one.id.0))).collect_view();
    let nothing = drawn.cart.lines.is_empty();
    let saved = !drawn.cart.saved.is_empty();
    view! {
        {why(0).map(|why| view! { <p class="notice bad">{why}</p> })}
        {drawn.removed.map(|Gone { line, aside }| {
            let says = words.with("line-removed", &[("name", line.name.text.clone().into())]);
            undo(words, &line.variant.to_string(), &line.quantity.count().to_string(), *aside, says, Some("undo"))
        })}
        {nothing.then(|| view! {
            <div class="cart-empty"><img src="/art/empty-cart.svg" alt="" width="240" height="160" /><p>{words.say("cart-empty")}</p></div>
        })}
        <ul class="cart-lines">{each(&drawn.cart.lines, false)}</ul>
        {saved.then(|| view! { <h2 class="cart-saved">{words.say("cart-saved")}</h2> })}
        <ul class="cart-lines">{each(&drawn.cart.saved, true)}</ul>
    }
}

/// That so many of a thing were taken out, and the way back; `aside`, to what is kept for later. `act` is what the store knows
/// the form by, where it draws what comes of it.
pub fn undo(
    words: Words,
    variant: &str,
    many: &str,
    aside: bool,
    says: String,
    act: Option<&'static str>,
) -> impl IntoView + use<> {
    view! {
        <form class="notice undo" method="post" action="/api/cart/add" data-cart=act>
            {hidden("lang", words.lang.code())} {hidden("variant", variant)} {hidden("quantity", many)}
            {hidden("aside", &aside.to_string())}
            <span>{says}</span>
            <button class="link" type="submit" id="undo">{words.say("line-undo")}</button>
        </form>
    }
}
