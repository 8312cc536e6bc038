//! The tables of `app/data`: a row for each key, a column for each language.

use std::collections::HashMap;

use domain::lang::Lang;

/// A table, read once. The first row names the languages, in the order of [`Lang::ALL`].
pub struct Table(HashMap<&'static str, Vec<&'static str>>);

impl Table {
    /// Reads rows of cells between tabs.
    pub fn read(text: &'static str) -> Self {
        let cells = |row: &'static str| row.split_once('\t').map(|(key, cells)| (key, cells.split('\t').collect()));
        Self(text.lines().filter_map(cells).collect())
    }

    /// What stands there; nothing where the cell is empty.
    pub fn get(&self, key: &str, lang: Lang) -> Option<&'static str> {
        self.0.get(key)?.get(lang as usize).copied().filter(|cell| !cell.is_empty())
    }

    /// Every key, in no order.
    #[cfg(test)]
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.0.keys().copied()
    }
}

/// The pattern with its `{names}` filled.
pub fn fill(pattern: &str, say: impl Fn(&str) -> String) -> String {
    let mut text = String::with_capacity(pattern.len() * 2);
    for piece in pattern.split('}') {
        match piece.split_once('{') {
            Some((before, name)) => {
                text.push_str(before);
                text.push_str(&say(name));
            }
            None => text.push_str(piece),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_a_column_for_every_language() {
        let codes = Lang::ALL.iter().map(|lang| lang.code()).collect::<Vec<_>>().join("\t");
        for text in [
            include_str!("../../../data/sums.tsv"),
            include_str!("../../../data/times.tsv"),
            include_str!("../../../data/countries.tsv"),
            include_str!("../../../data/currencies.tsv"),
            include_str!("../../../data/golden.tsv"),
        ] {
            assert_eq!(text.lines().next().map(str::trim), Some(&*codes));
            for row in text.lines() {
                assert_eq!(row.split('\t').count(), Lang::ALL.len() + 1, "{row}");
            }
        }
    }

    #[test]
    fn a_pattern_is_filled() {
        assert_eq!(fill("{d} de {month}", str::to_uppercase), "D de MONTH");
        assert_eq!(fill("now", str::to_uppercase), "now");
    }
}
