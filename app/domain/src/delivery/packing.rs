//! What is sent, packed: what it weighs and the room it takes.

use serde::{Deserialize, Serialize};

/// A kilogram is charged for every 5000 cm³, as DHL Express, FedEx and UPS do; IATA's own rule for airlines is 6000.
const MILLILITRES_PER_GRAM: u32 = 5;

/// The outer measures of a thing as it is packed, in millimetres, the longest first: a parcel may be turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measures([u32; 3]);

/// Not three sides of 1 to 10 000 mm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a side is a whole number of millimetres from 1 to {}", Measures::MOST)]
pub struct NotMeasures;

impl Measures {
    /// The longest side there can be, in millimetres.
    pub const MOST: u32 = 10_000;

    /// Three sides in millimetres, in any order.
    pub fn of(mut sides: [u32; 3]) -> Result<Self, NotMeasures> {
        sides.sort_unstable_by(|one, other| other.cmp(one));
        let fine = sides.iter().all(|side| (1..=Self::MOST).contains(side));
        if fine { Ok(Self(sides)) } else { Err(NotMeasures) }
    }

    /// The sides in millimetres, the longest first.
    pub const fn sides(self) -> [u32; 3] {
        self.0
    }

    /// The longest side and the way around the other two, in millimetres: what carriers measure with a tape.
    pub const fn girth(self) -> u32 {
        self.0[0] + 2 * (self.0[1] + self.0[2])
    }

    fn cubic_millimetres(self) -> u64 {
        self.0.iter().map(|side| u64::from(*side)).product()
    }
}

/// A thing as it is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Weight in grams; 0 when nobody said.
    pub grams: u32,
    /// Outer measures; none when nobody has measured.
    pub measures: Option<Measures>,
}

/// What is sent, packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packet {
    /// What the scales say, in grams.
    pub grams: u32,
    /// How much room it takes, in cm³; 0 when nobody has measured.
    pub millilitres: u32,
    /// The sides in millimetres, the longest first, of the smallest box into which each of its things fits by itself;
    /// 0 when nobody has measured.
    pub sides: [u32; 3],
    /// The largest girth of one of its things, in millimetres; 0 when nobody has measured.
    pub girth_mm: u32,
}

impl Packet {
    /// So many of each of these things. What nobody has measured takes no room.
    ///
    /// Several things leave gaps between them, so of the box they are in one fifth stays empty.
    pub fn of(things: impl IntoIterator<Item = (Thing, u32)>) -> Self {
        let (mut packet, mut count, mut room) = (Self::default(), 0_u32, 0_u64);
        for (thing, many) in things.into_iter().filter(|(_, many)| *many > 0) {
            packet.grams = packet.grams.saturating_add(thing.grams.saturating_mul(many));
            let Some(measures) = thing.measures else { continue };
            count = count.saturating_add(many);
            room = room.saturating_add(measures.cubic_millimetres().saturating_mul(u64::from(many)));
            packet.girth_mm = packet.girth_mm.max(measures.girth());
            for (side, its) in packet.sides.iter_mut().zip(measures.sides()) {
                *side = (*side).max(its);
            }
        }
        let room = if count > 1 { room.saturating_mul(5).div_ceil(4) } else { room };
        packet.millilitres = u32::try_from(room.div_ceil(1000)).unwrap_or(u32::MAX);
        packet
    }

    /// What it is charged as: its weight, or that of the room it takes, whichever is more.
    pub fn chargeable_grams(self) -> u32 {
        self.grams.max(self.millilitres.div_ceil(MILLILITRES_PER_GRAM))
    }

    /// Whether it goes into a box of these sides, the longest first.
    pub fn fits(self, sides: [u32; 3]) -> bool {
        let room: u64 = sides.iter().map(|side| u64::from(*side)).product();
        self.sides.iter().zip(sides).all(|(its, side)| *its <= side) && u64::from(self.millilitres) <= room.div_ceil(1000)
    }
}

/// The room a weight stands for, in cm³.
pub(super) const fn room_of(grams: u32) -> u32 {
    grams.saturating_mul(MILLILITRES_PER_GRAM)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thing(grams: u32, sides: [u32; 3]) -> Thing {
        Thing { grams, measures: Some(Measures::of(sides).unwrap()) }
    }

    #[test]
    fn a_box_is_the_same_however_it_is_turned() {
        assert_eq!(Measures::of([90, 340, 50]), Measures::of([340, 50, 90]));
        assert_eq!(Measures::of([90, 340, 50]).unwrap().girth(), 340 + 2 * (90 + 50));
        for sides in [[0, 1, 1], [1, 1, 10_001], [0; 3]] {
            assert_eq!(Measures::of(sides), Err(NotMeasures), "{sides:?}");
        }
    }

    #[test]
    fn one_thing_is_its_own_box_and_several_leave_gaps() {
        let mug = thing(430, [140, 120, 120]);
        let one = Packet::of([(mug, 1)]);
        assert_eq!((one.grams, one.millilitres, one.sides), (430, 2016, [140, 120, 120]));
        let four = Packet::of([(mug, 4)]);
        assert_eq!((four.grams, four.millilitres, four.sides), (1720, 4 * 2016 * 5 / 4, [140, 120, 120]));
    }

    #[test]
    fn what_nobody_has_measured_takes_no_room() {
        let unknown = Thing { grams: 900, measures: None };
        assert_eq!(Packet::of([(unknown, 3)]), Packet { grams: 2700, ..Packet::default() });
        let mug = thing(430, [140, 120, 120]);
        assert_eq!(Packet::of([(unknown, 1), (mug, 1)]).millilitres, 2016, "and makes no gap beside what was");
        assert_eq!(Packet::of([(mug, 0)]), Packet::default());
    }

    #[test]
    fn a_box_holds_what_fits_by_itself_and_together() {
        let locker = [640, 390, 380];
        let umbrella = thing(760, [920, 80, 80]);
        let cushion = thing(620, [400, 400, 200]);
        let mug = thing(430, [140, 120, 120]);
        assert!(Packet::of([(mug, 30)]).fits(locker));
        assert!(!Packet::of([(mug, 40)]).fits(locker), "each fits, all of them do not");
        assert!(!Packet::of([(mug, 1), (umbrella, 1)]).fits(locker));
        assert!(!Packet::of([(cushion, 1)]).fits(locker), "a square of 40 cm does not pass a door of 39");
        assert!(Packet::of([(thing(1, locker), 1)]).fits(locker));
    }

    #[test]
    fn more_than_can_be_counted_is_very_much() {
        let ship = thing(u32::MAX, [10_000; 3]);
        let packet = Packet::of([(ship, 999), (ship, 999)]);
        assert_eq!((packet.grams, packet.millilitres), (u32::MAX, u32::MAX));
    }
}
