//! Cells without the blanks outside their quotes: some files line their columns up, and a quote quotes only where a cell begins.

use std::io::{Result, Write};

/// Writes a table on without the blanks that stand before and behind a cell's quotes. A cell without quotes keeps its blanks;
/// they are trimmed with it.
pub struct Unpadded<W> {
    out: W,
    separator: u8,
    place: Place,
}

/// Where in a cell the last byte was.
#[derive(Clone, Copy)]
enum Place {
    /// Before it, behind so many blanks.
    Before(usize),
    /// In one without quotes.
    Plain,
    /// Within its quotes.
    Quoted,
    /// Behind a quote that may be the first of two, which mean one within.
    Quote,
    /// Behind its quotes, and behind so many blanks.
    Behind(usize),
}

impl<W: Write> Unpadded<W> {
    /// Writes to `out`.
    pub fn new(out: W, separator: u8) -> Self {
        Self { out, separator, place: Place::Before(0) }
    }

    /// Writes on. A table may come in any parts.
    pub fn take(&mut self, mut bytes: &[u8]) -> Result<()> {
        while let Some((&byte, _)) = bytes.split_first() {
            let ends = |byte: u8| byte == self.separator || byte == b'\n' || byte == b'\r';
            let run = match self.place {
                Place::Plain => bytes.iter().position(|&byte| ends(byte)).unwrap_or(bytes.len()),
                Place::Quoted => bytes.iter().position(|&byte| byte == b'"').unwrap_or(bytes.len()),
                _ => 0,
            };
            let (same, rest) = bytes.split_at(run);
            self.out.write_all(same)?;
            if run > 0 {
                bytes = rest;
                continue;
            }
            bytes = rest.get(1..).unwrap_or_default();
            self.step(byte, ends(byte))?;
        }
        Ok(())
    }

    fn step(&mut self, byte: u8, is_end: bool) -> Result<()> {
        let (blanks, next) = match (self.place, byte) {
            (Place::Before(blanks), b' ') => return self.wait(Place::Before(blanks + 1)),
            (Place::Before(_), b'"') | (Place::Quote, b'"') => (0, Place::Quoted),
            (Place::Quote, b' ') => return self.wait(Place::Behind(1)),
            (Place::Behind(blanks), b' ') => return self.wait(Place::Behind(blanks + 1)),
            (Place::Before(blanks), _) if is_end => (blanks, Place::Before(0)),
            (_, _) if is_end && !matches!(self.place, Place::Quoted) => (0, Place::Before(0)),
            (Place::Before(blanks), _) => (blanks, Place::Plain),
            (Place::Behind(blanks), _) => (blanks, Place::Behind(0)),
            (Place::Quote, _) => (0, Place::Behind(0)),
            (Place::Quoted, _) => (0, Place::Quote),
            (Place::Plain, _) => (0, Place::Plain),
        };
        self.blanks(blanks)?;
        self.place = next;
        self.out.write_all(&[byte])
    }

    fn wait(&mut self, place: Place) -> Result<()> {
        self.place = place;
        Ok(())
    }

    fn blanks(&mut self, count: usize) -> Result<()> {
        (0..count).try_for_each(|_| self.out.write_all(b" "))
    }

    /// Ends the last cell.
    pub fn end(mut self) -> Result<W> {
        if let Place::Before(blanks) = self.place {
            self.blanks(blanks)?;
        }
        Ok(self.out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn unpadded<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
        let mut out = Unpadded::new(Vec::new(), b',');
        parts.into_iter().for_each(|part| out.take(part.as_bytes()).unwrap());
        String::from_utf8(out.end().unwrap()).unwrap()
    }

    #[test]
    fn blanks_outside_quotes_go_and_all_others_stay() {
        for (text, expected) in [
            ("a   , b\n1  , \"two, \"\"2\"\" \nlines\"  \n", "a   , b\n1  ,\"two, \"\"2\"\" \nlines\"\n"),
            ("  \"a\" ,\"b\"  x  y ,c", "\"a\",\"b\"  x  y,c"),
            ("5\" pipe, \"\" ,", "5\" pipe,\"\","),
            ("\"never closed,\n  ", "\"never closed,\n  "),
            (" ,  \r\n  ", " ,  \r\n  "),
        ] {
            assert_eq!(unpadded([text]), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn it_does_not_matter_in_which_parts_a_table_comes(text in "[ab\"\" ,\r\n]{0,40}", cut in 0usize..40) {
            let (head, tail) = text.split_at(cut.min(text.len()));
            prop_assert_eq!(unpadded([head, tail]), unpadded([text.as_str()]));
        }
    }
}
