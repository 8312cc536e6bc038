//! Addresses that a browser was asked to remember, with the way parcels went there last.

use serde::{Deserialize, Serialize};

use super::TypedAddress;
use crate::delivery::Service;
use crate::ids::RememberedId;

/// A remembered address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// Id.
    pub id: RememberedId,
    /// The address form, as it was typed.
    pub typed: TypedAddress,
    /// How a parcel was sent there last.
    pub service: Option<Service>,
    /// The pickup point it went to, by its id; empty for one that went to the door.
    pub pickup: String,
    /// Whether it is the one its owner wants taken first.
    pub preferred: bool,
}

impl Remembered {
    /// So many are remembered for a browser; the one that was used the longest ago makes room.
    pub const MOST: usize = 4;
    /// So many are in the address book of an account, where none is forgotten for its age.
    pub const MOST_IN_BOOK: usize = 20;
    /// How long one is remembered after it was used last, in days: half a year.
    pub const KEPT_DAYS: i64 = 180;

    /// Whether it is this address, whatever was thought of its doubts.
    pub fn is(&self, typed: &TypedAddress) -> bool {
        TypedAddress { keep: typed.keep, ..self.typed.clone() } == *typed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_whether_its_doubts_were_overruled_or_not() {
        let typed = TypedAddress { line1: "Brīvības iela 1".into(), ..TypedAddress::default() };
        let remembered =
            Remembered { id: RememberedId(1), typed: typed.clone(), service: None, pickup: String::new(), preferred: false };
        assert!(remembered.is(&TypedAddress { keep: true, ..typed.clone() }));
        assert!(!remembered.is(&TypedAddress { line1: "Brīvības iela 2".into(), ..typed }));
    }
}
