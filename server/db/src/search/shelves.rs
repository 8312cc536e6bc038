//! Categories that are called as the query says.

use domain::ids::CategoryId;
use domain::lang::Lang;

use super::letters::folded;
use super::runs::{Run, Sort};
use crate::database::Conn;
use crate::error::Result;

/// So many at most.
const MOST: usize = 4;
/// In fewer letters are too many names.
const FEWEST: usize = 3;

/// The categories in whose name one of the words begins a word; those with more of the words first.
pub(super) fn called(conn: &Conn, lang: Lang, runs: &[Run]) -> Result<Vec<CategoryId>> {
    const ALL: &str = "SELECT c.id, coalesce(nullif(w.name, ''), c.name) AS name FROM categories c
        LEFT JOIN category_words w ON w.category_id = c.id AND w.lang = $1 ORDER BY c.parent_id IS NOT NULL, c.position, c.id";
    let all = conn.all(ALL, &[&lang.code()], |row| Ok((CategoryId(row.get("id")?), row.get::<_, String>("name")?)))?;
    let mut called = Vec::new();
    for (id, name) in all {
        let name = format!(" {}", folded(&name));
        let many = runs.iter().filter(|run| says(&name, run)).count();
        if many > 0 {
            called.push((many, id));
        }
    }
    called.sort_by_key(|(many, _)| std::cmp::Reverse(*many));
    Ok(called.into_iter().take(MOST).map(|(_, id)| id).collect())
}

fn says(name: &str, run: &Run) -> bool {
    match run.sort {
        Sort::Unspaced | Sort::Signs => name.contains(&run.word),
        Sort::Quantity => false,
        Sort::Word => {
            // One letter less finds the singular in the plural and the other way round.
            let stem = run.word.char_indices().next_back().map_or("", |(at, _)| &run.word[..at]);
            let stem = if stem.chars().count() > FEWEST { stem } else { &run.word };
            stem.chars().count() >= FEWEST && name.contains(&format!(" {stem}"))
        }
    }
}
