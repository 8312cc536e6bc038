//! Where towns are, and how coasts and borders run: what the map of a parcel's journey is drawn from, so that no map is asked
//! for elsewhere.
//!
//! Coasts and borders are Natural Earth's (public domain), towns are GeoNames' (CC-BY 4.0); `make/atlas.py` makes `atlas/`, and
//! says how the files are written. Both are read when the first map is drawn: 15 ms, and 3 MB of memory from then on.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::io::Read;
use std::sync::OnceLock;

use app::request::{Atlas, Line};
use db::search::folded;
use domain::tracking::Spot;
use domain::tracking::journey::town;
use flate2::read::GzDecoder;

const LAND: &[u8] = include_bytes!("atlas/land.bin");
const TOWNS: &[u8] = include_bytes!("atlas/towns.tsv.gz");

/// The bit of a line's header that says it is a border.
const BORDER: u16 = 0x8000;

/// The atlas carried along.
pub struct Embedded;

impl Atlas for Embedded {
    fn spot(&self, place: &str) -> Option<Spot> {
        let (name, country) = town(place)?;
        let key = key(country.code(), name);
        let towns = towns();
        towns.binary_search_by_key(&key, |known| known.0).ok().map(|at| towns[at].1)
    }

    fn lines(&self) -> &[Line] {
        static LINES: OnceLock<Vec<Line>> = OnceLock::new();
        LINES.get_or_init(|| lines(LAND))
    }
}

/// The name of a town as it is looked up: 64 bits, of which no two names here have the same.
fn key(country: &str, name: &str) -> u64 {
    let letters: String = folded(name).chars().filter(|letter| letter.is_alphanumeric()).collect();
    let mut hasher = DefaultHasher::new();
    (country, letters).hash(&mut hasher);
    hasher.finish()
}

/// Every name of every town, in the order of their keys. Of two towns with one name it is the larger one's.
fn towns() -> &'static [(u64, Spot)] {
    static KNOWN: OnceLock<Vec<(u64, Spot)>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut text = String::new();
        if let Err(error) = GzDecoder::new(TOWNS).read_to_string(&mut text) {
            tracing::error!(%error, "the atlas's towns cannot be read; maps have none");
        }
        let mut known: Vec<(u64, Spot)> = text.lines().filter_map(named).flatten().collect();
        known.sort_by_key(|town| town.0);
        known.dedup_by_key(|town| town.0);
        known.shrink_to_fit();
        known
    })
}

/// A town under each of its names.
fn named(line: &str) -> Option<impl Iterator<Item = (u64, Spot)> + '_> {
    let mut columns = line.split('\t');
    let (country, names) = (columns.next()?, columns.next()?);
    let (lat, lon) = (columns.next()?.parse().ok()?, columns.next()?.parse().ok()?);
    let short = names.split('|').next().and_then(|name| name.strip_suffix(" City"));
    Some(names.split('|').chain(short).map(move |name| (key(country, name), Spot { lon, lat })))
}

fn lines(mut bytes: &[u8]) -> Vec<Line> {
    let mut lines = Vec::new();
    while let Some((header, rest)) = bytes.split_first_chunk::<2>() {
        let header = u16::from_le_bytes(*header);
        let (points, rest) = rest.split_at(rest.len().min(usize::from(header & !BORDER) * 4));
        let number = |pair: &[u8]| pair.first_chunk().map_or(0, |pair| i16::from_le_bytes(*pair));
        let spots = points.chunks_exact(4).map(|point| Spot { lon: number(point), lat: number(&point[2..]) });
        lines.push(Line::of(header & BORDER != 0, spots.collect()));
        bytes = rest;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(place: &str) -> Option<(i16, i16)> {
        Embedded.spot(place).map(|spot| (spot.lat, spot.lon))
    }

    #[test]
    fn a_town_is_found_by_the_names_people_write() {
        let riga = spot("Riga, LV").unwrap();
        assert_eq!(riga, (5695, 2411));
        assert_eq!(spot("Rīga, LV"), Some(riga));
        assert_eq!(spot("РИГА, LV"), Some(riga));
        assert_eq!(spot("München, DE"), spot("Munich, DE"));
        assert_eq!(spot("NEW YORK, NY, US"), spot("New York City, US"));
        for place in ["Warsaw, PL", "Liège, BE", "Leipzig, DE", "São Paulo, BR", "กรุงเทพมหานคร, TH", "東京都, JP", "Dubai, AE"]
        {
            assert!(spot(place).is_some(), "{place}");
        }
        assert_eq!(spot("Riga, DE"), None, "a town is one of its country");
        assert_eq!(spot("Nowhere, LV"), None);
        assert_eq!(spot("Riga"), None);
    }

    #[test]
    fn coasts_and_borders_run_over_the_whole_earth() {
        let lines = Embedded.lines();
        let spots = || lines.iter().flat_map(|line| &line.spots);
        assert!(lines.iter().any(|line| line.border) && lines.iter().any(|line| !line.border));
        assert!(spots().all(|spot| spot.lat.abs() <= 9000 && spot.lon.abs() <= 27_000));
        let leaps = |line: &&Line| line.spots.windows(2).any(|pair| i32::from(pair[0].lon).abs_diff(pair[1].lon.into()) > 18_000);
        assert_eq!(lines.iter().find(leaps), None, "no coast leaps from one end of the earth to the other");
        assert!(spots().any(|spot| spot.lat > 8000) && spots().any(|spot| spot.lat < -8000));
        assert_eq!(spots().count() * 4 + lines.len() * 2, LAND.len(), "nothing is left over");
    }
}
