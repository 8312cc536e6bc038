//! Gift cards laid down to pay for a cart.

use domain::cart::{Cart, CartRefusal};
use domain::gift_cards::GiftCard;
use domain::ids::{CartId, GiftCardId};
use domain::market::Market;
use domain::offers::Code;

use crate::cart::{id_of, touched};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Result};
use crate::rows::Columns;
use crate::token::{Token, hashed};

/// The most cards that are laid down at once.
const MOST: i64 = 8;

/// The card of a code.
pub(crate) fn by_code(conn: &Conn, code: &Code) -> Result<Option<GiftCardId>> {
    conn.one("SELECT id FROM gift_cards WHERE code_hash = $1", &[&hashed(code.as_str())], |row| Ok(GiftCardId(row.get("id")?)))
}

/// The cards that pay for a cart, the first laid down first.
pub(crate) fn of_cart(conn: &Conn, cart: CartId) -> Result<Vec<GiftCard>> {
    const OF: &str = "SELECT g.id, g.tail, g.balance, g.currency FROM cart_cards l JOIN gift_cards g ON g.id = l.card_id
        WHERE l.cart_id = $1 ORDER BY l.laid_at, g.id";
    conn.all(OF, &[&cart.0], |row| {
        let balance = row.money("balance", "currency")?;
        Ok(GiftCard { id: GiftCardId(row.get("id")?), tail: row.get("tail")?, balance })
    })
}

/// Lays a card down to pay with, empty or not: the cart says what it holds.
pub(crate) fn lay(tx: &Tx<'_>, cart: CartId, card: GiftCardId) -> Answer<(), CartRefusal> {
    const COUNT: &str = "SELECT count(*) AS n FROM cart_cards WHERE cart_id = $1 AND card_id <> $2";
    const LAY: &str =
        "INSERT INTO cart_cards (cart_id, card_id, laid_at) VALUES ($1, $2, $3) ON CONFLICT (cart_id, card_id) DO NOTHING";
    if tx.one(COUNT, &[&cart.0, &card.0], |row| row.get::<_, i64>("n"))?.unwrap_or(0) >= MOST {
        return Err(Error::Refused(CartRefusal::CodesFull));
    }
    tx.run(LAY, &[&cart.0, &card.0, &tx.now().0])?;
    Ok(())
}

/// Takes a card up again: it does not pay for the cart.
pub fn take_up(tx: &Tx<'_>, market: Market, token: &Token, card: GiftCardId) -> Answer<Cart, CartRefusal> {
    let id = id_of(tx, token)?.ok_or(Error::Refused(CartRefusal::NotSold))?;
    tx.run("DELETE FROM cart_cards WHERE cart_id = $1 AND card_id = $2", &[&id.0, &card.0])?;
    touched(tx, market, id)
}
