//! The forms of the checkout. Each keeps what was typed, right or wrong, and leads to the next page that has work.

use domain::checkout::TypedAddress;
use leptos::prelude::*;

use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {
    super::pages::{onward, pay, place_order, refused},
    crate::request,
    db::checkout,
    domain::checkout::{Method, Step},
    domain::delivery::Service,
};

/// Step 1: who and where.
#[server(endpoint = "checkout/address")]
pub async fn keep_address(lang: String, #[server(default)] address: TypedAddress) -> Result<(), Failure> {
    let token = request::cart().unwrap_or_default();
    let typed = address.cut();
    match request::db()?.write(move |tx| checkout::keep_address(tx, &token, &typed)).await {
        Ok(draft) => onward(&lang, Step::Address, draft.typed.parse().is_ok()),
        Err(error) => refused(&lang, Step::Address, error),
    }
}

/// Step 2: how and when it comes.
#[server(endpoint = "checkout/delivery")]
pub async fn keep_delivery(lang: String, #[server(default)] service: String) -> Result<(), Failure> {
    let token = request::cart().unwrap_or_default();
    let Some(service) = Service::from_code(&service) else { return onward(&lang, Step::Delivery, false) };
    match request::db()?.write(move |tx| checkout::keep_service(tx, &token, service)).await {
        Ok(_) => onward(&lang, Step::Delivery, true),
        Err(error) => refused(&lang, Step::Delivery, error),
    }
}

/// Step 3: how it is paid.
#[server(endpoint = "checkout/payment")]
pub async fn keep_payment(lang: String, #[server(default)] method: String) -> Result<(), Failure> {
    let token = request::cart().unwrap_or_default();
    let Some(method) = Method::from_code(&method) else { return onward(&lang, Step::Payment, false) };
    match request::db()?.write(move |tx| checkout::keep_method(tx, &token, method)).await {
        Ok(_) => onward(&lang, Step::Payment, true),
        Err(error) => refused(&lang, Step::Payment, error),
    }
}

/// Step 4: the order is written down, its goods are held, and the shopper is led to the provider.
/// `total` is the sum on the button in minor units: what was agreed to, never what is charged.
#[server(endpoint = "checkout/place")]
pub async fn place(lang: String, #[server(default)] total: String) -> Result<(), Failure> {
    let browser = request::browser_or_new()?;
    match place_order(&lang, request::cart().unwrap_or_default(), browser, &total).await {
        Ok(placed) => pay(&lang, placed.payment, &placed.number).await,
        Err(error) => refused(&lang, Step::Review, error),
    }
}
