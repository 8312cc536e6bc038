//! Stripe behind the port, against a stand-in that answers as its reference says.

mod counter;
pub mod fake;
mod flows;
mod hooks;
mod kept;
mod parts;
mod shop;
mod shown;

use cartwright::outside::line::Secret;
use cartwright::outside::payments::Provider;
use cartwright::outside::signature::Key;
use cartwright::outside::stripe::{Account, Stripe};
use db::payments::Payment;
use domain::payments::Way;

use crate::owed::{FRIDAY_MORNING, back};
use fake::FakeStripe;

const WEBHOOK_SECRET: &str = "whsec_cartwright";

/// Stripe's stand-in, and a shop's line to it.
pub async fn stripe() -> (FakeStripe, Stripe) {
    let fake = FakeStripe::open(FRIDAY_MORNING.0 / 1000).await;
    let stripe = Stripe::new(account(&fake.url)).unwrap();
    (fake, stripe)
}

fn account(api: &str) -> Account {
    let ways = Way::ALL.to_vec();
    Account { key: Secret::new(fake::KEY), webhook_secret: Key::of_text(WEBHOOK_SECRET), api: api.to_owned(), ways }
}

/// Ada is on Stripe's page; the payment as the shop knows it then.
async fn begun(stripe: &Stripe, payment: Payment) -> Payment {
    let session = stripe.begin(&payment, &back()).await.unwrap();
    Payment { reference: Some(session.reference), ..payment }
}
