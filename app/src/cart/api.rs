//! What a browser may ask of the cart. Each is a form's action too: without script the answer is a page.

use leptos::prelude::*;

use super::view::CartView;
use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {
    super::pages::{Change, Drawn, answer, kept, shown},
    crate::request,
    db::cart,
    domain::cart::{CartRefusal, Quantity, changed_quantity},
    domain::ids::{LineId, VariantId},
};

/// The cart of this browser.
#[server(endpoint = "cart", input = server_fn::codec::GetUrl)]
pub async fn the_cart(lang: String) -> Result<CartView, Failure> {
    let token = request::cart();
    let cart = request::db()?.read(move |conn| cart::of(conn, token.as_ref())).await?;
    Ok(shown(&lang, &Drawn { cart: &cart, refused: None, removed: None }))
}

/// Puts so many of a thing in the cart.
#[server(endpoint = "cart/add")]
pub async fn add_to_cart(
    lang: String,
    variant: String,
    quantity: String,
    #[server(default)] back: String,
) -> Result<CartView, Failure> {
    let token = request::cart_for_adding().await?;
    let variant = VariantId(variant.parse().unwrap_or(0));
    let changed = match Quantity::parse(&quantity) {
        Ok(quantity) => request::db()?.write(move |tx| cart::add(tx, &token, variant, quantity)).await,
        Err(_) => Err(db::Error::Refused(CartRefusal::NotAQuantity)),
    };
    answer(Change { lang: &lang, line: None, back: &back }, kept(changed)).await
}

/// Sets how many of a line there are, or changes it `by` one; none left takes it out.
#[server(endpoint = "cart/change")]
pub async fn change_line(lang: String, line: i64, quantity: String, #[server(default)] by: i64) -> Result<CartView, Failure> {
    let token = request::cart().unwrap_or_default();
    let id = LineId(line);
    let changed = match changed_quantity(&quantity, by) {
        Ok(None) => request::db()?.write(move |tx| cart::remove(tx, &token, id)).await,
        Ok(Some(quantity)) => kept(request::db()?.write(move |tx| cart::change(tx, &token, id, quantity)).await),
        Err(_) => Err(db::Error::Refused(CartRefusal::NotAQuantity)),
    };
    answer(Change { lang: &lang, line: Some(line), back: "" }, changed).await
}

/// Takes a line out.
#[server(endpoint = "cart/remove")]
pub async fn remove_line(lang: String, line: i64) -> Result<CartView, Failure> {
    let token = request::cart().unwrap_or_default();
    let changed = request::db()?.write(move |tx| cart::remove(tx, &token, LineId(line))).await;
    answer(Change { lang: &lang, line: Some(line), back: "" }, changed).await
}

/// Puts a line aside for later, or back.
#[server(endpoint = "cart/aside")]
pub async fn put_aside(lang: String, line: i64, aside: bool) -> Result<CartView, Failure> {
    let token = request::cart().unwrap_or_default();
    let changed = request::db()?.write(move |tx| cart::put_aside(tx, &token, LineId(line), aside)).await;
    answer(Change { lang: &lang, line: Some(line), back: "" }, kept(changed)).await
}

/// Takes today's prices and what there is.
#[server(endpoint = "cart/accept")]
pub async fn accept_cart(lang: String) -> Result<CartView, Failure> {
    let token = request::cart().unwrap_or_default();
    let changed = request::db()?.write(move |tx| cart::accept(tx, &token)).await;
    answer(Change { lang: &lang, ..Change::default() }, kept(changed)).await
}
