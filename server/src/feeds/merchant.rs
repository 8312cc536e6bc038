//! What can be bought, for comparison sites: the product data specification of Google Merchant Center, as RSS 2.0
//! (support.google.com/merchants/answer/7052112). An item is a variant; prices are those of the country asked for.

use std::collections::VecDeque;
use std::sync::Arc;

use app::i18n::{Lang, Words};
use app::routes;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use db::catalogue::{live_after, product_by_id};
use domain::catalogue::{Product, Unit, Variant};
use domain::ids::ProductId;
use domain::market::Market;
use futures_util::stream;

use super::{Whom, document, nothing, xml};
use crate::router::House;

/// Products read at once: their items leave before the next are read, so a shop of any size needs the same memory.
const AT_ONCE: u32 = 50;
/// What the specification takes of a title and of a description, in characters.
const TITLE: usize = 150;
const DESCRIPTION: usize = 5000;

/// `/feeds/{lang}/products.xml?country=DE&currency=EUR`
pub async fn feed(State(house): State<Arc<House>>, Path(lang): Path<String>, Query(whom): Query<Whom>) -> Response {
    let Some(lang) = Lang::from_code(&lang) else { return nothing() };
    let Some(market) = whom.market(lang, house.db.home().country) else { return nothing() };
    let walk = Walk { house, market, at: Some(ProductId(0)), ready: VecDeque::from([head(lang)]) };
    let chunks = stream::try_unfold(walk, |mut walk| async move {
        while walk.ready.is_empty() && walk.at.is_some() {
            walk.on().await.inspect_err(|fault| tracing::error!(%fault, "a feed broke off"))?;
        }
        Ok::<_, db::Fault>(walk.ready.pop_front().map(|chunk| (Bytes::from(chunk), walk)))
    });
    document("application/xml; charset=utf-8", Body::from_stream(chunks))
}

fn head(lang: Lang) -> String {
    let words = Words::of(lang);
    format!(
        "{}<rss version=\"2.0\" xmlns:g=\"http://base.google.com/ns/1.0\"><channel>\n{}{}\n",
        xml::BEGIN,
        xml::element("title", &words.say("shop-name")),
        xml::element("description", &words.say("home-text")),
    )
}

/// On its way through the goods.
struct Walk {
    house: Arc<House>,
    market: Market,
    /// After which product to go on; none at the end.
    at: Option<ProductId>,
    /// What can be sent.
    ready: VecDeque<String>,
}

impl Walk {
    async fn on(&mut self) -> Result<(), db::Fault> {
        let Some(after) = self.at else { return Ok(()) };
        let (market, today) = (self.market, self.house.db.now().day());
        let origin = self.house.config.origin.as_str().to_owned();
        let (last, chunk) = self
            .house
            .db
            .read(move |conn| {
                let view = db::market::view(conn, market, None, today)?;
                let ids = live_after(conn, after, AT_ONCE)?;
                let mut chunk = String::new();
                for &id in &ids {
                    let product = product_by_id(conn, &view, id)?;
                    chunk.extend(product.variants.iter().map(|variant| item(&origin, market.lang, &product, variant)));
                }
                Ok((ids.last().copied(), chunk))
            })
            .await?;
        self.at = last;
        self.ready.push_back(if last.is_some() { chunk } else { "</channel></rss>\n".to_owned() });
        Ok(())
    }
}

fn item(origin: &str, lang: Lang, product: &Product, variant: &Variant) -> String {
    let full = |at: String| format!("{origin}{at}");
    let mut item = String::from("<item>");
    let mut say = |name: &str, text: &str| {
        if !text.is_empty() {
            item.push_str(&xml::element(name, text));
        }
    };
    let group = product.id.to_string();
    say("g:id", &variant.id.to_string());
    say("g:item_group_id", if product.variants.len() > 1 { group.as_str() } else { "" });
    say("g:title", &cut(&title(product, variant), TITLE));
    say("g:description", &cut(&description(product), DESCRIPTION));
    say("g:link", &full(routes::variant(lang, &product.slug, variant.id)));
    let first = variant.picture.unwrap_or(0);
    for (at, picture) in product.pictures.iter().enumerate().filter(|(_, picture)| is_photo(&picture.file)) {
        let name = if at == first { "g:image_link" } else { "g:additional_image_link" };
        say(name, &full(routes::media(&picture.shared())));
    }
    say("g:availability", if variant.stock.is_out() { "out_of_stock" } else { "in_stock" });
    let money = |money: domain::money::Money| format!("{} {}", money.plain(), money.currency.code());
    say("g:price", &money(variant.was.unwrap_or(variant.price)));
    say("g:sale_price", &variant.was.map(|_| money(variant.price)).unwrap_or_default());
    say("g:brand", &product.maker);
    say("g:gtin", &variant.barcode);
    say("g:mpn", &variant.sku);
    say("g:identifier_exists", if variant.barcode.is_empty() && variant.sku.is_empty() { "no" } else { "" });
    say("g:condition", "new");
    let trail: Vec<&str> = product.trail.iter().map(|(_, name)| name.text.as_str()).collect();
    say("g:product_type", &trail.join(" > "));
    for (choice, value) in product.choices.iter().zip(&variant.values) {
        if let Some(name) = attribute(&choice.name) {
            say(name, &product.terms.say(value).text);
        }
    }
    say("g:shipping_weight", &if variant.grams > 0 { format!("{} g", variant.grams) } else { String::new() });
    say("g:unit_pricing_measure", &variant.content.map(|(much, unit)| measure(i64::from(much), unit)).unwrap_or_default());
    say("g:unit_pricing_base_measure", &variant.content.map(|(_, unit)| measure(unit.priced(), unit)).unwrap_or_default());
    item + "</item>\n"
}

/// The product, with what tells this variant from the others.
fn title(product: &Product, variant: &Variant) -> String {
    let values: Vec<String> = variant.values.iter().map(|value| product.terms.say(value).text).collect();
    std::iter::once(product.name.text.clone()).chain(values).collect::<Vec<_>>().join(", ")
}

/// The sentence, else the story, else the name: a description must be there.
fn description(product: &Product) -> String {
    let story = || xml::words(&product.story.text);
    [product.lead.text.clone(), story(), product.name.text.clone()].into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// The specification takes photos, not drawings.
fn is_photo(file: &str) -> bool {
    !file.ends_with(".svg")
}

/// What a choice is in the specification; what it does not know is told by the title alone.
fn attribute(choice: &str) -> Option<&'static str> {
    Some(match choice.to_lowercase().as_str() {
        "colour" | "color" => "g:color",
        "size" => "g:size",
        "material" => "g:material",
        "pattern" => "g:pattern",
        _ => return None,
    })
}

fn measure(much: i64, unit: Unit) -> String {
    let unit = match unit {
        Unit::Gram => "g",
        Unit::Millilitre => "ml",
        Unit::Centimetre => "cm",
        Unit::Piece => "ct",
    };
    format!("{much} {unit}")
}
