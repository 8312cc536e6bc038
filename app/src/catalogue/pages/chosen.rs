//! What is asked of a list, to be taken away again.

use domain::catalogue::{Asked, Filter, Listing, Wanted};
use domain::money::Money;
use leptos::prelude::*;

use super::listed::List;
use crate::i18n::Words;

/// A chip for each thing asked; following it takes the thing away.
#[component]
pub fn Chosen(words: Words, list: List, listing: Listing) -> impl IntoView {
    let wanted = list.asked.filter.wanted();
    (!wanted.is_empty()).then(|| {
        let chip = |wanted: &Wanted| {
            let (text, href) = (named(words, &list, &listing, wanted), list.with(list.asked.filter.without(wanted)));
            let label = words.with("filter-remove", &[("filter", text.clone().into())]);
            view! { <li><a class="chip chosen" rel="nofollow" href=href aria-label=label>{text}<span aria-hidden="true">"×"</span></a></li> }
        };
        view! {
            <ul class="chips" id="chosen" aria-label=words.say("filter-chosen")>
                {wanted.iter().map(chip).collect_view()}
                <li><a class="chip clear" href=list.with(Filter::default())>{words.say("filter-clear")}</a></li>
            </ul>
        }
    })
}

/// An empty list: which thing to give up, and what there is then.
#[component]
pub fn Nothing(words: Words, list: List, listing: Listing) -> AnyView {
    if list.asked.filter.is_empty() {
        return view! { <p class="state">{words.say("list-empty")}</p> }.into_any();
    }
    let way = |(given_up, count): &(Vec<Wanted>, u32)| {
        let filter = given_up.iter().fold(list.asked.filter.clone(), |filter, wanted| filter.without(wanted));
        let names: Vec<_> = given_up.iter().map(|wanted| named(words, &list, &listing, wanted)).collect();
        let things = words.with("list-count", &[("count", (*count).into())]);
        let text = words.with("filter-looser", &[("filter", names.join(", ").into()), ("things", things.into())]);
        view! { <li><a class="button quiet" href=list.with(filter)>{text}</a></li> }
    };
    view! {
        <div class="state">
            <p>{words.say("filter-nothing")}</p>
            <ul class="looser">
                {listing.looser.iter().map(way).collect_view()}
                <li><a class="button quiet" href=list.with(Filter::default())>{words.say("filter-clear")}</a></li>
            </ul>
        </div>
    }
    .into_any()
}

/// What a thing that is asked is called.
fn named(words: Words, list: &List, listing: &Listing, wanted: &Wanted) -> String {
    match wanted {
        Wanted::Within(slug) => {
            listing.parts.iter().find(|part| part.slug == *slug).map_or_else(String::new, |part| part.name.text.clone())
        }
        Wanted::Price => price(words, &list.asked, listing),
        Wanted::Stars => words.with("filter-stars-least", &[("count", list.asked.filter.stars.unwrap_or_default().into())]),
        Wanted::InStock => words.say("filter-stock"),
        Wanted::Value(facet, value) => {
            let facet = listing.facets.iter().find(|known| known.key == *facet);
            let value = facet.and_then(|facet| facet.values.iter().find(|known| known.key == *value));
            let (facet, value) = (facet.map(|facet| facet.name.text.clone()), value.map(|value| value.name.text.clone()));
            words
                .with("filter-value", &[("facet", facet.unwrap_or_default().into()), ("value", value.unwrap_or_default().into())])
        }
    }
}

fn price(words: Words, asked: &Asked, listing: &Listing) -> String {
    let sum =
        |units: u32| words.round_money(Money::new(i64::from(units) * 10_i64.pow(listing.currency.exponent()), listing.currency));
    match (asked.filter.least, asked.filter.most) {
        (Some(least), Some(most)) => {
            words.with("filter-price-between", &[("least", sum(least).into()), ("most", sum(most).into())])
        }
        (Some(least), None) => words.with("price-from", &[("price", sum(least).into())]),
        (None, most) => words.with("filter-price-to", &[("price", sum(most.unwrap_or_default()).into())]),
    }
}
