//! Cash at the door: whoever brings the parcel takes the money. Nobody is asked: the money is promised when the order is placed,
//! and there when the carrier says that the parcel was handed over.

use axum::http::HeaderMap;
use db::payments::Payment;
use domain::payments::{Flow, Report, Reported, Way};
use domain::time::Timestamp;

use super::payments::{Back, Heard, Provider, Session, key};
use super::signature::Forged;
use super::{Soon, Trouble};

/// Its name, as in the database.
pub const NAME: &str = "door";

/// Who takes cash.
#[derive(Debug)]
pub struct Door;

impl Door {
    fn report(payment: &Payment, state: Reported, taken: i64) -> Soon<'static, Result<Report, Trouble>> {
        let returned = payment.tally.returned;
        let report = Report { state, taken, returned, ..Report::open(payment.due(), key(payment)) };
        Box::pin(std::future::ready(Ok(report)))
    }
}

impl Provider for Door {
    fn name(&self) -> &'static str {
        NAME
    }

    fn takes(&self, way: Way) -> bool {
        way.flow() == Flow::Door
    }

    fn begin<'a>(&'a self, payment: &'a Payment, _: &'a Back) -> Soon<'a, Result<Session, Trouble>> {
        Box::pin(std::future::ready(Ok(Session { reference: key(payment), url: None, purse: None })))
    }

    fn ask<'a>(&'a self, payment: &'a Payment) -> Soon<'a, Result<Report, Trouble>> {
        let state = match payment.tally.taken {
            0 => Reported::Promised,
            _ => Reported::Captured,
        };
        Self::report(payment, state, payment.tally.taken)
    }

    fn take<'a>(&'a self, payment: &'a Payment) -> Soon<'a, Result<Report, Trouble>> {
        Self::report(payment, Reported::Captured, payment.wanted().minor)
    }

    fn let_go<'a>(&'a self, payment: &'a Payment) -> Soon<'a, Result<Report, Trouble>> {
        Self::report(payment, Reported::Failed, payment.tally.taken)
    }

    fn give_back<'a>(&'a self, _: &'a Payment, _: i64) -> Soon<'a, Result<Report, Trouble>> {
        let why = "cash does not go back by itself: ask for an account, and transfer it".to_owned();
        Box::pin(std::future::ready(Err(Trouble::Refused(why))))
    }

    fn hear(&self, _: &HeaderMap, _: &[u8], _: Timestamp) -> Result<Heard, Forged> {
        Err(Forged::Unsigned)
    }
}
