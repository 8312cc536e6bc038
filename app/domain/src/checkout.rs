//! The checkout: four steps, a draft that forgets nothing, and why the shop may say no.
//!
//! The address form as typed, and what is wrong with it, is in `checkout/typed.rs`; what follows from all
//! that was said is in `checkout/standing.rs`, what a browser remembers in `checkout/remembered.rs`.

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::contact::Country;
use crate::delivery::{DeliveryOption, Service, is_served};
use crate::money::Money;
use crate::payments::Way;
use crate::tax::{VatCheck, VatFlaw, VatNumber, in_union};
use crate::tracking::{Instructions, WishRefusal};

mod remembered;
mod standing;
mod typed;

pub use remembered::Remembered;
pub use standing::Standing;
pub use typed::{Field, FieldFlaw, TypedAddress};

codes! {
    /// The steps, in their order. Each is a page.
    Step {
        /// Who and where.
        Address = "address",
        /// How and when it comes.
        Delivery = "delivery",
        /// How it is paid.
        Payment = "payment",
        /// Everything once more, and the button.
        Review = "review",
    }
}

/// What a shopper has told the checkout so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The address form as typed.
    pub typed: TypedAddress,
    /// Whether this browser is to remember the address.
    pub remember: bool,
    /// Whether they want to be told by text message.
    pub texts: bool,
    /// Whether they want to be reminded of a cart they leave.
    pub reminder: bool,
    /// The VAT number of a business, as typed; empty for everybody else.
    pub vat: String,
    /// That the register knew the number as a business's; none when it did not, or was not asked.
    pub vat_check: Option<VatCheck>,
    /// The way it is sent.
    pub service: Option<Service>,
    /// The pickup point it goes to, by its id; empty for one that goes to the door.
    pub pickup: String,
    /// A word to whoever brings it, as typed; empty for none.
    pub instructions: String,
    /// The way it is paid.
    pub way: Option<Way>,
    /// Whether the card that is paid with is to be kept.
    pub keep_card: bool,
}

impl Draft {
    /// The country typed, where the shop delivers to it.
    pub fn country(&self) -> Option<Country> {
        Country::parse(&self.typed.country).ok().filter(|country| is_served(*country))
    }

    /// The VAT number of a business in another country of the Union; nobody else's says anything.
    pub fn vat_number(&self) -> Option<Result<VatNumber, VatFlaw>> {
        let country = self.country().filter(|country| in_union(*country))?;
        (!self.vat.trim().is_empty()).then(|| VatNumber::parse(country, &self.vat))
    }

    /// What is wrong with the VAT number.
    pub fn vat_flaw(&self) -> Option<VatFlaw> {
        self.vat_number()?.err()
    }

    /// The number by which the buyer owes the tax: a good one that was found to be a business's.
    pub fn business(&self) -> Option<VatNumber> {
        self.vat_number().filter(|_| self.vat_check.is_some())?.ok()
    }

    /// The word to whoever brings it, where it goes to a door; none where nothing was typed.
    pub fn said_to_courier(&self) -> Option<Result<Instructions, WishRefusal>> {
        let to_the_door = !matches!(self.service, Some(Service::Pickup | Service::Online));
        (to_the_door && !self.instructions.trim().is_empty()).then(|| Instructions::parse(&self.instructions))
    }

    /// The first step that still has to be done.
    pub fn next(&self) -> Step {
        if self.typed.parse().is_err() || self.vat_flaw().is_some() {
            Step::Address
        } else if self.service.is_none() || matches!(self.said_to_courier(), Some(Err(_))) {
            Step::Delivery
        } else if self.way.is_none() {
            Step::Payment
        } else {
            Step::Review
        }
    }
}

/// What the shopper saw on the review page when the button was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// The sum on the button: what is left to pay.
    pub due: Money,
}

/// Why an order is not placed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum PlaceRefusal {
    /// There is nothing in the cart.
    #[error("the cart is empty")]
    EmptyCart,
    /// A step has not been done.
    #[error("step not done")]
    StepMissing(Step),
    /// Some lines can no longer be had as they are; the cart page says which.
    #[error("not enough in stock")]
    OutOfStock,
    /// The sum is no longer the one on the button: a price is another, an offer ended or was had by others, or a gift card holds
    /// less.
    #[error("the total changed")]
    TotalChanged {
        /// What was on the button.
        was: Money,
        /// What it is.
        now: Money,
    },
}

/// Decides whether a cart may become an order that comes this way, with so much left to pay.
pub fn may_place(standing: &Standing, option: &DeliveryOption, due: Money, agreed: Agreed) -> Result<(), PlaceRefusal> {
    let cart = &standing.cart;
    if cart.lines.is_empty() {
        return Err(PlaceRefusal::EmptyCart);
    }
    match standing.next_with(option, due) {
        Step::Review => {}
        step => return Err(PlaceRefusal::StepMissing(step)),
    }
    if cart.short().next().is_some() {
        return Err(PlaceRefusal::OutOfStock);
    }
    if due != agreed.due {
        return Err(PlaceRefusal::TotalChanged { was: agreed.due, now: due });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ada() -> TypedAddress {
        TypedAddress {
            email: "ada@home.lv".into(),
            country: "LV".into(),
            name: "Ada Lovelace".into(),
            line1: "Brīvības iela 1".into(),
            postcode: "lv-1010".into(),
            city: "Rīga".into(),
            ..TypedAddress::default()
        }
    }

    #[test]
    fn ada_reaches_delivery_with_a_good_address() {
        let mut draft = Draft { typed: ada(), ..Draft::default() };
        assert_eq!(draft.next(), Step::Delivery);
        draft.service = Some(Service::Standard);
        assert_eq!(draft.next(), Step::Payment);
        draft.way = Some(Way::Card);
        assert_eq!(draft.next(), Step::Review);
        draft.typed.city.clear();
        assert_eq!(draft.next(), Step::Address);
    }
}
