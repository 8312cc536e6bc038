//! The payment desk: where payments are begun and settled. Webhook, return and reconciler all come here, and what
//! they bring is only a hint: the provider is asked, and its answer settles the payment once.

mod till;

use std::sync::Arc;
use std::time::Duration;

use db::Fault;
use db::database::Database;
use db::payments::{self, Payment, Takers, ToForget};
use domain::ids::PaymentId;
use domain::orders::OrderState;
use domain::payments::{PaymentState, Report, Way};

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
    /// A desk that deals with these providers; each way is the first's that takes it.
    pub fn new(shop: Database, providers: Arc<[Arc<dyn Provider>]>) -> Self {
        Self { shop, providers }
    }

    /// Who takes the money of which way.
    pub fn takers(&self) -> Takers {
        let taker = |way: Way| self.providers.iter().find(|provider| provider.takes(way)).map(|provider| (way, provider.name()));
        Takers(Way::ALL.iter().copied().filter_map(taker).collect())
    }

    /// The provider of this name.
    pub fn provider(&self, name: &str) -> Option<&dyn Provider> {
        self.providers.iter().map(AsRef::as_ref).find(|provider| provider.name() == name)
    }

    /// Where the shopper goes to pay. Asked again, it is the same page; a payment that came to nothing is followed
    /// by a new attempt, and one that is paid, or is paid elsewhere, leads to `back.done`.
    pub async fn begin(&self, id: PaymentId, back: &Back) -> Result<String, Stuck> {
        let mut payment = self.payment(id).await?;
        if payment.reference.is_some() && self.settle(id).await? != payment.state() {
            payment = self.payment(id).await?;
        }
        if payment.state() == PaymentState::Failed {
            let last = payment.clone();
            let again = self.shop.write(move |tx| payments::try_same_again(tx, &last)).await;
            payment = self.payment(again.map_err(Fault::from)?).await?;
        }
        match self.shop.read(|conn| payments::waits(conn, &payment)).await? {
            OrderState::Placed => {}
            // An earlier attempt may have brought the money after all: nobody pays twice.
            OrderState::Paid => return Ok(back.done.clone()),
            OrderState::Cancelled => return Err(Stuck::Cancelled),
        }
        let session = self.open(&payment, back).await?;
        let (id, reference, purse) = (payment.id, session.reference, session.purse);
        let begun = self.shop.write(move |tx| {
            payments::begun(tx, id, &reference)?;
            purse.map_or(Ok(()), |name| payments::purse_is(tx, id, &name))
        });
        begun.await.map_err(Fault::from)?;
        match session.url {
            Some(url) => Ok(url),
            None => self.settle(id).await.map(|_| back.done.clone()),
        }
    }

    /// Asks the provider what became of a payment, and takes its answer. However often, and by whomever at once.
    pub async fn settle(&self, id: PaymentId) -> Result<PaymentState, Stuck> {
        let payment = self.payment(id).await?;
        // What is taken for good needs no question; should more come of it, the provider tells.
        if payment.state() == PaymentState::Captured && payment.tally.owed_back() == 0 {
            return Ok(payment.state());
        }
        self.hear(id).await
    }

    /// The provider has news of a payment, whatever is known of it.
    pub async fn hear(&self, id: PaymentId) -> Result<PaymentState, Stuck> {
        let payment = self.payment(id).await?;
        let report = within(self.of(&payment)?.ask(&payment)).await?;
        self.keep(id, report).await
    }

    /// Takes the money that was promised, as much of it as is wanted yet.
    pub async fn take(&self, id: PaymentId) -> Result<PaymentState, Stuck> {
        let payment = self.payment(id).await?;
        if payment.state() != PaymentState::Promised {
            return Ok(payment.state());
        }
        let provider = self.of(&payment)?;
        // Where nothing of it is wanted any more it is let go.
        let nothing = payment.wanted().is_zero();
        let report = within(if nothing { provider.let_go(&payment) } else { provider.take(&payment) }).await?;
        self.keep(id, report).await
    }

    /// Tells the provider that nobody waits for a payment any more.
    pub async fn let_go(&self, id: PaymentId) -> Result<PaymentState, Stuck> {
        let payment = self.payment(id).await?;
        if payment.state() != PaymentState::Failed || payment.reference.is_none() {
            return Ok(payment.state());
        }
        let report = within(self.of(&payment)?.let_go(&payment)).await?;
        self.keep(id, report).await
    }

    /// Gives back what is owed of a payment; says what is owed then.
    pub async fn give_back(&self, id: PaymentId) -> Result<i64, Stuck> {
        let payment = self.payment(id).await?;
        if payment.tally.owed_back() == 0 {
            return Ok(0);
        }
        let report = within(self.of(&payment)?.give_back(&payment, payment.tally.to_return())).await?;
        self.keep(id, report).await?;
        Ok(self.payment(id).await?.tally.owed_back())
    }

    /// Tells a provider to forget a card, or all it keeps for somebody.
    pub async fn forget(&self, what: &ToForget) -> Result<(), Trouble> {
        let missing = || Trouble::Refused(format!("no provider is called {}", what.provider));
        within(self.provider(&what.provider).ok_or_else(missing)?.forget(what)).await
    }

    async fn keep(&self, id: PaymentId, report: Report) -> Result<PaymentState, Stuck> {
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
