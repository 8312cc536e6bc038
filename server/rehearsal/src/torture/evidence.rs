//! What was seen, printed as it happens, and written into a page between two marks.

use std::path::Path;
use std::time::{Duration, Instant};

use super::controls::Control;
use super::{RUNS, Verdict};
use crate::trouble::{Outcome, wrong};

/// The marks between which the table stands.
const MARKS: (&str, &str) = ("<!-- evidence: written by `make torture` -->\n", "<!-- end of evidence -->");

/// What was run.
pub enum Kind {
    /// What proves a promise.
    Promise {
        /// Its name.
        name: &'static str,
        /// What it proves.
        promise: &'static str,
    },
    /// What must catch a careless shop.
    Control(Control),
}

/// One run, and what came of it.
pub struct Seen {
    /// What was run.
    pub kind: Kind,
    /// What came of it.
    pub verdict: Verdict,
    /// How long it took.
    pub took: Duration,
}

/// A row of the table.
struct Row {
    name: &'static str,
    promise: &'static str,
    figures: String,
    took: Duration,
}

/// Everything that was seen.
pub struct Record {
    seed: u64,
    long: bool,
    since: Instant,
    rows: Vec<Row>,
    caught: Vec<(&'static str, &'static str)>,
    fine: bool,
}

impl Record {
    /// Nothing was seen yet.
    pub fn begin(seed: u64, long: bool) -> Self {
        println!("seed {seed} ({})", if long { "long" } else { "short" });
        Self { seed, long, since: Instant::now(), rows: vec![], caught: vec![], fine: true }
    }

    /// A run has ended.
    pub fn add(&mut self, Seen { kind, verdict, took }: Seen) {
        let seconds = took.as_secs_f64();
        match kind {
            Kind::Promise { name, promise } => {
                let Verdict { figures, wrong } = verdict;
                self.show(&format!("{} {promise}: {figures} ({seconds:.0} s)", name.to_uppercase()), &wrong);
                self.rows.push(Row { name, promise, figures, took });
            }
            Kind::Control(control) => {
                let title = format!("control: {} and a shop that {} ({seconds:.0} s)", control.run.to_uppercase(), control.says);
                let Some(found) = control.caught(&verdict) else {
                    let Verdict { figures, wrong } = verdict;
                    return self.show(&title, &[format!("not as it must be: {figures} {wrong:?}")]);
                };
                self.show(&format!("{title}: found {found}"), &[]);
                if control.is_careless() {
                    self.caught.push((control.run, control.says));
                }
            }
        }
    }

    /// Says whether a run passed, and what was wrong.
    fn show(&mut self, title: &str, wrong: &[String]) {
        const MOST: usize = 12;
        self.fine &= wrong.is_empty();
        println!("{} {title}", if wrong.is_empty() { "pass " } else { "FAIL " });
        for wrong in wrong.iter().take(MOST) {
            println!("        {}", wrong.chars().take(600).collect::<String>());
        }
        if wrong.len() > MOST {
            println!("        and {} more", wrong.len() - MOST);
        }
    }

    /// Writes the table into a page, when everything passed; true when it did.
    pub fn end(self, page: Option<&Path>) -> Outcome<bool> {
        println!("{:.0} s in all", self.since.elapsed().as_secs_f64());
        if let Some(page) = page.filter(|_| self.fine) {
            let text = std::fs::read_to_string(page)?;
            let between = text.split_once(MARKS.0).and_then(|(before, rest)| Some((before, rest.split_once(MARKS.1)?.1)));
            let Some((before, after)) = between else { return wrong(format!("{} has no place for evidence", page.display())) };
            std::fs::write(page, format!("{before}{}{}{}{after}", MARKS.0, self.table(), MARKS.1))?;
        }
        Ok(self.fine)
    }

    /// The rows in the order of the runs, not in the one they ended in.
    fn table(&self) -> String {
        let form = if self.long { "long" } else { "short" };
        let mut text = format!(
            "\nSeed {}, {form} form, {:.0} s in all. `--only` and a name repeats one run, `--seed` the same chance.\n\n\
             | | Promise | Seen | Time | Caught: a shop that |\n|---|---|---|---|---|\n",
            self.seed,
            self.since.elapsed().as_secs_f64()
        );
        for (at, _) in RUNS {
            for Row { name, promise, figures, took } in self.rows.iter().filter(|row| row.name == at) {
                let caught: Vec<&str> = self.caught.iter().filter(|(of, _)| of == name).map(|(_, says)| *says).collect();
                let seconds = took.as_secs_f64();
                text.push_str(&format!("| `{name}` | {promise} | {figures} | {seconds:.0} s | {} |\n", caught.join("; ")));
            }
        }
        text.push('\n');
        text
    }
}
