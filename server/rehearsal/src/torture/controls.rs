//! Negative controls: the same runs, in small, against a shop that is careless on purpose. Each must fail, and for its reason.

use std::path::Path;
use std::time::Duration;

use super::drills::Copying;
use super::{
    Plan, Verdict, codes, drills, faults, forged, full, gift_cards, guesses, killed, last_units, letters, one_order, refunds,
    shaky, stays, tampering, told, work,
};
use crate::chance::Chance;
use crate::premises::Program;
use crate::trouble::Outcome;

/// A careless shop, and the run that must catch it.
#[derive(Clone, Copy, Debug)]
struct Careless {
    /// The run.
    run: &'static str,
    /// How the shop is told to be careless (`db::careless`).
    way: &'static str,
    /// What it does.
    says: &'static str,
    /// What the run finds then.
    finds: &'static str,
}

const fn careless(run: &'static str, way: &'static str, says: &'static str, finds: &'static str) -> Careless {
    Careless { run, way, says, finds }
}

/// The carelessness of a shop that is told of none.
const SOBER: &str = "could be careless, and is not";

const ALL: [Careless; 19] = [
    careless("t1", "oversell", "promises what there is not", "orders are paid for"),
    careless("t2", "twice", "makes an order of every press", "orders of"),
    careless("t3", "double", "takes every report for news", "what left is what paid orders sold"),
    careless("t4", "early", "answers before it has written", "acknowledged order is lost"),
    careless("t5", "uncounted", "does not count how often a code was had", "were told that they have it"),
    careless("t6", "keeps", "keeps the money it refunds", "forms were refunded twice"),
    careless("t7", "trusting", "charges what the form says", "instead of"),
    careless("t8", "rewrites", "writes an order anew when it is sent once more", "is not as it was placed"),
    careless("t9", "gullible", "believes whoever writes", "was answered 200, not 400"),
    careless("t10", "once", "asks the provider once and never again", "not known"),
    careless("t11", "blind", "answers as if a full disk had taken it", "acknowledged order is lost"),
    careless("t13", "hasty", "says that work is done before it does it", "parcels, the carrier made"),
    careless("t15", "overspends", "pays with gift cards and leaves the money on them", "orders were paid with one card"),
    careless("t17", "hopeful", "says that a letter is sent before it sends it", "letters were never sent"),
    careless("t18", "glancing", "looks at no password where there is no account", "a wrong password tells"),
    careless("t18", "sparing", "writes no letter to who has no account", "asking for a letter tells"),
    careless("t18", "idle", "writes nothing down of orders there are not", "looking an order up tells"),
    careless("t16", "stubborn", "goes on after its disk refused to sync", "although its disk refused to sync"),
    // The copy is careless, not the shop.
    careless("t12", "", "is copied without its log", "copy"),
];

/// One of them, ready to be tried.
pub struct Control {
    /// The run that must catch it.
    pub run: &'static str,
    /// What the shop does.
    pub says: &'static str,
    finds: Option<&'static str>,
    program: Program,
}

/// Every careless shop whose run is wanted, and the same program when it is told nothing.
pub fn of(plan: &Plan, path: &Path) -> impl Iterator<Item = Control> {
    let told = |how: &str| {
        let mut program = Program { path: path.to_owned(), ..plan.program.clone() };
        program.settings.push(("CARTWRIGHT_CARELESS", how.to_owned()));
        program
    };
    let all = plan.only.iter().all(|only| only == "controls");
    let wanted = ALL.into_iter().filter(move |one| all || plan.only.iter().any(|only| only == one.run));
    let sober = Control { run: "t1", says: SOBER, finds: None, program: told("") };
    let careless = move |Careless { run, way, says, finds }| Control { run, says, finds: Some(finds), program: told(way) };
    wanted.map(careless).chain([sober])
}

impl Control {
    /// Lets it run.
    pub async fn tried(&self, chance: &mut Chance) -> Outcome<Verdict> {
        in_small(self.run, &self.program, chance).await
    }

    /// Whether the shop is told to be careless.
    pub fn is_careless(&self) -> bool {
        self.finds.is_some()
    }

    /// What of it shows that the shop was caught; of one that is told nothing, that nothing is wrong.
    pub fn caught<'a>(&self, verdict: &'a Verdict) -> Option<&'a str> {
        match self.finds {
            Some(finds) => verdict.wrong.iter().find(|wrong| wrong.contains(finds)).map(String::as_str),
            None => verdict.wrong.is_empty().then_some("nothing"),
        }
    }
}

async fn in_small(run: &str, program: &Program, chance: &mut Chance) -> Outcome<Verdict> {
    const SOON: Duration = Duration::from_secs(4);
    match run {
        "t1" => last_units::run(program, 1, 8, false, chance).await,
        "t2" => one_order::run(program, 10, chance).await,
        "t3" => told::begin(program, 40, (2, 3), chance).await?.finish(told::UNTIL_TOLD).await,
        "t4" => {
            let kills = killed::Kills { rounds: 4, shoppers: 8, after: (50, 600), on_the_spot: 100, think: (200, 300) };
            killed::run(program, kills, chance).await
        }
        "t5" => codes::run(program, codes::Rush { rounds: 1, buyers: 30 }, chance).await,
        "t15" => gift_cards::run(program, 1, 20).await,
        "t6" => refunds::run(program, 1, chance).await,
        "t7" => tampering::run(program, 25, chance).await,
        "t8" => stays::run(program, 16, chance).await,
        "t9" => forged::run(program, 50, chance).await,
        "t10" => faults::run(program, 30, SOON, chance).await,
        "t11" => full::run(program, 1, chance).await,
        "t12" => drills::run(program, 3, Copying::FileAlone, chance).await,
        "t13" => work::run(program, 4, SOON, chance).await,
        "t17" => letters::run(program, letters::Kills { anywhere: 4, at_each: 0 }, SOON, chance).await,
        "t18" => guesses::run(program, guesses::Guesses { passwords: 40, others: 800 }, chance).await,
        "t16" => shaky::run(program, &["sync"], &[20], chance).await,
        other => crate::trouble::wrong(format!("there is no run {other}")),
    }
}
