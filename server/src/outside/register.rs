//! Where a business's VAT number is asked about: VIES, the register of the European Union's member states.

use app::failure::Failure;
use app::request::{Later, Register};
use domain::tax::VatNumber;
use serde::Deserialize;

use crate::pictures::Fetcher;

/// The embedded register. It knows every number whose check holds, but for those that end in 00, which nobody has; one
/// that ends in 99 finds it closed, as a member state's register often is.
pub struct Embedded;

impl Register for Embedded {
    fn knows(&self, number: &VatNumber) -> Later<'_, bool> {
        let number = number.as_str().to_owned();
        Box::pin(async move {
            if number.ends_with("99") {
                return Err(Failure::Busy);
            }
            Ok(!number.ends_with("00"))
        })
    }
}

/// VIES by its REST address.
pub struct Vies {
    /// Where it is: `https://ec.europa.eu/taxation_customs/vies/rest-api`.
    pub address: String,
    /// How it is asked.
    pub fetcher: Fetcher,
}

/// What VIES answers to `ms/{country}/vat/{number}`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    is_valid: bool,
    #[serde(default)]
    user_error: String,
}

impl Register for Vies {
    fn knows(&self, number: &VatNumber) -> Later<'_, bool> {
        // The register writes Greece as the law does, EL; the number already begins so.
        let text = number.as_str();
        let (state, digits) = text.split_at(text.len().min(2));
        let address = format!("{}/ms/{state}/vat/{digits}", self.address.trim_end_matches('/'));
        Box::pin(async move {
            let bytes = self.fetcher.fetch(&address).await.map_err(|error| {
                tracing::warn!(%error, "the VAT register does not answer");
                Failure::Busy
            })?;
            read(&bytes)
        })
    }
}

/// An answer that is none, because a member state is closed, is not a no.
fn read(bytes: &[u8]) -> Result<bool, Failure> {
    let answer: Answer = serde_json::from_slice(bytes).map_err(|_| Failure::Busy)?;
    match answer.user_error.as_str() {
        "" | "VALID" | "INVALID" => Ok(answer.is_valid),
        closed => {
            tracing::warn!(closed, "the VAT register does not answer");
            Err(Failure::Busy)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::contact::Country;

    #[test]
    fn vies_says_yes_no_or_nothing() {
        let valid = br#"{"isValid":true,"requestDate":"2026-11-20T09:00:00Z","userError":"VALID","name":"X","vatNumber":"1"}"#;
        assert_eq!(read(valid), Ok(true));
        assert_eq!(read(br#"{"isValid":false,"userError":"INVALID"}"#), Ok(false));
        assert_eq!(read(br#"{"isValid":false,"userError":"MS_UNAVAILABLE"}"#), Err(Failure::Busy));
        assert_eq!(read(b"<html>"), Err(Failure::Busy));
    }

    #[test]
    fn the_embedded_register_says_all_three_too() {
        let asked = |country: &str, number: &str| {
            let number = VatNumber::parse(Country::parse(country).unwrap(), number).unwrap();
            let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
            runtime.block_on(Embedded.knows(&number))
        };
        assert_eq!(asked("DE", "DE136695976"), Ok(true));
        assert_eq!(asked("LV", "LV40003521600"), Ok(false));
    }
}
