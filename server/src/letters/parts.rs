//! Parts of letters: an order's sums, and what was changed of it.

use app::i18n::Words;
use domain::money::Money;
use domain::orders::{ChangedLine, ItemsChange, Order};

use super::Fact;
use super::words::apart;

/// The sums under what was ordered.
pub(super) fn sums(words: Words, order: &Order) -> Vec<Fact> {
    let fact = |label: String, value: String| Fact { label, value };
    let delivery = if order.delivery.is_zero() { words.say("delivery-free") } else { words.money(order.delivery) };
    let mut all = vec![fact(words.say("sum-goods"), words.money(order.goods)), fact(words.say("sum-delivery"), delivery)];
    all.extend(order.offers.iter().map(|offer| {
        let saved = offer.saved();
        fact(apart(&offer.name), words.money(Money::new(-saved.minor, saved.currency)))
    }));
    all.push(fact(words.say("sum-total"), words.money(order.total)));
    all
}

/// What became of the difference; nothing where there is none.
pub(super) fn changes(words: Words, change: &ItemsChange) -> Option<String> {
    let difference = change.difference();
    let key = match difference.minor {
        0 => return None,
        1.. => "letter-changed-more",
        _ => "letter-changed-less",
    };
    let sum = words.money(Money::new(difference.minor.abs(), difference.currency));
    Some(words.with(key, &[("sum", sum.into())]))
}

/// What was taken out of it, and what was added.
pub(super) fn changed(words: Words, change: &ItemsChange) -> Vec<Fact> {
    let named = |line: &ChangedLine| {
        let name = [vec![line.name.clone()], line.values.clone()].concat().join(", ");
        format!("{} × {}", words.number(line.quantity), apart(&name))
    };
    let fact = |key: &str, lines: &[ChangedLine]| {
        let value = lines.iter().map(named).collect::<Vec<_>>().join("; ");
        (!lines.is_empty()).then(|| Fact { label: words.say(key), value })
    };
    [fact("items-taken", &change.taken), fact("items-added", &change.added)].into_iter().flatten().collect()
}
