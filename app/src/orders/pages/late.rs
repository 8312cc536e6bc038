//! What is later than it was promised: said before anybody asks, with what is done about it and the way to who answers.

use domain::contact::Country;
use domain::delivery::{Service, leaves_at_latest, zone_of};
use domain::orders::{Order, OrderState};
use domain::time::{Day, Timestamp};
use domain::tracking::{Parcel, ParcelState};
use leptos::prelude::*;

use crate::i18n::Words;
use crate::i18n::format::offset;
use crate::{request, routes};

/// The day it is where a parcel goes.
pub fn today_in(country: Country, region: &str, now: Timestamp) -> Day {
    now.day_at(offset(zone_of(country, region), now))
}

/// The day a parcel should come and what was promised with the order, whichever holds: the last day it may be.
pub fn due(parcel: Option<&Parcel>, promised: (Day, Day)) -> Day {
    parcel.and_then(|parcel| parcel.expected).unwrap_or(promised.1)
}

/// Of a parcel that is still to come, or of an order or a part of it that has none yet: that it is late, or has not left when it had
/// to, and where to ask about it. Nothing where it is in time.
#[component]
pub fn Late(words: Words, order: Order, parcel: Option<Parcel>, piece: Option<u32>, now: Timestamp, key: String) -> AnyView {
    let to = &order.address;
    let comes = parcel.as_ref().is_none_or(|parcel| is_to_come(parcel.state));
    if order.state != OrderState::Paid || order.service == Service::Online || !comes {
        return ().into_any();
    }
    let is_late = today_in(to.country, &to.region, now) > due(parcel.as_ref(), order.due());
    let unsent = unsent(&order, parcel.as_ref(), now);
    if !is_late && unsent.is_none() {
        return ().into_any();
    }
    let href = routes::with_key(&routes::problem(words.lang, &order.number, piece), &key);
    view! {
        {unsent.map(|day| view! { <p class="way-text">{words.with("way-unsent", &[("day", words.day(day).into())])}</p> })}
        <p class="way-text">{is_late.then(|| words.say("way-late-text"))}" "<a href=href>{words.say("way-late-link")}</a></p>
    }
    .into_any()
}

/// Whether a parcel that stands so is still to come: one that waits to be fetched has come.
pub fn is_to_come(state: ParcelState) -> bool {
    !matches!(state, ParcelState::Delivered | ParcelState::Returning | ParcelState::PickupReady)
}

/// The day on which what is paid and has no parcel yet had to leave, once it is over where the shop is.
pub fn unsent(order: &Order, parcel: Option<&Parcel>, now: Timestamp) -> Option<Day> {
    if parcel.is_some() || order.state != OrderState::Paid {
        return None;
    }
    let home = request::db().ok()?.home().country;
    let day = leaves_at_latest(order.service, (home, order.address.country), order.due().0)?;
    (now.day_at(request::shop_offset(now)) > day).then_some(day)
}
