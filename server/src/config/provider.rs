//! Who takes the money: the merchant's accounts at real providers.

use domain::payments::Way;

use super::{Origin, Reader, Wrong, wrong};
use crate::outside::line::Secret;
use crate::outside::signature::Key;
use crate::outside::stripe::Stripe;
use crate::outside::{paypal, stripe};

/// Stripe's page, where shoppers pay, unless the merchant has given it a name of their own.
const STRIPE_PAGE: &str = "https://checkout.stripe.com";
/// PayPal's, and the one for trying it out.
const PAYPAL_PAGE: &str = "https://www.paypal.com";
const PAYPAL_SANDBOX: &str = "https://www.sandbox.paypal.com";

impl Reader<'_> {
    /// The account at Stripe; none where no key is set. Without the webhook's secret the shop would not hear of its money.
    pub(super) fn stripe(&self) -> Result<Option<stripe::Account>, Wrong> {
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
        Ok(Some(stripe::Account { key, webhook_secret, api: api.as_str().to_owned(), ways: self.ways()? }))
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

    /// The account at PayPal; none where no client is named.
    pub(super) fn paypal(&self) -> Result<Option<paypal::Account>, Wrong> {
        let all = ["paypal_client", "paypal_secret", "paypal_webhook"];
        let (client, secret, webhook) = match all.map(|key| self.0.get(key)) {
            [Some(client), Some(secret), Some(webhook)] => (client.to_owned(), Secret::new(secret), webhook.to_owned()),
            [None, None, None] => return Ok(None),
            some => {
                let missing = all.iter().zip(some).find(|(_, text)| text.is_none()).map_or("paypal_client", |(key, _)| key);
                return Err(wrong(missing, "is missing; PayPal needs a client, its secret and a webhook's id"));
            }
        };
        let api: Origin = self.parsed("paypal_api", "is not an origin such as https://api-m.paypal.com")?;
        Ok(Some(paypal::Account { client, secret, webhook, api: api.as_str().to_owned() }))
    }

    /// Where the providers' own pages are, when they are not on this machine.
    pub(super) fn payment_origins(
        &self,
        stripe: Option<&stripe::Account>,
        paypal: Option<&paypal::Account>,
    ) -> Result<Vec<Origin>, Wrong> {
        let paypal = paypal.map(|account| if account.api.contains("sandbox") { PAYPAL_SANDBOX } else { PAYPAL_PAGE });
        let usual = [stripe.map(|_| STRIPE_PAGE), paypal].into_iter().flatten().collect::<Vec<_>>().join(",");
        let text = self.0.get("payment_origin").unwrap_or(&usual);
        let read = |text: &str| {
            let says = || format!("says `{text}`, which is not an origin such as https://pay.example");
            text.trim().parse().map_err(|_| wrong("payment_origin", &says()))
        };
        text.split(',').filter(|text| !text.is_empty()).map(read).collect()
    }
}
