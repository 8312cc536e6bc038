//! Words that many products share, in the reader's language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::lang::{Lang, Said};

/// What words of the catalogue are in the reader's language: names of choices, their values, names of facts. In the
/// books they stand in the shop's first language, which is also how variants are told apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The reader's language.
    pub lang: Lang,
    /// Words of the first language and their translations.
    pub known: BTreeMap<String, String>,
}

impl Terms {
    /// The word as the reader knows it, or as the books have it.
    pub fn say(&self, word: &str) -> Said {
        Said::of(word.to_owned(), self.known.get(word).cloned(), self.lang)
    }
}
