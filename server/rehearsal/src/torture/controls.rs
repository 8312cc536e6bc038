//! Negative controls: the same runs, in small, against a shop that is careless on purpose. Each must fail.

use std::path::Path;

use super::{Verdict, killed, last_units, one_order, told};
use crate::chance::Chance;
use crate::premises::Program;
use crate::trouble::Outcome;

/// Runs every control; true when every carelessness was caught.
pub async fn run(program: &Program, careless: &Path, chance: &mut Chance) -> Outcome<bool> {
    let with = |how: &str| {
        let mut program = Program { path: careless.to_owned(), ..program.clone() };
        program.settings.push(("CARTWRIGHT_CARELESS", how.to_owned()));
        program
    };
    let oversold = last_units::run(&with("oversell"), 1, 8, false, &mut chance.fork()).await?;
    let twice = one_order::run(&with("twice"), 10, &mut chance.fork()).await?;
    let double = told::begin(&with("double"), 40, (2, 3), &mut chance.fork()).await?.finish(told::UNTIL_TOLD).await?;
    let kills = killed::Kills { rounds: 4, shoppers: 8, after: (50, 600), on_the_spot: 100, think: (200, 300) };
    let early = killed::run(&with("early"), kills, &mut chance.fork()).await?;
    let sober =
        last_units::run(&Program { path: careless.to_owned(), ..program.clone() }, 1, 8, false, &mut chance.fork()).await?;
    let caught = [
        caught("T1 catches a shop that does not count what it promises", &oversold, "orders are paid for"),
        caught("T2 catches a shop that makes an order of every press", &twice, "orders of"),
        caught("T3 catches a shop that takes every report for news", &double, "times, ledger"),
        caught("T4 catches a shop that answers before it has written", &early, "acknowledged order is lost"),
    ];
    // The same program, told nothing, is careful: it is the carelessness that is caught.
    let careful = super::show("T1 the same program without its carelessness", &sober);
    Ok(careful && caught.iter().all(|caught| *caught))
}

/// Whether a run found what it is there to find, not something else.
fn caught(name: &str, verdict: &Verdict, what: &str) -> bool {
    let found: Vec<_> = verdict.wrong.iter().filter(|wrong| wrong.contains(what)).collect();
    match found.first() {
        Some(first) => println!("control caught: {name}: {first} (one of {})", found.len()),
        None => println!("FAIL  {name}: nothing of the kind was found, {} ({:?})", verdict.figures, verdict.wrong),
    }
    !found.is_empty()
}
