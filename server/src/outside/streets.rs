//! Where streets are looked up while an address is typed.

use app::checkout::Suggestion;
use app::request::{Later, Places};
use db::Database;
use domain::contact::Country;
use serde::Deserialize;

use crate::pictures::Fetcher;

/// Suggestions at most.
const MOST: u32 = 10;

/// The embedded one: towns and postcodes of the countries they were loaded for. It knows no streets: what is typed before
/// the last comma is kept as the street, what comes after it is looked up.
pub struct Embedded(pub Database);

impl Places for Embedded {
    fn suggest(&self, country: Country, typed: &str) -> Later<'_, Vec<Suggestion>> {
        let (line, town) = typed.rsplit_once(',').map_or(("", typed), |(line, town)| (line.trim(), town));
        let (line, start) = (line.to_owned(), db::places::key(town));
        Box::pin(async move {
            if start.chars().count() < 2 {
                return Ok(Vec::new());
            }
            let found = self.0.read(move |conn| db::places::beginning(conn, country, &start, MOST)).await?;
            let suggestion = |place: db::places::Place| Suggestion {
                line1: line.clone(),
                postcode: place.postcode,
                city: place.city,
                region: place.region,
            };
            Ok(found.into_iter().map(suggestion).collect())
        })
    }
}

/// A Photon server, which searches OpenStreetMap: one of one's own, or a public one whose rules allow it.
pub struct Photon {
    /// Where it is, such as `https://photon.example/api`.
    pub address: String,
    /// How it is asked.
    pub fetcher: Fetcher,
}

impl Places for Photon {
    fn suggest(&self, country: Country, typed: &str) -> Later<'_, Vec<Suggestion>> {
        let typed = typed.to_owned();
        Box::pin(async move {
            let mut url = reqwest::Url::parse(&self.address).map_err(|_| app::failure::Failure::Broken)?;
            url.query_pairs_mut().append_pair("q", &typed).append_pair("limit", &MOST.to_string());
            let bytes = self.fetcher.fetch(url.as_str()).await.map_err(|error| {
                tracing::warn!(%error, "streets cannot be looked up");
                app::failure::Failure::Busy
            })?;
            Ok(read(&bytes, country))
        })
    }
}

#[derive(Deserialize)]
struct Found {
    #[serde(default)]
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    #[serde(default)]
    properties: Properties,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Properties {
    countrycode: String,
    name: String,
    street: String,
    housenumber: String,
    postcode: String,
    city: String,
    state: String,
}

/// The addresses of this country in an answer; nothing in one that cannot be read.
fn read(bytes: &[u8], country: Country) -> Vec<Suggestion> {
    let found: Found = serde_json::from_slice(bytes).unwrap_or(Found { features: Vec::new() });
    let here = found.features.into_iter().map(|feature| feature.properties);
    let here = here.filter(|place| place.countrycode.eq_ignore_ascii_case(country.code()));
    here.map(|place| {
        let street = if place.street.is_empty() { place.name } else { place.street };
        // English puts the number first; the others the shop meets put it behind, and the shopper sees it either way.
        let first = matches!(country.code(), "US" | "CA" | "GB" | "IE" | "AU" | "NZ" | "FR" | "IN" | "TH" | "SG");
        let line1 = match (place.housenumber.is_empty(), first) {
            (true, _) => street,
            (false, true) => format!("{} {street}", place.housenumber),
            (false, false) => format!("{street} {}", place.housenumber),
        };
        Suggestion { line1, postcode: place.postcode, city: place.city, region: place.state }
    })
    .take(MOST as usize)
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn photons_answer_is_read_for_the_country_asked() {
        let answer = br#"{"type":"FeatureCollection","features":[
            {"properties":{"countrycode":"LV","street":"Br\u012bv\u012bbas iela","housenumber":"1","postcode":"LV-1010","city":"R\u012bga","state":"Vidzeme"}},
            {"properties":{"countrycode":"LT","name":"Laisv\u0117s alija","city":"Kaunas"}}]}"#;
        let found = read(answer, Country::LATVIA);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].line1.as_str(), found[0].postcode.as_str(), found[0].city.as_str()),
            ("Brīvības iela 1", "LV-1010", "Rīga")
        );
        assert_eq!(read(b"not json", Country::LATVIA), []);
    }
}
