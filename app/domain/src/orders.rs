//! Orders: what was bought, and how far it has come.
//!
//! Whether one stands is in `orders/state.rs`, whether it can be cancelled in `orders/cancel.rs` and asked for in
//! `orders/cancellation.rs`, whether it can be changed in
//! `orders/change.rs`, what of it can be changed and for how much in `orders/items.rs`, its number in `orders/number.rs`, how far it is in `orders/progress.rs`, how it is found again in
//! `orders/look_up.rs`, what others are shown of it in `orders/shared.rs`.

use serde::{Deserialize, Serialize};

use crate::cart::GiftNote;
use crate::catalogue::{Picture, Slug};
use crate::contact::{Address, Email};
use crate::delivery::Service;
use crate::gift_cards::{CardPart, IssuedCard};
use crate::ids::{EventId, OrderId};
use crate::lang::Lang;
use crate::money::{Currency, Money};
use crate::offers::{Code, Given};
use crate::tax::{Percent, TaxLine, Treatment, VatCheck};
use crate::time::{Day, Timestamp};
use crate::tracking::{PackersNote, ParcelState, Piece};

mod cancel;
mod cancellation;
mod change;
mod due;
mod items;
mod look_up;
mod number;
mod progress;
mod shared;
mod state;

pub use cancel::{CancelRefusal, may_cancel};
pub use cancellation::{
    AnswerRefusal, Cancellation, CancellationEvent, CancellationRow, CancellationState, MOST_ANSWERED, MOST_WHY,
    cancellation_answer, why_typed,
};
pub use change::{ChangeRefusal, may_change, may_go_to};
pub use due::once_paid;
pub use items::{
    ChangeEvent, ChangeKind, ChangeState, Changeable, ChangedLine, ChangedPlace, ChangedWay, Charged, Edit, ItemsChange,
    ItemsRefusal, NotWanted, SentBy, WantedChange, WantedItems, WantedLine, WantedPlace, WantedWay, edits, part_of, prices_hold,
    taxed,
};
pub use look_up::{LookUp, LookUpFlaw};
pub use number::{NotAnOrderNumber, OrderNumber};
pub use progress::Progress;
pub use shared::{SHARED_DAYS, SharedOrder};
pub use state::{OrderEvent, OrderState, Unfit};

/// A line of an order, as it was when placed. It never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLine {
    /// Its product's address.
    pub slug: Slug,
    /// Its product's name.
    pub name: String,
    /// The chosen values.
    pub values: Vec<String>,
    /// The merchant's number; empty when there is none.
    pub sku: String,
    /// Its picture.
    pub picture: Option<Picture>,
    /// Price of one.
    pub unit: Money,
    /// How many.
    pub quantity: u32,
    /// Price of the line, before offers.
    pub total: Money,
    /// What offers took off it.
    pub off: Money,
    /// The rate of the tax inside; nothing where it was sold without.
    pub percent: Percent,
    /// Whether it is a gift card, which is not in the parcel.
    pub gift_card: bool,
}

/// What an offer took off an order. It never changes, whatever becomes of the offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderOffer {
    /// What it was called, in the order's language.
    pub name: String,
    /// The code it was behind.
    pub code: Option<Code>,
    /// How much off the goods.
    pub goods: Money,
    /// How much off delivery.
    pub delivery: Money,
}

/// What an order is given, in its own language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenCode {
    /// What it is behind.
    pub code: Code,
    /// What it is called.
    pub name: String,
    /// Whom it is for.
    pub to: Given,
}

impl OrderOffer {
    /// All it took.
    pub fn saved(&self) -> Money {
        Money::new(self.goods.minor + self.delivery.minor, self.goods.currency)
    }
}

/// An order with everything its page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Id.
    pub id: OrderId,
    /// Number.
    pub number: OrderNumber,
    /// The language it was placed in, and its lines are written in.
    pub lang: Lang,
    /// Whether it stands.
    pub state: OrderState,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// Where messages go.
    pub email: Email,
    /// Where the parcel goes.
    pub address: Address,
    /// How it is sent.
    pub service: Service,
    /// The pickup point it goes to, in one line; empty when it goes to the door.
    pub pickup: String,
    /// The days promised when it was placed, or when it was changed how it is sent.
    pub promised: (Day, Day),
    /// The note that lies in the parcel.
    pub note: Option<GiftNote>,
    /// Lines.
    pub lines: Vec<OrderLine>,
    /// The goods, before offers.
    pub goods: Money,
    /// Delivery, before offers.
    pub delivery: Money,
    /// What offers took off.
    pub offers: Vec<OrderOffer>,
    /// Codes it was given once it was paid: for the next order, for friends, and in thanks for one.
    pub given: Vec<GivenCode>,
    /// What is charged.
    pub total: Money,
    /// What gift cards paid of it.
    pub cards: Vec<CardPart>,
    /// Gift cards bought with it, or given in place of its money.
    pub issued: Vec<IssuedCard>,
    /// How it was taxed.
    pub treatment: Treatment,
    /// The VAT number of a business that owes the tax itself.
    pub vat: String,
    /// The evidence that it was one's.
    pub vat_check: Option<VatCheck>,
    /// The tax inside, a line for each rate.
    pub taxes: Vec<TaxLine>,
    /// The rate its prices were converted at; none when they were not.
    pub converted: Option<Converted>,
    /// Whether somebody has begun to pack any of it.
    pub packing: bool,
    /// What is packed together, each with its parcel once there is one; empty while nothing is packed.
    pub pieces: Vec<Piece>,
    /// What the packer tells.
    pub packers_note: Option<PackersNote>,
    /// What happened, the oldest first.
    pub timeline: Vec<Moment>,
}

impl Order {
    /// What is charged for its delivery.
    pub fn delivery_paid(&self) -> Money {
        let off: i64 = self.offers.iter().map(|offer| offer.delivery.minor).sum();
        Money::new(self.delivery.minor - off, self.delivery.currency)
    }

    /// How far each of its pieces has come; none for one without a label.
    pub fn parcels(&self) -> Vec<Option<ParcelState>> {
        self.pieces.iter().map(|piece| piece.parcel.as_ref().map(|parcel| parcel.state)).collect()
    }
}

/// How prices of the books became prices of the order: frozen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Converted {
    /// The currency of the books.
    pub from: Currency,
    /// How much of the order's currency for one of it, such as `1.117200`.
    pub rate: String,
    /// The day of the rate.
    pub day: Day,
}

/// Something that happened to an order before the carrier had it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Grows with time.
    pub id: EventId,
    /// When.
    pub at: Timestamp,
    /// What.
    pub event: OrderEvent,
}

/// What the order history shows of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderCard {
    /// Number.
    pub number: OrderNumber,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// What was charged.
    pub total: Money,
    /// How far it has come.
    pub progress: Progress,
    /// How many things are in it.
    pub count: u32,
    /// Pictures of the first lines.
    pub pictures: Vec<Picture>,
}
