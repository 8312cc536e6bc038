//! What a list can be narrowed by, each group as a part of the form, with how many goods there are.

use domain::catalogue::{Facet, Filter, Listing, facet_parameter};
use leptos::prelude::*;

use crate::i18n::Words;
use crate::ui::SaidIn;

/// The list's parts.
#[component]
pub fn Parts(words: Words, filter: Filter, listing: Listing) -> impl IntoView {
    (listing.parts.len() > 1).then(|| {
        view! {
            <fieldset>
                <legend>{words.say("filter-part")}</legend>
                {listing.parts.into_iter().map(|part| {
                    let on = filter.within.contains(&part.slug);
                    let label = view! { <SaidIn words said=part.name /> }.into_any();
                    view! { <Tick words name="in" value=part.slug.as_str().to_owned() label count=part.count on /> }
                }).collect_view()}
            </fieldset>
        }
    })
}

/// Two numbers, with the lowest and the highest price there is as what one might type.
#[component]
pub fn Prices(words: Words, filter: Filter, listing: Listing) -> AnyView {
    let unit = 10_i64.pow(listing.currency.exponent());
    let (low, high) =
        listing.prices.map_or((None, None), |(low, high)| (Some(low.minor / unit), Some((high.minor + unit - 1) / unit)));
    let field = move |name: &'static str, key: &'static str, value: Option<u32>, hint: Option<i64>| {
        view! {
            <label class="field">
                <span>{words.say(key)}</span>
                <input name=name type="number" inputmode="numeric" min="0" step="1" autocomplete="off" value=value placeholder=hint />
            </label>
        }
    };
    view! {
        <fieldset>
            <legend>{words.with("filter-price", &[("currency", listing.currency.code().to_owned().into())])}</legend>
            <div class="narrow-pair">
                {field("least", "filter-price-least", filter.least, low)}
                {field("most", "filter-price-most", filter.most, high)}
            </div>
        </fieldset>
    }
    .into_any()
}

/// How well liked.
#[component]
pub fn Stars(words: Words, filter: Filter, listing: Listing) -> impl IntoView {
    let rated = filter.stars.is_some() || listing.stars.iter().any(|(_, count)| *count > 0);
    let radio = move |stars: Option<u8>, text: String, count: Option<u32>| {
        let (on, value) = (filter.stars == stars, stars.map_or_else(String::new, |stars| stars.to_string()));
        view! {
            <label class="tick">
                <input type="radio" name="stars" value=value checked=on disabled={count == Some(0) && !on} />
                <span>{text}{count.map(|count| view! { <Count words count /> })}</span>
            </label>
        }
    };
    rated.then(|| {
        view! {
            <fieldset>
                <legend>{words.say("filter-stars")}</legend>
                {listing.stars.into_iter().map(|(stars, count)| {
                    radio(Some(stars), words.with("filter-stars-least", &[("count", stars.into())]), Some(count))
                }).collect_view()}
                {radio(None, words.say("filter-stars-any"), None)}
            </fieldset>
        }
    })
}

/// A facet's values.
#[component]
pub fn Values(words: Words, filter: Filter, facet: Facet) -> AnyView {
    let name = facet_parameter(&facet.key);
    let chosen = filter.facets.get(&facet.key).cloned().unwrap_or_default();
    let rest = facet.values.len() < facet.all as usize;
    view! {
        <fieldset>
            <legend><SaidIn words said=facet.name /></legend>
            {facet.values.into_iter().map(|value| {
                let on = chosen.contains(&value.key);
                let dot = value.swatch.map(|swatch| view! {
                    <svg class="dot" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="7.5" fill=swatch /></svg>
                });
                let label = view! { {dot}<SaidIn words said=value.name /> }.into_any();
                view! { <Tick words name=name.clone() value=value.key label count=value.count on /> }
            }).collect_view()}
            {rest.then(|| view! {
                <button class="link" name="whole" value=facet.key>{words.with("filter-whole", &[("count", facet.all.into())])}</button>
            })}
        </fieldset>
    }
    .into_any()
}

/// A box to tick. What leads nowhere cannot be ticked, but taken away.
#[component]
pub fn Tick(
    words: Words,
    #[prop(into)] name: String,
    #[prop(into)] value: String,
    #[prop(into)] label: AnyView,
    count: u32,
    on: bool,
) -> AnyView {
    view! {
        <label class="tick">
            <input type="checkbox" name=name value=value checked=on disabled={count == 0 && !on} />
            <span>{label}<Count words count /></span>
        </label>
    }
    .into_any()
}

/// How many there are.
#[component]
pub fn Count(words: Words, count: u32) -> AnyView {
    view! { " "<small class="how-many">"("{words.number(count)}")"</small> }.into_any()
}
