//! Orders: what was bought, and how far it has come.

use serde::{Deserialize, Serialize};

use crate::catalogue::{Picture, Slug};
use crate::codes;
use crate::contact::{Address, Email};
use crate::delivery::Service;
use crate::ids::{EventId, OrderId};
use crate::lang::Lang;
use crate::money::{Currency, Money};
use crate::tax::{TaxLine, Treatment};
use crate::time::{Day, Timestamp};
use crate::tracking::Parcel;

codes! {
    /// Whether an order stands. The parcel's life is another axis.
    OrderState {
        /// Written down, goods held, money awaited.
        Placed = "placed",
        /// Paid.
        Paid = "paid",
        /// Will not be delivered; nothing is held, nothing is owed.
        Cancelled = "cancelled",
    }
}

codes! {
    /// What happened to an order.
    OrderEvent {
        /// It was written down.
        Placed = "placed",
        /// The money came.
        PaymentTaken = "payment_taken",
        /// The money did not come in time.
        PaymentExpired = "payment_expired",
    }
}

/// An event that does not fit the state. Whoever sent it was late, early or wrong; the order stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an order that is {state:?} cannot take {event:?}")]
pub struct Unfit {
    /// The state.
    pub state: OrderState,
    /// The event.
    pub event: OrderEvent,
}

impl OrderState {
    /// The table: the only way a state changes.
    pub fn apply(self, event: OrderEvent) -> Result<Self, Unfit> {
        use {OrderEvent as E, OrderState as S};
        Ok(match (self, event) {
            // A cancelled order can be paid late when its goods could be held again.
            (S::Placed | S::Cancelled, E::PaymentTaken) => S::Paid,
            (S::Placed, E::PaymentExpired) => S::Cancelled,
            (state, event) => return Err(Unfit { state, event }),
        })
    }
}

/// The number people read to each other: eight characters of Crockford's base 32 and a check character.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrderNumber(String);

/// Not an order number: wrong length, characters or check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an order number")]
pub struct NotAnOrderNumber;

impl OrderNumber {
    /// Crockford's base 32: no I, L, O, U.
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// The number made of 40 bits of chance; more bits are ignored.
    pub fn of(chance: u64) -> Self {
        let digits = (0..8).rev().map(|at| (chance >> (at * 5)) & 31);
        let text: String = digits.map(Self::letter).collect();
        let check = Self::check(&text);
        Self(format!("{text}{check}"))
    }

    /// Reads a number as typed: in either case, with blanks and hyphens, `O` for 0, `I` and `L` for 1.
    pub fn parse(text: &str) -> Result<Self, NotAnOrderNumber> {
        let plain: String = text
            .chars()
            .filter(|letter| !matches!(letter, ' ' | '-'))
            .map(|letter| match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect();
        let known = plain.bytes().all(|byte| Self::ALPHABET.contains(&byte));
        if known && plain.len() == 9 && plain.ends_with(Self::check(&plain[..8])) {
            Ok(Self(plain))
        } else {
            Err(NotAnOrderNumber)
        }
    }

    /// The nine characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn letter(value: u64) -> char {
        char::from(Self::ALPHABET[(value & 31) as usize])
    }

    /// Position-weighted sum, so that one wrong or two swapped characters are noticed.
    fn check(text: &str) -> char {
        let value = |byte| Self::ALPHABET.iter().position(|&known| known == byte).unwrap_or(0) as u64;
        let sum: u64 = text.bytes().zip(1..).map(|(byte, at)| value(byte) * (2 * at + 1)).sum();
        Self::letter(sum % 31)
    }
}

impl TryFrom<String> for OrderNumber {
    type Error = NotAnOrderNumber;
    fn try_from(text: String) -> Result<Self, NotAnOrderNumber> {
        Self::parse(&text)
    }
}

impl From<OrderNumber> for String {
    fn from(number: OrderNumber) -> String {
        number.0
    }
}

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
    /// Price of the line.
    pub total: Money,
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
    /// The days promised when it was placed.
    pub promised: (Day, Day),
    /// Lines.
    pub lines: Vec<OrderLine>,
    /// The goods.
    pub goods: Money,
    /// Delivery.
    pub delivery: Money,
    /// What is charged.
    pub total: Money,
    /// How it was taxed.
    pub treatment: Treatment,
    /// The VAT number of a business that owes the tax itself.
    pub vat: String,
    /// The tax inside, a line for each rate.
    pub taxes: Vec<TaxLine>,
    /// The rate its prices were converted at; none when they were not.
    pub converted: Option<Converted>,
    /// The parcel, once there is one.
    pub parcel: Option<Parcel>,
    /// What happened, the oldest first.
    pub timeline: Vec<Moment>,
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

codes! {
    /// How far an order has come, in the shopper's words.
    Progress {
        /// Goods held, money awaited.
        AwaitingPayment = "awaiting_payment",
        /// Paid; being packed.
        Placed = "placed",
        /// Packed; the label is on.
        Packed = "packed",
        /// With the carrier.
        OnTheWay = "on_the_way",
        /// In the van.
        OutForDelivery = "out_for_delivery",
        /// Waiting at a pickup point.
        ReadyForPickup = "ready_for_pickup",
        /// At the door.
        Delivered = "delivered",
        /// The carrier could not go on.
        Problem = "problem",
        /// On its way back.
        Returning = "returning",
        /// Not to be delivered.
        Cancelled = "cancelled",
    }
}

impl Progress {
    /// The stations of the line that fills.
    pub const LINE: [Progress; 5] =
        [Progress::Placed, Progress::Packed, Progress::OnTheWay, Progress::OutForDelivery, Progress::Delivered];

    /// How many stations of [`Self::LINE`] are reached, 0 to 5.
    pub fn reached(self) -> usize {
        match self {
            Progress::AwaitingPayment | Progress::Cancelled => 0,
            Progress::Placed => 1,
            Progress::Packed => 2,
            Progress::OnTheWay | Progress::Problem | Progress::Returning => 3,
            Progress::OutForDelivery | Progress::ReadyForPickup => 4,
            Progress::Delivered => 5,
        }
    }

    /// Derived from the order's state and its parcel's.
    pub fn of(state: OrderState, parcel: Option<crate::tracking::ParcelState>) -> Self {
        use crate::tracking::ParcelState as P;
        match (state, parcel) {
            (OrderState::Placed, _) => Progress::AwaitingPayment,
            (OrderState::Cancelled, _) => Progress::Cancelled,
            (OrderState::Paid, None) => Progress::Placed,
            (OrderState::Paid, Some(P::LabelCreated)) => Progress::Packed,
            (OrderState::Paid, Some(P::InTransit)) => Progress::OnTheWay,
            (OrderState::Paid, Some(P::OutForDelivery)) => Progress::OutForDelivery,
            (OrderState::Paid, Some(P::PickupReady)) => Progress::ReadyForPickup,
            (OrderState::Paid, Some(P::AttemptFailed | P::Exception)) => Progress::Problem,
            (OrderState::Paid, Some(P::Delivered)) => Progress::Delivered,
            (OrderState::Paid, Some(P::Returning)) => Progress::Returning,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_paid_order_is_never_cancelled_for_lack_of_money() {
        assert!(OrderState::Paid.apply(OrderEvent::PaymentExpired).is_err());
        assert_eq!(OrderState::Placed.apply(OrderEvent::PaymentExpired), Ok(OrderState::Cancelled));
        assert!(OrderState::Paid.apply(OrderEvent::PaymentTaken).is_err());
    }

    #[test]
    fn a_number_is_read_as_people_type_it() {
        let number = OrderNumber::of(0);
        assert_eq!(number.as_str(), "000000000");
        assert_eq!(OrderNumber::parse("oooo-oooo o"), Ok(number));
    }

    proptest! {
        #[test]
        fn a_wrong_character_is_noticed(chance in any::<u64>(), at in 0_usize..8, by in 1_usize..31) {
            let number = OrderNumber::of(chance);
            prop_assert_eq!(OrderNumber::parse(number.as_str()), Ok(number.clone()));
            let mut bytes = number.as_str().as_bytes().to_vec();
            let old = OrderNumber::ALPHABET.iter().position(|&known| known == bytes[at]).unwrap();
            // 31 is the check's modulus, so values 0 and 31 look alike to it.
            let new = (old + by) % 31;
            prop_assume!(new != old % 31);
            bytes[at] = OrderNumber::ALPHABET[new];
            prop_assert!(OrderNumber::parse(std::str::from_utf8(&bytes).unwrap()).is_err());
        }
    }
}
