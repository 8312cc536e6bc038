//! What was seen, printed as it happens, and written into a page between two marks.

use std::path::Path;
use std::time::{Duration, Instant};

use super::Verdict;
use crate::trouble::{Outcome, wrong};

/// The marks between which the table stands.
const MARKS: (&str, &str) = ("<!-- evidence: written by `make torture` -->\n", "<!-- end of evidence -->");

/// One run, and what came of it.
pub struct Seen {
    /// Its name.
    pub name: &'static str,
    /// What it proves.
    pub promise: &'static str,
    /// What came of it.
    pub verdict: Verdict,
    /// How long it took.
    pub took: Duration,
}

/// Everything that was seen.
pub struct Record {
    seed: u64,
    long: bool,
    since: Instant,
    seen: Vec<Seen>,
    caught: Vec<(&'static str, &'static str)>,
    fine: bool,
}

impl Record {
    /// Nothing was seen yet.
    pub fn begin(seed: u64, long: bool) -> Self {
        println!("seed {seed} ({})", if long { "long" } else { "short" });
        Self { seed, long, since: Instant::now(), seen: vec![], caught: vec![], fine: true }
    }

    /// A run has ended.
    pub fn add(&mut self, seen: Seen) {
        let Verdict { figures, wrong } = &seen.verdict;
        let (title, seconds) = (format!("{} {}", seen.name.to_uppercase(), seen.promise), seen.took.as_secs_f64());
        self.show(&format!("{title}: {figures} ({seconds:.0} s)"), wrong);
        self.seen.push(seen);
    }

    /// A careless shop was tried: what it does, and the first thing of the kind that was found, if any.
    pub fn caught(&mut self, name: &'static str, says: &'static str, found: Result<&str, String>) {
        let title = format!("control: {} and a shop that {says}", name.to_uppercase());
        match found {
            Ok(first) => {
                println!("pass  {title}: caught: {first}");
                self.caught.push((name, says));
            }
            Err(instead) => self.show(&title, &[format!("not caught: {instead}")]),
        }
    }

    /// A run that is no promise's, and passes or not.
    pub fn show(&mut self, title: &str, wrong: &[String]) {
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

    fn table(&self) -> String {
        let form = if self.long { "long" } else { "short" };
        let mut text = format!(
            "\nSeed {}, {form} form, {:.0} s in all. `--only` and a name repeats one run, `--seed` the same chance.\n\n\
             | | Promise | Seen | Time | Caught: a shop that |\n|---|---|---|---|---|\n",
            self.seed,
            self.since.elapsed().as_secs_f64()
        );
        for Seen { name, promise, verdict, took } in &self.seen {
            let caught: Vec<&str> = self.caught.iter().filter(|(of, _)| of == name).map(|(_, says)| *says).collect();
            let (figures, seconds) = (&verdict.figures, took.as_secs_f64());
            text.push_str(&format!("| `{name}` | {promise} | {figures} | {seconds:.0} s | {} |\n", caught.join("; ")));
        }
        text.push('\n');
        text
    }
}
