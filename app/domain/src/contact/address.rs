//! Where a parcel goes.

use serde::{Deserialize, Serialize};

use super::{Country, PersonName};

/// Where a parcel goes. How it is printed, say [`Address::lines`], [`Address::latin_lines`] and [`Address::page_lines`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Who opens the door.
    pub name: PersonName,
    /// Street and number.
    pub line1: String,
    /// Flat, unit, company; empty when there is none.
    pub line2: String,
    /// Town or city; empty where the country's addresses have none.
    pub city: String,
    /// A part of the city that the country's addresses name: a Thai sub-district, a Brazilian neighbourhood; empty elsewhere.
    pub district: String,
    /// State, province or prefecture: what the country's own envelopes say (the code of a
    /// [`Region`](crate::addresses::Region): `CA`, `東京都`) when it is in the list, else as typed; empty where there is none.
    pub region: String,
    /// Postcode as the country writes it, or as typed where the shopper insisted; empty where the country has none.
    pub postcode: String,
    /// Country.
    pub country: Country,
    /// For the courier; empty when not given.
    pub phone: String,
}
