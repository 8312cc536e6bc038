//! The forms of the desk. Each asks first who sent it; what cannot be saved is kept as typed.

use domain::desk::{TypedCategory, TypedDelay, TypedOffer, TypedProduct, TypedWords};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::saving;
use crate::failure::Failure;
use crate::request;

/// A picture in the form of a product's pictures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedPicture {
    /// What it shows.
    pub alt: String,
    /// Its place among the others, counted from 1.
    pub place: String,
    /// Whether it is taken away.
    pub gone: String,
}

/// Opens the door; `then` is where to go on.
#[server(endpoint = "desk/sign-in")]
pub async fn sign_in(
    #[server(default)] name: String,
    #[server(default)] password: String,
    #[server(default)] then: String,
) -> Result<(), Failure> {
    let db = request::db()?;
    saving::enter(&db, &name, &password, &then).await
}

/// Closes it.
#[server(endpoint = "desk/sign-out")]
pub async fn sign_out() -> Result<(), Failure> {
    request::leave().await?;
    request::go("/desk/sign-in");
    Ok(())
}

/// Saves a product; a new one without an id.
#[server(endpoint = "desk/product")]
pub async fn save_product(#[server(default)] id: String, #[server(default)] product: TypedProduct) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::product(&staff, &id, product).await
}

/// Arranges a product's pictures.
#[server(endpoint = "desk/pictures")]
pub async fn arrange_pictures(id: String, #[server(default)] pictures: Vec<TypedPicture>) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::pictures(&staff, &id, pictures).await
}

/// Saves what a product is called in a language.
#[server(endpoint = "desk/words")]
pub async fn save_words(id: String, lang: String, #[server(default)] words: TypedWords) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::words(&staff, &id, &lang, words).await
}

/// Saves a category; a new one without an address.
#[server(endpoint = "desk/category")]
pub async fn save_category(#[server(default)] slug: String, #[server(default)] category: TypedCategory) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::category(&staff, &slug, category).await
}

/// Saves what a category is called in a language.
#[server(endpoint = "desk/category-words")]
pub async fn save_category_words(slug: String, lang: String, #[server(default)] words: TypedWords) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::category_words(&staff, &slug, &lang, words).await
}

/// Saves what words are also called in a language: a line for each group, parted by commas.
#[server(endpoint = "desk/synonyms")]
pub async fn save_synonyms(lang: String, #[server(default)] groups: String) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::synonyms(&staff, &lang, &groups).await
}

/// A refund as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedRefund {
    /// What could be refunded, in minor units, as the form was told.
    pub left: String,
    /// How many of each line.
    pub lines: Vec<String>,
    /// Whether delivery is refunded.
    pub delivery: String,
    /// A sum beside them.
    pub more: String,
    /// Whether it is given as a gift card, in place of money.
    pub onto_card: String,
    /// Why.
    pub reason: String,
}

/// Refunds a part of an order, or all of it.
#[server(endpoint = "desk/refund")]
pub async fn refund(number: String, #[server(default)] refund: TypedRefund) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::refund(&staff, &number, refund).await
}

/// Takes an order to the packing bench: from here on its shopper cannot change it.
#[server(endpoint = "desk/pack")]
pub async fn pack_order(number: String) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::pack(&staff, &number).await
}

/// Answers what was told to be wrong with an order.
#[server(endpoint = "desk/answer")]
pub async fn answer_problem(problem: String, #[server(default)] answer: String) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::answer(&staff, &problem, &answer).await
}

/// Answers whoever asked to cancel an order: `answer` is yes or no, `list` where to go on.
#[server(endpoint = "desk/cancellation")]
pub async fn answer_cancellation(
    number: String,
    answer: String,
    #[server(default)] said: String,
    #[server(default)] list: String,
) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::cancellation(&staff, &number, &answer, &said, !list.is_empty()).await
}

/// A parcel to be split, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedSplit {
    /// Which, by its number in the order.
    pub piece: String,
    /// How many of each line of the order go into a parcel of their own.
    pub lines: Vec<String>,
}

/// Splits a parcel that has not left.
#[server(endpoint = "desk/split")]
pub async fn split_parcel(number: String, #[server(default)] split: TypedSplit) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::split(&staff, &number, &split).await
}

/// Leaves a note of the packer's on the order's page.
#[server(endpoint = "desk/note")]
pub async fn leave_note(number: String, #[server(default)] note: String) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::note(&staff, &number, &note).await
}

/// Has a parcel fetched by its carrier, on a day between two hours.
#[server(endpoint = "desk/collect")]
pub async fn collect_parcel(
    number: String,
    piece: String,
    #[server(default)] day: String,
    #[server(default)] from: String,
    #[server(default)] until: String,
) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::collect(&staff, &number, &piece, (&day, &from, &until)).await
}

/// Has the label of a parcel bought at a rate that its carrier offered.
#[server(endpoint = "desk/rate")]
pub async fn choose_rate(number: String, piece: String, #[server(default)] rate: String) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::choose(&staff, &number, &piece, &rate).await
}

/// Gives the label of a parcel back to its carrier.
#[server(endpoint = "desk/void")]
pub async fn void_label(number: String, piece: String, #[server(default)] reason: String) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::void(&staff, &number, &piece, &reason).await
}

/// Writes down the number of a parcel that was brought to a carrier.
#[server(endpoint = "desk/brought")]
pub async fn write_number(
    number: String,
    piece: String,
    brand: String,
    #[server(default)] parcel: String,
) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::brought(&staff, &number, &piece, &brand, &parcel).await
}

/// Saves an offer; a new one without an id.
#[server(endpoint = "desk/offer")]
pub async fn save_offer(#[server(default)] id: String, #[server(default)] offer: TypedOffer) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::offer(&staff, &id, offer).await
}

/// Lets an offer rest, or lets it be had again.
#[server(endpoint = "desk/rest-offer")]
pub async fn rest_offer(id: String, #[server(default)] paused: bool) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::pause(&staff, &id, paused).await
}

/// Announces a delay; a new one without an id.
#[server(endpoint = "desk/delay")]
pub async fn save_delay(#[server(default)] id: String, #[server(default)] delay: TypedDelay) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::delay(&staff, &id, delay).await
}

/// Takes a delay back.
#[server(endpoint = "desk/take-back")]
pub async fn take_back_delay(id: String) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::take_back(&staff, &id).await
}

/// Forgets what was typed and not saved; `then` is the page of the form.
#[server(endpoint = "desk/discard")]
pub async fn discard(place: String, #[server(default)] then: String) -> Result<(), Failure> {
    let staff = request::staff().await?;
    saving::discard(&staff, place, &then).await
}
