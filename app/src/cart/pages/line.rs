//! One line of the cart, in the drawer and on the page. Its forms work as they stand; the store takes them over.

use domain::cart::CartLine;
use domain::catalogue::Stock;
use domain::contact::Country;
use leptos::prelude::*;

use crate::i18n::Words;
use crate::routes;
use crate::ui::{SaidIn, Shot, beside};
use crate::wishlists::pages::from_cart_button;

/// A line, bought or put aside by a shopper in this country, with why its last change was refused.
pub fn line(words: Words, country: Country, line: &CartLine, saved: bool, refused: Option<String>) -> impl IntoView + use<> {
    let facts = beside(words, country, line.unit, line.content, None);
    let notes = notes(words, line).into_iter().map(|note| view! { <p class="line-note">{note}</p> }).collect_view();
    view! {
        <li class="line">
            <span class="line-shot"><Shot picture=line.picture.clone() quiet=true /></span>
            <div class="line-words">
                <p class="line-name"><a href=routes::variant(words.lang, &line.slug, line.variant)><SaidIn words said=line.name.clone() /></a></p>
                <p class="line-values">{line.values.join(", ")}</p>
                <p class="line-values">{words.with("line-unit", &[("price", words.money(line.unit).into())])}</p>
                {facts.map(|fact| view! { <p class="line-values">{fact}</p> }).collect_view()}
                {notes}
                {refused.map(|why| view! { <p class="line-note bad">{why}</p> })}
                <div class="line-acts">
                    {(!saved).then(|| stepper(words, line))}
                    {aside(words, line, saved)}
                    {from_cart_button(words, line)}
                    {remove(words, line)}
                </div>
            </div>
            <p class="line-total">{(!saved).then(|| words.money(line.total()))}</p>
        </li>
    }
}

fn notes(words: Words, line: &CartLine) -> Vec<String> {
    let stock = match line.stock {
        Stock::Left(0) => Some(words.say("line-sold-out")),
        Stock::Left(left) if left < line.quantity.count() => Some(words.with("line-short", &[("count", left.into())])),
        Stock::Left(left) if left <= Stock::LOW => Some(words.with("stock-low", &[("count", left.into())])),
        _ => None,
    };
    let ready = (line.ready_days > 0).then(|| words.with("ready-in", &[("count", line.ready_days.into())]));
    let price = line.unit_before.map(|before| words.with("line-price-changed", &[("before", words.money(before).into())]));
    stock.into_iter().chain(ready).chain(price).collect()
}

fn stepper(words: Words, line: &CartLine) -> impl IntoView + use<> {
    let id = line.id;
    view! {
        <form method="post" action="/api/cart/change" class="stepper" data-cart="change">
            {hidden("lang", words.lang.code())} {hidden("line", &id.to_string())}
            // The Enter key presses a form's first button: the number as typed, and nothing else.
            <button type="submit" class="unseen" tabindex="-1" aria-hidden="true"></button>
            <button type="submit" name="by" value="-1" id=format!("fewer-{id}") aria-label=about(words, "line-fewer", line)>"−"</button>
            <input
                id=format!("many-{id}") name="quantity" type="number" inputmode="numeric" min="0" max="999"
                autocomplete="off" value=line.quantity.count() aria-label=about(words, "line-quantity", line)
            />
            <button type="submit" name="by" value="1" id=format!("more-{id}") aria-label=about(words, "line-more", line)>"+"</button>
        </form>
    }
}

fn aside(words: Words, line: &CartLine, saved: bool) -> impl IntoView + use<> {
    let key = if saved { "line-unsave" } else { "line-save" };
    let aside = if saved { "false" } else { "true" };
    view! {
        <form method="post" action="/api/cart/aside" data-cart="aside">
            {hidden("lang", words.lang.code())} {hidden("line", &line.id.to_string())} {hidden("aside", aside)}
            <button class="link" type="submit" aria-label=about(words, key, line)>{words.say(key)}</button>
        </form>
    }
}

fn remove(words: Words, line: &CartLine) -> impl IntoView + use<> {
    view! {
        <form method="post" action="/api/cart/remove" data-cart="remove">
            {hidden("lang", words.lang.code())} {hidden("line", &line.id.to_string())}
            <button class="link" type="submit" aria-label=about(words, "line-remove", line)>{words.say("line-remove")}</button>
        </form>
    }
}

/// A field the shopper does not see.
pub fn hidden(name: &'static str, value: &str) -> impl IntoView + use<> {
    view! { <input type="hidden" name=name value=value.to_owned() /> }
}

/// A control's name for those who listen: what it does, and to which thing.
fn about(words: Words, key: &str, line: &CartLine) -> String {
    format!("{}: {}", words.say(key), line.name.text)
}
