//! The cart drawn: what the browser puts into its drawer and its page as it comes.

use domain::cart::{Cart, CartRefusal, Gone};
use domain::checkout::Step;
use domain::pricing::{Totals, totals};
use leptos::prelude::*;

use super::body::body;
use super::refusal_says;
use crate::cart::{CartView, CartWords};
use crate::delivery::Expected;
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::{request, routes};

/// A cart and what came of the last change.
pub struct Drawn<'a> {
    /// The cart as it is now.
    pub cart: &'a Cart,
    /// Why the last change was refused, and the line it was about; 0 for a thing that is not in the cart.
    pub refused: Option<(i64, CartRefusal)>,
    /// What was taken out last, while it can be put back.
    pub removed: Option<&'a Gone>,
}

/// The cart, ready to show in this language, with what came of the last change.
pub fn drawn(lang: Lang, cart: &Cart, refused: Option<(i64, CartRefusal)>, removed: Option<&Gone>) -> Result<CartView, Failure> {
    let words = Words::of(lang);
    let expected = Expected::on(cart.list, cart.goods_at_home(), cart.packet(), request::db()?.now());
    let count = cart.count();
    let says = match refused {
        Some((_, refusal)) => refusal_says(words, refusal),
        None => words.with("cart-says", &[("count", count.into()), ("total", words.money(cart.goods()).into())]),
    };
    Ok(CartView {
        version: cart.version,
        count,
        says,
        fine: refused.is_none(),
        body: body(words, &Drawn { cart, refused, removed }).to_html(),
        sums: sums(words, cart, &expected).to_html(),
    })
}

/// Every number with its name: the goods, delivery to where the shopper most likely is, and the tax inside; then the way
/// on. An empty cart leads back to the goods.
fn sums(words: Words, cart: &Cart, expected: &Expected) -> AnyView {
    if cart.lines.is_empty() {
        return view! { <a class="button wide" href=routes::home(words.lang)>{words.say("to-the-shop")}</a> }.into_any();
    }
    let totals = expected.option.as_ref().map(|option| totals(cart, option, &cart.list, "", None));
    let total = totals.as_ref().map_or(cart.goods(), |totals| totals.total);
    let country = words.country(expected.country);
    let delivery = expected.price(words).unwrap_or_else(|| words.say("cart-delivery-none"));
    let rows = [
        (words.say("sum-goods"), words.money(cart.goods())),
        (words.with("cart-delivery-to", &[("country", country.into())]), delivery),
        (words.say("sum-total"), words.money(total)),
    ];
    let tax = tax_line(words, totals.as_ref(), expected);
    let days =
        expected.option.as_ref().map(|option| words.with("arrives", &[("days", words.days(option.from, option.to).into())]));
    let meter = meter(words, expected);
    let settings = routes::settings(words.lang);
    view! {
        {meter.map(|(says, percent)| view! { <p class="meter"><label>{says}" "<progress max="100" value=percent></progress></label></p> })}
        <dl>{rows.map(|(name, sum)| view! { <div><dt>{name}</dt><dd>{sum}</dd></div> }).collect_view()}</dl>
        <p class="calm sums-tax">{tax}</p>
        <p class="calm sums-days">{days}" "<a href=settings>{words.say("cart-elsewhere")}</a></p>
        <a class="button wide" href=routes::checkout(words.lang, Step::Address)>{words.say("cart-checkout")}</a>
    }
    .into_any()
}

fn tax_line(words: Words, totals: Option<&Totals>, expected: &Expected) -> String {
    match totals.filter(|totals| !totals.taxes.is_empty()) {
        Some(totals) => words.with("sum-tax-inside", &[("tax", words.money(totals.tax()).into())]),
        None if expected.abroad() => words.say("line-customs-text"),
        None => String::new(),
    }
}

/// How far it is to free delivery, in words and in hundredths.
fn meter(words: Words, expected: &Expected) -> Option<(String, u32)> {
    let free = expected.free?;
    let country = words.country(expected.country);
    let says = if free.missing.is_zero() {
        words.with("free-reached", &[("country", country.into())])
    } else {
        let left = words.money(expected.list.exchange.price(free.missing));
        words.with("free-left", &[("left", left.into()), ("country", country.into())])
    };
    Some((says, free.percent()))
}

impl CartWords {
    /// The words in this language.
    pub fn of(words: Words) -> Self {
        Self { title: words.say("cart-title"), to_cart: words.say("cart-open"), close: words.say("cart-close") }
    }
}
