//! Postcodes and their towns: those of the demo's countries are carried along, any other country's are loaded by command.
//!
//! The data is GeoNames' (CC-BY 4.0); `make/places.py` makes `data/`. A file to load is one of GeoNames' own postal code
//! files: tab-separated, country code, postcode, place, region in the first four columns.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use db::Database;
use db::error::Error;
use db::places::Place;
use domain::Never;
use domain::contact::Country;
use flate2::read::GzDecoder;
use include_dir::{Dir, include_dir};

pub mod atlas;

static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/places/data");

/// A file of more bytes is none of GeoNames': the largest country has 60 MB.
const MOST_BYTES: u64 = 200 << 20;

/// Why places were not loaded.
#[derive(Debug, thiserror::Error)]
pub enum NotLoaded {
    /// The file cannot be read.
    #[error("{path} cannot be read: {error}")]
    File {
        /// Which.
        path: String,
        /// What the machine says.
        error: std::io::Error,
    },
    /// A line is not what GeoNames writes.
    #[error("line {0} is not a country, a postcode and a place with tabs between them, as in GeoNames' postal code files")]
    Line(usize),
    /// Nothing in it.
    #[error("there is no place in the file")]
    Nothing,
    /// The shop did not take them.
    #[error("{0}")]
    Shop(db::Fault),
}

/// Loads the places carried along, of countries of which none are known yet. Says how many.
pub async fn stock_up(db: &Database) -> Result<usize, NotLoaded> {
    let mut loaded = 0;
    for file in DATA.files() {
        let name = file.path().file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let Some(country) = name.get(..2).and_then(|code| Country::parse(code).ok()) else { continue };
        if db.read(move |conn| db::places::count(conn, country)).await.map_err(NotLoaded::Shop)? > 0 {
            continue;
        }
        let mut text = String::new();
        let read = GzDecoder::new(file.contents()).read_to_string(&mut text);
        read.map_err(|error| NotLoaded::File { path: name.to_owned(), error })?;
        let places = text.lines().filter_map(|line| {
            let mut columns = line.split('\t').map(str::to_owned);
            Some(Place { postcode: columns.next()?, city: columns.next()?, region: columns.next()? })
        });
        loaded += replace(db, country, places.collect()).await?;
    }
    Ok(loaded)
}

/// Loads a file of GeoNames', in place of what was known of its countries. Says how many places of each country.
pub async fn load(db: &Database, file: &Path) -> Result<BTreeMap<Country, usize>, NotLoaded> {
    let wrong = |error| NotLoaded::File { path: file.display().to_string(), error };
    if std::fs::metadata(file).map_err(wrong)?.len() > MOST_BYTES {
        return Err(wrong(std::io::Error::other("it is larger than any country's")));
    }
    let text = std::fs::read_to_string(file).map_err(wrong)?;
    let mut loaded = BTreeMap::new();
    for (country, places) in read(&text)? {
        loaded.insert(country, replace(db, country, places).await?);
    }
    Ok(loaded)
}

fn read(text: &str) -> Result<BTreeMap<Country, Vec<Place>>, NotLoaded> {
    let mut all: BTreeMap<Country, Vec<Place>> = BTreeMap::new();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
        let (Some(code), Some(postcode), Some(city)) = (columns.first(), columns.get(1), columns.get(2)) else {
            return Err(NotLoaded::Line(number));
        };
        let country = Country::parse(code).map_err(|_| NotLoaded::Line(number))?;
        if postcode.is_empty() || city.is_empty() {
            return Err(NotLoaded::Line(number));
        }
        let region = columns.get(3).copied().unwrap_or_default();
        let place = Place { postcode: (*postcode).to_owned(), city: (*city).to_owned(), region: region.to_owned() };
        all.entry(country).or_default().push(place);
    }
    if all.is_empty() { Err(NotLoaded::Nothing) } else { Ok(all) }
}

async fn replace(db: &Database, country: Country, places: Vec<Place>) -> Result<usize, NotLoaded> {
    let kept = db.write(move |tx| Ok::<_, Error<Never>>(db::places::replace(tx, country, &places)?));
    kept.await.map_err(|error| NotLoaded::Shop(error.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::testing::TestDb;

    fn run<T>(work: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
    }

    fn town(shop: &TestDb, country: &str, code: &str) -> Option<String> {
        let country = Country::parse(country).unwrap();
        shop.read(|conn| db::places::of_postcode(conn, country, &db::places::key(code))).map(|place| place.city)
    }

    #[test]
    fn a_postcode_brings_its_town_however_it_is_typed() {
        let shop = TestDb::new();
        assert!(run(stock_up(&shop.db)).unwrap() > 50_000);
        assert_eq!(run(stock_up(&shop.db)).unwrap(), 0, "what is known is not loaded again");
        for code in ["LV-4102", "lv 4102", "4102", "４１０２"] {
            assert_eq!(town(&shop, "LV", code).as_deref(), Some("Cēsis"), "{code}");
        }
        assert_eq!(town(&shop, "US", "10001").as_deref(), Some("New York"));
        assert_eq!(town(&shop, "LV", "0000"), None);
        assert_eq!(town(&shop, "JP", "100-0001"), None, "nobody has loaded Japan");
    }

    #[test]
    fn a_file_of_geonames_replaces_what_was_known_of_its_country() {
        let shop = TestDb::new();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("JP.txt");
        std::fs::write(&file, "JP\t100-0001\tChiyoda\tTokyo To\t13\t\t\n\nJP\t530-0001\tUmeda\tOsaka Fu\n").unwrap();
        assert_eq!(run(load(&shop.db, &file)).unwrap().into_values().collect::<Vec<_>>(), [2]);
        assert_eq!(town(&shop, "JP", "1000001").as_deref(), Some("Chiyoda"));
        std::fs::write(&file, "JP\t100-0001\n").unwrap();
        assert!(matches!(run(load(&shop.db, &file)), Err(NotLoaded::Line(1))));
        std::fs::write(&file, "\n").unwrap();
        assert!(matches!(run(load(&shop.db, &file)), Err(NotLoaded::Nothing)));
        assert_eq!(town(&shop, "JP", "1000001").as_deref(), Some("Chiyoda"), "a broken file changes nothing");
    }
}
