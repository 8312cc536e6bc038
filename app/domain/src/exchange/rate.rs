//! A rate: how much of a currency another buys.

use serde::{Deserialize, Serialize};

/// How much of a currency one euro buys, as the European Central Bank writes it: `1.0886`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Rate {
    pub(super) units: i64,
    /// Digits behind the point.
    pub(super) scale: u32,
}

/// Not a positive decimal number of at most nine digits before and nine behind the point.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a rate")]
pub struct NotARate(pub String);

impl Rate {
    /// One for one.
    pub const ONE: Rate = Rate { units: 1, scale: 0 };

    /// Reads `1.0886`.
    pub fn parse(text: &str) -> Result<Self, NotARate> {
        let wrong = || NotARate(text.to_owned());
        let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
        let digits = |part: &str| part.len() <= 9 && part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(fraction) {
            return Err(wrong());
        }
        let units: i64 = format!("{whole}{fraction}").parse().map_err(|_| wrong())?;
        let scale = u32::try_from(fraction.len()).map_err(|_| wrong())?;
        if units == 0 { Err(wrong()) } else { Ok(Self { units, scale }) }
    }

    /// As it is written.
    pub fn text(&self) -> String {
        let unit = 10_i64.pow(self.scale);
        match self.scale as usize {
            0 => self.units.to_string(),
            width => format!("{}.{:0width$}", self.units / unit, self.units % unit),
        }
    }
}

impl TryFrom<String> for Rate {
    type Error = NotARate;
    fn try_from(text: String) -> Result<Self, NotARate> {
        Self::parse(&text)
    }
}

impl From<Rate> for String {
    fn from(rate: Rate) -> String {
        rate.text()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_rate_is_refused() {
        for text in ["", "0", "0.000", "-1", "1,08", "N/A", "1e3", "1.0000000001", "12345678901"] {
            assert!(Rate::parse(text).is_err(), "{text}");
        }
        assert_eq!(Rate::parse("0.93470").unwrap().text(), "0.93470");
    }
}
