//! The shop's files, and Rust text taken apart into code and what stands in quotes.

use std::fs;
use std::path::{Path, PathBuf};

/// A file, with its path from the top of the house.
pub struct Source {
    pub path: String,
    pub text: String,
}

/// The top of the house.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The files below these folders whose names end so, in order. There is at least one.
pub fn files(below: &[&str], ending: &str) -> Vec<Source> {
    let mut found = Vec::new();
    for folder in below {
        walk(&root().join(folder), ending, &mut found);
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no {ending} below {below:?}: the check would see nothing");
    found
}

fn walk(folder: &Path, ending: &str, found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name == "node_modules" || name == "target" {
            continue;
        }
        if path.is_dir() {
            walk(&path, ending, found);
        } else if name.ends_with(ending) {
            let relative = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
            found.push(Source { path: relative, text: fs::read_to_string(&path).unwrap() });
        }
    }
}

/// A stretch of Rust, without comments.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// Everything outside quotes.
    Code(String),
    /// What stands between quotes, as written.
    Literal(String),
}

/// Takes Rust apart. Comments are left out; their line ends stay.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut code = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        if let Some((literal, after)) = quoted(rest, code.chars().next_back()) {
            pieces.push(Piece::Code(std::mem::take(&mut code)));
            pieces.push(Piece::Literal(literal.to_owned()));
            rest = after;
        } else if let Some(after) = comment(rest) {
            code.extend(rest[..rest.len() - after.len()].chars().filter(|c| *c == '\n'));
            rest = after;
        } else if let Some(after) = character(rest) {
            code.push('\'');
            rest = after;
        } else {
            code.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    pieces.push(Piece::Code(code));
    pieces
}

/// The code alone; what stood in quotes is an empty pair of them.
pub fn code(text: &str) -> String {
    let without = |piece| match piece {
        Piece::Code(code) => code,
        Piece::Literal(_) => "\"\"".to_owned(),
    };
    pieces(text).into_iter().map(without).collect()
}

/// What stands in quotes alone.
pub fn literals(text: &str) -> Vec<String> {
    let quoted = |piece| match piece {
        Piece::Literal(literal) => Some(literal),
        Piece::Code(_) => None,
    };
    pieces(text).into_iter().filter_map(quoted).collect()
}

/// A string literal at the start, plain or raw, and what follows it.
fn quoted(text: &str, before: Option<char>) -> Option<(&str, &str)> {
    if let Some(inside) = text.strip_prefix('"') {
        let mut escaped = false;
        let end = inside.char_indices().find(|(_, c)| {
            let ends = *c == '"' && !escaped;
            escaped = *c == '\\' && !escaped;
            ends
        })?;
        return Some((&inside[..end.0], &inside[end.0 + 1..]));
    }
    let hashes = text.strip_prefix('r')?;
    let inside = hashes.trim_start_matches('#');
    let fence = format!("\"{}", &hashes[..hashes.len() - inside.len()]);
    let inside = inside.strip_prefix('"').filter(|_| !before.is_some_and(|c| c.is_alphanumeric() && c != 'b'))?;
    let end = inside.find(&fence)?;
    Some((&inside[..end], &inside[end + fence.len()..]))
}

/// What follows the comment at the start.
fn comment(text: &str) -> Option<&str> {
    if text.starts_with("//") {
        return Some(text.find('\n').map_or("", |end| &text[end..]));
    }
    let inside = text.strip_prefix("/*")?;
    Some(inside.find("*/").map_or("", |end| &inside[end + 2..]))
}

/// What follows the character literal at the start; a lifetime is none.
fn character(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('\'')?;
    if inside.starts_with('\\') {
        let end = inside[2..].find('\'')?;
        return Some(&inside[end + 3..]);
    }
    let mut chars = inside.chars();
    chars.next()?;
    chars.as_str().strip_prefix('\'')
}

#[test]
fn quotes_are_told_from_code_and_comments() {
    let text = r##"let a = "x \" y"; // "no"
        let b: &'static str = r#"raw "z""#; let c = '"'; /* "no" */ let d = "end";"##;
    assert_eq!(literals(text), [r#"x \" y"#, r#"raw "z""#, "end"]);
    assert!(code(text).contains("let d"));
}
