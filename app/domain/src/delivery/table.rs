//! How the tables in `data` are read: columns between tabs, a line a row, `#` before what is for people only.

/// The rows of a table that have exactly `N` columns. That they all have is tested with each table.
pub fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    lines(text).filter_map(|line| <[&str; N]>::try_from(line.split('\t').collect::<Vec<_>>()).ok())
}

/// The lines of a table that are rows.
pub fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}
