//! The parcel's way as a line that fills, and the day it comes in large type.

use domain::delivery::Service;
use domain::orders::{Order, OrderEvent, OrderState, Progress};
use domain::time::{Day, Timestamp};
use domain::tracking::{Parcel, ParcelState};
use leptos::prelude::*;

use super::parcels::silence;
use crate::i18n::Words;

/// How far an order has come.
pub fn progress_of(order: &Order) -> Progress {
    Progress::of(order.state, order.service, &order.parcels())
}

/// The state in words, the promised day and the line.
#[component]
pub fn Way(words: Words, order: Order, now: Timestamp) -> AnyView {
    let progress = progress_of(&order);
    let trouble = progress.is_trouble();
    let waiting = progress.reached() > 0 && progress != Progress::Delivered && progress != Progress::Returning;
    let reached = progress.reached();
    // What comes without a parcel has no way to go.
    let online = order.service == Service::Online;
    let code = if online && reached > 0 { "online" } else { progress.code() };
    let by_shopper = order.timeline.iter().any(|moment| moment.event == OrderEvent::CancelledByShopper);
    let text = if by_shopper { "cancelled-by-shopper-text".to_owned() } else { format!("progress-{code}-text") };
    // Of several parcels each has a day of its own.
    let one = order.pieces.len() < 2;
    let parcel = order.pieces.first().and_then(|piece| piece.parcel.clone()).filter(|_| one);
    let silence =
        parcel.as_ref().filter(|_| order.state == OrderState::Paid).and_then(|parcel| silence(words, &order, parcel, now));
    view! {
        <div class="way-card" class:trouble=trouble>
            <p class="way-state">{words.say(&format!("progress-{}-title", code))}</p>
            {(waiting && one).then(|| view! { <Arrival words parcel promised=order.promised /> })}
            <p class="way-text">{words.say(&text)}</p>
            {silence}
            {(reached > 0 && !online).then(|| view! { <Line words progress /> })}
        </div>
    }
    .into_any()
}

/// The line that fills.
#[component]
pub fn Line(words: Words, progress: Progress) -> AnyView {
    let reached = progress.reached();
    let station = move |(at, &station): (usize, &Progress)| {
        let class = if at < reached { "reached" } else { "" };
        let current = (at + 1 == reached).then_some("step");
        view! { <li class=class aria-current=current><span>{words.say(&format!("progress-{}", station.code()))}</span></li> }
    };
    view! {
        <ol class=format!("way-line at-{reached}") aria-label=words.say("way-label")>{Progress::LINE.iter().enumerate().map(station).collect_view()}</ol>
    }
    .into_any()
}

/// The day a parcel should come, and the days it should have come before that changed, each with why; what was promised with
/// the order while nobody has said more.
#[component]
pub fn Arrival(words: Words, parcel: Option<Parcel>, promised: (Day, Day)) -> AnyView {
    let parcel = parcel.filter(|parcel| parcel.state != ParcelState::Delivered);
    let (day, promises) = match parcel.and_then(|parcel| Some((parcel.expected?, parcel.promises))) {
        Some((day, promises)) => (words.day(day), promises),
        None => (words.days(promised.0, promised.1), Vec::new()),
    };
    let changes = promises.windows(2).map(|change| {
        let why = change[1].why.map(|kind| words.say(&format!("checkpoint-{}", kind.code())));
        view! { <p class="way-before"><span class="unseen">{words.say("way-before")}" "</span><s>{words.day(change[0].day)}</s>{why.map(|why| format!(" {why}"))}</p> }
    });
    view! {
        <p class="way-day">
            <span class="unseen">{words.say("way-arrives")}" "</span>
            {day}
        </p>
        {changes.collect_view()}
    }
    .into_any()
}
