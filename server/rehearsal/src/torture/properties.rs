//! T14: the properties of sums and of an order's life, tried out with far more cases than at every change of the code.

use std::process::Stdio;

use tokio::process::Command;

use super::Verdict;
use crate::trouble::Outcome;

/// Which tests, as they are named.
const SETS: [(&str, &[&str]); 2] = [
    ("sums", &["-p", "domain", "--lib", "--", "money", "tax", "offers", "payments", "documents"]),
    ("orders", &["-p", "db", "--test", "shop", "--", "sequences"]),
];

/// Tries out so many cases of each. They follow from the seed of the whole run.
pub async fn run(cases: u32, seed: u64) -> Outcome<Verdict> {
    let mut verdict = Verdict::default();
    let mut told = Vec::new();
    for (name, words) in SETS {
        let tried = Command::new("cargo")
            .args(["test", "--quiet"])
            .args(words)
            .env("PROPTEST_CASES", cases.to_string())
            .env("PROPTEST_RNG_SEED", seed.to_string())
            .stdin(Stdio::null())
            .output()
            .await?;
        let says = String::from_utf8_lossy(&tried.stdout).into_owned();
        let passed: u32 =
            says.split("test result: ok. ").skip(1).filter_map(|rest| rest.split(' ').next()?.parse::<u32>().ok()).sum();
        verdict.must(tried.status.success() && passed > 0, || {
            format!(
                "{name}: {says}{}",
                String::from_utf8_lossy(&tried.stderr).lines().rev().take(5).collect::<Vec<_>>().join(" ")
            )
        });
        told.push(format!("{name}: {passed} tests"));
    }
    verdict.figures = format!("{cases} cases of each property of sums, a tenth as many lives of an order; {}", told.join(", "));
    Ok(verdict)
}
