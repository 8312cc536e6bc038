//! What offers take off, and which a few more goods would bring.

use domain::cart::{Cart, Nearly, Offering};
use domain::ids::OfferId;
use domain::money::Money;
use domain::offers::{Applied, Best, Kind, Now};
use leptos::prelude::*;

use crate::i18n::Words;
use crate::ui::SaidIn;

/// Rows of a list of sums: what each offer that is given is called, and how much it takes off.
pub fn taken(words: Words, offering: &Offering, best: &Best) -> impl IntoView + use<> {
    let row = |applied: &Applied| {
        let saved = applied.saved();
        let less = words.money(Money::new(-saved.minor, saved.currency));
        let name = offering.name(applied.offer)?.clone();
        (!saved.is_zero()).then(|| view! { <div><dt><SaidIn words said=name /></dt><dd>{less}</dd></div> })
    };
    best.applied.iter().filter_map(row).collect_view()
}

/// What a few more goods would bring, "€12.00 more and you get: a mug", and how much of the way is done, in hundredths, where
/// that can be said. Two at most, or it would be a market. `free` is what is missing until delivery is free by itself: no offer
/// that comes later than that is worth a word.
pub fn nearly(words: Words, cart: &Cart, best: &Best, free: Option<Money>, now: Now) -> Vec<(String, Option<u32>)> {
    let meters = cart.meters(now);
    let kind = |id| cart.offering.standing.iter().find(|one| one.offer.id == id).map(|one| one.offer.kind());
    let is_worth = |(id, nearly): &(OfferId, Nearly)| match (kind(*id), free, nearly) {
        (Some(Kind::Delivery), Some(free), Nearly::Money(missing)) => missing.minor < free.minor,
        // A meter says more of them.
        (Some(Kind::Gift), ..) => false,
        _ => true,
    };
    let gifts = meters.iter().filter_map(|(id, meter)| Some((*id, Nearly::Money(meter.next?.1), Some(meter.percent()))));
    let others = best.nearly().filter(is_worth).map(|(id, nearly)| (id, nearly, None));
    let says = |(id, nearly, percent)| {
        let name = cart.offering.name(id)?.text.clone();
        let says = match nearly {
            Nearly::Money(missing) => {
                words.with("offer-nearly-sum", &[("missing", words.money(missing).into()), ("name", name.into())])
            }
            Nearly::Things(missing) => words.with("offer-nearly-many", &[("count", missing.into()), ("name", name.into())]),
        };
        Some((says, percent))
    };
    gifts.chain(others).filter_map(says).take(2).collect()
}
