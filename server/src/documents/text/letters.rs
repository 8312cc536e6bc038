//! Which letters the glyphs are, so that text can be read back out of a file.
//!
//! Readers put the glyphs of a line in order themselves, from right to left where they find such letters. So a glyph says its
//! own letter wherever it has one, and only what cannot be told so (letters that change places or become more or fewer glyphs)
//! is said for the whole run.

use super::{Glyph, is_control};
use crate::documents::fonts::Font;

/// Names the glyphs of a run, which are in the order they are seen; `clusters` says where in the text each belongs and `end`
/// where the run ends. Whether they say one by one what they say together.
pub fn name(glyphs: &mut [Glyph], clusters: &[usize], text: &str, end: usize, font: Font, backwards: bool) -> bool {
    let mut plain = true;
    let mut from = 0;
    while from < glyphs.len() {
        let start = clusters[from];
        let to = from + clusters[from..].iter().take_while(|cluster| **cluster == start).count();
        let stop = clusters.iter().copied().filter(|&other| other > start).min().unwrap_or(end);
        let letters: Vec<char> = text[start..stop].chars().filter(|letter| !is_control(*letter)).collect();
        plain &= cluster(&mut glyphs[from..to], &letters, font, backwards);
        from = to;
    }
    plain
}

fn cluster(glyphs: &mut [Glyph], letters: &[char], font: Font, backwards: bool) -> bool {
    if let [glyph] = glyphs {
        // A bracket that is seen the other way round is named by how it is seen.
        let turned = letters.first().filter(|_| backwards && letters.len() == 1).and_then(|letter| mirrored(*letter));
        glyph.text = turned.map_or_else(|| letters.iter().collect(), String::from);
        return turned.is_none();
    }
    let own = |letter: char| font.face().and_then(|face| face.glyph_index(letter)).map(|glyph| glyph.0);
    let mut places: Vec<Option<usize>> = vec![None; glyphs.len()];
    for (at, glyph) in glyphs.iter().enumerate() {
        places[at] = (0..letters.len()).find(|&place| own(letters[place]) == Some(glyph.id) && !places.contains(&Some(place)));
    }
    let mut left: Vec<usize> = (0..letters.len()).filter(|place| !places.contains(&Some(*place))).collect();
    let unnamed: Vec<usize> = (0..glyphs.len()).filter(|&at| places[at].is_none()).collect();
    let told = left.len() == unnamed.len();
    if backwards {
        left.reverse();
    }
    for (at, place) in unnamed.into_iter().zip(left).filter(|_| told) {
        places[at] = Some(place);
    }
    for (glyph, place) in glyphs.iter_mut().zip(&places) {
        glyph.text = place.map(|place| letters[place].to_string()).unwrap_or_default();
    }
    let seen: Vec<usize> = places.into_iter().flatten().collect();
    told && if backwards { seen.iter().rev().is_sorted() } else { seen.is_sorted() }
}

/// Brackets, as they are seen in text from right to left.
fn mirrored(letter: char) -> Option<char> {
    const PAIRS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>'), ('«', '»')];
    PAIRS.iter().find_map(|&(one, other)| match letter {
        letter if letter == one => Some(other),
        letter if letter == other => Some(one),
        _ => None,
    })
}
