//! A code that is typed.

use db::token::Token;
use db::{Answer, Error};
use domain::cart::{Cart, CartRefusal};
use domain::market::Market;

use crate::request::{self, Guess};

/// Types a code, unless too many that do not exist came from there.
pub async fn entered(market: Market, token: Token, typed: String) -> Answer<Cart, CartRefusal> {
    let Ok(db) = request::db() else { return Err(Error::Fault(db::Fault::Busy)) };
    if !request::may_guess(Guess::Code) {
        return Err(Error::Refused(CartRefusal::Guessing));
    }
    let entered = db.write(move |tx| db::offers::enter(tx, market, &token, &typed)).await;
    if !matches!(entered, Ok((_, false))) {
        request::guessed_right(Guess::Code);
    }
    entered.map(|(cart, _)| cart)
}
