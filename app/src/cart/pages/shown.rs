//! The cart in words: every sum and sentence the islands show.

use domain::cart::{Cart, CartLine};
use domain::catalogue::Stock;
use domain::checkout::Step;
use domain::contact::Country;
use domain::delivery::{FREE_FROM, until_free};

use crate::cart::{CartView, CartWords, LineView};
use crate::i18n::{Lang, Words};
use crate::routes;

/// The cart, ready to show in this language.
pub fn shown(lang: &str, cart: &Cart) -> CartView {
    let lang = Lang::from_code(lang).unwrap_or_default();
    let words = lang.words();
    let count = cart.count();
    CartView {
        version: cart.version,
        count,
        says: words.with("cart-says", &[("count", count.into()), ("total", words.money(cart.goods()).into())]),
        lines: cart.lines.iter().map(|line| line_shown(words, line)).collect(),
        saved: cart.saved.iter().map(|line| line_shown(words, line)).collect(),
        sums: sums(words, cart),
        free: meter(words, cart),
    }
}

fn line_shown(words: Words, line: &CartLine) -> LineView {
    LineView {
        id: line.id.0,
        variant: line.variant.0,
        href: routes::variant(words.lang, &line.slug, line.variant),
        name: line.name.clone(),
        values: line.values.join(", "),
        picture: line.picture.as_ref().map(|picture| routes::media(&picture.file)).unwrap_or_default(),
        unit: words.with("line-unit", &[("price", words.money(line.unit).into())]),
        quantity: line.quantity.count(),
        total: words.money(line.total()),
        notes: notes(words, line),
    }
}

fn notes(words: Words, line: &CartLine) -> Vec<String> {
    let stock = match line.stock {
        Stock::Left(0) => Some(words.say("line-sold-out")),
        Stock::Left(left) if left < line.quantity.count() => Some(words.with("line-short", &[("count", left.into())])),
        Stock::Left(left) if left <= Stock::LOW => Some(words.with("stock-low", &[("count", left.into())])),
        _ => None,
    };
    let price = line.unit_before.map(|before| words.with("line-price-changed", &[("before", words.money(before).into())]));
    stock.into_iter().chain(price).collect()
}

fn sums(words: Words, cart: &Cart) -> Vec<(String, String)> {
    if cart.lines.is_empty() {
        return Vec::new();
    }
    let goods = cart.goods();
    let free = until_free(goods, Country::LATVIA).is_some_and(|left| left.is_zero());
    let delivery = if free { words.say("delivery-free") } else { words.say("cart-delivery-from") };
    vec![
        (words.say("sum-goods"), words.money(goods)),
        (words.say("sum-delivery"), delivery),
        (words.say("cart-total"), words.money(goods)),
    ]
}

fn meter(words: Words, cart: &Cart) -> Option<(String, u32)> {
    let goods = cart.goods();
    let left = until_free(goods, Country::LATVIA).filter(|_| !cart.lines.is_empty())?;
    let percent = u32::try_from((goods.minor * 100 / FREE_FROM).clamp(0, 100)).unwrap_or(0);
    let says =
        if left.is_zero() { words.say("free-reached") } else { words.with("free-left", &[("left", words.money(left).into())]) };
    Some((says, percent))
}

impl CartWords {
    /// The words in this language.
    pub fn of(words: Words) -> Self {
        let say = |key: &str| words.say(key);
        Self {
            title: say("cart-title"),
            to_cart: say("cart-open"),
            checkout: say("cart-checkout"),
            checkout_href: routes::checkout(words.lang, Step::Address),
            close: say("cart-close"),
            empty: say("cart-empty"),
            fewer: say("line-fewer"),
            more: say("line-more"),
            quantity: say("line-quantity"),
            remove: say("line-remove"),
            removed: say("line-removed"),
            undo: say("line-undo"),
            save: say("line-save"),
            unsave: say("line-unsave"),
            saved: say("cart-saved"),
        }
    }
}
