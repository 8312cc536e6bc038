//! What a letter is about, read in one snapshot when it is sent: its order as it is now.

use db::notifications::{self, Message};
use db::payments::{self, Payment};
use db::wishlists::{self, Fallen};
use db::{Conn, care, orders, tracking};
use domain::care::Care;
use domain::catalogue::Slug;
use domain::ids::{ChangeId, ParcelId};
use domain::notifications::Kind;
use domain::orders::{ItemsChange, Order};
use domain::time::Day;
use domain::tracking::{Wish, WishState};

/// What letters speak of.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The order.
    pub order: Option<Order>,
    /// The payment it stands on.
    pub payment: Option<Payment>,
    /// The thing that is back: what it is called, and the address of its product.
    pub thing: Option<(String, Slug)>,
    /// What was wished of its parcels, and granted.
    pub wishes: Vec<(ParcelId, Wish)>,
    /// The changes of what was ordered that are told of.
    pub changes: Vec<(ChangeId, ItemsChange)>,
    /// What costs less in a list.
    pub fallen: Vec<Fallen>,
    /// What is in the cart that was left.
    pub cart: Vec<String>,
    /// How what is on its way is looked after.
    pub care: Vec<Care>,
}

/// Reads what these messages, which go as one, speak of, at the rates of today.
pub fn read(conn: &Conn, messages: &[Message], today: Day) -> db::Result<Facts> {
    let mut facts = Facts::default();
    let Some(newest) = messages.last() else { return Ok(facts) };
    if let Some(order) = newest.order {
        facts.order = Some(orders::by_id(conn, order)?);
        let wishes = tracking::wishes(conn, order)?.into_iter().filter(|(_, wished)| wished.state == WishState::Granted);
        facts.wishes = wishes.map(|(parcel, wished)| (parcel, wished.wish)).collect();
        facts.payment = Some(payments::of_order(conn, order)?);
        if messages.iter().any(|message| message.kind == Kind::Shipped) {
            facts.care = care::of_order(conn, order, newest.lang)?;
        }
    }
    for change in messages.iter().filter_map(|message| message.about.change) {
        facts.changes.push((change, orders::items::change_of(conn, change)?));
    }
    if let (Kind::BackInStock, Some(variant)) = (newest.kind, newest.about.variant) {
        facts.thing = Some(notifications::thing(conn, newest.lang, variant)?);
    }
    if newest.kind == Kind::PriceFell {
        facts.fallen = wishlists::fallen(conn, newest, today)?;
    }
    if let (Kind::CartLeft, Some(cart)) = (newest.kind, newest.about.cart) {
        facts.cart = notifications::in_cart(conn, newest.lang, cart)?;
    }
    Ok(facts)
}
