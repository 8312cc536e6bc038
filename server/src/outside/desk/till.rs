//! The payment desk as pages see it.

use app::failure::Failure;
use app::request::{Later, Till};
use db::payments::Takers;
use domain::ids::PaymentId;
use domain::payments::Way;

use super::{Desk, Stuck};
use crate::outside::payments::Back;

impl Till for Desk {
    fn takers(&self) -> Takers {
        Desk::takers(self)
    }

    fn keeps(&self, way: Way) -> bool {
        self.providers.iter().find(|provider| provider.takes(way)).is_some_and(|provider| provider.keeps(way))
    }

    fn begin(&self, payment: PaymentId, done: String, cancelled: String) -> Later<'_, String> {
        Box::pin(async move { Desk::begin(self, payment, &Back { done, cancelled }).await.map_err(failure) })
    }

    fn settle(&self, payment: PaymentId) -> Later<'_, ()> {
        Box::pin(async move { Desk::settle(self, payment).await.map(drop).map_err(failure) })
    }
}

fn failure(stuck: Stuck) -> Failure {
    match stuck {
        Stuck::Shop(fault) => fault.into(),
        Stuck::Cancelled => Failure::NotFound,
        Stuck::Provider(trouble) => {
            tracing::warn!(%trouble, "the provider gave no answer to a shopper");
            Failure::Busy
        }
    }
}
