//! Beside the pictures: name, price, choices, the button, and what to expect.

use domain::catalogue::{Product, Shown, Stock, Variant};
use domain::payments::{Asked, Way};
use leptos::prelude::*;

use super::choices::Choices;
use crate::checkout::pages::{Express, express_ways};
use crate::delivery::{Delayed, Expected};
use crate::i18n::Words;
use crate::restock::pages::{BackAgain, Heard, WishForm};
use crate::ui::{Icon, Price, SaidIn, Stars, beside};
use crate::wishlists::pages::PutInList;
use crate::{request, routes};

/// Everything needed to decide and to buy.
#[component]
pub fn BuyBox(words: Words, product: Product, variant: Variant, expected: Expected, heard: Option<Heard>) -> AnyView {
    let live = product.shown == Shown::Live;
    let sold = live && !variant.stock.is_out();
    let asked = Asked { country: expected.country, sum: variant.price, to_the_door: true };
    let ways = express_ways(&asked, None).unwrap_or_default();
    let facts = beside(words, expected.country, variant.price, variant.content, variant.lowest);
    view! {
        <div class="buy">
            {(!product.maker.is_empty()).then(|| view! { <p class="maker">{words.with("product-maker", &[("maker", product.maker.clone().into())])}</p> })}
            <h1><SaidIn words said=product.name.clone() /></h1>
            <p class="buy-price">
                <Price words price=variant.price was=variant.was />
                " "
                <small>{expected.tax(words, variant.tax)}</small>
            </p>
            {facts.map(|fact| view! { <p class="price-fact">{fact}</p> }).collect_view()}
            {product.rating.map(|(tenths, count)| view! { <p><a class="stars-link" href="#reviews"><Stars words tenths count /></a></p> })}
            {(!product.lead.text.is_empty()).then(|| view! { <p class="lede"><SaidIn words said=product.lead.clone() /></p> })}
            <Choices words product=product.clone() variant=variant.clone() />
            <Refused words />
            {match (sold, live) {
                (true, _) => view! { <BackAgain words heard /><BuyForm words product=product.clone() variant=variant.clone() ways /> }.into_any(),
                (false, true) => view! { <p class="notice">{words.say("product-sold-out")}</p><WishForm words variant=variant.id heard /> }.into_any(),
                (false, false) => view! { <p class="notice">{words.say("product-gone")}</p> }.into_any(),
            }}
            {live.then(|| view! { <Lines words variant expected /> })}
        </div>
    }
    .into_any()
}

#[component]
fn BuyForm(words: Words, product: Product, variant: Variant, ways: Vec<Way>) -> AnyView {
    let most = match variant.stock {
        Stock::Left(left) => left.min(10),
        Stock::Unlimited => 10,
    };
    view! {
        <form class="buy-form" method="post" action="/api/cart/add" data-cart="add">
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="variant" value=variant.id.0 />
            <input type="hidden" name="back" value=routes::variant(words.lang, &product.slug, variant.id) />
            <label class="field quantity-field">
                <span>{words.say("product-quantity")}</span>
                <select name="quantity" autocomplete="off">
                    {(1..=most).map(|count| view! { <option value=count>{count}</option> }).collect_view()}
                </select>
            </label>
            <button class="button wide" type="submit" id="add">{words.say("product-add")}</button>
            <PutInList words />
            <Express words ways />
        </form>
    }
    .into_any()
}

/// What the shop said no to, when a form was sent without script.
#[component]
fn Refused(words: Words) -> impl IntoView {
    request::query("refused")
        .map(|code| view! { <p class="notice bad" role="alert">{crate::cart::pages::refusal(words, &code)}</p> })
}

/// Three calm lines: delivery, returns, stock. Of what is not there no day is promised, and that it is not is said above.
#[component]
fn Lines(words: Words, variant: Variant, expected: Expected) -> AnyView {
    let there = !variant.stock.is_out();
    let (stock, low) = match variant.stock {
        Stock::Left(left) if left <= Stock::LOW => (words.with("stock-low", &[("count", left.into())]), true),
        _ if variant.ready_days > 0 => (words.with("ready-in", &[("count", variant.ready_days.into())]), false),
        _ => (words.say("stock-in"), false),
    };
    let by = expected.order_by(words).map(|by| view! { <p>{by}</p> });
    let delays = expected.delays.clone();
    view! {
        <ul class="lines">
            {there.then(|| view! { <li><Icon name="truck" /><div><strong>{expected.when(words)}</strong><p>{expected.cost(words)}</p>{by}<Delayed words delays /></div></li> })}
            {expected.abroad().then(|| view! { <li><Icon name="customs" /><div><strong>{words.say("line-customs")}</strong><p>{words.say("line-customs-text")}</p></div></li> })}
            <li>
                <Icon name="return" />
                <div><strong>{words.say("line-returns")}</strong><p><a href=routes::help(words.lang, "returns")>{words.say("line-returns-how")}</a></p></div>
            </li>
            {there.then(|| view! { <li class:low=low><Icon name="stock" /><div><strong>{stock}</strong></div></li> })}
        </ul>
    }
    .into_any()
}
