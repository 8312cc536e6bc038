//! PayPal: the shopper approves an order on its page, the shop reserves the money, and takes it when the parcel leaves.
//!
//! Written over its Orders v2 and Payments v2 (developer.paypal.com/docs/api) as a second company behind the port: JSON where
//! Stripe has forms, tokens where it has a key, and webhooks without a shared secret. [`calls`] speaks, [`told`] reads. What a
//! buyer's claim takes back is decided at PayPal's resolution centre, and is not read from there.

mod calls;
mod events;
mod told;

use axum::http::HeaderMap;
use db::payments::Payment;
use domain::ids::PaymentId;
use domain::money::Money;
use domain::payments::{Decline, PaymentState, Report, Reported, Way};
use domain::time::Timestamp;
use serde_json::{Value, json};

use super::line::{Line, Secret};
use super::payments::{Back, Heard, Provider, Session, key, payment_of};
use super::signature::Forged;
use super::{Soon, Trouble};
use calls::Calls;
use told::Order;

/// Its name, as in the database and in its webhook's URL.
pub const NAME: &str = "paypal";

/// The merchant's account there.
#[derive(Clone, Debug)]
pub struct Account {
    /// The app's client id.
    pub client: String,
    /// The app's secret.
    pub secret: Secret,
    /// PayPal's id of the webhook.
    pub webhook: String,
    /// Where the API is: `https://api-m.paypal.com`.
    pub api: String,
}

/// The provider.
#[derive(Debug)]
pub struct PayPal {
    calls: Calls,
    webhook: String,
}

impl PayPal {
    /// A provider that works with this account.
    pub fn new(account: Account) -> db::Result<Self> {
        let Account { client, secret, webhook, api } = account;
        Ok(Self { calls: Calls::new(Line::to(&api)?, client, secret), webhook })
    }

    async fn open(&self, payment: &Payment, back: &Back) -> Result<Session, Trouble> {
        let order = match self.see(payment).await? {
            Some(order) => order,
            None => self.calls.post("/v2/checkout/orders", Some(key(payment)), words(payment, back).to_string()).await?,
        };
        Ok(Session { url: order.page(), reference: order.id, purse: None })
    }

    /// The order of a payment; none for one that was not begun, and a no for one that is another payment's.
    async fn see(&self, payment: &Payment) -> Result<Option<Order>, Trouble> {
        let Some(reference) = &payment.reference else { return Ok(None) };
        let order: Order = self.calls.get(&format!("/v2/checkout/orders/{reference}")).await?;
        match order.key() {
            Some(name) if name == key(payment) => Ok(Some(order)),
            _ => Err(Trouble::Refused(format!("the order {reference} is another payment's"))),
        }
    }

    async fn tell(&self, payment: &Payment) -> Result<Report, Trouble> {
        let Some(order) = self.see(payment).await? else { return Ok(Report::open(payment.due(), "")) };
        // What was approved is reserved by the shop, unless it waits no more: then nothing comes of the approval.
        if order.status == "APPROVED" && payment.state() == PaymentState::Pending {
            return self.reserve(payment, &order.id).await;
        }
        order.report()
    }

    /// Reserves what was approved. A wallet without money in it is no trouble: the shopper may choose another source.
    async fn reserve(&self, payment: &Payment, order: &str) -> Result<Report, Trouble> {
        let path = format!("/v2/checkout/orders/{order}/authorize");
        let (done, declined) = match self.calls.post(&path, None, "{}".to_owned()).await {
            Err(Trouble::Refused(_)) => (Ok(Value::Null), Some(Decline::Refused)),
            done => (done, None),
        };
        let report = self.after(payment, done, |report| report.state != Reported::Open).await?;
        let declined = declined.filter(|_| report.state == Reported::Open);
        Ok(Report { decline: report.decline.or(declined), ..report })
    }

    async fn take_promised(&self, payment: &Payment) -> Result<Report, Trouble> {
        let Some(order) = self.see(payment).await? else { return Err(nothing("take")) };
        let Some(reserved) = order.reserved() else { return order.report() };
        let wanted = payment.wanted();
        // Without a key, under which PayPal would say an earlier no again: of a reservation of which the last part was taken it takes
        // nothing again.
        let path = format!("/v2/payments/authorizations/{reserved}/capture");
        // What is not wanted any more is let go.
        let body = match payment.tally.less {
            0 => json!({ "final_capture": true }),
            _ => json!({ "final_capture": true, "amount": amount(wanted) }),
        };
        let done = self.calls.post(&path, None, body.to_string()).await;
        let over = matches!(&done, Err(Trouble::Refused(why)) if OVER.iter().any(|issue| why.contains(issue)));
        let report =
            self.after(payment, if over { Ok(Value::Null) } else { done }, |report| report.taken >= wanted.minor).await?;
        Ok(if over && report.state == Reported::Promised { told::expired(report) } else { report })
    }

    async fn release(&self, payment: &Payment) -> Result<Report, Trouble> {
        let Some(order) = self.see(payment).await? else { return Ok(Report::open(payment.due(), "")) };
        let Some(reserved) = order.reserved() else { return order.report() };
        let done = self.calls.post(&format!("/v2/payments/authorizations/{reserved}/void"), None, "{}".to_owned()).await;
        self.after(payment, done, |report| report.state == Reported::Failed).await
    }

    async fn send_back(&self, payment: &Payment, total: i64) -> Result<Report, Trouble> {
        let Some(order) = self.see(payment).await? else { return Err(nothing("give back")) };
        let known = order.report()?;
        let rest = Money::new(total - known.returned, known.due.currency);
        if rest.minor <= 0 {
            return Ok(known);
        }
        let Some(taken) = order.taken() else { return Err(nothing("give back")) };
        // What is left to be given back is part of the key: under one key there is one wish.
        let (path, once) =
            (format!("/v2/payments/captures/{taken}/refund"), format!("{}-back-{total}-{}", key(payment), rest.minor));
        let done = self.calls.post(&path, Some(once), json!({ "amount": amount(rest) }).to_string()).await;
        self.after(payment, done, |report| report.returned >= total).await
    }

    /// What became of it, as PayPal says afterwards: a lost answer, or a no to what was done before, is then no trouble.
    async fn after(
        &self,
        payment: &Payment,
        done: Result<Value, Trouble>,
        wished: impl Fn(&Report) -> bool,
    ) -> Result<Report, Trouble> {
        let report = self.see(payment).await?.ok_or(Trouble::Unknown)?.report()?;
        if wished(&report) { Ok(report) } else { done.map(|_| report) }
    }

    /// Asks PayPal whether an event is its own, and reads which payment it is about.
    async fn find(&self, heard: &Heard) -> Result<Option<PaymentId>, Trouble> {
        let Some(question) = &heard.clue else { return Ok(heard.payment) };
        let answer: Value = self.calls.post("/v1/notifications/verify-webhook-signature", None, question.clone()).await?;
        if answer["verification_status"] != "SUCCESS" {
            tracing::warn!(event = heard.event, "a webhook is not PayPal's");
            return Ok(None);
        }
        let said: Value = serde_json::from_str(question).unwrap_or_default();
        Ok(events::KEYS.iter().find_map(|at| said.pointer(at)?.as_str()).and_then(payment_of))
    }
}

/// What PayPal says of a reservation of which nothing can be taken any more (developer.paypal.com/api/rest/reference/orders/v2/errors).
const OVER: [&str; 2] = ["AUTHORIZATION_EXPIRED", "AUTHORIZATION_VOIDED"];

/// What the shopper is to approve.
fn words(payment: &Payment, back: &Back) -> Value {
    json!({
        "intent": "AUTHORIZE",
        "purchase_units": [{ "custom_id": key(payment), "invoice_id": key(payment), "amount": amount(payment.due()) }],
        "payment_source": { "paypal": { "experience_context": {
            "return_url": back.done,
            "cancel_url": back.cancelled,
            "user_action": "PAY_NOW",
            // The parcel goes where the order says.
            "shipping_preference": "NO_SHIPPING",
        } } },
    })
}

fn amount(sum: Money) -> Value {
    json!({ "currency_code": sum.currency.code(), "value": sum.plain() })
}

fn nothing(what: &str) -> Trouble {
    Trouble::Refused(format!("there is nothing to {what}"))
}

impl Provider for PayPal {
    fn name(&self) -> &'static str {
        NAME
    }

    fn takes(&self, way: Way) -> bool {
        way == Way::Paypal
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

    fn hear(&self, headers: &HeaderMap, body: &[u8], _: Timestamp) -> Result<Heard, Forged> {
        events::hear(&self.webhook, headers, body)
    }

    fn whose<'a>(&'a self, heard: &'a Heard) -> Soon<'a, Result<Option<PaymentId>, Trouble>> {
        Box::pin(self.find(heard))
    }
}
