//! What makes a gift of an order: a note that lies in the parcel, and the paper round it.
//!
//! Paper is a product like any other, with its own price, tax and stock: the one whose address is [`WRAPPING`]. A cart is
//! wrapped when a variant of it is in there.

use serde::{Deserialize, Serialize};

use super::{Cart, CartRefusal};
use crate::ids::{ProductId, VariantId};
use crate::money::Money;

/// The address of the product gifts are wrapped in. A shop without such a product wraps nothing.
pub const WRAPPING: &str = "gift-wrapping";

/// What the giver writes, in their own language: one to 300 characters, line breaks and all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct GiftNote(String);

impl GiftNote {
    /// The most characters a note has; so many are read on a card.
    pub const MOST: usize = 300;

    /// Reads what was typed; none when it says nothing. Characters that are no text are left out, and lines end in one way,
    /// however the browser ends them.
    pub fn parse(typed: &str) -> Result<Option<Self>, CartRefusal> {
        let lines = typed.replace("\r\n", "\n").replace('\r', "\n");
        let text: String = lines.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        let text = text.trim();
        match text.chars().count() {
            0 => Ok(None),
            count if count > Self::MOST => Err(CartRefusal::LongNote),
            _ => Ok(Some(Self(text.to_owned()))),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for GiftNote {
    type Error = CartRefusal;
    fn try_from(text: String) -> Result<Self, CartRefusal> {
        Self::parse(&text)?.ok_or(CartRefusal::LongNote)
    }
}

impl From<GiftNote> for String {
    fn from(note: GiftNote) -> String {
        note.0
    }
}

/// A paper there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// What it is.
    pub variant: VariantId,
    /// The product all papers are of.
    pub product: ProductId,
    /// Its values, such as `Moss`; none where there is one paper.
    pub values: Vec<String>,
    /// What it costs.
    pub price: Money,
}

impl Cart {
    /// Which of the papers is in the cart, gone from the shelf meanwhile or not.
    pub fn paper(&self, papers: &[Paper]) -> Option<VariantId> {
        let product = papers.first()?.product;
        self.lines.iter().find(|line| line.product == product).map(|line| line.variant)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_kept_as_it_is_meant() {
        let read = |typed: &str| GiftNote::parse(typed).map(|note| note.map(String::from));
        assert_eq!(read("  Happy birthday,\r\nEdgars!\u{7} "), Ok(Some("Happy birthday,\nEdgars!".to_owned())));
        assert_eq!(read(" \n\u{0} "), Ok(None));
        assert_eq!(read("عيد ميلاد سعيد 🎉"), Ok(Some("عيد ميلاد سعيد 🎉".to_owned())));
    }

    #[test]
    fn a_note_has_300_characters_in_any_script_and_not_one_more() {
        for letter in ["a", "ж", "永", "🎉"] {
            assert!(GiftNote::parse(&letter.repeat(300)).unwrap().is_some(), "{letter}");
            assert_eq!(GiftNote::parse(&letter.repeat(301)), Err(CartRefusal::LongNote), "{letter}");
        }
        let lines = "a\r\n".repeat(150);
        assert!(GiftNote::parse(&lines).unwrap().is_some(), "a line break is one character");
    }
}
