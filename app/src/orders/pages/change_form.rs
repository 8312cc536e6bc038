//! The form in which it is chosen what of an order is changed.

use domain::orders::{ItemsRefusal, Order, WantedChange};
use leptos::prelude::*;

use super::change::Choices;
use super::changing::form_of;
use super::{change_items, change_way};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::layout::{Document, Head};
use crate::routes;

/// `before`: why what was looked at cannot be, and what it was.
pub async fn form(
    words: Words,
    choices: Choices,
    before: (Option<ItemsRefusal>, Option<WantedChange>),
    key: String,
) -> Result<AnyView, Failure> {
    let (refusal, wish) = before;
    let (order, kind) = (choices.order().0.clone(), choices.kind());
    let (named, country, rows) = match choices {
        Choices::Items(items) => {
            let wish = if let Some(WantedChange::Items(wish)) = wish { wish } else { Default::default() };
            ("items", order.address.country, Some(change_items::rows(words, items, &wish)))
        }
        Choices::Way(ways) => ("way", ways.to.country, change_way::rows(words, ways, change_way::chosen(wish)).await?),
        Choices::Place(ways) => ("place", ways.to.country, change_way::rows(words, ways, change_way::chosen(wish)).await?),
    };
    let there = [("number", order.number.as_str().into()), ("country", words.country(country).into())];
    let title = words.with(&format!("{named}-title"), &there);
    let head = Head { title: title.clone(), ..Head::default() };
    let says = refusal.map(|refusal| says(words, refusal, &order));
    let back = routes::with_key(&routes::order(words.lang, &order.number), &key);
    let other = (named == "place").then(|| routes::with_key(&routes::change_address(words.lang, &order.number), &key));
    let action = form_of(kind, words.lang, &order.number);
    let text = if rows.is_some() { words.with(&format!("{named}-text"), &there) } else { words.say("way-only") };
    let form = rows.map(|rows| {
        view! {
            <form method="get" action=action class="stack">
                <input type="hidden" name="see" value="" />
                {(!key.is_empty()).then(|| view! { <input type="hidden" name="key" value=key.clone() /> })}
                {rows}
                <p class="hint">{words.with(&format!("{named}-rule"), &there)}</p>
                <div><button class="button" type="submit">{words.say("items-see")}</button></div>
            </form>
        }
    });
    let shown = view! {
        <Document head lang=words.lang>
            <div class="prose">
                <h1>{title}</h1>
                {says.map(|says| view! { <p class="notice bad" role="alert">{says}</p> })}
                <p>{text}</p>
                {form}
                {other.map(|href| view! { <p><a href=href>{words.say("place-other")}</a></p> })}
                <p><a href=back>{words.say("items-leave")}</a></p>
            </div>
        </Document>
    };
    Ok(shown.into_any())
}

/// Why it cannot be changed so.
fn says(words: Words, refusal: ItemsRefusal, order: &Order) -> String {
    let (line, left) = match refusal {
        ItemsRefusal::OnlyLeft { line, left } => (line, left),
        ItemsRefusal::NotSold(line) => (line, 0),
        _ => return words.say(&format!("items-not-{}", refusal.code())),
    };
    let name = order.lines.get(line as usize).map(|line| line.name.as_str()).unwrap_or_default();
    let thing = format!("\u{2068}{name}\u{2069}");
    words.with(&format!("items-not-{}", refusal.code()), &[("thing", thing.into()), ("left", left.into())])
}
