//! What a document is printed on.

use crate::codes;
use crate::contact::Country;

codes! {
    /// A sheet of paper.
    PaperSize {
        /// 210 × 297 mm (ISO 216).
        A4 = "a4",
        /// 8.5 × 11 inches.
        Letter = "letter",
    }
}

/// Where people print on Letter (CLDR 48, `paperSize` of the supplemental measurement data).
const LETTER: [&str; 14] = ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"];

impl PaperSize {
    /// What is in the printers of a country.
    pub fn of(country: Country) -> Self {
        if LETTER.contains(&country.code()) { Self::Letter } else { Self::A4 }
    }

    /// Width and height in tenths of a point, of which 720 are an inch.
    pub const fn tenths(self) -> (i32, i32) {
        match self {
            Self::A4 => (5953, 8419),
            Self::Letter => (6120, 7920),
        }
    }
}
