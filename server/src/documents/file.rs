//! The file: pages, fonts cut down to the glyphs they need, and which letters the glyphs are.

use std::collections::BTreeMap;
use std::io::Write;

use app::documents::Paper;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::{Direction, TextRenderingMode};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};
use sha2::{Digest, Sha256};

use super::fonts::Font;
use super::sheet::{Ink, Page, Text};
use super::text::Run;

mod embedded;

use embedded::Embedded;

/// Ink, quiet ink and line of the shop's light colours.
const FULL: [f32; 3] = [0.11, 0.106, 0.098];
const QUIET: [f32; 3] = [0.388, 0.369, 0.333];
const LINE: [f32; 3] = [0.902, 0.882, 0.843];
/// How much bolder a font of one weight is drawn where bold is meant, in ems.
const HEAVY: f32 = 0.028;

/// Writes a paper that was laid out.
pub fn write(paper: &Paper, pages: &[Page]) -> Vec<u8> {
    let mut refs = Refs(0);
    let (catalog, tree, info) = (refs.next(), refs.next(), refs.next());
    let mut fonts: BTreeMap<Font, Embedded> = BTreeMap::new();
    let (wide, high) = paper.size.tenths();
    let high = high as f32 / 10.0;
    let drawn: Vec<(Ref, Ref, Vec<u8>)> =
        pages.iter().map(|page| (refs.next(), refs.next(), draw(page, high, &mut fonts, &mut refs))).collect();

    let mut pdf = Pdf::new();
    let title = format!("{} {}", paper.title, paper.number);
    let mut root = pdf.catalog(catalog);
    root.pages(tree).lang(TextStr(paper.lang.code()));
    let way = if paper.lang.dir() == "rtl" { Direction::R2L } else { Direction::L2R };
    root.viewer_preferences().display_doc_title(true).direction(way);
    root.finish();
    pdf.document_info(info).title(TextStr(&title)).producer(TextStr("Cartwright"));
    pdf.pages(tree).kids(drawn.iter().map(|(page, _, _)| *page)).count(i32::try_from(drawn.len()).unwrap_or(1));
    for (page, content, bytes) in &drawn {
        let mut dict = pdf.page(*page);
        dict.media_box(Rect::new(0.0, 0.0, wide as f32 / 10.0, high)).parent(tree).contents(*content);
        let mut resources = dict.resources();
        let mut named = resources.fonts();
        for font in fonts.values() {
            named.pair(Name(font.name().as_bytes()), font.id());
        }
        named.finish();
        resources.finish();
        dict.finish();
        let packed = packed(bytes);
        pdf.stream(*content, &packed).filter(Filter::FlateDecode);
    }
    for font in fonts.values() {
        font.write(&mut pdf);
    }
    let id = Sha256::digest(drawn.iter().flat_map(|(_, _, bytes)| bytes.iter().copied()).collect::<Vec<u8>>()).to_vec();
    pdf.set_file_id((id[..16].to_vec(), id[..16].to_vec()));
    pdf.finish()
}

/// The numbers of the file's objects.
pub(super) struct Refs(i32);

impl Refs {
    fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    // Writing into memory does not fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

fn draw(page: &Page, high: f32, fonts: &mut BTreeMap<Font, Embedded>, refs: &mut Refs) -> Vec<u8> {
    let mut content = Content::new();
    let [red, green, blue] = LINE;
    content.set_stroke_rgb(red, green, blue).set_line_width(0.6);
    for rule in &page.rules {
        content.move_to(rule.x, high - rule.y).line_to(rule.x + rule.length, high - rule.y).stroke();
    }
    for text in &page.texts {
        let mut x = text.x;
        for run in &text.line.runs {
            let font = fonts.entry(run.font).or_insert_with(|| Embedded::new(run.font, [(); 5].map(|()| refs.next())));
            x += show(&mut content, (x, high - text.y), text, run, font);
        }
    }
    content.finish().to_vec()
}

/// Shows a run and says how long it is.
fn show(content: &mut Content, (x, y): (f32, f32), text: &Text, run: &Run, font: &mut Embedded) -> f32 {
    let [red, green, blue] = if text.ink == Ink::Full { FULL } else { QUIET };
    if let Some(says) = &run.says {
        content.begin_marked_content_with_properties(Name(b"Span")).properties().actual_text(TextStr(says));
    }
    content.begin_text().set_fill_rgb(red, green, blue).set_font(Name(font.name().as_bytes()), text.size);
    if run.heavy {
        content.set_stroke_rgb(red, green, blue).set_line_width(text.size * HEAVY);
        content.set_text_rendering_mode(TextRenderingMode::FillStroke);
    } else {
        content.set_text_rendering_mode(TextRenderingMode::Fill);
    }
    content.set_text_matrix([1.0, 0.0, 0.0, 1.0, x, y]);
    let mut rise = 0.0;
    for glyph in &run.glyphs {
        let (right, up) = glyph.moved;
        if up != rise {
            content.set_rise(up * text.size / 1000.0);
            rise = up;
        }
        let (id, width) = font.take(glyph);
        let mut positioned = content.show_positioned();
        let mut items = positioned.items();
        if right != 0.0 {
            items.adjust(-right);
        }
        items.show(Str(&id.to_be_bytes()));
        if glyph.advance - right != width {
            items.adjust(width + right - glyph.advance);
        }
    }
    if rise != 0.0 {
        content.set_rise(0.0);
    }
    content.end_text();
    if run.says.is_some() {
        content.end_marked_content();
    }
    run.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * text.size / 1000.0
}
