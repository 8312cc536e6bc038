//! VAT numbers: read as people type them, checked as far as paper can.
//!
//! A number that passes is well formed and adds up; whether somebody bears it is asked of VIES, outside this crate. The
//! forms (`data/vat_numbers.tsv`) are those of the European Commission's VIES FAQ and, for GB, CH and NO, of the national
//! registers; compared with the patterns of eu-vat-rates-data (MIT). How they add up is `checksum`.

mod checksum;
mod shape;

use std::fmt;

use serde::{Deserialize, Serialize};

use super::table;
use super::treatment::fiscal;
use crate::contact::Country;
use crate::time::Timestamp;

/// A well-formed VAT number, kept with its prefix and without blanks: `LV40003521600`, `EL094259216`, `CHE107787577`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct VatNumber {
    country: Country,
    text: String,
}

/// That the register knew a number as a business's: the evidence a sale without tax is kept with (Directive 2006/112/EC
/// art. 138; VIES gives a consultation number to whoever says who asks).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VatCheck {
    /// What the register calls the consultation; empty when it gave it no number.
    pub reference: String,
    /// When it was asked.
    pub at: Timestamp,
}

/// Why a text is no VAT number of a country. Each has its own words on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum VatFlaw {
    /// It is not written like one.
    #[error("wrong form")]
    Shape,
    /// It is written like one, but does not add up: a digit is wrong.
    #[error("does not add up")]
    Checksum,
    /// It is another country's, or the country has none that we know.
    #[error("not of this country")]
    NotThisCountry,
}

/// How one register writes its numbers.
struct Register {
    country: &'static str,
    prefix: &'static str,
    forms: &'static str,
}

fn registers() -> impl Iterator<Item = Register> {
    table::rows(include_str!("../../data/vat_numbers.tsv")).filter_map(|cells| match cells[..] {
        [country, prefix, forms] => Some(Register { country, prefix, forms }),
        _ => None,
    })
}

impl VatNumber {
    /// Reads a number of `country`, with or without its prefix; blanks, dots, hyphens, slashes, case and full-width
    /// characters do not matter. Monaco's are French, the Isle of Man's British; Northern Ireland's `XI` are British too.
    pub fn parse(country: Country, text: &str) -> Result<Self, VatFlaw> {
        let (country, text) = (fiscal(country), shape::plain(text));
        let mut flaw = VatFlaw::NotThisCountry;
        for register in registers().filter(|register| register.country == country.code()) {
            let Some(body) = register.body(&text) else {
                flaw = if flaw == VatFlaw::NotThisCountry { VatFlaw::Shape } else { flaw };
                continue;
            };
            let body = shape::canonical(register.country, body);
            if checksum::holds(register.country, &body) {
                let tail = if register.country == "NO" { "MVA" } else { "" };
                return Ok(Self { country, text: format!("{}{body}{tail}", register.prefix) });
            }
            flaw = VatFlaw::Checksum;
        }
        let foreign = |register: Register| register.country != country.code() && register.prefixed(&text).is_some();
        if flaw == VatFlaw::Shape && registers().any(foreign) { Err(VatFlaw::NotThisCountry) } else { Err(flaw) }
    }

    /// The country whose register it is in.
    pub const fn country(&self) -> Country {
        self.country
    }

    /// The number as it is kept and as an invoice shows it.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl Register {
    /// What stands after the prefix, or all of it where no prefix is written, if it has one of the forms.
    fn body<'a>(&self, text: &'a str) -> Option<&'a str> {
        self.prefixed(text).or_else(|| self.fits(text).then_some(text))
    }

    fn prefixed<'a>(&self, text: &'a str) -> Option<&'a str> {
        text.strip_prefix(self.prefix).filter(|rest| self.fits(rest))
    }

    fn fits(&self, body: &str) -> bool {
        self.forms.split(' ').any(|form| shape::fits(form, body))
    }
}

impl fmt::Display for VatNumber {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.text)
    }
}

impl TryFrom<String> for VatNumber {
    type Error = VatFlaw;
    fn try_from(text: String) -> Result<Self, VatFlaw> {
        let register = registers().find(|register| register.prefixed(&text).is_some()).ok_or(VatFlaw::Shape)?;
        let country = Country::parse(register.country).map_err(|_| VatFlaw::NotThisCountry)?;
        Self::parse(country, &text)
    }
}

impl From<VatNumber> for String {
    fn from(number: VatNumber) -> String {
        number.text
    }
}

#[cfg(test)]
mod tests;
