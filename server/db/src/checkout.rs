//! The checkout: what was said so far, and the verb that turns a cart into an order.
//!
//! The draft is in `checkout/draft.rs`, what a browser remembers in `checkout/remembered.rs`, an
//! account's address book in `checkout/book.rs`, placing in `checkout/place.rs`,
//! an order's lines in `checkout/lines.rs`.

use domain::checkout::{PlaceRefusal, Standing};
use domain::ids::{CartId, OrderId, PaymentId};
use domain::market::Market;
use domain::money::Money;
use domain::orders::OrderNumber;
use domain::time::Timestamp;

use crate::cart;
use crate::database::Conn;
use crate::error::{Answer, Error, Result};
use crate::market;
use crate::pickup;
use crate::rows::Columns;
use crate::token::Token;

mod book;
mod draft;
mod lines;
mod place;
mod remembered;

pub use book::{BookIsFull, note_address, prefer};
pub(crate) use draft::check;
pub use draft::{Business, draft, keep_address, keep_card, keep_instructions, keep_service, keep_way};
pub use place::{Placing, place};
pub use remembered::{choose, express, forget, forget_unused, remember, remember_service, remembered, wish};

/// When a checkout is looked at, by the shop's clock.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// Now.
    pub now: Timestamp,
    /// How far the shop's clock is ahead of UTC then, in minutes.
    pub shop_offset_minutes: i16,
}

/// The checkout of a cart: in the market of its address once there is one, and of a business's once its number is good.
pub fn standing(conn: &Conn, id: CartId, market: Market, moment: Moment) -> Result<Standing> {
    let draft = draft(conn, id)?;
    let country = draft.country().unwrap_or(market.country);
    let business = draft.business();
    let today = moment.now.day();
    let view = market::view(conn, Market { country, ..market }, business.as_ref(), today)?;
    let pickup = pickup::by_id(conn, &draft.pickup)?.filter(|point| point.country == country);
    Ok(Standing {
        pickup,
        cart: cart::by_id(conn, &view, id)?,
        draft,
        view,
        rates: market::rates(conn, today)?,
        now: moment.now,
        shop_offset_minutes: moment.shop_offset_minutes,
    })
}

/// An order that is written down, and the payment to make for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The order.
    pub order: OrderId,
    /// Its number.
    pub number: OrderNumber,
    /// The payment.
    pub payment: PaymentId,
    /// What is left to pay.
    pub due: Money,
}

/// The number of the order that the cart of this secret has become.
pub fn order_of(conn: &Conn, cart: &Token) -> Result<Option<OrderNumber>> {
    Ok(placed_before(conn, cart)?.map(|placed| placed.number))
}

fn placed_before(conn: &Conn, cart: &Token) -> Result<Option<Placed>> {
    const BEFORE: &str = "SELECT o.id, o.number, o.total_minor - o.cards_minor AS due_minor, o.currency,
            (SELECT p.id FROM payments p WHERE p.order_id = o.id AND p.change_id IS NULL ORDER BY p.id DESC LIMIT 1) AS payment
        FROM carts c JOIN orders o ON o.cart_id = c.id WHERE c.token_hash = $1";
    conn.one(BEFORE, &[&cart.hash()], |row| {
        Ok(Placed {
            order: OrderId(row.get("id")?),
            number: row.text("number")?,
            payment: PaymentId(row.get("payment")?),
            due: row.money("due_minor", "currency")?,
        })
    })
}

fn open_cart(conn: &Conn, token: &Token) -> Answer<CartId, PlaceRefusal> {
    cart::id_of(conn, token)?.ok_or(Error::Refused(PlaceRefusal::EmptyCart))
}
