//! Another country for an order to go to, until it is packed: wished in one short text, the moment its new address was typed and
//! the way it is sent to there, such as `1795165200000 express`. The address itself is kept with the order, so that a page never
//! agrees to another than it showed.
//!
//! The rule for the money is that of all changes. What was bought costs what it cost, and so it goes only to where prices hold
//! what they held: within the tax area, where a thing costs the same everywhere and only the tax inside is another
//! (`tax.rs` has the source), or from one country outside it to another. The way to there costs what it costs today.

use std::fmt::{Display, Formatter};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{NotWanted, WantedWay};
use crate::contact::Address;
use crate::tax::Treatment;
use crate::time::Timestamp;

/// Whether what was bought at one price is bought at the same there.
pub fn prices_hold(agreed: Treatment, there: Treatment) -> bool {
    match agreed {
        Treatment::Domestic | Treatment::Union => there.is_taxed(),
        Treatment::Export => there == Treatment::Export,
        // A business is known by its number in one country.
        Treatment::ReverseCharge => false,
    }
}

/// Where an order is to go, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedPlace {
    /// When the address was typed that it is to go to.
    pub typed_at: Timestamp,
    /// How it is sent there.
    pub way: WantedWay,
}

impl FromStr for WantedPlace {
    type Err = NotWanted;
    fn from_str(text: &str) -> Result<Self, NotWanted> {
        let (typed_at, way) = text.split_once(' ').ok_or(NotWanted)?;
        Ok(Self { typed_at: Timestamp(typed_at.parse().map_err(|_| NotWanted)?), way: way.parse()? })
    }
}

impl Display for WantedPlace {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.typed_at.0, self.way)
    }
}

/// A change of where an order goes: kept with it, so that nothing that happens later changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedPlace {
    /// Where it went.
    pub was: Address,
    /// Where it goes then.
    pub then: Address,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_hold_within_the_tax_area_and_outside_of_it_and_not_across_its_border() {
        use Treatment::{Domestic, Export, ReverseCharge, Union};
        for (agreed, there) in [(Domestic, Union), (Union, Domestic), (Union, Union), (Export, Export)] {
            assert!(prices_hold(agreed, there), "{agreed:?} {there:?}");
        }
        for (agreed, there) in [(Domestic, Export), (Export, Union), (ReverseCharge, Union), (ReverseCharge, ReverseCharge)] {
            assert!(!prices_hold(agreed, there), "{agreed:?} {there:?}");
        }
    }

    #[test]
    fn what_no_page_wishes_is_refused() {
        for text in ["", "express", "1", "1 ", " express", "x express", "1 online", "1  express"] {
            assert!(text.parse::<WantedPlace>().is_err(), "{text}");
        }
    }
}
