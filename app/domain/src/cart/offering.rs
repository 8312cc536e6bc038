//! What offers do for a cart.
//!
//! Amounts of an offer are of the shop's currency and converted as prices are, but never less the tax: "10 € off" is as much
//! off where a cart leaves the Union and is sold without tax, and "from 60 €" is what the shopper sees added up there. So an
//! offer says the same everywhere.

use serde::{Deserialize, Serialize};

use super::{Cart, CartLine};
use crate::contact::Email;
use crate::ids::OfferId;
use crate::lang::Said;
use crate::money::Money;
use crate::offers::{Basket, Best, Code, LeftOut, Now, OfferRefusal, Standing, Ware, best};

/// The offers of the shop a cart may have: those without a code, and those whose code was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offering {
    /// The codes that were typed, the first first.
    pub codes: Vec<Code>,
    /// The offers, and how often they were had.
    pub standing: Vec<Standing>,
    /// What each is called.
    pub names: Vec<(OfferId, Said)>,
    /// Whose the cart is, once an address was typed.
    pub email: Option<Email>,
    /// Whether they have ordered before; not, as long as nobody knows who it is.
    pub ordered_before: bool,
}

impl Offering {
    /// The most codes a cart keeps.
    pub const MOST_CODES: usize = 8;

    /// What an offer is called.
    pub fn name(&self, id: OfferId) -> Option<&Said> {
        self.names.iter().find(|(known, _)| *known == id).map(|(_, name)| name)
    }
}

impl Cart {
    /// The best its offers can do, with what delivery costs; none as long as it is not chosen.
    pub fn best(&self, delivery: Option<Money>, now: Now) -> Best {
        let basket = Basket {
            currency: self.list.exchange.to,
            wares: self.lines.iter().map(CartLine::ware).collect(),
            delivery,
            to: self.list.to,
            email: self.offering.email.clone(),
            ordered_before: self.offering.ordered_before,
            codes: self.offering.codes.clone(),
        };
        best(&self.offering.standing, &basket, now, &|amount| self.list.exchange.price(amount))
    }
}

impl CartLine {
    /// The line as offers see it. Nothing a cart holds is a gift card.
    fn ware(&self) -> Ware {
        Ware {
            line: self.id,
            product: self.product,
            categories: self.categories.clone(),
            unit: self.unit,
            count: self.quantity.count(),
            gift_card: false,
        }
    }
}

/// An offer without a code that a few more goods would bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearly {
    /// So much more of what it is for.
    Money(Money),
    /// So many more things.
    Things(u32),
}

impl Best {
    /// The offers without a code that a few more goods would bring.
    pub fn nearly(&self) -> impl Iterator<Item = (OfferId, Nearly)> + '_ {
        self.left_out.iter().filter(|left| left.code.is_none()).filter_map(|LeftOut { offer, why, .. }| {
            let nearly = match why {
                OfferRefusal::TooLittle { missing } => Nearly::Money(*missing),
                OfferRefusal::TooFew { missing } => Nearly::Things(*missing),
                _ => return None,
            };
            Some(((*offer)?, nearly))
        })
    }
}
