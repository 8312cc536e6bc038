//! What an order is wished to become, in one short text: first what of it is changed, `items`, `delivery` or `country`, then
//! `line:quantity` or `line:quantity:variant` of some lines, the service with the pickup point, or when the new address was typed
//! and the service to there; with spaces between.

use std::fmt::{Display, Formatter};
use std::str::FromStr;

use super::{WantedPlace, WantedWay};
use crate::cart::{Cart, Quantity};
use crate::codes;
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

codes! {
    /// What of an order is changed; the page of it is called so, too.
    ChangeKind {
        /// What is in it.
        Items = "items",
        /// How it comes.
        Way = "delivery",
        /// The country it goes to.
        Place = "country",
    }
}

impl ChangeKind {
    /// What a text wishes to change, whether or not the rest of it can be read.
    pub fn of(text: &str) -> Option<Self> {
        Self::from_code(text.split(' ').next().unwrap_or_default())
    }

    /// Reads what is wished of this.
    pub fn wanted(self, text: &str) -> Result<WantedChange, NotWanted> {
        match self {
            Self::Items => text.parse().map(WantedChange::Items),
            Self::Way => text.parse().map(WantedChange::Way),
            Self::Place => text.parse().map(WantedChange::Place),
        }
    }
}

/// What is wished of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WantedChange {
    /// Other things in it.
    Items(WantedItems),
    /// Another way for it to come.
    Way(WantedWay),
    /// Another country for it to go to.
    Place(WantedPlace),
}

impl WantedChange {
    /// What of the order it changes.
    pub const fn kind(&self) -> ChangeKind {
        match self {
            Self::Items(_) => ChangeKind::Items,
            Self::Way(_) => ChangeKind::Way,
            Self::Place(_) => ChangeKind::Place,
        }
    }

    /// What is wished, without what it is wished of.
    pub fn wish(&self) -> String {
        match self {
            Self::Items(items) => items.to_string(),
            Self::Way(way) => way.to_string(),
            Self::Place(place) => place.to_string(),
        }
    }
}

impl FromStr for WantedChange {
    type Err = NotWanted;
    fn from_str(text: &str) -> Result<Self, NotWanted> {
        let kind = ChangeKind::of(text).ok_or(NotWanted)?;
        kind.wanted(text.split_once(' ').map_or("", |(_, wish)| wish))
    }
}

impl Display for WantedChange {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.kind().code(), self.wish())
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
    fn a_change_says_what_it_is_of() {
        for text in ["items 0:2 1:0", "delivery express", "delivery pickup:LV-01", "country 1795165200000 pickup:EE-01"] {
            assert_eq!(text.parse::<WantedChange>().unwrap().to_string(), text);
        }
        for text in
            ["0:2", "express", "items express", "delivery 0:2", "country express", "delivery", "", " items 0:1", "gift 0:1"]
        {
            assert!(text.parse::<WantedChange>().is_err(), "{text}");
        }
        assert_eq!((ChangeKind::of("items x"), ChangeKind::of("x")), (Some(ChangeKind::Items), None));
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
