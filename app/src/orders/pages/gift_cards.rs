//! The gift cards an order has brought: what is typed to pay with them, and what they hold.

use domain::gift_cards::{CardOrigin, IssuedCard};
use leptos::prelude::*;

use crate::i18n::Words;

/// Gift cards bought with an order, or given in place of its money.
#[component]
pub fn GiftCards(words: Words, cards: Vec<IssuedCard>) -> Option<AnyView> {
    let one = |card: IssuedCard| {
        let (worth, balance) = (words.money(card.worth), words.money(card.balance));
        let key = if card.origin == CardOrigin::Bought { "gift-card-bought" } else { "gift-card-given" };
        let left = (card.balance != card.worth).then(|| words.with("gift-card-left", &[("sum", balance.into())]));
        view! {
            <li>
                <p>{words.with(key, &[("sum", worth.into())])}" "{left}</p>
                <p class="slip"><bdi dir="ltr">{card.code.grouped()}</bdi></p>
            </li>
        }
    };
    (!cards.is_empty()).then(|| {
        view! {
            <section class="notice" aria-labelledby="gift-cards">
                <h2 id="gift-cards">{words.say("gift-cards-heading")}</h2>
                <ul class="plain">{cards.into_iter().map(one).collect_view()}</ul>
                <p class="calm">{words.say("gift-cards-use")}</p>
            </section>
        }
        .into_any()
    })
}
