//! What is to be known of an order's money before its parcel leaves.

use db::payments::Payment;
use domain::gift_cards::CardPart;
use domain::orders::{Order, OrderState};
use domain::payments::PaymentState;
use leptos::prelude::*;

use crate::i18n::Words;

/// What gift cards paid of it, and that its money was refused when it was to be taken, or will not come.
pub fn told(words: Words, order: &Order, payments: &[Payment]) -> AnyView {
    let refused = payments.iter().any(|payment| payment.state() == PaymentState::Promised && payment.decline.is_some());
    let broken = order.state == OrderState::Paid && payments.iter().all(|payment| payment.state() == PaymentState::Failed);
    let key = if broken { Some("desk-money-broken") } else { refused.then_some("desk-money-refused") };
    view! {
        {by_cards(words, &order.cards).map(|says| view! { <p>{says}</p> })}
        {key.map(|key| view! { <p class="notice bad" role="alert">{words.say(key)}</p> })}
    }
    .into_any()
}

/// What gift cards paid of it; nothing when they paid nothing.
fn by_cards(words: Words, cards: &[CardPart]) -> Option<String> {
    let each = cards.iter().map(|card| {
        let name = words.with("gift-card-named", &[("tail", card.tail.clone().into())]);
        format!("{name}: {}", words.money(card.paid))
    });
    (!cards.is_empty()).then(|| each.collect::<Vec<_>>().join(", "))
}
