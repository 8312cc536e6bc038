//! TestPay: a payment provider in a box, as if it were another company. No real money.
//!
//! It has a hosted page with test cards ([`cards`]), books of its own, idempotency by the merchant's key, and webhooks
//! signed as Stripe signs its own. The shop talks to it through the port only; the page is [`pages`], served by [`router`].

pub mod cards;
mod events;
mod form;
mod pages;
mod router;
mod till;
mod words;

use std::path::Path;
use std::time::Duration;

use axum::Router;
use axum::http::HeaderMap;
use db::database::Database;
use db::outside::testpay::{self as books, Opening, SessionState};
use db::payments::Payment;
use db::{Error, Fault};
use domain::payments::{Report, Reported};
use domain::time::Timestamp;

use super::courier::Courier;
use super::mishaps::Mishaps;
use super::payments::{Back, Heard, Provider, Session, key};
use super::signature::{Forged, Key};
use super::{Settings, Soon, Trouble};

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
        let opening = Opening {
            reference,
            key: key(payment),
            order_number: payment.number.as_str().to_owned(),
            amount: payment.due,
            done: back.done.clone(),
            cancelled: back.cancelled.clone(),
        };
        let opened = self.books.write(move |tx| books::open(tx, &opening)).await.map_err(|error| match error {
            Error::Refused(books::OtherSum) => Trouble::Refused("this payment was begun with another sum".to_owned()),
            Error::Fault(fault) => broken(fault),
        })?;
        let url = format!("{}/testpay/pay/{}", self.origin, opened.reference);
        Ok(Session { reference: opened.reference, url })
    }

    async fn tell(&self, payment: &Payment) -> Result<Report, Trouble> {
        let key = key(payment);
        let found = self.books.read(|conn| books::by_key(conn, &key)).await.map_err(broken)?;
        let Some(session) = found else {
            return Ok(Report { state: Reported::Open, amount: payment.due, reference: String::new() });
        };
        let over = session.expires_at <= self.books.now();
        let state = match session.state {
            SessionState::Captured => Reported::Captured,
            SessionState::Refunded => Reported::Refunded,
            SessionState::Open | SessionState::Challenged if over => Reported::Failed,
            SessionState::Open | SessionState::Challenged => Reported::Open,
        };
        Ok(Report { state, amount: session.amount, reference: session.reference })
    }

    async fn give_back(&self, payment: &Payment) -> Result<Report, Trouble> {
        let key = key(payment);
        let told = self.books.read(|conn| books::by_key(conn, &key)).await.map_err(broken)?;
        let nothing = || Trouble::Refused("there is nothing to give back".to_owned());
        let session = told.ok_or_else(nothing)?;
        let letters = [events::letter(&session, events::Kind::Refunded, self.books.now())];
        self.books.write(move |tx| books::refund(tx, &key, &letters)).await.map_err(|error| match error {
            Error::Refused(books::NotSo) => nothing(),
            Error::Fault(fault) => broken(fault),
        })?;
        self.tell(payment).await
    }
}

impl Provider for TestPay {
    fn name(&self) -> &'static str {
        NAME
    }

    fn begin<'a>(&'a self, payment: &'a Payment, back: &'a Back) -> Soon<'a, Result<Session, Trouble>> {
        Box::pin(self.mishaps.around(self.open_session(payment, back)))
    }

    fn ask<'a>(&'a self, payment: &'a Payment) -> Soon<'a, Result<Report, Trouble>> {
        Box::pin(self.mishaps.around(self.tell(payment)))
    }

    fn refund<'a>(&'a self, payment: &'a Payment) -> Soon<'a, Result<Report, Trouble>> {
        Box::pin(self.mishaps.around(self.give_back(payment)))
    }

    fn hear(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Result<Heard, Forged> {
        events::hear(&self.key, headers, body, now)
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
