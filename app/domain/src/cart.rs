//! The cart: what a shopper means to buy, before it becomes an order.
//!
//! What offers do for it is in `cart/offering.rs`, what makes a gift of it in `cart/gift.rs`,
//! the name of a change that may be sent twice in `cart/change_key.rs`.

use serde::{Deserialize, Serialize};

use crate::catalogue::{Picture, Slug, Stock, Unit};
use crate::delivery::{Delay, Measures, Packet, Thing};
use crate::duty::GoodsClass;
use crate::gift_cards::GiftCard;
use crate::ids::{CategoryId, LineId, ProductId, VariantId};
use crate::lang::Said;
use crate::market::PriceList;
use crate::money::Money;
use crate::tax::TaxClass;

mod change_key;
mod gift;
mod offering;

pub use change_key::ChangeKey;
pub use gift::{GiftNote, Paper, WRAPPING};
pub use offering::{GiftThing, Nearly, Offering};

/// How many of one thing: 1 to 999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Quantity(u32);

/// Not a number from 1 to 999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a quantity is a whole number from 1 to {}", Quantity::MOST)]
pub struct NotAQuantity;

impl Quantity {
    /// The most one line holds.
    pub const MOST: u32 = 999;
    /// One.
    pub const ONE: Quantity = Quantity(1);

    /// A count from 1 to 999.
    pub fn new(count: u32) -> Result<Self, NotAQuantity> {
        if (1..=Self::MOST).contains(&count) { Ok(Self(count)) } else { Err(NotAQuantity) }
    }

    /// Reads what was typed.
    pub fn parse(text: &str) -> Result<Self, NotAQuantity> {
        text.trim().parse().map_err(|_| NotAQuantity).and_then(Self::new)
    }

    /// The count.
    pub const fn count(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for Quantity {
    type Error = NotAQuantity;
    fn try_from(count: u32) -> Result<Self, NotAQuantity> {
        Self::new(count)
    }
}

impl From<Quantity> for u32 {
    fn from(quantity: Quantity) -> u32 {
        quantity.0
    }
}

/// Why the shop says no to a change of the cart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum CartRefusal {
    /// So many are left; more cannot be had.
    #[error("only {0} left")]
    OnlyLeft(u32),
    /// There is none.
    #[error("sold out")]
    SoldOut,
    /// Not in the shop (any more).
    #[error("not sold here")]
    NotSold,
    /// Not a number from 1 to 999.
    #[error("not a quantity")]
    NotAQuantity,
    /// The cart holds as many different things as it can.
    #[error("cart is full")]
    Full,
    /// There is no such code.
    #[error("no such code")]
    NoSuchCode,
    /// The cart keeps as many codes as it can.
    #[error("so many codes")]
    CodesFull,
    /// So many codes that do not exist were tried that no more are looked at for a while.
    #[error("guessing")]
    Guessing,
    /// The note for the parcel is longer than [`GiftNote::MOST`].
    #[error("so long a note")]
    LongNote,
}

/// A line of the cart, with the goods as they are now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartLine {
    /// Id of the line.
    pub id: LineId,
    /// What it is.
    pub variant: VariantId,
    /// The product it is of.
    pub product: ProductId,
    /// The categories that is in, and all above them.
    pub categories: Vec<CategoryId>,
    /// Its product's address.
    pub slug: Slug,
    /// Its product's name.
    pub name: Said,
    /// The chosen values, such as `Moss`, `320 ml`.
    pub values: Vec<String>,
    /// The picture of the chosen variant.
    pub picture: Option<Picture>,
    /// Price of one.
    pub unit: Money,
    /// Price of one when it was put in, if that was another.
    pub unit_before: Option<Money>,
    /// Price of one in the shop's books.
    pub home: Money,
    /// How much is in one, for the price of a unit.
    pub content: Option<(u32, Unit)>,
    /// Weight of one, packed, in grams; 0 when nobody said.
    pub grams: u32,
    /// Outer measures of one, packed; none when nobody has measured.
    pub measures: Option<Measures>,
    /// Working days it takes to be made before it can leave; 0 for what lies on the shelf.
    pub ready_days: u32,
    /// How it is taxed.
    pub tax: TaxClass,
    /// What customs take it for.
    pub goods: GoodsClass,
    /// How many.
    pub quantity: Quantity,
    /// How many can be had now.
    pub stock: Stock,
}

impl CartLine {
    /// Price of the line.
    pub fn total(&self) -> Money {
        // 999 times the largest price fits in an i64.
        self.unit.times(self.quantity.count()).unwrap_or(self.unit)
    }

    /// Whether it is a gift card: it needs no parcel, no offer is for it, and no gift card pays for it.
    pub fn is_gift_card(&self) -> bool {
        self.tax == TaxClass::Voucher
    }
}

/// A line that was taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// The line as it was.
    pub line: CartLine,
    /// Whether it had been put aside for later.
    pub aside: bool,
}

/// What a shopper means to buy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cart {
    /// Grows with every change, so that a late answer is told from a newer one.
    pub version: i64,
    /// What all prices here are of.
    pub list: PriceList,
    /// Lines, the latest last.
    pub lines: Vec<CartLine>,
    /// Put aside for later, not bought with the rest.
    pub saved: Vec<CartLine>,
    /// The offers it may have.
    pub offering: Offering,
    /// The gift cards laid down to pay with, the first first.
    pub cards: Vec<GiftCard>,
    /// The note that goes with it.
    pub note: Option<GiftNote>,
    /// What is announced where it goes.
    pub delays: Vec<Delay>,
}

impl Cart {
    /// The most different things a cart holds.
    pub const MOST_LINES: usize = 100;

    /// A cart nobody has put anything in.
    pub fn empty(list: PriceList) -> Self {
        let (offering, cards) = (Offering::default(), Vec::new());
        Self { version: 0, list, lines: Vec::new(), saved: Vec::new(), offering, cards, note: None, delays: Vec::new() }
    }

    /// Takes a line out.
    pub fn take(mut self, id: LineId) -> Option<Gone> {
        let bought =
            self.lines.iter().position(|line| line.id == id).map(|at| Gone { line: self.lines.remove(at), aside: false });
        bought.or_else(|| {
            let at = self.saved.iter().position(|line| line.id == id)?;
            Some(Gone { line: self.saved.remove(at), aside: true })
        })
    }

    /// How many things are in it.
    pub fn count(&self) -> u32 {
        self.lines.iter().map(|line| line.quantity.count()).sum()
    }

    /// Price of the goods, before offers.
    pub fn goods(&self) -> Money {
        Money::new(self.lines.iter().map(|line| line.total().minor).sum(), self.list.exchange.to)
    }

    /// Price of what needs a parcel in the shop's books, which is what free delivery goes by.
    pub fn goods_at_home(&self) -> Money {
        let line = |line: &CartLine| line.home.minor * i64::from(line.quantity.count());
        Money::new(self.sent().map(line).sum(), self.list.exchange.from)
    }

    /// The goods, packed; none where there are gift cards alone, which need no parcel.
    pub fn packet(&self) -> Option<Packet> {
        let thing = |line: &CartLine| (Thing { grams: line.grams, measures: line.measures }, line.quantity.count());
        let alone = !self.lines.is_empty() && self.sent().next().is_none();
        (!alone).then(|| Packet::of(self.sent().map(thing)))
    }

    /// Working days until all of it is ready to leave: it leaves together.
    pub fn ready_days(&self) -> u32 {
        self.sent().map(|line| line.ready_days).max().unwrap_or(0)
    }

    /// What needs a parcel.
    fn sent(&self) -> impl Iterator<Item = &CartLine> {
        self.lines.iter().filter(|line| !line.is_gift_card())
    }

    /// Price of the gift cards that are bought.
    pub fn gift_cards(&self) -> Money {
        let cards = self.lines.iter().filter(|line| line.is_gift_card());
        Money::new(cards.map(|line| line.total().minor).sum(), self.list.exchange.to)
    }

    /// The lines there are no longer enough of, with how many there are.
    pub fn short(&self) -> impl Iterator<Item = (&CartLine, u32)> {
        self.lines.iter().filter_map(|line| match line.stock {
            Stock::Left(left) if left < line.quantity.count() => Some((line, left)),
            _ => None,
        })
    }
}

/// Reads a line's number and what it is to be changed by: the new one, or none when nothing is left.
pub fn changed_quantity(typed: &str, by: i64) -> Result<Option<Quantity>, NotAQuantity> {
    let typed: i64 = typed.trim().parse().map_err(|_| NotAQuantity)?;
    match typed.saturating_add(by) {
        0 => Ok(None),
        wanted => u32::try_from(wanted).map_err(|_| NotAQuantity).and_then(Quantity::new).map(Some),
    }
}

/// Decides how many of a thing a line may hold.
///
/// `held` are in the cart already, `more` are asked for.
pub fn add(stock: Stock, held: u32, more: Quantity) -> Result<Quantity, CartRefusal> {
    let wanted = Quantity::new(held.saturating_add(more.count())).map_err(|_| CartRefusal::NotAQuantity)?;
    fits(stock, wanted)
}

/// Decides whether a line may hold `wanted`.
pub fn fits(stock: Stock, wanted: Quantity) -> Result<Quantity, CartRefusal> {
    match stock {
        Stock::Left(0) => Err(CartRefusal::SoldOut),
        Stock::Left(left) if left < wanted.count() => Err(CartRefusal::OnlyLeft(left)),
        _ => Ok(wanted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn qty(count: u32) -> Quantity {
        Quantity::new(count).unwrap()
    }

    #[test]
    fn nobody_puts_in_more_than_there_is() {
        assert_eq!(add(Stock::Left(3), 1, qty(2)), Ok(qty(3)));
        assert_eq!(add(Stock::Left(3), 2, qty(2)), Err(CartRefusal::OnlyLeft(3)));
        assert_eq!(add(Stock::Left(0), 0, qty(1)), Err(CartRefusal::SoldOut));
        assert_eq!(add(Stock::Unlimited, 990, qty(9)), Ok(qty(999)));
    }

    #[test]
    fn one_fewer_than_one_is_none() {
        assert_eq!(changed_quantity("1", -1), Ok(None));
        assert_eq!(changed_quantity("0", 0), Ok(None));
        assert_eq!(changed_quantity("2", 1), Ok(Some(qty(3))));
        assert_eq!(changed_quantity("-1", 0), Err(NotAQuantity));
        assert_eq!(changed_quantity("1e9", 0), Err(NotAQuantity));
        assert_eq!(changed_quantity("9223372036854775807", 1), Err(NotAQuantity));
    }

    #[test]
    fn a_quantity_is_one_to_999() {
        for text in ["0", "-1", "1e9", "1000", "two", "", "1.5", "4294967297"] {
            assert_eq!(Quantity::parse(text), Err(NotAQuantity), "{text}");
        }
        assert_eq!(Quantity::parse(" 12 "), Ok(qty(12)));
        assert_eq!(add(Stock::Unlimited, u32::MAX, qty(1)), Err(CartRefusal::NotAQuantity));
    }
}
