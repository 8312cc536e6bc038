//! What somebody thinks of an order, told once all of it has come. Staff alone read it.

use crate::orders::OrderNumber;
use crate::time::Timestamp;

/// So many characters are told at most: the form takes no more.
pub const MOST_SAID: usize = 2000;

/// How it was: from one, not good at all, to five, very good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark(u8);

impl Mark {
    /// All of them, the best first.
    pub const ALL: [Self; 5] = [Self(5), Self(4), Self(3), Self(2), Self(1)];

    /// A mark of so many; none where there is no such mark.
    pub fn new(count: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.0 == count)
    }

    /// How many, from 1 to 5.
    pub const fn count(self) -> u8 {
        self.0
    }
}

/// What was told: a mark, or words, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// The mark.
    pub mark: Option<Mark>,
    /// The words; empty where the mark says it all.
    pub said: String,
}

/// Neither a mark nor a word was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nothing was told")]
pub struct NothingTold;

impl Opinion {
    /// Reads a form. A browser ends lines with two signs, which count as one; what is longer than the form takes is no browser's, and
    /// loses its end.
    pub fn parse(mark: &str, said: &str) -> Result<Self, NothingTold> {
        let mark = mark.parse().ok().and_then(Mark::new);
        let lines = said.replace("\r\n", "\n");
        let kept: String = lines.trim().chars().filter(|sign| *sign == '\n' || !sign.is_control()).take(MOST_SAID).collect();
        if mark.is_none() && kept.is_empty() {
            return Err(NothingTold);
        }
        Ok(Self { mark, said: kept })
    }
}

/// An opinion as the desk lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpinionRow {
    /// The order it is of.
    pub order: OrderNumber,
    /// What was told.
    pub opinion: Opinion,
    /// When it was told last.
    pub told_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_or_a_word_is_an_opinion_and_nothing_is_none() {
        let opinion = Opinion::parse("4", " Good.\r\nVery.\u{7} ").unwrap();
        assert_eq!((opinion.mark, opinion.said.as_str()), (Mark::new(4), "Good.\nVery."));
        assert_eq!(Opinion::parse("", "Fine").unwrap().mark, None);
        assert_eq!(Opinion::parse("5", "").unwrap().said, "");
        for mark in ["", "0", "6", "-1", "4.5", "five"] {
            assert_eq!(Opinion::parse(mark, " \r\n "), Err(NothingTold), "{mark}");
        }
        assert_eq!(Opinion::parse("", &"ā".repeat(3000)).unwrap().said.chars().count(), MOST_SAID);
    }
}
