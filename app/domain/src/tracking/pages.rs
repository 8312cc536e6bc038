//! The carriers' own pages about a parcel, for those whose number staff may write down.

use crate::codes;

codes! {
    /// A carrier that staff may bring a parcel to.
    Brand {
        /// DHL.
        Dhl = "dhl",
        /// DPD.
        Dpd = "dpd",
        /// FedEx.
        Fedex = "fedex",
        /// GLS.
        Gls = "gls",
        /// Omniva.
        Omniva = "omniva",
        /// UPS.
        Ups = "ups",
        /// USPS.
        Usps = "usps",
        /// Venipak.
        Venipak = "venipak",
    }
}

impl Brand {
    /// What it calls itself.
    pub const fn name(self) -> &'static str {
        match self {
            Brand::Dhl => "DHL",
            Brand::Dpd => "DPD",
            Brand::Fedex => "FedEx",
            Brand::Gls => "GLS",
            Brand::Omniva => "Omniva",
            Brand::Ups => "UPS",
            Brand::Usps => "USPS",
            Brand::Venipak => "Venipak",
        }
    }

    /// The brand that is meant by a name, however it is written: `USPS`, `dhl`, `DHLExpress`, `FedEx`.
    pub fn named(name: &str) -> Option<Self> {
        let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        Self::ALL.iter().copied().find(|brand| plain.starts_with(brand.code()))
    }

    const fn before(self) -> &'static str {
        match self {
            Brand::Dhl => "https://www.dhl.com/global-en/home/tracking.html?submit=1&tracking-id=",
            Brand::Dpd => "https://tracking.dpd.de/status/en_US/parcel/",
            Brand::Fedex => "https://www.fedex.com/fedextrack/?trknbr=",
            Brand::Gls => "https://gls-group.eu/track/",
            Brand::Omniva => "https://mana.omniva.lv/track/",
            Brand::Ups => "https://www.ups.com/track?tracknum=",
            Brand::Usps => "https://tools.usps.com/go/TrackConfirmAction?tLabels=",
            Brand::Venipak => "https://venipak.com/tracking/track/",
        }
    }
}

/// The carrier's own page about a number; none where nobody knows it.
pub fn page_of(brand: &str, number: &str) -> Option<String> {
    // Numbers are letters, digits and hyphens; anything else is no number to follow.
    let plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    Brand::named(brand).filter(|_| plain).map(|brand| format!("{}{number}", brand.before()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_leads_to_its_carriers_own_page() {
        assert_eq!(
            page_of("USPS", "9400110898825022579493").unwrap(),
            "https://tools.usps.com/go/TrackConfirmAction?tLabels=9400110898825022579493"
        );
        assert!(page_of("DHLExpress", "JD-014600003889").unwrap().starts_with("https://www.dhl.com/"));
        for (brand, number) in [("Pony", "123"), ("dhl", ""), ("dhl", "1&x=2"), ("dhl", "1/../2")] {
            assert_eq!(page_of(brand, number), None, "{brand} {number}");
        }
        assert!(Brand::ALL.iter().all(|brand| Brand::named(brand.name()) == Some(*brand)));
    }
}
