//! What a style sheet may say: no left, no right, and no colour that has no name.

use super::nothing;
use super::source::{Source, files};

#[test]
fn the_shop_reads_from_either_side() {
    nothing(files(&["style"], ".css").iter().flat_map(sided).collect());
    for bad in ["margin-left: 1px", "left: 0", "text-align: right", "border-top-left-radius: 1px", "float: left"] {
        assert_eq!(sided(&sheet("style/a.css", &format!(".a {{ {bad}; }}"))).len(), 1, "{bad}");
    }
    for good in ["inset-inline-start: 0", "text-align: start", "background: url(arrow-left.svg)"] {
        assert_eq!(sided(&sheet("style/a.css", &format!(".left {{ {good} }}"))).len(), 0, "{good}");
    }
}

fn sided(sheet: &Source) -> Vec<String> {
    let one_sided = |(name, value): &(String, String)| {
        name.split('-').any(|part| part == "left" || part == "right")
            || ["text-align", "float", "clear"].contains(&name.as_str()) && ["left", "right"].contains(&value.as_str())
    };
    complaints(sheet, "one side only", one_sided)
}

#[test]
fn colours_are_made_in_one_place() {
    let sheets = files(&["style"], ".css");
    nothing(sheets.iter().filter(|sheet| sheet.path != "style/tokens.css").flat_map(coloured).collect());
    for bad in ["color: #fff", "background: rgb(1 2 3)", "border: 1px solid oklch(50% 0.1 20)", "color: white"] {
        assert_eq!(coloured(&sheet("style/a.css", &format!(".a {{ {bad}; }}"))).len(), 1, "{bad}");
    }
    for good in [
        "color: var(--ink)",
        "background: color-mix(in oklch, var(--a), transparent)",
        "fill: url(#a)",
        "color: oklch(from var(--a) l c h / 0.5)",
    ] {
        assert_eq!(coloured(&sheet("style/a.css", &format!("#white {{ {good} }}"))).len(), 0, "{good}");
    }
}

fn coloured(sheet: &Source) -> Vec<String> {
    const MADE: &[&str] = &["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch("];
    const NAMED: &[&str] = &["white", "black", "red", "green", "blue", "gray", "grey", "orange", "yellow", "silver", "gold"];
    let made = |value: &str| {
        MADE.iter().any(|way| {
            value
                .match_indices(way)
                .any(|(at, _)| starts_word(value, at) && !value[at + way.len()..].trim_start().starts_with("from var("))
        })
    };
    let hex = |word: &str| {
        word.strip_prefix('#')
            .is_some_and(|rest| [3, 4, 6, 8].contains(&rest.len()) && rest.chars().all(|c| c.is_ascii_hexdigit()))
    };
    let literal = |(_, value): &(String, String)| {
        let words = value.split([' ', ',', '(', ')', '/']);
        made(value)
            || words.into_iter().any(|word| (hex(word) && !value.contains(&format!("url({word}"))) || NAMED.contains(&word))
    };
    complaints(sheet, "a colour outside style/tokens.css", literal)
}

fn starts_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-')
}

fn complaints(sheet: &Source, what: &str, is_wrong: impl Fn(&(String, String)) -> bool) -> Vec<String> {
    let wrong = declarations(&sheet.text).into_iter().filter(|declaration| is_wrong(declaration));
    wrong.map(|(name, value)| format!("{}: {what}: {name}: {value}", sheet.path)).collect()
}

/// Every `name: value` of a sheet. What ends in an opening brace is a selector.
fn declarations(css: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let bare = without_comments(css);
    let mut start = 0;
    for (at, mark) in bare.match_indices(['{', '}', ';']) {
        if mark != "{"
            && let Some((name, value)) = bare[start..at].split_once(':')
        {
            found.push((name.trim().to_lowercase(), value.trim().to_lowercase()));
        }
        start = at + 1;
    }
    found
}

fn without_comments(css: &str) -> String {
    css.split("/*")
        .enumerate()
        .map(|(nth, part)| if nth == 0 { part } else { part.split_once("*/").map_or("", |(_, after)| after) })
        .collect()
}

fn sheet(path: &str, text: &str) -> Source {
    Source { path: path.to_owned(), text: text.to_owned() }
}
