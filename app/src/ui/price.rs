//! A price, with the one before a reduction.

use domain::catalogue::{Unit, unit_price};
use domain::contact::Country;
use domain::local_rules;
use domain::money::Money;
use leptos::prelude::*;

use crate::i18n::Words;

/// A price. `from`: others cost more.
#[component]
pub fn Price(words: Words, price: Money, was: Option<Money>, #[prop(optional)] from: bool) -> AnyView {
    let text = words.money(price);
    let text = if from { words.with("price-from", &[("price", text.into())]) } else { text };
    view! {
        <span class="price" class:reduced=was.is_some()>
            <span class="price-now">{text}</span>
            {was.map(|was| view! {
                " "
                <s class="price-was"><span class="unseen">{words.say("price-was")}" "</span>{words.money(was)}</s>
            })}
        </span>
    }
    .into_any()
}

/// What the law of a country wants said beside a price: the price of a unit, where it is known how much is in it, and beside
/// a reduced one the lowest of thirty days.
pub fn beside(
    words: Words,
    country: Country,
    price: Money,
    content: Option<(u32, Unit)>,
    lowest: Option<Money>,
) -> impl Iterator<Item = String> {
    let rules = local_rules::of(country);
    let unit = unit_price(price, content).filter(|_| rules.unit_prices);
    let unit =
        unit.map(|(price, unit)| words.with(&format!("price-unit-{}", unit.code()), &[("price", words.money(price).into())]));
    let lowest = lowest.filter(|_| rules.lowest_of_30_days);
    let lowest = lowest.map(|lowest| words.with("price-lowest", &[("price", words.money(lowest).into())]));
    unit.into_iter().chain(lowest)
}
