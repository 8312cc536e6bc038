//! An order's page: confirmation, live tracking, and what can be done now.

use db::orders::Keys;
use db::orders::items::Waiting;
use db::payments::Payment;
use db::token::Token;
use domain::care::Care;
use domain::delivery::Service;
use domain::documents::DocumentNumber;
use domain::ids::{ParcelId, Revision};
use domain::orders::{Cancellation, Order, OrderNumber, OrderState, Progress};
use domain::problems::Problem;
use domain::time::Timestamp;
use domain::tracking::Wished;
use leptos::prelude::*;

use super::again::BuyAgain;
use super::cancellation::Cancelling;
use super::care::CareGuides;
use super::change_waits::{ChangeWaits, Waits};
use super::changes::Changes;
use super::facts::Facts;
use super::gift_cards::GiftCards;
use super::items::Items;
use super::journey::Journey;
use super::paid::Paid;
use super::parcels::{FromThePacker, Parcels, only_parcel};
use super::paying::{Paying, Unpaid};
use super::progress::{Way, progress_of};
use super::sharing::{Shared, Sharing, just_made};
use super::timeline::Timeline;
use crate::account::pages::Offer;
use crate::documents::pages::Links;
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::notifications::pages::{About, TellDevice};
use crate::offline::pages::KeepShop;
use crate::orders::LiveOrder;
use crate::orders::pages::here;
use crate::problems::pages::Problems;
use crate::{request, routes};

/// Seconds after which a browser without script looks again.
const REFRESH: u32 = 20;

/// The keys a request holds: the browser's own, and the one in the order's link.
pub fn keys(link: &str) -> Keys {
    Keys { browser: request::browser(), link: Token::parse(link) }
}

/// `/{lang}/orders/{number}`
#[component]
pub fn OrderPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let number = OrderNumber::parse(&request::segment(2)?).map_err(|_| Failure::NotFound)?;
        let key = request::query("key").unwrap_or_default();
        let asked = keys(&key);
        let shop = request::shop()?;
        let id = shop.db.read(move |conn| db::orders::id_for(conn, &number, &asked)).await?;
        if request::query("changed").is_some()
            && let Some(waiting) = shop.db.read(move |conn| db::orders::items::waiting(conn, id)).await?
            && shop.till.settle(waiting.payment).await.is_err()
        {
            tracing::warn!(payment = waiting.payment.0, "the provider did not answer; it is asked again later");
        }
        if request::query("paid").is_some() {
            // Back from the provider: what became of the money is asked, not believed.
            let payment = shop.db.read(move |conn| db::payments::of_order(conn, id)).await?;
            if shop.till.settle(payment.id).await.is_err() {
                tracing::warn!(payment = payment.id.0, "the provider did not answer; it is asked again later");
            }
        }
        request::say_whose();
        let (made, now) = (just_made(), shop.db.now());
        let found = shop.db.read(move |conn| {
            let (order, payment) = (db::orders::by_id(conn, id)?, db::payments::of_order(conn, id)?);
            let documents = db::documents::numbers(conn, id)?;
            let shared = db::orders::shares::is_shared(conn, id, made.as_ref(), now)?;
            let can = Can {
                change: db::orders::changeable(conn, id)?.ok(),
                shared: Shared::of(shared, made),
                wishes: db::tracking::wishes(conn, id)?,
                told: db::problems::of_order(conn, id)?,
                asked: db::orders::cancellations::of_order(conn, id)?,
                kept: db::payments::standing(conn, id)?,
                care: db::care::of_order(conn, id, lang)?,
                waiting: match db::orders::items::waiting(conn, id)? {
                    Some(waiting) => Some((db::payments::by_id(conn, waiting.payment)?, waiting)),
                    None => None,
                },
            };
            Ok((order, payment, db::orders::revision(conn, id)?, documents, can))
        });
        let (order, payment, last, documents, can) = found.await?;
        let unpaid = Unpaid { order, payment, takers: shop.till.takers(), key, trial: shop.trial };
        Ok(shown(lang, unpaid, documents, (last, now), can))
    })
}

/// What can be done with an order beside following it.
struct Can {
    /// Whether it can be changed, and until when, where that is known.
    change: Option<Option<Timestamp>>,
    /// The link others have to it.
    shared: Shared,
    /// What is wished of its parcels.
    wishes: Vec<(ParcelId, Wished)>,
    /// What was told to be wrong with it.
    told: Vec<Problem>,
    /// Whether somebody asked to cancel it, and what became of that.
    asked: Option<Cancellation>,
    /// What it is paid with.
    kept: Vec<Payment>,
    /// How what is in it is looked after.
    care: Vec<Care>,
    /// The change that waits to be paid, and the attempt to pay it.
    waiting: Option<(Payment, Waiting)>,
}

/// `told`: what it shows, and now.
fn shown(lang: Lang, paying: Unpaid, documents: Vec<DocumentNumber>, told: (Revision, Timestamp), can: Can) -> impl IntoView {
    let (last, now) = told;
    let words = Words::of(lang);
    let (order, key) = (paying.order.clone(), paying.key.clone());
    let (takers, trial, changing) = (paying.takers.clone(), paying.trial, can.waiting.is_some());
    let waits =
        can.waiting.map(|(payment, waiting)| Waits { order: order.clone(), waiting, payment, takers, key: key.clone(), trial });
    let progress = progress_of(&order);
    let open = !matches!(progress, Progress::Delivered | Progress::Cancelled);
    let head = Head {
        title: words.with("order-title", &[("number", order.number.as_str().into())]),
        refresh: if open { REFRESH } else { 0 },
        ..Head::default()
    };
    let thanked = order.state == OrderState::Paid && request::query("paid").is_some();
    let about = About { number: order.number.as_str().to_owned(), key: key.clone(), ..About::default() };
    let events = routes::with_key(&routes::order_events(lang, &order.number), &key);
    let comes = open && order.state == OrderState::Paid && order.service != Service::Online;
    let calendar = routes::with_key(&routes::arrival(lang, &order.number), &key);
    view! {
        <Document head lang>
            <div class="order">
                {request::query("already").map(|_| view! { <p class="notice" role="status">{words.say("order-already")}</p> })}
                <Top words order=order.clone() />
                <Paying words unpaid=paying />
                {waits.map(|waits| view! { <ChangeWaits words waits /> })}
                <GiftCards words cards=order.issued.clone() />
                <Way words order=order.clone() now key=key.clone() />
                {request::query("wished").map(|_| view! { <p class="notice done" role="status">{words.say("wish-sent")}</p> })}
                <Parcels words order=order.clone() now wishes=can.wishes key=key.clone() />
                <FromThePacker words order=order.clone() />
                {open.then(|| view! { <TellDevice words about=about.clone() /> })}
                {thanked.then(|| view! { <KeepShop words /> })}
                {open.then(|| view! { <LiveOrder events last=last.0 words=words.say("order-live") /> })}
                <div class="order-parts">
                    <div>
                        {only_parcel(&order).map(|parcel| view! { <Journey words parcel city=order.address.city.clone() country=order.address.country /> })}
                        <Timeline words order=order.clone() now live=open />
                    </div>
                    <div>
                        <Facts words order=order.clone() />
                        {comes.then(|| view! { <p><a href=calendar data-native="">{words.say("calendar-add")}</a></p> })}
                        <Items words order=order.clone() />
                        {(order.state == OrderState::Paid).then(|| view! { <CareGuides words all=can.care /> })}
                        <Offer words email=order.email.clone() />
                        <BuyAgain words order=order.clone() key=key.clone() />
                        <Paid words payments=can.kept />
                        <Changes words order=order.clone() open=can.change waits=changing now key=key.clone() />
                        <Links words order=order.number.clone() documents key=key.clone() />
                        {(order.state == OrderState::Paid).then(|| view! { <Sharing words order=order.number.clone() shared=can.shared key=key.clone() /> })}
                        <Problems words order=order.clone() problems=can.told key=key.clone() />
                        <Cancelling words order asked=can.asked key />
                    </div>
                </div>
            </div>
        </Document>
    }
}

#[component]
fn Top(words: Words, order: Order) -> AnyView {
    let thanks = order.state == OrderState::Paid && request::query("paid").is_some();
    let number = order.number.as_str().to_owned();
    view! {
        {thanks.then(|| view! {
            <div class="thanks">
                <img src="/art/thanks.svg" alt="" width="240" height="160" />
                <p>{words.with("order-thanks", &[("email", order.email.as_str().into())])}</p>
            </div>
        })}
        <h1>{words.with("order-heading", &[("number", number.into())])}</h1>
        <p class="calm">{words.with("order-placed", &[("date", words.date(order.placed_at.day_at(here(order.placed_at))).into())])}</p>
    }
    .into_any()
}
