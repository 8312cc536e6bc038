//! TestPay's pages: plain HTML, no script, one small stylesheet of its own.

use std::fmt::Write;

use db::outside::testpay::{Card, Session};
use domain::payments::Way;

use super::cards::{CARDS, grouped};
use super::form::{Field, Flaw, Typed};
use super::till::Decline;
use super::{purse, words};
use app::i18n::Words;

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
pub fn pay(merchant: &str, session: &Session, kept: &[Card], (typed, above): (&Typed, &Above<'_>)) -> String {
    let flaws = match above {
        Above::Flaws(flaws) => *flaws,
        Above::Nothing | Above::Declined(_) => &[],
    };
    let words = words::of(session);
    let field = |field, hints| input(words, field, hints, typed, flaws);
    let title = words.with("testpay-pay", &[("sum", sum(session).into())]);
    let main = format!(
        r#"{above}{bill}
{kept}<form method="post" action="/testpay/pay/{reference}" novalidate>
{number}<div class="pair">{expiry}{cvc}</div>{name}{keeps}
<button>{title}</button>
</form>
<p><a href="{cancelled}">{back}</a></p>
{cards}"#,
        above = said(words, above),
        bill = bill(merchant, session),
        kept = purse::kept(session, kept),
        keeps = purse::keeps(session),
        reference = escape(&session.reference),
        number = field(Field::Number, r#"inputmode="numeric" autocomplete="cc-number" dir="ltr" maxlength="40""#),
        expiry =
            field(Field::Expiry, r#"inputmode="numeric" autocomplete="cc-exp" dir="ltr" placeholder="MM/YY" maxlength="20""#),
        cvc = field(Field::Cvc, r#"inputmode="numeric" autocomplete="cc-csc" dir="ltr" maxlength="10""#),
        name = field(Field::Name, r#"autocomplete="cc-name" spellcheck="false" maxlength="100""#),
        cancelled = escape(&session.cancelled),
        back = escape(&words.with("testpay-back-unpaid", &[("merchant", merchant.into())])),
        title = escape(&title),
        cards = cards(words, session),
    );
    let failed = !matches!(above, Above::Nothing);
    let title = if failed { words.with("testpay-error", &[("title", title.into())]) } else { title };
    page(words, &title, &main)
}

/// The page on which the card's bank asks.
pub fn challenge(merchant: &str, session: &Session) -> String {
    let words = words::of(session);
    let title = words.say("testpay-challenge");
    let main = format!(
        r#"<h1>{heading}</h1>
<p>{asks}</p>
<form method="post" action="/testpay/pay/{reference}/challenge">
<button name="answer" value="approve">{approve}</button>
<button name="answer" value="refuse" class="plain">{refuse}</button>
</form>"#,
        heading = escape(&title),
        asks = escape(&words.with("testpay-challenge-text", &[("sum", sum(session).into()), ("merchant", merchant.into())])),
        approve = escape(&words.say("testpay-approve")),
        refuse = escape(&words.say("testpay-refuse")),
        reference = escape(&session.reference),
    );
    page(words, &title, &main)
}

/// The page of a session whose time is over.
pub fn over(merchant: &str, session: &Session) -> String {
    let words = words::of(session);
    let title = words.say("testpay-over");
    let main = format!(
        r#"<h1>{heading}</h1>
<p>{text}</p>
<p><a href="{cancelled}">{back}</a></p>"#,
        heading = escape(&title),
        text = escape(&words.with("testpay-over-text", &[("number", session.order_number.clone().into())])),
        cancelled = escape(&session.cancelled),
        back = escape(&words.with("testpay-back", &[("merchant", merchant.into())])),
    );
    page(words, &title, &main)
}

/// The page of a session there is not.
pub fn unknown(words: Words) -> String {
    stands(words, &words.say("testpay-unknown"), &words.say("testpay-unknown-text"))
}

/// The page when TestPay itself broke.
pub fn broken(words: Words) -> String {
    stands(words, &words.say("testpay-broken"), &words.say("testpay-broken-text"))
}

fn stands(words: Words, title: &str, text: &str) -> String {
    page(words, title, &format!("<h1>{}</h1>\n<p>{}</p>", escape(title), escape(text)))
}

pub(super) fn page(words: Words, title: &str, main: &str) -> String {
    format!(
        r#"<!doctype html>
<html lang="{lang}" dir="{dir}">
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
        lang = words.lang.code(),
        dir = words.lang.dir(),
        title = escape(title),
        label = escape(&words.say("testpay-label")),
    )
}

pub(super) fn bill(merchant: &str, session: &Session) -> String {
    let words = words::of(session);
    format!(
        r#"<h1>{heading}</h1>
<dl><div><dt>{order}</dt><dd><bdi>{number}</bdi></dd></div>{way}<div><dt>{due}</dt><dd><strong>{sum}</strong></dd></div></dl>"#,
        way = way(words, session),
        heading = escape(&words.with("testpay-pay-to", &[("merchant", merchant.into())])),
        order = escape(&words.say("testpay-order")),
        number = escape(&session.order_number),
        due = escape(&words.say("testpay-due")),
        sum = escape(&sum(session)),
    )
}

/// How it is paid, where that is not told by the form.
fn way(words: Words, session: &Session) -> String {
    if session.way == Way::Card {
        return String::new();
    }
    let (label, name) = (escape(&words.say("testpay-way")), escape(&words.way(session.way)));
    format!("<div><dt>{label}</dt><dd>{name}</dd></div>")
}

pub(super) fn said(words: Words, above: &Above<'_>) -> String {
    let (heading, inner) = match above {
        Above::Nothing => return String::new(),
        Above::Declined(decline) => ("testpay-not-paid", format!("<p>{}</p>", escape(&words::decline(words, *decline)))),
        Above::Flaws(flaws) => {
            let links = flaws.iter().fold(String::new(), |mut list, &(field, flaw)| {
                let _ = write!(list, r##"<li><a href="#{}">{}</a></li>"##, id(field), escape(&words::flaw(words, field, flaw)));
                list
            });
            ("testpay-problem", format!("<ul>{links}</ul>"))
        }
    };
    let heading = escape(&words.say(heading));
    format!(
        r#"<section class="said" role="alert" tabindex="-1" autofocus aria-labelledby="said"><h2 id="said">{heading}</h2>{inner}</section>"#
    )
}

/// One field with its label and what is wrong with it. A security code is never written back.
fn input(words: Words, field: Field, hints: &str, typed: &Typed, flaws: &[(Field, Flaw)]) -> String {
    let value = match field {
        Field::Number => &typed.number,
        Field::Expiry => &typed.expiry,
        Field::Cvc => "",
        Field::Name => &typed.name,
    };
    let (id, label, value) = (id(field), escape(&words::label(words, field)), escape(value));
    let (marks, error) = match flaws.iter().find(|(of, _)| *of == field) {
        None => (String::new(), String::new()),
        Some(&(_, flaw)) => (
            format!(r#" aria-invalid="true" aria-describedby="{id}-error""#),
            format!(r#"<p class="error" id="{id}-error">{}</p>"#, escape(&words::flaw(words, field, flaw))),
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
fn cards(words: Words, session: &Session) -> String {
    let rows = CARDS.iter().fold(String::new(), |mut rows, (number, _, says)| {
        let says = escape(&words.say(&format!("testpay-card-{says}")));
        let reference = escape(&session.reference);
        let shown = grouped(number);
        let _ = write!(rows, r#"<li><a href="/testpay/pay/{reference}?card={number}"><bdi>{shown}</bdi></a> {says}</li>"#);
        rows
    });
    format!(
        "<section><h2>{}</h2><p>{}</p><ul>{rows}</ul></section>",
        escape(&words.say("testpay-cards")),
        escape(&words.say("testpay-cards-text")),
    )
}

fn sum(session: &Session) -> String {
    words::of(session).money(session.amount)
}

/// Text that is safe between tags and in quoted attributes.
pub(super) fn escape(text: &str) -> String {
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
