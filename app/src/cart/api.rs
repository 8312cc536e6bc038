//! What a browser may ask of the cart. Each is a form's action too: without script the answer is a page.

use leptos::prelude::*;

use super::view::CartView;
use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {
    super::pages::{Change, answer, drawn, kept, once},
    crate::i18n::Lang,
    crate::request,
    db::cart,
    db::database::Tx,
    db::token::Token,
    domain::cart::{CartRefusal, GiftNote, Quantity, changed_quantity},
    domain::ids::{LineId, VariantId},
};

/// The cart of this browser.
#[server(endpoint = "cart", input = server_fn::codec::GetUrl)]
pub async fn the_cart(lang: String) -> Result<CartView, Failure> {
    let token = request::cart();
    let market = request::market_in(Lang::from_code(&lang).unwrap_or_default());
    let cart = request::ask_in(market, move |conn, view| cart::of(conn, view, token.as_ref())).await?;
    request::say_whose();
    drawn(market.lang, &cart, None, None)
}

/// Puts so many of a thing in the cart; `aside`, among what is kept there for later.
#[server(endpoint = "cart/add")]
pub async fn add_to_cart(
    lang: String,
    variant: String,
    quantity: String,
    #[server(default)] back: String,
    #[server(default)] aside: bool,
) -> Result<CartView, Failure> {
    let token = request::cart_for_adding().await?;
    let (shop, market) = (request::db()?, request::market_in(Lang::from_code(&lang).unwrap_or_default()));
    let variant = VariantId(variant.parse().unwrap_or(0));
    let put = if aside { cart::keep } else { cart::add };
    let changed = match Quantity::parse(&quantity) {
        Ok(many) => once(shop, market, token, move |tx, token| kept(put(tx, market, token, variant, many))).await,
        Err(_) => Err(db::Error::Refused(CartRefusal::NotAQuantity)),
    };
    request::say_whose();
    answer(Change { market, line: None, back: &back, stays: false }, changed).await
}

/// Sets how many of a line there are, or changes it `by` one; none left takes it out.
#[server(endpoint = "cart/change")]
pub async fn change_line(lang: String, line: i64, quantity: String, #[server(default)] by: i64) -> Result<CartView, Failure> {
    let token = request::cart().unwrap_or_default();
    let (shop, market) = (request::db()?, request::market_in(Lang::from_code(&lang).unwrap_or_default()));
    let id = LineId(line);
    let changed = match changed_quantity(&quantity, by) {
        Ok(None) => once(shop, market, token, move |tx, token| cart::remove(tx, market, token, id)).await,
        Ok(Some(many)) => once(shop, market, token, move |tx, token| kept(cart::change(tx, market, token, id, many))).await,
        Err(_) => Err(db::Error::Refused(CartRefusal::NotAQuantity)),
    };
    answer(Change { market, line: Some(line), back: "", stays: false }, changed).await
}

/// Takes a line out.
#[server(endpoint = "cart/remove")]
pub async fn remove_line(lang: String, line: i64) -> Result<CartView, Failure> {
    let token = request::cart().unwrap_or_default();
    let market = request::market_in(Lang::from_code(&lang).unwrap_or_default());
    let changed = once(request::db()?, market, token, move |tx, token| cart::remove(tx, market, token, LineId(line))).await;
    answer(Change { market, line: Some(line), back: "", stays: false }, changed).await
}

/// Puts a line aside for later, or back.
#[server(endpoint = "cart/aside")]
pub async fn put_aside(lang: String, line: i64, aside: bool) -> Result<CartView, Failure> {
    let token = request::cart().unwrap_or_default();
    let market = request::market_in(Lang::from_code(&lang).unwrap_or_default());
    let put = move |tx: &Tx<'_>, token: &Token| kept(cart::put_aside(tx, market, token, LineId(line), aside));
    let changed = once(request::db()?, market, token, put).await;
    answer(Change { market, line: Some(line), back: "", stays: false }, changed).await
}

/// Takes today's prices and what there is.
#[server(endpoint = "cart/accept")]
pub async fn accept_cart(lang: String) -> Result<CartView, Failure> {
    let token = request::cart().unwrap_or_default();
    let market = request::market_in(Lang::from_code(&lang).unwrap_or_default());
    let changed = request::db()?.write(move |tx| cart::accept(tx, market, &token)).await;
    answer(Change { market, line: None, back: "", stays: false }, kept(changed)).await
}

/// Makes a gift of the cart: the note that lies in the parcel, and the paper round it, none where that is empty.
#[server(endpoint = "cart/gift")]
pub async fn give_cart(
    lang: String,
    #[server(default)] note: String,
    #[server(default)] paper: String,
) -> Result<CartView, Failure> {
    let token = request::cart().unwrap_or_default();
    let market = request::market_in(Lang::from_code(&lang).unwrap_or_default());
    let paper = (!paper.is_empty()).then(|| VariantId(paper.parse().unwrap_or(0)));
    let changed = match GiftNote::parse(&note) {
        Ok(note) => request::db()?.write(move |tx| cart::give(tx, market, &token, note.as_ref(), paper)).await,
        Err(refusal) => Err(db::Error::Refused(refusal)),
    };
    answer(Change { market, line: None, back: "", stays: false }, kept(changed)).await
}
