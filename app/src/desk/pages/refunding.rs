//! Money of an order that goes back: which of its things, how much beside them, and why.

use db::payments::Payment;
use domain::documents::{Document, DocumentKind, Line, Subject, left_of};
use domain::money::Money;
use leptos::prelude::*;

use super::field::Form;
use crate::i18n::Words;

/// Why nothing was refunded.
pub fn refusal(words: Words, code: &str, left: Money) -> Option<String> {
    let known = ["nothing", "too-much", "too-many", "not-taken", "card-spent"].contains(&code);
    known.then(|| words.with(&format!("refund-{code}"), &[("left", words.money(left).into())]))
}

/// What goes back: how many of each line of the invoice, its delivery, a sum beside them, and why.
#[component]
pub fn RefundForm(words: Words, payment: Payment, left: Money, documents: Vec<Document>) -> AnyView {
    // What a change has added to an order is on an invoice of its own: the lines of all of them, one after the other.
    let lines: Vec<(Line, u32)> = documents.iter().flat_map(|invoice| left_on(invoice, &documents)).collect();
    let number = payment.number.as_str().to_owned();
    let form = Form { words, prefix: "refund", flaws: Vec::new() };
    let sent: i64 =
        lines.iter().filter(|(line, left)| *left > 0 && is_delivery(line)).map(|(line, _)| line.sum.gross.minor).sum();
    let goods = lines.iter().enumerate().filter(|(_, (line, _))| !is_delivery(line)).map(|(at, (line, left))| {
        let (id, name) = (format!("lines-{at}"), format!("refund[lines][{at}]"));
        view! {
            <div class="field">
                <label for=id.clone() dir="auto">{format!("{} × {} ({})", named(line), line.quantity, words.money(line.sum.gross))}</label>
                <input id=id name=name type="number" min="0" max=*left value="0" inputmode="numeric" />
            </div>
        }
    });
    let delivery = (sent > 0).then(|| {
        let sum = words.money(Money::new(sent, payment.due().currency));
        form.tick("delivery", format!("{} ({sum})", words.say("sum-delivery")), false)
    });
    let says = words.with("refund-left", &[("left", words.money(left).into()), ("name", words.way(payment.way).into())]);
    view! {
        <section aria-labelledby="refund">
            <h2 id="refund">{words.say("refund-heading")}</h2>
            <p class="calm">{says}</p>
            <form method="post" action="/api/desk/refund" class="stack desk-form" data-once="">
                <input type="hidden" name="number" value=number />
                // What the form was made of: pressed twice it refunds once.
                {form.hidden("left", &left.minor.to_string())}
                {goods.collect_view()}
                {delivery}
                {form.text("more", "refund-more", "")}
                {form.tick("onto_card", words.say("refund-onto-card"), false)}
                {form.text("reason", "refund-reason", "")}
                <button class="button" type="submit">{words.say("refund-button")}</button>
            </form>
        </section>
    }
    .into_any()
}

/// The lines of an invoice, each with how many of it were not credited; none of another document.
fn left_on(invoice: &Document, all: &[Document]) -> Vec<(Line, u32)> {
    if invoice.number.kind != DocumentKind::Invoice {
        return Vec::new();
    }
    let refers = |one: &&Document| one.refers_to.as_ref().is_some_and(|to| to.number == invoice.number);
    let notes: Vec<Document> =
        all.iter().filter(|one| one.number.kind == DocumentKind::CreditNote).filter(refers).cloned().collect();
    invoice.lines.iter().enumerate().map(|(at, line)| (line.clone(), left_of(line, at, &notes))).collect()
}

fn is_delivery(line: &Line) -> bool {
    matches!(line.subject, Subject::Delivery(_))
}

/// What a thing is called; nothing for what is none.
fn named(line: &Line) -> &str {
    match &line.subject {
        Subject::Goods { name, .. } => name,
        Subject::Delivery(_) | Subject::Rest => "",
    }
}
