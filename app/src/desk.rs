//! The desk: where staff look after the goods and what is offered of them. It runs on the machine only: plain forms, no script.
//!
//! Meaning: [`domain::desk`], [`domain::staff`]. Memory: `db::desk`, `db::offers`, `db::staff`. Next room: [`crate::catalogue`].

use domain::catalogue::Slug;
use domain::goods::{CategoryWords, IncomingCategory};
use domain::ids::{DelayId, OfferId, ProductId};

use crate::failure::Failure;
use crate::i18n::Lang;
use crate::request;

pub mod api;
pub mod pages;
mod saving;

/// The product an address or a form names.
fn product_id(text: &str) -> Result<ProductId, Failure> {
    text.parse().map(ProductId).map_err(|_| Failure::NotFound)
}

/// The delay an address or a form names.
fn delay_id(text: &str) -> Result<DelayId, Failure> {
    text.parse().map(DelayId).map_err(|_| Failure::NotFound)
}

/// The offer an address or a form names.
fn offer_id(text: &str) -> Result<OfferId, Failure> {
    text.parse().map(OfferId).map_err(|_| Failure::NotFound)
}

/// The category an address or a form names, with what it is called in other languages.
async fn shelf(slug: &str) -> Result<(IncomingCategory, Vec<CategoryWords>), Failure> {
    let slug = Slug::parse(slug).map_err(|_| Failure::NotFound)?;
    let all = request::db()?.read(db::goods::shelves).await?;
    all.into_iter().find(|(known, _)| known.named.slug == slug).ok_or(Failure::NotFound)
}

/// A language goods are translated into: they are written down in the first one.
fn other_language(code: &str) -> Result<Lang, Failure> {
    Lang::from_code(code).filter(|lang| *lang != Lang::FIRST).ok_or(Failure::NotFound)
}
