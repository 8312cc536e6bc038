//! Who reads the shop's letters, by the secret in their link.

use db::notifications::{Correspondent, Hears, by_seed};
use db::orders::{Keys, id_for};
use db::token::Token;
use domain::orders::OrderNumber;

use super::kept::browser;
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

/// Of what whoever asks may be told: with the secret of somebody's messages, of all their orders; with an order's number, of that
/// one, if this browser placed it or `key` is its link's.
pub async fn hears(secret: &str, number: &str, key: &str) -> Result<Hears, Failure> {
    if !secret.is_empty() {
        return Ok(Hears::All(reader(secret).await?.who.id));
    }
    let number = OrderNumber::parse(number).map_err(|_| Failure::NotFound)?;
    let (asked, keys) = (number.clone(), Keys { browser: browser(), link: Token::parse(key) });
    let id = db()?.read(move |conn| id_for(conn, &asked, &keys)).await?;
    Ok(Hears::Of(id, number))
}
