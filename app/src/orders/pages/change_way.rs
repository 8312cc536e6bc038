//! Changing how an order is sent: a row for each of the ways there are.

use db::orders::items::Ways;
use domain::delivery::{DeliveryOption, PickupPoint, Service};
use domain::orders::{NotWanted, WantedWay};
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

/// The pickup points near the address; nobody is asked where nothing can be sent to any.
async fn points(ways: &Ways) -> Result<Vec<PickupPoint>, Failure> {
    if ways.options.iter().all(|(option, _)| option.service != Service::Pickup) {
        return Ok(Vec::new());
    }
    let address = &ways.order.address;
    request::shop()?.bringers.near(address.country, &address.postcode, &address.city).await
}

/// A row for each way; none where there is no other than it is sent by.
pub async fn rows(words: Words, ways: Ways, chosen: Option<WantedWay>) -> Result<Option<AnyView>, Failure> {
    let points = points(&ways).await?;
    let Ways { order, mut options, .. } = ways;
    // Whoever brings it may have no point there.
    options.retain(|(option, _)| option.service != Service::Pickup || !points.is_empty());
    let to_points = options.iter().any(|(option, _)| option.service == Service::Pickup) && points.len() > 1;
    if !to_points && options.iter().all(|(option, _)| option.service == order.service) {
        return Ok(None);
    }
    let now = points.iter().find(|point| point.whole() == order.pickup).map(|point| point.id.clone());
    let service = chosen.as_ref().map_or(order.service, |way| way.service);
    let point = chosen.map(|way| way.point).filter(|point| !point.is_empty()).or(now).unwrap_or_default();
    let rows = options.into_iter().map(|(option, sum)| {
        let points =
            (option.service == Service::Pickup).then(|| view! { <Points words points=points.clone() chosen=point.clone() /> });
        let checked = option.service == service;
        let option = DeliveryOption { price: sum, ..option };
        view! { <WayToCome words option price=words.money(sum) checked>{points}</WayToCome> }
    });
    let rows = rows.collect_view();
    Ok(Some(
        view! { <fieldset class="ways"><legend class="unseen">{words.say("delivery-heading")}</legend>{rows}</fieldset> }
            .into_any(),
    ))
}
