//! What a person is told of themselves: every room, a row as the books have it.

use rusqlite::Row;
use rusqlite::types::ValueRef;
use serde_json::{Map, Value};

use super::{Whose, rooms};
use crate::database::Conn;
use crate::error::Result;

/// What one table holds of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The table.
    pub name: &'static str,
    /// Its columns.
    pub columns: Vec<String>,
    /// Its rows; a moment is milliseconds since 1970, a sum minor units.
    pub rows: Vec<Vec<Value>>,
}

impl Sheet {
    /// The rows as a machine reads them, each an object.
    pub fn objects(&self) -> Value {
        let object = |row: &Vec<Value>| {
            let pairs = self.columns.iter().cloned().zip(row.iter().cloned());
            Value::Object(pairs.collect::<Map<_, _>>())
        };
        Value::Array(self.rows.iter().map(object).collect())
    }
}

/// All that is told somebody of themselves. What holds nothing is left out.
pub fn told(conn: &Conn, whose: &Whose) -> Result<Vec<Sheet>> {
    conn.unhurried();
    let mut all: Vec<Sheet> = Vec::new();
    for room in rooms() {
        let mut columns = Vec::new();
        for key in whose.keys(room.by) {
            let rows = conn.all(room.rows, &[&key], |row| {
                columns = row.as_ref().column_names().into_iter().map(str::to_owned).collect();
                cells(row)
            })?;
            if rows.is_empty() {
                continue;
            }
            match all.iter_mut().find(|sheet| sheet.name == room.table && sheet.columns == columns) {
                Some(sheet) => sheet.rows.extend(rows),
                None => all.push(Sheet { name: room.table, columns: columns.clone(), rows }),
            }
        }
    }
    Ok(all)
}

fn cells(row: &Row<'_>) -> rusqlite::Result<Vec<Value>> {
    (0..row.as_ref().column_count()).map(|at| Ok(cell(row.get_ref(at)?))).collect()
}

fn cell(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Integer(number) => number.into(),
        ValueRef::Text(text) => structured(&String::from_utf8_lossy(text)),
        // There are neither numbers with a point nor bytes in the rooms.
        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => Value::Null,
    }
}

/// What is kept as JSON is told as JSON.
fn structured(text: &str) -> Value {
    let parsed = text.starts_with(['{', '[']).then(|| serde_json::from_str(text).ok()).flatten();
    parsed.unwrap_or_else(|| text.into())
}
