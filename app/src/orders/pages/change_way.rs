//! Changing how an order is sent: a form of the ways there are, then what changes and the difference, before anything is done.

use db::checkout::Moment;
use db::orders::items::Ways;
use domain::delivery::{DeliveryOption, PickupPoint, Service};
use domain::orders::{ItemsRefusal, OrderNumber, WantedChange, WantedWay};
use leptos::prelude::*;

use super::change_items::Not;
use super::changing::{Differs, Looked};
use super::keys;
use crate::checkout::pages::{Points, WayToCome};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::{request, routes};

/// `/{lang}/orders/{number}/delivery`
#[component]
pub fn ChangeWayPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let number = OrderNumber::parse(&request::segment(2)?).map_err(|_| Failure::NotFound)?;
        let key = request::query("key").unwrap_or_default();
        let (asked, shop, typed) = (keys(&key), request::shop()?, wanted());
        let now = shop.db.now();
        let moment = Moment { now, shop_offset_minutes: request::shop_offset(now) };
        let wish = typed.clone().and_then(Result::ok).filter(|_| request::query("see").is_some()).map(WantedChange::Way);
        let found = shop.db.read(move |conn| {
            let id = db::orders::id_for(conn, &number, &asked)?;
            let quote = |wish: WantedChange| Ok::<_, db::Fault>((db::orders::items::quote(conn, id, &wish, moment)?, wish));
            let (looked, payment) = (wish.map(quote).transpose()?, db::payments::of_order(conn, id)?);
            Ok((db::orders::items::ways(conn, id, moment)?, db::orders::items::waiting(conn, id)?.is_some(), looked, payment))
        });
        let (ways, waits, looked, payment) = found.await?;
        let words = Words::of(lang);
        Ok(match (ways, looked) {
            (Err((refusal, order)), _) => Some(view! { <Not words refusal order key /> }.into_any()),
            (Ok(ways), _) if waits => {
                request::go(&routes::with_key(&routes::order(lang, &ways.order.number), &key));
                None
            }
            (Ok(ways), Some((Ok(change), wish))) => {
                let looked = Looked { order: ways.order, seen: ways.seen, change, wish, payment, key };
                Some(view! { <Differs words looked /> }.into_any())
            }
            (Ok(ways), looked) => {
                let stale = request::query("stale").map(|_| ItemsRefusal::Stale);
                let refused = looked.and_then(|(answer, _)| answer.err());
                let unread = matches!(typed, Some(Err(()))).then_some(ItemsRefusal::NotThere);
                let points = points(&ways).await?;
                let chosen = typed.and_then(Result::ok);
                Some(form(words, ways, points, stale.or(refused).or(unread), chosen, key).into_any())
            }
        })
    })
}

/// What is chosen in the form, or stands in a link back to it; an error where that cannot be read, none where nothing is.
fn wanted() -> Option<Result<WantedWay, ()>> {
    if let Some(text) = request::query("wanted") {
        return Some(text.parse().map_err(|_| ()));
    }
    let code = request::query("service")?;
    let point = request::query("pickup").unwrap_or_default();
    Some(Service::from_code(&code).ok_or(()).and_then(|service| WantedWay::of(service, &point).map_err(|_| ())))
}

/// The pickup points near the address; nobody is asked where nothing can be sent to any.
async fn points(ways: &Ways) -> Result<Vec<PickupPoint>, Failure> {
    if ways.options.iter().all(|(option, _)| option.service != Service::Pickup) {
        return Ok(Vec::new());
    }
    let address = &ways.order.address;
    request::shop()?.bringers.near(address.country, &address.postcode, &address.city).await
}

fn form(
    words: Words,
    ways: Ways,
    points: Vec<PickupPoint>,
    refusal: Option<ItemsRefusal>,
    chosen: Option<WantedWay>,
    key: String,
) -> impl IntoView {
    let Ways { order, mut options, .. } = ways;
    // Whoever brings it may have no point there.
    options.retain(|(option, _)| option.service != Service::Pickup || !points.is_empty());
    let to_points = options.iter().any(|(option, _)| option.service == Service::Pickup) && points.len() > 1;
    let other = to_points || options.iter().any(|(option, _)| option.service != order.service);
    let title = words.with("way-title", &[("number", order.number.as_str().into())]);
    let head = Head { title: title.clone(), ..Head::default() };
    let says = refusal.map(|refusal| words.say(&format!("items-not-{}", refusal.code())));
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
    let back = routes::with_key(&routes::order(words.lang, &order.number), &key);
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <h1>{title}</h1>
                {says.map(|says| view! { <p class="notice bad" role="alert">{says}</p> })}
                {if other {
                    view! {
                        <p>{words.say("way-text")}</p>
                        <form method="get" action=routes::change_way(words.lang, &order.number) class="stack">
                            <input type="hidden" name="see" value="" />
                            {(!key.is_empty()).then(|| view! { <input type="hidden" name="key" value=key.clone() /> })}
                            <fieldset class="ways"><legend class="unseen">{words.say("delivery-heading")}</legend>{rows}</fieldset>
                            <p class="hint">{words.say("way-rule")}</p>
                            <div><button class="button" type="submit">{words.say("items-see")}</button></div>
                        </form>
                    }.into_any()
                } else {
                    view! { <p>{words.say("way-only")}</p> }.into_any()
                }}
                <p><a href=back>{words.say("items-leave")}</a></p>
            </div>
        </Document>
    }
}
