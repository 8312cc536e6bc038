//! Narrowing a list: the filters most ask for as links, all of them in a form (`groups.rs`), and the order.

use domain::catalogue::{Asked, Filter, Listing, Sort};
use leptos::prelude::*;

use super::groups::{Count, Parts, Prices, Stars, Tick, Values};
use super::listed::List;
use crate::i18n::Words;

/// The filters. Where not all was counted, no numbers stand beside them: those of a part would be taken for those of all.
#[component]
pub fn Narrow(words: Words, list: List, listing: Listing, uncounted: bool) -> AnyView {
    let chosen = list.asked.filter.wanted().len();
    let nothing = listing.count == 0 && list.asked.filter.is_empty();
    if nothing {
        return ().into_any();
    }
    let title =
        if chosen > 0 { words.with("filter-title-count", &[("count", chosen.into())]) } else { words.say("filter-title") };
    let kept = list.kept.iter().cloned().chain(list.asked.sort.map(|sort| ("sort".to_owned(), sort.code().to_owned())));
    view! {
        <Promoted words list=list.clone() listing=listing.clone() uncounted />
        <details class="narrow" class:uncounted=uncounted open=list.asked.whole.is_some()>
            <summary class="chip">{title}</summary>
            <form method="get" action=list.path.clone()>
                {kept.map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view()}
                <div class="narrow-groups">
                    <Parts words filter=list.asked.filter.clone() listing=listing.clone() />
                    <Prices words filter=list.asked.filter.clone() listing=listing.clone() />
                    <Stars words filter=list.asked.filter.clone() listing=listing.clone() />
                    <fieldset>
                        <legend>{words.say("filter-stock-title")}</legend>
                        <Tick words name="stock" value="now" label=words.say("filter-stock").into_any() count=listing.in_stock on=list.asked.filter.in_stock />
                    </fieldset>
                    {listing.facets.into_iter().map(|facet| view! { <Values words filter=list.asked.filter.clone() facet /> }).collect_view()}
                </div>
                <button class="button">{words.say("filter-apply")}</button>
            </form>
        </details>
    }
    .into_any()
}

/// Two or three that most ask for, each one click away. What is chosen is among the chips of what is chosen.
#[component]
fn Promoted(words: Words, list: List, listing: Listing, uncounted: bool) -> impl IntoView {
    let filter = &list.asked.filter;
    let stars = Filter::STARS.first().copied();
    let well = listing.stars.iter().find(|(least, _)| Some(*least) == stars).map_or(0, |(_, count)| *count);
    let in_stock = (words.say("filter-stock"), listing.in_stock, Filter { in_stock: true, ..filter.clone() });
    let liked = words.with("filter-stars-least", &[("count", stars.unwrap_or_default().into())]);
    let liked = (liked, well, Filter { stars, ..filter.clone() });
    let first = listing.facets.first().and_then(|facet| Some((facet, facet.values.first()?)));
    let first = first.map(|(facet, value)| {
        let (name, of) = (value.name.text.clone(), facet.name.text.clone());
        let mut with = filter.clone();
        with.facets.entry(facet.key.clone()).or_default().insert(value.key.clone());
        (words.with("filter-value", &[("facet", of.into()), ("value", name.into())]), value.count, with)
    });
    let useful = |(_, count, with): &(String, u32, Filter)| *count > 0 && *count < listing.count && with != filter;
    let all: Vec<_> = [Some(in_stock), Some(liked), first].into_iter().flatten().filter(useful).collect();
    (!all.is_empty()).then(|| {
        view! {
            <ul class="chips promoted" class:uncounted=uncounted aria-label=words.say("filter-promoted")>
                {all.into_iter().map(|(text, count, with)| view! {
                    <li><a class="chip" rel="nofollow" href=list.with(with)>{text}<Count words count /></a></li>
                }).collect_view()}
            </ul>
        }
    })
}

/// The orders a list can come in; what was found has one of its own.
#[component]
pub fn SortBy(words: Words, list: List) -> AnyView {
    let own = (!list.kept.is_empty()).then_some((None, "sort-relevance".to_owned()));
    let popular = |sort: Sort| (!list.kept.is_empty() || sort != Sort::Popular).then_some(sort);
    let all: Vec<_> =
        own.into_iter().chain(Sort::ALL.iter().map(|&sort| (popular(sort), format!("sort-{}", sort.code())))).collect();
    let choice = |(sort, key): (Option<Sort>, String)| {
        let current = (sort == list.asked.sort).then_some("true");
        let href = list.at(&Asked { sort, filter: list.asked.filter.clone(), ..Asked::default() });
        view! { <li><a class="chip" href=href aria-current=current>{words.say(&key)}</a></li> }
    };
    view! {
        <nav class="sort" aria-label=words.say("sort-label")>
            <ul class="chips">{all.into_iter().map(choice).collect_view()}</ul>
        </nav>
    }
    .into_any()
}
