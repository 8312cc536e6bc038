//! Passkeys: what devices are asked and how their answers are checked, by `webauthn-rs`, which is in Rust alone (its algorithms: ES256,
//! ES384, RS256). Attestation is not asked for: whoever made a device is nobody's business here. A passkey is always one its device
//! finds by itself, so that whoever signs in types no name, and is opened by its owner each time.

use app::failure::Failure;
use app::request::{Doubt, Owner, Passkeys, Question};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::Serialize;
use serde::de::DeserializeOwned;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url, Uuid,
    WebauthnError,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};
use webauthn_rs_proto::ResidentKeyRequirement;

use crate::config::Origin;

/// The shop's door for passkeys.
pub struct Door(Webauthn);

impl Door {
    /// That of the shop at this origin, under this name. None where its host is a number: browsers keep passkeys for names only.
    pub fn at(origin: &Origin, name: &str) -> Option<Self> {
        let url = Url::parse(origin.as_str()).ok()?;
        let host = url.domain()?.to_owned();
        Some(Self(WebauthnBuilder::new(&host, &url).ok()?.rp_name(name).build().ok()?))
    }
}

impl Passkeys for Door {
    fn ask_new(&self, owner: &Owner) -> Result<Question, Failure> {
        let handle = Uuid::parse_str(&owner.handle).map_err(|_| Failure::Broken)?;
        let known = owner.known.iter().filter_map(|id| BASE64_URL_SAFE_NO_PAD.decode(id).ok()).collect();
        let begun = self.0.start_passkey_registration(handle, &owner.email, &owner.email, Some(known));
        let (mut asks, kept) = begun.map_err(broken)?;
        if let Some(wanted) = &mut asks.public_key.authenticator_selection {
            wanted.resident_key = Some(ResidentKeyRequirement::Required);
            wanted.require_resident_key = true;
        }
        question(&asks, &kept)
    }

    fn made(&self, kept: &str, answer: &str) -> Option<(String, String)> {
        let (kept, answer): (PasskeyRegistration, RegisterPublicKeyCredential) = (read(kept)?, read(answer)?);
        let passkey = self.0.finish_passkey_registration(&answer, &kept).ok()?;
        Some((BASE64_URL_SAFE_NO_PAD.encode(passkey.cred_id()), serde_json::to_string(&passkey).ok()?))
    }

    fn ask(&self) -> Result<Question, Failure> {
        let (mut asks, kept) = self.0.start_discoverable_authentication().map_err(broken)?;
        // Whether it is offered beside the field or asked for by a button is for the page to say.
        asks.mediation = None;
        question(&asks, &kept)
    }

    fn claimed(&self, answer: &str) -> Option<(String, String)> {
        let answer: PublicKeyCredential = read(answer)?;
        let (handle, credential) = self.0.identify_discoverable_authentication(&answer).ok()?;
        Some((BASE64_URL_SAFE_NO_PAD.encode(credential), handle.simple().to_string()))
    }

    fn proven(&self, kept: &str, answer: &str, checked_by: &str) -> Result<String, Doubt> {
        let kept: DiscoverableAuthentication = read(kept).ok_or(Doubt::Wrong)?;
        let answer: PublicKeyCredential = read(answer).ok_or(Doubt::Wrong)?;
        let mut passkey: Passkey = read(checked_by).ok_or(Doubt::Wrong)?;
        let seen = self.0.finish_discoverable_authentication_v2(&answer, kept, &passkey).map_err(|error| match error {
            // Told of an answer that is signed as it should be: nobody else can have a passkey closed.
            WebauthnError::CredentialPossibleCompromise => Doubt::Copied,
            _ => Doubt::Wrong,
        })?;
        match passkey.update_credential(&seen) {
            Some(true) => serde_json::to_string(&passkey).map_err(|_| Doubt::Wrong),
            Some(false) => Ok(checked_by.to_owned()),
            None => Err(Doubt::Wrong),
        }
    }
}

fn read<T: DeserializeOwned>(json: &str) -> Option<T> {
    serde_json::from_str(json).ok()
}

fn question(asks: &impl Serialize, kept: &impl Serialize) -> Result<Question, Failure> {
    let json = |error: serde_json::Error| broken(error);
    Ok(Question { asks: serde_json::to_string(asks).map_err(json)?, kept: serde_json::to_string(kept).map_err(json)? })
}

fn broken(error: impl std::fmt::Display) -> Failure {
    tracing::error!(%error, "no question to a device");
    Failure::Broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shop_has_passkeys_where_its_address_has_a_name() {
        let at = |origin: &str| Door::at(&origin.parse().unwrap(), "Cartwright").is_some();
        assert!(at("https://shop.example") && at("http://localhost:3000"));
        assert!(!at("http://127.0.0.1:3000") && !at("http://[::1]:3000"));
    }
}
