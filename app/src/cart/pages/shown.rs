//! The cart drawn: what the browser puts into its drawer and its page as it comes.

use domain::cart::{Cart, CartLine, CartRefusal};
use domain::checkout::Step;
use domain::contact::Country;
use domain::delivery::{FREE_FROM, until_free};
use leptos::prelude::*;

use super::body::body;
use super::refusal_says;
use crate::cart::{CartView, CartWords};
use crate::i18n::{Lang, Words};
use crate::routes;

/// A cart and what came of the last change.
pub struct Drawn<'a> {
    /// The cart as it is now.
    pub cart: &'a Cart,
    /// Why the last change was refused, and the line it was about; 0 for a thing that is not in the cart.
    pub refused: Option<(i64, CartRefusal)>,
    /// What was taken out last, while it can be put back.
    pub removed: Option<&'a CartLine>,
}

/// The cart, ready to show in this language.
pub fn shown(lang: &str, drawn: &Drawn<'_>) -> CartView {
    let words = Words::of(Lang::from_code(lang).unwrap_or_default());
    let cart = drawn.cart;
    let count = cart.count();
    let says = match drawn.refused {
        Some((_, refusal)) => refusal_says(words, refusal),
        None => words.with("cart-says", &[("count", count.into()), ("total", words.money(cart.goods()).into())]),
    };
    CartView {
        version: cart.version,
        count,
        says,
        fine: drawn.refused.is_none(),
        body: body(words, drawn).to_html(),
        sums: sums(words, cart).to_html(),
    }
}

fn sums(words: Words, cart: &Cart) -> impl IntoView + use<> {
    let goods = cart.goods();
    let free = until_free(goods, Country::LATVIA).is_some_and(|left| left.is_zero());
    let delivery = if free { words.say("delivery-free") } else { words.say("cart-delivery-from") };
    let rows = [("sum-goods", words.money(goods)), ("sum-delivery", delivery), ("cart-total", words.money(goods))];
    let meter = meter(words, cart);
    (!cart.lines.is_empty()).then(|| {
        view! {
            {meter.map(|(says, percent)| view! { <p class="meter"><label>{says}" "<progress max="100" value=percent></progress></label></p> })}
            <dl>{rows.map(|(key, sum)| view! { <div><dt>{words.say(key)}</dt><dd>{sum}</dd></div> }).collect_view()}</dl>
        }
    })
}

fn meter(words: Words, cart: &Cart) -> Option<(String, u32)> {
    let goods = cart.goods();
    let left = until_free(goods, Country::LATVIA)?;
    let percent = u32::try_from((goods.minor * 100 / FREE_FROM).clamp(0, 100)).unwrap_or(0);
    let says =
        if left.is_zero() { words.say("free-reached") } else { words.with("free-left", &[("left", words.money(left).into())]) };
    Some((says, percent))
}

impl CartWords {
    /// The words in this language.
    pub fn of(words: Words) -> Self {
        Self {
            title: words.say("cart-title"),
            to_cart: words.say("cart-open"),
            checkout: words.say("cart-checkout"),
            checkout_href: routes::checkout(words.lang, Step::Address),
            close: words.say("cart-close"),
        }
    }
}
