//! Bytes as text: the encodings catalogues are found in.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::Unreadable;

/// The text and the name of its encoding.
pub fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, &'static str), Unreadable> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty);
    }
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        // What Excel writes in western countries when it is not asked. Every byte means something in it.
        None => WINDOWS_1252,
    };
    let (text, _, _) = encoding.decode(bytes);
    // Some exporters write the mark twice; some tables are archives or carry zeros.
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches('\u{feff}')),
        Cow::Owned(text) => Cow::Owned(text.trim_start_matches('\u{feff}').to_owned()),
    };
    if text.contains('\0') {
        return Err(Unreadable::NotText);
    }
    Ok((text, encoding.name()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, encoding: &str) {
        assert_eq!(decode(bytes).unwrap(), (Cow::Borrowed(text), encoding));
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
    fn what_is_no_text_is_told_apart() {
        assert!(matches!(decode(b" \r\n "), Err(Unreadable::Empty)));
        assert!(matches!(decode(b"PK\x03\x04\x14\0\x06\0"), Err(Unreadable::NotText)));
    }
}
