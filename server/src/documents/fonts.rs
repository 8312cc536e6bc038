//! The fonts of documents. They are part of the program; each is opened when a letter first needs it.

use std::sync::OnceLock;

use domain::lang::Lang;
use rustybuzz::Face;
use rustybuzz::ttf_parser::GlyphId;

/// A font, by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Font {
    /// Latin, Greek and Cyrillic letters, digits and marks.
    Plain,
    /// The same, bold.
    Bold,
    /// Arabic letters.
    Arabic,
    /// Thai letters.
    Thai,
    /// Devanagari letters.
    Devanagari,
    /// Chinese and Japanese characters.
    Han,
}

/// What is seen instead of a letter no font has.
pub const UNKNOWN: char = '\u{25a1}';

impl Font {
    const ALL: [Font; 6] = [Font::Plain, Font::Bold, Font::Arabic, Font::Thai, Font::Devanagari, Font::Han];

    /// The font's file.
    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Font::Plain => include_bytes!("fonts/manrope-regular.ttf"),
            Font::Bold => include_bytes!("fonts/manrope-bold.ttf"),
            Font::Arabic => include_bytes!("fonts/noto-arabic.ttf"),
            Font::Thai => include_bytes!("fonts/noto-thai.ttf"),
            Font::Devanagari => include_bytes!("fonts/noto-devanagari.ttf"),
            Font::Han => include_bytes!("fonts/noto-cjk.otf"),
        }
    }

    /// Its name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            Font::Plain => "Manrope-Regular",
            Font::Bold => "Manrope-Bold",
            Font::Arabic => "NotoSansArabic-Regular",
            Font::Thai => "NotoSansThai-Regular",
            Font::Devanagari => "NotoSansDevanagari-Regular",
            Font::Han => "NotoSansCJKjp-Regular",
        }
    }

    /// The font, opened. None only if the program was built with a file that is no font, which the tests would show.
    pub fn face(self) -> Option<&'static Face<'static>> {
        static FACES: [OnceLock<Option<Face<'static>>>; Font::ALL.len()] = [const { OnceLock::new() }; Font::ALL.len()];
        FACES.get(self as usize)?.get_or_init(|| Face::from_slice(self.bytes(), 0)).as_ref()
    }

    /// Whether bold has to be drawn, because there is no bold of it.
    pub const fn is_one_weight(self) -> bool {
        !matches!(self, Font::Plain | Font::Bold)
    }

    /// Its glyph for a letter, if it has one.
    fn glyph(self, letter: char) -> Option<GlyphId> {
        self.face()?.glyph_index(letter).filter(|glyph| glyph.0 != 0)
    }

    /// A thousandth of the em for each of the font's own units.
    pub fn scale(self) -> f32 {
        self.face().map_or(1.0, |face| 1000.0 / face.units_per_em() as f32)
    }
}

/// The font a letter is written in, and the letter that is written: another where no font has it.
pub fn font_of(letter: char, bold: bool, lang: Lang) -> (Font, char) {
    let latin = if bold { Font::Bold } else { Font::Plain };
    // Quotation marks, dashes and dots are as wide as a character where those are written.
    let wide = matches!(letter, '\u{2014}' | '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' | '\u{2026}');
    let first = if wide && matches!(lang, Lang::ZhHans | Lang::Ja) { Font::Han } else { latin };
    // The narrow blank between digits is in no font.
    let letter = if letter == '\u{202f}' { '\u{a0}' } else { letter };
    let all = [first, latin, Font::Arabic, Font::Thai, Font::Devanagari, Font::Han];
    match all.into_iter().find(|font| font.glyph(letter).is_some()) {
        Some(font) => (font, letter),
        None => (Font::Han, UNKNOWN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_opens_and_has_what_it_is_for() {
        for (font, letters) in [
            (Font::Plain, "AzĀžЯя€₹₽α…"),
            (Font::Bold, "AzĀžЯя€₹₽α…"),
            (Font::Arabic, "عشپ،"),
            (Font::Thai, "กำ฿"),
            (Font::Devanagari, "क्षि।"),
            (Font::Han, "发票請求書婷埼かナ。□"),
        ] {
            assert!(letters.chars().all(|letter| font.glyph(letter).is_some()), "{font:?}");
        }
    }

    #[test]
    fn a_letter_nobody_has_is_seen_as_a_box() {
        assert_eq!(font_of('한', false, Lang::En), (Font::Han, '□'));
        assert_eq!(font_of('ก', true, Lang::En), (Font::Thai, 'ก'));
        assert_eq!(font_of('“', false, Lang::ZhHans).0, Font::Han);
        assert_eq!(font_of('“', false, Lang::De).0, Font::Plain);
    }
}
