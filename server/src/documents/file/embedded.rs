//! A font in the file: the glyphs that were shown, how wide they are, and what they say.

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, Str};
use rustybuzz::ttf_parser::{GlyphId, RawFace, Tag};
use subsetter::{GlyphRemapper, subset};

use super::packed;
use crate::documents::fonts::Font;
use crate::documents::text::Glyph;

/// How the glyphs of a font are numbered in the file: from 1 in the order they are first shown.
const IDENTITY: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// A font as far as a file needs it.
pub struct Embedded {
    font: Font,
    refs: [Ref; 5],
    taken: GlyphRemapper,
    /// Width and text of each glyph, by its number in the file less one.
    glyphs: Vec<(f32, String)>,
}

impl Embedded {
    /// Nothing of a font yet. Its objects are the font, its descendant, its descriptor, its file and its letters.
    pub fn new(font: Font, refs: [Ref; 5]) -> Self {
        Self { font, refs, taken: GlyphRemapper::new(), glyphs: Vec::new() }
    }

    /// What pages call it.
    pub const fn name(&self) -> &'static str {
        self.font.name()
    }

    /// What its object is called.
    pub const fn id(&self) -> Ref {
        self.refs[0]
    }

    /// A glyph's number in the file, and its width.
    pub fn take(&mut self, glyph: &Glyph) -> (u16, f32) {
        let id = self.taken.remap(glyph.id);
        let width = || self.font.face().and_then(|face| face.glyph_hor_advance(GlyphId(glyph.id))).unwrap_or(0);
        match usize::from(id).checked_sub(1).and_then(|at| self.glyphs.get_mut(at)) {
            Some((width, text)) => {
                if text.is_empty() {
                    text.clone_from(&glyph.text);
                }
                (id, *width)
            }
            // The glyph of what is missing has no place in the list, and is not shown.
            None if id == 0 => (0, f32::from(width()) * self.font.scale()),
            None => {
                let width = f32::from(width()) * self.font.scale();
                self.glyphs.push((width, glyph.text.clone()));
                (id, width)
            }
        }
    }

    /// Writes the font.
    pub fn write(&self, pdf: &mut Pdf) {
        let [font, descendant, descriptor, file, letters] = self.refs;
        let name = format!("CARTWR+{}", self.name());
        let name = Name(name.as_bytes());
        pdf.type0_font(font)
            .base_font(name)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(descendant)
            .to_unicode(letters);
        let outlines = self.font == Font::Han;
        let mut cid = pdf.cid_font(descendant);
        cid.subtype(if outlines { CidFontType::Type0 } else { CidFontType::Type2 });
        cid.base_font(name).system_info(IDENTITY).font_descriptor(descriptor).default_width(0.0);
        if !outlines {
            cid.cid_to_gid_map_predefined(Name(b"Identity"));
        }
        cid.widths().consecutive(1, self.glyphs.iter().map(|(width, _)| *width));
        cid.finish();
        self.describe(pdf, name, descriptor, file);
        self.letters(pdf, letters);
        let cut = subset(self.font.bytes(), 0, &self.taken).unwrap_or_default();
        if outlines {
            // A font of curves stands in the file without the tables around them.
            let curves = RawFace::parse(&cut, 0).ok().and_then(|raw| raw.table(Tag::from_bytes(b"CFF "))).unwrap_or_default();
            let packed = packed(curves);
            let mut stream = pdf.stream(file, &packed);
            stream.filter(Filter::FlateDecode);
            stream.pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
        } else {
            let packed = packed(&cut);
            pdf.stream(file, &packed).filter(Filter::FlateDecode);
        }
    }

    fn describe(&self, pdf: &mut Pdf, name: Name<'_>, descriptor: Ref, file: Ref) {
        let Some(face) = self.font.face() else { return };
        let unit = |units: i16| f32::from(units) * self.font.scale();
        let bounds = face.global_bounding_box();
        let mut descriptor = pdf.font_descriptor(descriptor);
        descriptor
            .name(name)
            .flags(FontFlags::SYMBOLIC)
            .bbox(Rect::new(unit(bounds.x_min), unit(bounds.y_min), unit(bounds.x_max), unit(bounds.y_max)))
            .italic_angle(0.0)
            .ascent(unit(face.ascender()))
            .descent(unit(face.descender()))
            .cap_height(unit(face.capital_height().unwrap_or(face.ascender())))
            .stem_v(if self.font == Font::Bold { 140.0 } else { 80.0 });
        if self.font == Font::Han {
            descriptor.font_file3(file)
        } else {
            descriptor.font_file2(file)
        };
    }

    fn letters(&self, pdf: &mut Pdf, id: Ref) {
        let mut map = UnicodeCmap::new(Name(b"Cartwright"), IDENTITY);
        for (nth, (_, text)) in (1_u16..).zip(&self.glyphs) {
            if !text.is_empty() {
                map.pair_with_multiple(nth, text.chars());
            }
        }
        let packed = packed(&map.finish());
        pdf.cmap(id, &packed).filter(Filter::FlateDecode);
    }
}
