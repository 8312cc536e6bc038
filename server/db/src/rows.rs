//! Reading rows as domain types. (`FromSql` is foreign to this crate where the type is in `domain`.)

use domain::catalogue::Unit;
use domain::codes::Coded;
use domain::contact::Country;
use domain::delivery::Measures;
use domain::money::{Currency, Money};
use domain::time::{Day, Timestamp};
use rusqlite::Row;
use rusqlite::types::Type;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Fault, Result};

/// What a row can be asked for, by column name.
pub trait Columns {
    /// A moment.
    fn time(&self, column: &str) -> rusqlite::Result<Timestamp>;
    /// A day.
    fn day(&self, column: &str) -> rusqlite::Result<Day>;
    /// A day that may be missing.
    fn maybe_day(&self, column: &str) -> rusqlite::Result<Option<Day>>;
    /// Minor units and their currency's column.
    fn money(&self, minor: &str, currency: &str) -> rusqlite::Result<Money>;
    /// An enum's code.
    fn code<T: Coded>(&self, column: &str) -> rusqlite::Result<T>;
    /// An enum's code that may be missing.
    fn maybe_code<T: Coded>(&self, column: &str) -> rusqlite::Result<Option<T>>;
    /// A country's code.
    fn country(&self, column: &str) -> rusqlite::Result<Country>;
    /// Any text that a domain type is made of.
    fn text<T: TryFrom<String>>(&self, column: &str) -> rusqlite::Result<T>;
    /// What is kept as JSON.
    fn json<T: DeserializeOwned>(&self, column: &str) -> rusqlite::Result<T>;
    /// How much is in a thing, where somebody has said.
    fn content(&self) -> rusqlite::Result<Option<(u32, Unit)>>;
    /// The outer measures of a thing, where somebody has measured it.
    fn measures(&self) -> rusqlite::Result<Option<Measures>>;
    /// The values of up to three choices, the empty ones left out.
    fn values(&self) -> rusqlite::Result<Vec<String>>;
}

/// What is kept as JSON, as its column holds it.
pub fn written<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Fault::Books(error.to_string()))
}

fn odd(column: &str, text: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, format!("column {column} holds {text:?}").into())
}

impl Columns for Row<'_> {
    fn time(&self, column: &str) -> rusqlite::Result<Timestamp> {
        self.get(column).map(Timestamp)
    }

    fn day(&self, column: &str) -> rusqlite::Result<Day> {
        self.get(column).map(Day)
    }

    fn maybe_day(&self, column: &str) -> rusqlite::Result<Option<Day>> {
        Ok(self.get::<_, Option<i64>>(column)?.map(Day))
    }

    fn money(&self, minor: &str, currency: &str) -> rusqlite::Result<Money> {
        Ok(Money::new(self.get(minor)?, self.text::<Currency>(currency)?))
    }

    fn code<T: Coded>(&self, column: &str) -> rusqlite::Result<T> {
        let code: String = self.get(column)?;
        T::from_code(&code).ok_or_else(|| odd(column, &code))
    }

    fn maybe_code<T: Coded>(&self, column: &str) -> rusqlite::Result<Option<T>> {
        let code: Option<String> = self.get(column)?;
        code.map(|code| T::from_code(&code).ok_or_else(|| odd(column, &code))).transpose()
    }

    fn country(&self, column: &str) -> rusqlite::Result<Country> {
        self.text(column)
    }

    fn text<T: TryFrom<String>>(&self, column: &str) -> rusqlite::Result<T> {
        let text: String = self.get(column)?;
        T::try_from(text.clone()).map_err(|_| odd(column, &text))
    }

    fn json<T: DeserializeOwned>(&self, column: &str) -> rusqlite::Result<T> {
        let text: String = self.get(column)?;
        serde_json::from_str(&text).map_err(|_| odd(column, &text))
    }

    fn content(&self) -> rusqlite::Result<Option<(u32, Unit)>> {
        Ok(self.get::<_, Option<u32>>("content")?.zip(Unit::from_code(&self.get::<_, String>("content_unit")?)))
    }

    fn measures(&self) -> rusqlite::Result<Option<Measures>> {
        let sides = [self.get::<_, Option<u32>>("length_mm")?, self.get("width_mm")?, self.get("height_mm")?];
        Ok(match sides {
            [Some(length), Some(width), Some(height)] => Measures::of([length, width, height]).ok(),
            _ => None,
        })
    }

    fn values(&self) -> rusqlite::Result<Vec<String>> {
        let values = [self.get::<_, String>("value1")?, self.get("value2")?, self.get("value3")?];
        Ok(values.into_iter().filter(|value| !value.is_empty()).collect())
    }
}
