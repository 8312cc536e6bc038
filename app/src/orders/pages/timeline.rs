//! What happened, the newest first, with place and local time.

use domain::orders::Order;
use domain::time::Timestamp;
use domain::tracking::{Parcel, Recorded};
use leptos::prelude::*;

use crate::i18n::Words;
use crate::i18n::format::machine;
use crate::orders::pages::{ago, here};

/// One thing that happened.
struct Happened {
    at: Timestamp,
    offset: i16,
    says: String,
    place: String,
    expected: Option<String>,
}

/// The timeline of an order: the shop's own events and the carrier's.
#[component]
pub fn Timeline(words: Words, order: Order, now: Timestamp, live: bool) -> AnyView {
    let mut all = gathered(words, &order);
    // Carriers' clocks are coarse: of two things at one moment, the one told later is the newer.
    all.reverse();
    all.sort_by_key(|happened| std::cmp::Reverse(happened.at));
    let rows = all.into_iter().map(move |happened| {
        let ago = ago(words, (happened.at, now), happened.offset, live);
        view! {
            <li>
                <p class="event-what">{happened.says}</p>
                {happened.expected.map(|says| view! { <p class="event-expected">{says}</p> })}
                <p class="event-when">
                    // Always there, so that it can be told anew.
                    <span class="event-ago">{ago}</span>
                    <time datetime=machine(happened.at)>{words.day(happened.at.day_at(happened.offset))}" · "{words.clock(happened.at, happened.offset)}</time>
                    {(!happened.place.is_empty()).then(|| view! { <bdi class="event-place">{happened.place}</bdi> })}
                </p>
            </li>
        }
    });
    view! {
        <section class="timeline" aria-labelledby="timeline">
            <h2 id="timeline">{words.say("timeline-title")}</h2>
            <ol reversed=true>{rows.collect_view()}</ol>
        </section>
    }
    .into_any()
}

fn gathered(words: Words, order: &Order) -> Vec<Happened> {
    let own = order.timeline.iter().map(|moment| Happened {
        at: moment.at,
        offset: here(moment.at),
        says: words.say(&format!("event-{}", moment.event.code())),
        place: String::new(),
        expected: None,
    });
    let count = order.pieces.len();
    let parcels = (1..).zip(&order.pieces).filter_map(|(at, piece)| Some((at, piece.parcel.as_ref()?)));
    let carried = parcels.flat_map(|(at, parcel)| {
        let which = (count > 1).then(|| words.with("parcel-heading", &[("at", i64::from(at).into()), ("count", count.into())]));
        told(words, parcel, which)
    });
    own.chain(carried).collect()
}

/// What a carrier told of a parcel; `which` says of which, where there are several.
fn told(words: Words, parcel: &Parcel, which: Option<String>) -> Vec<Happened> {
    let mut before = None;
    let happened = |recorded: &Recorded| {
        let checkpoint = &recorded.checkpoint;
        // The carrier repeats its date; only a new one is news, and the first one is no change.
        let news = checkpoint.expected.filter(|day| before.replace(*day).is_some_and(|before| before != *day));
        let says = words.say(&format!("checkpoint-{}", checkpoint.kind.code()));
        Happened {
            at: checkpoint.at,
            offset: checkpoint.offset_minutes,
            says: which.as_ref().map_or(says.clone(), |which| format!("{which}: {says}")),
            place: checkpoint.place.clone(),
            expected: news.map(|day| words.with("event-expected", &[("day", words.day(day).into())])),
        }
    };
    parcel.checkpoints.iter().map(happened).collect()
}
