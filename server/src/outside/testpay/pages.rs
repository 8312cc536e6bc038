//! TestPay's pages: plain HTML, no script, one small stylesheet of its own.

use std::fmt::Write;

use db::outside::testpay::Session;

use super::cards::{CARDS, grouped};
use super::form::{Field, Flaw, Typed};
use super::till::Decline;
use super::words;

/// The stylesheet.
pub const STYLE: &str = include_str!("style.css");

/// What is said above the card form.
pub enum Above<'a> {
    /// Nothing.
    Nothing,
    /// What is wrong with the form.
    Flaws(&'a [(Field, Flaw)]),
    /// That the bank said no.
    Declined(Decline),
}

/// The page to pay on.
pub fn pay(merchant: &str, session: &Session, typed: &Typed, above: &Above<'_>) -> String {
    let flaws = match above {
        Above::Flaws(flaws) => *flaws,
        Above::Nothing | Above::Declined(_) => &[],
    };
    let field = |field, hints| input(field, hints, typed, flaws);
    let sum = sum(session);
    let main = format!(
        r#"{above}{bill}
<form method="post" action="/testpay/pay/{reference}" novalidate>
{number}<div class="pair">{expiry}{cvc}</div>{name}
<button>Pay {sum}</button>
</form>
<p><a href="{cancelled}">Back to {merchant} without paying</a></p>
{cards}"#,
        above = said(above),
        bill = bill(merchant, session),
        reference = escape(&session.reference),
        number = field(Field::Number, r#"inputmode="numeric" autocomplete="cc-number" dir="ltr" maxlength="40""#),
        expiry =
            field(Field::Expiry, r#"inputmode="numeric" autocomplete="cc-exp" dir="ltr" placeholder="MM/YY" maxlength="20""#),
        cvc = field(Field::Cvc, r#"inputmode="numeric" autocomplete="cc-csc" dir="ltr" maxlength="10""#),
        name = field(Field::Name, r#"autocomplete="cc-name" spellcheck="false" maxlength="100""#),
        cancelled = escape(&session.cancelled),
        merchant = escape(merchant),
        cards = cards(session),
    );
    let error = if matches!(above, Above::Nothing) { "" } else { "Error: " };
    page(&format!("{error}Pay {sum}"), &main)
}

/// The page on which the card's bank asks.
pub fn challenge(merchant: &str, session: &Session) -> String {
    let main = format!(
        r#"<h1>Is it you?</h1>
<p>Your bank asks whether you want to pay <strong>{sum}</strong> to {merchant}.</p>
<form method="post" action="/testpay/pay/{reference}/challenge">
<button name="answer" value="approve">Approve the payment</button>
<button name="answer" value="refuse" class="plain">Do not pay</button>
</form>"#,
        sum = sum(session),
        merchant = escape(merchant),
        reference = escape(&session.reference),
    );
    page("Is it you?", &main)
}

/// The page of a session whose time is over.
pub fn over(merchant: &str, session: &Session) -> String {
    let main = format!(
        r#"<h1>The time to pay is over</h1>
<p>Nothing was taken for order <bdi>{number}</bdi>. You can pay it again from the shop.</p>
<p><a href="{cancelled}">Back to {merchant}</a></p>"#,
        number = escape(&session.order_number),
        cancelled = escape(&session.cancelled),
        merchant = escape(merchant),
    );
    page("The time to pay is over", &main)
}

/// The page of a session there is not.
pub fn unknown() -> String {
    page("No such payment", "<h1>No such payment</h1>\n<p>Go back to the shop and pay from there.</p>")
}

/// The page when TestPay itself broke.
pub fn broken() -> String {
    page(
        "Try again soon",
        "<h1>TestPay does not work right now</h1>\n<p>Load this page again in a moment: a payment is never taken twice.</p>",
    )
}

fn page(title: &str, main: &str) -> String {
    format!(
        r#"<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title} - TestPay</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/testpay/style.css">
</head>
<body>
<header>{label}</header>
<main>
{main}
</main>
</body>
</html>
"#,
        title = escape(title),
        label = words::LABEL,
    )
}

fn bill(merchant: &str, session: &Session) -> String {
    format!(
        r#"<h1>Pay {merchant}</h1>
<dl><div><dt>Order</dt><dd><bdi>{number}</bdi></dd></div><div><dt>To pay</dt><dd><strong>{sum}</strong></dd></div></dl>"#,
        merchant = escape(merchant),
        number = escape(&session.order_number),
        sum = sum(session),
    )
}

fn said(above: &Above<'_>) -> String {
    let (heading, inner) = match above {
        Above::Nothing => return String::new(),
        Above::Declined(decline) => ("Not paid", format!("<p>{}</p>", words::decline(*decline))),
        Above::Flaws(flaws) => {
            let links = flaws.iter().fold(String::new(), |mut list, &(field, flaw)| {
                let _ = write!(list, r##"<li><a href="#{}">{}</a></li>"##, id(field), words::flaw(field, flaw));
                list
            });
            ("There is a problem", format!("<ul>{links}</ul>"))
        }
    };
    format!(
        r#"<section class="said" role="alert" tabindex="-1" autofocus aria-labelledby="said"><h2 id="said">{heading}</h2>{inner}</section>"#
    )
}

/// One field with its label and what is wrong with it. A security code is never written back.
fn input(field: Field, hints: &str, typed: &Typed, flaws: &[(Field, Flaw)]) -> String {
    let value = match field {
        Field::Number => &typed.number,
        Field::Expiry => &typed.expiry,
        Field::Cvc => "",
        Field::Name => &typed.name,
    };
    let (id, label, value) = (id(field), words::label(field), escape(value));
    let (marks, error) = match flaws.iter().find(|(of, _)| *of == field) {
        None => (String::new(), String::new()),
        Some(&(_, flaw)) => (
            format!(r#" aria-invalid="true" aria-describedby="{id}-error""#),
            format!(r#"<p class="error" id="{id}-error">{}</p>"#, words::flaw(field, flaw)),
        ),
    };
    format!(
        r#"<div class="field"><label for="{id}">{label}</label>{error}<input id="{id}" name="{id}" value="{value}" required {hints}{marks}></div>"#
    )
}

fn id(field: Field) -> &'static str {
    match field {
        Field::Number => "number",
        Field::Expiry => "expiry",
        Field::Cvc => "cvc",
        Field::Name => "name",
    }
}

/// The test cards; each fills in the form by its link.
fn cards(session: &Session) -> String {
    let rows = CARDS.iter().fold(String::new(), |mut rows, (number, _, says)| {
        let reference = escape(&session.reference);
        let shown = grouped(number);
        let _ = write!(rows, r#"<li><a href="/testpay/pay/{reference}?card={number}"><bdi>{shown}</bdi></a> {says}</li>"#);
        rows
    });
    format!(
        "<section><h2>Test cards</h2><p>Follow one to fill it in. Any later date and any 3 digits will do.</p><ul>{rows}</ul></section>"
    )
}

fn sum(session: &Session) -> String {
    format!("{} {}", session.amount.currency.code(), session.amount.plain())
}

/// Text that is safe between tags and in quoted attributes.
fn escape(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut safe, letter| {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
        safe
    })
}
