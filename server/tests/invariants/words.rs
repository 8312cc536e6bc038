//! Every word the shop says is written in every language, and nothing is written that it never says.

use std::collections::BTreeSet;

use super::nothing;
use super::source::{Piece, Source, files, pieces};

#[test]
fn every_language_says_the_same_things() {
    let all = files(&["app/locales"], ".ftl");
    let languages: BTreeSet<_> = all.iter().filter_map(|file| file.path.split('/').nth(2)).collect();
    let english = keys(&all, "en");
    for language in languages {
        let theirs = keys(&all, language);
        nothing(english.symmetric_difference(&theirs).map(|key| format!("{key}: in one of en and {language} only")).collect());
    }
}

#[test]
fn nothing_is_written_twice() {
    let all = files(&["app/locales"], ".ftl");
    let languages: BTreeSet<_> = all.iter().filter_map(|file| file.path.split('/').nth(2)).collect();
    for language in languages {
        let mut known = BTreeSet::new();
        let twice = written(&all, language).filter(|key| !known.insert(key.clone()));
        nothing(twice.map(|key| format!("{key}: written twice in {language}, and said once")).collect());
    }
}

#[test]
fn what_is_said_is_written() {
    let written = keys(&files(&["app/locales"], ".ftl"), "en");
    let said: Vec<_> = files(&["app/src", "server/src"], ".rs").iter().flat_map(|file| said(&file.text)).collect();
    assert!(!said.is_empty(), "no page says anything");
    nothing(
        said.iter()
            .filter(|pattern| !written.iter().any(|key| fits(pattern, key)))
            .map(|key| format!("{key}: said, not written"))
            .collect(),
    );
}

#[test]
fn what_is_written_is_said() {
    let sources = files(&["app/src", "server/src"], ".rs");
    let texts = files(&["app/locales"], ".ftl");
    let quoted: BTreeSet<_> = sources.iter().flat_map(|file| quoted_keys(&file.text)).collect();
    let unsaid = |key: &&String| {
        !quoted.iter().any(|pattern| fits(pattern, key)) && !texts.iter().any(|file| file.text.contains(&format!("{{ {key} }}")))
    };
    nothing(keys(&texts, "en").iter().filter(unsaid).map(|key| format!("{key}: written, never said")).collect());
}

#[test]
fn a_missing_word_would_be_seen() {
    let source = r#"words.say("cart-title"); words.with(&format!("country-{}", code), &[]); say(key("x"))"#;
    assert_eq!(said(source), ["cart-title", "country-{}"]);
    assert!(fits("country-{}", "country-de") && !fits("country-{}", "cart-title") && !fits("cart-title", "cart-titles"));
    let file =
        Source { path: "app/locales/en/a.ftl".to_owned(), text: "a-b = A\n    .title = T\n# c = C\n-d = D\ne = E".to_owned() };
    assert_eq!(keys(&[file], "en").into_iter().collect::<Vec<_>>(), ["a-b", "e"]);
}

/// The keys of one language's files.
fn keys(files: &[Source], language: &str) -> BTreeSet<String> {
    written(files, language).collect()
}

/// The same, in the order in which they are written.
fn written<'a>(files: &'a [Source], language: &'a str) -> impl Iterator<Item = String> + 'a {
    let of_language = files.iter().filter(move |file| file.path.split('/').nth(2) == Some(language));
    let lines = of_language.flat_map(|file| file.text.lines());
    let named = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    named.filter_map(|line| line.split_once('=')).map(|(key, _)| key.trim().to_owned())
}

/// The keys handed to `say` and `with`; one made by `format!` has braces where anything may stand.
fn said(text: &str) -> Vec<String> {
    let pieces = pieces(text);
    let asked = |code: &str| {
        let code = code.trim_end();
        let code = code.strip_suffix("&format!(").unwrap_or(code);
        code.ends_with(".say(") || code.ends_with(".with(")
    };
    let pairs = pieces.windows(2).filter_map(|pair| match pair {
        [Piece::Code(code), Piece::Literal(key)] if asked(code) => Some(key.clone()),
        _ => None,
    });
    pairs.filter(|key| is_key(key)).collect()
}

/// Everything in quotes that could be a key.
fn quoted_keys(text: &str) -> Vec<String> {
    let literal = |piece| match piece {
        Piece::Literal(text) if is_key(&text) => Some(text),
        _ => None,
    };
    pieces(text).into_iter().filter_map(literal).collect()
}

fn is_key(text: &str) -> bool {
    let fixed = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after)).collect::<String>();
    !fixed.is_empty() && fixed.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
}

/// Whether a key is what the pattern makes: the fixed parts in order, anything at the braces.
fn fits(pattern: &str, key: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('{') else { return pattern == key };
    let Some((_, tail)) = rest.split_once('}') else { return false };
    let Some(after) = key.strip_prefix(head) else { return false };
    (1..=after.len()).any(|at| after.is_char_boundary(at) && fits(tail, &after[at..]))
}
