//! Which pages there are, by the sitemap protocol (sitemaps.org, version 0.9): an index, and for each language its pages
//! and its goods, so many to a file. When a page last changed is not kept, so it is not said.

use std::fmt::Write;
use std::sync::Arc;

use app::help::pages::TOPICS;
use app::i18n::Lang;
use app::routes;
use axum::extract::{Path, State};
use axum::response::Response;
use db::catalogue::{Address, addresses, categories, live_count};
use domain::catalogue::Slug;

use super::{document, later, nothing, xml};
use crate::router::House;

/// Goods in one file: a fifth of what the protocol allows, and about a megabyte.
const IN_A_FILE: u32 = 10_000;
const KIND: &str = "application/xml; charset=utf-8";

/// `/sitemap.xml`
pub async fn index(State(house): State<Arc<House>>) -> Response {
    let count = match house.db.read(live_count).await {
        Ok(count) => count,
        Err(fault) => return later(&fault),
    };
    let origin = house.config.origin.as_str();
    let mut all = format!("{}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n", xml::BEGIN);
    for lang in Lang::ALL {
        let parts = std::iter::once("pages".to_owned()).chain((1..=count.div_ceil(IN_A_FILE)).map(|part| part.to_string()));
        for part in parts {
            let at = format!("{origin}/sitemaps/{}/{part}.xml", lang.code());
            // Writing to a String does not fail.
            let _ = writeln!(all, "<sitemap>{}</sitemap>", xml::element("loc", &at));
        }
    }
    document(KIND, all + "</sitemapindex>\n")
}

/// `/sitemaps/{lang}/pages.xml`, `/sitemaps/{lang}/{number}.xml`
pub async fn part(State(house): State<Arc<House>>, Path((lang, part)): Path<(String, String)>) -> Response {
    let (Some(lang), Some(part)) = (Lang::from_code(&lang), part.strip_suffix(".xml")) else { return nothing() };
    let asked = match part {
        "pages" => house.db.read(move |conn| pages(conn, lang)).await,
        number => match number.parse().ok().filter(|number| (1..=10_000).contains(number)) {
            Some(number) => house.db.read(move |conn| goods(conn, lang, number)).await,
            None => return nothing(),
        },
    };
    match asked {
        Ok(all) if all.is_empty() => nothing(),
        Ok(all) => document(KIND, written(house.config.origin.as_str(), &all)),
        Err(fault) => later(&fault),
    }
}

/// A page, and the picture on it.
type Page = (String, Option<String>);

fn pages(conn: &db::Conn, lang: Lang) -> db::Result<Vec<Page>> {
    let mut all = vec![(routes::home(lang), None)];
    for category in categories(conn, lang)? {
        let rooms = std::iter::once(&category.slug).chain(category.children.iter().map(|(slug, _): &(Slug, _)| slug));
        all.extend(rooms.map(|slug| (routes::category(lang, slug), None)));
    }
    all.extend(TOPICS.iter().map(|topic| (routes::help(lang, topic), None)));
    Ok(all)
}

fn goods(conn: &db::Conn, lang: Lang, number: u32) -> db::Result<Vec<Page>> {
    let some = addresses(conn, lang, (number - 1) * IN_A_FILE, IN_A_FILE)?;
    Ok(some.into_iter().map(|Address { slug, picture }| (routes::product(lang, &slug), picture)).collect())
}

fn written(origin: &str, pages: &[Page]) -> String {
    let mut all = format!(
        "{}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">\n",
        xml::BEGIN
    );
    for (at, picture) in pages {
        let picture = picture.as_ref().map(|file| {
            let at = xml::element("image:loc", &format!("{origin}{}", routes::media(file)));
            format!("<image:image>{at}</image:image>")
        });
        let _ = writeln!(all, "<url>{}{}</url>", xml::element("loc", &format!("{origin}{at}")), picture.unwrap_or_default());
    }
    all + "</urlset>\n"
}
