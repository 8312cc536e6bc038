//! The forms of the checkout. Each keeps what was typed, right or wrong, and leads to the next page that has work.

use domain::checkout::TypedAddress;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {
    super::pages::{Then, completed, keep, onward, pay, place_order, refused, suggested},
    crate::request,
    db::checkout,
    domain::checkout::Step,
    domain::delivery::Service,
    domain::payments::Way,
};

/// What a shopper who has begun to type an address may mean.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// Street and number; empty where only the town is known.
    pub line1: String,
    /// Postcode.
    pub postcode: String,
    /// Town or city.
    pub city: String,
    /// State or province.
    pub region: String,
}

/// What an address that is being typed may become: streets for a line, the town for a postcode alone.
#[server(endpoint = "checkout/suggest", input = server_fn::codec::GetUrl)]
pub async fn suggest(
    country: String,
    #[server(default)] line: String,
    #[server(default)] postcode: String,
) -> Result<Vec<Suggestion>, Failure> {
    request::shop()?;
    suggested(&country, &line, &postcode).await
}

/// Step 1: who and where. `relay`: the country was changed, and only the form is to be laid anew. `take`: a suggestion that
/// was taken, `field=text`.
#[server(endpoint = "checkout/address")]
pub async fn keep_address(
    lang: String,
    #[server(default)] address: TypedAddress,
    #[server(default)] vat: String,
    #[server(default)] relay: String,
    #[server(default)] take: String,
) -> Result<(), Failure> {
    let token = request::cart().unwrap_or_default();
    let typed = completed(address.cut(), &take).await?;
    keep(token, typed, vat, Then { lang: &lang, relay: !relay.is_empty() }).await
}

/// Step 2: how and when it comes, and to which pickup point.
#[server(endpoint = "checkout/delivery")]
pub async fn keep_delivery(
    lang: String,
    #[server(default)] service: String,
    #[server(default)] pickup: String,
) -> Result<(), Failure> {
    let token = request::cart().unwrap_or_default();
    let Some(service) = Service::from_code(&service) else { return onward(&lang, Step::Delivery, false) };
    match request::db()?.write(move |tx| checkout::keep_service(tx, &token, service, &pickup)).await {
        Ok(_) => onward(&lang, Step::Delivery, true),
        Err(error) => refused(&lang, Step::Delivery, error),
    }
}

/// Step 3: how it is paid.
#[server(endpoint = "checkout/payment")]
pub async fn keep_payment(lang: String, #[server(default)] way: String) -> Result<(), Failure> {
    let token = request::cart().unwrap_or_default();
    let Some(way) = Way::from_code(&way) else { return onward(&lang, Step::Payment, false) };
    match request::db()?.write(move |tx| checkout::keep_way(tx, &token, way)).await {
        Ok(_) => onward(&lang, Step::Payment, true),
        Err(error) => refused(&lang, Step::Payment, error),
    }
}

/// Step 4: the order is written down, its goods are held, and the shopper is led to the provider.
/// `total` is the sum on the button, in minor units of `currency`: what was agreed to, never what is charged.
#[server(endpoint = "checkout/place")]
pub async fn place(lang: String, #[server(default)] total: String, #[server(default)] currency: String) -> Result<(), Failure> {
    let browser = request::browser_or_new()?;
    match place_order(&lang, request::cart().unwrap_or_default(), browser, (&total, &currency)).await {
        Ok(placed) => pay(&lang, placed.payment, &placed.number).await,
        Err(error) => refused(&lang, Step::Review, error),
    }
}
