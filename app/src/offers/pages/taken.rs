//! What offers take off, and which a few more goods would bring.

use domain::cart::{Nearly, Offering};
use domain::ids::OfferId;
use domain::money::Money;
use domain::offers::{Applied, Best, Kind};
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

/// What a few more goods would bring: "€12.00 more and you get: a mug". Two at most, or it would be a market. `free` is what is
/// missing until delivery is free by itself: no offer that comes later than that is worth a word.
pub fn nearly(words: Words, offering: &Offering, best: &Best, free: Option<Money>) -> Vec<String> {
    let is_delivery = |id| offering.standing.iter().any(|one| one.offer.id == id && one.offer.kind() == Kind::Delivery);
    let is_worth = |(id, nearly): &(OfferId, Nearly)| match (free, nearly) {
        (Some(free), Nearly::Money(missing)) if is_delivery(*id) => missing.minor < free.minor,
        _ => true,
    };
    let says = |(id, nearly)| {
        let name = offering.name(id)?.text.clone();
        Some(match nearly {
            Nearly::Money(missing) => {
                words.with("offer-nearly-sum", &[("missing", words.money(missing).into()), ("name", name.into())])
            }
            Nearly::Things(missing) => words.with("offer-nearly-many", &[("count", missing.into()), ("name", name.into())]),
        })
    };
    best.nearly().filter(is_worth).filter_map(says).take(2).collect()
}
