//! Changes that a browser may send twice, since it cannot know whether the first came through.

use db::database::{Database, Tx};
use db::token::Token;
use db::{Answer, cart};
use domain::cart::{Cart, CartRefusal, Gone};
use domain::market::Market;

use crate::request;

/// What a change makes of a cart, and what it took out.
type Changed = Answer<(Cart, Option<Gone>), CartRefusal>;

/// Makes a change, once for each name it comes under.
pub async fn once(
    shop: Database,
    market: Market,
    token: Token,
    change: impl FnOnce(&Tx<'_>, &Token) -> Changed + Send + 'static,
) -> Changed {
    let key = request::change_key();
    shop.write(move |tx| cart::once(tx, market, &token, key.as_ref(), |tx| change(tx, &token))).await
}
