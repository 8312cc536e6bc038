//! What an order is wished to become, in one short text: `line:quantity` or `line:quantity:variant`, with spaces between.

use std::fmt::{Display, Formatter};
use std::str::FromStr;

use crate::cart::{Cart, Quantity};
use crate::ids::VariantId;

/// How many of which variant a line is to be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WantedLine {
    /// Its place in the order, from 0.
    pub line: u32,
    /// How many; none to take it out.
    pub quantity: u32,
    /// Which variant, where that was chosen.
    pub variant: Option<VariantId>,
}

/// What is wished of some lines of an order, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WantedItems(Vec<WantedLine>);

/// That cannot be wished.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not lines with quantities")]
pub struct NotWanted;

impl WantedItems {
    /// Of some lines: no line twice, no more of one than a line holds.
    pub fn of(mut lines: Vec<WantedLine>) -> Result<Self, NotWanted> {
        lines.sort_by_key(|wish| wish.line);
        let twice = lines.windows(2).any(|pair| pair[0].line == pair[1].line);
        let much = lines.len() > 2 * Cart::MOST_LINES || lines.iter().any(|wish| wish.quantity > Quantity::MOST);
        if twice || much { Err(NotWanted) } else { Ok(Self(lines)) }
    }

    /// The lines, in their order.
    pub fn lines(&self) -> &[WantedLine] {
        &self.0
    }

    /// What is wished of a line.
    pub fn line(&self, line: u32) -> Option<WantedLine> {
        self.0.iter().copied().find(|wish| wish.line == line)
    }
}

impl FromStr for WantedItems {
    type Err = NotWanted;
    fn from_str(text: &str) -> Result<Self, NotWanted> {
        let number = |text: &str| text.parse().map_err(|_| NotWanted);
        let line = |text: &str| {
            let mut parts = text.split(':');
            let (Some(line), Some(quantity)) = (parts.next(), parts.next()) else { return Err(NotWanted) };
            let variant = parts.next().map(|text| text.parse().map(VariantId).map_err(|_| NotWanted)).transpose()?;
            let wish = WantedLine { line: number(line)?, quantity: number(quantity)?, variant };
            if parts.next().is_some() { Err(NotWanted) } else { Ok(wish) }
        };
        Self::of(text.split_whitespace().map(line).collect::<Result<_, _>>()?)
    }
}

impl Display for WantedItems {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        for (at, wish) in self.0.iter().enumerate() {
            write!(f, "{}{}:{}", if at == 0 { "" } else { " " }, wish.line, wish.quantity)?;
            if let Some(variant) = wish.variant {
                write!(f, ":{variant}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wished_is_written_as_it_is_read() {
        let text = "0:2 1:0 3:1:17";
        assert_eq!(text.parse::<WantedItems>().unwrap().to_string(), text);
        assert_eq!("3:1:17  0:2\t1:0".parse::<WantedItems>().unwrap().to_string(), text);
    }

    #[test]
    fn what_no_page_wishes_is_refused() {
        for text in
            ["0", "0:", ":1", "0:-1", "0:1000", "0:1:2:3", "0:1 0:2", "a:1", "0:1e3", "0:1:x", "4294967296:1", "0:99999999999"]
        {
            assert!(text.parse::<WantedItems>().is_err(), "{text}");
        }
    }
}
