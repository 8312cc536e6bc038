//! Passwords, kept so that nobody can read them: Argon2id with the parameters OWASP names first (19 MiB, two passes, one
//! lane; "Password Storage Cheat Sheet").

use std::sync::Arc;

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::{Semaphore, oneshot};

use crate::error::{Fault, Result};

/// Why somebody is not let in.
#[derive(Debug, thiserror::Error)]
pub enum NotLetIn {
    /// Nobody has this name and this password.
    #[error("no such name and password")]
    Wrong,
    /// Too many were wrong; so many seconds are to be waited.
    #[error("wait {0} seconds")]
    Wait(i64),
    /// The shop's own trouble.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// So many passwords are looked at at once: each takes 19 MiB and a core.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// How far they stand behind: on Linux a thread of this niceness gets a tenth of what another one gets, as long as that one
/// wants it.
#[cfg(target_os = "linux")]
const BEHIND: i32 = 10;

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
fn matches(password: &str, kept: Option<&str>) -> Result<bool> {
    const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5cyBzYWx0IQ$ADxPDPfHRIcbxzIHtdjuGMF2wDyqJnmSxNPoM2YzRzU";
    let hash = PasswordHash::new(kept.unwrap_or(NOBODYS)).map_err(|error| Fault::Books(error.to_string()))?;
    Ok(argon()?.verify_password(password.as_bytes(), &hash).is_ok() && kept.is_some())
}

/// Whether a password is the one that was kept, as soon as there is a place to look. Nobody types more than 512 characters, and
/// nobody is to make the shop hash a megabyte.
pub(crate) async fn looked_at(password: &str, kept: Option<String>) -> Result<bool> {
    let password: Arc<str> = password.chars().take(512).collect::<String>().into();
    in_turn(move || matches(&password, kept.as_deref())).await
}

/// The same as [`keep`], as soon as there is a place for it.
pub(crate) async fn kept(password: &str) -> Result<String> {
    let password: Arc<str> = password.into();
    in_turn(move || keep(&password)).await
}

/// Works in a thread that stands behind all others: whoever looks around does not wait for those who sign in. The place is
/// given back when the work is done, not when whoever asked has gone: else who hangs up at once could have it done without end.
async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let place = AT_ONCE.acquire().await.map_err(|_| Fault::Busy)?;
    let (tell, told) = oneshot::channel();
    let worker = move || {
        // Where the system knows no such thing, all stand side by side.
        #[cfg(target_os = "linux")]
        let _ = rustix::process::nice(BEHIND);
        let done = work();
        drop(place);
        // Nobody may be there any more to hear it.
        let _ = tell.send(done);
    };
    let begun = std::thread::Builder::new().name("passwords".to_owned()).spawn(worker);
    begun.map_err(|error| Fault::Books(format!("no thread for a password: {error}")))?;
    told.await.unwrap_or(Err(Fault::Busy))
}
