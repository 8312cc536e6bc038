//! What somebody sees to whom a shopper has given the link to an order's way: when it comes, and nothing of whose it is.

use db::orders::shares;
use db::token::Token;
use domain::delivery::Service;
use domain::ids::Revision;
use domain::orders::{Progress, SharedOrder};
use domain::time::Day;
use domain::tracking::Parcel;
use leptos::prelude::*;

use super::journey::Journey;
use super::late::today_in;
use super::parcels::brought_by;
use super::progress::{Arrival, Line};
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::orders::LiveOrder;
use crate::{request, routes};

/// Seconds after which it is looked at again, while it is still to come.
const REFRESH: u32 = 60;

/// `/{lang}/shared/{token}`
#[component]
pub fn SharedPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let link = Token::parse(&request::segment(2)?).unwrap_or_default();
        let db = request::db()?;
        let now = db.now();
        let events = routes::shared_events(lang, &link);
        let found = db.read(move |conn| shares::shown(conn, &link, now)).await?;
        Ok(match found {
            Some((order, last)) => shown(lang, order, (events, last)),
            None => over(lang),
        })
    })
}

/// `live`: where its news are told, and what is shown.
fn shown(lang: Lang, order: SharedOrder, live: (String, Revision)) -> AnyView {
    let words = Words::of(lang);
    let title = words.say("shared-title");
    let comes = !matches!(order.progress, Progress::Delivered | Progress::Cancelled);
    let head =
        Head { title: title.clone(), refresh: if comes { REFRESH } else { 0 }, checkout: true, secret: true, ..Head::default() };
    let to = format!("\u{2068}{}\u{2069}", order.town);
    let (initial, country) = (format!("\u{2068}{}\u{2069}", order.initial), words.country(order.country));
    let whose = words.with("shared-to", &[("initial", initial.into()), ("town", to.into()), ("country", country.into())]);
    let online = order.service == Service::Online;
    view! {
        <Document head lang>
            <div class="order">
                <h1>{title}</h1>
                {(!online).then(|| view! { <p class="calm">{whose}</p> })}
                <Whole words order=order.clone() />
                {comes.then(|| view! { <LiveOrder events=live.0 last=live.1.0 words=words.say("order-live") /> })}
                <Each words order />
            </div>
        </Document>
    }
    .into_any()
}

/// How far all of it is.
#[component]
fn Whole(words: Words, order: SharedOrder) -> AnyView {
    let progress = order.progress;
    let sent = progress.reached() > 0 && order.service != Service::Online;
    let comes = sent && !matches!(progress, Progress::Delivered | Progress::Returning | Progress::ReadyForPickup);
    let one = order.parcels.len() < 2;
    let parcel = order.parcels.first().cloned().flatten().filter(|_| one);
    let code = match (progress, order.service) {
        // Whether it is paid is nobody's but the shopper's.
        (Progress::AwaitingPayment, _) => Progress::Placed.code(),
        (_, Service::Online) if progress.reached() > 0 => "online",
        _ => progress.code(),
    };
    view! {
        <div class="way-card" class:trouble=progress.is_trouble()>
            <p class="way-state">{words.say(&format!("progress-{code}-title"))}</p>
            {(comes && one).then(|| view! { <Arrival words parcel=parcel.clone() promised=order.promised today=today(&order) /> })}
            {parcel.map(|parcel| view! { <Carried words parcel order=order.clone() /> })}
            {sent.then(|| view! { <Line words progress /> })}
        </div>
    }
    .into_any()
}

/// Its parcels, where there are several.
#[component]
fn Each(words: Words, order: SharedOrder) -> AnyView {
    let count = order.parcels.len();
    if count < 2 {
        return ().into_any();
    }
    let each = (1_usize..).zip(order.parcels.clone()).map(|(at, parcel)| {
        let progress = Progress::of_one(parcel.as_ref().map(|parcel| parcel.state));
        let comes = !matches!(progress, Progress::Delivered | Progress::Returning | Progress::ReadyForPickup);
        let (id, heading) = (format!("parcel-{at}"), words.with("parcel-heading", &[("at", at.into()), ("count", count.into())]));
        view! {
            <article class="way-card" aria-labelledby=id.clone()>
                <h2 id=id.clone()>{heading}</h2>
                <p class="way-state">{words.say(&format!("progress-{}-title", progress.code()))}</p>
                {comes.then(|| view! { <Arrival words parcel=parcel.clone() promised=order.promised today=today(&order) /> })}
                {parcel.map(|parcel| view! { <Carried words parcel order=order.clone() /> })}
                <Line words progress />
            </article>
        }
    });
    each.collect_view().into_any()
}

/// The day it is where it goes.
fn today(order: &SharedOrder) -> Day {
    request::db().map_or(order.promised.0, |db| today_in(order.country, "", db.now()))
}

/// Who brings a parcel, and where it is on the map.
#[component]
fn Carried(words: Words, parcel: Parcel, order: SharedOrder) -> AnyView {
    view! {
        <p class="way-text"><bdi>{brought_by(words, &parcel)}</bdi></p>
        <Journey words parcel city=order.town country=order.country />
    }
    .into_any()
}

/// The link shows nothing any more, or never did: whoever has it hears the same.
fn over(lang: Lang) -> AnyView {
    request::status(404);
    let words = Words::of(lang);
    let title = words.say("shared-over-title");
    let head = Head { title: title.clone(), checkout: true, secret: true, ..Head::default() };
    view! {
        <Document head lang>
            <div class="prose"><h1>{title}</h1><p>{words.say("shared-over-text")}</p></div>
        </Document>
    }
    .into_any()
}
