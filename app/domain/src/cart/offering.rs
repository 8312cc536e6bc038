//! What offers do for a cart.
//!
//! Amounts of an offer are of the shop's currency and converted as prices are, but never less the tax: "10 € off" is as much
//! off where a cart leaves the Union and is sold without tax, and "from 60 €" is what the shopper sees added up there. So an
//! offer says the same everywhere.

use serde::{Deserialize, Serialize};

use super::{Cart, CartLine};
use crate::catalogue::Slug;
use crate::contact::Email;
use crate::ids::{OfferId, VariantId};
use crate::lang::Said;
use crate::money::Money;
use crate::offers::{Applied, Basket, Best, Code, LeftOut, Meter, Now, OfferRefusal, Standing, Ware, best, meter};

/// A thing that comes along as a gift, while it is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GiftThing {
    /// What it is.
    pub variant: VariantId,
    /// Its product's address.
    pub slug: Slug,
    /// Its product's name.
    pub name: Said,
    /// Its values, such as `Moss`.
    pub values: Vec<String>,
    /// The file of its picture.
    pub picture: Option<String>,
}

/// The offers of the shop a cart may have: those without a code, and those whose code was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offering {
    /// The codes that were typed, the first first.
    pub codes: Vec<Code>,
    /// The offers, and how often they were had.
    pub standing: Vec<Standing>,
    /// What each is called.
    pub names: Vec<(OfferId, Said)>,
    /// The things its gifts are chosen of.
    pub gifts: Vec<GiftThing>,
    /// What was chosen.
    pub chosen: Vec<(OfferId, VariantId)>,
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

    /// What there is to choose from, where an offer gives a gift.
    pub fn choice(&self, applied: &Applied) -> Vec<&GiftThing> {
        let variants = applied.gift.iter().flat_map(|gift| &gift.variants);
        variants.filter_map(|variant| self.gifts.iter().find(|thing| thing.variant == *variant)).collect()
    }

    /// The gift an offer gives: what was chosen, or the first there is as long as nothing was.
    pub fn gift(&self, applied: &Applied) -> Option<&GiftThing> {
        let chosen = |thing: &&GiftThing| self.chosen.contains(&(applied.offer, thing.variant));
        let choice = self.choice(applied);
        choice.iter().copied().find(chosen).or(choice.first().copied())
    }
}

impl Cart {
    /// The best its offers can do, with what delivery costs; none as long as it is not chosen.
    pub fn best(&self, delivery: Option<Money>, now: Now) -> Best {
        best(&self.offering.standing, &self.basket(delivery), now, &|amount| self.list.exchange.price(amount))
    }

    /// How far its goods are from the gifts of each offer that gives any.
    pub fn meters(&self, now: Now) -> Vec<(OfferId, Meter)> {
        let (basket, convert) = (self.basket(None), |amount| self.list.exchange.price(amount));
        let one = |one: &Standing| Some((one.offer.id, meter(one, &basket, now, &convert)?));
        self.offering.standing.iter().filter_map(one).collect()
    }

    fn basket(&self, delivery: Option<Money>) -> Basket {
        Basket {
            currency: self.list.exchange.to,
            wares: self.lines.iter().map(CartLine::ware).collect(),
            delivery,
            to: self.list.to,
            email: self.offering.email.clone(),
            ordered_before: self.offering.ordered_before,
            codes: self.offering.codes.clone(),
        }
    }
}

impl CartLine {
    /// The line as offers see it.
    fn ware(&self) -> Ware {
        Ware {
            line: self.id,
            product: self.product,
            categories: self.categories.clone(),
            unit: self.unit,
            count: self.quantity.count(),
            gift_card: self.is_gift_card(),
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
