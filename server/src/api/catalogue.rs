//! Goods and categories.

use std::sync::Arc;

use app::i18n::Lang;
use app::request::Finder;
use axum::extract::{Path, State};
use axum::{Extension, Json};
use db::catalogue::{Source, category, narrowed, product as by_slug};
use db::{Conn, Fault};
use domain::catalogue::{Asked as Wanted, Pages, Shown, Slug, Sort};
use domain::market::View;
use domain::search::{Typed, Wish};

use super::asked::Asked;
use super::pen::Pen;
use super::shape::{Cards, Hits, Problem, Room, Sought, Which, Whole, Whom};
use crate::feeds::market;
use crate::router::House;

/// Products on a page.
const PAGE: u32 = 50;

/// The categories, from the top down.
#[utoipa::path(get, path = "/api/v1/categories", params(Whom), responses((status = 200, body = [Room]), (status = 400, body = Problem)))]
pub async fn categories(State(house): State<Arc<House>>, Asked(whom): Asked<Whom>) -> Result<Json<Vec<Room>>, Problem> {
    let pen = pen(&house, &whom)?;
    let rooms = ask(&house, &pen, &whom, |conn, view| db::catalogue::categories(conn, view.lang)).await?;
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
    let page = page(which.page)?;
    let room = which.category.map(|slug| Slug::parse(&slug).map_err(|_| nothing())).transpose()?;
    let (cards, total) = ask(&house, &pen, &whom, move |conn, view| {
        let category = room.map(|slug| category(conn, view.lang, &slug)).transpose()?.map(|(id, _)| id);
        let source = category.map_or(Source::All, Source::Category);
        let wanted = Wanted { sort: Some(sort), pages: Pages::one(page), ..Wanted::default() };
        let listing = narrowed(conn, view, source, &wanted, PAGE)?.listing;
        Ok((listing.cards, listing.count))
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

/// What a search finds, fifty to a page.
#[utoipa::path(get, path = "/api/v1/search", params(Sought, Whom), responses((status = 200, body = Hits), (status = 400, body = Problem)))]
pub async fn search(
    State(house): State<Arc<House>>,
    Extension(finder): Extension<Arc<dyn Finder>>,
    Asked(sought): Asked<Sought>,
    Asked(whom): Asked<Whom>,
) -> Result<Json<Hits>, Problem> {
    let (pen, page) = (pen(&house, &whom)?, page(sought.page)?);
    let wish = Wish { lang: pen.lang, typed: Typed::of(&sought.q), exact: sought.exact.unwrap_or(false) };
    let found = finder.find(wish).await.map_err(|_| busy())?;
    let (goods, wanted) = (found.goods, Wanted { pages: Pages::one(page), ..Wanted::default() });
    let listing = ask(&house, &pen, &whom, move |conn, view| {
        // As on the page: each once, and none that shoppers do not see, whatever the engine says.
        Ok(narrowed(conn, view, Source::Found(&goods), &wanted, PAGE)?.listing)
    });
    let listing = listing.await?;
    let (total, products) = (listing.count, listing.cards.iter().map(|card| pen.card(card)).collect());
    let (corrected, left_out, more) = (found.corrected, found.left_out, found.more);
    Ok(Json(Hits { corrected, left_out, total, more, page, pages: total.div_ceil(PAGE), products }))
}

fn page(said: Option<u32>) -> Result<u32, Problem> {
    let page = said.unwrap_or(1);
    if (1..=10_000).contains(&page) { Ok(page) } else { Err(wrong("page", &page.to_string())) }
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
            busy()
        }
    })
}

fn busy() -> Problem {
    Problem { status: 503, title: "Not now".to_owned(), detail: "Ask again in a minute.".to_owned() }
}

fn wrong(what: &str, said: &str) -> Problem {
    let said: String = said.chars().take(40).collect();
    let detail = format!("`{said}` is no {what} this shop knows; see /api/v1/openapi.json.");
    Problem { status: 400, title: format!("Unknown {what}"), detail }
}

fn nothing() -> Problem {
    Problem { status: 404, title: "Nothing is there".to_owned(), detail: "Ask /api/v1/products for what there is.".to_owned() }
}
