//! `/o/{code}`: the short address of an order, for text messages. Its end only the shop can make.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Redirect;
use axum::routing::get;
use db::{Database, orders};
use domain::orders::OrderNumber;
use subtle::ConstantTimeEq;

use crate::outside::secrets::Secrets;

#[derive(Clone)]
struct Short {
    shop: Database,
    secrets: Arc<Secrets>,
}

/// The way from a short address to the order's page.
pub fn routes(shop: Database, secrets: Arc<Secrets>) -> Router {
    Router::new().route("/o/{code}", get(follow)).with_state(Short { shop, secrets })
}

/// The short address of an order's page, without the shop's.
pub fn path(secrets: &Secrets, number: &OrderNumber) -> String {
    format!("/o/{}-{}", number.as_str(), secrets.short(number))
}

async fn follow(State(short): State<Short>, Path(code): Path<String>) -> Result<Redirect, StatusCode> {
    let (number, end) = code.split_once('-').ok_or(StatusCode::NOT_FOUND)?;
    let number = OrderNumber::parse(number).map_err(|_| StatusCode::NOT_FOUND)?;
    if !bool::from(short.secrets.short(&number).as_bytes().ct_eq(end.as_bytes())) {
        return Err(StatusCode::NOT_FOUND);
    }
    let keys = orders::Keys { browser: None, link: Some(short.secrets.link(&number)) };
    let asked = number.clone();
    let found = short.shop.read(move |conn| orders::by_id(conn, orders::id_for(conn, &asked, &keys)?)).await;
    let order = found.map_err(|_| StatusCode::NOT_FOUND)?;
    Ok(Redirect::to(&app::routes::order_by_link(order.lang, &number, &short.secrets.link(&number))))
}
