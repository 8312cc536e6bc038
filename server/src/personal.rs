//! What the shop holds about somebody, as one file for them alone: all of it as JSON, and a table for each kind as CSV, and the pictures they sent
//! (Regulation (EU) 2016/679 art. 15(3) and 20(1): commonly used, and read by machines). What is in it is `db::personal`'s to say.

use std::sync::Arc;

use app::i18n::Lang;
use app::request::{AccountKey, SignedIn};
use app::routes;
use axum::Extension;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use db::account::Held;
use db::personal::{self, Sheet};
use db::problems::photos;
use domain::problems::PhotoSize;
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use serde_json::{Map, Value};

use crate::import::guarded;
use crate::pictures::Album;
use crate::router::House;

mod zip;

use zip::Zip;

/// Where the file is.
pub fn routes(house: &Arc<House>) -> Router {
    Router::new().route("/{lang}/account/data.zip", get(file)).with_state(Arc::clone(house))
}

/// The file, for whoever is signed in and has proven a moment ago who they are; others are sent to where that is done.
async fn file(State(house): State<Arc<House>>, Path(lang): Path<String>, who: Option<Extension<SignedIn>>) -> Response {
    let Some(lang) = Lang::from_code(&lang) else { return StatusCode::NOT_FOUND.into_response() };
    let (Some(Extension(SignedIn(held))), Some(key)) = (who, house.account.get()) else {
        return Redirect::to(&routes::sign_in(lang)).into_response();
    };
    if !held.proven {
        return Redirect::to(&routes::data(lang)).into_response();
    }
    match packed(&house, key, &held).await {
        Ok(bytes) => {
            let headers = [
                (CONTENT_TYPE, "application/zip"),
                (CACHE_CONTROL, "private, no-store"),
                (CONTENT_DISPOSITION, "attachment; filename=\"data.zip\""),
            ];
            (headers, bytes).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "what is held about somebody cannot be told");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

async fn packed(house: &House, key: &AccountKey, held: &Held) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
    let held = house.db.read(|conn| {
        let whose = personal::whose(conn, &**key, &held.account)?;
        Ok((personal::told(conn, &whose)?, photos::files_of(conn, &whose.orders)?))
    });
    let (sheets, pictures) = held.await?;
    let all: Map<String, Value> = sheets.iter().map(|sheet| (sheet.name.to_owned(), sheet.objects())).collect();
    let mut zip = Zip::default();
    zip.add("data.json", serde_json::to_string_pretty(&all)?.as_bytes())?;
    for sheet in &sheets {
        zip.add(&format!("{}.csv", sheet.name), &table(sheet)?)?;
    }
    let album = Album::open(&house.config.data);
    for name in pictures {
        match album.read(&name, PhotoSize::Large) {
            Ok(bytes) => zip.add(&format!("problem_photos/{name}.jpg"), &bytes)?,
            Err(error) => tracing::warn!(%error, "a picture of a problem is not there to be told"),
        }
    }
    Ok(zip.ended()?)
}

/// A sheet as CSV, no cell of which a spreadsheet reckons with.
fn table(sheet: &Sheet) -> csv::Result<Vec<u8>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(&sheet.columns)?;
    for row in &sheet.rows {
        table.write_record(row.iter().map(cell))?;
    }
    table.into_inner().map_err(|error| error.into_error().into())
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => guarded(text).into_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_back_as_it_was_and_runs_nothing() {
        let rows = vec![vec![Value::from("=1+1"), Value::from(-5), Value::Null, Value::from("a \"b\", c\nd")]];
        let sheet = Sheet { name: "drafts", columns: ["a", "b", "c", "d"].map(str::to_owned).to_vec(), rows };
        let bytes = table(&sheet).unwrap();
        let record = csv::Reader::from_reader(&bytes[..]).records().next().unwrap().unwrap();
        assert_eq!(record.iter().collect::<Vec<_>>(), ["'=1+1", "-5", "", "a \"b\", c\nd"]);
    }
}
