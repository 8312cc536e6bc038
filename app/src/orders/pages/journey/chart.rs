//! A piece of the earth laid flat, as most maps of towns do it (Mercator), and cut to what the journey needs.

use std::f64::consts::{FRAC_PI_4, TAU};
use std::fmt::Write;

use domain::tracking::Spot;

use crate::request::Line;

/// How large a map is, in its own units: about the pixels it has on a phone.
pub const WIDE: f64 = 400.0;
pub const HIGH: f64 = 230.0;

/// No map shows less than this of the earth, in radians: 450 km at the equator, so that towns have a coast around them.
const LEAST: f64 = 0.07;
/// How much wider a map is than its journey, so that names find room.
const ROOM: f64 = 1.5;
/// Lines go on so far outside the map, where nobody sees how they were cut.
const BRIM: f64 = 8.0;
/// Points nearer to each other than this are one.
const NEAR: f64 = 0.9;

/// A point of the map.
pub type Point = (f64, f64);

/// A piece of the earth.
pub struct Chart {
    west: f64,
    north: f64,
    /// Units of the map for a radian.
    scale: f64,
    /// Whether the map goes over the line of dates: what lies west of Greenwich is then east of the rest.
    turned: bool,
}

impl Chart {
    /// The piece around these spots.
    pub fn around(spots: &[Spot]) -> Self {
        let lons = || spots.iter().map(|spot| i32::from(spot.lon));
        let span = |turned: bool| {
            let lons = || lons().map(|lon| if turned && lon < 0 { lon + 36_000 } else { lon });
            lons().max().unwrap_or(0) - lons().min().unwrap_or(0)
        };
        let mut chart = Self { west: 0.0, north: 0.0, scale: 1.0, turned: span(true) < span(false) };
        let flat: Vec<Point> = spots.iter().map(|&spot| chart.flat(spot)).collect();
        let ends = |axis: fn(&Point) -> f64| {
            let all = || flat.iter().map(axis);
            (all().fold(f64::MAX, f64::min), all().fold(f64::MIN, f64::max))
        };
        let ((west, east), (south, north)) = (ends(|point| point.0), ends(|point| point.1));
        let wide = ((east - west) * ROOM).max(LEAST).max((north - south) * ROOM * WIDE / HIGH);
        chart.scale = WIDE / wide;
        chart.west = (west + east) / 2.0 - wide / 2.0;
        chart.north = f64::midpoint(south, north) + wide * HIGH / WIDE / 2.0;
        chart
    }

    fn flat(&self, spot: Spot) -> Point {
        mercator(f64::from(spot.lon) + if self.turned && spot.lon < 0 { 36_000.0 } else { 0.0 }, spot.lat)
    }

    /// Where a spot is on the map.
    pub fn point(&self, spot: Spot) -> Point {
        self.placed(self.flat(spot))
    }

    fn placed(&self, (x, y): Point) -> Point {
        ((x - self.west) * self.scale, (self.north - y) * self.scale)
    }

    /// The land, as one path: what lies in an odd number of its lines is land.
    pub fn land(&self, lines: &[Line]) -> String {
        let mut path = String::new();
        self.each(lines, false, |points| closed(&clipped(points), &mut path));
        path
    }

    /// The borders, as one path.
    pub fn borders(&self, lines: &[Line]) -> String {
        let mut path = String::new();
        self.each(lines, true, |points| open(&points, &mut path));
        path
    }

    /// The lines of a kind that may be seen, as they lie on the map. A map near the line of dates meets the other end of the
    /// earth there.
    fn each(&self, lines: &[Line], border: bool, mut draw: impl FnMut(Vec<Point>)) {
        for line in lines.iter().filter(|line| line.border == border) {
            for around in [-TAU, 0.0, TAU] {
                let placed = |spot: &Spot| {
                    let (x, y) = mercator(f64::from(spot.lon), spot.lat);
                    self.placed((x + around, y))
                };
                let ((west, south), (east, north)) = (placed(&line.corners.0), placed(&line.corners.1));
                if east >= -BRIM && west <= WIDE + BRIM && south >= -BRIM && north <= HIGH + BRIM {
                    draw(line.spots.iter().map(placed).collect());
                }
            }
        }
    }
}

/// Hundredths of a degree in radians, laid flat.
fn mercator(lon: f64, lat: i16) -> Point {
    let lat = (f64::from(lat) / 100.0).clamp(-84.0, 84.0).to_radians();
    ((lon / 100.0).to_radians(), (FRAC_PI_4 + lat / 2.0).tan().ln())
}

/// On the map, or no further beside it than it is large: a straight border has few points.
fn near((x, y): Point) -> bool {
    (-WIDE..=2.0 * WIDE).contains(&x) && (-HIGH..=2.0 * HIGH).contains(&y)
}

/// A polygon cut along the map's four sides, one after the other (Sutherland and Hodgman, 1974).
fn clipped(points: Vec<Point>) -> Vec<Point> {
    type Side = (fn(Point) -> f64, f64);
    let sides: [Side; 4] = [(|p| p.0, -BRIM), (|p| -p.0, -(WIDE + BRIM)), (|p| p.1, -BRIM), (|p| -p.1, -(HIGH + BRIM))];
    sides.into_iter().fold(points, |points, (along, least)| {
        let mut kept = Vec::with_capacity(points.len());
        let mut before = points.last().copied();
        for point in points {
            if let Some(before) = before {
                let (from, to) = (along(before) - least, along(point) - least);
                if (from < 0.0) != (to < 0.0) {
                    let share = from / (from - to);
                    kept.push((before.0 + (point.0 - before.0) * share, before.1 + (point.1 - before.1) * share));
                }
                if to >= 0.0 {
                    kept.push(point);
                }
            }
            before = Some(point);
        }
        kept
    })
}

fn closed(points: &[Point], path: &mut String) {
    let thin = thinned(points);
    if thin.len() > 2 {
        drawn(&thin, path);
        path.push('Z');
    }
}

/// The stretches of a line that come near the map.
fn open(points: &[Point], path: &mut String) {
    for stretch in points.split(|&point| !near(point)).filter(|stretch| stretch.len() > 1) {
        drawn(&thinned(stretch), path);
    }
}

fn thinned(points: &[Point]) -> Vec<Point> {
    let mut thin: Vec<Point> = Vec::new();
    for &point in points {
        if thin.last().is_none_or(|last| (point.0 - last.0).hypot(point.1 - last.1) >= NEAR) {
            thin.push(point);
        }
    }
    thin
}

fn drawn(points: &[Point], path: &mut String) {
    for (at, (x, y)) in points.iter().enumerate() {
        // Writing to a String does not fail.
        let _ = write!(path, "{}{x:.1} {y:.1}", if at == 0 { 'M' } else { 'L' });
    }
}

/// The way from one point to another: a bow, so that going and coming back are two.
pub fn bow(from: Point, to: Point) -> String {
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    let (x, y) = (f64::midpoint(from.0, to.0) + down * 0.14, f64::midpoint(from.1, to.1) - across * 0.14);
    format!("M{:.1} {:.1}Q{x:.1} {y:.1} {:.1} {:.1}", from.0, from.1, to.0, to.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RIGA: Spot = Spot { lon: 2411, lat: 5695 };
    const BERLIN: Spot = Spot { lon: 1341, lat: 5252 };
    const TOKYO: Spot = Spot { lon: 13969, lat: 3569 };
    const NEW_YORK: Spot = Spot { lon: -7401, lat: 4071 };

    fn on_map((x, y): Point) -> bool {
        (20.0..=WIDE - 20.0).contains(&x) && (15.0..=HIGH - 15.0).contains(&y)
    }

    #[test]
    fn north_is_up_east_is_right_and_all_of_the_journey_is_on_the_map() {
        for spots in [[RIGA, BERLIN], [RIGA, TOKYO], [NEW_YORK, RIGA]] {
            let chart = Chart::around(&spots);
            assert!(spots.iter().all(|&spot| on_map(chart.point(spot))), "{spots:?}");
        }
        let chart = Chart::around(&[RIGA, BERLIN]);
        let (riga, berlin) = (chart.point(RIGA), chart.point(BERLIN));
        assert!(riga.0 > berlin.0 && riga.1 < berlin.1);
    }

    #[test]
    fn a_journey_over_the_line_of_dates_takes_the_short_way() {
        let chart = Chart::around(&[TOKYO, NEW_YORK]);
        let (tokyo, new_york) = (chart.point(TOKYO), chart.point(NEW_YORK));
        assert!(on_map(tokyo) && on_map(new_york));
        assert!(new_york.0 > tokyo.0, "America is east of Japan, over the ocean");
    }

    #[test]
    fn towns_next_to_each_other_are_not_blown_up_to_the_whole_map() {
        let chart = Chart::around(&[RIGA, Spot { lon: 2415, lat: 5696 }]);
        let (one, other) = (chart.point(RIGA), chart.point(Spot { lon: 2415, lat: 5696 }));
        assert!((one.0 - other.0).hypot(one.1 - other.1) < 10.0);
    }

    #[test]
    fn land_is_cut_at_the_edge_and_fills_the_map_where_there_is_no_sea() {
        let spot = |lon, lat| Spot { lon, lat };
        let block = Line::of(false, vec![spot(0, 4000), spot(4000, 4000), spot(4000, 7000), spot(0, 7000)]);
        let chart = Chart::around(&[RIGA, BERLIN]);
        let land = chart.land(&[block]);
        assert!(land.starts_with('M') && land.ends_with('Z'));
        let numbers = land.split(['M', 'L', 'Z', ' ']).filter(|part| !part.is_empty()).map(|part| part.parse::<f64>().unwrap());
        assert!(numbers.into_iter().all(|number| (-BRIM..=WIDE + BRIM).contains(&number)), "{land}");
        let sea = Line::of(false, vec![spot(-9000, 0), spot(-8900, 0), spot(-8900, 100)]);
        assert_eq!(chart.land(&[sea]), "");
    }
}
