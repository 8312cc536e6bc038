//! Passwords, kept so that nobody can read them: Argon2id with the parameters OWASP names first (19 MiB, two passes, one
//! lane; "Password Storage Cheat Sheet").

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use argon2::password_hash::{Decimal, Output, ParamsString, PasswordHash, Salt, SaltString};
use argon2::{ARGON2ID_IDENT, Algorithm, Argon2, Block, Params, Version};
use tokio::sync::{Semaphore, oneshot};

use crate::careless::{self, Way};
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
const PLACES: usize = 2;
static AT_ONCE: Semaphore = Semaphore::const_new(PLACES);

/// Memory to work in, kept while others wait: to be given 19 MiB page by page is a fifth to a third of the work.
static SPARE: Mutex<Vec<Memory>> = Mutex::new(Vec::new());

/// What Argon2id fills.
type Memory = Vec<Block>;

/// How far they stand behind: on Linux a thread of this niceness gets a tenth of what another one gets, as long as that one
/// wants it.
#[cfg(target_os = "linux")]
const BEHIND: i32 = 10;

/// What is kept of a password. Takes a moment of a core and 19 MiB: that is its use.
pub fn keep(password: &str) -> Result<String> {
    keep_in(&mut Memory::new(), password)
}

fn keep_in(memory: &mut Memory, password: &str) -> Result<String> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(no_hash)?;
    let mut chance = [0_u8; 16];
    getrandom::fill(&mut chance).map_err(|error| Fault::Chance(error.to_string()))?;
    let salt = SaltString::encode_b64(&chance).map_err(no_hash)?;
    let hash = hashed(memory, params.clone(), password, salt.as_salt())?;
    let version = Some(Decimal::from(Version::V0x13));
    let params = ParamsString::try_from(&params).map_err(no_hash)?;
    Ok(PasswordHash { algorithm: ARGON2ID_IDENT, version, params, salt: Some(salt.as_salt()), hash: Some(hash) }.to_string())
}

/// Whether a password is the one that was kept. Where none was kept it takes as long to say so: whoever asks must not learn
/// which names there are.
fn matches(memory: &mut Memory, password: &str, kept: Option<&str>) -> Result<bool> {
    const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5cyBzYWx0IQ$ADxPDPfHRIcbxzIHtdjuGMF2wDyqJnmSxNPoM2YzRzU";
    let unread = |error: argon2::password_hash::Error| Fault::Books(error.to_string());
    let known = PasswordHash::new(kept.unwrap_or(NOBODYS)).map_err(unread)?;
    let salt = known.salt.ok_or_else(|| Fault::Books("a password kept without salt".to_owned()))?;
    let hash = hashed(memory, Params::try_from(&known).map_err(unread)?, password, salt)?;
    // In the same time wherever they differ.
    Ok(known.hash == Some(hash) && kept.is_some())
}

fn hashed(memory: &mut Memory, params: Params, password: &str, salt: Salt<'_>) -> Result<Output> {
    memory.resize(params.block_count(), Block::default());
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut bytes = [0_u8; Salt::RECOMMENDED_LENGTH];
    let salt = salt.decode_b64(&mut bytes).map_err(no_hash)?;
    let mut out = [0_u8; Params::DEFAULT_OUTPUT_LEN];
    argon.hash_password_into_with_memory(password.as_bytes(), salt, &mut out, memory).map_err(no_hash)?;
    Output::new(&out).map_err(no_hash)
}

fn no_hash(error: impl std::fmt::Display) -> Fault {
    Fault::Chance(error.to_string())
}

/// Whether a password is the one that was kept, as soon as there is a place to look. Nobody types more than 512 characters, and
/// nobody is to make the shop hash a megabyte.
pub(crate) async fn looked_at(password: &str, kept: Option<String>) -> Result<bool> {
    if kept.is_none() && careless::is(Way::Glancing) {
        return Ok(false);
    }
    let password: Arc<str> = password.chars().take(512).collect::<String>().into();
    in_turn(move |memory| matches(memory, &password, kept.as_deref())).await
}

/// The same as [`keep`], as soon as there is a place for it.
pub(crate) async fn kept(password: &str) -> Result<String> {
    let password: Arc<str> = password.into();
    in_turn(move |memory| keep_in(memory, &password)).await
}

fn spare() -> MutexGuard<'static, Vec<Memory>> {
    SPARE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Works in a thread that stands behind all others: whoever looks around does not wait for those who sign in. The place is
/// given back when the work is done, not when whoever asked has gone: else who hangs up at once could have it done without end.
async fn in_turn<T: Send + 'static>(work: impl FnOnce(&mut Memory) -> Result<T> + Send + 'static) -> Result<T> {
    let place = AT_ONCE.acquire().await.map_err(|_| Fault::Busy)?;
    let (tell, told) = oneshot::channel();
    let worker = move || {
        // Where the system knows no such thing, all stand side by side.
        #[cfg(target_os = "linux")]
        let _ = rustix::process::nice(BEHIND);
        let mut memory = spare().pop().unwrap_or_default();
        let done = work(&mut memory);
        drop(place);
        match AT_ONCE.available_permits() {
            PLACES => spare().clear(),
            _ => spare().push(memory),
        }
        // Nobody may be there any more to hear it.
        let _ = tell.send(done);
    };
    let begun = std::thread::Builder::new().name("passwords".to_owned()).spawn(worker);
    begun.map_err(|error| Fault::Books(format!("no thread for a password: {error}")))?;
    told.await.unwrap_or(Err(Fault::Busy))
}
