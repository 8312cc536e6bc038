//! Documents as PDF files: the same paper as on their pages (`app::documents`), made anew whenever it is asked for.
//!
//! The same document gives the same bytes. Text stays text: it can be searched, read aloud and copied, whichever way it is
//! written. What a reader program cannot tell from the glyphs alone (letters that stack or change places) is said beside them
//! as `ActualText`; right-to-left text is left to the reader to order, as other makers of files do.
//!
//! - Rooms: `fonts` are carried along and read when a letter needs them; `text` breaks lines, orders what runs from right to
//!   left, and shapes; `sheet` lays a paper out; `file` writes it; `answer` gives it to who may see it.
//! - Why these libraries: `pdf-writer`, `rustybuzz`, `subsetter` and `unicode-bidi` bring five crates of their own, none with a
//!   macro to compile; `krilla`, which does more, brings thirty.

pub mod answer;
mod file;
mod fonts;
mod sheet;
mod text;

use app::documents::Paper;

/// A paper as a PDF.
pub fn pdf(paper: &Paper) -> Vec<u8> {
    file::write(paper, &sheet::lay_out(paper))
}

#[cfg(test)]
mod tests;
