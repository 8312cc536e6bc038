//! Any table, its columns named by a small TOML file:
//!
//! ```toml
//! [columns]                # what the shop calls it = what the file calls it
//! title = "Bezeichnung"
//! price = "VK brutto"
//! quantity = "Bestand"
//!
//! [facts]                  # the fact's name = the column
//! Material = "Werkstoff"
//! ```

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Dialect, Reading, by_currency, by_handle};
use crate::import::columns::{Columns, Field};
use crate::import::table::Table;
use crate::import::{Format, Unreadable};

const DIALECT: Dialect = Dialect {
    format: Format::Auto,
    meaning: |_, _| None,
    needs: &[],
    keys: by_handle,
    arrange: |lines, _| {
        by_currency(lines);
        Ok(())
    },
};

/// What a merchant calls the columns.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    columns: BTreeMap<String, String>,
    #[serde(default)]
    facts: BTreeMap<String, String>,
}

impl Map {
    /// Names a merchant can give; the rest is other shops' own.
    const NAMES: usize = 37;

    /// Reads it; says which names it may use when it uses another.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let map: Self = toml::from_str(text).map_err(|error| Unreadable::Map(error.to_string()))?;
        let names: Vec<&str> = Field::ALL.iter().take(Self::NAMES).map(|field| field.code()).collect();
        if let Some(odd) = map.columns.keys().find(|name| !names.contains(&name.as_str())) {
            return Err(Unreadable::Map(format!("`{odd}` is none of {}", names.join(", "))));
        }
        if !["title", "price"].iter().all(|name| map.columns.contains_key(*name)) {
            return Err(Unreadable::Map("it must name at least title and price".to_owned()));
        }
        Ok(map)
    }

    /// How to read a table that has the columns it names.
    pub fn reading(&self, table: &Table) -> Result<Reading, Unreadable> {
        let named = |name: &&String| table.columns.contains(*name);
        if let Some(missing) = self.columns.values().chain(self.facts.values()).find(|name| !named(name)) {
            let found = table.columns.join(", ");
            return Err(Unreadable::Map(format!("the file has no column `{missing}`; it has: {found}")));
        }
        let field = |name: &str| {
            let (code, _) = self.columns.iter().find(|(_, column)| *column == name)?;
            Some((Field::from_code(code)?, String::new()))
        };
        let fact =
            |name: &str| self.facts.iter().find(|(_, column)| *column == name).map(|(fact, _)| (Field::Fact, fact.clone()));
        Ok(Reading { columns: Columns::of(table, |name, _| field(name).or_else(|| fact(name))), dialect: &DIALECT })
    }
}
