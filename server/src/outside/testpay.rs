//! TestPay: a payment provider in a box, as if it were another company. No real money.
//!
//! It has a hosted page with test cards ([`cards`]), one on which a tester plays the bank of every other way ([`play`]), books of
//! its own, idempotency by the merchant's key, and webhooks signed as Stripe signs its own. The shop talks to it through the port
//! only; the pages are in [`pages`], served by [`router`].

pub mod cards;
mod events;
mod form;
mod pages;
mod play;
mod purse;
mod router;
mod slip;
mod till;
mod words;

use std::path::Path;
use std::time::Duration;

use axum::Router;
use axum::http::HeaderMap;
use db::database::Database;
use db::outside::testpay::{self as books, Opening, SessionState};
use db::payments::{Payment, ToForget};
use db::{Error, Fault};
use domain::Never;
use domain::payments::{Decline, Flow, Report, Reported, Way};
use domain::time::Timestamp;

use super::courier::Courier;
use super::mishaps::Mishaps;
use super::payments::{Back, Heard, Provider, Session, key, payer};
use super::signature::{Forged, Key};
use super::{Settings, Soon, Trouble};
use slip::waiting;

/// Its name, as in the database and in its webhook's URL.
pub const NAME: &str = "testpay";

/// The company.
pub struct TestPay {
    books: Database,
    key: Key,
    origin: String,
    merchant: String,
    slow: Duration,
    courier: Courier,
    /// What goes wrong next, between it and the shop.
    pub mishaps: Mishaps,
}

impl TestPay {
    /// Opens its books.
    pub fn open(path: &Path, key: Key, settings: &Settings) -> db::Result<Self> {
        let books = Database::open_with(path, settings.books.clone(), books::migrate)?;
        let to = format!("{}/webhooks/payments/{NAME}", settings.origin);
        let courier = Courier::new(books.clone(), to, key.clone(), events::sign)?;
        let Settings { origin, merchant, slow, .. } = settings.clone();
        Ok(Self { books, key, origin, merchant, slow, courier, mishaps: Mishaps::default() })
    }

    /// Its pages, all under `/testpay`. They bring their own security headers.
    pub fn router(self: &std::sync::Arc<Self>) -> Router {
        router::router(std::sync::Arc::clone(self))
    }

    pub(super) fn courier(&self) -> &Courier {
        &self.courier
    }

    /// How often it took the money of a payment, and how often it gave it back.
    pub async fn movements(&self, payment: &Payment) -> db::Result<(u32, u32)> {
        let key = key(payment);
        self.books.read(|conn| books::movements(conn, &key)).await
    }

    async fn open_session(&self, payment: &Payment, back: &Back) -> Result<Session, Trouble> {
        let reference = format!("tps_{}", chance().map_err(broken)?);
        let flow = payment.way.flow();
        let purse = match &payment.purse {
            Some(purse) if purse.name.is_none() && purse.keep => Some(format!("tpc_{}", payer(purse))),
            purse => purse.as_ref().and_then(|purse| purse.name.clone()),
        };
        let opening = Opening {
            reference,
            key: key(payment),
            order_number: payment.number.as_str().to_owned(),
            way: payment.way,
            amount: payment.due(),
            promise: payment.way.can_promise(),
            seconds: seconds(flow),
            done: back.done.clone(),
            cancelled: back.cancelled.clone(),
            purse,
            keep_card: payment.purse.as_ref().is_some_and(|purse| purse.keep),
        };
        let opened = self.books.write(move |tx| books::open(tx, &opening)).await.map_err(|error| match error {
            Error::Refused(books::OtherSum) => Trouble::Refused("this payment was begun with another sum".to_owned()),
            Error::Fault(fault) => broken(fault),
        })?;
        let url = (!flow.waits()).then(|| self.page(&opened.reference));
        Ok(Session { reference: opened.reference, url, purse: opened.purse })
    }

    fn page(&self, reference: &str) -> String {
        format!("{}/testpay/pay/{reference}", self.origin)
    }

    async fn tell(&self, payment: &Payment) -> Result<Report, Trouble> {
        let key = key(payment);
        let found = self.books.read(|conn| books::by_key(conn, &key)).await.map_err(broken)?;
        let Some(session) = found else { return Ok(Report::open(payment.due(), "")) };
        let over = session.expires_at <= self.books.now();
        let keeps = self.keeps_of(&session).await?;
        let state = match session.state {
            SessionState::Paid => Reported::Captured,
            SessionState::Promised => Reported::Promised,
            SessionState::LetGo => Reported::Failed,
            SessionState::Open | SessionState::Challenged if over => Reported::Failed,
            SessionState::Open | SessionState::Challenged => Reported::Open,
        };
        Ok(Report {
            state,
            due: session.amount,
            taken: session.taken,
            returned: session.returned,
            bounced: session.bounced,
            lost: session.lost,
            won: session.won,
            decline: (state == Reported::Failed).then_some(Decline::Expired),
            waiting: waiting(&session, &self.merchant, self.page(&session.reference)),
            keeps,
            reference: session.reference,
        })
    }

    /// The session of a payment, to do something to it.
    async fn session_of(&self, payment: &Payment, nothing: &str) -> Result<books::Session, Trouble> {
        let key = key(payment);
        let found = self.books.read(move |conn| books::by_key(conn, &key)).await.map_err(broken)?;
        found.ok_or_else(|| Trouble::Refused(nothing.to_owned()))
    }

    async fn take_promised(&self, payment: &Payment) -> Result<Report, Trouble> {
        const NOTHING: &str = "there is nothing to take";
        let session = self.session_of(payment, NOTHING).await?;
        let letters = [events::letter(&session, events::Kind::Captured, payment.wanted().minor, self.books.now())];
        let minor = payment.wanted().minor;
        let taken = self.books.write(move |tx| books::take(tx, &session.key, minor, &letters)).await;
        taken.map_err(|error| refused(error, NOTHING))?;
        self.tell(payment).await
    }

    async fn release(&self, payment: &Payment) -> Result<Report, Trouble> {
        let key = key(payment);
        let done = self.books.write::<(), Never>(move |tx| Ok(books::let_go(tx, &key)?)).await;
        done.map_err(|error| broken(error.into()))?;
        self.tell(payment).await
    }

    async fn send_back(&self, payment: &Payment, total: i64) -> Result<Report, Trouble> {
        const NOTHING: &str = "there is not so much to give back";
        let session = self.session_of(payment, NOTHING).await?;
        let letters = [events::letter(&session, events::Kind::Refunded, total, self.books.now())];
        let given = self.books.write(move |tx| books::give_back(tx, &session.key, total, &letters)).await;
        given.map_err(|error| refused(error, NOTHING))?;
        self.tell(payment).await
    }
}

impl Provider for TestPay {
    fn name(&self) -> &'static str {
        NAME
    }

    fn takes(&self, way: Way) -> bool {
        !matches!(way.flow(), Flow::Door | Flow::Nothing)
    }

    fn keeps(&self, way: Way) -> bool {
        way.can_be_kept()
    }

    fn begin<'a>(&'a self, payment: &'a Payment, back: &'a Back) -> Soon<'a, Result<Session, Trouble>> {
        Box::pin(self.mishaps.around(self.open_session(payment, back)))
    }

    fn ask<'a>(&'a self, payment: &'a Payment) -> Soon<'a, Result<Report, Trouble>> {
        Box::pin(self.mishaps.around(self.tell(payment)))
    }

    fn take<'a>(&'a self, payment: &'a Payment) -> Soon<'a, Result<Report, Trouble>> {
        Box::pin(self.mishaps.around(self.take_promised(payment)))
    }

    fn let_go<'a>(&'a self, payment: &'a Payment) -> Soon<'a, Result<Report, Trouble>> {
        Box::pin(self.mishaps.around(self.release(payment)))
    }

    fn give_back<'a>(&'a self, payment: &'a Payment, total: i64) -> Soon<'a, Result<Report, Trouble>> {
        Box::pin(self.mishaps.around(self.send_back(payment, total)))
    }

    fn forget<'a>(&'a self, what: &'a ToForget) -> Soon<'a, Result<(), Trouble>> {
        Box::pin(self.mishaps.around(self.forget_kept(what)))
    }

    fn hear(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Result<Heard, Forged> {
        events::hear(&self.key, headers, body, now)
    }
}

/// How long TestPay waits for the money of a flow, in seconds.
const fn seconds(flow: Flow) -> i64 {
    const DAY: i64 = 24 * 3600;
    match flow {
        Flow::Page | Flow::Parts | Flow::Code | Flow::Door | Flow::Nothing => 30 * 60,
        Flow::Slip => 3 * DAY,
        Flow::Transfer => 5 * DAY,
    }
}

fn refused(error: Error<books::NotSo>, why: &str) -> Trouble {
    match error {
        Error::Refused(books::NotSo) => Trouble::Refused(why.to_owned()),
        Error::Fault(fault) => broken(fault),
    }
}

/// Its own troubles are its own: the merchant learns only that there was no answer.
fn broken(fault: Fault) -> Trouble {
    tracing::error!(%fault, "TestPay broke");
    Trouble::Unknown
}

fn chance() -> db::Result<String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| Fault::Chance(error.to_string()))?;
    Ok(db::token::hex(&bytes))
}
