//! The cart drawn: what the browser puts into its drawer and its page as it comes.

use domain::cart::{Cart, CartRefusal, Gone};
use domain::checkout::Step;
use domain::delivery::Sending;
use domain::gift_cards::CardPart;
use domain::money::Money;
use domain::offers::{Best, Now};
use domain::pricing::{Totals, totals};
use leptos::prelude::*;

use super::body::body;
use super::refusal_says;
use crate::cart::{CartView, CartWords};
use crate::delivery::{Delayed, Expected, arrives};
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::offers::pages::{Codes, Gifts, nearly, paid_by_cards, taken, told, whys};
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
    let now = request::db()?.now();
    let now = Now { at: now, day: now.day_at(request::shop_offset(now)) };
    let expected = Expected::on(cart.list, &Sending::of(cart, now.at, request::shop_offset(now.at)));
    let sum = Sum::of(cart, &expected, now);
    let says = match refused {
        Some((_, refusal)) => refusal_says(words, refusal),
        None => says(words, cart, &sum.best),
    };
    Ok(CartView {
        version: cart.version,
        count: cart.count(),
        says,
        fine: refused.is_none(),
        body: body(words, &Drawn { cart, refused, removed }).to_html(),
        sums: sums(words, cart, &expected, sum).to_html(),
    })
}

/// The cart for those who listen: how many things, what they come to, which codes give nothing, and what gift cards hold.
fn says(words: Words, cart: &Cart, best: &Best) -> String {
    let goods = Money::new(cart.goods().minor - best.goods.minor, cart.goods().currency);
    let says = words.with("cart-says", &[("count", cart.count().into()), ("total", words.money(goods).into())]);
    let whys = whys(words, &cart.offering, best).into_iter().filter_map(|(code, why)| Some(format!("{code}: {}", why?)));
    std::iter::once(says).chain(whys).chain(told(words, cart)).collect::<Vec<_>>().join(". ")
}

/// What a cart comes to, with the delivery that is expected, if there is any.
struct Sum {
    totals: Option<Totals>,
    best: Best,
    now: Now,
}

impl Sum {
    fn of(cart: &Cart, expected: &Expected, now: Now) -> Self {
        let totals = expected.option.as_ref().map(|option| totals(cart, option, &cart.list, "", None, now));
        let best = totals.as_ref().map_or_else(|| cart.best(None, now), |totals| totals.best.clone());
        Self { totals, best, now }
    }

    /// What gift cards pay, and what is left to pay; nothing as long as nobody knows what delivery costs.
    fn by_cards(&self) -> Option<(&[CardPart], Money)> {
        self.totals.as_ref().map(|totals| (totals.cards.as_slice(), totals.due()))
    }

    fn total(&self, cart: &Cart) -> Money {
        let goods = cart.goods();
        self.totals.as_ref().map_or(Money::new(goods.minor - self.best.goods.minor, goods.currency), |totals| totals.total)
    }

    /// Whether an offer pays for all of delivery.
    fn is_carried(&self) -> bool {
        self.totals.as_ref().is_some_and(|totals| !totals.delivery.is_zero() && totals.best.delivery == totals.delivery)
    }
}

/// Every number with its name: the goods, delivery to where the shopper most likely is, what offers take off, and the tax
/// inside; then the way on. An empty cart leads back to the goods.
fn sums(words: Words, cart: &Cart, expected: &Expected, sum: Sum) -> AnyView {
    if cart.lines.is_empty() {
        return view! { <a class="button wide" href=routes::home(words.lang)>{words.say("to-the-shop")}</a> }.into_any();
    }
    let total = sum.total(cart);
    let country = words.country(expected.country);
    let delivery = expected.price(words).unwrap_or_else(|| words.say("cart-delivery-none"));
    let rows = [
        (words.say("sum-goods"), words.money(cart.goods())),
        (words.with("cart-delivery-to", &[("country", country.into())]), delivery),
    ];
    let tax = tax_line(words, sum.totals.as_ref(), expected);
    let days = expected.option.as_ref().map(|option| arrives(words, option));
    let by = expected.order_by(words).map(|by| format!(". {by}."));
    let meter = meter(words, expected).filter(|_| !sum.is_carried());
    let free = expected.free.map(|free| expected.list.exchange.price(free.missing));
    let nearly = nearly(words, cart, &sum.best, free, sum.now);
    let taken = taken(words, &cart.offering, &sum.best);
    let paid = sum.by_cards().and_then(|(cards, due)| paid_by_cards(words, cards, due));
    let settings = routes::settings(words.lang);
    view! {
        {meter.map(|(says, percent)| metered(says, Some(percent)))}
        {nearly.into_iter().map(|(says, percent)| metered(says, percent)).collect_view()}
        <dl>
            {rows.map(|(name, sum)| view! { <div><dt>{name}</dt><dd>{sum}</dd></div> }).collect_view()}
            {taken}
            <div><dt>{words.say("sum-total")}</dt><dd>{words.money(total)}</dd></div>
            {paid}
        </dl>
        <p class="calm sums-tax">{tax}</p>
        <Gifts words offering=cart.offering.clone() best=sum.best.clone() back=String::new() />
        <Codes words cart=cart.clone() best=sum.best back=String::new() />
        <p class="calm sums-days">{days}{by}" "<a href=settings>{words.say("cart-elsewhere")}</a></p>
        <Delayed words delays=expected.delays.clone() />
        <a class="button wide" href=routes::checkout(words.lang, Step::Address)>{words.say("cart-checkout")}</a>
    }
    .into_any()
}

/// How far it is to something, in words and as a bar.
fn metered(says: String, percent: Option<u32>) -> AnyView {
    match percent {
        Some(percent) => {
            view! { <p class="meter"><label>{says}" "<progress max="100" value=percent></progress></label></p> }.into_any()
        }
        None => view! { <p class="meter">{says}</p> }.into_any(),
    }
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
