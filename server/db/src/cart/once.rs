//! A change that may be sent twice, done once.

use domain::cart::{Cart, CartRefusal, ChangeKey, Gone};
use domain::market::Market;

use super::{of, seen_in};
use crate::database::Tx;
use crate::error::Answer;
use crate::token::Token;

/// How long a change is known again, in seconds: a browser that was without a connection for longer has forgotten its cart.
const KNOWN_SECONDS: i64 = 30 * 24 * 3600;

/// Changes a cart, unless a change of this name was made to it before: then the cart is answered as it is. A change that is
/// refused was not made, and is tried again when it is sent again.
pub fn once(
    tx: &Tx<'_>,
    market: Market,
    token: &Token,
    key: Option<&ChangeKey>,
    change: impl FnOnce(&Tx<'_>) -> Answer<(Cart, Option<Gone>), CartRefusal>,
) -> Answer<(Cart, Option<Gone>), CartRefusal> {
    const NOTE: &str = "INSERT INTO cart_changes (cart, key, done_at) VALUES ($1, $2, $3)
        ON CONFLICT (cart, key) DO NOTHING RETURNING key";
    const FORGET: &str = "DELETE FROM cart_changes WHERE done_at < $1";
    let Some(key) = key else { return change(tx) };
    tx.run(FORGET, &[&tx.now().plus_seconds(-KNOWN_SECONDS).0])?;
    let new = tx.one(NOTE, &[&token.hash(), &key.as_str(), &tx.now().0], |row| row.get::<_, String>("key"))?;
    if new.is_none() {
        return Ok((of(tx, &seen_in(tx, market)?, Some(token))?, None));
    }
    change(tx)
}
