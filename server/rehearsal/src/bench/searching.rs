//! B9: finding things among 100,000. One client asks what many people would: words rare and common, several, half typed,
//! wrong; then sixteen ask at once. Last, shoppers look around and fill carts while more goods come in.

use std::cell::Cell;
use std::time::{Duration, Instant};

use super::load::{ANEW, Asked, Window, best, made_anew};
use super::pages::{PRODUCT, get};
use super::table::{Table, grouped};
use crate::client::Client;
use crate::premises::{Premises, Program};
use crate::shopper::Shopper;
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
/// Products, whose pages show what stands beside them.
const PRODUCTS: (&[&str], f64) = (&["carbon-pan", "ridge-mug", "pebble-lamp"], 15.0);
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

/// So many more goods come in while shoppers are there, and nobody of them waits for longer than so many milliseconds.
const MORE: usize = 20_000;
const LONGEST_WAIT: f64 = 250.0;

/// Prints all of it.
pub async fn measure(program: &Program, table: &mut Table) -> Outcome<()> {
    table.title(&format!("B9  searching among {} goods, one client, {ROUNDS} rounds, shop on one core", grouped(GOODS as f64)));
    let begun = Instant::now();
    let premises = Premises::with_made_up(program, GOODS).await?;
    let rate = GOODS as f64 / begun.elapsed().as_secs_f64();
    table.judged("goods made up, saved and indexed", &format!("{}/s", grouped(rate)), rate >= INCOMING, ">= 5,000/s");
    let shop = premises.open().await?;
    // A parameter that no page knows makes it a page of one's own, which nobody keeps. What it found is kept for its filters and
    // its next pages: it is a search of its own, too, where it has marks of its own.
    let narrowed = |query: &str| get(&format!("/en/search?q={}&anew=1", coded(query)), "identity", premises.addr);
    let page = |query: &str| narrowed(&format!("{query} {ANEW}"));
    let product = |slug: &str| get(&format!("/en/products/{slug}?anew=1"), "identity", premises.addr);
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
        ("a product", PRODUCTS, &product),
        ("a category with its filters and counts", LISTS, &list),
    ] {
        let window = asked(&premises, questions, request).await?;
        let times = format!("p50 {:.2} ms, p99 {:.2} ms", window.quantile(0.5), window.p99());
        table.judged(name, &times, window.p99() <= most, &format!("p99 <= {most:.0} ms"));
    }
    let crowd = |request| Asked { to: premises.addr, request, pid: shop.pid() };
    let kept = get("/en/search?q=ridge+mug", "identity", premises.addr);
    let windows = best(&[crowd(page("ridge mug")), crowd(narrowed("ridge mug")), crowd(kept)]).await?;
    let figure = |window: &Window| format!("{}/s, p99 {:.1} ms", grouped(window.rate()), window.p99());
    table.judged("16 at once, each a search of its own", &figure(&windows[0]), windows[0].rate() >= RATE, ">= 400/s");
    table.judged("pages of one search, each made anew", &figure(&windows[1]), windows[1].rate() >= RATE, ">= 400/s");
    table.row("the same page for all 16", &figure(&windows[2]));
    table.row("resident memory after that", &format!("{:.1} MB", shop.resident()? as f64 / 1e6));
    during_import(&premises, table).await?;
    shop.close().await
}

/// One looks around, another fills a cart, while goods come in by a program of its own on the shop's core.
async fn during_import(premises: &Premises, table: &mut Table) -> Outcome<()> {
    let (done, begun) = (Cell::new(false), Instant::now());
    let import = async {
        let told = premises.take_in(&more()).await;
        done.set(true);
        told.map(|()| begun.elapsed())
    };
    let (took, looked, filled) = tokio::join!(import, looking(premises, &done), filling(premises, &done));
    let (took, looked, filled) = (took?, looked?, filled?);
    let rate = MORE as f64 / took.as_secs_f64();
    table.row(&format!("{} more come in meanwhile", grouped(MORE as f64)), &format!("{}/s", grouped(rate)));
    for (name, window) in [("  pages looked at: the slowest", looked), ("  carts filled: the slowest", filled)] {
        let longest = window.quantile(1.0);
        let figure = format!("{longest:.0} ms of {}, p99 {:.0} ms", grouped(window.micros.len() as f64), window.p99());
        table.judged(name, &figure, longest <= LONGEST_WAIT, "<= 250 ms");
    }
    Ok(())
}

async fn looking(premises: &Premises, done: &Cell<bool>) -> Outcome<Window> {
    let (mut client, mut micros, begun) = (Client::new(premises.addr), Vec::new(), Instant::now());
    let paths = ["/en/search?q=mug", "/en/c/kitchen?stock=now", PRODUCT, "/en/search?q=umbrela", "/en/", "/en/cart"];
    for path in paths.iter().cycle() {
        if done.get() {
            break;
        }
        micros.push(timed(&mut client, &get(path, "identity", premises.addr)).await?);
    }
    Ok(Window::new(begun.elapsed(), micros))
}

/// One shopper after the other, each with a page and a new cart.
async fn filling(premises: &Premises, done: &Cell<bool>) -> Outcome<Window> {
    let (mut micros, begun) = (Vec::new(), Instant::now());
    while !done.get() {
        let one = Instant::now();
        let filled = Shopper::new(premises.addr).hurried().fill_cart("carbon-pan").await;
        filled.map_err(|snag| format!("a cart was not filled: {snag:?}"))?;
        micros.push(u32::try_from(one.elapsed().as_micros()).unwrap_or(u32::MAX));
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(Window::new(begun.elapsed(), micros))
}

async fn timed(client: &mut Client, request: &str) -> Outcome<u32> {
    let mut asked = request.as_bytes().to_vec();
    made_anew(&mut asked);
    let begun = Instant::now();
    let answer = client.ask(&asked).await?;
    if answer.status != 200 {
        return wrong(format!("{} answered {}", request.lines().next().unwrap_or_default(), answer.status));
    }
    Ok(u32::try_from(begun.elapsed().as_micros()).unwrap_or(u32::MAX))
}

/// Goods the shop does not have yet, in Shopify's columns.
fn more() -> String {
    let mut csv =
        String::from("Handle,Title,Body (HTML),Vendor,Type,Status,Variant SKU,Variant Price,Option1 Name,Option1 Value\n");
    for at in 0..MORE {
        let rows = [
            ("Moss", format!("Meadow bowl {at},<p>A bowl turned for the {at}th time.</p>,Kalna,Bowls,active")),
            ("Oat", ",,,,".to_owned()),
        ];
        for (colour, says) in rows {
            csv.push_str(&format!("meadow-bowl-{at},{says},MEADOW-{at}-{colour},24.00,Colour,{colour}\n"));
        }
    }
    csv
}

async fn asked(premises: &Premises, questions: &[&str], request: &dyn Fn(&str) -> String) -> Outcome<Window> {
    let mut client = Client::new(premises.addr);
    let mut micros = Vec::new();
    // The first round warms up.
    for round in 0..=ROUNDS {
        for question in questions {
            let took = timed(&mut client, &request(question)).await?;
            if round > 0 {
                micros.push(took);
            }
        }
    }
    Ok(Window::new(Duration::from_secs(1), micros))
}

/// A question as it stands in an address.
fn coded(text: &str) -> String {
    text.replace(' ', "+")
}
