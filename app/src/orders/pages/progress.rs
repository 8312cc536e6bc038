//! The parcel's way as a line that fills, and the day it comes in large type.

use domain::delivery::Service;
use domain::orders::{Order, OrderEvent, OrderState, Progress};
use domain::time::{Day, Timestamp};
use domain::tracking::{CheckpointKind, Parcel, ParcelState, Promise};
use leptos::prelude::*;

use super::late::{Late, due, is_to_come, today_in, unsent};
use super::parcels::silence;
use crate::i18n::Words;

/// How far an order has come.
pub fn progress_of(order: &Order) -> Progress {
    Progress::of(order.state, order.service, &order.parcels())
}

/// The state in words, the promised day and the line.
#[component]
pub fn Way(words: Words, order: Order, now: Timestamp, key: String) -> AnyView {
    let progress = progress_of(&order);
    let trouble = progress.is_trouble();
    let over = matches!(progress, Progress::Delivered | Progress::Returning | Progress::ReadyForPickup);
    let waiting = progress.reached() > 0 && !over;
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
    let today = today_in(order.address.country, &order.address.region, now);
    let text =
        if parcel.as_ref().is_some_and(|parcel| was_in_the_van(parcel, today)) { "way-van-before".to_owned() } else { text };
    // What had to leave and did not is not said to be packed soon.
    let soon = progress != Progress::Placed || unsent(&order, parcel.as_ref(), now).is_none();
    view! {
        <div class="way-card" class:trouble=trouble>
            <p class="way-state">{words.say(&format!("progress-{}-title", code))}</p>
            {(waiting && one).then(|| view! { <Arrival words parcel=parcel.clone() promised=order.due() today /> })}
            {soon.then(|| view! { <p class="way-text">{words.say(&text)}</p> })}
            {silence}
            {(waiting && one).then(|| view! { <Late words order parcel piece=None now key /> })}
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

/// Whether a parcel was in the van on a day that is over where it goes, and has not moved since.
fn was_in_the_van(parcel: &Parcel, today: Day) -> bool {
    let told = parcel.checkpoints.iter().map(|told| &told.checkpoint).filter(|told| told.kind == CheckpointKind::OutForDelivery);
    let last = told.map(|told| told.at.day_at(told.offset_minutes)).max();
    parcel.state == ParcelState::OutForDelivery && last.is_some_and(|day| day < today)
}

/// The day a parcel should come, and the days it should have come before that changed, each with why; what was promised with
/// the order while nobody has said more. A day that is over where it goes is struck: it is late.
#[component]
pub fn Arrival(words: Words, parcel: Option<Parcel>, promised: (Day, Day), today: Day) -> AnyView {
    let parcel = parcel.filter(|parcel| is_to_come(parcel.state));
    let late = today > due(parcel.as_ref(), promised);
    let undated = parcel.as_ref().is_some_and(Parcel::is_delayed_without_a_day);
    let (day, promises) = match parcel.and_then(|parcel| Some((parcel.expected?, parcel.promises))) {
        Some((day, promises)) => (words.day(day), since_promised(promises, promised.1)),
        None => (words.days(promised.0, promised.1), Vec::new()),
    };
    let changes = promises.windows(2).map(|change| {
        let why = change[1].why.map(|kind| words.say(&format!("checkpoint-{}", kind.code())));
        view! { <p class="way-before"><span class="unseen">{words.say("way-before")}" "</span><s>{words.day(change[0].day)}</s>{why.map(|why| format!(" {why}"))}</p> }
    });
    let before = if late { "way-due" } else { "way-arrives" };
    view! {
        <p class="way-day">
            <span class="unseen">{words.say(before)}" "</span>
            {if late { view! { <s>{day}</s> }.into_any() } else { day.into_any() }}
        </p>
        {late.then(|| view! { <p class="way-before">{words.say("way-late")}</p> })}
        {(undated && !late).then(|| view! { <p class="way-before">{words.say("way-delayed")}</p> })}
        {changes.collect_view()}
    }
    .into_any()
}

/// The days a parcel was said to come on; where the first of them is later than the order was promised for, that one before it.
pub fn since_promised(promises: Vec<Promise>, last: Day) -> Vec<Promise> {
    let later = promises.first().is_some_and(|first| first.day > last);
    later.then_some(Promise { day: last, why: None }).into_iter().chain(promises).collect()
}
