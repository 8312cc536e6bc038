//! What happened, the newest first, with place and local time.

use domain::orders::Order;
use domain::time::Timestamp;
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
    let mut told = None;
    let carried = order.parcel.iter().flat_map(|parcel| &parcel.checkpoints).map(|recorded| {
        let checkpoint = &recorded.checkpoint;
        // The carrier repeats its date; only a new one is news, and the first one is no change.
        let news = checkpoint.expected.filter(|day| told.replace(*day).is_some_and(|before| before != *day));
        Happened {
            at: checkpoint.at,
            offset: checkpoint.offset_minutes,
            says: words.say(&format!("checkpoint-{}", checkpoint.kind.code())),
            place: checkpoint.place.clone(),
            expected: news.map(|day| words.with("event-expected", &[("day", words.day(day).into())])),
        }
    });
    own.chain(carried).collect()
}
