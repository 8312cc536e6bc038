//! The port of payments: what the shop needs of whoever takes the money.
//!
//! Above all that it can be asked. A company that says only once, in a notification, under which name the money can be taken or
//! given back (Adyen's `pspReference`) fits behind it with a book of its own for what was heard, as TestPay has one.

use axum::http::HeaderMap;
use db::payments::{Payment, Purse, ToForget};
use domain::ids::PaymentId;
use domain::payments::{Report, Way};
use domain::time::Timestamp;

use super::signature::Forged;
use super::{Soon, Trouble};

/// Where the shopper comes back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Back {
    /// After paying; a whole URL.
    pub done: String,
    /// Without paying; a whole URL.
    pub cancelled: String,
}

/// A payment begun at the provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The provider's name for it.
    pub reference: String,
    /// The provider's page, where the shopper goes next; none where there is nothing to do on one: what is to be shown then
    /// comes with the next report.
    pub url: Option<String>,
    /// What the provider calls whoever pays from now on, where it keeps something for them.
    pub purse: Option<String>,
}

/// What a webhook hints at. It is never believed: the payment is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// The provider's id of the event.
    pub event: String,
    /// The payment it is about; none for events the shop has no use for, or that do not name it.
    pub payment: Option<PaymentId>,
    /// What leads to it when the provider is asked, where the event does not name it: the provider's own name for it, say.
    pub clue: Option<String>,
}

/// Whoever takes the money. Every call may be repeated: it is made under [`key`], and done once.
pub trait Provider: Send + Sync {
    /// Its name, as in the database and in its webhook's URL.
    fn name(&self) -> &'static str;

    /// Whether it takes money this way.
    fn takes(&self, way: Way) -> bool;

    /// Whether it can keep what is paid with for an account.
    fn keeps(&self, _way: Way) -> bool {
        false
    }

    /// Begins a payment by its way.
    fn begin<'a>(&'a self, payment: &'a Payment, back: &'a Back) -> Soon<'a, Result<Session, Trouble>>;

    /// Says what became of a payment; one it never heard of is open.
    fn ask<'a>(&'a self, payment: &'a Payment) -> Soon<'a, Result<Report, Trouble>>;

    /// Takes what was promised.
    fn take<'a>(&'a self, payment: &'a Payment) -> Soon<'a, Result<Report, Trouble>>;

    /// Lets go of a payment nobody waits for any more: its page, code or slip takes no money from now on, and what was
    /// promised is free. What was taken already is reported, and stays.
    fn let_go<'a>(&'a self, payment: &'a Payment) -> Soon<'a, Result<Report, Trouble>>;

    /// Gives back, until `total` (minor units) has been given back in all.
    fn give_back<'a>(&'a self, payment: &'a Payment, total: i64) -> Soon<'a, Result<Report, Trouble>>;

    /// Forgets a card, or all it keeps for somebody. What is gone already is no trouble.
    fn forget<'a>(&'a self, _what: &'a ToForget) -> Soon<'a, Result<(), Trouble>> {
        Box::pin(std::future::ready(Ok(())))
    }

    /// Reads a webhook, if it is really theirs.
    fn hear(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Result<Heard, Forged>;

    /// The payment a webhook is about; the provider is asked where there is only a clue.
    fn whose<'a>(&'a self, heard: &'a Heard) -> Soon<'a, Result<Option<PaymentId>, Trouble>> {
        Box::pin(std::future::ready(Ok(heard.payment)))
    }
}

/// The shop's own name for a payment at its provider: the same at every try, and of this shop's order only.
/// (A database that was restored counts payments anew; the order's number tells them apart.)
pub fn key(payment: &Payment) -> String {
    format!("{}-{}", payment.number.as_str(), payment.id)
}

/// The shop's own name for an account at a provider: the same for all its payments, and no other account's, whatever number that has.
pub fn payer(purse: &Purse) -> String {
    format!("account-{}-{}", purse.account, purse.since.0)
}

/// The payment a key names.
pub fn payment_of(key: &str) -> Option<PaymentId> {
    key.rsplit_once('-')?.1.parse().ok().map(PaymentId)
}
