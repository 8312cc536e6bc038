//! The number of a document: its series, its year, and its place in them without a gap.

use serde::{Deserialize, Serialize};

use crate::codes;

codes! {
    /// What a document is.
    DocumentKind {
        /// What is owed, and the tax inside.
        Invoice = "invoice",
        /// That money came.
        Receipt = "receipt",
        /// What is owed less than an invoice said.
        CreditNote = "credit-note",
    }
}

impl DocumentKind {
    /// The letters its numbers begin with.
    pub const fn series(self) -> &'static str {
        match self {
            Self::Invoice => "INV",
            Self::Receipt => "RC",
            Self::CreditNote => "CN",
        }
    }
}

/// A number such as `INV-2026-000001`: each series counts from 1 in each year, and leaves nothing out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DocumentNumber {
    /// What it is the number of.
    pub kind: DocumentKind,
    /// The year of issue.
    pub year: i64,
    /// Its place in the year, from 1.
    pub sequence: i64,
}

/// Not a document's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a document's number")]
pub struct NotADocumentNumber;

impl DocumentNumber {
    /// Reads `INV-2026-000001`, exactly as it is written.
    pub fn parse(text: &str) -> Result<Self, NotADocumentNumber> {
        let mut parts = text.split('-');
        let (series, year, sequence) = (parts.next(), parts.next(), parts.next());
        let kind = DocumentKind::ALL.iter().find(|kind| Some(kind.series()) == series);
        let count = |part: Option<&str>| part.and_then(|digits| digits.parse().ok()).ok_or(NotADocumentNumber);
        let read = Self { kind: *kind.ok_or(NotADocumentNumber)?, year: count(year)?, sequence: count(sequence)? };
        if read.to_string() == text { Ok(read) } else { Err(NotADocumentNumber) }
    }
}

impl std::fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{:04}-{:06}", self.kind.series(), self.year, self.sequence)
    }
}

impl TryFrom<String> for DocumentNumber {
    type Error = NotADocumentNumber;
    fn try_from(text: String) -> Result<Self, NotADocumentNumber> {
        Self::parse(&text)
    }
}

impl From<DocumentNumber> for String {
    fn from(number: DocumentNumber) -> String {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_is_written_and_no_other_way() {
        for text in ["INV-2026-000001", "CN-2026-000042", "RC-1999-1234567"] {
            assert_eq!(DocumentNumber::parse(text).map(|number| number.to_string()), Ok(text.to_owned()));
        }
        for text in
            ["", "INV", "INV-2026", "INV-2026-1", "inv-2026-000001", "INV-2026-000001-2", "INV-+026-000001", "XX-2026-000001"]
        {
            assert_eq!(DocumentNumber::parse(text), Err(NotADocumentNumber), "{text}");
        }
    }
}
