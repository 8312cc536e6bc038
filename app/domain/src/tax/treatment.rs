//! Whose tax a sale bears: decided by where it leaves, where it goes and who buys.

use crate::codes;
use crate::contact::Country;
use crate::tax::number::VatNumber;

codes! {
    /// How a sale is taxed.
    Treatment {
        /// It stays at home: the home country's VAT is inside the price.
        Domestic = "domestic",
        /// To a shopper in another country of the tax area: the destination's VAT is inside the same price.
        Union = "union",
        /// To a business in another member state: the net price, the buyer accounts for the VAT (Directive 2006/112/EC
        /// art. 138; the invoice has to say so, art. 226 no. 11).
        ReverseCharge = "reverse-charge",
        /// Out of the tax area: the net price; what the other side asks for is paid there (art. 146).
        Export = "export",
    }
}

impl Treatment {
    /// Whether the price holds a VAT that the shop hands on.
    pub const fn is_taxed(self) -> bool {
        matches!(self, Treatment::Domestic | Treatment::Union)
    }

    /// The country whose VAT is inside the price; none where there is none in it.
    pub fn taxed_in(self, home: Country, to: Country) -> Option<Country> {
        match self {
            Treatment::Domestic => Some(fiscal(home)),
            Treatment::Union => Some(fiscal(to)),
            Treatment::ReverseCharge | Treatment::Export => None,
        }
    }
}

/// The member states, by ISO 3166 code.
const UNION: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL",
    "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Whether a country belongs to the VAT area of the European Union.
///
/// Monaco does, as a part of France (art. 7). Places with a code of their own that belong to the Union but not to its VAT
/// area do not (art. 6): Åland (AX), Guadeloupe, Martinique, French Guiana, Réunion, Mayotte (GP, MQ, GF, RE, YT), Saint
/// Martin (MF). Those without a code cannot be told from a country alone and count as it: the Canary Islands, Ceuta,
/// Melilla, Mount Athos, Büsingen, Heligoland, Livigno. Northern Ireland counts as Great Britain.
pub fn in_union(country: Country) -> bool {
    UNION.contains(&fiscal(country).code())
}

/// The country whose VAT law holds: France's for Monaco, Great Britain's for the Isle of Man.
pub fn fiscal(country: Country) -> Country {
    let law = match country.code() {
        "MC" => "FR",
        "IM" => "GB",
        own => own,
    };
    Country::parse(law).unwrap_or(country)
}

/// How a sale from `home` to `to` is taxed; `business` is the buyer's VAT number, already found to be theirs and valid.
///
/// A number of the home country, or of one outside the Union, changes nothing; nor does any number for goods that stay.
pub fn treatment(home: Country, to: Country, business: Option<&VatNumber>) -> Treatment {
    let (home, to) = (fiscal(home), fiscal(to));
    if home == to {
        return Treatment::Domestic;
    }
    if !in_union(home) || !in_union(to) {
        return Treatment::Export;
    }
    let acquires = |number: &VatNumber| in_union(number.country()) && number.country() != home;
    if business.is_some_and(acquires) { Treatment::ReverseCharge } else { Treatment::Union }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn country(code: &str) -> Country {
        Country::parse(code).unwrap()
    }

    fn to(code: &str) -> Treatment {
        treatment(Country::LATVIA, country(code), None)
    }

    fn number(code: &str, text: &str) -> VatNumber {
        VatNumber::parse(country(code), text).unwrap()
    }

    #[test]
    fn the_tax_area_is_twenty_seven_countries_and_monaco() {
        assert_eq!(Country::all().filter(|&country| in_union(country)).count(), 28);
        assert_eq!(to("LV"), Treatment::Domestic);
        assert_eq!(to("DE"), Treatment::Union);
        assert_eq!(to("MC"), Treatment::Union);
        assert_eq!(Treatment::Union.taxed_in(Country::LATVIA, country("MC")), Some(country("FR")));
    }

    #[test]
    fn islands_outside_the_tax_area_are_exports() {
        for code in ["AX", "GP", "MQ", "GF", "RE", "YT", "GB", "IM", "CH", "NO", "US", "JP", "GI", "GL", "FO"] {
            assert_eq!(to(code), Treatment::Export, "{code}");
        }
        assert_eq!(Treatment::Export.taxed_in(Country::LATVIA, country("AX")), None);
    }

    #[test]
    fn a_german_business_accounts_for_the_tax_itself() {
        let german = number("DE", "DE136695976");
        assert_eq!(treatment(Country::LATVIA, country("DE"), Some(&german)), Treatment::ReverseCharge);
        assert_eq!(treatment(Country::LATVIA, country("PL"), Some(&german)), Treatment::ReverseCharge);
        assert_eq!(treatment(Country::LATVIA, Country::LATVIA, Some(&german)), Treatment::Domestic);
        assert_eq!(treatment(Country::LATVIA, country("JP"), Some(&german)), Treatment::Export);
    }

    #[test]
    fn a_number_of_the_home_country_or_from_outside_changes_nothing() {
        let latvian = number("LV", "LV40003521600");
        assert_eq!(treatment(Country::LATVIA, country("DE"), Some(&latvian)), Treatment::Union);
        let british = number("GB", "GB980780684");
        assert_eq!(treatment(Country::LATVIA, country("DE"), Some(&british)), Treatment::Union);
    }

    #[test]
    fn a_british_shop_sells_to_the_isle_of_man_at_home_and_exports_to_latvia() {
        let (britain, man) = (country("GB"), country("IM"));
        assert_eq!(treatment(britain, man, None), Treatment::Domestic);
        assert_eq!(treatment(britain, Country::LATVIA, Some(&number("LV", "40003521600"))), Treatment::Export);
    }
}
