//! Gift cards of a cart: what each holds, or why it does not pay, and what they pay of it.

use domain::cart::Cart;
use domain::gift_cards::{CardPart, CardRefusal, GiftCard};
use domain::money::{Currency, Money};
use leptos::prelude::*;

use crate::i18n::Words;

/// What a card is called: its owner knows it by the end of its code.
pub(super) fn named(words: Words, tail: &str) -> String {
    words.with("gift-card-named", &[("tail", tail.to_owned().into())])
}

/// What stands beside a card that is laid down.
pub(super) fn holds(words: Words, card: &GiftCard, currency: Currency) -> String {
    match card.why_not(currency) {
        None => words.with("gift-card-holds", &[("sum", words.money(card.balance).into())]),
        Some(CardRefusal::Empty) => words.say("gift-card-empty"),
        Some(CardRefusal::OtherCurrency(sum)) => words.with("gift-card-other-currency", &[("sum", words.money(sum).into())]),
    }
}

/// Each card of a cart with what stands beside it, for those who listen.
pub fn told(words: Words, cart: &Cart) -> impl Iterator<Item = String> + '_ {
    cart.cards.iter().map(move |card| format!("{}: {}", named(words, &card.tail), holds(words, card, cart.list.exchange.to)))
}

/// Rows of a list of sums: what each card pays, and what is left to pay.
pub fn paid_by_cards(words: Words, cards: &[CardPart], due: Money) -> Option<AnyView> {
    let row = |part: &CardPart| {
        let less = words.money(Money::new(-part.paid.minor, part.paid.currency));
        view! { <div><dt>{named(words, &part.tail)}</dt><dd>{less}</dd></div> }
    };
    (!cards.is_empty()).then(|| {
        view! {
            {cards.iter().map(row).collect_view()}
            <div class="total"><dt>{words.say("sum-due")}</dt><dd>{words.money(due)}</dd></div>
        }
        .into_any()
    })
}
