//! The shop, lied to, overloaded and killed; its own audit after each run.

mod controls;
mod killed;
mod last_units;
mod one_order;
mod told;

use std::path::PathBuf;

use crate::chance::Chance;
use crate::premises::{Premises, Program};
use crate::shopper::Snag;
use crate::trouble::Outcome;

/// What to run.
pub struct Plan {
    /// The shop as it is shipped.
    pub program: Program,
    /// A careless shop, which must fail every run; without it, the negative controls are left out.
    pub careless: Option<PathBuf>,
    /// Many more rounds.
    pub long: bool,
    /// Where chance begins.
    pub seed: u64,
    /// Only these runs, by their names (`t1`, .., `controls`); all when empty.
    pub only: Vec<String>,
}

/// What came of one run.
#[derive(Debug, Default)]
pub struct Verdict {
    /// What was done and counted.
    pub figures: String,
    /// What the shop did wrong; empty when the run passed.
    pub wrong: Vec<String>,
}

impl Verdict {
    /// Notes a wrong when something does not hold.
    pub fn must(&mut self, holds: bool, says: impl FnOnce() -> String) {
        if !holds {
            self.wrong.push(says());
        }
    }

    /// Notes a shopper's snag that no shopper must meet.
    pub fn snag(&mut self, who: &str, snag: &Snag) {
        self.wrong.push(format!("{who}: {snag:?}"));
    }

    /// Adds what the shop's audit finds.
    pub async fn audit(&mut self, premises: &Premises) -> Outcome<()> {
        self.wrong.extend(premises.audit().await?);
        Ok(())
    }
}

/// Runs everything; true when all passed.
pub async fn run(plan: &Plan) -> Outcome<bool> {
    let mut chance = Chance::new(plan.seed);
    let wanted = |name: &str| plan.only.is_empty() || plan.only.iter().any(|only| only == name);
    let mut fine = true;
    println!("seed {} ({})", plan.seed, if plan.long { "long" } else { "short" });

    // What only the reconciler can settle takes a minute: it waits while the others run.
    let payments = if plan.long { 1000 } else { 200 };
    let waiting = match wanted("t3") {
        true => Some(told::begin(&plan.program, payments, (0, 3), &mut chance.fork()).await?),
        false => None,
    };
    if wanted("t1") {
        for round in 0..if plan.long { 30 } else { 3 } {
            for (units, thinking) in [(1, false), (7, false), (1, true), (7, true)] {
                let verdict = last_units::run(&plan.program, units, 64, thinking, &mut chance.fork()).await?;
                let pace = if thinking { "with pauses" } else { "in lock step" };
                fine &= show(&format!("T1 last units, {units} for 64 {pace}, round {}", round + 1), &verdict);
            }
        }
    }
    if wanted("t2") {
        let carts = if plan.long { 1000 } else { 100 };
        fine &= show("T2 one cart, one order", &one_order::run(&plan.program, carts, &mut chance.fork()).await?);
    }
    if wanted("t4") {
        let rounds = if plan.long { 600 } else { 60 };
        let kills = killed::Kills { rounds, shoppers: 16, after: (50, 600), on_the_spot: 50, think: (0, 0) };
        fine &= show("T4 killed at any moment", &killed::run(&plan.program, kills, &mut chance.fork()).await?);
    }
    if let Some(waiting) = waiting {
        fine &= show("T3 told before, after, twice, late, never", &waiting.finish(told::UNTIL_ASKED).await?);
    }
    match &plan.careless {
        Some(careless) if wanted("controls") => fine &= controls::run(&plan.program, careless, &mut chance.fork()).await?,
        Some(_) => {}
        None => println!("-     negative controls: left out, there is no careless shop (--careless)"),
    }
    Ok(fine)
}

fn show(name: &str, verdict: &Verdict) -> bool {
    const MOST: usize = 12;
    let fine = verdict.wrong.is_empty();
    println!("{} {name}: {}", if fine { "pass " } else { "FAIL " }, verdict.figures);
    for wrong in verdict.wrong.iter().take(MOST) {
        println!("        {wrong}");
    }
    if verdict.wrong.len() > MOST {
        println!("        and {} more", verdict.wrong.len() - MOST);
    }
    fine
}
