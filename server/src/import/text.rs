//! The text of a file, kept on the disk: a catalogue is larger than what a small machine has to spare.
//!
//! It is copied once into a nameless file, as UTF-8 and without what pads its cells, so that nobody can change it while it is
//! read, and is read from there by its places.

use std::cell::RefCell;
use std::fs::File;
use std::io::{BufWriter, Read, Seek, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, WINDOWS_1252};

use super::Unreadable;
use super::padding::Unpadded;
use super::table::separator;

/// So much is read, decoded and kept at once.
const CHUNK: usize = 1 << 16;
/// The mark some files begin with, which says their encoding. Some exporters write it twice.
const MARK: char = '\u{feff}';

/// A text and where it was found.
pub struct Text {
    copy: File,
    /// How many bytes it has.
    pub length: u64,
    /// The name of the encoding it was in.
    pub encoding: &'static str,
    /// The sign between its cells.
    pub separator: u8,
    read: RefCell<Window>,
}

/// A part that was read, and where it begins.
#[derive(Default)]
struct Window {
    at: u64,
    bytes: Vec<u8>,
}

impl Text {
    /// Copies a file's text.
    pub fn of(path: &Path) -> Result<Self, Unreadable> {
        let wrong = |error| Unreadable::File { path: path.to_owned(), error };
        let mut file = File::open(path).map_err(wrong)?;
        let encoding = encoding(&mut file).map_err(wrong)?;
        file.rewind().map_err(wrong)?;
        let mut copying = Copying { from: file, decoder: encoding.new_decoder(), bytes: Vec::new() };
        let first = copying.first().map_err(wrong)?;
        let separator = separator(&first);
        let copy = tempfile::tempfile().map_err(copy_failed)?;
        let length = copying.write(first, separator, &copy)?;
        Ok(Self { copy, length, encoding: encoding.name(), separator, read: RefCell::default() })
    }

    /// All of it, from the beginning.
    pub fn all(&self) -> Result<File, Unreadable> {
        let mut all = self.copy.try_clone().map_err(copy_failed)?;
        all.rewind().map_err(copy_failed)?;
        Ok(all)
    }

    /// A part of it. Parts that follow each other are read together.
    pub fn part(&self, at: u64, length: usize) -> Result<String, Unreadable> {
        let mut read = self.read.borrow_mut();
        let within = at.checked_sub(read.at).and_then(|from| usize::try_from(from).ok());
        let from = match within {
            Some(from) if from + length <= read.bytes.len() => from,
            _ => {
                let left = usize::try_from(self.length.saturating_sub(at)).unwrap_or(usize::MAX);
                read.bytes.resize(length.max(CHUNK).min(left), 0);
                read.at = at;
                self.copy.read_exact_at(&mut read.bytes, at).map_err(copy_failed)?;
                0
            }
        };
        let part = read.bytes.get(from..from + length).unwrap_or_default();
        Ok(String::from_utf8_lossy(part).into_owned())
    }
}

fn copy_failed(error: std::io::Error) -> Unreadable {
    Unreadable::File { path: "the copy of its text".into(), error }
}

/// What the file's mark says; without one UTF-8 where all of it is, and else what Excel writes in western countries when it is
/// not asked, in which every byte means something.
fn encoding(file: &mut File) -> std::io::Result<&'static Encoding> {
    let (mut read, mut kept) = (vec![0; CHUNK], Vec::new());
    let mut is_first = true;
    loop {
        let length = file.read(&mut read)?;
        kept.extend_from_slice(read.get(..length).unwrap_or_default());
        if let (true, Some((encoding, _))) = (is_first, Encoding::for_bom(&kept)) {
            return Ok(encoding);
        }
        is_first = false;
        let valid = match std::str::from_utf8(&kept) {
            Ok(_) => kept.len(),
            // A letter that goes on in the next part.
            Err(error) if error.error_len().is_none() && length > 0 => error.valid_up_to(),
            Err(_) => return Ok(WINDOWS_1252),
        };
        if length == 0 {
            return Ok(UTF_8);
        }
        kept.drain(..valid);
    }
}

/// A file on its way to becoming a text.
struct Copying {
    from: File,
    decoder: Decoder,
    bytes: Vec<u8>,
}

impl Copying {
    /// The first text there is, without marks and blanks before it.
    fn first(&mut self) -> std::io::Result<String> {
        loop {
            let next = self.next()?;
            let first = next.as_deref().unwrap_or_default().trim_start_matches(MARK);
            if next.is_none() || !first.trim_start().is_empty() {
                return Ok(first.to_owned());
            }
        }
    }

    /// The next part; nothing when the file is at its end.
    fn next(&mut self) -> std::io::Result<Option<String>> {
        let mut read = vec![0; CHUNK];
        let length = self.from.read(&mut read)?;
        self.bytes.extend_from_slice(read.get(..length).unwrap_or_default());
        if length == 0 && self.bytes.is_empty() {
            return Ok(None);
        }
        let room = self.decoder.max_utf8_buffer_length(self.bytes.len()).unwrap_or(CHUNK * 3);
        let mut text = String::with_capacity(room);
        let (result, taken, _) = self.decoder.decode_to_string(&self.bytes, &mut text, length == 0);
        debug_assert_eq!(result, CoderResult::InputEmpty, "there is room for all of it");
        self.bytes.drain(..taken);
        Ok(Some(text))
    }

    /// Writes all of it, and answers with how many bytes that is.
    fn write(mut self, first: String, separator: u8, copy: &File) -> Result<u64, Unreadable> {
        let (mut part, mut is_blank) = (Some(first), true);
        let mut out = Unpadded::new(BufWriter::with_capacity(CHUNK, copy), separator);
        while let Some(text) = part {
            if text.contains('\0') {
                return Err(Unreadable::NotText);
            }
            is_blank &= text.trim().is_empty();
            out.take(text.as_bytes()).map_err(copy_failed)?;
            part = self.next().map_err(copy_failed)?;
        }
        if is_blank {
            return Err(Unreadable::Empty);
        }
        out.end().and_then(|mut out| out.flush()).map_err(copy_failed)?;
        copy.metadata().map(|known| known.len()).map_err(copy_failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Result<Text, Unreadable> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("goods.csv");
        std::fs::write(&path, bytes).unwrap();
        Text::of(&path)
    }

    #[track_caller]
    fn check(bytes: &[u8], expected: &str, encoding: &str) {
        let text = text(bytes).unwrap();
        assert_eq!((&*text.part(0, text.length as usize).unwrap(), text.encoding), (expected, encoding));
    }

    #[test]
    fn a_text_is_read_in_the_encoding_it_has() {
        check("Krūze\r\nMug".as_bytes(), "Krūze\r\nMug", "UTF-8");
        check("\u{feff}Krūze".as_bytes(), "Krūze", "UTF-8");
        check("\u{feff}\u{feff}Krūze".as_bytes(), "Krūze", "UTF-8");
        check(b"\xff\xfeM\0\x6b\x01\r\0a\0", "M\u{16b}\ra", "UTF-16LE");
        check(b"\xfe\xff\0M\x01\x6b", "M\u{16b}", "UTF-16BE");
        check(b"Caf\xe9 \x96 5 \x80\rTasse", "Café – 5 €\rTasse", "windows-1252");
    }

    #[test]
    fn letters_that_lie_across_two_parts_stay_whole() {
        for before in CHUNK - 3..=CHUNK {
            let whole = format!("{}ūž€\u{1f3fa}{}", "a".repeat(before), "ч".repeat(CHUNK));
            check(whole.as_bytes(), &whole, "UTF-8");
            let wide: Vec<u8> = format!("{MARK}{whole}").encode_utf16().flat_map(u16::to_le_bytes).collect();
            check(&wide, &whole, "UTF-16LE");
        }
    }

    #[test]
    fn any_part_can_be_asked_for_in_any_order() {
        let whole: String = (0..40_000).map(|at| format!("{at},")).collect();
        let text = text(whole.as_bytes()).unwrap();
        for (at, length) in [(0, 9), (150_000, 70_000), (10, 5), (65_530, 12), (whole.len() - 3, 3)] {
            assert_eq!(text.part(at as u64, length).unwrap(), whole[at..at + length]);
        }
    }

    #[test]
    fn what_is_no_text_is_told_apart() {
        assert!(matches!(text(b" \r\n "), Err(Unreadable::Empty)));
        assert!(matches!(text(b""), Err(Unreadable::Empty)));
        assert!(matches!(text(b"PK\x03\x04\x14\0\x06\0"), Err(Unreadable::NotText)));
    }
}
