//! Codes that are given away: for the next order, to friends, and in thanks for a friend.

use super::Limits;
use crate::addresses::folded;
use crate::checkout::TypedAddress;
use crate::codes;
use crate::contact::Address;

codes! {
    /// Whom copies of an offer are given to, each behind a code of its own. Nobody has such an offer as it is.
    Given {
        /// Every order that is paid, for the next one. Where so many orders may have it, so many copies are given.
        Next = "next",
        /// The friends of whoever has paid for an order: each has it once, on their first order. Where so many orders may have
        /// it, so many friends of each may.
        Friends = "friends",
        /// Whoever gave a friend a code, when that friend's parcel is delivered. Where so many orders may have it, so many
        /// copies are given.
        Thanks = "thanks",
    }
}

impl Given {
    /// Where a copy ends, of an offer that ends so.
    pub fn copy(self, limits: Limits) -> Limits {
        match self {
            Given::Next | Given::Thanks => Limits { in_all: Some(1), ..limits },
            Given::Friends => Limits { per_person: Some(1), first_order: true, ..limits },
        }
    }

    /// How many copies are given, of an offer that ends so; as many as are asked for where nothing is said.
    pub const fn copies(self, limits: &Limits) -> Option<u32> {
        match self {
            Given::Next | Given::Thanks => limits.in_all,
            Given::Friends => None,
        }
    }
}

/// Who has given a code to friends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Giver {
    /// As whom they are counted.
    pub person: String,
    /// Where their own order went.
    pub address: Address,
}

impl Giver {
    /// Whether that is the giver and no friend: the same person, or the same door.
    pub fn is(&self, person: Option<&str>, typed: &TypedAddress) -> bool {
        let own = &self.address;
        let door = [(&own.line1, &typed.line1), (&own.line2, &typed.line2), (&own.postcode, &typed.postcode)];
        let same = |(one, other): &(&String, &String)| plain(one) == plain(other);
        let there = !plain(&typed.line1).is_empty() && own.country.code() == typed.country;
        person == Some(self.person.as_str()) || there && door.iter().all(same)
    }
}

/// Letters and digits alone, small: how somebody writes their own street differs from day to day.
fn plain(text: &str) -> String {
    folded(text).chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::{Country, PersonName};

    fn ada() -> TypedAddress {
        TypedAddress {
            country: "LV".into(),
            line1: "Brīvības iela 1".into(),
            line2: "dz. 5".into(),
            postcode: "LV-1010".into(),
            ..TypedAddress::default()
        }
    }

    #[test]
    fn a_giver_is_known_by_person_and_by_door_however_it_is_written() {
        let typed = ada();
        let address = Address {
            name: PersonName::parse("Ada Lovelace").unwrap(),
            line1: typed.line1.clone(),
            line2: typed.line2.clone(),
            city: String::new(),
            district: String::new(),
            region: String::new(),
            postcode: typed.postcode.clone(),
            country: Country::LATVIA,
            phone: String::new(),
        };
        let giver = Giver { person: "ada@home.lv".to_owned(), address };
        let elsewhere = TypedAddress { line1: "Brīvības iela 2".into(), ..ada() };
        assert!(giver.is(Some("ada@home.lv"), &elsewhere));
        assert!(
            giver.is(Some("eve@home.lv"), &TypedAddress { line1: "BRĪVĪBAS IELA, 1".into(), postcode: "lv1010".into(), ..ada() })
        );
        assert!(!giver.is(Some("ben@home.lv"), &elsewhere) && !giver.is(None, &TypedAddress::default()));
        assert!(!giver.is(Some("ben@home.lv"), &TypedAddress { line2: "dz. 6".into(), ..ada() }), "a neighbour is a friend");
    }
}
