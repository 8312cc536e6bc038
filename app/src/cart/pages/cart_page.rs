//! The cart's page.

use db::cart::{of, papers};
use domain::cart::Cart;
use domain::payments::{Asked, Way};
use leptos::prelude::*;

use super::body::undo;
use super::gift::gift;
use super::{drawn, refusal};
use crate::cart::{CartBody, CartSums, CartView};
use crate::checkout::pages::{self, Express};
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::ui::Icon;
use crate::{request, routes};

/// `/{lang}/cart`
#[component]
pub fn CartPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let token = request::cart();
        let found = request::ask(move |conn, view| Ok((of(conn, view, token.as_ref())?, papers(conn, view)?)));
        let (cart, papers) = found.await?;
        let ways = express_ways(&cart).await?;
        let changed = cart.lines.iter().any(|line| line.unit_before.is_some()) || cart.short().next().is_some();
        let view = drawn(lang, &cart, None, None)?;
        let gift = (!cart.lines.is_empty()).then(|| gift(Words::of(lang), &cart, &papers));
        Ok(whole(lang, view, gift.into_any(), ways, changed))
    })
}

fn whole(lang: Lang, cart: CartView, gift: AnyView, ways: Vec<Way>, changed: bool) -> impl IntoView {
    let words = Words::of(lang);
    let head = Head { title: words.say("cart-title"), description: words.say("cart-text"), indexed: true, ..Head::default() };
    let refused = request::query("refused").map(|code| refusal(words, &code));
    view! {
        <Document head lang>
            <h1>{words.say("cart-title")}</h1>
            {refused.map(|says| view! { <p class="notice bad" role="alert">{says}</p> })}
            <Ended words />
            <Removed words />
            {changed.then(|| view! { <Changed words /> })}
            <div class="cart-page">
                <div>
                    <CartBody first=cart.body />
                    {gift}
                </div>
                <aside class="summary" aria-label=words.say("summary-label")>
                    <CartSums first=cart.sums />
                    <form method="post" action="/api/checkout/express">
                        <input type="hidden" name="lang" value=lang.code() />
                        <Express words ways />
                    </form>
                    <p class="calm"><Icon name="lock" />{words.say("cart-no-account")}</p>
                    <p class="calm"><Icon name="return" />{words.say("line-returns")}</p>
                </aside>
            </div>
        </Document>
    }
}

/// The ways that have a button of their own, the one this browser paid with last first; none for an empty cart.
async fn express_ways(cart: &Cart) -> Result<Vec<Way>, Failure> {
    if cart.lines.is_empty() {
        return Ok(Vec::new());
    }
    let last = match request::browser() {
        Some(browser) => request::db()?.read(move |conn| db::payments::last_way(conn, &browser)).await?,
        None => None,
    };
    pages::express_ways(&Asked { country: cart.list.to, sum: cart.goods(), to_the_door: true }, last)
}

/// Why a checkout could not go on, and where to look now.
#[component]
fn Ended(words: Words) -> Option<AnyView> {
    let why = request::query("checkout").filter(|why| ["ordered", "empty", "over"].contains(&why.as_str()))?;
    let orders = (why != "empty").then(|| view! { <a href=routes::orders(words.lang)>{words.say("orders-title")}</a> });
    Some(
        view! { <div class="notice" role="status"><p>{words.say(&format!("checkout-ended-{why}"))}</p>{orders}</div> }.into_any(),
    )
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
