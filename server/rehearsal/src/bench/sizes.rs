//! B6: what a visit costs in bytes, and what of the browser's half each crate weighs.

use std::path::Path;

use super::pages::{PRODUCT, get, with_demo};
use super::table::{Table, grouped};
use super::{Plan, wasm};
use crate::client::Client;
use crate::premises::Premises;
use crate::trouble::Outcome;

/// Crates shown; the rest is summed.
const SHOWN: usize = 15;

/// Prints both tables.
pub async fn measure(plan: &Plan, table: &mut Table) -> Outcome<()> {
    table.title("B6  bytes: as they are, and as they are sent (brotli; fonts as they are)");
    let mut files = Vec::new();
    walk(&plan.program.site, &mut files)?;
    files.sort();
    for file in files {
        let name = file.strip_prefix(&plan.program.site).unwrap_or(&file).to_string_lossy().into_owned();
        let plain = std::fs::metadata(&file)?.len();
        let packed = std::fs::metadata(format!("{}.br", file.display())).map_or(plain, |data| data.len());
        table.row(&name, &format!("{:>10} {:>10}", grouped(plain as f64), grouped(packed as f64)));
    }
    live(plan, table).await?;
    let Some(module) = &plan.wasm else { return Ok(()) };
    table.title("    the browser's half before it is optimised, by crate: bytes of its functions, share");
    let weights = wasm::weights(&std::fs::read(module)?)?;
    let (described, weights): (Vec<_>, Vec<_>) = weights.into_iter().partition(|(name, _)| name == wasm::DESCRIPTIONS);
    let all: u64 = weights.iter().map(|(_, bytes)| bytes).sum();
    let share = |bytes: u64| format!("{:>10} {:>5.1} %", grouped(bytes as f64), 100.0 * bytes as f64 / all as f64);
    for (name, bytes) in weights.iter().take(SHOWN) {
        table.row(name, &share(*bytes));
    }
    table.row("all others", &share(weights.iter().skip(SHOWN).map(|(_, bytes)| bytes).sum()));
    table.row("together", &share(all));
    for (name, bytes) in described {
        table.row(&format!("beside it, {name}, left out later"), &format!("{:>10}", grouped(bytes as f64)));
    }
    Ok(())
}

/// Scripts, styles, modules and fonts of the site.
fn walk(folder: &Path, found: &mut Vec<std::path::PathBuf>) -> Outcome<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, found)?;
        } else if path.extension().is_some_and(|end| ["js", "wasm", "css", "woff2"].iter().any(|known| end == *known)) {
            found.push(path);
        }
    }
    Ok(())
}

/// Pages as an open shop sends them.
async fn live(plan: &Plan, table: &mut Table) -> Outcome<()> {
    let premises = Premises::new(&with_demo(&plan.program))?;
    let shop = premises.open().await?;
    for path in ["/en/", "/en/c/kitchen", PRODUCT, "/en/cart"] {
        let mut client = Client::new(premises.addr);
        let plain = client.ask(get(path, "identity", premises.addr).as_bytes()).await?;
        let packed = client.ask(get(path, "br", premises.addr).as_bytes()).await?;
        table.row(path, &format!("{:>10} {:>10}", grouped(plain.body.len() as f64), grouped(packed.body.len() as f64)));
    }
    shop.close().await
}
