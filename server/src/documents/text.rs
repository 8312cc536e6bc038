//! Text set in lines: broken where its script allows, ordered as it is read, and shaped.
//!
//! All lengths are in thousandths of the em, so that nothing here knows a size.

use std::ops::Range;
use std::str::FromStr;
use std::sync::LazyLock;

use domain::lang::Lang;
use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{GraphemeClusterSegmenter, LineSegmenter, LineSegmenterBorrowed};
use rustybuzz::{Direction, GlyphInfo, GlyphPosition, Language, UnicodeBuffer, shape_with_plan};
use unicode_bidi::{BidiInfo, Direction as Way, Level, get_base_direction};

use super::fonts::{Font, UNKNOWN, font_of};

mod letters;
mod plans;

/// How text is written.
#[derive(Clone, Copy, Debug)]
pub struct Pen {
    /// The language, which decides the form of some characters, and the way of what has none of its own.
    pub lang: Lang,
    /// Bold.
    pub bold: bool,
}

/// A line: what stands on it, from left to right.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Its parts.
    pub runs: Vec<Run>,
    /// How long it is.
    pub width: f32,
}

/// A part of a line in one font and one direction.
#[derive(Clone, Debug)]
pub struct Run {
    /// The font.
    pub font: Font,
    /// Whether it is to be drawn bolder than the font is.
    pub heavy: bool,
    /// The glyphs, from left to right.
    pub glyphs: Vec<Glyph>,
    /// What it says, where the glyphs one by one do not.
    pub says: Option<String>,
}

/// A glyph where it stands.
#[derive(Clone, Debug)]
pub struct Glyph {
    /// Its number in the font.
    pub id: u16,
    /// How far the next one is.
    pub advance: f32,
    /// How far it is moved, to the right and up.
    pub moved: (f32, f32),
    /// What it says by itself; empty where that is nothing.
    pub text: String,
}

/// Sets a text in lines of at most `width`. What is too long for a line is broken anywhere.
pub fn lines(text: &str, pen: Pen, width: f32) -> Vec<Line> {
    let level = match get_base_direction(text) {
        Way::Mixed if pen.lang.dir() == "rtl" => Some(Level::rtl()),
        _ => None,
    };
    let info = BidiInfo::new(text, level);
    let set = |paragraph| {
        let broken = broken(text, paragraph, pen, width);
        broken.into_iter().map(|range| line(&info, paragraph, range, pen)).collect::<Vec<_>>()
    };
    info.paragraphs.iter().flat_map(set).collect()
}

/// How long a text is on one line.
pub fn width(text: &str, pen: Pen) -> f32 {
    fonts(text, 0..text.len(), pen).into_iter().map(|(font, part)| advance(&shaped(text, font, part, false, pen).glyphs)).sum()
}

static BREAKS: LazyLock<LineSegmenterBorrowed<'static>> =
    LazyLock::new(|| LineSegmenter::new_dictionary(LineBreakOptions::default()));

fn broken(text: &str, paragraph: &unicode_bidi::ParagraphInfo, pen: Pen, most: f32) -> Vec<Range<usize>> {
    let Range { start: from, end: to } = paragraph.range.clone();
    let mut lines = Vec::new();
    let (mut start, mut end, mut so_far) = (from, from, 0.0);
    for at in BREAKS.segment_str(&text[from..to]).map(|at| from + at).filter(|&at| at > from) {
        let piece = &text[end..at];
        if end > start && so_far + width(piece.trim_end(), pen) > most {
            lines.push(start..end);
            (start, so_far) = (end, 0.0);
        }
        if start == end && width(piece.trim_end(), pen) > most {
            start = cut(text, end..at, pen, most, &mut lines);
            so_far = width(&text[start..at], pen);
        } else {
            so_far += width(piece, pen);
        }
        end = at;
    }
    lines.push(start..end);
    lines
}

/// Cuts what is longer than a line; says where the rest begins.
fn cut(text: &str, piece: Range<usize>, pen: Pen, most: f32, lines: &mut Vec<Range<usize>>) -> usize {
    let (mut start, mut end, mut so_far) = (piece.start, piece.start, 0.0);
    for at in GraphemeClusterSegmenter::new().segment_str(&text[piece.clone()]).map(|at| piece.start + at) {
        let more = width(&text[end..at], pen);
        if so_far + more > most && end > start {
            lines.push(start..end);
            (start, so_far) = (end, 0.0);
        }
        (end, so_far) = (at, so_far + more);
    }
    start
}

fn line(info: &BidiInfo<'_>, paragraph: &unicode_bidi::ParagraphInfo, range: Range<usize>, pen: Pen) -> Line {
    // Blanks at a line's end take no room.
    let range = range.start..range.start + info.text[range.clone()].trim_end().len();
    if range.is_empty() {
        return Line::default();
    }
    let (levels, ordered) = info.visual_runs(paragraph, range);
    let mut line = Line::default();
    for part in ordered {
        let backwards = levels.get(part.start).is_some_and(Level::is_rtl);
        let mut parts = fonts(info.text, part, pen);
        if backwards {
            parts.reverse();
        }
        line.runs.extend(parts.into_iter().map(|(font, part)| run(info.text, font, part, backwards, pen)));
    }
    line.width = line.runs.iter().map(|run| advance(&run.glyphs)).sum();
    line
}

fn advance(glyphs: &[Glyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.advance).sum()
}

fn run(text: &str, font: Font, part: Range<usize>, backwards: bool, pen: Pen) -> Run {
    let Shaped { glyphs, plain } = shaped(text, font, part.clone(), backwards, pen);
    // Readers take a mark that is moved up for a letter of another line.
    let lifted = !backwards && glyphs.iter().any(|glyph| glyph.moved.1 != 0.0);
    let says = (!plain || lifted).then(|| text[part].chars().filter(|letter| !is_control(*letter)).collect());
    Run { font, heavy: pen.bold && font.is_one_weight(), glyphs, says }
}

/// Marks that order text and are not seen.
fn is_control(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\n' | '\r' | '\t')
}

/// The parts of a text in one font each.
fn fonts(text: &str, range: Range<usize>, pen: Pen) -> Vec<(Font, Range<usize>)> {
    let mut parts: Vec<(Font, Range<usize>)> = Vec::new();
    for (at, letter) in text[range.clone()].char_indices() {
        let (start, end) = (range.start + at, range.start + at + letter.len_utf8());
        match parts.last_mut() {
            // What joins and parts letters belongs to them, and so does what is not seen.
            Some((_, part)) if matches!(letter, '\u{200c}' | '\u{200d}') || is_control(letter) => part.end = end,
            Some((font, part)) if *font == font_of(letter, pen.bold, pen.lang).0 => part.end = end,
            _ if is_control(letter) => {}
            _ => parts.push((font_of(letter, pen.bold, pen.lang).0, start..end)),
        }
    }
    parts
}

/// Glyphs, and whether they say one by one what they say together.
struct Shaped {
    glyphs: Vec<Glyph>,
    plain: bool,
}

fn shaped(text: &str, font: Font, part: Range<usize>, backwards: bool, pen: Pen) -> Shaped {
    let Some(face) = font.face() else { return Shaped { glyphs: Vec::new(), plain: true } };
    let mut buffer = UnicodeBuffer::new();
    for (at, letter) in text[part.clone()].char_indices().filter(|(_, letter)| !is_control(*letter)) {
        let joins = matches!(letter, '\u{200c}' | '\u{200d}');
        let written = if joins { letter } else { font_of(letter, pen.bold, pen.lang).1 };
        buffer.add(written, u32::try_from(part.start + at).unwrap_or(u32::MAX));
    }
    buffer.set_direction(if backwards { Direction::RightToLeft } else { Direction::LeftToRight });
    buffer.guess_segment_properties();
    if let Ok(language) = Language::from_str(pen.lang.code()) {
        buffer.set_language(language);
    }
    let plan = plans::plan(font, face, &buffer, backwards, pen.lang);
    let set = shape_with_plan(face, &plan, buffer);
    let scale = font.scale();
    let glyph = |(info, position): (&GlyphInfo, &GlyphPosition)| Glyph {
        id: u16::try_from(info.glyph_id).unwrap_or(0),
        advance: position.x_advance as f32 * scale,
        moved: (position.x_offset as f32 * scale, position.y_offset as f32 * scale),
        text: String::new(),
    };
    let mut glyphs: Vec<Glyph> = set.glyph_infos().iter().zip(set.glyph_positions()).map(glyph).collect();
    let clusters: Vec<usize> = set.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    let known = text[part.clone()].chars().all(|letter| font_of(letter, pen.bold, pen.lang).1 != UNKNOWN);
    let plain = known & letters::name(&mut glyphs, &clusters, text, part.end, font, backwards);
    Shaped { glyphs, plain }
}
