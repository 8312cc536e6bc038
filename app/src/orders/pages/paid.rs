//! How an order was paid, and what of it went back.

use db::payments::Payment;
use domain::money::Money;
use domain::payments::{Flow, PaymentState};
use leptos::prelude::*;

use crate::i18n::Words;

/// What became of an order's money; nothing while it is only waited for.
#[component]
pub fn Paid(words: Words, payment: Payment) -> Option<AnyView> {
    let says = says(words, &payment);
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
        (PaymentState::Captured, _) => Some(about("paid-taken", tally.due.minor)),
        (PaymentState::Promised, Flow::Door) => Some(about("paid-door", tally.due.minor)),
        (PaymentState::Promised, _) => Some(about("paid-promised", tally.due.minor)),
        (PaymentState::Pending | PaymentState::Failed, _) => None,
    };
    let owed = (tally.owed_back() > 0).then(|| about("paid-going-back", tally.owed_back()));
    let back = (tally.returned > 0).then(|| about("paid-back", tally.returned));
    how.into_iter().chain(owed).chain(back).collect()
}
