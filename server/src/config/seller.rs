//! The firm that sells.

use domain::contact::Country;
use domain::documents::Seller;
use domain::tax::VatNumber;

use super::{Reader, Wrong, wrong};

impl Reader<'_> {
    pub(super) fn vat_number(&self, country: Country) -> Result<Option<VatNumber>, Wrong> {
        let read = |text| {
            let says = || format!("says `{text}`, which is not a VAT number of {}", country.code());
            VatNumber::parse(country, text).map_err(|_| wrong("vat_number", &says()))
        };
        self.0.get("vat_number").map(read).transpose()
    }

    pub(super) fn seller(&self, country: Country) -> Result<Seller, Wrong> {
        let lines = self.text("seller_address").split(';').map(str::trim).filter(|line| !line.is_empty());
        Ok(Seller {
            name: self.text("seller").to_owned(),
            address: lines.map(str::to_owned).collect(),
            country,
            registration: self.text("seller_registration").to_owned(),
            vat: self.vat_number(country)?,
        })
    }
}
