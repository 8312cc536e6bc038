//! What customs want of an order that leaves the customs union: what is still to be written down, and the papers of each parcel.

use domain::customs::{Known, crosses};
use domain::orders::{Order, OrderState};
use leptos::prelude::*;

use crate::failure::Failure;
use crate::i18n::Words;
use crate::{request, routes};

/// What customs ask for and nobody has said, of the things in an order; none where customs do not look at it.
pub async fn asked(order: &Order) -> Result<Option<Vec<Known>>, Failure> {
    let (db, whole) = (request::db()?, order.clone());
    if order.state != OrderState::Paid || !crosses(db.home().country, order.address.country) {
        return Ok(None);
    }
    Ok(Some(db.read(move |conn| db::customs::missing(conn, &whole)).await?))
}

/// Said before anything is packed; the papers once it is laid into parcels.
#[component]
pub fn Customs(words: Words, order: Order, missing: Option<Vec<Known>>) -> Option<AnyView> {
    let missing = missing.filter(|_| order.lines.iter().any(|line| !line.gift_card))?;
    let country = words.country(order.address.country);
    let lacks = |known: &Known| {
        let parts =
            [known.tariff.is_none().then_some("desk-label-tariff"), known.origin.is_none().then_some("desk-label-origin")];
        parts.into_iter().flatten().map(|key| words.say(key)).collect::<Vec<_>>().join(", ")
    };
    let line = |known: Known| {
        let at = format!("{}#tariff", routes::desk_product(Some(known.product)));
        view! { <li><a href=at><bdi>{known.name.clone()}</bdi></a>": "{lacks(&known)}</li> }
    };
    let short = (!missing.is_empty()).then(|| {
        view! {
            <div class="notice bad" role="alert">
                <p>{words.say("desk-customs-missing")}</p>
                <ul>{missing.into_iter().map(line).collect_view()}</ul>
            </div>
        }
    });
    let count = order.pieces.len();
    let papers = |(at, number): (usize, u32)| {
        let link = |invoice| routes::desk_customs(&order.number, number, invoice);
        let heading = words.with("parcel-heading", &[("at", at.into()), ("count", count.into())]);
        view! {
            <li>
                {(count > 1).then(|| format!("{heading}: "))}
                <a href=link(false)>{words.say("desk-customs-form")}</a>" · "<a href=link(true)>{words.say("customs-invoice")}</a>
            </li>
        }
    };
    let papers = (1..).zip(order.pieces.iter().map(|piece| piece.number)).map(papers).collect_view();
    Some(
        view! {
            <section aria-labelledby="customs">
                <h2 id="customs">{words.say("desk-customs")}</h2>
                <p class="calm">{words.with("desk-customs-leaves", &[("country", country.into())])}</p>
                {short}
                {(count > 0).then(|| view! { <ul>{papers}</ul> })}
            </section>
        }
        .into_any(),
    )
}
