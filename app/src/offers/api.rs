//! What a browser may ask of a cart's codes. Each is a form's action too: without script the answer is a page.

use leptos::prelude::*;

use crate::cart::CartView;
use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {
    super::pages::entered,
    crate::cart::pages::{Change, answer, kept},
    crate::i18n::Lang,
    crate::request,
    db::offers,
    domain::ids::{GiftCardId, OfferId, VariantId},
};

/// Types a code into the cart; `back` is the page of the form where that is not the cart's.
#[server(endpoint = "offers/code")]
pub async fn enter_code(
    lang: String,
    #[server(default)] code: String,
    #[server(default)] back: String,
) -> Result<CartView, Failure> {
    let token = request::cart().unwrap_or_default();
    let market = request::market_in(Lang::from_code(&lang).unwrap_or_default());
    let changed = entered(market, token, code).await;
    answer(Change { market, line: None, back: &back, stays: true }, kept(changed)).await
}

/// Drops a code.
#[server(endpoint = "offers/drop")]
pub async fn drop_code(
    lang: String,
    #[server(default)] code: String,
    #[server(default)] back: String,
) -> Result<CartView, Failure> {
    let token = request::cart().unwrap_or_default();
    let market = request::market_in(Lang::from_code(&lang).unwrap_or_default());
    let changed = request::db()?.write(move |tx| offers::drop_code(tx, market, &token, &code)).await;
    answer(Change { market, line: None, back: &back, stays: true }, kept(changed)).await
}

/// Takes a gift card up again: it does not pay for the cart.
#[server(endpoint = "offers/card")]
pub async fn take_up_card(lang: String, card: i64, #[server(default)] back: String) -> Result<CartView, Failure> {
    let token = request::cart().unwrap_or_default();
    let market = request::market_in(Lang::from_code(&lang).unwrap_or_default());
    let changed = request::db()?.write(move |tx| db::gift_cards::take_up(tx, market, &token, GiftCardId(card))).await;
    answer(Change { market, line: None, back: &back, stays: true }, kept(changed)).await
}

/// Chooses which of its gifts an offer brings along.
#[server(endpoint = "offers/gift")]
pub async fn choose_gift(lang: String, offer: i64, variant: i64, #[server(default)] back: String) -> Result<CartView, Failure> {
    let token = request::cart().unwrap_or_default();
    let market = request::market_in(Lang::from_code(&lang).unwrap_or_default());
    let (offer, variant) = (OfferId(offer), VariantId(variant));
    let changed = request::db()?.write(move |tx| offers::choose(tx, market, &token, offer, variant)).await;
    answer(Change { market, line: None, back: &back, stays: true }, kept(changed)).await
}
