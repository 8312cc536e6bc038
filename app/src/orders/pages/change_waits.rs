//! A change of an order that waits to be paid, on its page: what it is, until when it is held, and how it is paid or dropped.

use db::orders::items::Waiting;
use db::payments::{Payment, Takers};
use domain::orders::Order;
use domain::payments::{Asked, PaymentState, Way, offered};
use leptos::prelude::*;

use super::changed::ChangedLines;
use super::paying::moment;
use crate::checkout::pages::{Choice, WaysToPay};
use crate::i18n::Words;
use crate::request;

/// A change that waits, and the latest attempt to pay it.
#[derive(Clone, Debug)]
pub struct Waits {
    /// The order.
    pub order: Order,
    /// The change.
    pub waiting: Waiting,
    /// The attempt.
    pub payment: Payment,
    /// Who takes money in which way.
    pub takers: Takers,
    /// The secret in the order's link, when it was reached by that.
    pub key: String,
    /// Whether no real money moves.
    pub trial: bool,
}

/// The ways in which a change of an order can be paid: those whose money is there in moments.
pub fn ways(order: &Order, sum: domain::money::Money, takers: &Takers) -> Vec<Way> {
    let asked = Asked { country: order.address.country, sum, to_the_door: false };
    let fits = |way: &Way| !way.flow().waits() && takers.of(*way).is_some();
    offered(&asked, None).into_iter().filter(fits).collect()
}

/// What is to be done so that a change is made.
#[component]
pub fn ChangeWaits(words: Words, waits: Waits) -> AnyView {
    let Waits { order, waiting, payment, takers, key, trial } = waits;
    let sum = waiting.change.difference();
    let until_when = if waiting.change.way.is_some() { "way-waits" } else { "items-waits" };
    let until = moment(words, waiting.until);
    let declined = payment.decline.filter(|_| payment.state() == PaymentState::Failed);
    let declined = declined.map(|why| format!("{} {}", words.say(&format!("decline-{}", why.code())), words.say("decline-then")));
    let button = words.with("pay-again-button", &[("total", words.money(sum).into())]);
    let others: Vec<Way> = ways(&order, sum, &takers).into_iter().filter(|way| *way != payment.way).collect();
    let today = request::db().ok().map(|db| db.now().day());
    let choice = others.first().copied().zip(today).map(|(chosen, today)| Choice { ways: others, chosen, sum, today, trial });
    let (number, lang) = (order.number.as_str().to_owned(), words.lang.code());
    let fields = {
        let key = key.clone();
        move || {
            view! {
                <input type="hidden" name="lang" value=lang />
                <input type="hidden" name="number" value=number.clone() />
                <input type="hidden" name="key" value=key.clone() />
            }
        }
    };
    view! {
        <section class="notice paying" aria-labelledby="change-waits">
            <h2 id="change-waits">{words.say("items-waits-title")}</h2>
            <ChangedLines words change=waiting.change lang=order.lang />
            <p class="slip">{words.money(sum)}</p>
            {declined.map(|says| view! { <p role="alert">{says}</p> })}
            <p>{words.with(until_when, &[("until", until.into())])}</p>
            <form class="stack" method="post" action="/api/orders/pay" data-once="">
                {fields()}
                <button class="button" type="submit">{button}</button>
            </form>
            {choice.map(|choice| view! {
                <details>
                    <summary>{words.say("pay-otherwise")}</summary>
                    <form class="stack" method="post" action="/api/orders/pay" data-once="">
                        {fields()}
                        <WaysToPay words choice />
                        <button class="button" type="submit">{words.say("pay-otherwise-button")}</button>
                    </form>
                </details>
            })}
            <form class="stack" method="post" action="/api/orders/keep" data-once="">
                {fields()}
                <button class="button quiet" type="submit">{words.say("items-keep")}</button>
            </form>
        </section>
    }
    .into_any()
}
