//! The shop, lied to, overloaded and killed; its own audit after each run.
//!
//! Each run proves a promise ([`RUNS`]), and has a negative control in [`controls`]: a shop that breaks it and must be caught.

mod account_forms;
mod codes;
mod controls;
mod drills;
mod evidence;
mod faults;
mod forged;
mod forms;
mod full;
mod gift_cards;
mod guesses;
mod killed;
mod lanes;
mod last_units;
mod letters;
mod one_order;
mod properties;
mod refunds;
mod shaky;
mod stays;
mod tampering;
mod told;
mod work;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::chance::Chance;
use crate::premises::{Premises, Program};
use crate::shopper::Snag;
use crate::trouble::Outcome;
use controls::Control;
use drills::Copying;
use evidence::{Kind, Record, Seen};

/// What to run.
pub struct Plan {
    /// The shop as it is shipped.
    pub program: Program,
    /// A careless shop, which must fail every run, and holds the disk that fails; without it, what needs it is left out.
    pub careless: Option<PathBuf>,
    /// Many more rounds.
    pub long: bool,
    /// Where chance begins.
    pub seed: u64,
    /// How many guesses at what there is, and at what there is not, are measured of each kind.
    pub guesses: u32,
    /// Only these runs, by their names (`t1`, .., `controls`); all when empty. Controls beside runs are those of these runs.
    pub only: Vec<String>,
    /// The file whose table of evidence is written anew, when everything passed.
    pub write: Option<PathBuf>,
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

/// The runs by their names, and the promise each proves.
const RUNS: [(&str, &str); 18] = [
    ("t1", "The last ones of a thing go to exactly as many buyers"),
    ("t2", "One cart is one order and one charge, however often it is sent"),
    ("t3", "Webhook, return and reconciler may race: an order is paid once"),
    ("t4", "An acknowledged order survives a kill at any moment"),
    ("t5", "A code is had exactly as often as it may be, and again when an order is given up"),
    ("t6", "Refunds are never more than was taken, and none is made twice"),
    ("t7", "What is charged is what was ordered, whatever is sent; what is others' stays theirs"),
    ("t8", "A placed order is not changed"),
    ("t9", "Forged, stale, swapped, repeated and reordered webhooks change nothing"),
    ("t10", "A provider that fails in any way never makes a double charge or loses an order"),
    ("t11", "A full disk stops selling, not reading, and heals by itself"),
    ("t12", "Backups made under load restore"),
    ("t13", "Work has its effect once though the worker is killed"),
    ("t14", "Sums are exact, and an order takes no illegal step"),
    ("t15", "A gift card pays no more than was on it, and again what an order gives up"),
    ("t16", "A disk that fails once, at any moment, is survived or ends the shop: nothing acknowledged is lost"),
    ("t17", "A letter is sent though its sender is killed, and one that comes again is seen to be the same"),
    ("t18", "How long an answer takes tells nobody who has an account, or which orders there are"),
];

/// How long what was left undone may take to be done.
const PATIENCE: Duration = Duration::from_secs(60);

/// Runs everything; true when all passed.
pub fn run(plan: &Plan) -> Outcome<bool> {
    let wanted = |name: &str| plan.only.is_empty() || plan.only.iter().any(|only| only == name);
    let mut record = Record::begin(plan.seed, plan.long);
    let can = |name: &str| plan.careless.is_some() || name != "t16" || !plan.only.is_empty();
    let (alone, beside): (Vec<_>, Vec<_>) =
        RUNS.into_iter().filter(|(name, _)| wanted(name) && can(name)).map(Job::Proves).partition(Job::wants_the_machine);
    let mut jobs = beside;
    match &plan.careless {
        Some(careless) if wanted("controls") => jobs.extend(controls::of(plan, careless).map(Job::Catches)),
        Some(_) => {}
        None => println!("-     t16 and the negative controls: left out, there is no careless shop (--careless)"),
    }
    lanes::run(plan, jobs, lanes::at_once(), &mut record)?;
    lanes::run(plan, alone, 1, &mut record)?;
    record.end(plan.write.as_deref())
}

/// Something to run.
enum Job {
    /// Proves a promise.
    Proves((&'static str, &'static str)),
    /// Catches a shop that breaks one.
    Catches(Control),
}

impl Job {
    /// Whether it proves the promise of this name.
    fn is(&self, name: &str) -> bool {
        matches!(self, Job::Proves((own, _)) if *own == name)
    }

    /// Whether it measures how soon something happens, to a moment that a busy machine would miss.
    fn wants_the_machine(&self) -> bool {
        matches!(self, Job::Proves(("t4" | "t9" | "t18", _)))
    }

    /// What came of it. That it could not be run is wrong too.
    async fn done(self, plan: &Plan) -> Seen {
        let since = Instant::now();
        let (kind, verdict) = match self {
            Job::Proves((name, promise)) => (Kind::Promise { name, promise }, plan.one(name, &mut plan.chance(name)).await),
            Job::Catches(control) => {
                let verdict = control.tried(&mut plan.chance(control.says)).await;
                (Kind::Control(control), verdict)
            }
        };
        let verdict = verdict.unwrap_or_else(|trouble| Verdict { figures: String::new(), wrong: vec![trouble.to_string()] });
        Seen { kind, verdict, took: since.elapsed() }
    }
}

impl Plan {
    fn count(&self, short: u32, long: u32) -> u32 {
        if self.long { long } else { short }
    }

    fn chance(&self, name: &str) -> Chance {
        Chance::of(self.seed, name)
    }

    async fn one(&self, name: &str, chance: &mut Chance) -> Outcome<Verdict> {
        let program = &self.program;
        match name {
            "t1" => last_units::rounds(program, self.count(10, 200), chance).await,
            "t2" => one_order::run(program, self.count(100, 1000), chance).await,
            "t3" => told::begin(program, self.count(200, 1000), (0, 3), chance).await?.finish(told::UNTIL_ASKED).await,
            "t4" => {
                let rounds = self.count(20, 200);
                let kills = killed::Kills { rounds, shoppers: 16, after: (50, 600), on_the_spot: 50, think: (0, 0) };
                killed::run(program, kills, chance).await
            }
            "t5" => codes::run(program, codes::Rush { rounds: self.count(3, 100), buyers: 100 }, chance).await,
            "t6" => refunds::run(program, self.count(10, 200), chance).await,
            "t7" => tampering::run(program, self.count(5_000, 50_000), chance).await,
            "t8" => stays::run(program, self.count(100, 500), chance).await,
            "t9" => forged::run(program, self.count(1_000, 10_000), chance).await,
            "t10" => faults::run(program, self.count(150, 5_000), PATIENCE, chance).await,
            "t11" => full::run(program, self.count(2, 20), chance).await,
            "t12" => drills::run(program, self.count(5, 50), Copying::Backup, chance).await,
            "t13" => work::run(program, self.count(15, 480), PATIENCE, chance).await,
            "t14" => properties::run(self.count(2_000, 1_000_000), self.seed).await,
            "t15" => gift_cards::run(program, self.count(3, 200), 20).await,
            "t17" => {
                let kills = letters::Kills { anywhere: self.count(15, 240), at_each: self.count(2, 60) };
                letters::run(program, kills, PATIENCE, chance).await
            }
            "t18" => guesses::run(program, guesses::Guesses { passwords: self.guesses, others: self.guesses }, chance).await,
            "t16" => self.shaky(chance).await,
            other => crate::trouble::wrong(format!("there is no run {other}")),
        }
    }

    /// The disk that fails is in the program that can be careless, told nothing of the kind.
    async fn shaky(&self, chance: &mut Chance) -> Outcome<Verdict> {
        let Some(path) = &self.careless else { return crate::trouble::wrong("its program is named by --careless".to_owned()) };
        let program = Program { path: path.clone(), ..self.program.clone() };
        let all: Vec<u64> = (1..=2000).collect();
        shaky::run(&program, &shaky::DEEDS, if self.long { &all } else { shaky::SOME }, chance).await
    }
}
