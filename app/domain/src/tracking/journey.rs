//! The way of a parcel over the map: where it was, where it is, where it goes.

use serde::{Deserialize, Serialize};

use super::Parcel;
use crate::contact::Country;

/// A place on the earth, in hundredths of a degree: a kilometre, which is exact enough for towns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Spot {
    /// East of Greenwich; -18,000 to 18,000.
    pub lon: i16,
    /// North of the equator; -9,000 to 9,000.
    pub lat: i16,
}

/// The places a parcel was at, as its carrier calls them, in its order and each stay once.
pub fn stops(parcel: &Parcel) -> Vec<&str> {
    let mut stops: Vec<&str> = Vec::new();
    for place in parcel.checkpoints.iter().map(|recorded| recorded.checkpoint.place.as_str()) {
        if !place.is_empty() && stops.last() != Some(&place) {
            stops.push(place);
        }
    }
    stops
}

/// A place as carriers write it, such as `Leipzig, DE` or `CHARLOTTE, NC, US`: the town and the country. None where no country
/// is told.
pub fn town(place: &str) -> Option<(&str, Country)> {
    let (before, country) = place.rsplit_once(',')?;
    let town = before.split(',').next().unwrap_or(before).trim();
    let country = Country::parse(country.trim()).ok()?;
    (!town.is_empty()).then_some((town, country))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{EventId, ParcelId};
    use crate::time::Timestamp;
    use crate::tracking::{Checkpoint, CheckpointKind, ParcelState, Recorded};

    #[test]
    fn a_stay_is_one_stop_and_a_place_nobody_told_is_none() {
        let at = |(number, place): (i64, &str)| Recorded {
            id: EventId(number),
            checkpoint: Checkpoint {
                event: number.to_string(),
                kind: CheckpointKind::Hub,
                at: Timestamp(number),
                place: place.to_owned(),
                offset_minutes: 0,
                expected: None,
                said: String::new(),
            },
        };
        let places = ["Riga, LV", "Riga, LV", "", "Warsaw, PL", "Riga, LV"];
        let parcel = Parcel {
            id: ParcelId(1),
            carrier: "simcarrier".to_owned(),
            brand: String::new(),
            number: "S1".to_owned(),
            page: String::new(),
            made_at: Timestamp(0),
            asked_at: None,
            state: ParcelState::InTransit,
            expected: None,
            promises: Vec::new(),
            checkpoints: (1..).zip(places).map(at).collect(),
        };
        assert_eq!(stops(&parcel), ["Riga, LV", "Warsaw, PL", "Riga, LV"]);
    }

    #[test]
    fn a_town_is_read_with_its_country() {
        assert_eq!(town("Leipzig, DE"), Some(("Leipzig", Country::parse("DE").unwrap())));
        assert_eq!(town("CHARLOTTE, NC, US"), Some(("CHARLOTTE", Country::parse("US").unwrap())));
        for place in ["Leipzig", "", ", DE", "Somewhere, else entirely"] {
            assert_eq!(town(place), None, "{place}");
        }
    }
}
