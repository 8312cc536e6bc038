//! Stripe: the shopper pays on its Checkout page, the shop asks what became of it.
//!
//! Written over its HTTP API (docs.stripe.com/api) in a handful of calls, in [`calls`]; [`asking`] has what is asked for,
//! [`told`] what its answers mean, [`waiting`] what a shopper is shown meanwhile, [`amounts`] and [`ways`] how Stripe writes sums
//! and ways, [`events`] its webhooks. Part of a transfer, or too much of one, lies in a balance of the customer's at Stripe
//! (docs.stripe.com/payments/customer-balance), not the shop's: it is reported once all of it is there.

mod amounts;
mod asking;
mod calls;
mod events;
mod told;
mod waiting;
mod ways;

use axum::http::HeaderMap;
use db::payments::{Payment, ToForget};
use domain::ids::PaymentId;
use domain::money::Money;
use domain::payments::{Report, Reported, Way};
use domain::time::Timestamp;
use serde_json::Value;

use super::line::{Line, Secret};
use super::payments::{Back, Heard, Provider, Session, key, payment_of};
use super::signature::{Forged, Key};
use super::{Soon, Trouble};
use calls::Calls;
use told::{Aftermath, Dispute, Hold, List, Named, Opened, Refund};

/// Its name, as in the database and in its webhook's URL.
pub const NAME: &str = "stripe";

/// The merchant's account there.
#[derive(Clone, Debug)]
pub struct Account {
    /// The secret key: `sk_live_..`, `sk_test_..`, or a restricted one, `rk_..`.
    pub key: Secret,
    /// The secret of the webhook: the text `whsec_..` as it stands.
    pub webhook_secret: Key,
    /// Where the API is: `https://api.stripe.com`.
    pub api: String,
    /// The ways switched on in the account.
    pub ways: Vec<Way>,
}

/// The provider.
#[derive(Debug)]
pub struct Stripe {
    calls: Calls,
    webhook_secret: Key,
    live: bool,
    ways: Vec<Way>,
}

impl Stripe {
    /// A provider that works with this account.
    pub fn new(account: Account) -> db::Result<Self> {
        let live = ["sk_live_", "rk_live_"].iter().any(|start| account.key.text().starts_with(start));
        let Account { key, webhook_secret, api, ways } = account;
        Ok(Self { calls: Calls::new(Line::to(&api)?, key), webhook_secret, live, ways })
    }

    /// Every way Stripe's page can take, where the account has it switched on.
    pub fn can_take(way: Way) -> bool {
        ways::kind(way).is_some()
    }

    async fn open(&self, payment: &Payment, back: &Back) -> Result<Session, Trouble> {
        if let Some(session) = self.see(payment).await? {
            // A page that is done with is not opened again; what is to be shown comes with the report.
            let url = session.url.filter(|_| session.status.as_deref() == Some("open"));
            return Ok(Session { reference: session.id, url, purse: None });
        }
        let customer = self.customer(payment).await?;
        let purse = customer.clone().filter(|_| payment.purse.is_some());
        let form = asking::session(payment, back, customer)?;
        let opened: Opened = self.calls.post_once("/v1/checkout/sessions", &key(payment), &form).await?;
        Ok(Session { reference: opened.id, url: opened.url, purse })
    }

    async fn customer(&self, payment: &Payment) -> Result<Option<String>, Trouble> {
        let purse = payment.purse.as_ref();
        if let Some(name) = purse.and_then(|purse| purse.name.clone()) {
            return Ok(Some(name));
        }
        if !asking::needs_customer(payment.way) && !purse.is_some_and(|purse| purse.keep) {
            return Ok(None);
        }
        let (once, form) = asking::customer(payment);
        let made: Named = self.calls.post_once("/v1/customers", &once, &form).await?;
        Ok(Some(made.id))
    }

    /// The session of a payment; none for one that was not begun, and a no for one that is another payment's.
    async fn see(&self, payment: &Payment) -> Result<Option<told::Session>, Trouble> {
        let Some(reference) = &payment.reference else { return Ok(None) };
        let mut path =
            format!("/v1/checkout/sessions/{reference}?expand[0]=payment_intent&expand[1]=payment_intent.latest_charge");
        if payment.purse.as_ref().is_some_and(|purse| purse.keep) {
            path.push_str("&expand[2]=payment_intent.payment_method");
        }
        let session: told::Session = self.calls.get(&path).await?;
        match session.client_reference_id.as_deref() {
            Some(name) if name == key(payment) => Ok(Some(session)),
            _ => Err(Trouble::Refused(format!("the session {reference} is another payment's"))),
        }
    }

    async fn tell(&self, payment: &Payment) -> Result<Report, Trouble> {
        match self.see(payment).await? {
            Some(session) => self.report(payment, session).await,
            None => Ok(Report::open(payment.due(), "")),
        }
    }

    async fn report(&self, payment: &Payment, session: told::Session) -> Result<Report, Trouble> {
        let mut after = Aftermath::default();
        if let Some(intent) = session.disputed() {
            after.disputes =
                self.calls.get::<List<Dispute>>(&format!("/v1/disputes?payment_intent={intent}&limit=100")).await?.data;
        }
        if let Some(intent) = session.bounced(payment) {
            after.refunds = self.calls.get::<List<Refund>>(&format!("/v1/refunds?payment_intent={intent}&limit=100")).await?.data;
        }
        told::report(payment, session, &after)
    }

    async fn take_promised(&self, payment: &Payment) -> Result<Report, Trouble> {
        let (_, intent) = self.begun(payment, "there is nothing to take").await?;
        // What is not wanted any more is let go. Where Stripe cannot write the sum all of it is taken, and the rest goes back.
        let part = amounts::units(payment.wanted()).filter(|_| payment.tally.less > 0);
        let form = part.map(|units| ("amount_to_capture", units.to_string())).into_iter().collect();
        let done = self.calls.post::<Named>(&format!("/v1/payment_intents/{intent}/capture"), &form).await;
        // A reservation that is over is refused as well: that it is over is what there is to tell.
        self.after(payment, done, |report| matches!(report.state, Reported::Captured | Reported::Failed)).await
    }

    async fn release(&self, payment: &Payment) -> Result<Report, Trouble> {
        let Some(session) = self.see(payment).await? else { return Ok(Report::open(payment.due(), "")) };
        let path = match session.hold() {
            Hold::Page => format!("/v1/checkout/sessions/{}/expire", session.id),
            Hold::Payment(intent) => format!("/v1/payment_intents/{intent}/cancel"),
            Hold::Nothing => return self.report(payment, session).await,
        };
        let done = self.calls.post::<Named>(&path, &Vec::new()).await;
        self.after(payment, done, |report| matches!(report.state, Reported::Failed | Reported::Captured)).await
    }

    async fn send_back(&self, payment: &Payment, total: i64) -> Result<Report, Trouble> {
        let (session, intent) = self.begun(payment, "there is nothing to give back").await?;
        let known = self.report(payment, session).await?;
        let rest = Money::new(total - known.returned, known.due.currency);
        if rest.minor <= 0 {
            return Ok(known);
        }
        let amount =
            amounts::units(rest).ok_or_else(|| Trouble::Refused(format!("Stripe does not send {} back", rest.plain())))?;
        let form = asking::refund(payment, intent, amount);
        let done = self.calls.post_once::<Named>("/v1/refunds", &format!("{}-back-{total}-{amount}", key(payment)), &form).await;
        self.after(payment, done, |report| report.returned >= total).await
    }

    /// The session of a payment that has come so far that there can be money, and Stripe's name for that payment.
    async fn begun(&self, payment: &Payment, nothing: &str) -> Result<(told::Session, String), Trouble> {
        let session = self.see(payment).await?;
        let begun =
            session.and_then(|session| session.payment_intent.as_ref().map(|intent| intent.id.clone()).map(|id| (session, id)));
        begun.ok_or_else(|| Trouble::Refused(nothing.to_owned()))
    }

    /// What became of it. That an answer was lost, or that it was refused because it was done before, is no trouble when Stripe
    /// says afterwards that it is as wished.
    async fn after(
        &self,
        payment: &Payment,
        done: Result<Named, Trouble>,
        wished: impl Fn(&Report) -> bool,
    ) -> Result<Report, Trouble> {
        let report = self.tell(payment).await?;
        if wished(&report) { Ok(report) } else { done.map(|_| report) }
    }

    /// Takes a card out of a customer's purse, or deletes the customer with all of it.
    async fn forget_kept(&self, what: &ToForget) -> Result<(), Trouble> {
        let Some(card) = &what.card else {
            return there(self.calls.delete::<Named>(&format!("/v1/customers/{}", what.purse)).await).map(drop);
        };
        let method = there(self.calls.get::<Value>(&format!("/v1/payment_methods/{card}")).await)?;
        if method.is_none_or(|method| method["customer"].is_null()) {
            return Ok(());
        }
        self.calls.post::<Named>(&format!("/v1/payment_methods/{card}/detach"), &Vec::new()).await.map(drop)
    }

    /// The payment a dispute is about, which names Stripe's own payment only.
    async fn find(&self, heard: &Heard) -> Result<Option<PaymentId>, Trouble> {
        let Some(intent) = &heard.clue else { return Ok(heard.payment) };
        let intent: Value = self.calls.get(&format!("/v1/payment_intents/{intent}")).await?;
        Ok(intent.pointer(events::PAYMENT).and_then(Value::as_str).and_then(payment_of))
    }
}

/// What is asked for, if there is such a thing.
fn there<T>(answer: Result<T, Trouble>) -> Result<Option<T>, Trouble> {
    match answer {
        Err(Trouble::Refused(why)) if why.starts_with("404") => Ok(None),
        other => other.map(Some),
    }
}

impl Provider for Stripe {
    fn name(&self) -> &'static str {
        NAME
    }

    fn takes(&self, way: Way) -> bool {
        Self::can_take(way) && self.ways.contains(&way)
    }

    fn keeps(&self, way: Way) -> bool {
        way.can_be_kept()
    }

    fn begin<'a>(&'a self, payment: &'a Payment, back: &'a Back) -> Soon<'a, Result<Session, Trouble>> {
        Box::pin(self.open(payment, back))
    }

    fn ask<'a>(&'a self, payment: &'a Payment) -> Soon<'a, Result<Report, Trouble>> {
        Box::pin(self.tell(payment))
    }

    fn take<'a>(&'a self, payment: &'a Payment) -> Soon<'a, Result<Report, Trouble>> {
        Box::pin(self.take_promised(payment))
    }

    fn let_go<'a>(&'a self, payment: &'a Payment) -> Soon<'a, Result<Report, Trouble>> {
        Box::pin(self.release(payment))
    }

    fn give_back<'a>(&'a self, payment: &'a Payment, total: i64) -> Soon<'a, Result<Report, Trouble>> {
        Box::pin(self.send_back(payment, total))
    }

    fn forget<'a>(&'a self, what: &'a ToForget) -> Soon<'a, Result<(), Trouble>> {
        Box::pin(self.forget_kept(what))
    }

    fn hear(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Result<Heard, Forged> {
        events::hear(&self.webhook_secret, self.live, headers, body, now)
    }

    fn whose<'a>(&'a self, heard: &'a Heard) -> Soon<'a, Result<Option<PaymentId>, Trouble>> {
        Box::pin(self.find(heard))
    }
}
