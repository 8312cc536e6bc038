//! The cart's page.

use leptos::prelude::*;

use super::body::undo;
use super::{drawn, refusal};
use crate::cart::{CartBody, CartSums, CartView};
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::request;
use crate::ui::Icon;

/// `/{lang}/cart`
#[component]
pub fn CartPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let token = request::cart();
        let cart = request::ask(move |conn, view| db::cart::of(conn, view, token.as_ref())).await?;
        let changed = cart.lines.iter().any(|line| line.unit_before.is_some()) || cart.short().next().is_some();
        let view = drawn(lang, &cart, None, None)?;
        Ok(whole(lang, view, changed))
    })
}

fn whole(lang: Lang, cart: CartView, changed: bool) -> impl IntoView {
    let words = Words::of(lang);
    let head = Head { title: words.say("cart-title"), description: words.say("cart-text"), indexed: true, ..Head::default() };
    let refused = request::query("refused").map(|code| refusal(words, &code));
    view! {
        <Document head lang>
            <h1>{words.say("cart-title")}</h1>
            {refused.map(|says| view! { <p class="notice bad" role="alert">{says}</p> })}
            <Removed words />
            {changed.then(|| view! { <Changed words /> })}
            <div class="cart-page">
                <CartBody first=cart.body />
                <aside class="summary" aria-label=words.say("summary-label")>
                    <CartSums first=cart.sums />
                    <p class="calm"><Icon name="lock" />{words.say("cart-no-account")}</p>
                    <p class="calm"><Icon name="return" />{words.say("line-returns")}</p>
                </aside>
            </div>
        </Document>
    }
}

/// What was taken out without script, and the way back.
#[component]
fn Removed(words: Words) -> impl IntoView {
    let (variant, many) = (request::query("removed")?, request::query("many")?);
    Some(undo(words, &variant, &many, request::query("aside").is_some(), words.say("line-gone"), None))
}

/// Prices or stock moved since the shopper looked: said once, on top, with one button.
#[component]
fn Changed(words: Words) -> AnyView {
    view! {
        <form class="notice" method="post" action="/api/cart/accept">
            <input type="hidden" name="lang" value=words.lang.code() />
            <p>{words.say("cart-changed")}</p>
            <button class="button quiet" type="submit">{words.say("cart-accept")}</button>
        </form>
    }
    .into_any()
}
