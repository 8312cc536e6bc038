//! What became of a file with a row for each thing, told row by row.

use std::io::Write;

use super::{ALL, NOTHING, SOME, Unreadable};

/// What became of a row.
#[derive(Debug)]
pub struct Told {
    /// The row; the header is row 1.
    pub row: usize,
    /// What became of it, or why it was left out.
    pub what: String,
    /// Whether it was taken.
    pub taken: bool,
}

/// Prints what became of every row, the sum in the first line; `things` are what the rows are, `stopped` says why there are no
/// more of them. Answers with the program's exit code.
pub fn print(
    mut told: Vec<Told>,
    things: &str,
    stopped: Option<String>,
    dry_run: bool,
    out: &mut impl Write,
) -> Result<u8, Unreadable> {
    told.sort_by_key(|told| told.row);
    let (taken, all) = (told.iter().filter(|told| told.taken).count(), told.len());
    let imported = if dry_run { "would import" } else { "imported" };
    let sum = match (taken, all) {
        (0, 0) => format!("nothing was imported: there are no {things} in the file"),
        (0, all) => format!("nothing was imported: all {all} {things} were left out"),
        (taken, all) if taken == all => format!("{imported} {all} {things}"),
        (taken, all) => format!("{imported} {taken} of {all} {things}; {} left out", all - taken),
    };
    let whole = stopped.is_none();
    let lines =
        std::iter::once(sum).chain(stopped).chain(told.into_iter().map(|Told { row, what, .. }| format!("row {row:<5} {what}")));
    for line in lines {
        writeln!(out, "{line}").map_err(|error| Unreadable::File { path: "the report".into(), error })?;
    }
    Ok(match taken {
        0 => NOTHING,
        taken if taken == all && whole => ALL,
        _ => SOME,
    })
}
