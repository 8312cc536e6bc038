//! The gifts of a cart: what comes along, and what else there is to choose.

use domain::cart::{GiftThing, Offering};
use domain::ids::OfferId;
use domain::offers::{Applied, Best};
use leptos::prelude::*;

use crate::i18n::Words;

/// What comes along; `back` as for [`Codes`](super::Codes).
#[component]
pub fn Gifts(words: Words, offering: Offering, best: Best, back: String) -> AnyView {
    let one = |applied: &Applied| {
        let gift = offering.gift(applied)?;
        let says = words.with("gift-yours", &[("thing", called(gift).into())]);
        let choice = offering.choice(applied);
        let choice = (choice.len() > 1).then(|| choose(words, applied.offer, &choice, gift, &back));
        Some(view! { <p>{says}</p> {choice} })
    };
    best.applied.iter().filter_map(one).collect_view().into_any()
}

fn choose(words: Words, offer: OfferId, choice: &[&GiftThing], chosen: &GiftThing, back: &str) -> impl IntoView + use<> {
    let act = back.is_empty().then_some("gift");
    let option = |thing: &&GiftThing| {
        let selected = thing.variant == chosen.variant;
        view! { <option value=thing.variant.to_string() selected=selected>{called(thing)}</option> }
    };
    view! {
        <form method="post" action="/api/offers/gift" class="country" data-cart=act>
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="back" value=back.to_owned() />
            <input type="hidden" name="offer" value=offer.to_string() />
            <select name="variant" autocomplete="off" aria-label=words.say("gift-choose")>{choice.iter().map(option).collect_view()}</select>
            <button class="button quiet" type="submit">{words.say("gift-take")}</button>
        </form>
    }
}

/// A thing with its values: `Ridge mug, Moss`.
fn called(thing: &GiftThing) -> String {
    std::iter::once(&thing.name.text).chain(&thing.values).cloned().collect::<Vec<_>>().join(", ")
}
