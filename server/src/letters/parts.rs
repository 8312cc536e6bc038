//! Parts of letters: an order's sums, and what was changed of it.

use app::i18n::Words;
use domain::contact::Address;
use domain::money::Money;
use domain::orders::{ChangedLine, ItemsChange, Order, SentBy};

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

/// What was taken out of an order and what was added, where it went and where it goes, how it was sent and how it is now, a paragraph each, and what becomes of the difference. Several messages may go
/// as one letter, so it does not stand among the facts, which are of the newest.
pub(super) fn changes(words: Words, change: &ItemsChange) -> Vec<String> {
    let named = |line: &ChangedLine| {
        let name = [vec![line.name.clone()], line.values.clone()].concat().join(", ");
        format!("{} × {}", words.number(line.quantity), apart(&name))
    };
    let part = |key: &str, lines: &[ChangedLine]| {
        let things = lines.iter().map(named).collect::<Vec<_>>().join("; ");
        (!lines.is_empty()).then(|| format!("{}: {things}", words.say(key)))
    };
    let difference = change.difference();
    let key = match difference.minor {
        0 => None,
        1.. => Some("letter-changed-more"),
        _ => Some("letter-changed-less"),
    };
    let sum = words.money(Money::new(difference.minor.abs(), difference.currency));
    let becomes = key.map(|key| words.with(key, &[("sum", sum.into())]));
    let (way, place) = (change.way.as_ref(), change.place.as_ref());
    let all = [
        part("items-taken", &change.taken),
        part("items-added", &change.added),
        place.map(|place| goes(words, "place-was", &place.was)),
        place.map(|place| goes(words, "place-then", &place.then)),
        way.map(|way| sent(words, "way-was", &way.was)),
        way.map(|way| sent(words, "way-then", &way.then)),
        becomes,
    ];
    all.into_iter().flatten().collect()
}

/// Where an order goes, in one line.
fn goes(words: Words, key: &str, to: &Address) -> String {
    let lines = to.page_lines().into_iter().chain([words.country(to.country)]).filter(|line| !line.is_empty());
    format!("{}: {}", words.say(key), apart(&lines.collect::<Vec<_>>().join(", ")))
}

/// How an order is sent, by when, and for what.
fn sent(words: Words, key: &str, sent: &SentBy) -> String {
    let sum = if sent.sum.is_zero() { words.say("delivery-free") } else { words.money(sent.sum) };
    let days = words.with("arrives", &[("days", words.days(sent.promised.0, sent.promised.1).into())]);
    let place = (!sent.pickup.is_empty()).then(|| apart(&sent.pickup));
    let all = [Some(words.say(&format!("service-{}", sent.service.code()))), place, Some(days), Some(sum)];
    format!("{}: {}", words.say(key), all.into_iter().flatten().collect::<Vec<_>>().join("; "))
}
