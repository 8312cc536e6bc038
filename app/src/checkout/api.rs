//! The forms of the checkout. Each keeps what was typed, right or wrong, and leads to the next page that has work.

use domain::checkout::TypedAddress;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {
    super::pages::{
        Pressed, Then, completed, express_checkout, forget_remembered, keep, onward, past_delivery, pay, place_order, refused,
        suggested, take_remembered,
    },
    crate::request,
    db::checkout,
    domain::checkout::Step,
    domain::delivery::Service,
    domain::ids::RememberedId,
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

/// The short way: how it is paid is said first, and only what is not known yet is asked. `variant`: so many of that are bought,
/// from its page; else the cart as it is.
#[server(endpoint = "checkout/express")]
pub async fn express(
    lang: String,
    #[server(default)] way: String,
    #[server(default)] variant: String,
    #[server(default)] quantity: String,
    #[server(default)] back: String,
) -> Result<(), Failure> {
    let token = request::cart_for_adding().await?;
    let pressed = Pressed { lang: &lang, way: &way, variant: &variant, quantity: &quantity, back: &back };
    express_checkout(token, pressed).await
}

/// What somebody ticked to be told of, as the form sends it: empty where it was not ticked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Telling {
    texts: String,
    reminder: String,
}

/// Step 1: who and where. `relay`: the country was changed, and only the form is to be laid anew. `take`: a suggestion that
/// was taken, `field=text`. `remember`: this browser is to remember it. `tell`: what its shopper wants to be told of.
#[server(endpoint = "checkout/address")]
pub async fn keep_address(
    lang: String,
    #[server(default)] address: TypedAddress,
    #[server(default)] vat: String,
    #[server(default)] relay: String,
    #[server(default)] take: String,
    #[server(default)] remember: String,
    #[server(default)] tell: Telling,
) -> Result<(), Failure> {
    let token = request::cart().unwrap_or_default();
    let typed = completed(address.cut(), &take).await?;
    let [relay, remember] = [relay, remember].map(|tick| !tick.is_empty());
    keep(token, typed, vat, Then { lang: &lang, relay, remember, tell: (!tell.texts.is_empty(), !tell.reminder.is_empty()) })
        .await
}

/// Step 1 where this browser remembers addresses: one is taken, or, with `forget`, forgotten. `shown` is the page it stood on.
#[server(endpoint = "checkout/remembered")]
pub async fn use_remembered(
    lang: String,
    #[server(default)] address: String,
    #[server(default)] forget: String,
    #[server(default)] shown: String,
) -> Result<(), Failure> {
    request::shop()?;
    let id = RememberedId(address.parse().map_err(|_| Failure::NotFound)?);
    if forget.is_empty() { take_remembered(&lang, id).await } else { forget_remembered(&lang, id, &shown).await }
}

/// Step 2: how and when it comes, and to which pickup point.
#[server(endpoint = "checkout/delivery")]
pub async fn keep_delivery(
    lang: String,
    #[server(default)] service: String,
    #[server(default)] pickup: String,
    #[server(default)] instructions: String,
) -> Result<(), Failure> {
    let (token, browser) = (request::cart().unwrap_or_default(), request::browser().unwrap_or_default());
    let Some(service) = Service::from_code(&service) else { return onward(&lang, Step::Delivery, false) };
    let db = request::db()?;
    let kept = db.write(move |tx| {
        checkout::keep_service(tx, &token, service, &pickup)?;
        let draft = checkout::keep_instructions(tx, &token, &instructions)?;
        Ok(checkout::remember_service(tx, &browser, &draft).map(|()| draft)?)
    });
    match kept.await {
        Ok(draft) => past_delivery(&lang, &draft),
        Err(error) => refused(&lang, Step::Delivery, error).await,
    }
}

/// Step 3: how it is paid.
#[server(endpoint = "checkout/payment")]
pub async fn keep_payment(lang: String, #[server(default)] way: String, #[server(default)] keep: String) -> Result<(), Failure> {
    let token = request::cart().unwrap_or_default();
    let Some(way) = Way::from_code(&way) else { return onward(&lang, Step::Payment, false) };
    let keep = !keep.is_empty() && request::is_signed_in();
    let db = request::db()?;
    let kept = db.write(move |tx| checkout::keep_way(tx, &token, way).and_then(|_| checkout::keep_card(tx, &token, keep)));
    match kept.await {
        Ok(()) => onward(&lang, Step::Payment, true),
        Err(error) => refused(&lang, Step::Payment, error).await,
    }
}

/// Step 4: the order is written down, its goods are held, and the shopper is led to the provider.
/// `total` is the sum on the button, in minor units of `currency`: what was agreed to, never what is charged.
#[server(endpoint = "checkout/place")]
pub async fn place(lang: String, #[server(default)] total: String, #[server(default)] currency: String) -> Result<(), Failure> {
    let browser = request::browser_or_new()?;
    match place_order(&lang, request::cart().unwrap_or_default(), browser, (&total, &currency)).await {
        Ok(placed) => pay(&lang, placed.payment, &placed.number).await,
        Err(error) => refused(&lang, Step::Review, error).await,
    }
}
