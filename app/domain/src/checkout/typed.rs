//! The address form as typed: read after the manner of the country it names.
//!
//! What cannot be an address is refused: nothing where something must stand, too much, control characters, a country that
//! does not exist or is not served. What merely looks wrong is doubted: the shopper is asked once, mostly with a suggestion,
//! and may keep it ([`TypedAddress::keep`]), since people know their own address better than any list.
//!
//! `checkout/typed/reading.rs` reads the single fields.

use serde::{Deserialize, Serialize};

use crate::addresses::{AddressForm, form, rows, sheet};
use crate::codes;
use crate::contact::{Address, Country, Email, Flaw, PersonName};
use crate::delivery::is_served;

mod reading;

use reading::{Reader, Wrong};

codes! {
    /// A field of the address form; its code is the field's name.
    Field {
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
        /// Postcode.
        Postcode = "postcode",
        /// Town or city.
        City = "city",
        /// A part of the city.
        District = "district",
        /// State or province.
        Region = "region",
        /// Phone.
        Phone = "phone",
    }
}

/// The address form exactly as typed, so that nothing is ever lost.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedAddress {
    /// E-mail address.
    pub email: String,
    /// Country code.
    pub country: String,
    /// Full name.
    pub name: String,
    /// Street and number.
    pub line1: String,
    /// Flat, unit, company.
    pub line2: String,
    /// Postcode.
    pub postcode: String,
    /// Town or city.
    pub city: String,
    /// A part of the city.
    pub district: String,
    /// State or province: its code or a name of it.
    pub region: String,
    /// Phone.
    pub phone: String,
    /// "Use it as I typed it": doubts are no flaws.
    pub keep: bool,
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldFlaw {
    /// Which.
    pub field: Field,
    /// What.
    pub flaw: Flaw,
    /// Whether it is only a doubt, which [`TypedAddress::keep`] overrules.
    pub doubt: bool,
    /// What was perhaps meant; the field takes it as it stands here.
    pub suggestion: Option<String>,
}

impl TypedAddress {
    /// More than this many characters of any field are not even kept.
    pub const MOST: usize = 300;

    /// An address as it would be typed.
    pub fn of(email: &Email, address: &Address) -> Self {
        Self {
            email: email.as_str().to_owned(),
            country: address.country.code().to_owned(),
            name: address.name.as_str().to_owned(),
            line1: address.line1.clone(),
            line2: address.line2.clone(),
            postcode: address.postcode.clone(),
            city: address.city.clone(),
            district: address.district.clone(),
            region: address.region.clone(),
            phone: address.phone.clone(),
            keep: false,
        }
    }

    /// The text of a field.
    pub fn get(&self, field: Field) -> &str {
        match field {
            Field::Email => &self.email,
            Field::Country => &self.country,
            Field::Name => &self.name,
            Field::Line1 => &self.line1,
            Field::Line2 => &self.line2,
            Field::Postcode => &self.postcode,
            Field::City => &self.city,
            Field::District => &self.district,
            Field::Region => &self.region,
            Field::Phone => &self.phone,
        }
    }

    /// The text of a field, to be changed.
    pub fn get_mut(&mut self, field: Field) -> &mut String {
        match field {
            Field::Email => &mut self.email,
            Field::Country => &mut self.country,
            Field::Name => &mut self.name,
            Field::Line1 => &mut self.line1,
            Field::Line2 => &mut self.line2,
            Field::Postcode => &mut self.postcode,
            Field::City => &mut self.city,
            Field::District => &mut self.district,
            Field::Region => &mut self.region,
            Field::Phone => &mut self.phone,
        }
    }

    /// Every field cut to [`Self::MOST`] characters.
    #[must_use]
    pub fn cut(mut self) -> Self {
        for &field in Field::ALL {
            let text = self.get_mut(field);
            if let Some((end, _)) = text.char_indices().nth(Self::MOST) {
                text.truncate(end);
            }
        }
        self
    }

    /// The form to fill: that of the country typed, of [`Country::LATVIA`] until there is one.
    pub fn form(&self) -> AddressForm {
        form(self.whose())
    }

    fn whose(&self) -> Country {
        Country::parse(&self.country).unwrap_or(Country::LATVIA)
    }

    /// The address it means, or everything that is wrong with it, in the order of the country's form.
    ///
    /// What the country's form does not ask for is not read: a city typed before the Emirates were chosen goes nowhere.
    pub fn parse(&self) -> Result<(Email, Address), Vec<FieldFlaw>> {
        let sheet = sheet(self.whose());
        let reader = Reader { typed: self, sheet };
        let mut flaws = Vec::new();
        let email = note(&mut flaws, Field::Email, Email::parse(&self.email).map_err(Wrong::from));
        let country = note(&mut flaws, Field::Country, served(&self.country).map_err(Wrong::from));
        let name = note(&mut flaws, Field::Name, PersonName::parse(&self.name).map_err(Wrong::from));
        let mut text = |field| note(&mut flaws, field, reader.read(field)).unwrap_or_default();
        let [line1, line2, city, district] = [Field::Line1, Field::Line2, Field::City, Field::District].map(&mut text);
        let [region, postcode, phone] = [Field::Region, Field::Postcode, Field::Phone].map(text);
        match (email, country, name) {
            (Some(email), Some(country), Some(name)) if flaws.is_empty() => {
                Ok((email, Address { name, line1, line2, city, district, region, postcode, country, phone }))
            }
            _ => {
                let order: Vec<Field> = rows(sheet).into_iter().flatten().collect();
                flaws.sort_by_key(|flaw| order.iter().position(|field| *field == flaw.field));
                Err(flaws)
            }
        }
    }
}

fn served(code: &str) -> Result<Country, Flaw> {
    let country = Country::parse(code)?;
    if is_served(country) { Ok(country) } else { Err(Flaw::NotServed) }
}

fn note<T>(flaws: &mut Vec<FieldFlaw>, field: Field, read: Result<T, Wrong>) -> Option<T> {
    read.map_err(|Wrong { flaw, doubt, suggestion }| flaws.push(FieldFlaw { field, flaw, doubt, suggestion })).ok()
}

#[cfg(test)]
mod tests;
