//! What is in an order.

use domain::money::Money;
use domain::orders::{GivenCode, Order, OrderLine, OrderOffer};
use domain::tax::Treatment;
use leptos::prelude::*;

use crate::i18n::Words;
use crate::offers::pages::paid_by_cards;
use crate::routes;
use crate::ui::Shot;

/// The lines of an order and its sums.
#[component]
pub fn Items(words: Words, order: Order) -> AnyView {
    let (goods, delivery, total) = (order.goods, order.delivery, order.total);
    let offers = order.offers.iter().map(|offer| taken(words, offer, bought_in(words, &order))).collect_view();
    let notes = notes(words, &order);
    let left = Money::new(total.minor - order.cards.iter().map(|card| card.paid.minor).sum::<i64>(), total.currency);
    let paid = paid_by_cards(words, &order.cards, left);
    let given = order.given.iter().map(|given| next(words, given)).collect_view();
    // Lines stand as they were bought, in the language they were bought in.
    let bought_in = bought_in(words, &order);
    view! {
        <section class="items" aria-labelledby="items">
            <h2 id="items">{words.say("order-items")}</h2>
            <ul lang=bought_in>{order.lines.into_iter().map(|line| view! { <Item words line /> }).collect_view()}</ul>
            <dl class="sums-list">
                <div><dt>{words.say("sum-goods")}</dt><dd>{words.money(goods)}</dd></div>
                <div><dt>{words.say("sum-delivery")}</dt><dd>{if delivery.is_zero() { words.say("delivery-free") } else { words.money(delivery) }}</dd></div>
                {offers}
                <div class="total"><dt>{words.say("sum-total")}</dt><dd>{words.money(total)}</dd></div>
                {paid}
            </dl>
            {given}
            {notes.into_iter().map(|note| view! { <p class="calm">{note}</p> }).collect_view()}
        </section>
    }
    .into_any()
}

/// The language an order was written in, where that is not the page's.
fn bought_in(words: Words, order: &Order) -> Option<&'static str> {
    (order.lang != words.lang).then(|| order.lang.code())
}

fn taken(words: Words, offer: &OrderOffer, lang: Option<&'static str>) -> impl IntoView + use<> {
    let less = Money::new(-offer.saved().minor, offer.goods.currency);
    view! {
        <div><dt><span lang=lang>{offer.name.clone()}</span>{offer.code.as_ref().map(|code| view! { " "<bdi>{code.grouped()}</bdi> })}</dt><dd>{words.money(less)}</dd></div>
    }
}

/// A code that was given: for the next order, for friends, or in thanks for one.
fn next(words: Words, given: &GivenCode) -> impl IntoView + use<> {
    view! { <p class="notice">{words.with(&format!("offer-given-{}", given.to.code()), &[("name", given.name.clone().into())])}" "<strong><bdi dir="ltr">{given.code.grouped()}</bdi></strong></p> }
}

/// The tax inside, who owes it, and the rate prices were converted at.
fn notes(words: Words, order: &Order) -> Vec<String> {
    let taxes = order.taxes.iter().map(|line| {
        words.with("tax-inside", &[("percent", words.percent(line.percent).into()), ("tax", words.money(line.tax).into())])
    });
    let without = match order.treatment {
        Treatment::ReverseCharge => Some(format!("{} {}", words.say("tax-reverse-charge"), order.vat)),
        Treatment::Export => Some(words.say("tax-export")),
        Treatment::Domestic | Treatment::Union => None,
    };
    let rate = order.converted.as_ref().map(|converted| {
        let currency = crate::i18n::format::currency_name(words.lang, order.total.currency);
        let about =
            [("currency", currency.into()), ("day", words.date(converted.day).into()), ("rate", converted.rate.clone().into())];
        words.with("charged-at", &about)
    });
    taxes.chain(without).chain(rate).collect()
}

#[component]
fn Item(words: Words, line: OrderLine) -> AnyView {
    view! {
        <li>
            <Shot picture=line.picture quiet=true />
            <span>
                <a href=routes::product(words.lang, &line.slug)>{line.name}</a>
                <small>{line.values.join(", ")}" × "{line.quantity}</small>
            </span>
            <span class="sum">{if line.total.is_zero() { words.say("gift-free") } else { words.money(line.total) }}</span>
        </li>
    }
    .into_any()
}
