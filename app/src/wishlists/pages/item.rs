//! A thing in a list, and what can be done with it.

use domain::catalogue::Stock;
use domain::contact::Country;
use domain::ids::WishlistId;
use domain::wishlists::{Note, WishlistCard, WishlistItem};
use leptos::prelude::*;

use super::lists::called;
use crate::i18n::Words;
use crate::ui::{SaidIn, Shot, beside};
use crate::{request, routes};

/// A thing as it is today, seen from a country; what can be done with it stands within.
#[component]
pub fn Item(words: Words, country: Country, item: WishlistItem, children: Children) -> AnyView {
    let facts = beside(words, country, item.unit, item.content, None);
    let notes = notes(words, &item).into_iter().map(|note| view! { <p class="line-note">{note}</p> }).collect_view();
    let wanted = (item.wanted.count() > 1).then(|| words.with("wishlist-wanted", &[("count", item.wanted.count().into())]));
    let note = Some(item.note.as_str().to_owned()).filter(|note| !note.is_empty());
    // What is not sold any more may have no page; the name alone says what it was.
    let name = if item.gone {
        view! { <SaidIn words said=item.name.clone() /> }.into_any()
    } else {
        view! { <a href=routes::variant(words.lang, &item.slug, item.variant)><SaidIn words said=item.name.clone() /></a> }
            .into_any()
    };
    view! {
        <li class="line">
            <span class="line-shot"><Shot picture=item.picture.clone() quiet=true /></span>
            <div class="line-words">
                <p class="line-name">{name}</p>
                <p class="line-values">{item.values.join(", ")}</p>
                {facts.map(|fact| view! { <p class="line-values">{fact}</p> }).collect_view()}
                {wanted.map(|says| view! { <p class="line-values">{says}</p> })}
                {note.map(|note| view! { <p class="line-values"><bdi>{note}</bdi></p> })}
                {notes}
                <div class="line-acts">{children()}</div>
            </div>
            <p class="line-total">{(!item.gone).then(|| words.money(item.unit))}</p>
        </li>
    }
    .into_any()
}

/// What has changed of it: stock, and the price since it was put in.
fn notes(words: Words, item: &WishlistItem) -> Vec<String> {
    let stock = match item.stock {
        _ if item.gone => Some(words.say("product-gone")),
        Stock::Left(0) => Some(words.say("product-sold-out")),
        Stock::Left(left) if left <= Stock::LOW => Some(words.with("stock-low", &[("count", left.into())])),
        _ => None,
    };
    let before = item.unit_before.filter(|before| !item.gone && *before != item.unit);
    let price = before.map(|before| {
        let key = if item.unit.minor < before.minor { "wishlist-cheaper" } else { "wishlist-dearer" };
        words.with(key, &[("before", words.money(before).into())])
    });
    stock.into_iter().chain(price).collect()
}

/// Puts as many as are wanted and can be had in the cart; nothing where there is none. A refusal leads `back`.
#[component]
pub fn Buy(words: Words, item: WishlistItem, back: String) -> Option<AnyView> {
    let quantity = item.to_be_had()?.count();
    let view = view! {
        <form method="post" action="/api/cart/add" data-cart="add">
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="variant" value=item.variant.to_string() />
            <input type="hidden" name="quantity" value=quantity />
            <input type="hidden" name="back" value=back />
            <button class="button quiet" type="submit" aria-label=about(words, "product-add", &item)>{words.say("product-add")}</button>
        </form>
    };
    Some(view.into_any())
}

/// How many are wanted, what is noted, and in which list it is: folded, unless something in it is wrong.
#[component]
pub fn Change(words: Words, list: WishlistId, item: WishlistItem, others: Vec<WishlistCard>, flaw: Option<String>) -> AnyView {
    let (id, wrong) = (item.id, flaw.is_some());
    let note = if wrong { request::typed() } else { item.note.as_str().to_owned() };
    let options = others.iter().map(
        |one| view! { <option value=one.id.to_string() selected=one.id == list>{called(words, one.name.as_ref())}</option> },
    );
    let to = (others.len() > 1).then(|| {
        view! { <label class="field"><span>{words.say("wishlist-in")}</span><select name="to" autocomplete="off">{options.collect_view()}</select></label> }
    });
    view! {
        <details class="more wishlist-change" open=wrong>
            <summary aria-label=about(words, "change", &item)>{words.say("change")}</summary>
            <form method="post" action="/api/lists/change" novalidate data-once="">
                <input type="hidden" name="lang" value=words.lang.code() />
                <input type="hidden" name="list" value=list.to_string() />
                <input type="hidden" name="item" value=id.to_string() />
                {flaw.map(|says| view! { <p class="line-note bad" id="change-error" tabindex="-1">{says}</p> })}
                <label class="field">
                    <span>{words.say("product-quantity")}</span>
                    <input name="quantity" type="number" inputmode="numeric" min="1" max="999" autocomplete="off" value=item.wanted.count() />
                </label>
                <label class="field">
                    <span>{words.say("wishlist-note")}</span>
                    <input name="note" type="text" autocomplete="off" dir="auto" maxlength=Note::MOST.to_string() value=note />
                </label>
                {to}
                <button class="button quiet" type="submit">{words.say("wishlist-save")}</button>
            </form>
        </details>
    }
    .into_any()
}

/// Takes it out.
#[component]
pub fn Remove(words: Words, list: WishlistId, item: WishlistItem) -> AnyView {
    view! {
        <form method="post" action="/api/lists/remove" data-once="">
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="list" value=list.to_string() />
            <input type="hidden" name="item" value=item.id.to_string() />
            <button class="link" type="submit" aria-label=about(words, "line-remove", &item)>{words.say("line-remove")}</button>
        </form>
    }
    .into_any()
}

/// A control's name for those who listen: what it does, and to which thing.
fn about(words: Words, key: &str, item: &WishlistItem) -> String {
    format!("{}: {}", words.say(key), item.name.text)
}
