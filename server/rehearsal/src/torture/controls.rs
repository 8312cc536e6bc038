//! Negative controls: the same runs, in small, against a shop that is careless on purpose. Each must fail, and for its reason.

use std::path::Path;
use std::time::Duration;

use super::drills::Copying;
use super::evidence::Record;
use super::{
    Plan, Verdict, codes, drills, faults, forged, full, gift_cards, killed, last_units, one_order, refunds, stays, tampering,
    told, work,
};
use crate::chance::Chance;
use crate::premises::Program;
use crate::trouble::Outcome;

/// A careless shop.
struct Careless {
    /// The run that must catch it.
    run: &'static str,
    /// How it is told to be careless (`db::careless`).
    way: &'static str,
    /// What it does.
    says: &'static str,
    /// What the run finds then.
    finds: &'static str,
}

const fn careless(run: &'static str, way: &'static str, says: &'static str, finds: &'static str) -> Careless {
    Careless { run, way, says, finds }
}

const ALL: [Careless; 14] = [
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
    // The copy is careless, not the shop.
    careless("t12", "", "is copied without its log", "copy"),
];

/// Tries every careless shop, and the same program when it is told nothing.
pub async fn run(plan: &Plan, careless: &Path, chance: &mut Chance, record: &mut Record) -> Outcome<()> {
    let told = |how: &str| {
        let mut program = Program { path: careless.to_owned(), ..plan.program.clone() };
        program.settings.push(("CARTWRIGHT_CARELESS", how.to_owned()));
        program
    };
    let all = plan.only.iter().all(|only| only == "controls");
    for Careless { run, way, says, finds } in ALL.into_iter().filter(|one| all || plan.only.iter().any(|only| only == one.run)) {
        let verdict = in_small(run, &told(way), &mut chance.fork()).await?;
        let found = verdict.wrong.iter().find(|wrong| wrong.contains(finds)).map(String::as_str);
        record.caught(run, says, found.ok_or_else(|| format!("{} {:?}", verdict.figures, verdict.wrong)));
    }
    let sober = last_units::run(&told(""), 1, 8, false, &mut chance.fork()).await?;
    record.show(&format!("control: T1 and the same program without its carelessness: {}", sober.figures), &sober.wrong);
    Ok(())
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
        other => crate::trouble::wrong(format!("there is no run {other}")),
    }
}
