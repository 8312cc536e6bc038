//! Gift cards: issued when their money is taken, laid down in a cart, spent where an order is placed, and given back with it.
//!
//! A card is known by the hash of its code alone. The code is made of the card's seed and a secret the database does not hold
//! ([`Issuer::code`](crate::documents::Issuer::code)), so that a stolen copy of the books pays for nothing. What a card holds is
//! the sum of its ledger, to which rows are only added; spending takes from a balance that cannot go below nothing, in the
//! transaction of the order, and there is one writer: no card is spent twice.
//!
//! Rooms: `gift_cards/laid.rs` (in a cart) · `gift_cards/spent.rs` (on an order, and back) · `gift_cards/issued.rs` (bought, or
//! given in place of money, and taken back).

use domain::gift_cards::CardEntry;
use domain::ids::{GiftCardId, OrderId};

use crate::careless::{self, Way};
use crate::database::Tx;
use crate::error::Result;

mod issued;
mod laid;
mod spent;

pub(crate) use issued::{dispute_bought, give_credit, issue, of_order as issued_of, win_back_bought, withdraw_line};
pub use laid::take_up;
pub(crate) use laid::{by_code, lay, of_cart};
pub(crate) use spent::{give_back, of_order as spent_on, paid, spend, spend_again};

/// Moves a card's money, above zero into it; says whether there was so much.
fn book(tx: &Tx<'_>, card: GiftCardId, entry: CardEntry, minor: i64, order: OrderId) -> Result<bool> {
    const MOVE: &str = "UPDATE gift_cards SET balance = balance + $1 WHERE id = $2 AND balance + $1 >= 0";
    const WRITE: &str = "INSERT INTO gift_card_ledger (at, card_id, entry, minor, order_id) VALUES ($1, $2, $3, $4, $5)";
    let leaves_it = careless::is(Way::Overspends) && entry == CardEntry::Spent;
    if !leaves_it && tx.run(MOVE, &[&minor, &card.0])? == 0 {
        return Ok(false);
    }
    tx.run(WRITE, &[&tx.now().0, &card.0, &entry.code(), &minor, &order.0])?;
    Ok(true)
}
