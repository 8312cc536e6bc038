//! The parcel's way as a line that fills, and the day it comes in large type.

use domain::delivery::Service;
use domain::orders::{Order, OrderEvent, Progress};
use domain::tracking::ParcelState;
use leptos::prelude::*;

use crate::i18n::Words;

/// How far an order has come.
pub fn progress_of(order: &Order) -> Progress {
    Progress::of(order.state, order.service, order.parcel.as_ref().map(|parcel| parcel.state))
}

/// The state in words, the promised day and the line.
#[component]
pub fn Way(words: Words, order: Order) -> AnyView {
    let progress = progress_of(&order);
    let trouble = matches!(progress, Progress::Problem | Progress::Returning);
    let waiting = progress.reached() > 0 && progress != Progress::Delivered && progress != Progress::Returning;
    let reached = progress.reached();
    // What comes without a parcel has no way to go.
    let online = order.service == Service::Online;
    let code = if online && reached > 0 { "online" } else { progress.code() };
    let by_shopper = order.timeline.iter().any(|moment| moment.event == OrderEvent::CancelledByShopper);
    let text = if by_shopper { "cancelled-by-shopper-text".to_owned() } else { format!("progress-{code}-text") };
    let station = move |(at, &station): (usize, &Progress)| {
        let class = if at < reached { "reached" } else { "" };
        let current = (at + 1 == reached).then_some("step");
        view! { <li class=class aria-current=current><span>{words.say(&format!("progress-{}", station.code()))}</span></li> }
    };
    view! {
        <div class="way-card" class:trouble=trouble>
            <p class="way-state">{words.say(&format!("progress-{}-title", code))}</p>
            {waiting.then(|| view! { <Arrival words order=order.clone() /> })}
            <p class="way-text">{words.say(&text)}</p>
            {(reached > 0 && !online).then(|| view! {
                <ol class=format!("way-line at-{reached}") aria-label=words.say("way-label")>{Progress::LINE.iter().enumerate().map(station).collect_view()}</ol>
            })}
        </div>
    }
    .into_any()
}

/// The day it should come, and the days it should have come before that changed.
#[component]
fn Arrival(words: Words, order: Order) -> AnyView {
    let parcel = order.parcel.filter(|parcel| parcel.state != ParcelState::Delivered);
    let (day, before) = match parcel.and_then(|parcel| parcel.expected.map(|day| (day, parcel.expected_before))) {
        Some((day, before)) => (words.day(day), before),
        None => (words.days(order.promised.0, order.promised.1), Vec::new()),
    };
    view! {
        <p class="way-day">
            <span class="unseen">{words.say("way-arrives")}" "</span>
            {day}
        </p>
        {before.into_iter().map(|day| view! {
            <p class="way-before"><span class="unseen">{words.say("way-before")}" "</span><s>{words.day(day)}</s></p>
        }).collect_view()}
    }
    .into_any()
}
