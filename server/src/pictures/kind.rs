//! Kinds of pictures, told by their first bytes: what a server says is not asked, and a file's name is held to it.

use super::{MOST_BYTES, NotAPicture, NotKept};

/// A kind of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
    /// GIF.
    Gif,
    /// AVIF, or HEIC, which is boxed the same way. Known in order to be refused by name: reading either takes a decoder of
    /// a hundred thousand lines.
    Avif,
}

impl Kind {
    /// The kind of these bytes.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Some(Kind::Jpeg),
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Kind::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Kind::Webp),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Kind::Gif),
            [_, _, _, _, b'f', b't', b'y', b'p', brands @ ..] => is_avif(brands).then_some(Kind::Avif),
            _ => None,
        }
    }

    /// How its files end, the usual way first.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Kind::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Kind::Png => &["png"],
            Kind::Webp => &["webp"],
            Kind::Gif => &["gif"],
            Kind::Avif => &["avif", "heic", "heif"],
        }
    }
}

/// A first look, before a process is started for it.
pub fn look(bytes: &[u8]) -> Result<Kind, NotKept> {
    if bytes.len() > MOST_BYTES {
        return Err(NotKept::TooLarge(bytes.len()));
    }
    match Kind::of(bytes) {
        Some(Kind::Avif) => Err(NotAPicture::Avif.into()),
        Some(kind) => Ok(kind),
        None => Err(NotAPicture::OtherKind.into()),
    }
}

/// Whether a file of this name ends as what is in it: `photo.jpg` that is a PNG was renamed by somebody, and nobody
/// knows what else was done to it.
pub fn matches_name(bytes: &[u8], name: &str) -> Result<(), NotAPicture> {
    let endings = if is_drawing(bytes) { Some(&["svg"][..]) } else { Kind::of(bytes).map(Kind::endings) };
    let (Some(endings), Some((_, ending))) = (endings, name.rsplit_once('.')) else { return Ok(()) };
    if endings.iter().any(|known| known.eq_ignore_ascii_case(ending)) {
        return Ok(());
    }
    Err(NotAPicture::Misnamed { ending: ending.to_owned(), right: endings[0].to_owned() })
}

/// Whether it is an SVG drawing.
pub fn is_drawing(bytes: &[u8]) -> bool {
    if Kind::of(bytes).is_some() {
        return false;
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    head.contains("<svg") || head.contains("<!doctype svg")
}

/// The major brand, a version, then compatible brands, four bytes each. A file that only says `mif1` first is
/// still AVIF if `avif` follows.
fn is_avif(brands: &[u8]) -> bool {
    brands.chunks_exact(4).take(8).any(|brand| matches!(brand, b"avif" | b"avis" | b"heic" | b"heix"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_told_by_its_first_bytes() {
        for (bytes, kind) in [
            (&b"\xff\xd8\xff\xe0\0\x10JFIF"[..], Some(Kind::Jpeg)),
            (b"\x89PNG\r\n\x1a\n", Some(Kind::Png)),
            (b"RIFF\x24\0\0\0WEBPVP8 ", Some(Kind::Webp)),
            (b"GIF87a", Some(Kind::Gif)),
            (b"\0\0\0\x1cftypavif\0\0\0\0", Some(Kind::Avif)),
            (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avif", Some(Kind::Avif)),
            (b"\0\0\0\x1cftypisom\0\0\0\0", None),
            (b"RIFF\x24\0\0\0WAVEfmt ", None),
            (b"<svg", None),
            (b"", None),
        ] {
            assert_eq!(Kind::of(bytes), kind, "{bytes:?}");
        }
    }
}
