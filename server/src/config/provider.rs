//! Who takes the money: the merchant's account at a real provider.

use domain::payments::Way;

use super::{Origin, Reader, Wrong, wrong};
use crate::outside::line::Secret;
use crate::outside::signature::Key;
use crate::outside::stripe::{Account, Stripe};

/// Stripe's page, where shoppers pay, unless the merchant has given it a name of their own.
const STRIPE_PAGE: &str = "https://checkout.stripe.com";

impl Reader<'_> {
    /// The account at Stripe; none where no key is set. Without the webhook's secret the shop would not hear of its money.
    pub(super) fn stripe(&self) -> Result<Option<Account>, Wrong> {
        let (key, secret) = match (self.0.get("stripe_key"), self.0.get("stripe_webhook_secret")) {
            (Some(key), Some(secret)) => (key, secret),
            (None, None) => return Ok(None),
            (Some(_), None) => return Err(wrong("stripe_webhook_secret", "is missing; a key needs the secret of its webhook")),
            (None, Some(_)) => return Err(wrong("stripe_key", "is missing; a webhook's secret needs the account's key")),
        };
        if !["sk_", "rk_"].iter().any(|start| key.starts_with(start)) {
            return Err(wrong("stripe_key", "is not a secret key: one begins with sk_ or rk_"));
        }
        if !secret.starts_with("whsec_") {
            return Err(wrong("stripe_webhook_secret", "is not the signing secret of a webhook: one begins with whsec_"));
        }
        let api: Origin = self.parsed("stripe_api", "is not an origin such as https://api.stripe.com")?;
        let (key, webhook_secret) = (Secret::new(key), Key::of_text(secret));
        Ok(Some(Account { key, webhook_secret, api: api.as_str().to_owned(), ways: self.ways()? }))
    }

    fn ways(&self) -> Result<Vec<Way>, Wrong> {
        let can_take = || Way::ALL.iter().copied().filter(|way| Stripe::can_take(*way));
        let text = self.text("stripe_ways");
        if text == "all" {
            return Ok(can_take().collect());
        }
        let read = |code: &str| {
            let way = can_take().find(|way| way.code() == code);
            let known = || can_take().map(Way::code).collect::<Vec<_>>().join(", ");
            way.ok_or_else(|| wrong("stripe_ways", &format!("says `{code}`; it can be all, or some of {}", known())))
        };
        text.split(',').map(str::trim).map(read).collect()
    }

    /// Where the provider's own pages are, when they are not on this machine.
    pub(super) fn payment_origin(&self, stripe: Option<&Account>) -> Result<Option<Origin>, Wrong> {
        let page = stripe.and_then(|_| STRIPE_PAGE.parse().ok());
        Ok(self.maybe("payment_origin", "is not an origin such as https://pay.example")?.or(page))
    }
}
