//! The codes and gift cards of a cart: each can be taken out, and says why where it gives nothing; behind a fold, the field for
//! another.

use domain::cart::Cart;
use domain::offers::Best;
use leptos::prelude::*;

use super::cards::{holds, named};
use super::why;
use crate::i18n::Words;

/// The codes and gift cards of a cart, and the field; `back` is the page they stand on where that is not the cart's, which has a store that
/// sends its forms.
#[component]
pub fn Codes(words: Words, cart: Cart, best: Best, back: String) -> AnyView {
    let (offering, currency) = (cart.offering, cart.list.exchange.to);
    let act = back.is_empty().then_some("code");
    let typed = !(offering.codes.is_empty() && cart.cards.is_empty());
    let hidden = move |back: String| {
        view! {
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="back" value=back />
        }
    };
    let (at, laid, here) = (back.clone(), back.clone(), back);
    let cards = cart.cards.into_iter().map(move |card| {
        let name = named(words, &card.tail);
        let label = words.with("code-drop", &[("code", name.clone().into())]);
        view! {
            <li>
                <form method="post" action="/api/offers/card" data-cart=act>
                    {hidden(laid.clone())}
                    <input type="hidden" name="card" value=card.id.to_string() />
                    <button class="chip" type="submit" aria-label=label>{name}" ×"</button>
                </form>
                <p class="line-note">{holds(words, &card, currency)}</p>
            </li>
        }
    });
    let cards = cards.collect_view();
    let codes = offering.codes.clone().into_iter().map(move |code| {
        let refused = best.why_not(&code).map(|refusal| why(words, &offering, refusal));
        let label = words.with("code-drop", &[("code", code.grouped().into())]);
        view! {
            <li>
                <form method="post" action="/api/offers/drop" data-cart=act>
                    {hidden(at.clone())}
                    <input type="hidden" name="code" value=code.as_str().to_owned() />
                    <button class="chip" type="submit" aria-label=label><bdi>{code.grouped()}</bdi>" ×"</button>
                </form>
                {refused.map(|why| view! { <p class="line-note">{why}</p> })}
            </li>
        }
    });
    let codes = codes.collect_view();
    // Whoever has typed a code is given the keyboard back in the field, so that it is not folded away.
    view! {
        <ul class="codes">{codes}{cards}</ul>
        <details class="more" open=typed>
            <summary>{words.say("code-title")}</summary>
            <form method="post" action="/api/offers/code" class="stack" data-cart=act>
                {hidden(here)}
                <label>
                    <span class="unseen">{words.say("code-title")}</span>
                    <input id="code" name="code" required=true maxlength="80" autocomplete="off" autocapitalize="characters" spellcheck="false" dir="auto" />
                </label>
                <button class="button quiet" type="submit" id="code-apply">{words.say("code-apply")}</button>
            </form>
        </details>
    }
    .into_any()
}
