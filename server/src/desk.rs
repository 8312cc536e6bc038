//! What of the desk needs the machine itself: taking in pictures, and adding staff.

use std::sync::Arc;

use app::cookies::{Cookie, Cookies};
use app::routes;
use axum::Router;
use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, Multipart, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use db::{Database, Error, Fault};
use domain::desk::Refused;
use domain::goods::{IncomingPicture, Source, Stored};
use domain::ids::ProductId;
use domain::staff::Staff;
use http::{HeaderMap, StatusCode};

use crate::pictures::{MOST_BYTES, Media, NotAPicture, NotKept, matches_name};

pub mod customs;
pub mod labels;
pub mod letters;
pub mod people;

/// So many pictures at once, and so many reasons are told: an address has to hold them.
const MOST_FILES: usize = 40;
const MOST_REASONS: usize = 6;
const LONGEST_NAME: usize = 80;

/// What taking in pictures needs.
#[derive(Clone)]
struct Desk {
    db: Database,
    media: Media,
    cookies: Cookies,
}

/// `/desk/catalogue/products/{id}/pictures`
pub fn routes(db: Database, media: Media, cookies: Cookies) -> Router {
    Router::new()
        .route("/desk/catalogue/products/{id}/pictures", post(upload))
        // How much may come is bounded at the front door, and per picture here.
        .layer(DefaultBodyLimit::disable())
        .with_state(Arc::new(Desk { db, media, cookies }))
}

/// Takes in the pictures of a form. What is no picture is named; the rest is on the page at once, and made smaller after.
async fn upload(State(desk): State<Arc<Desk>>, Path(id): Path<i64>, headers: HeaderMap, form: Multipart) -> Response {
    let back = routes::desk_product(Some(ProductId(id)));
    match desk.who(&headers).await {
        Ok(Some(staff)) => match desk.take(&staff, ProductId(id), form).await {
            Ok(refused) => {
                let refused = refused.into_iter().take(MOST_REASONS);
                let told = refused.map(|(name, why)| {
                    let name: String = name.chars().take(LONGEST_NAME).collect();
                    (routes::REFUSED.to_owned(), format!("{}:{name}", why.code()))
                });
                let told: Vec<_> = told.collect();
                Redirect::to(&format!("{}#pictures", routes::with(&back, &told))).into_response()
            }
            Err(status) => status.into_response(),
        },
        Ok(None) => Redirect::to(&routes::desk_door(&back)).into_response(),
        Err(status) => status.into_response(),
    }
}

impl Desk {
    async fn who(&self, headers: &HeaderMap) -> Result<Option<Staff>, StatusCode> {
        let Some(token) = self.cookies.read(headers, Cookie::Staff) else { return Ok(None) };
        let now = self.db.now();
        let held = self.db.read(move |conn| db::staff::of_session(conn, &token, now)).await;
        held.map(|held| held.map(|(staff, _)| staff)).map_err(|fault| broken(&fault))
    }

    /// The names of those that were refused, and why.
    async fn take(&self, staff: &Staff, id: ProductId, mut form: Multipart) -> Result<Vec<(String, Refused)>, StatusCode> {
        let (mut kept, mut refused) = (Vec::new(), Vec::new());
        // A body that breaks off ends the form; what came whole is kept.
        while let Ok(Some(field)) = form.next_field().await {
            let name = field.file_name().unwrap_or_default().to_owned();
            if name.is_empty() {
                continue;
            }
            if kept.len() + refused.len() == MOST_FILES {
                refused.push((name, Refused::Many));
                break;
            }
            match self.keep(&name, field).await {
                Ok(stored) => kept.push(stored),
                Err(why) => refused.push((name, why)),
            }
        }
        if !kept.is_empty() {
            let who = staff.name.as_str().to_owned();
            let added = self.db.write(move |tx| {
                db::desk::change(tx, &who, id, |goods| {
                    for source in kept.into_iter().map(Source::Stored) {
                        if goods.pictures.iter().all(|known| known.source != source) {
                            goods.pictures.push(IncomingPicture { source, alt: String::new() });
                        }
                    }
                })
            });
            added.await.map_err(|error| match error {
                Error::Refused(why) => broken(&why),
                Error::Fault(Fault::NotFound(_)) => StatusCode::NOT_FOUND,
                Error::Fault(fault) => broken(&fault),
            })?;
        }
        Ok(refused)
    }

    async fn keep(&self, name: &str, mut field: Field<'_>) -> Result<Stored, Refused> {
        let mut bytes = Vec::new();
        // One that breaks off on the way is as good as broken.
        while let Some(part) = field.chunk().await.map_err(|_| Refused::Broken)? {
            // The rest is still read, or the next picture would not be found; it is not kept.
            if bytes.len() <= MOST_BYTES {
                bytes.extend_from_slice(&part);
            }
        }
        if bytes.len() > MOST_BYTES {
            return Err(Refused::Large);
        }
        matches_name(&bytes, name).map_err(|why| refused(name, &why.into()))?;
        let media = self.media.clone();
        let stored = tokio::task::spawn_blocking(move || media.store(&bytes)).await;
        stored.unwrap_or_else(|error| Err(NotKept::Darkroom(error.to_string()))).map_err(|why| refused(name, &why))
    }
}

/// What staff are told; what only we can mend is logged.
fn refused(name: &str, why: &NotKept) -> Refused {
    match why {
        NotKept::TooLarge(_) => Refused::Large,
        NotKept::NotOnlyDrawn(_) => Refused::Drawing,
        NotKept::NotAPicture(NotAPicture::OtherKind | NotAPicture::Avif) => Refused::Kind,
        NotKept::NotAPicture(NotAPicture::Broken(_) | NotAPicture::TooMuch) => Refused::Broken,
        NotKept::NotAPicture(NotAPicture::OddSize { .. }) => Refused::Pixels,
        NotKept::NotAPicture(NotAPicture::Misnamed { .. }) => Refused::Misnamed,
        NotKept::Darkroom(_) | NotKept::Disk { .. } => {
            tracing::error!(%why, name, "a picture is not taken in");
            Refused::Ours
        }
    }
}

fn broken(why: &dyn std::fmt::Display) -> StatusCode {
    tracing::error!(%why, "pictures are not taken in");
    StatusCode::INTERNAL_SERVER_ERROR
}
