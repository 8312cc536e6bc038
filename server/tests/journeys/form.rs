//! Forms as a browser sends them, and what stands in a page.

use std::fmt::Write;

/// The fields of a form, as the body of a request.
pub fn form(fields: &[(&str, &str)]) -> String {
    fields.iter().map(|(name, value)| format!("{}={}", coded(name), coded(value))).collect::<Vec<_>>().join("&")
}

fn coded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut coded, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => coded.push(char::from(byte)),
            b' ' => coded.push('+'),
            _ => write!(coded, "%{byte:02X}").unwrap(),
        }
        coded
    })
}

/// The first text between two others.
#[track_caller]
pub fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let from = text.find(start).unwrap_or_else(|| panic!("`{start}` is not in {text}")) + start.len();
    text[from..].split(end).next().unwrap()
}

/// The value a field of a page has.
#[track_caller]
pub fn value<'a>(page: &'a str, name: &str) -> &'a str {
    let tag = page.split('<').find(|tag| tag.contains(&format!("name=\"{name}\"")));
    let tag = tag.unwrap_or_else(|| panic!("there is no field `{name}` in {page}"));
    if tag.contains(" value=\"") { between(tag, " value=\"", "\"") } else { "" }
}

/// Where each of these stands in a page, which must be in this order.
#[track_caller]
pub fn in_order(page: &str, texts: &[&str]) {
    let mut rest = page;
    for text in texts {
        let at = rest.find(text).unwrap_or_else(|| panic!("`{text}` is not (so late) in {page}"));
        rest = &rest[at + text.len()..];
    }
}

/// A page without the marks that bidirectional text and its rendering leave between words.
pub fn plain(page: &str) -> String {
    page.replace(['\u{2068}', '\u{2069}'], "").replace("<!>", "")
}
