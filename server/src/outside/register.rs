//! Where a business's VAT number is asked about: VIES, the register of the European Union's member states.

use app::failure::Failure;
use app::request::{Later, Register, Verdict};
use domain::tax::VatNumber;
use serde::{Deserialize, Serialize};

use crate::pictures::Fetcher;

/// The embedded register. It knows every number whose check holds, but for those that end in 00, which nobody has; one
/// that ends in 99 finds it closed, as a member state's register often is.
pub struct Embedded;

impl Register for Embedded {
    fn ask(&self, number: &VatNumber) -> Later<'_, Verdict> {
        let number = number.as_str().to_owned();
        Box::pin(async move {
            if number.ends_with("99") {
                return Err(Failure::Busy);
            }
            Ok(if number.ends_with("00") { Verdict::Unknown } else { Verdict::Known(format!("EMBEDDED-{number}")) })
        })
    }
}

/// VIES by its REST address.
pub struct Vies {
    /// Where it is: `https://ec.europa.eu/taxation_customs/vies/rest-api`.
    pub address: String,
    /// The shop's own number: VIES numbers the consultations of those who say who asks.
    pub asker: Option<VatNumber>,
    /// How it is asked.
    pub fetcher: Fetcher,
}

/// What is asked of `check-vat-number`.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Question {
    country_code: String,
    vat_number: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    requester_member_state_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    requester_number: Option<String>,
}

impl Question {
    fn of(number: &VatNumber, asker: Option<&VatNumber>) -> Self {
        // The register writes Greece as the law does, EL; the number already begins so.
        let parts = |number: &VatNumber| {
            let (state, digits) = number.as_str().split_at(number.as_str().len().min(2));
            (state.to_owned(), digits.to_owned())
        };
        let (country_code, vat_number) = parts(number);
        let (requester_member_state_code, requester_number) = asker.map(parts).unzip();
        Self { country_code, vat_number, requester_member_state_code, requester_number }
    }
}

/// What it answers.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    valid: bool,
    #[serde(default)]
    user_error: String,
    /// The number of the consultation.
    #[serde(default)]
    request_identifier: Option<String>,
}

impl Register for Vies {
    fn ask(&self, number: &VatNumber) -> Later<'_, Verdict> {
        let question = Question::of(number, self.asker.as_ref());
        let address = format!("{}/check-vat-number", self.address.trim_end_matches('/'));
        Box::pin(async move {
            let question = serde_json::to_vec(&question).map_err(|_| Failure::Broken)?;
            let bytes = self.fetcher.ask(&address, question).await.map_err(|error| {
                tracing::warn!(%error, "the VAT register does not answer");
                Failure::Busy
            })?;
            read(&bytes)
        })
    }
}

/// An answer that is none, because a member state is closed, is not a no.
fn read(bytes: &[u8]) -> Result<Verdict, Failure> {
    let answer: Answer = serde_json::from_slice(bytes).map_err(|_| Failure::Busy)?;
    match answer.user_error.as_str() {
        "" | "VALID" | "INVALID" if answer.valid => Ok(Verdict::Known(answer.request_identifier.unwrap_or_default())),
        "" | "VALID" | "INVALID" => Ok(Verdict::Unknown),
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

    fn number(country: &str, number: &str) -> VatNumber {
        VatNumber::parse(Country::parse(country).unwrap(), number).unwrap()
    }

    #[test]
    fn vies_says_yes_no_or_nothing() {
        let valid = br#"{"valid":true,"requestDate":"2026-11-20T09:00:00Z","requestIdentifier":"WAPIAAAAY1","name":"X"}"#;
        assert_eq!(read(valid), Ok(Verdict::Known("WAPIAAAAY1".to_owned())));
        assert_eq!(read(br#"{"valid":true,"requestIdentifier":null}"#), Ok(Verdict::Known(String::new())));
        assert_eq!(read(br#"{"valid":false,"userError":"INVALID"}"#), Ok(Verdict::Unknown));
        assert_eq!(read(br#"{"valid":false,"userError":"MS_UNAVAILABLE"}"#), Err(Failure::Busy));
        assert_eq!(read(br#"{"actionSucceed":false,"errorWrappers":[{"error":"MS_UNAVAILABLE"}]}"#), Err(Failure::Busy));
        assert_eq!(read(b"<html>"), Err(Failure::Busy));
    }

    #[test]
    fn a_shop_that_says_who_it_is_asks_for_evidence() {
        let question = |asker| serde_json::to_string(&Question::of(&number("GR", "EL094259216"), asker)).unwrap();
        assert_eq!(question(None), r#"{"countryCode":"EL","vatNumber":"094259216"}"#);
        let asked = question(Some(&number("LV", "40003521600")));
        assert!(asked.ends_with(r#","requesterMemberStateCode":"LV","requesterNumber":"40003521600"}"#), "{asked}");
    }

    #[test]
    fn the_embedded_register_says_all_three_too() {
        let asked = |country: &str, text: &str| {
            let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
            runtime.block_on(Embedded.ask(&number(country, text)))
        };
        assert_eq!(asked("DE", "DE136695976"), Ok(Verdict::Known("EMBEDDED-DE136695976".to_owned())));
        assert_eq!(asked("LV", "LV40003521600"), Ok(Verdict::Unknown));
    }
}
