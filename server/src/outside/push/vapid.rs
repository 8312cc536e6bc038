//! Who sends: a token signed with the shop's key, for one push service and half a day (RFC 8292).

use domain::time::Timestamp;
use p256::SecretKey;
use p256::ecdsa::signature::{Signer, Verifier};
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use serde::Deserialize;

use super::sealed::{bytes, point, text};

/// How long a token holds, in seconds; push services take a day at most.
const HOLDS: i64 = 12 * 3600;
const DAY: i64 = 24 * 3600;

/// The value of `Authorization` for a push service of this origin. `subject` is where whoever runs it finds the shop.
pub fn authorization(key: &SecretKey, origin: &str, subject: &str, now: Timestamp) -> String {
    let claims = serde_json::json!({ "aud": origin, "exp": now.0 / 1000 + HOLDS, "sub": subject });
    let said = format!("{}.{}", text(br#"{"typ":"JWT","alg":"ES256"}"#), text(claims.to_string().as_bytes()));
    let signature: Signature = SigningKey::from(key).sign(said.as_bytes());
    format!("vapid t={said}.{}, k={}", text(&signature.to_bytes()), text(&point(&key.public_key())))
}

/// What a token says.
#[derive(Debug, Deserialize)]
struct Claims {
    aud: String,
    exp: i64,
    sub: String,
}

/// What keeps a push service from believing a token; it answers 401 or 403 then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unbelieved {
    /// There is none, or it cannot be read.
    Unreadable,
    /// It is not signed with the key it names, or that is not the key the device was given.
    Wrong,
    /// It is for another push service, has run out, or holds for too long.
    Elsewhere,
}

/// Checks a token as a push service does: `expected` is the key the device was given.
pub fn check(authorization: &str, expected: &str, origin: &str, now: Timestamp) -> Result<(), Unbelieved> {
    let parts = authorization.strip_prefix("vapid ").and_then(|rest| rest.split_once(", "));
    let (token, key) =
        parts.and_then(|(t, k)| Some((t.strip_prefix("t=")?, k.strip_prefix("k=")?))).ok_or(Unbelieved::Unreadable)?;
    let (said, signature) = token.rsplit_once('.').ok_or(Unbelieved::Unreadable)?;
    let claims = said.split_once('.').and_then(|(_, claims)| bytes(claims)).ok_or(Unbelieved::Unreadable)?;
    let claims: Claims = serde_json::from_slice(&claims).map_err(|_| Unbelieved::Unreadable)?;
    let signature =
        bytes(signature).and_then(|signature| Signature::from_slice(&signature).ok()).ok_or(Unbelieved::Unreadable)?;
    let signed_by = bytes(key).and_then(|key| VerifyingKey::from_sec1_bytes(&key).ok()).ok_or(Unbelieved::Unreadable)?;
    if key != expected || signed_by.verify(said.as_bytes(), &signature).is_err() {
        return Err(Unbelieved::Wrong);
    }
    let seconds = now.0 / 1000;
    let holds = (seconds..=seconds + DAY).contains(&claims.exp);
    let named = claims.sub.starts_with("https:") || claims.sub.starts_with("http:") || claims.sub.starts_with("mailto:");
    if claims.aud == origin && holds && named { Ok(()) } else { Err(Unbelieved::Elsewhere) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_700_000_000_000);

    #[test]
    fn a_token_is_for_one_service_and_half_a_day_and_signed_by_the_shop() {
        let key = SecretKey::from_slice(&[7; 32]).unwrap();
        let public = text(&point(&key.public_key()));
        let said = authorization(&key, "https://push.example", "https://shop.example", NOW);
        assert_eq!(check(&said, &public, "https://push.example", NOW), Ok(()));
        assert_eq!(check(&said, &public, "https://other.example", NOW), Err(Unbelieved::Elsewhere));
        assert_eq!(check(&said, &public, "https://push.example", NOW.plus_seconds(HOLDS + 1)), Err(Unbelieved::Elsewhere));
        assert_eq!(check(&said, &public, "https://push.example", NOW.plus_seconds(-DAY)), Err(Unbelieved::Elsewhere));
        let other = SecretKey::from_slice(&[8; 32]).unwrap();
        let theirs = authorization(&other, "https://push.example", "https://shop.example", NOW);
        assert_eq!(check(&theirs, &public, "https://push.example", NOW), Err(Unbelieved::Wrong));
        let (t, k) = (theirs.split(", ").next().unwrap(), said.split(", ").nth(1).unwrap());
        assert_eq!(check(&format!("{t}, {k}"), &public, "https://push.example", NOW), Err(Unbelieved::Wrong));
        for none in ["", "vapid", "vapid t=a.b.c, k=", "Bearer x", &said.replace("vapid t=", "vapid t=x")] {
            assert!(check(none, &public, "https://push.example", NOW).is_err(), "{none}");
        }
    }
}
