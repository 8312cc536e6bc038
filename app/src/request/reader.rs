//! Who reads the shop's letters, by the secret in their link.

use db::notifications::{Correspondent, by_seed};
use db::token::Token;

use super::shop::{db, shop};
use crate::failure::Failure;

/// A reader, and the secret that opens their choices.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Who.
    pub who: Correspondent,
    /// The secret.
    pub token: Token,
}

/// Whose link this secret is of. Its first half finds the reader, its second only the shop can make; both are compared by their
/// hashes, so that how long that takes tells nothing.
pub async fn reader(secret: &str) -> Result<Reader, Failure> {
    let token = Token::parse(secret).ok_or(Failure::NotFound)?;
    let seed = secret.get(..32).ok_or(Failure::NotFound)?.to_owned();
    let made = (shop()?.preferences)(&seed).ok_or(Failure::NotFound)?;
    if made.hash() != token.hash() {
        return Err(Failure::NotFound);
    }
    let who = db()?.read(move |conn| by_seed(conn, &seed)).await?;
    Ok(Reader { who, token })
}
