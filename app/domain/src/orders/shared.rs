//! What somebody sees of an order to whom its shopper has given a link: when it comes, and nothing of whose it is.

use serde::{Deserialize, Serialize};

use super::{Order, OrderState, Progress};
use crate::contact::Country;
use crate::delivery::Service;
use crate::time::Day;
use crate::tracking::Parcel;

/// How many days such a link shows something.
pub const SHARED_DAYS: i64 = 90;

/// An order without its number, name, street, goods, prices and payments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedOrder {
    /// How far it has come.
    pub progress: Progress,
    /// How it is sent.
    pub service: Service,
    /// The first letter of whom it goes to.
    pub initial: String,
    /// The town it goes to.
    pub town: String,
    /// The country it goes to.
    pub country: Country,
    /// The days it should come on.
    pub promised: (Day, Day),
    /// Each piece's parcel, without its number; none for one without a label.
    pub parcels: Vec<Option<Parcel>>,
}

impl SharedOrder {
    /// What is shown of an order.
    pub fn of(order: &Order) -> Self {
        // A carrier's number and page may tell the door; what was said in a carrier's own words, anything.
        let seen = |parcel: &Parcel| {
            let mut seen = Parcel { number: String::new(), page: String::new(), ..parcel.clone() };
            seen.checkpoints.iter_mut().for_each(|told| told.checkpoint.said = String::new());
            seen
        };
        let stands = order.state == OrderState::Paid;
        Self {
            progress: Progress::of(order.state, order.service, &order.parcels()),
            service: order.service,
            initial: order
                .address
                .name
                .as_str()
                .trim()
                .chars()
                .next()
                .map(|letter| letter.to_uppercase().to_string())
                .unwrap_or_default(),
            town: order.address.city.clone(),
            country: order.address.country,
            promised: order.due(),
            parcels: order.pieces.iter().filter(|_| stands).map(|piece| piece.parcel.as_ref().map(seen)).collect(),
        }
    }
}
