//! The payment desk: where payments are begun and settled. Webhook, return and reconciler all come here, and what
//! they bring is only a hint: the provider is asked, and its answer settles the payment once.

use std::sync::Arc;
use std::time::Duration;

use db::database::Database;
use db::payments::{self, Payment};
use db::{Fault, orders};
use domain::ids::PaymentId;
use domain::orders::OrderState;
use domain::payments::{PaymentState, Report};

use super::Trouble;
use super::payments::{Back, Provider, Session};

/// How long a provider may take to answer one call.
const PATIENCE: Duration = Duration::from_secs(8);
/// How often opening a page is tried; each time under the same key.
const TRIES: u32 = 3;

/// Why a payment got no further.
#[derive(Debug, thiserror::Error)]
pub enum Stuck {
    /// The order was given up: it has to be placed anew.
    #[error("the order is cancelled")]
    Cancelled,
    /// The provider gave no answer.
    #[error("the provider: {0}")]
    Provider(#[from] Trouble),
    /// The shop broke.
    #[error(transparent)]
    Shop(#[from] Fault),
}

/// The payment desk. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    shop: Database,
    providers: Arc<[Arc<dyn Provider>]>,
}

impl Desk {
    /// A desk that deals with these providers; new payments go to the first.
    pub fn new(shop: Database, providers: Arc<[Arc<dyn Provider>]>) -> Self {
        Self { shop, providers }
    }

    /// The name of the provider that new payments go to.
    pub fn first(&self) -> &'static str {
        self.providers.first().map_or("none", |provider| provider.name())
    }

    /// The provider of this name.
    pub fn provider(&self, name: &str) -> Option<&dyn Provider> {
        self.providers.iter().map(AsRef::as_ref).find(|provider| provider.name() == name)
    }

    /// Where the shopper goes to pay. Asked again, it is the same page; a payment that came to nothing is followed
    /// by a new attempt, and one that is paid leads to `back.done`.
    pub async fn begin(&self, id: PaymentId, back: &Back) -> Result<String, Stuck> {
        let mut payment = self.payment(id).await?;
        if payment.reference.is_some() && self.settle(id).await? != payment.state {
            payment = self.payment(id).await?;
        }
        if payment.state == PaymentState::Failed {
            let order = payment.order;
            let again = self.shop.write(move |tx| payments::try_again(tx, order)).await.map_err(Fault::from)?;
            payment = self.payment(again).await?;
        }
        let order = payment.order;
        match self.shop.read(|conn| orders::state(conn, order)).await? {
            OrderState::Placed => {}
            // An earlier attempt may have brought the money after all: nobody pays twice.
            OrderState::Paid => return Ok(back.done.clone()),
            OrderState::Cancelled => return Err(Stuck::Cancelled),
        }
        let session = self.open(&payment, back).await?;
        let (id, reference) = (payment.id, session.reference);
        self.shop.write(move |tx| payments::begun(tx, id, &reference)).await.map_err(Fault::from)?;
        Ok(session.url)
    }

    /// Asks the provider what became of a payment, and takes its answer. However often, and by whomever at once.
    pub async fn settle(&self, id: PaymentId) -> Result<PaymentState, Stuck> {
        let payment = self.payment(id).await?;
        // What is kept or given back for good needs no question.
        if matches!(payment.state, PaymentState::Captured | PaymentState::Refunded) {
            return Ok(payment.state);
        }
        let report = within(self.of(&payment)?.ask(&payment)).await?;
        self.take(id, report).await
    }

    /// Sends back the money of a payment that is to be refunded.
    pub async fn refund(&self, id: PaymentId) -> Result<PaymentState, Stuck> {
        let payment = self.payment(id).await?;
        if payment.state != PaymentState::Refunding {
            return Ok(payment.state);
        }
        let report = within(self.of(&payment)?.refund(&payment)).await?;
        self.take(id, report).await
    }

    async fn take(&self, id: PaymentId, report: Report) -> Result<PaymentState, Stuck> {
        Ok(self.shop.write(move |tx| payments::settle(tx, id, &report)).await.map_err(Fault::from)?)
    }

    /// Opens the provider's page; a lost answer is asked for again under the same key.
    async fn open(&self, payment: &Payment, back: &Back) -> Result<Session, Stuck> {
        let provider = self.of(payment)?;
        let mut tries = 1;
        loop {
            match within(provider.begin(payment, back)).await {
                Err(Trouble::Unreachable | Trouble::Unknown) if tries < TRIES => tries += 1,
                answer => return Ok(answer?),
            }
        }
    }

    async fn payment(&self, id: PaymentId) -> Result<Payment, Fault> {
        self.shop.read(|conn| payments::by_id(conn, id)).await
    }

    fn of(&self, payment: &Payment) -> Result<&dyn Provider, Stuck> {
        let missing = || Stuck::Provider(Trouble::Refused(format!("no provider is called {}", payment.provider)));
        self.provider(&payment.provider).ok_or_else(missing)
    }
}

/// An answer that takes too long is none: it may have been done.
async fn within<T>(call: impl Future<Output = Result<T, Trouble>>) -> Result<T, Trouble> {
    tokio::time::timeout(PATIENCE, call).await.unwrap_or(Err(Trouble::Unknown))
}
