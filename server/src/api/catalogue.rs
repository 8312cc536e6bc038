//! Goods and categories.

use std::sync::Arc;

use app::i18n::Lang;
use axum::Json;
use axum::extract::{Path, State};
use db::catalogue::{List, category, list, menu, product as by_slug};
use db::{Conn, Fault};
use domain::catalogue::{Shown, Slug, Sort};
use domain::market::View;

use super::asked::Asked;
use super::pen::Pen;
use super::shape::{Cards, Problem, Room, Which, Whole, Whom};
use crate::feeds::market;
use crate::router::House;

/// Products on a page.
const PAGE: u32 = 50;

/// The categories, from the top down.
#[utoipa::path(get, path = "/api/v1/categories", params(Whom), responses((status = 200, body = [Room]), (status = 400, body = Problem)))]
pub async fn categories(State(house): State<Arc<House>>, Asked(whom): Asked<Whom>) -> Result<Json<Vec<Room>>, Problem> {
    let pen = pen(&house, &whom)?;
    let rooms = ask(&house, &pen, &whom, |conn, view| menu(conn, view.lang)).await?;
    Ok(Json(rooms.iter().map(|room| pen.room(room)).collect()))
}

/// Products, fifty to a page.
#[utoipa::path(get, path = "/api/v1/products", params(Which, Whom),
    responses((status = 200, body = Cards), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn products(
    State(house): State<Arc<House>>,
    Asked(which): Asked<Which>,
    Asked(whom): Asked<Whom>,
) -> Result<Json<Cards>, Problem> {
    let pen = pen(&house, &whom)?;
    let sort = match which.sort.as_deref() {
        Some(code) => Sort::from_code(code).ok_or_else(|| wrong("sort", code))?,
        None => Sort::Popular,
    };
    let page = which.page.unwrap_or(1);
    if !(1..=100_000).contains(&page) {
        return Err(wrong("page", &page.to_string()));
    }
    let room = which.category.map(|slug| Slug::parse(&slug).map_err(|_| nothing())).transpose()?;
    let (cards, total) = ask(&house, &pen, &whom, move |conn, view| {
        let category = room.map(|slug| category(conn, view.lang, &slug)).transpose()?.map(|(id, _)| id);
        list(conn, view, List { category, sort, skip: (page - 1) * PAGE, take: PAGE, today: view.list.day })
    })
    .await?;
    let products = cards.iter().map(|card| pen.card(card)).collect();
    Ok(Json(Cards { total, page, pages: total.div_ceil(PAGE), products }))
}

/// A product, with everything that can be bought of it.
#[utoipa::path(get, path = "/api/v1/products/{slug}", params(("slug" = String, Path, description = "Its address."), Whom),
    responses((status = 200, body = Whole), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn product(
    State(house): State<Arc<House>>,
    Path(slug): Path<String>,
    Asked(whom): Asked<Whom>,
) -> Result<Json<Whole>, Problem> {
    let pen = pen(&house, &whom)?;
    let slug = Slug::parse(&slug).map_err(|_| nothing())?;
    let product = ask(&house, &pen, &whom, move |conn, view| by_slug(conn, view, &slug)).await?;
    if product.shown != Shown::Live { Err(nothing()) } else { Ok(Json(pen.whole(&product))) }
}

fn pen(house: &House, whom: &Whom) -> Result<Pen, Problem> {
    let lang = whom.lang.as_deref().map_or(Ok(Lang::FIRST), |code| Lang::from_code(code).ok_or_else(|| wrong("lang", code)))?;
    Ok(Pen { origin: house.config.origin.as_str().to_owned(), lang })
}

/// Asks as somebody in that market sees the shop.
async fn ask<T>(
    house: &House,
    pen: &Pen,
    whom: &Whom,
    question: impl FnOnce(&Conn, &View) -> db::Result<T>,
) -> Result<T, Problem> {
    let (country, currency) = (whom.country.as_deref(), whom.currency.as_deref());
    let market = market(pen.lang, country, currency, house.db.home().country)
        .ok_or_else(|| wrong("country or currency", &[country, currency].map(Option::unwrap_or_default).join(" ")))?;
    let today = house.db.now().day();
    let asked = house.db.read(move |conn| question(conn, &db::market::view(conn, market, None, today)?)).await;
    asked.map_err(|fault| match fault {
        Fault::NotFound(_) => nothing(),
        fault => {
            tracing::error!(%fault, "an answer to another program");
            Problem { status: 503, title: "Not now".to_owned(), detail: "Ask again in a minute.".to_owned() }
        }
    })
}

fn wrong(what: &str, said: &str) -> Problem {
    let said: String = said.chars().take(40).collect();
    let detail = format!("`{said}` is no {what} this shop knows; see /api/v1/openapi.json.");
    Problem { status: 400, title: format!("Unknown {what}"), detail }
}

fn nothing() -> Problem {
    Problem { status: 404, title: "Nothing is there".to_owned(), detail: "Ask /api/v1/products for what there is.".to_owned() }
}
