//! Codes of a cart: typed, kept with it right or wrong, and dropped.

use domain::cart::{Cart, CartRefusal, Offering};
use domain::ids::CartId;
use domain::market::Market;
use domain::offers::{Code, Now, OfferRefusal};

use crate::cart::{id_of, touched};
use crate::database::Tx;
use crate::error::{Answer, Error, Result};
use crate::gift_cards;
use crate::token::Token;

/// How many codes that do not exist may be typed into one cart in an hour.
const MOST_GUESSES: i64 = 10;
const GUESSES_SECONDS: i64 = 3600;

/// Keeps a code with the cart, whether it gives something or not: the cart says why. That of a gift card lays the card down. One
/// that does not exist, or is somebody else's, counts as guessed. Gives the cart, and whether there is such a code.
pub fn enter(tx: &Tx<'_>, market: Market, token: &Token, typed: &str) -> Answer<(Cart, bool), CartRefusal> {
    const COUNT: &str = "SELECT count(*) AS n FROM cart_codes WHERE cart_id = $1 AND code <> $2";
    const KEEP: &str =
        "INSERT INTO cart_codes (cart_id, code, typed_at) VALUES ($1, $2, $3) ON CONFLICT (cart_id, code) DO NOTHING";
    let id = id_of(tx, token)?.ok_or(Error::Refused(CartRefusal::NoSuchCode))?;
    if guesses(tx, id)? >= MOST_GUESSES {
        return Err(Error::Refused(CartRefusal::Guessing));
    }
    let code = Code::parse(typed).map_err(|_| Error::Refused(CartRefusal::NoSuchCode))?;
    if let Some(card) = gift_cards::by_code(tx, &code)? {
        gift_cards::lay(tx, id, card)?;
        return Ok((touched(tx, market, id)?, true));
    }
    if tx.one(COUNT, &[&id.0, &code.as_str()], |row| row.get::<_, i64>("n"))?.unwrap_or(0) >= Offering::MOST_CODES as i64 {
        return Err(Error::Refused(CartRefusal::CodesFull));
    }
    tx.run(KEEP, &[&id.0, &code.as_str(), &tx.now().0])?;
    let cart = touched(tx, market, id)?;
    // Whether it is somebody's does not hang on the day.
    let now = Now { at: tx.now(), day: tx.now().day() };
    let is_known = cart.best(None, now).why_not(&code) != Some(&OfferRefusal::Unknown);
    if !is_known {
        guessed(tx, id)?;
    }
    Ok((cart, is_known))
}

/// Drops a code.
pub fn drop_code(tx: &Tx<'_>, market: Market, token: &Token, code: &str) -> Answer<Cart, CartRefusal> {
    let id = id_of(tx, token)?.ok_or(Error::Refused(CartRefusal::NotSold))?;
    tx.run("DELETE FROM cart_codes WHERE cart_id = $1 AND code = $2", &[&id.0, &code])?;
    touched(tx, market, id)
}

fn guesses(tx: &Tx<'_>, cart: CartId) -> Result<i64> {
    const COUNT: &str = "SELECT count(*) AS n FROM code_guesses WHERE cart_id = $1 AND at > $2";
    let since = tx.now().plus_seconds(-GUESSES_SECONDS);
    Ok(tx.one(COUNT, &[&cart.0, &since.0], |row| row.get("n"))?.unwrap_or(0))
}

fn guessed(tx: &Tx<'_>, cart: CartId) -> Result<()> {
    tx.run("DELETE FROM code_guesses WHERE at <= $1", &[&tx.now().plus_seconds(-GUESSES_SECONDS).0])?;
    tx.run("INSERT INTO code_guesses (cart_id, at) VALUES ($1, $2)", &[&cart.0, &tx.now().0]).map(drop)
}
