//! Ada's cart, and the offers of a shop that sells mugs and teapots. What is given is in `tests/given.rs`, what is refused in
//! `tests/refused.rs`, and what holds for all offers in `tests/properties.rs`.

use super::*;
use crate::contact::Country;
use crate::ids::{CategoryId, LineId, OfferId, ProductId, VariantId};
use crate::money::{Currency, Money};
use crate::tax::Percent;
use crate::time::{Day, Timestamp};

mod given;
mod properties;
mod refused;

/// Noon of 2026-11-20.
const NOW: Now = Now { at: Timestamp(20_777 * 86_400_000 + 43_200_000), day: Day(20_777) };

const MUG: ProductId = ProductId(1);
const TEAPOT: ProductId = ProductId(2);
const COASTER: ProductId = ProductId(3);
const KITCHEN: CategoryId = CategoryId(1);
const POTS: CategoryId = CategoryId(2);

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

/// A basket of these products at these prices, so many of each; its lines are numbered from 1. Delivery costs 4.90.
fn basket(goods: &[(ProductId, i64, u32)]) -> Basket {
    let ware = |(at, (product, unit, count)): (i64, &(ProductId, i64, u32))| Ware {
        line: LineId(at),
        product: *product,
        categories: if *product == TEAPOT { vec![POTS, KITCHEN] } else { vec![KITCHEN] },
        unit: eur(*unit),
        count: *count,
        gift_card: false,
    };
    Basket {
        currency: Currency::EUR,
        wares: (1..).zip(goods).map(ware).collect(),
        delivery: Some(eur(490)),
        to: Country::LATVIA,
        email: None,
        ordered_before: false,
        codes: Vec::new(),
    }
}

/// An offer on everything, without limits, that goes with all others.
fn offer(id: i64, gives: Gives) -> Offer {
    let (reach, limits) = (Reach::Everything, Limits::default());
    Offer { id: OfferId(id), code: None, gives, reach, limits, together: Together::All }
}

fn off(id: i64, minor: i64) -> Offer {
    offer(id, Gives::Amount(eur(minor)))
}

fn part(id: i64, text: &str) -> Offer {
    offer(id, Gives::Percent(percent(text)))
}

fn buy_get(id: i64, buy: u32, get: u32) -> Offer {
    offer(id, Gives::BuyGet(BuyGet { buy, get, of: None, percent: percent("100"), times: None }))
}

fn gift(id: i64, tiers: &[(i64, i64)]) -> Offer {
    let tier = |(from, worth): &(i64, i64)| Tier { from: eur(*from), variants: vec![VariantId(*worth)], worth: eur(*worth) };
    offer(id, Gives::Gift(tiers.iter().map(tier).collect()))
}

fn behind(text: &str, offer: Offer) -> Offer {
    Offer { code: Some(code(text)), ..offer }
}

fn on(products: &[ProductId], offer: Offer) -> Offer {
    Offer { reach: Reach::Products(products.iter().copied().collect()), ..offer }
}

fn beside(together: Together, offer: Offer) -> Offer {
    Offer { together, ..offer }
}

fn unused(offers: &[Offer]) -> Vec<Standing> {
    offers.iter().map(|offer| Standing { offer: offer.clone(), used: Used::default() }).collect()
}

fn weigh(basket: &Basket, offers: &[Offer]) -> Best {
    best(&unused(offers), basket, NOW, &|money| money)
}

/// How far a basket is from an offer's next gift.
fn metered(basket: &Basket, offer: &Offer) -> Option<Meter> {
    meter(&unused(std::slice::from_ref(offer))[0], basket, NOW, &|money| money)
}

/// What is off each line.
fn lines(best: &Best) -> Vec<i64> {
    best.lines.iter().map(|(_, off)| off.minor).collect()
}

/// Which offers are given, and what each takes.
fn given(best: &Best) -> Vec<(i64, i64)> {
    best.applied.iter().map(|applied| (applied.offer.0, applied.saved().minor)).collect()
}

/// Why an offer is not given.
fn refusal(best: &Best, id: i64) -> Option<OfferRefusal> {
    best.left_out.iter().find(|left| left.offer == Some(OfferId(id))).map(|left| left.why.clone())
}
