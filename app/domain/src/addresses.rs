//! The addresses of every country: what their forms ask, in which order, and how they are printed.
//!
//! The data is Google's (CC-BY 4.0, see NOTICE), one row a country in `data/addresses.tsv`; parts of cities to choose from
//! are left out. `addresses/sheet.rs` reads it, `postcode.rs`, `region.rs` and `letters.rs` understand what people type,
//! `print.rs` writes the label. What was typed is judged in `checkout/typed.rs`.

use serde::{Deserialize, Serialize};

use crate::checkout::Field;
use crate::codes;
use crate::contact::Country;

mod letters;
mod postcode;
mod print;
mod region;
mod sheet;

pub use letters::folded;
pub(crate) use letters::is_latin;
pub(crate) use postcode::MOST as POSTCODE_MOST;
pub use region::Region;
use sheet::{Format, Piece};
pub(crate) use sheet::{Sheet, Slot, sheet};

codes! {
    /// What a field is called: a page has a word for each. A city may be a post town, a region a prefecture.
    Label {
        /// E-mail address.
        Email = "email",
        /// Country.
        Country = "country",
        /// Full name.
        Name = "name",
        /// Street and number.
        Line1 = "line1",
        /// Flat, unit, company.
        Line2 = "line2",
        /// Phone.
        Phone = "phone",
        /// Postcode, as most countries say.
        Postcode = "postcode",
        /// ZIP code: the United States.
        Zip = "zip",
        /// PIN code: India.
        Pin = "pin",
        /// Eircode: Ireland.
        Eircode = "eircode",
        /// City or town.
        City = "city",
        /// The town the post is sorted in: the United Kingdom, Norway, Sweden.
        PostTown = "post-town",
        /// Suburb: a city in Australia, a part of one elsewhere.
        Suburb = "suburb",
        /// District: of Hong Kong, of a Thai province, of a Chinese or Korean city.
        District = "district",
        /// Sub-district: Thailand.
        Subdistrict = "subdistrict",
        /// Neighbourhood: Brazil, Mexico.
        Neighborhood = "neighborhood",
        /// Townland: Ireland.
        Townland = "townland",
        /// Village or township: Malaysia.
        VillageTownship = "village-township",
        /// Province, as most countries say.
        Province = "province",
        /// State.
        State = "state",
        /// Prefecture: Japan.
        Prefecture = "prefecture",
        /// Emirate.
        Emirate = "emirate",
        /// Oblast: Russia, Ukraine.
        Oblast = "oblast",
        /// County.
        County = "county",
        /// Municipality: Latvia, Lithuania.
        Municipality = "municipality",
        /// Area: Hong Kong.
        Area = "area",
        /// Island.
        Island = "island",
        /// Department.
        Department = "department",
        /// Parish.
        Parish = "parish",
        /// Province or city of its own: Korea.
        DoSi = "do-si",
    }
}

codes! {
    /// The keyboard that helps; its code is the `inputmode` of HTML.
    Keyboard {
        /// Letters.
        Text = "text",
        /// Digits.
        Numeric = "numeric",
        /// Letters, `@` and the full stop.
        Email = "email",
        /// What phones have.
        Tel = "tel",
    }
}

/// A question of the address form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// Which field.
    pub field: Field,
    /// What the country calls it.
    pub label: Label,
    /// Whether it must be answered.
    pub required: bool,
    /// The keyboard that helps.
    pub keyboard: Keyboard,
    /// A real postcode; empty for the other fields, and where the country names none.
    pub example: String,
    /// What can be chosen; empty where it is free text. The field keeps the code.
    pub choices: Vec<Region>,
}

/// The address form of a country, in its own order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressForm {
    /// Whose.
    pub country: Country,
    /// From top to bottom; what stands in one row stands in one line of the address.
    pub rows: Vec<Vec<Ask>>,
}

impl AddressForm {
    /// The questions one after the other.
    pub fn asks(&self) -> impl Iterator<Item = &Ask> {
        self.rows.iter().flatten()
    }

    /// The question of a field; none where the country does not ask for it.
    pub fn ask(&self, field: Field) -> Option<&Ask> {
        self.asks().find(|ask| ask.field == field)
    }
}

/// The address form of a country: e-mail, country, what its addresses have in their own order, phone.
pub fn form(country: Country) -> AddressForm {
    let sheet = sheet(country);
    let rows = rows(sheet).into_iter().map(|row| row.into_iter().map(|field| ask(sheet, field)).collect()).collect();
    AddressForm { country, rows }
}

/// The region of a country with this code or one of its names.
pub fn region(country: Country, text: &str) -> Option<&'static Region> {
    sheet(country).regions.find(text)
}

/// The fields of the form, in the order and the rows of the format.
pub(crate) fn rows(sheet: &Sheet) -> Vec<Vec<Field>> {
    let mut rows = vec![vec![Field::Email], vec![Field::Country]];
    rows.extend(asked(&sheet.format));
    rows.push(vec![Field::Phone]);
    rows
}

fn asked(format: &Format) -> Vec<Vec<Field>> {
    let mut rows = Vec::new();
    for line in format {
        let mut row = Vec::new();
        for piece in line {
            let Piece::Slot(slot) = piece else { continue };
            match slot {
                // The street is long: it never shares its row.
                Slot::Street => rows.extend([std::mem::take(&mut row), vec![Field::Line1], vec![Field::Line2]]),
                Slot::Name => row.push(Field::Name),
                Slot::District => row.push(Field::District),
                Slot::City => row.push(Field::City),
                Slot::Region => row.push(Field::Region),
                Slot::Postcode => row.push(Field::Postcode),
            }
        }
        rows.push(row);
    }
    rows.retain(|row| !row.is_empty());
    rows
}

fn ask(sheet: &Sheet, field: Field) -> Ask {
    let required = |slot| sheet.required.contains(&slot);
    let (label, required) = match field {
        Field::Email => (Label::Email, true),
        Field::Country => (Label::Country, true),
        Field::Name => (Label::Name, true),
        Field::Line1 => (Label::Line1, true),
        Field::Line2 => (Label::Line2, false),
        Field::Phone => (Label::Phone, false),
        Field::Postcode => (sheet.postcode, required(Slot::Postcode)),
        Field::City => (sheet.city, required(Slot::City)),
        Field::District => (sheet.district, required(Slot::District)),
        Field::Region => (sheet.region, required(Slot::Region)),
    };
    let postcodes = sheet.postcodes.as_ref().filter(|_| field == Field::Postcode);
    let keyboard = match field {
        Field::Email => Keyboard::Email,
        Field::Phone => Keyboard::Tel,
        _ if postcodes.is_some_and(|postcodes| postcodes.numeric) => Keyboard::Numeric,
        _ => Keyboard::Text,
    };
    Ask {
        field,
        label,
        required,
        keyboard,
        example: postcodes.and_then(|postcodes| postcodes.examples.first()).copied().unwrap_or_default().to_owned(),
        choices: if field == Field::Region { sheet.regions.list.clone() } else { Vec::new() },
    }
}

#[cfg(test)]
mod tests;
