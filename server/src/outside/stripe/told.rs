//! What Stripe says of a session, and the report it makes.
//!
//! A session has a payment (a PaymentIntent) once the shopper has begun to pay, and that has a charge once there is money. Sums
//! are Stripe's units.

use db::payments::Payment;
use domain::money::{Currency, Money};
use domain::payments::{Decline, KeptCard, Report, Reported};
use serde::Deserialize;
use serde_json::Value;

use super::amounts::money;
use super::waiting::{NextAction, waiting};
use crate::outside::Trouble;

/// A session just opened.
#[derive(Deserialize)]
pub(super) struct Opened {
    pub id: String,
    pub url: Option<String>,
}

/// Anything of which only the name matters.
#[derive(Deserialize)]
pub(super) struct Named {
    pub id: String,
}

/// A session, with its payment and that one's latest charge.
#[derive(Deserialize)]
pub(super) struct Session {
    pub id: String,
    pub url: Option<String>,
    pub status: Option<String>,
    pub client_reference_id: Option<String>,
    amount_total: Option<i64>,
    currency: Option<String>,
    pub payment_intent: Option<Intent>,
}

/// A payment.
#[derive(Deserialize)]
pub(super) struct Intent {
    pub id: String,
    pub status: String,
    amount: i64,
    currency: String,
    #[serde(default)]
    amount_received: i64,
    last_payment_error: Option<Why>,
    next_action: Option<NextAction>,
    latest_charge: Option<Charge>,
    /// Its name, or all of it, as it was asked for.
    payment_method: Option<Value>,
}

#[derive(Deserialize)]
struct Why {
    code: Option<String>,
    decline_code: Option<String>,
}

#[derive(Deserialize)]
struct Charge {
    amount: i64,
    #[serde(default)]
    amount_captured: i64,
    #[serde(default)]
    amount_refunded: i64,
    #[serde(default)]
    disputed: bool,
}

/// A list of something.
#[derive(Deserialize)]
pub(super) struct List<T> {
    pub data: Vec<T>,
}

/// A shopper's bank fetches money back.
#[derive(Deserialize)]
pub(super) struct Dispute {
    amount: i64,
    status: String,
}

/// Money that was sent back to a shopper.
#[derive(Deserialize)]
pub(super) struct Refund {
    amount: i64,
    status: Option<String>,
}

/// What went from a payment and came back.
#[derive(Default)]
pub(super) struct Aftermath {
    pub disputes: Vec<Dispute>,
    pub refunds: Vec<Refund>,
}

/// What stands in the way of a payment's end.
pub(super) enum Hold<'a> {
    /// The page is open.
    Page,
    /// The page has done its part; this payment can still be called off.
    Payment(&'a str),
    /// Nothing can be called off: there is money, or never will be.
    Nothing,
}

impl Session {
    /// What has to be called off so that no money comes any more.
    pub(super) fn hold(&self) -> Hold<'_> {
        match (self.status.as_deref(), &self.payment_intent) {
            (Some("open"), _) => Hold::Page,
            (_, Some(intent)) if intent.can_end() => Hold::Payment(&intent.id),
            _ => Hold::Nothing,
        }
    }

    /// The payment whose money a bank has fetched back, or tries to.
    pub(super) fn disputed(&self) -> Option<&str> {
        let intent = self.payment_intent.as_ref()?;
        intent.latest_charge.as_ref()?.disputed.then_some(&intent.id)
    }

    /// The payment of which less is given back than was known: a refund that failed is none to Stripe any more.
    pub(super) fn bounced(&self, payment: &Payment) -> Option<&str> {
        let intent = self.payment_intent.as_ref()?;
        let units = intent.latest_charge.as_ref()?.returned();
        let returned = money(units, payment.due().currency)?;
        (returned.minor < payment.tally.returned).then_some(&intent.id)
    }

    fn state(&self) -> Reported {
        let status = self.payment_intent.as_ref().map(|intent| intent.status.as_str());
        match (status, self.status.as_deref()) {
            (Some("succeeded"), _) => Reported::Captured,
            (Some("requires_capture"), _) => Reported::Promised,
            (Some("canceled"), _) | (_, Some("expired")) => Reported::Failed,
            // The page is done with, and its way brought nothing: a slip nobody paid, a bank that said no days later.
            (Some("requires_payment_method"), Some("complete")) => Reported::Failed,
            _ => Reported::Open,
        }
    }

    /// What was asked for, as Stripe has it.
    fn due(&self) -> Option<Money> {
        let (amount, currency) = match &self.payment_intent {
            Some(intent) => (intent.amount, &intent.currency),
            None => (self.amount_total?, self.currency.as_ref()?),
        };
        money(amount, Currency::parse(&currency.to_ascii_uppercase()).ok()?)
    }
}

impl Intent {
    fn can_end(&self) -> bool {
        let ends = ["requires_capture", "requires_action", "requires_payment_method", "requires_confirmation"];
        ends.contains(&self.status.as_str())
    }
}

impl Charge {
    /// What went back. A reservation that is let go, in part or whole, is a refund to Stripe, but no money ever came.
    fn returned(&self) -> i64 {
        (self.amount_refunded - (self.amount - self.amount_captured)).max(0)
    }
}

impl Dispute {
    /// Money leaves when a dispute is opened; an inquiry (`warning_..`) takes none.
    fn withdrawn(&self) -> i64 {
        if matches!(self.status.as_str(), "needs_response" | "under_review" | "lost" | "won") { self.amount } else { 0 }
    }

    /// It comes back when the dispute is won.
    fn won(&self) -> i64 {
        if self.status == "won" { self.amount } else { 0 }
    }
}

impl Refund {
    /// What could not be delivered, and came back to the shop's balance.
    fn bounced(&self) -> i64 {
        if self.status.as_deref() == Some("failed") { self.amount } else { 0 }
    }
}

/// What it means for the shop.
pub(super) fn report(payment: &Payment, session: Session, after: &Aftermath) -> Result<Report, Trouble> {
    let odd = || Trouble::Refused("Stripe reports a sum the shop cannot write".to_owned());
    let (state, due) = (session.state(), session.due().ok_or_else(odd)?);
    let open = session.status.as_deref() == Some("open");
    let mut report = Report { state, ..Report::open(due, session.id) };
    let Some(intent) = session.payment_intent else {
        report.decline = (state == Reported::Failed).then_some(Decline::Expired);
        return Ok(report);
    };
    let minor = |units: i64| money(units, due.currency).map(|sum| sum.minor).ok_or_else(odd);
    let (taken, returned) = (intent.amount_received, intent.latest_charge.as_ref().map_or(0, Charge::returned));
    let bounced = after.refunds.iter().map(Refund::bounced).sum::<i64>();
    // A bank may fetch back more than is left of a charge; only what is left is there to lose.
    let lost = after.disputes.iter().map(Dispute::withdrawn).sum::<i64>().min(taken - returned);
    let won = after.disputes.iter().map(Dispute::won).sum::<i64>().min(lost);
    (report.taken, report.returned, report.bounced) = (minor(taken)?, minor(returned + bounced)?, minor(bounced)?);
    (report.lost, report.won) = (minor(lost)?, minor(won)?);
    report.decline = match state {
        Reported::Failed | Reported::Open => decline(intent.last_payment_error, state == Reported::Failed && !open),
        Reported::Promised | Reported::Captured => None,
    };
    let keeps = payment.purse.as_ref().is_some_and(|purse| purse.keep);
    report.keeps = intent.payment_method.filter(|_| keeps).and_then(|method| kept(&method));
    report.waiting = match state {
        Reported::Open => intent.next_action.and_then(|next| waiting(payment, next)),
        _ => None,
    };
    Ok(report)
}

/// The card that was kept, where it was: it is a customer's then.
fn kept(method: &Value) -> Option<KeptCard> {
    let text = |pointer: &str| method.pointer(pointer).and_then(Value::as_str);
    let number = |pointer: &str| method.pointer(pointer).and_then(Value::as_i64);
    text("/customer")?;
    let until = (number("/card/exp_month")?, number("/card/exp_year")?);
    KeptCard::of(text("/id")?, brand(text("/card/brand")?), text("/card/last4")?, until)
}

/// Brands as they write themselves.
fn brand(code: &str) -> &str {
    match code {
        "visa" => "Visa",
        "mastercard" => "Mastercard",
        "amex" => "American Express",
        "diners" => "Diners Club",
        "discover" => "Discover",
        "jcb" => "JCB",
        "unionpay" => "UnionPay",
        "cartes_bancaires" => "Cartes Bancaires",
        other => other,
    }
}

/// Why no money came (docs.stripe.com/declines/codes); nothing while it may still come and nobody has said no.
fn decline(why: Option<Why>, over: bool) -> Option<Decline> {
    let Some(why) = why else { return over.then_some(Decline::Expired) };
    Some(match why.decline_code.or(why.code).unwrap_or_default().as_str() {
        "insufficient_funds" | "card_velocity_exceeded" | "withdrawal_count_limit_exceeded" => Decline::NoMoney,
        "authentication_required" | "payment_intent_authentication_failure" | "payment_method_customer_decline" => {
            Decline::ByOwner
        }
        "payment_intent_payment_attempt_expired" | "payment_method_provider_timeout" => Decline::Expired,
        _ => Decline::Refused,
    })
}
