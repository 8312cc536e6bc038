//! How an order was paid, and what of it went back.

use db::payments::Payment;
use domain::money::Money;
use domain::payments::{Flow, PaymentState};
use leptos::prelude::*;

use crate::i18n::Words;

/// What became of an order's money, and of that of its changes; nothing while it is only waited for.
#[component]
pub fn Paid(words: Words, payments: Vec<Payment>) -> Option<AnyView> {
    let says: Vec<String> = payments.iter().flat_map(|payment| says(words, payment)).collect();
    (!says.is_empty()).then(|| {
        let lines = says.into_iter().map(|line| view! { <p>{line}</p> });
        view! {
            <section class="part" aria-labelledby="paid">
                <h2 id="paid">{words.say("paid-heading")}</h2>
                {lines.collect_view()}
            </section>
        }
        .into_any()
    })
}

fn says(words: Words, payment: &Payment) -> Vec<String> {
    let tally = payment.tally;
    let about = |key: &str, minor: i64| {
        let sum = words.money(Money::new(minor, tally.due.currency));
        words.with(key, &[("sum", sum.into()), ("name", words.way(payment.way).into())])
    };
    let how = match (tally.state, payment.way.flow()) {
        (PaymentState::Captured, Flow::Nothing) => Some(words.say("paid-nothing")),
        // What came twice went back, and is not said.
        (PaymentState::Captured, _) if tally.taken > 0 => Some(about("paid-taken", tally.taken.min(tally.due.minor))),
        (PaymentState::Promised, Flow::Door) => Some(about("paid-door", tally.wanted().minor)),
        (PaymentState::Promised, _) => Some(about("paid-promised", tally.wanted().minor)),
        (PaymentState::Pending | PaymentState::Failed | PaymentState::Captured, _) => None,
    };
    let owed = (tally.owed_back() > 0).then(|| about("paid-going-back", tally.owed_back()));
    let back = (tally.returned > 0).then(|| about("paid-back", tally.returned));
    how.into_iter().chain(owed).chain(back).collect()
}
