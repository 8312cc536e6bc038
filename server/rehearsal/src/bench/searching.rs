//! B9: finding things among 100,000. One client asks what many people would: words rare and common, several, half typed,
//! wrong; then sixteen ask at once.

use std::cell::Cell;
use std::time::{Duration, Instant};

use super::load::{Asked, Window, best};
use super::pages::get;
use super::table::{Table, grouped};
use crate::client::Client;
use crate::premises::{Premises, Program};
use crate::trouble::{Outcome, wrong};

/// Goods in the shop.
const GOODS: usize = 100_000;
/// How fast they come in, a second.
const INCOMING: f64 = 5_000.0;
/// Every question is asked so often.
const ROUNDS: usize = 40;

/// Questions in words, and within how many milliseconds 99 of 100 are answered.
const WORDS: (&[&str], f64) = (
    &[
        "mug",
        "ridge mug",
        "teapot",
        "harbour",
        "stoneware",
        "steel",
        "oak",
        "brass knob",
        "walnut board",
        "linen",
        "lamp",
        "moss",
        "wool throw",
        "28 cm",
        "RIDGE-MUG-MOSS-250-ML-77",
        "umbr",
        "kitchen",
        "winter ridge mug",
        "care by hand",
        "no",
    ],
    15.0,
);
/// Questions with mistakes.
const MISTAKES: (&[&str], f64) = (
    &[
        "umbrela",
        "teepot",
        "ruksack",
        "fountian pen",
        "secaturs",
        "notbook",
        "lantren",
        "cushoin",
        "candel stick",
        "slipers",
        "wallett",
        "casserolle",
        "harbour enammel pot",
        "xylophone",
        "xylophone mug",
    ],
    40.0,
);
/// What is typed on the way to a word.
const TYPED: (&[&str], f64) = (
    &["m", "mu", "mug", "ri", "rid", "ridge m", "st", "stone", "har", "harbour r", "wal", "umbrel", "umbrela", "28 c", "li"],
    8.0,
);
/// What is asked of a category with its filters and counts.
const LISTS: (&[&str], f64) = (
    &[
        "kitchen?",
        "table?",
        "kitchen?is.Colour=Moss",
        "table?stock=now&sort=price",
        "kitchen?stars=4&is.Colour=Moss&is.Colour=Oat",
    ],
    15.0,
);
/// Search pages a second, for sixteen who ask at once.
const RATE: f64 = 400.0;

/// Prints all four.
pub async fn measure(program: &Program, table: &mut Table) -> Outcome<()> {
    table.title(&format!("B9  searching among {} goods, one client, {ROUNDS} rounds, shop on one core", grouped(GOODS as f64)));
    let begun = Instant::now();
    let premises = Premises::with_made_up(program, GOODS).await?;
    let rate = GOODS as f64 / begun.elapsed().as_secs_f64();
    table.judged("goods made up, saved and indexed", &format!("{}/s", grouped(rate)), rate >= INCOMING, ">= 5,000/s");
    let shop = premises.open().await?;
    let page = |query: &str| get(&format!("/en/search?q={}", coded(query)), "identity", premises.addr);
    let idea = |query: &str| {
        let asked = get(&format!("/api/search/ideas?lang=en&q={}", coded(query)), "identity", premises.addr);
        asked.replace("text/html,application/xhtml+xml", "application/json")
    };
    // Each asks for another lowest price, so that no page is kept from the one before.
    let asked_for = Cell::new(0);
    let list = |query: &str| {
        asked_for.set(asked_for.get() + 1);
        get(&format!("/en/c/{query}&least={}", asked_for.get() % 997), "identity", premises.addr)
    };
    for (name, (questions, most), request) in [
        ("a page for words", WORDS, &page as &dyn Fn(&str) -> String),
        ("a page for words with mistakes", MISTAKES, &page),
        ("suggestions", TYPED, &idea),
        ("a category with its filters and counts", LISTS, &list),
    ] {
        let window = asked(&premises, questions, request).await?;
        let times = format!("p50 {:.2} ms, p99 {:.2} ms", window.quantile(0.5), window.p99());
        table.judged(name, &times, window.p99() <= most, &format!("p99 <= {most:.0} ms"));
    }
    let crowd = Asked { to: premises.addr, request: page("ridge mug"), pid: shop.pid() };
    let windows = best(&[crowd]).await?;
    let figure = format!("{}/s, p99 {:.1} ms", grouped(windows[0].rate()), windows[0].p99());
    table.judged("the same page, 16 at once", &figure, windows[0].rate() >= RATE, ">= 400/s");
    table.row("resident memory after that", &format!("{:.1} MB", shop.resident()? as f64 / 1e6));
    shop.close().await
}

async fn asked(premises: &Premises, questions: &[&str], request: &dyn Fn(&str) -> String) -> Outcome<Window> {
    let mut client = Client::new(premises.addr);
    let mut micros = Vec::new();
    // The first round warms up.
    for round in 0..=ROUNDS {
        for question in questions {
            let request = request(question);
            let begun = Instant::now();
            let answer = client.ask(request.as_bytes()).await?;
            if answer.status != 200 {
                return wrong(format!("{question} answered {}", answer.status));
            }
            if round > 0 {
                micros.push(u32::try_from(begun.elapsed().as_micros()).unwrap_or(u32::MAX));
            }
        }
    }
    Ok(Window::new(Duration::from_secs(1), micros))
}

/// A question as it stands in an address.
fn coded(text: &str) -> String {
    text.replace(' ', "+")
}
