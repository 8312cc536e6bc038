//! What an import did, row by row.

use std::io::Write;

use db::goods::{Change, Saved, SkuTaken, VariantPart};

use super::sheet::{LeftOut, Planned, Reason};
use super::{ALL, NOTHING, SOME};

/// What happened to every product of a file.
pub struct Report {
    entries: Vec<Entry>,
    notes: Vec<String>,
    /// Why it ended before all was done.
    stopped: Option<String>,
    dry_run: bool,
}

/// What happened to a product.
pub struct Entry {
    row: usize,
    handle: String,
    saved: Option<Saved>,
    reasons: Vec<Reason>,
}

impl Report {
    /// What was saved and what was left out, in the file's order.
    pub fn new(
        mut entries: Vec<Entry>,
        left_out: Vec<LeftOut>,
        notes: Vec<String>,
        stopped: Option<String>,
        dry_run: bool,
    ) -> Self {
        let left_out = left_out.into_iter();
        entries.extend(left_out.map(|LeftOut { row, handle, reasons }| Entry { row, handle, saved: None, reasons }));
        entries.sort_by_key(|entry| entry.row);
        Self { entries, notes, stopped, dry_run }
    }

    /// The program's exit code.
    pub fn exit(&self) -> u8 {
        match (self.taken(), self.entries.len()) {
            (0, _) => NOTHING,
            (taken, all) if taken == all && self.stopped.is_none() => ALL,
            _ => SOME,
        }
    }

    /// The sum in the first line, then how the file was read, then each product.
    pub fn print(&self, out: &mut impl Write) -> std::io::Result<()> {
        writeln!(out, "{}", self.sum())?;
        for note in self.stopped.iter().chain(&self.notes) {
            writeln!(out, "{note}")?;
        }
        for entry in &self.entries {
            entry.print(out)?;
        }
        Ok(())
    }

    fn taken(&self) -> usize {
        self.entries.iter().filter(|entry| entry.saved.is_some()).count()
    }

    fn sum(&self) -> String {
        let (taken, all) = (self.taken(), self.entries.len());
        let imported = if self.dry_run { "would import" } else { "imported" };
        match (taken, all) {
            (0, 0) => "nothing was imported: there are no products in the file".to_owned(),
            (0, 1) => "nothing was imported: the only product was left out".to_owned(),
            (0, _) => format!("nothing was imported: all {} were left out", products(all)),
            (taken, all) if taken == all => format!("{imported} {}", products(all)),
            _ => format!("{imported} {taken} of {}; {} left out", products(all), all - taken),
        }
    }
}

fn products(count: usize) -> String {
    if count == 1 { "1 product".to_owned() } else { format!("{count} products") }
}

impl Entry {
    /// It was saved, or is as it was.
    pub fn saved(planned: Planned, saved: Saved) -> Self {
        let handle = planned.goods.slug.as_str().to_owned();
        Self { row: planned.row, handle, saved: Some(saved), reasons: planned.remarks }
    }

    /// Another product has one of its numbers.
    pub fn refused(planned: Planned, taken: &SkuTaken) -> Self {
        let at = planned.goods.variants.iter().position(|variant| variant.sku == taken.sku);
        let row = at.and_then(|at| planned.variant_rows.get(at).copied()).unwrap_or(planned.row);
        let mut reasons = planned.remarks;
        reasons.push(Reason { row, column: String::new(), what: taken.to_string() });
        Self { row: planned.row, handle: planned.goods.slug.as_str().to_owned(), saved: None, reasons }
    }

    fn print(&self, out: &mut impl Write) -> std::io::Result<()> {
        writeln!(out, "row {:<5} {}: {}", self.row, self.handle, self.what())?;
        for reason in &self.reasons {
            writeln!(out, "          {reason}")?;
        }
        for short in self.saved.iter().flat_map(|saved| &saved.short) {
            let db::goods::Short { title, counted, held } = short;
            let of = named("", title);
            writeln!(out, "          stock{of}: {counted} were counted and {held} are promised to orders; {held} are kept")?;
        }
        Ok(())
    }

    fn what(&self) -> String {
        match &self.saved {
            None => "left out".to_owned(),
            Some(saved) if saved.added => "added".to_owned(),
            Some(saved) if saved.is_same() => "same".to_owned(),
            Some(saved) => format!("changed: {}", saved.changes.iter().map(words).collect::<Vec<_>>().join("; ")),
        }
    }
}

fn words(change: &Change) -> String {
    match change {
        Change::Product { part, from, to } => {
            let (from, to) = apart(from, to);
            format!("{} {} to {}", part.code(), quoted(&from), quoted(&to))
        }
        Change::Words(lang) => format!("words in {}", lang.code()),
        Change::VariantAdded(title) => named("variant added", title),
        Change::VariantRetired(title) => named("variant no longer sold", title),
        // Ids and places mean nothing to whoever reads this.
        Change::Variant { title, part: part @ (VariantPart::Picture | VariantPart::Position), .. } => named(part.code(), title),
        Change::Variant { title, part, from, to } => {
            let value = |text: &str| if text.is_empty() { "none".to_owned() } else { text.to_owned() };
            format!("{} {} to {}", named(part.code(), title), value(from), value(to))
        }
    }
}

fn named(what: &str, title: &str) -> String {
    match (what, title) {
        (what, "") => what.to_owned(),
        (what, title) => format!("{what} ({title})"),
    }
}

/// Two texts from where they differ on, with a little of what stands before, as one line each.
fn apart(from: &str, to: &str) -> (String, String) {
    const BEFORE: usize = 12;
    const MOST: usize = 60;
    let same = from.chars().zip(to.chars()).take_while(|(from, to)| from == to).count();
    let skipped = same.saturating_sub(BEFORE);
    let part = |text: &str| {
        let start = if skipped > 0 { "…" } else { "" };
        let end = if text.chars().count() > skipped + MOST { "…" } else { "" };
        let middle: String = text.chars().skip(skipped).take(MOST).collect();
        format!("{start}{}{end}", middle.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    (part(from), part(to))
}

fn quoted(text: &str) -> String {
    if text.is_empty() { "none".to_owned() } else { format!("`{text}`") }
}
