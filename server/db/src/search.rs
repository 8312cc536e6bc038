//! Finding goods by what a shopper types: the shop's own engine, on SQLite's full-text index.
//!
//! Meaning: `domain::search`. Port: `app::request::Finder`. SQLite's own ways with words fail in half of the shop's
//! languages (vowel signs of Thai and Arabic are gaps to it, `ё` is no `е`), so texts are folded and cut here, alike when they are
//! indexed and when they are asked for, and SQLite gets plain words: letters are in `search/letters.rs`, the cut in
//! `search/runs.rs`, quantities in `search/units.rs`.
//!
//! A query becomes wants (`search/wants.rs`), is put to the index (`search/find.rs`), and what comes back is ranked
//! (`search/rank.rs`). The index's rows stand in the order of how well the goods are liked, and only the first
//! ones are ranked: `bm25` looks at every row of a word before the first comes out, which for a word of 60 % of 50,000 goods is
//! 40 ms; the first thousand rows by themselves are 0.3 ms. What is typed wrong is put right by `search/vocabulary.rs`.
//!
//! The index is written in the transaction that changes the goods (`search/index.rs`), and made anew by `search/renew.rs`.

mod find;
mod ideas;
mod index;
mod letters;
mod mistakes;
mod rank;
mod renew;
mod runs;
mod shelves;
mod synonyms;
mod units;
mod vocabulary;
mod wants;

pub use find::find;
pub use ideas::ideas;
pub use index::put;
pub(crate) use index::put_in;
pub use letters::folded;
pub use renew::{freshen, is_current, is_stale, renew};
pub(crate) use renew::{stale_category, stale_terms};
pub use synonyms::{replace_synonyms, save_synonyms, synonyms};

use std::time::Duration;

use domain::ids::ProductId;
use domain::lang::Lang;

/// Whatever is typed, no search takes longer; what was found until then is the answer.
const LIMIT: Duration = Duration::from_millis(100);

/// Bits of a place: below the product's number, above it the standing, above that the language.
const PRODUCT_BITS: u32 = 40;
const STANDING_BITS: u32 = 8;

/// Where a product stands in the index of a language; `standing` of 255 is the very first.
fn place(lang: Lang, standing: u8, product: ProductId) -> i64 {
    (((shelf_of(lang) << STANDING_BITS) | i64::from(u8::MAX - standing)) << PRODUCT_BITS) | product.0
}

/// The first and the last place of a language.
fn places(lang: Lang) -> (i64, i64) {
    let bits = PRODUCT_BITS + STANDING_BITS;
    (shelf_of(lang) << bits, ((shelf_of(lang) + 1) << bits) - 1)
}

fn shelf_of(lang: Lang) -> i64 {
    Lang::ALL.iter().zip(0..).find(|(one, _)| **one == lang).map_or(0, |(_, at)| at)
}

/// The product at a place, and how well it is liked.
fn product_at(place: i64) -> (ProductId, u8) {
    let standing = u8::MAX - u8::try_from((place >> PRODUCT_BITS) & i64::from(u8::MAX)).unwrap_or(u8::MAX);
    (ProductId(place & ((1 << PRODUCT_BITS) - 1)), standing)
}

/// Where a reader of a language looks: there, and in the first language, for what nobody has translated.
fn langs(lang: Lang) -> Vec<Lang> {
    let mut langs = vec![lang, Lang::FIRST];
    langs.dedup();
    langs
}

#[cfg(test)]
mod tests;
