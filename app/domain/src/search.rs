//! Searching: what a shopper types, and what an engine answers. Which engine is the machine's business.

use serde::{Deserialize, Serialize};

use crate::ids::{CategoryId, ProductId};
use crate::lang::Lang;

/// What was typed, cut to a size any engine can bear.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Typed(String);

impl Typed {
    /// More characters are no search but a page of text.
    pub const MOST: usize = 160;

    /// Takes any text: what is no sign of a script becomes a space, spaces become one, the end is cut off.
    pub fn of(text: &str) -> Self {
        let mut typed = String::new();
        // Only so much is looked at: whitespace, too, may go on for a megabyte.
        for letter in text.chars().take(4 * Self::MOST) {
            if !letter.is_whitespace() && !letter.is_control() {
                typed.push(letter);
            } else if !typed.is_empty() && !typed.ends_with(' ') {
                typed.push(' ');
            }
        }
        let typed: String = typed.chars().take(Self::MOST).collect();
        Self(typed.trim_end().to_owned())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A question to an engine.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Wish {
    /// The reader's language.
    pub lang: Lang,
    /// What was typed.
    pub typed: Typed,
    /// Whether it is meant exactly so, and not to be put right.
    pub exact: bool,
}

/// What an engine found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The goods, the best first; [`Found::MOST`] at most.
    pub goods: Vec<ProductId>,
    /// Whether there are more than these, so that no count of them is the whole count.
    pub more: bool,
    /// Whether it took too long and was ended: there may be more, even where there is nothing.
    pub cut: bool,
    /// What was searched instead, where nothing is written as it was typed.
    pub corrected: Option<String>,
    /// A word that had to be left out, where no thing has them all.
    pub left_out: Option<String>,
    /// Categories that are called so, or nearly so.
    pub shelves: Vec<CategoryId>,
}

impl Found {
    /// Enough to filter and to leaf through; more would have to be ranked for nobody.
    pub const MOST: usize = 1_000;
}

/// What a search that is still being typed may become.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ideas {
    /// The text completed, the likeliest first.
    pub completions: Vec<String>,
    /// Categories.
    pub shelves: Vec<CategoryId>,
    /// Goods.
    pub goods: Vec<ProductId>,
}

impl Ideas {
    /// Completions and categories are so many at most, each.
    pub const FEW: usize = 3;
    /// Goods are so many at most.
    pub const GOODS: usize = 4;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anything_can_be_typed() {
        assert_eq!(Typed::of("  ridge \t mug\0\n ").as_str(), "ridge mug");
        assert_eq!(Typed::of(&"a b".repeat(10_000)).as_str().chars().count(), Typed::MOST);
        assert!(Typed::of(&" ".repeat(1_000_000)).is_empty());
    }
}
