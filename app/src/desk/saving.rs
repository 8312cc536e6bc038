//! What the forms of the desk lead to: saved and said so, or kept as typed with what is wrong.
//!
//! Products and their pictures are in `saving/goods.rs`, categories and words in `saving/shelves.rs`, offers in
//! `saving/offers.rs`, delays in `saving/delays.rs`, what happens on the packing bench in `saving/packing.rs`, labels in
//! `saving/labels.rs`.

use db::Database;
use db::staff::NotLetIn;
use domain::Never;
use domain::catalogue::Slug;
use domain::desk::FieldFlaw;
use domain::ids::{DelayId, OfferId, ProductId};
use domain::staff::Staff;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::i18n::Lang;
use crate::{request, routes};

mod cancellations;
mod delays;
mod goods;
mod labels;
mod offers;
mod packing;
mod problems;
mod refunds;
mod shelves;

pub use cancellations::{cancellation, cancellation_place};
pub use delays::{delay, take_back};
pub use goods::{pictures, product};
pub use labels::{choose, void};
pub use offers::{offer, pause};
pub use packing::{brought, collect, note, pack, split};
pub use problems::answer;
pub use refunds::refund;
pub use shelves::{category, category_words, synonyms, words};

/// A form that could not be saved, as it is kept.
#[derive(Serialize, Deserialize)]
struct Draft<T> {
    typed: T,
    flaws: Vec<FieldFlaw>,
}

/// Lets somebody in, or says why not.
pub async fn enter(db: &Database, name: &str, password: &str, then: &str) -> Result<(), Failure> {
    let wait = match db::staff::sign_in(db, name, password).await {
        Ok(token) => {
            request::enter(&token)?;
            request::go(if then.starts_with("/desk") { then } else { "/desk/catalogue" });
            return Ok(());
        }
        Err(NotLetIn::Wrong) => 0,
        Err(NotLetIn::Wait(seconds)) => seconds,
        Err(NotLetIn::Fault(fault)) => return Err(fault.into()),
    };
    let told = [("wait", wait.to_string()), ("name", name.chars().take(40).collect())];
    let told = told.map(|(key, text)| (key.to_owned(), text));
    request::go(&routes::with(&routes::desk_door(then), &told));
    Ok(())
}

/// Forgets a draft.
pub async fn discard(staff: &Staff, place: String, then: &str) -> Result<(), Failure> {
    forget(staff, &place).await?;
    request::go(if then.starts_with("/desk/") { then } else { "/desk/catalogue" });
    Ok(())
}

/// Keeps a form that could not be saved and leads back to it.
async fn refuse<T: Serialize>(staff: &Staff, place: &str, back: &str, typed: T, flaws: Vec<FieldFlaw>) -> Result<(), Failure> {
    let (who, place) = (staff.id, place.to_owned());
    let draft = serde_json::to_string(&Draft { typed, flaws }).map_err(|_| Failure::Broken)?;
    request::db()?.write::<_, Never>(move |tx| Ok(db::desk::keep_draft(tx, who, &place, &draft)?)).await?;
    request::go(&routes::with(back, &[("errors".to_owned(), String::new())]));
    Ok(())
}

/// Forgets what was typed before it could be saved, and leads to what is saved now.
async fn done(staff: &Staff, place: &str, to: &str) -> Result<(), Failure> {
    forget(staff, place).await?;
    request::go(&routes::with(to, &[("saved".to_owned(), String::new())]));
    Ok(())
}

async fn forget(staff: &Staff, place: &str) -> Result<(), Failure> {
    let (who, place) = (staff.id, place.to_owned());
    Ok(request::db()?.write::<_, Never>(move |tx| Ok(db::desk::drop_draft(tx, who, &place)?)).await?)
}

/// What stands in a form: what somebody typed before and could not save, with what is wrong with it; else what is saved.
pub async fn standing<T: DeserializeOwned>(
    staff: &Staff,
    place: &str,
    saved: impl FnOnce() -> T,
) -> Result<Standing<T>, Failure> {
    let (who, at) = (staff.id, place.to_owned());
    let kept = request::db()?.read(move |conn| db::desk::draft(conn, who, &at)).await?;
    // A form of an older program may have other fields; what cannot be read is no draft.
    let draft: Option<Draft<T>> = kept.and_then(|kept| serde_json::from_str(&kept).ok());
    Ok(match draft {
        Some(Draft { typed, flaws }) => Standing { typed, flaws, drafted: true },
        None => Standing { typed: saved(), flaws: Vec::new(), drafted: false },
    })
}

/// A form as it is shown.
pub struct Standing<T> {
    /// What stands in it.
    pub typed: T,
    /// What is wrong with that.
    pub flaws: Vec<FieldFlaw>,
    /// Whether it is not saved yet.
    pub drafted: bool,
}

/// Where the draft of a product's form is kept.
pub fn product_place(id: Option<ProductId>) -> String {
    format!("product/{}", id.map_or_else(|| "new".to_owned(), |id| id.to_string()))
}

/// Where the draft of an offer's form is kept.
pub fn offer_place(id: Option<OfferId>) -> String {
    format!("offer/{}", id.map_or_else(|| "new".to_owned(), |id| id.to_string()))
}

/// Where the draft of a delay's form is kept.
pub fn delay_place(id: Option<DelayId>) -> String {
    format!("delay/{}", id.map_or_else(|| "new".to_owned(), |id| id.to_string()))
}

/// Where the draft of a category's form is kept.
pub fn category_place(slug: Option<&Slug>) -> String {
    format!("category/{}", slug.map_or("", Slug::as_str))
}

/// Where the draft of the same in a language is kept.
pub fn words_place(of: &str, lang: Lang) -> String {
    format!("{of}/{}", lang.code())
}
