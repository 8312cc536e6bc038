//! What happened, the newest first, with place and local time.

use domain::orders::Order;
use domain::time::{Day, Timestamp};
use domain::tracking::{CheckpointKind, Parcel, Recorded};
use leptos::prelude::*;

use crate::i18n::Words;
use crate::i18n::format::machine;
use crate::orders::pages::progress::since_promised;
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
        told(words, (parcel, order.due().1), which)
    });
    own.chain(carried).collect()
}

/// What a carrier told of a parcel, whose order was promised for a last day; `which` says of which, where there are several. What
/// says nothing is left out: a day alone that is no news, and what the shop has no word for at a place nobody has named.
fn told(words: Words, (parcel, promised): (&Parcel, Day), which: Option<String>) -> Vec<Happened> {
    // What was said with the label, or promised where nothing was said sooner, is no news.
    let first = since_promised(parcel.promises.clone(), promised).first().map(|first| first.day);
    let mut before = first.unwrap_or(promised);
    let happened = |recorded: &Recorded| {
        let checkpoint = &recorded.checkpoint;
        // The carrier repeats its date; only a new one is news.
        let news = checkpoint.expected.filter(|day| std::mem::replace(&mut before, *day) != *day);
        let news = news.map(|day| words.with("event-expected", &[("day", words.day(day).into())]));
        let alone = checkpoint.kind == CheckpointKind::Unknown && checkpoint.place.is_empty();
        let (says, expected) = match news {
            Some(day) if alone => (day, None),
            None if alone => return None,
            news => (words.say(&format!("checkpoint-{}", checkpoint.kind.code())), news),
        };
        // What was said at no place is told by the clock of whoever reads it.
        let nowhere = checkpoint.place.is_empty() && checkpoint.offset_minutes == 0;
        Some(Happened {
            at: checkpoint.at,
            offset: if nowhere { here(checkpoint.at) } else { checkpoint.offset_minutes },
            says: which.as_ref().map_or(says.clone(), |which| format!("{which}: {says}")),
            place: checkpoint.place.clone(),
            expected,
        })
    };
    parcel.checkpoints.iter().filter_map(happened).collect()
}
