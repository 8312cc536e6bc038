//! Changing how an order is sent, and to which country: a row for each of the ways there are.

use db::orders::items::Ways;
use domain::delivery::{DeliveryOption, PickupPoint, Service};
use domain::orders::{NotWanted, WantedChange, WantedPlace, WantedWay};
use domain::time::Timestamp;
use leptos::prelude::*;

use crate::checkout::pages::{Points, WayToCome};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::request;

/// What is chosen in the form; an error where that cannot be read, none where nothing is.
pub fn typed() -> Option<Result<WantedWay, NotWanted>> {
    let code = request::query("service")?;
    let point = request::query("pickup").unwrap_or_default();
    Some(Service::from_code(&code).ok_or(NotWanted).and_then(|service| WantedWay::of(service, &point)))
}

/// The same, of an order that goes to another country: its form knows when the address was typed.
pub fn typed_place() -> Option<Result<WantedPlace, NotWanted>> {
    let way = typed()?;
    let typed_at = request::query("typed").and_then(|text| text.parse().ok().map(Timestamp)).ok_or(NotWanted);
    Some(way.and_then(|way| Ok(WantedPlace { typed_at: typed_at?, way })))
}

/// The way that was chosen before.
pub fn chosen(wish: Option<WantedChange>) -> Option<WantedWay> {
    match wish? {
        WantedChange::Way(way) => Some(way),
        WantedChange::Place(place) => Some(place.way),
        WantedChange::Items(_) => None,
    }
}

/// The pickup points near the address; nobody is asked where nothing can be sent to any.
async fn points(ways: &Ways) -> Result<Vec<PickupPoint>, Failure> {
    if ways.options.iter().all(|(option, _)| option.service != Service::Pickup) {
        return Ok(Vec::new());
    }
    let address = &ways.to;
    request::shop()?.bringers.near(address.country, &address.postcode, &address.city).await
}

/// A row for each way; none where there is no other than it is sent by, or none to there.
pub async fn rows(words: Words, ways: Ways, chosen: Option<WantedWay>) -> Result<Option<AnyView>, Failure> {
    let points = points(&ways).await?;
    let Ways { order, mut options, typed_at, .. } = ways;
    // Whoever brings it may have no point there.
    options.retain(|(option, _)| option.service != Service::Pickup || !points.is_empty());
    let to_points = options.iter().any(|(option, _)| option.service == Service::Pickup) && points.len() > 1;
    let is_as_it_is = |option: &DeliveryOption| typed_at.is_none() && option.service == order.service;
    if options.is_empty() || !to_points && options.iter().all(|(option, _)| is_as_it_is(option)) {
        return Ok(None);
    }
    let now = points.iter().find(|point| point.whole() == order.pickup).map(|point| point.id.clone());
    let agreed = options.iter().map(|(option, _)| option.service).find(|service| *service == order.service);
    let usual = agreed.or_else(|| options.first().map(|(option, _)| option.service)).unwrap_or(order.service);
    let service = chosen.as_ref().map_or(usual, |way| way.service);
    let point = chosen.map(|way| way.point).filter(|point| !point.is_empty()).or(now).unwrap_or_default();
    let rows = options.into_iter().map(|(option, sum)| {
        let points =
            (option.service == Service::Pickup).then(|| view! { <Points words points=points.clone() chosen=point.clone() /> });
        let checked = option.service == service;
        let option = DeliveryOption { price: sum, ..option };
        view! { <WayToCome words option price=words.money(sum) checked>{points}</WayToCome> }
    });
    let rows = rows.collect_view();
    let typed = typed_at.map(|at| view! { <input type="hidden" name="typed" value=at.0 /> });
    let legend = words.say("delivery-heading");
    Ok(Some(view! { {typed}<fieldset class="ways"><legend class="unseen">{legend}</legend>{rows}</fieldset> }.into_any()))
}
