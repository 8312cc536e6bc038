//! The form that tells of a problem, as it comes: fields first, then the pictures, each opened as soon as it is there. What is no
//! picture is named; the good ones wait beside the order with all that was typed, until the rest is right.

use std::sync::Arc;

use app::i18n::Lang;
use app::routes;
use axum::extract::multipart::Field;
use axum::extract::{Multipart, Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use db::problems::photos::{self, Laid, NewPhoto};
use db::token::Token;
use db::{Error, Fault, orders, problems};
use domain::Never;
use domain::ids::{OrderId, PhotoId};
use domain::orders::{Order, OrderNumber};
use domain::problems::{MOST_PHOTOS, PhotoFlaw, ProblemRefusal, RefusedPhoto, TypedProblem};
use http::{HeaderMap, StatusCode};

use super::{Counter, Link, broken};
use crate::pictures::{MOST_BYTES, NotAPicture, NotKept, matches_name};

/// Fields a form of the shop has at most: a tick for each line of an order among them.
const MOST_FIELDS: usize = 400;
/// Bytes of a text that are read: four times what may be told, in letters of four bytes.
const MOST_TEXT: usize = 16 * 1024;

/// What came in a form.
#[derive(Default)]
struct Sent {
    typed: TypedProblem,
    photos: Laid,
    /// It came to its end: half of what somebody wanted to say is not what they wanted to say.
    whole: bool,
}

/// `/{lang}/orders/{number}/problem`, sent. Leads to the order's page; back to the form, with everything as it was typed, where
/// something is wrong with it or too much waits for an answer already.
pub async fn take(
    State(counter): State<Arc<Counter>>,
    Path((lang, number)): Path<(String, String)>,
    Query(link): Query<Link>,
    headers: HeaderMap,
    form: Multipart,
) -> Response {
    let (Some(lang), Ok(number)) = (Lang::from_code(&lang), OrderNumber::parse(&number)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let (keys, asked) = (counter.keys(&headers, &link), number.clone());
    // Nothing is read of whoever has no key to the order.
    let found = counter.house.db.read(move |conn| orders::by_id(conn, orders::id_for(conn, &asked, &keys)?)).await;
    let order = match found {
        Ok(order) => order,
        Err(fault) => return broken(&fault),
    };
    let sent = counter.read(form).await;
    let to = match counter.tell(&order, sent).await {
        Ok(None) => format!("{}#problems", routes::with_key(&format!("{}?told", routes::order(lang, &number)), &link.key)),
        Ok(Some(why)) => routes::with_key(&format!("{}?{why}", routes::problem(lang, &number, None)), &link.key),
        Err(fault) => return broken(&fault),
    };
    Redirect::to(&to).into_response()
}

impl Counter {
    /// Why it leads back to the form; none where it was taken.
    async fn tell(&self, order: &Order, sent: Sent) -> Result<Option<&'static str>, Fault> {
        let (id, typed, laid) = (order.id, sent.typed.cut(), sent.photos);
        let why = match typed.parse(order) {
            Ok(report) if sent.whole && typed.refused.is_empty() => {
                let laid = laid.clone();
                let told = self.house.db.write(move |tx| {
                    photos::lay(tx, id, &laid)?;
                    problems::tell(tx, id, &report)
                });
                match told.await {
                    Ok(()) => return Ok(None),
                    Err(Error::Refused(ProblemRefusal::TooMany | ProblemRefusal::Answered | ProblemRefusal::Unsaid)) => "refused",
                    Err(Error::Fault(fault)) => return Err(fault),
                }
            }
            _ => "errors",
        };
        self.keep(id, typed, laid).await?;
        Ok(Some(why))
    }

    async fn keep(&self, order: OrderId, typed: TypedProblem, laid: Laid) -> Result<(), Fault> {
        let kept = self.house.db.write::<(), Never>(move |tx| {
            photos::lay(tx, order, &laid)?;
            problems::keep_typed(tx, order, &typed)
        });
        kept.await.map_err(Fault::from)
    }

    async fn read(&self, mut form: Multipart) -> Sent {
        let mut sent = Sent::default();
        for _ in 0..MOST_FIELDS {
            match form.next_field().await {
                Ok(Some(field)) => {
                    let (name, file) = (field.name().unwrap_or_default().to_owned(), field.file_name().map(str::to_owned));
                    match file {
                        // No picture was chosen.
                        Some(file) if file.is_empty() => {}
                        Some(file) => self.photo(file, field, &mut sent).await,
                        None => text(&name, field, &mut sent).await,
                    }
                }
                Ok(None) => {
                    sent.whole = true;
                    break;
                }
                Err(_) => break,
            }
        }
        sent
    }

    async fn photo(&self, name: String, field: Field<'_>, sent: &mut Sent) {
        let taken = if sent.photos.kept.len() + sent.photos.new.len() < MOST_PHOTOS {
            self.developed(&name, field).await
        } else {
            Err(PhotoFlaw::Many)
        };
        match taken {
            Ok(photo) => sent.photos.new.push(photo),
            Err(why) => sent.typed.refused.push(RefusedPhoto { name, why }),
        }
    }

    async fn developed(&self, name: &str, mut field: Field<'_>) -> Result<NewPhoto, PhotoFlaw> {
        let mut bytes = Vec::new();
        // One that breaks off on the way is as good as broken.
        while let Some(part) = field.chunk().await.map_err(|_| PhotoFlaw::Broken)? {
            // The rest is still read, or the next picture would not be found; it is not kept.
            if bytes.len() <= MOST_BYTES {
                bytes.extend_from_slice(&part);
            }
        }
        if bytes.len() > MOST_BYTES {
            return Err(PhotoFlaw::Large);
        }
        matches_name(&bytes, name).map_err(|why| flaw(&why.into()))?;
        let Ok(_place) = self.places.acquire().await else { return Err(PhotoFlaw::Ours) };
        let (album, file) = (self.album.clone(), Token::mint().map_err(|fault| ours(&fault))?.name());
        let kept = tokio::task::spawn_blocking(move || album.keep(file, &bytes)).await;
        kept.map_err(|error| ours(&error))?.map_err(|why| flaw(&why))
    }
}

async fn text(name: &str, mut field: Field<'_>, sent: &mut Sent) {
    let mut bytes = Vec::new();
    while let Ok(Some(part)) = field.chunk().await {
        bytes.extend(part.iter().take(MOST_TEXT - bytes.len()));
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let within = |start: &str| name.strip_prefix(start)?.strip_suffix(']').map(str::to_owned);
    match name {
        "problem[trouble]" => sent.typed.trouble = text,
        "problem[piece]" => sent.typed.piece = text,
        "problem[said]" => sent.typed.said = text,
        _ => {
            if let Some(line) = within("problem[lines][") {
                sent.typed.lines.insert(line, text);
            } else if let Some(id) = within("kept[").and_then(|id| id.parse().ok()) {
                sent.photos.kept.push(PhotoId(id));
            }
        }
    }
}

/// What the shopper is told; what only we can mend is logged.
fn flaw(why: &NotKept) -> PhotoFlaw {
    match why {
        NotKept::TooLarge(_) => PhotoFlaw::Large,
        NotKept::NotOnlyDrawn(_) | NotKept::NotAPicture(NotAPicture::OtherKind | NotAPicture::Avif) => PhotoFlaw::Kind,
        NotKept::NotAPicture(NotAPicture::Broken(_) | NotAPicture::TooMuch) => PhotoFlaw::Broken,
        NotKept::NotAPicture(NotAPicture::OddSize { .. }) => PhotoFlaw::Pixels,
        NotKept::NotAPicture(NotAPicture::Misnamed { .. }) => PhotoFlaw::Misnamed,
        NotKept::Darkroom(_) | NotKept::Disk { .. } => ours(why),
    }
}

fn ours(why: &dyn std::fmt::Display) -> PhotoFlaw {
    tracing::error!(%why, "a picture of a problem is not taken in");
    PhotoFlaw::Ours
}
