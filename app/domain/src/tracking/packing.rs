//! What goes into which parcel of an order.

use serde::{Deserialize, Serialize};

use super::Parcel;
use crate::delivery::{Packet, Thing};

/// So many of a line of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The line's place in the order, from 0.
    pub line: u32,
    /// How many of it.
    pub quantity: u32,
}

/// A part of an order that is packed together, and its parcel once it has a label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Its number in the order, from 1.
    pub number: u32,
    /// What is in it.
    pub shares: Vec<Share>,
    /// Whether staff bring it to a carrier and write its number down, so that no label is made for it.
    pub by_hand: bool,
    /// Whether staff choose how it is brought, so that no label is bought for it before they have.
    pub by_choice: bool,
    /// Its parcel.
    pub parcel: Option<Parcel>,
}

/// What the packer tells the shopper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackersNote(String);

/// Why a note is not left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteRefusal {
    /// Longer than a shopper reads on the way to the door.
    #[error("it is longer than {} characters", PackersNote::MOST)]
    TooLong,
}

impl PackersNote {
    /// So many characters it has at most.
    pub const MOST: usize = 300;

    /// A note as typed; none when nothing was.
    pub fn parse(typed: &str) -> Result<Option<Self>, NoteRefusal> {
        let text = typed.trim();
        match text.chars().count() {
            0 => Ok(None),
            1..=Self::MOST => Ok(Some(Self(text.to_owned()))),
            _ => Err(NoteRefusal::TooLong),
        }
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A line of an order that is sent, with what one of it weighs and measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// Which, and how many.
    pub share: Share,
    /// One of it.
    pub thing: Thing,
}

/// The most a carrier takes in one parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carton {
    /// Grams.
    pub grams: u32,
    /// Room, in cm³.
    pub millilitres: u32,
}

impl Carton {
    fn holds(self, things: &[Weighed]) -> bool {
        let packet = Packet::of(things.iter().map(|weighed| (weighed.thing, weighed.share.quantity)));
        packet.grams <= self.grams && packet.millilitres <= self.millilitres
    }

    /// How many of a thing still go in beside what is there, at most `wanted`.
    fn room(self, inside: &[Weighed], one: Weighed, wanted: u32) -> u32 {
        let fits = |quantity| {
            let more = Weighed { share: Share { quantity, ..one.share }, ..one };
            self.holds(&inside.iter().copied().chain([more]).collect::<Vec<_>>())
        };
        let (mut fit, mut not) = (0, wanted + 1);
        while not - fit > 1 {
            let middle = fit + (not - fit) / 2;
            if fits(middle) { fit = middle } else { not = middle }
        }
        fit
    }
}

/// Lays an order into as few cartons as one after the other makes, in the order of its lines. What is too much for a carton by
/// itself goes alone. Everything lies in exactly one.
pub fn pack(things: &[Weighed], most: Carton) -> Vec<Vec<Share>> {
    let mut boxes: Vec<Vec<Weighed>> = Vec::new();
    for &thing in things {
        let mut left = thing.share.quantity;
        while left > 0 {
            let room = boxes.last().map_or(0, |inside| most.room(inside, thing, left));
            if room == 0 {
                boxes.push(Vec::new());
            }
            let taken = if room == 0 { most.room(&[], thing, left).max(1) } else { room };
            if let Some(inside) = boxes.last_mut() {
                inside.push(Weighed { share: Share { quantity: taken, ..thing.share }, ..thing });
            }
            left -= taken;
        }
    }
    boxes.into_iter().map(|inside| inside.into_iter().map(|weighed| weighed.share).collect()).collect()
}

/// Why a parcel is not split.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SplitRefusal {
    /// It has left, or its order does not stand any more.
    #[error("it has left")]
    Left,
    /// Nothing, or everything, was to be taken out.
    #[error("nothing is split by that")]
    Nothing,
    /// More than is in it.
    #[error("there is less in it")]
    TooMany,
}

/// Takes so many of its lines out of a parcel into another: what stays, and what goes.
pub fn split(inside: &[Share], out: &[Share]) -> Result<(Vec<Share>, Vec<Share>), SplitRefusal> {
    let out: Vec<Share> = out.iter().copied().filter(|share| share.quantity > 0).collect();
    let taken = |line: u32| out.iter().filter(|share| share.line == line).map(|share| u64::from(share.quantity)).sum::<u64>();
    let held = |line: u32| inside.iter().filter(|share| share.line == line).map(|share| u64::from(share.quantity)).sum::<u64>();
    if out.iter().any(|share| taken(share.line) > held(share.line)) {
        return Err(SplitRefusal::TooMany);
    }
    let stays: Vec<Share> = inside
        .iter()
        .map(|share| Share { quantity: share.quantity - u32::try_from(taken(share.line)).unwrap_or(share.quantity), ..*share })
        .filter(|share| share.quantity > 0)
        .collect();
    let goes: Vec<Share> = inside
        .iter()
        .map(|share| Share { quantity: u32::try_from(taken(share.line)).unwrap_or(0), ..*share })
        .filter(|share| share.quantity > 0)
        .collect();
    if goes.is_empty() || stays.is_empty() { Err(SplitRefusal::Nothing) } else { Ok((stays, goes)) }
}

/// Why the number of a parcel is not written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BroughtRefusal {
    /// It is none: letters, digits and hyphens, 4 to 40 of them.
    #[error("it is no number")]
    NoNumber,
    /// The piece has a label already, or another parcel has the number.
    #[error("it has one")]
    Taken,
}

/// A carrier's number as typed, without the blanks that stand in it on paper.
pub fn number_typed(typed: &str) -> Result<String, BroughtRefusal> {
    let number: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
    let plain = number.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if plain && (4..=40).contains(&number.len()) { Ok(number) } else { Err(BroughtRefusal::NoNumber) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::Measures;
    use proptest::prelude::*;

    const TEN_KILOS: Carton = Carton { grams: 10_000, millilitres: 60_000 };

    fn line(line: u32, quantity: u32, grams: u32) -> Weighed {
        Weighed { share: Share { line, quantity }, thing: Thing { grams, measures: None } }
    }

    fn share(line: u32, quantity: u32) -> Share {
        Share { line, quantity }
    }

    #[test]
    fn a_small_order_is_one_parcel_and_a_large_one_several() {
        assert_eq!(pack(&[line(0, 2, 400), line(1, 1, 0)], TEN_KILOS), [[share(0, 2), share(1, 1)]]);
        assert_eq!(pack(&[line(0, 5, 3_000), line(1, 1, 1_000)], TEN_KILOS), [vec![share(0, 3)], vec![share(0, 2), share(1, 1)]]);
        assert_eq!(pack(&[line(0, 2, 25_000)], TEN_KILOS), [[share(0, 1)], [share(0, 1)]], "what is too heavy goes alone");
        assert!(pack(&[], TEN_KILOS).is_empty());
    }

    #[test]
    fn what_is_large_and_light_fills_a_parcel_too() {
        let cushion = Thing { grams: 600, measures: Some(Measures::of([400, 400, 200]).unwrap()) };
        let three = Weighed { share: share(0, 3), thing: cushion };
        assert_eq!(
            pack(&[three], TEN_KILOS),
            [[share(0, 1)], [share(0, 1)], [share(0, 1)]],
            "two take 80 litres with their gaps"
        );
    }

    #[test]
    fn a_parcel_is_split_into_what_stays_and_what_goes() {
        let inside = [share(0, 3), share(1, 1)];
        assert_eq!(split(&inside, &[share(0, 2)]), Ok((vec![share(0, 1), share(1, 1)], vec![share(0, 2)])));
        assert_eq!(split(&inside, &[share(1, 1), share(0, 0)]), Ok((vec![share(0, 3)], vec![share(1, 1)])));
        assert_eq!(split(&inside, &[share(0, 4)]), Err(SplitRefusal::TooMany));
        assert_eq!(split(&inside, &[share(0, 2), share(0, 2)]), Err(SplitRefusal::TooMany));
        assert_eq!(split(&inside, &[share(7, 1)]), Err(SplitRefusal::TooMany));
        assert_eq!(split(&inside, &[]), Err(SplitRefusal::Nothing));
        assert_eq!(split(&inside, &inside), Err(SplitRefusal::Nothing));
    }

    #[test]
    fn a_note_is_what_was_typed_or_none() {
        assert_eq!(PackersNote::parse(" \n"), Ok(None));
        assert_eq!(PackersNote::parse(" Packed with care by Ilze ").unwrap().unwrap().as_str(), "Packed with care by Ilze");
        assert_eq!(PackersNote::parse(&"x".repeat(301)), Err(NoteRefusal::TooLong));
    }

    proptest! {
        #[test]
        fn everything_is_packed_once_and_no_box_is_too_heavy(
            lines in proptest::collection::vec((1_u32..40, 0_u32..12_000), 0..6),
        ) {
            let things: Vec<Weighed> = (0..).zip(&lines).map(|(at, &(quantity, grams))| line(at, quantity, grams)).collect();
            let boxes = pack(&things, TEN_KILOS);
            for thing in &things {
                let packed: u32 = boxes.iter().flatten().filter(|s| s.line == thing.share.line).map(|s| s.quantity).sum();
                prop_assert_eq!(packed, thing.share.quantity);
            }
            for inside in &boxes {
                let count: u32 = inside.iter().map(|s| s.quantity).sum();
                let grams: u32 = inside.iter().map(|s| s.quantity * lines[s.line as usize].1).sum();
                prop_assert!(count > 0 && (grams <= TEN_KILOS.grams || count == 1));
            }
        }
    }
}
