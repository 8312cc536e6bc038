//! Wish lists: things somebody may want to buy some day, in lists with names, with notes, shown to others by a link.
//!
//! A list is kept under a secret as orders are: a browser's, or an account's. What is told of the things in one when they cost less
//! is in `wishlists/fall.rs`.

use serde::{Deserialize, Serialize};

use crate::cart::Quantity;
use crate::catalogue::{Picture, Slug, Stock, Unit};
use crate::checkout::Remembered;
use crate::ids::{VariantId, WishlistId, WishlistItemId};
use crate::lang::Said;
use crate::money::Money;

mod fall;

pub use fall::{Fall, WATCHED_DAYS};

/// Why the shop says no to a change of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum WishlistRefusal {
    /// The list holds as many different things as it can.
    #[error("the list is full")]
    Full,
    /// There are as many lists as somebody may have.
    #[error("so many lists")]
    TooMany,
    /// It is not sold (any more), or is not in the list.
    #[error("not sold here")]
    NotSold,
    /// A list that is made needs a name.
    #[error("no name")]
    NoName,
    /// The name is longer than [`WishlistName::MOST`].
    #[error("so long a name")]
    LongName,
    /// The note is longer than [`Note::MOST`].
    #[error("so long a note")]
    LongNote,
    /// Not a number from 1 to 999.
    #[error("not a quantity")]
    NotAQuantity,
}

/// What somebody calls a list: one to 60 characters on one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WishlistName(String);

impl WishlistName {
    /// The most characters a name has.
    pub const MOST: usize = 60;

    /// Reads what was typed.
    pub fn parse(typed: &str) -> Result<Self, WishlistRefusal> {
        let text = one_line(typed);
        match text.chars().count() {
            0 => Err(WishlistRefusal::NoName),
            count if count > Self::MOST => Err(WishlistRefusal::LongName),
            _ => Ok(Self(text)),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for WishlistName {
    type Error = WishlistRefusal;
    fn try_from(text: String) -> Result<Self, WishlistRefusal> {
        Self::parse(&text)
    }
}

impl From<WishlistName> for String {
    fn from(name: WishlistName) -> String {
        name.0
    }
}

/// What somebody notes beside a thing, for themselves: up to 200 characters on one line, or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Note(String);

impl Note {
    /// The most characters a note has.
    pub const MOST: usize = 200;

    /// Reads what was typed.
    pub fn parse(typed: &str) -> Result<Self, WishlistRefusal> {
        let text = one_line(typed);
        if text.chars().count() > Self::MOST { Err(WishlistRefusal::LongNote) } else { Ok(Self(text)) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Note {
    type Error = WishlistRefusal;
    fn try_from(text: String) -> Result<Self, WishlistRefusal> {
        Self::parse(&text)
    }
}

impl From<Note> for String {
    fn from(note: Note) -> String {
        note.0
    }
}

/// A text without what is no text, on one line.
fn one_line(typed: &str) -> String {
    let text: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A thing in a list, as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WishlistItem {
    /// Its place in the list.
    pub id: WishlistItemId,
    /// What it is.
    pub variant: VariantId,
    /// Its product's address.
    pub slug: Slug,
    /// Its product's name.
    pub name: Said,
    /// The chosen values, such as `Moss`, `320 ml`.
    pub values: Vec<String>,
    /// The picture of the chosen variant.
    pub picture: Option<Picture>,
    /// Price of one.
    pub unit: Money,
    /// Price of one when it was put in, if that was another.
    pub unit_before: Option<Money>,
    /// How much is in one, for the price of a unit.
    pub content: Option<(u32, Unit)>,
    /// How many can be had now.
    pub stock: Stock,
    /// Whether it is not sold any more.
    pub gone: bool,
    /// How many are wanted.
    pub wanted: Quantity,
    /// What its keeper noted.
    pub note: Note,
}

impl WishlistItem {
    /// How many of those that are wanted can be had; none when it cannot be bought.
    pub fn to_be_had(&self) -> Option<Quantity> {
        match self.stock {
            _ if self.gone => None,
            Stock::Unlimited => Some(self.wanted),
            Stock::Left(left) => Quantity::new(left.min(self.wanted.count())).ok(),
        }
    }
}

/// A list with all that is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wishlist {
    /// Number.
    pub id: WishlistId,
    /// What it is called; none for the one that made itself when something was put in.
    pub name: Option<WishlistName>,
    /// What is in it, the latest first.
    pub items: Vec<WishlistItem>,
}

impl Wishlist {
    /// The most different things a list holds.
    pub const MOST_ITEMS: usize = 100;
    /// So many lists somebody has at most.
    pub const MOST_LISTS: usize = 20;
    /// A list of no account that nobody touched for so many days is forgotten: its browser keeps the secret for as long.
    pub const KEPT_DAYS: i64 = Remembered::KEPT_DAYS;
}

/// A list in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WishlistCard {
    /// Number.
    pub id: WishlistId,
    /// What it is called.
    pub name: Option<WishlistName>,
    /// So many things are in it.
    pub count: u32,
    /// Pictures of the latest of them.
    pub pictures: Vec<Picture>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_of_up_to_60_characters_in_any_script() {
        assert_eq!(WishlistName::parse("  For\r\n the\u{7} kitchen ").map(String::from), Ok("For the kitchen".to_owned()));
        assert_eq!(WishlistName::parse(" \n\u{0} "), Err(WishlistRefusal::NoName));
        for letter in ["a", "ж", "永", "🎁"] {
            assert!(WishlistName::parse(&letter.repeat(60)).is_ok(), "{letter}");
            assert_eq!(WishlistName::parse(&letter.repeat(61)), Err(WishlistRefusal::LongName), "{letter}");
            assert!(Note::parse(&letter.repeat(200)).is_ok(), "{letter}");
            assert_eq!(Note::parse(&letter.repeat(201)), Err(WishlistRefusal::LongNote), "{letter}");
        }
        assert_eq!(Note::parse("\n ").map(String::from), Ok(String::new()));
    }

    #[test]
    fn of_what_is_wanted_only_what_is_there_can_be_had() {
        let item = |stock, gone| WishlistItem {
            id: WishlistItemId(1),
            variant: VariantId(1),
            slug: Slug::parse("mug").unwrap(),
            name: Said { text: "Mug".to_owned(), lang: crate::lang::Lang::En },
            values: Vec::new(),
            picture: None,
            unit: Money::new(2100, crate::money::Currency::EUR),
            unit_before: None,
            content: None,
            stock,
            gone,
            wanted: Quantity::new(3).unwrap(),
            note: Note::default(),
        };
        let had = |stock, gone| item(stock, gone).to_be_had().map(Quantity::count);
        assert_eq!(had(Stock::Unlimited, false), Some(3));
        assert_eq!((had(Stock::Left(2), false), had(Stock::Left(5), false)), (Some(2), Some(3)));
        assert_eq!((had(Stock::Left(0), false), had(Stock::Unlimited, true)), (None, None));
    }
}
