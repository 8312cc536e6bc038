//! The shop measured: ratios against a bare axum handler and raw SQLite in the same run, best of several short windows.
//!
//! The shop has one core and the load another; 16 connections, since one alone measures wake-ups. The log is `warn`.

pub mod bare;
mod checkouts;
mod doors;
mod following;
mod letters;
mod load;
mod memory;
mod orders;
mod pages;
mod placing;
mod pricing;
mod raw;
mod searching;
mod sizes;
mod table;
mod wasm;

use std::path::PathBuf;

use tokio::process::Command;

use crate::premises::Program;
use crate::trouble::Outcome;
use table::Table;

/// The core the shop runs on.
pub const SHOP_CORE: u32 = 0;
/// The core the load runs on.
const LOAD_CORE: u32 = 1;
/// Connections at the same time.
const AT_ONCE: usize = 16;
/// Windows of each measurement; the best counts.
const WINDOWS: usize = 3;
/// How long a window is, in seconds.
const WINDOW_SECONDS: u64 = 4;

/// What to measure.
pub struct Plan {
    /// The shop as it is shipped.
    pub program: Program,
    /// The browser's half before it was optimised.
    pub wasm: Option<PathBuf>,
    /// Only these, by their names (`b1` to `b6`, `b8` to `b12`; `b7` is Lighthouse); all when empty.
    pub only: Vec<String>,
}

/// Measures everything; true when every target was reached.
pub async fn run(plan: &Plan) -> Outcome<bool> {
    let wanted = |name: &str| plan.only.is_empty() || plan.only.iter().any(|only| only == name);
    let mut table = Table::default();
    stay_on(&LOAD_CORE.to_string()).await;
    if wanted("b1") || wanted("b2") {
        pages::measure(&plan.program, &mut table).await?;
    }
    if wanted("b3") {
        checkouts::measure(&plan.program, &mut table).await?;
    }
    if wanted("b4") {
        // Both sides of this comparison are in this process, each with a thread that writes.
        stay_on(&format!("{SHOP_CORE},{LOAD_CORE}")).await;
        placing::measure(&mut table).await?;
        stay_on(&LOAD_CORE.to_string()).await;
    }
    if wanted("b5") {
        memory::measure(&plan.program, &mut table).await?;
    }
    if wanted("b6") {
        sizes::measure(plan, &mut table).await?;
    }
    if wanted("b8") {
        pricing::measure(&mut table)?;
    }
    if wanted("b9") {
        searching::measure(&plan.program, &mut table).await?;
    }
    if wanted("b10") {
        letters::measure(&plan.program, &mut table).await?;
    }
    if wanted("b11") {
        following::measure(&plan.program, &mut table).await?;
    }
    if wanted("b12") {
        doors::measure(&plan.program, &mut table).await?;
    }
    Ok(table.end())
}

/// Keeps this thread, and those it starts from now on, on some cores.
async fn stay_on(cores: &str) {
    let id = std::process::id().to_string();
    let moved = Command::new("taskset").args(["-cp", cores, &id]).stdout(std::process::Stdio::null()).status().await;
    if !moved.is_ok_and(|status| status.success()) {
        eprintln!("rehearsal: no taskset here: shop and load share their cores, and the figures say less");
    }
}
