//! What staff type about goods, and what it means. Nothing typed is lost: it is kept as typed until it can be saved.
//!
//! A product's form is in `desk/product.rs`, its rows in `desk/variant.rs`, how its lists of facts and choices are written in `desk/written.rs`, a
//! category's and a language's form in `desk/words.rs`, an offer's in `desk/offer.rs`, that of an announced delay in `desk/delay.rs`.

use serde::{Deserialize, Serialize};

use crate::codes;

mod delay;
mod offer;
mod product;
mod variant;
mod words;
mod written;

pub use delay::TypedDelay;
pub use offer::{Addresses, Shelf, TypedOffer, Way};
pub use product::{TypedProduct, When};
pub use variant::TypedVariant;
pub use words::{TypedCategory, TypedWords};
pub use written::write_moment;

codes! {
    /// Why a picture was not taken.
    Refused {
        /// Too many bytes.
        Large = "large",
        /// Not of a kind the shop reads.
        Kind = "kind",
        /// It begins like a picture and does not go on like one.
        Broken = "broken",
        /// Too many pixels, or none.
        Pixels = "pixels",
        /// Its name ends like another kind's.
        Misnamed = "misnamed",
        /// A drawing that does more than draw.
        Drawing = "drawing",
        /// One more than are taken at once.
        Many = "many",
        /// It is ours to mend.
        Ours = "ours",
    }
}

codes! {
    /// What is wrong with a field.
    Wrong {
        /// Nothing was typed.
        Empty = "empty",
        /// More than the shop shows.
        Long = "long",
        /// No price.
        Price = "price",
        /// A price before that is not more than the price.
        NotReduced = "not-reduced",
        /// No whole number of things.
        Count = "count",
        /// The shelf holds another number by now.
        Moved = "moved",
        /// Fewer than are promised to orders.
        Promised = "promised",
        /// No price in a currency.
        Own = "own",
        /// A line that is not `name: value`.
        Line = "line",
        /// More choices, or values of them, than can be offered; or two of one name.
        Choices = "choices",
        /// No value for each of the choices.
        Values = "values",
        /// Another of these is the same.
        Repeated = "repeated",
        /// Another product has it.
        Taken = "taken",
        /// No moment, or one that is over.
        Moment = "moment",
        /// Nothing is left to buy.
        Nothing = "nothing",
        /// No address.
        Address = "address",
        /// Somebody else has changed it meanwhile.
        Changed = "changed",
        /// No part of a hundred.
        Percent = "percent",
        /// No day.
        Day = "day",
        /// It ends before it begins.
        Over = "over",
        /// No code.
        Code = "code",
        /// No code of the Harmonized System.
        Tariff = "tariff",
        /// No country's code.
        Country = "country",
        /// Nothing is at this address.
        Nowhere = "nowhere",
        /// One of two, not both.
        Both = "both",
        /// More have had it than would be allowed.
        Had = "had",
    }
}

/// A field in which something is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldFlaw {
    /// The id of the field in the form.
    pub field: String,
    /// What is wrong.
    pub wrong: Wrong,
    /// What helps to mend it: the line, the number there is, the other product.
    pub about: String,
}

impl FieldFlaw {
    /// A flaw with nothing more to say.
    pub fn new(field: impl Into<String>, wrong: Wrong) -> Self {
        Self::about(field, wrong, "")
    }

    /// A flaw about something.
    pub fn about(field: impl Into<String>, wrong: Wrong, about: impl Into<String>) -> Self {
        Self { field: field.into(), wrong, about: about.into() }
    }
}

codes! {
    /// What staff change.
    Subject {
        /// A product.
        Product = "product",
        /// A category.
        Category = "category",
        /// What words are also called.
        Synonyms = "synonyms",
        /// An offer.
        Offer = "offer",
        /// A delay that is announced.
        Delay = "delay",
        /// An order.
        Order = "order",
        /// Who may change things.
        Staff = "staff",
    }
}

/// A line of the log: what was changed, by whom, when, from what to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// When.
    pub at: crate::time::Timestamp,
    /// Who, by name: names are never given twice.
    pub staff: String,
    /// What it is about.
    pub subject: Subject,
    /// Its number; 0 for what has none.
    pub id: i64,
    /// What it was called then.
    pub name: String,
    /// Which part of it.
    pub part: String,
    /// What that was.
    pub was: String,
    /// What it is.
    pub now: String,
}
