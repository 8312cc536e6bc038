//! Reads a file of ours back as a reader program would: by its fonts' letters, and by what is said beside them.

use std::collections::HashMap;
use std::io::Read;

use flate2::read::ZlibDecoder;
use unicode_bidi::{BidiInfo, Direction, Level, get_base_direction};

/// All of the text, page after page.
pub fn says(file: &[u8]) -> String {
    pages(file).concat()
}

/// The text of each page, as it stands in the file.
pub fn pages(file: &[u8]) -> Vec<String> {
    let objects = objects(file);
    let fonts = objects.values().filter_map(|(head, _)| {
        let letters = head.split("/ToUnicode ").nth(1)?.split(' ').next()?.parse::<u32>().ok()?;
        let name = head.split("/BaseFont /CARTWR+").nth(1)?.split_whitespace().next()?.to_owned();
        Some((name, letters_of(&String::from_utf8_lossy(&objects.get(&letters)?.1))))
    });
    let fonts: HashMap<String, HashMap<u16, String>> = fonts.collect();
    let mut pages: Vec<u32> = objects.iter().filter(|(_, (head, _))| head.contains("/Type /Page\n")).map(|(id, _)| *id).collect();
    pages.sort_unstable();
    let content = |id: &u32| {
        let head = &objects[id].0;
        let content: u32 = head.split("/Contents ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
        shown(&objects[&content].1, &fonts)
    };
    pages.iter().map(content).collect()
}

/// Each object: what stands before its stream, and the stream, unpacked.
fn objects(file: &[u8]) -> HashMap<u32, (String, Vec<u8>)> {
    let find = |from: usize, what: &[u8]| file[from..].windows(what.len()).position(|at| at == what).map(|at| from + at);
    let mut objects = HashMap::new();
    let mut from = 0;
    while let Some(at) = find(from, b" 0 obj") {
        let start = file[..at].iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |at| at + 1);
        let id: u32 = std::str::from_utf8(&file[start..at]).unwrap().parse().unwrap();
        let end = find(at, b"endobj").unwrap();
        let body = match find(at, b"stream\n").filter(|stream| *stream < end) {
            Some(stream) => {
                let head = String::from_utf8_lossy(&file[at..stream]).into_owned();
                let length: usize = head.split("/Length ").nth(1).unwrap().split_whitespace().next().unwrap().parse().unwrap();
                let mut unpacked = Vec::new();
                ZlibDecoder::new(&file[stream + 7..stream + 7 + length]).read_to_end(&mut unpacked).unwrap();
                from = stream + 7 + length;
                (head, unpacked)
            }
            None => {
                from = end;
                (String::from_utf8_lossy(&file[at..end]).into_owned(), Vec::new())
            }
        };
        objects.insert(id, body);
    }
    objects
}

fn hex(text: &str) -> Vec<u8> {
    (0..text.len() / 2).map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap()).collect()
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).unwrap()
}

/// The lines `<0001> <0041>` of a font's letters.
fn letters_of(map: &str) -> HashMap<u16, String> {
    let lines = map.lines().filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <"));
    lines.filter(|(id, _)| id.len() == 4).map(|(id, text)| (u16::from_str_radix(id, 16).unwrap(), utf16(&hex(text)))).collect()
}

/// What a page shows: the letters of its glyphs, or what is said of them.
fn shown(content: &[u8], fonts: &HashMap<String, HashMap<u16, String>>) -> String {
    let (mut text, mut font, mut said, mut line, mut at) = (String::new(), "", None::<usize>, String::new(), 0);
    let body = String::from_utf8_lossy(content).into_owned();
    let spoken: Vec<&str> = body.split("/ActualText ").skip(1).collect();
    let mut spoken = spoken.iter().map(|rest| string(rest.as_bytes()).0);
    while at < content.len() {
        match content[at] {
            b'(' | b'<' if content.get(at + 1) != Some(&b'<') => {
                let (bytes, length) = string(&content[at..]);
                at += length;
                if said.is_none() {
                    let letters = fonts.get(font).unwrap();
                    let ids = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
                    ids.for_each(|id| text.push_str(&seen(letters.get(&id).map_or("", String::as_str))));
                }
            }
            b'<' => {
                // A dictionary: all there is in it is what the glyphs say.
                let bytes = spoken.next().unwrap();
                text.push_str(&if bytes.starts_with(&[0xfe, 0xff]) {
                    utf16(&bytes[2..])
                } else {
                    String::from_utf8(bytes).unwrap()
                });
                said = Some(at);
                let end = content[at..].windows(3).position(|word| word == b"BDC").unwrap();
                at += end;
            }
            b'/' => {
                let end = at + content[at..].iter().position(u8::is_ascii_whitespace).unwrap();
                let name = std::str::from_utf8(&content[at + 1..end]).unwrap();
                font = fonts.get_key_value(name).map_or(font, |(name, _)| name.as_str());
                at = end;
            }
            b'T' if content[at..].starts_with(b"Tm") => {
                let before = String::from_utf8_lossy(&content[..at]).into_owned();
                let height = before.split_whitespace().last().unwrap().to_owned();
                if height != line {
                    text.push('\n');
                    line = height;
                }
                at += 2;
            }
            b'E' if content[at..].starts_with(b"EMC") => {
                said = None;
                at += 3;
            }
            _ => at += 1,
        }
    }
    text.lines().map(read).collect::<Vec<_>>().join("\n")
}

/// The letters of a glyph as they stand on the line: from right to left, if they are read so.
fn seen(letters: &str) -> String {
    if get_base_direction(letters) == Direction::Rtl { letters.chars().rev().collect() } else { letters.to_owned() }
}

/// A line as it is read, of one as it is seen.
fn read(line: &str) -> String {
    let rtl = line.chars().any(|letter| get_base_direction(letter.encode_utf8(&mut [0; 4])) == Direction::Rtl);
    let info = BidiInfo::new(line, rtl.then(Level::rtl));
    info.paragraphs.iter().map(|paragraph| info.reorder_line(paragraph, paragraph.range.clone())).collect()
}

/// A string in either of its two forms, and how long that was.
fn string(at: &[u8]) -> (Vec<u8>, usize) {
    if at[0] == b'<' {
        let end = at.iter().position(|byte| *byte == b'>').unwrap();
        return (hex(std::str::from_utf8(&at[1..end]).unwrap()), end + 1);
    }
    let (mut bytes, mut here, mut depth) = (Vec::new(), 1, 1);
    while depth > 0 {
        match at[here] {
            b'\\' => {
                here += 1;
                match at[here] {
                    b'n' => bytes.push(b'\n'),
                    b'r' => bytes.push(b'\r'),
                    b't' => bytes.push(b'\t'),
                    b'b' => bytes.push(8),
                    b'f' => bytes.push(12),
                    digit @ b'0'..=b'7' => {
                        let octal = std::str::from_utf8(&at[here..here + 3]).unwrap();
                        bytes.push(u8::from_str_radix(octal, 8).unwrap_or(digit));
                        here += 2;
                    }
                    other => bytes.push(other),
                }
            }
            b'(' => {
                depth += 1;
                bytes.push(b'(');
            }
            b')' => {
                depth -= 1;
                if depth > 0 {
                    bytes.push(b')');
                }
            }
            byte => bytes.push(byte),
        }
        here += 1;
    }
    (bytes, here)
}
