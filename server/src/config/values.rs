//! What was set where: defaults, then the file, then the environment.

use std::collections::BTreeMap;

use super::Wrong;
use super::settings::{SETTINGS, nearest, variable};

/// A mistyped name in the environment is at most this far from the right one. Further off it is somebody else's:
/// the build keeps variables of its own under the same prefix.
const TYPING_SLIP: usize = 2;

/// Every setting as text.
#[derive(Debug)]
pub struct Values(BTreeMap<&'static str, String>);

impl Values {
    /// Lays the file over the defaults and the environment over the file.
    pub fn gather(file: Option<&str>, environment: impl Iterator<Item = (String, String)>) -> Result<Self, Wrong> {
        let mut values = Self(SETTINGS.iter().map(|setting| (setting.key, setting.default.to_owned())).collect());
        if let Some(text) = file {
            values.lay_file(text)?;
        }
        for (name, value) in environment {
            values.lay_variable(&name, value)?;
        }
        Ok(values)
    }

    /// The text of a setting; `None` when it is not set.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// What `--print-config` prints: a TOML file that says the same, without secrets.
    pub fn shown(&self) -> String {
        let line = |setting: &super::Setting| {
            let value = self.get(setting.key).unwrap_or_default();
            let value = if setting.secret && !value.is_empty() { "********" } else { value };
            format!("# {}\n{} = {}\n", setting.says, setting.key, toml::Value::from(value))
        };
        SETTINGS.iter().map(line).collect()
    }

    fn lay_file(&mut self, text: &str) -> Result<(), Wrong> {
        let table: toml::Table = text.parse().map_err(|error: toml::de::Error| Wrong::File(error.to_string()))?;
        for (key, value) in table {
            let text = match value {
                toml::Value::String(text) => text,
                toml::Value::Integer(number) => number.to_string(),
                toml::Value::Float(number) => number.to_string(),
                toml::Value::Boolean(yes) => if yes { "on" } else { "off" }.to_owned(),
                _ => return Err(Wrong::Value { key, says: "is not a text, a number, true or false".to_owned() }),
            };
            let slot = self.0.get_mut(key.as_str());
            *slot.ok_or_else(|| Wrong::Unknown { nearest: nearest(&key).0.to_owned(), key })? = text;
        }
        Ok(())
    }

    fn lay_variable(&mut self, name: &str, value: String) -> Result<(), Wrong> {
        let Some(key) = name.strip_prefix("CARTWRIGHT_").map(str::to_ascii_lowercase) else { return Ok(()) };
        if let Some(slot) = self.0.get_mut(key.as_str()) {
            *slot = value;
            return Ok(());
        }
        match nearest(&key) {
            (known, far) if far <= TYPING_SLIP => Err(Wrong::Unknown { key: name.to_owned(), nearest: variable(known) }),
            _ => Ok(()),
        }
    }
}
