//! Beside the pictures: name, price, choices, the button, and what to expect.

use domain::catalogue::{Product, Shown, Stock, Variant};
use domain::delivery::{DeliveryOption, FREE_FROM};
use domain::money::Money;
use leptos::prelude::*;

use super::choices::Choices;
use crate::i18n::Words;
use crate::ui::{Icon, Price, Stars};
use crate::{request, routes};

/// Everything needed to decide and to buy.
#[component]
pub fn BuyBox(words: Words, product: Product, variant: Variant, arrival: Vec<DeliveryOption>) -> AnyView {
    let live = product.shown == Shown::Live;
    let sold = live && !variant.stock.is_out();
    view! {
        <div class="buy">
            {(!product.maker.is_empty()).then(|| view! { <p class="maker">{words.with("product-maker", &[("maker", product.maker.clone().into())])}</p> })}
            <h1>{product.name.clone()}</h1>
            <p class="buy-price">
                <Price words price=variant.price was=variant.was />
                " "
                <small>{words.say("product-tax")}</small>
            </p>
            {product.rating.map(|(tenths, count)| view! { <p><Stars words tenths count /></p> })}
            {(!product.lead.is_empty()).then(|| view! { <p class="lede">{product.lead.clone()}</p> })}
            <Choices words product=product.clone() variant=variant.clone() />
            <Refused words />
            {if sold { view! { <BuyForm words product=product.clone() variant=variant.clone() /> }.into_any() } else { view! { <SoldOut words gone=!live /> }.into_any() }}
            {live.then(|| view! { <Lines words variant arrival /> })}
        </div>
    }
    .into_any()
}

#[component]
fn BuyForm(words: Words, product: Product, variant: Variant) -> AnyView {
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
            <button class="button wide" type="submit">{words.say("product-add")}</button>
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

#[component]
fn SoldOut(words: Words, gone: bool) -> AnyView {
    let key = if gone { "product-gone" } else { "product-sold-out" };
    view! { <p class="notice">{words.say(key)}</p> }.into_any()
}

/// Three calm lines: delivery, returns, stock.
#[component]
fn Lines(words: Words, variant: Variant, arrival: Vec<DeliveryOption>) -> AnyView {
    let (stock, low) = match variant.stock {
        Stock::Left(0) => (words.say("stock-out"), true),
        Stock::Left(left) if left <= Stock::LOW => (words.with("stock-low", &[("count", left.into())]), true),
        _ => (words.say("stock-in"), false),
    };
    let free = Money::new(FREE_FROM, variant.price.currency);
    view! {
        <ul class="lines">
            {arrival.into_iter().next().map(|option| view! {
                <li>
                    <Icon name="truck" />
                    <div>
                        <strong>{words.with("line-delivery", &[("days", words.days(option.from, option.to).into())])}</strong>
                        <p>{words.with("line-delivery-cost", &[("price", words.money(option.price).into()), ("free", words.round_money(free).into())])}</p>
                    </div>
                </li>
            })}
            <li>
                <Icon name="return" />
                <div><strong>{words.say("line-returns")}</strong><p><a href=routes::help(words.lang, "returns")>{words.say("line-returns-how")}</a></p></div>
            </li>
            <li class:low=low><Icon name="stock" /><div><strong>{stock}</strong></div></li>
        </ul>
    }
    .into_any()
}
