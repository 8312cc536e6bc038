//! What a shopper may still wish of a parcel that is on its way: another place, another day, a word to whoever brings it.

use serde::{Deserialize, Serialize};

use super::ParcelState;
use crate::codes;
use crate::contact::Country;
use crate::delivery::{Calendar, PickupPoint};
use crate::time::Day;

codes! {
    /// What can be wished.
    WishKind {
        /// It is kept at a locker or a shop.
        Redirect = "redirect",
        /// It comes on another day.
        Reschedule = "reschedule",
        /// Whoever brings it is told something.
        Instruct = "instruct",
    }
}

codes! {
    /// Why a wish is not taken.
    WishRefusal {
        /// It is not packed yet.
        Early = "early",
        /// It is out for delivery.
        Out = "out",
        /// It is there, or goes back.
        Over = "over",
        /// Its carrier does no such thing.
        Cannot = "cannot",
        /// There is no such place, or no such day.
        Nowhere = "nowhere",
        /// Nothing was said.
        Empty = "empty",
        /// More was said than fits on a note, or not in one line.
        Long = "long",
    }
}

codes! {
    /// What became of a wish.
    WishState {
        /// The carrier is being asked.
        Asked = "asked",
        /// It does so.
        Granted = "granted",
        /// It was too late.
        Late = "late",
        /// It cannot.
        Cannot = "cannot",
    }
}

/// A word to whoever brings a parcel, such as "Leave it with the neighbour": a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instructions(String);

impl Instructions {
    /// So many characters it has at most.
    pub const MOST: usize = 200;

    /// A word as typed, its lines made one.
    pub fn parse(typed: &str) -> Result<Self, WishRefusal> {
        match crate::contact::line(typed, Self::MOST) {
            Ok(line) => Ok(Self(line)),
            Err(crate::contact::Flaw::Empty) => Err(WishRefusal::Empty),
            Err(_) => Err(WishRefusal::Long),
        }
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A wish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// To be kept there.
    Redirect(PickupPoint),
    /// To come on that day.
    Reschedule(Day),
    /// To be brought so.
    Instruct(Instructions),
}

impl Wish {
    /// Which kind it is.
    pub fn kind(&self) -> WishKind {
        match self {
            Self::Redirect(_) => WishKind::Redirect,
            Self::Reschedule(_) => WishKind::Reschedule,
            Self::Instruct(_) => WishKind::Instruct,
        }
    }
}

/// A wish, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wished {
    /// What.
    pub wish: Wish,
    /// What became of it.
    pub state: WishState,
}

/// Whether anything can be wished of a parcel that has come so far.
pub fn may_wish(state: Option<ParcelState>) -> Result<(), WishRefusal> {
    match state {
        None => Err(WishRefusal::Early),
        Some(ParcelState::LabelCreated | ParcelState::InTransit | ParcelState::AttemptFailed) => Ok(()),
        Some(ParcelState::OutForDelivery) => Err(WishRefusal::Out),
        Some(ParcelState::PickupReady | ParcelState::Delivered | ParcelState::Exception | ParcelState::Returning) => {
            Err(WishRefusal::Over)
        }
    }
}

/// The days a parcel may be put off to: the five working days of its destination after the one it should come on, none of them
/// over.
pub fn later_days(expected: Day, today: Day, to: Country) -> Vec<Day> {
    let calendar = Calendar::of(to);
    let first = expected.max(today);
    (0..5).map(|count| calendar.working(first.plus(1), count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parcel_takes_wishes_from_its_label_until_the_van_has_it() {
        assert_eq!(may_wish(None), Err(WishRefusal::Early));
        for open in [ParcelState::LabelCreated, ParcelState::InTransit, ParcelState::AttemptFailed] {
            assert_eq!(may_wish(Some(open)), Ok(()));
        }
        assert_eq!(may_wish(Some(ParcelState::OutForDelivery)), Err(WishRefusal::Out));
        for over in [ParcelState::PickupReady, ParcelState::Delivered, ParcelState::Exception, ParcelState::Returning] {
            assert_eq!(may_wish(Some(over)), Err(WishRefusal::Over));
        }
    }

    #[test]
    fn it_is_put_off_to_one_of_five_working_days() {
        let day = |text: &str| Day::parse(text).unwrap();
        // 2026-11-20 is a Friday.
        let days = later_days(day("2026-11-20"), day("2026-11-18"), Country::LATVIA);
        assert_eq!(
            days.iter().map(Day::to_string).collect::<Vec<_>>(),
            ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"]
        );
        assert_eq!(later_days(day("2026-11-12"), day("2026-11-17"), Country::LATVIA)[0], day("2026-11-19"), "after the holiday");
    }

    #[test]
    fn a_word_to_the_courier_is_one_line() {
        assert_eq!(Instructions::parse(" Leave it\nwith  Ilze ").unwrap().as_str(), "Leave it with Ilze");
        assert_eq!(Instructions::parse(" \n"), Err(WishRefusal::Empty));
        assert_eq!(Instructions::parse(&"x".repeat(201)), Err(WishRefusal::Long));
        assert_eq!(Instructions::parse("a\u{7}b"), Err(WishRefusal::Long));
    }
}
