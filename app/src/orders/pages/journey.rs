//! The journey of a parcel on a map of our own: no other company hears where it goes, and nothing has to be loaded.

mod chart;

use domain::contact::Country;
use domain::tracking::journey::{stops, town};
use domain::tracking::{Parcel, ParcelState, Spot};
use leptos::prelude::*;

use crate::i18n::Words;
use crate::request;
use chart::{Chart, HIGH, Point, WIDE, bow};

/// A place of the journey: where it is, and what it is called.
#[derive(Clone, Debug, PartialEq)]
struct Stop {
    spot: Spot,
    name: String,
}

/// Where a parcel was, the last of it where it is, and where it still goes.
#[derive(Clone, Debug, PartialEq)]
struct Route {
    been: Vec<Stop>,
    ahead: Option<Stop>,
}

/// The map of a parcel on its way to a town. Nothing where less than two places of it are known.
#[component]
pub fn Journey(words: Words, parcel: Parcel, city: String, country: Country) -> AnyView {
    let Ok(shop) = request::shop() else { return ().into_any() };
    let Some(route) = Route::of(&parcel, (&city, country), |place| shop.atlas.spot(place)) else { return ().into_any() };
    let all: Vec<Stop> = route.been.iter().chain(&route.ahead).cloned().collect();
    let spots: Vec<Spot> = all.iter().map(|stop| stop.spot).collect();
    let chart = Chart::around(&spots);
    let lines = shop.atlas.lines();
    let points: Vec<Point> = spots.iter().map(|&spot| chart.point(spot)).collect();
    let here = route.been.len() - 1;
    let legs = points.windows(2).enumerate().map(|(at, leg)| {
        let class = if at < here { "leg" } else { "leg ahead" };
        view! { <path class=class d=bow(leg[0], leg[1]) /> }
    });
    let dots = points.iter().enumerate().map(|(at, &(x, y))| {
        let (class, r) = if at == here {
            ("stop here", "6")
        } else if at > here {
            ("stop ahead", "4.5")
        } else {
            ("stop", "4.5")
        };
        view! { <circle class=class cx=format!("{x:.1}") cy=format!("{y:.1}") r=r /> }
    });
    let names = named(&all, &points, here).into_iter().map(|(name, (x, y), anchor)| {
        view! { <text x=format!("{x:.1}") y=format!("{y:.1}") text-anchor=anchor>{name}</text> }
    });
    let ends = [all.first(), all.last(), all.get(here)].map(|stop| stop.map(|stop| stop.name.clone()).unwrap_or_default());
    let [from, to, seen] = ends;
    let told = words.with("journey-told", &[("from", from.into()), ("to", to.into()), ("here", seen.into())]);
    view! {
        <svg class="journey" viewBox=format!("0 0 {WIDE} {HIGH}") role="img" aria-label=told>
            <path class="land" d=chart.land(lines) />
            <path class="border" d=chart.borders(lines) />
            {legs.collect_view()}
            {dots.collect_view()}
            {names.collect_view()}
        </svg>
    }
    .into_any()
}

impl Route {
    fn of(parcel: &Parcel, (city, country): (&str, Country), spot: impl Fn(&str) -> Option<Spot>) -> Option<Self> {
        let stop = |place: &str| Some(Stop { spot: spot(place)?, name: town(place)?.0.to_owned() });
        let mut been: Vec<Stop> = stops(parcel).into_iter().filter_map(stop).collect();
        been.dedup_by(|next, before| next.spot == before.spot);
        let here = been.last()?.spot;
        let arrives = !matches!(parcel.state, ParcelState::Delivered | ParcelState::Returning | ParcelState::PickupReady);
        let end = format!("{city}, {}", country.code());
        let ahead = stop(&end).filter(|end| arrives && end.spot != here);
        let first = been.first()?.spot;
        let goes = been.iter().chain(&ahead).any(|stop| stop.spot != first);
        goes.then_some(Self { been, ahead })
    }
}

/// Where the names stand, what matters most first: where it is, where it goes, where it comes from. One that would lie on
/// another is left out; the timeline has it.
fn named(stops: &[Stop], points: &[Point], here: usize) -> Vec<(String, Point, &'static str)> {
    const LETTER: f64 = 7.2;
    const LINE: f64 = 15.0;
    let mut order: Vec<usize> = (0..stops.len()).collect();
    order.sort_by_key(|&at| (at != here, at + 1 != stops.len(), at));
    let (mut taken, mut names) = (Vec::<[f64; 4]>::new(), Vec::<(String, Point, &str)>::new());
    for at in order {
        let (Some(stop), Some(&(x, y))) = (stops.get(at), points.get(at)) else { continue };
        let wide = stop.name.chars().count() as f64 * LETTER;
        let (anchor, from) = match x {
            x if x < wide / 2.0 + 6.0 => ("start", x - 6.0),
            x if x > WIDE - wide / 2.0 - 6.0 => ("end", x + 6.0 - wide),
            x => ("middle", x - wide / 2.0),
        };
        let at_x = match anchor {
            "start" => from,
            "end" => from + wide,
            _ => x,
        };
        let spot = [y - 11.0, y + 21.0].into_iter().find(|&base| {
            let own = [from, base - LINE, from + wide, base + 3.0];
            own[1] > 0.0 && own[3] < HIGH && !taken.iter().any(|other| overlap(&own, other))
        });
        let known = names.iter().any(|(name, ..)| *name == stop.name);
        if let Some(base) = spot.filter(|_| !known) {
            taken.push([from, base - LINE, from + wide, base + 3.0]);
            names.push((stop.name.clone(), (at_x, base), anchor));
        }
    }
    names
}

fn overlap(one: &[f64; 4], other: &[f64; 4]) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

#[cfg(test)]
mod tests {
    use domain::ids::{EventId, ParcelId};
    use domain::time::Timestamp;
    use domain::tracking::{Checkpoint, CheckpointKind, Recorded};

    use super::*;

    fn spot(place: &str) -> Option<Spot> {
        match place {
            "Riga, LV" => Some(Spot { lon: 2411, lat: 5695 }),
            "Warsaw, PL" => Some(Spot { lon: 2101, lat: 5223 }),
            "Berlin, DE" => Some(Spot { lon: 1341, lat: 5252 }),
            _ => None,
        }
    }

    fn parcel(state: ParcelState, places: &[&str]) -> Parcel {
        let at = |(number, place): (i64, &&str)| Recorded {
            id: EventId(number),
            checkpoint: Checkpoint {
                event: number.to_string(),
                kind: CheckpointKind::Hub,
                at: Timestamp(number),
                place: (*place).to_owned(),
                offset_minutes: 0,
                expected: None,
                said: String::new(),
            },
        };
        Parcel {
            id: ParcelId(1),
            carrier: "simcarrier".to_owned(),
            brand: String::new(),
            number: "S1".to_owned(),
            page: String::new(),
            made_at: Timestamp(0),
            asked_at: None,
            state,
            expected: None,
            promises: Vec::new(),
            checkpoints: (1..).zip(places).map(at).collect(),
        }
    }

    fn to<'a>(city: &'a str, country: &str) -> (&'a str, Country) {
        (city, Country::parse(country).unwrap())
    }

    fn names(route: &Route) -> (Vec<&str>, Option<&str>) {
        (route.been.iter().map(|stop| stop.name.as_str()).collect(), route.ahead.as_ref().map(|stop| stop.name.as_str()))
    }

    #[test]
    fn a_parcel_on_its_way_has_been_somewhere_and_goes_somewhere() {
        let route =
            Route::of(&parcel(ParcelState::InTransit, &["Riga, LV", "Nowhere, XX", "Warsaw, PL"]), to("Berlin", "DE"), spot);
        assert_eq!(names(&route.unwrap()), (vec!["Riga", "Warsaw"], Some("Berlin")));
    }

    #[test]
    fn one_that_has_arrived_or_comes_back_goes_nowhere_else() {
        for state in [ParcelState::Delivered, ParcelState::Returning] {
            let route = Route::of(&parcel(state, &["Riga, LV", "Warsaw, PL"]), to("Berlin", "DE"), spot);
            assert_eq!(names(&route.unwrap()), (vec!["Riga", "Warsaw"], None));
        }
    }

    #[test]
    fn there_is_no_map_of_one_place() {
        assert_eq!(Route::of(&parcel(ParcelState::LabelCreated, &["Riga, LV"]), to("Riga", "LV"), spot), None);
        assert_eq!(Route::of(&parcel(ParcelState::LabelCreated, &["Riga, LV"]), to("Nowhere", "LV"), spot), None);
        assert_eq!(Route::of(&parcel(ParcelState::LabelCreated, &[]), to("Berlin", "DE"), spot), None);
    }

    #[test]
    fn names_never_lie_on_each_other_and_where_it_is_comes_first() {
        let stop = |name: &str| Stop { spot: Spot { lon: 0, lat: 0 }, name: name.to_owned() };
        let stops = [stop("Riga"), stop("Jelgava"), stop("Warsaw"), stop("Berlin")];
        let points = [(300.0, 100.0), (302.0, 103.0), (304.0, 101.0), (60.0, 120.0)];
        let shown: Vec<String> = named(&stops, &points, 2).into_iter().map(|(name, ..)| name).collect();
        assert_eq!(shown, ["Warsaw", "Berlin", "Riga"], "Jelgava has no room");
    }
}
