//! What changes of an order: its things, how it is sent, or where it goes.

use domain::orders::{ChangedLine, ItemsChange, SentBy};
use leptos::prelude::*;

use super::address_lines::AddressLines;
use crate::i18n::{Lang, Words};

/// What goes, and what comes; how it was sent, and how it is then.
#[component]
pub fn ChangedLines(words: Words, change: ItemsChange, lang: Lang) -> AnyView {
    let lang = (lang != words.lang).then(|| lang.code());
    let line = |line: &ChangedLine| {
        let values = line.values.join(", ");
        view! {
            <li>
                <span><bdi lang=lang>{line.name.clone()}</bdi>" "<small><bdi lang=lang>{values}</bdi>" × "{line.quantity}</small></span>
                <span class="sum">{words.money(line.sum)}</span>
            </li>
        }
    };
    let part = |key: &str, lines: &[ChangedLine]| {
        let rows = lines.iter().map(line).collect_view();
        (!lines.is_empty()).then(|| view! { <h2>{words.say(key)}</h2><ul class="changed-lines">{rows}</ul> })
    };
    view! {
        {part("items-taken", &change.taken)}
        {part("items-added", &change.added)}
        {change.place.map(|place| view! {
            <h2>{words.say("place-was")}</h2>
            <AddressLines words address=place.was />
            <h2>{words.say("place-then")}</h2>
            <AddressLines words address=place.then />
        })}
        {change.way.map(|way| view! {
            <h2>{words.say("way-was")}</h2>
            <Sent words sent=way.was />
            <h2>{words.say("way-then")}</h2>
            <Sent words sent=way.then />
        })}
    }
    .into_any()
}

/// How it is sent, by when, and for what.
#[component]
fn Sent(words: Words, sent: SentBy) -> AnyView {
    let days = words.with("arrives", &[("days", words.days(sent.promised.0, sent.promised.1).into())]);
    let sum = if sent.sum.is_zero() { words.say("delivery-free") } else { words.money(sent.sum) };
    view! {
        <ul class="changed-lines">
            <li>
                <span>{words.say(&format!("service-{}", sent.service.code()))}" "<bdi>{sent.pickup}</bdi>" "<small>{days}</small></span>
                <span class="sum">{sum}</span>
            </li>
        </ul>
    }
    .into_any()
}
