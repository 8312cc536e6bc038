//! What EasyPost tells: shipments, rates, trackers and signed events.

use axum::http::HeaderMap;
use domain::contact::Country;
use domain::delivery::zone_of;
use domain::money::{Currency, Money};
use domain::time::{Day, Timestamp};
use domain::tracking::{Checkpoint, CheckpointKind, Chosen, Dialect, Rate, understood};
use serde_json::Value;

use crate::outside::carriers::{GivenBack, Label, Told};
use crate::outside::reading::{day, list, moment, moment_in, name_of, place, promise, said, text};
use crate::outside::signature::{Forged, Key, TOLERANCE_SECONDS};

/// The rates of a shipment, the cheapest first; those that cannot be read are left out. `today` is counted from.
pub(super) fn rates(shipment: &Value, today: Day) -> Vec<Rate> {
    let mut rates: Vec<Rate> = list(shipment, "rates").iter().filter_map(|rate| read(rate, today)).collect();
    rates.sort_by_key(|rate| rate.price.minor);
    rates
}

fn read(rate: &Value, today: Day) -> Option<Rate> {
    let currency = Currency::parse(text(rate, "currency")).ok()?;
    let days =
        rate["delivery_days"].as_u64().and_then(|days| u32::try_from(days).ok()).map(|days| today.plus_working(days.min(90)));
    Some(Rate {
        name: text(rate, "service").to_owned(),
        brand: text(rate, "carrier").to_owned(),
        price: Money::typed(text(rate, "rate"), currency).ok()?,
        days: days.map(|day| (day, day)),
    })
}

/// The id of the rate that is bought: what was chosen, or the best that comes by a day; none where it is not to be had.
pub(super) fn wanted<'a>(shipment: &'a Value, chosen: Option<&Chosen>, (today, by): (Day, Day)) -> Option<&'a str> {
    let known = list(shipment, "rates").iter().filter_map(|rate| Some((text(rate, "id"), read(rate, today)?)));
    let (ids, rates): (Vec<&str>, Vec<Rate>) = known.filter(|(id, _)| !id.is_empty()).unzip();
    let at = match chosen {
        Some(chosen) => rates.iter().position(|rate| chosen.is(rate)),
        None => Rate::best(&rates, by),
    };
    at.and_then(|at| ids.get(at).copied())
}

/// What becomes of the money of a shipment whose label is given back; none where it is not.
pub(super) fn given_back(shipment: &Value) -> Option<GivenBack> {
    match text(shipment, "refund_status") {
        "submitted" => Some(GivenBack::Later),
        "refunded" => Some(GivenBack::Yes),
        "rejected" => Some(GivenBack::No),
        _ => None,
    }
}

/// The label of a shipment that was bought.
pub(super) fn label(shipment: &Value) -> Option<Label> {
    let (number, id) = (text(shipment, "tracking_code"), text(shipment, "id"));
    if number.is_empty() || id.is_empty() || number.len() > 80 {
        return None;
    }
    let (tracker, rate) = (&shipment["tracker"], &shipment["selected_rate"]);
    let page = Some(text(tracker, "public_url")).filter(|page| page.starts_with("https://"));
    let expected = expected(tracker).or_else(|| day(text(rate, "delivery_date")));
    let price = Currency::parse(text(rate, "currency")).ok().and_then(|currency| Money::typed(text(rate, "rate"), currency).ok());
    let brand = Some(text(rate, "carrier")).filter(|brand| !brand.is_empty()).unwrap_or("EasyPost");
    Some(Label {
        number: number.to_owned(),
        shipment: id.to_owned(),
        brand: brand.chars().take(40).collect(),
        page: page.unwrap_or_default().to_owned(),
        service: text(rate, "service").chars().take(40).collect(),
        price,
        expected,
    })
}

/// What has happened to the parcel of a tracker, and the day it now should come.
pub(super) fn of_tracker(tracker: &Value) -> Vec<Checkpoint> {
    let details = list(tracker, "tracking_details");
    let mut told: Vec<Checkpoint> = details.iter().filter_map(checkpoint).collect();
    let (status, changed) = (text(tracker, "status"), moment(text(tracker, "updated_at")));
    // A tracker whose state stands in none of its details, as carriers without details have it.
    let stands = understood(Dialect::EasyPost, status, text(tracker, "status_detail"));
    if let Some((at, _)) =
        changed.filter(|_| stands != CheckpointKind::Unknown && told.iter().all(|one| one.kind.state() != stands.state()))
    {
        told.push(Checkpoint {
            event: name_of(&["status", status]),
            kind: stands,
            at,
            place: String::new(),
            offset_minutes: 0,
            expected: None,
            said: said(status, ""),
        });
    }
    if let Some((day, (at, _))) = expected(tracker).zip(changed) {
        told.push(promise(day, at, details.len()));
    }
    told
}

/// The day it should come where it goes: as its carrier writes it there, where that is told; else of a moment, which at midnight
/// stands for its day alone.
fn expected(tracker: &Value) -> Option<Day> {
    let (detail, written) = (&tracker["carrier_detail"], text(tracker, "est_delivery_date"));
    let there = zone(&detail["destination_tracking_location"], text(tracker, "carrier"));
    let of_moment = |(at, ahead): (Timestamp, i16)| if at.minute_of_day() == 0 { at.day() } else { at.day_at(ahead) };
    let local = day(text(detail, "est_delivery_date_local"));
    local.or_else(|| moment_in(there, written).map(of_moment)).or_else(|| day(written)).filter(|day| day.0 > 0)
}

/// The country of a place. USPS leaves out its own.
fn country(spot: &Value, carrier: &str) -> Option<Country> {
    let own = carrier == "USPS" && text(spot, "country").is_empty() && !text(spot, "state").is_empty();
    Country::parse(if own { "US" } else { text(spot, "country") }).ok()
}

fn zone(spot: &Value, carrier: &str) -> Option<&'static str> {
    country(spot, carrier).map(|country| zone_of(country, text(spot, "state")))
}

/// Moments have the place's offset where EasyPost has found its zone, else they are UTC's (<https://docs.easypost.com/docs/trackers>):
/// then they are told by the clock of the place, as far as the shop knows it.
fn checkpoint(detail: &Value) -> Option<Checkpoint> {
    let (status, finer, message, when) =
        (text(detail, "status"), text(detail, "status_detail"), text(detail, "message"), text(detail, "datetime"));
    let (spot, carrier) = (&detail["tracking_location"], text(detail, "source"));
    let (at, offset_minutes) = moment_in(zone(spot, carrier), when)?;
    let [city, state, written] = ["city", "state", "country"].map(|key| text(spot, key));
    let country = country(spot, carrier);
    let at_place = place([city, state, country.as_ref().map_or(written, Country::code)]);
    Some(Checkpoint {
        // The name is of what was written: what the shop learns to read is not told anew.
        event: name_of(&[status, finer, message, when, &place([city, state, written])]),
        kind: understood(Dialect::EasyPost, status, finer),
        at,
        place: at_place,
        offset_minutes,
        expected: None,
        said: said(status, message),
    })
}

/// Reads an event, if it is really EasyPost's.
pub(super) fn hear(key: &Key, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Result<Vec<Told>, Forged> {
    check(key, headers, body, now)?;
    let event: Value = serde_json::from_slice(body).map_err(|_| Forged::Unreadable)?;
    let tracker = &event["result"];
    if text(tracker, "object") != "Tracker" {
        // Batches, refunds and the like: theirs, and nothing to follow.
        return if event.is_object() { Ok(Vec::new()) } else { Err(Forged::Unreadable) };
    }
    let (number, shipment) = (text(tracker, "tracking_code").to_owned(), text(tracker, "shipment_id").to_owned());
    let told = of_tracker(tracker).into_iter();
    Ok(told.map(|checkpoint| Told { number: number.clone(), shipment: shipment.clone(), checkpoint }).collect())
}

/// The newer signature is over the moment, the method, the path and the body; the older one over the body alone. Where the newer
/// one stands beside it, it is the one that counts.
fn check(key: &Key, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Result<(), Forged> {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let bare = |seal: &str| seal.trim().strip_prefix("hmac-sha256-hex=").unwrap_or(seal.trim()).to_ascii_lowercase();
    if let Some(seal) = header("x-hmac-signature-v2") {
        let (sent, path) = header("x-timestamp").zip(header("x-path")).ok_or(Forged::Unsigned)?;
        if !key.sealed(&[sent.as_bytes(), b"POST", path.as_bytes(), body], &bare(seal)) {
            return Err(Forged::Wrong);
        }
        let at =
            sent.parse::<i64>().ok().map(|seconds| Timestamp(seconds.saturating_mul(1000))).or_else(|| Some(moment(sent)?.0));
        let stale = at.is_some_and(|at| now.since(at).saturating_abs() > TOLERANCE_SECONDS * 1000);
        return if stale { Err(Forged::Stale) } else { Ok(()) };
    }
    let seal = header("x-hmac-signature").ok_or(Forged::Unsigned)?;
    if key.sealed(&[body], &bare(seal)) { Ok(()) } else { Err(Forged::Wrong) }
}
