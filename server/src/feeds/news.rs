//! What came last, for feed readers: Atom (RFC 4287).

use std::sync::Arc;

use app::i18n::{Lang, Words};
use app::routes;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use db::catalogue::newest;
use domain::catalogue::ProductCard;
use domain::time::Day;

use super::{Whom, document, later, nothing, xml};
use crate::router::House;

/// Products in the feed.
const LATEST: u32 = 50;

/// `/feeds/{lang}/news.atom`
pub async fn feed(State(house): State<Arc<House>>, Path(lang): Path<String>, Query(whom): Query<Whom>) -> Response {
    let Some(lang) = Lang::from_code(&lang) else { return nothing() };
    let Some(market) = whom.market(lang, house.db.home().country) else { return nothing() };
    let today = house.db.now().day();
    let asked = house.db.read(move |conn| {
        let view = db::market::view(conn, market, None, today)?;
        newest(conn, &view, LATEST)
    });
    match asked.await {
        Ok(cards) => document("application/atom+xml; charset=utf-8", written(house.config.origin.as_str(), lang, &cards)),
        Err(fault) => later(&fault),
    }
}

fn written(origin: &str, lang: Lang, cards: &[ProductCard]) -> String {
    let words = Words::of(lang);
    let here = format!("{origin}/feeds/{}/news.atom", lang.code());
    let title = format!("{}: {}", words.say("shop-name"), words.say("home-new"));
    let updated = cards.iter().map(|card| card.added).max().unwrap_or(Day(0));
    let entries: String = cards.iter().map(|card| entry(words, origin, card)).collect();
    format!(
        "{}<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n{}{}\n<link rel=\"self\" href=\"{here}\"/>\
         <link rel=\"alternate\" href=\"{origin}{}\"/>\n{}\n<author>{}</author>\n{entries}</feed>\n",
        xml::BEGIN,
        lang.code(),
        xml::element("id", &here),
        xml::element("title", &title),
        routes::home(lang),
        xml::element("updated", &midnight(updated)),
        xml::element("name", &words.say("shop-name")),
    )
}

fn entry(words: Words, origin: &str, card: &ProductCard) -> String {
    let at = format!("{origin}{}", routes::product(words.lang, &card.slug));
    let price = words.money(card.price);
    let says = if card.from { words.with("price-from", &[("price", price.into())]) } else { price };
    format!(
        "<entry>{}{}<link href=\"{}\"/>{}{}</entry>\n",
        xml::element("id", &at),
        xml::element("title", &card.name.text),
        xml::written(&at),
        xml::element("updated", &midnight(card.added)),
        xml::element("summary", &says),
    )
}

/// The beginning of a day, as RFC 3339 writes it.
fn midnight(day: Day) -> String {
    format!("{day}T00:00:00Z")
}
