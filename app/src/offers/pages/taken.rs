//! What offers take off, and which a few more goods would bring.

use domain::cart::{Nearly, Offering};
use domain::money::Money;
use domain::offers::{Applied, Best};
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

/// What a few more goods would bring: "€12.00 more for free delivery". Two at most, or it would be a market.
pub fn nearly(words: Words, offering: &Offering, best: &Best) -> Vec<String> {
    let says = |(id, nearly)| {
        let name = offering.name(id)?.text.clone();
        Some(match nearly {
            Nearly::Money(missing) => {
                words.with("offer-nearly-sum", &[("missing", words.money(missing).into()), ("name", name.into())])
            }
            Nearly::Things(missing) => words.with("offer-nearly-many", &[("count", missing.into()), ("name", name.into())]),
        })
    };
    best.nearly().filter_map(says).take(2).collect()
}
