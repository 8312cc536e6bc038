//! Passwords, kept so that nobody can read them: Argon2id with the parameters OWASP names first (19 MiB, two passes, one
//! lane; "Password Storage Cheat Sheet").

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::error::{Fault, Result};

fn argon() -> Result<Argon2<'static>> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(|error| Fault::Chance(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// What is kept of a password. Takes a moment of a core and 19 MiB: that is its use.
pub fn keep(password: &str) -> Result<String> {
    let mut chance = [0_u8; 16];
    getrandom::fill(&mut chance).map_err(|error| Fault::Chance(error.to_string()))?;
    let salt = SaltString::encode_b64(&chance).map_err(|error| Fault::Chance(error.to_string()))?;
    let kept = argon()?.hash_password(password.as_bytes(), &salt).map_err(|error| Fault::Chance(error.to_string()))?;
    Ok(kept.to_string())
}

/// Whether a password is the one that was kept. Where none was kept it takes as long to say so: whoever asks must not learn
/// which names there are.
pub(super) fn matches(password: &str, kept: Option<&str>) -> Result<bool> {
    const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5cyBzYWx0IQ$ADxPDPfHRIcbxzIHtdjuGMF2wDyqJnmSxNPoM2YzRzU";
    let hash = PasswordHash::new(kept.unwrap_or(NOBODYS)).map_err(|error| Fault::Books(error.to_string()))?;
    Ok(argon()?.verify_password(password.as_bytes(), &hash).is_ok() && kept.is_some())
}
