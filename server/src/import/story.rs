//! Texts of products: HTML from anywhere becomes HTML that does nothing but say something.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

/// What a text may be made of.
const TAGS: [&str; 40] = [
    "a",
    "b",
    "blockquote",
    "br",
    "caption",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "li",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "small",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
    "span",
];
/// Those of them that stand within a line.
const INLINE: [&str; 15] = ["a", "b", "code", "del", "em", "i", "ins", "q", "s", "small", "span", "strong", "sub", "sup", "u"];
/// Characters of a lead at most.
const LEAD: usize = 160;

/// A text, cleaned; plain text becomes paragraphs.
pub fn story(text: &str) -> String {
    let html = if is_html(text) { text.to_owned() } else { paragraphs(text) };
    // The sign itself means the same, and is what texts in other columns have.
    let clean = CLEANER.clean(&html).to_string().replace("&nbsp;", "\u{a0}");
    let clean = clean.trim();
    if clean.is_empty() || has_blocks(clean) { clean.to_owned() } else { format!("<p>{clean}</p>") }
}

/// The first sentence of a cleaned text, or as many words of it as fit.
pub fn lead(story: &str) -> String {
    let text = plain(story);
    let sentence = first_sentence(&text);
    if sentence.chars().count() <= LEAD {
        return sentence.to_owned();
    }
    let cut: String = sentence.chars().take(LEAD).collect();
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", words.trim_end_matches([',', ';', ':', '-', '–']).trim_end())
}

/// Made once: an import cleans a text for each of its products.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        .tags(HashSet::from(TAGS))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("td", HashSet::from(["colspan", "rowspan"])),
            ("th", HashSet::from(["colspan", "rowspan"])),
        ]))
        .generic_attributes(HashSet::from(["lang", "dir"]))
        .url_schemes(HashSet::from(["http", "https"]))
        // An address without a host would lead into this shop, where the page it means is not.
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer nofollow"));
    builder
});

fn is_html(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| text[at + 1..].starts_with(|next: char| next.is_ascii_alphabetic() || next == '/'))
}

fn paragraphs(text: &str) -> String {
    let lines = |paragraph: &str| paragraph.trim().replace('\n', "<br>");
    let filled = text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty());
    filled.map(|paragraph| format!("<p>{}</p>", lines(paragraph))).collect()
}

fn has_blocks(clean: &str) -> bool {
    tags(clean).any(|tag| !INLINE.contains(&tag) && tag != "br")
}

/// The names of a cleaned text's tags. In cleaned text `<` begins a tag and nothing else.
fn tags(clean: &str) -> impl Iterator<Item = &str> {
    clean.split('<').skip(1).map(name)
}

fn name(tag: &str) -> &str {
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    tag.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or("")
}

/// Only the words, one space between them; blocks part words, tags within a line do not.
fn plain(clean: &str) -> String {
    let mut parts = clean.split('<');
    let mut text = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (tag, words) = part.split_once('>').unwrap_or((part, ""));
        if !INLINE.contains(&name(tag)) {
            text.push(' ');
        }
        text.push_str(words);
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn first_sentence(text: &str) -> &str {
    let ends = |(at, sign): &(usize, char)| {
        let behind = &text[at + sign.len_utf8()..];
        matches!(sign, '。' | '！' | '？')
            || matches!(sign, '.' | '!' | '?' | '…') && (behind.is_empty() || behind.starts_with(' '))
    };
    text.char_indices().find(ends).map_or(text, |(at, sign)| &text[..at + sign.len_utf8()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_becomes_paragraphs() {
        assert_eq!(story("One & two.\nThree < four.\n\nFive."), "<p>One &amp; two.<br>Three &lt; four.</p><p>Five.</p>");
        assert_eq!(story("Fish &amp; chips"), "<p>Fish &amp; chips</p>");
        assert_eq!(story("  \n "), "");
    }

    #[test]
    fn only_what_says_something_is_kept() {
        for (html, clean) in [
            ("<p onclick=\"x()\" style=\"color:red\" class=a>Hi</p>", "<p>Hi</p>"),
            ("<script>x()</script><style>a{}</style><p>Hi</p>", "<p>Hi</p>"),
            ("<p>Hi<img src=x onerror=x()></p>", "<p>Hi</p>"),
            ("<p><a href=\"javascript:x()\">a</a></p>", "<p><a rel=\"noopener noreferrer nofollow\">a</a></p>"),
            ("<p><a href=\"/cart\">a</a></p>", "<p><a rel=\"noopener noreferrer nofollow\">a</a></p>"),
            (
                "<p><a href=\"https://kalna.example\" target=_blank>a</a></p>",
                "<p><a href=\"https://kalna.example\" rel=\"noopener noreferrer nofollow\">a</a></p>",
            ),
            ("<ul><li>One<li>Two</ul>", "<ul><li>One</li><li>Two</li></ul>"),
            ("Soft <b>wool</b>", "<p>Soft <b>wool</b></p>"),
            ("<iframe src=\"https://a.example\"></iframe><form><input></form>", ""),
        ] {
            assert_eq!(story(html), clean, "{html}");
        }
    }

    #[test]
    fn the_lead_is_the_first_sentence() {
        for (text, first) in [
            ("<p>A <b>9.5</b> cm mug. It is heavy.</p>", "A 9.5 cm mug."),
            ("<h2>Mug</h2><p>Heavy</p>", "Mug Heavy"),
            ("<p>Fish &amp; chips!</p>", "Fish & chips!"),
            ("", ""),
        ] {
            assert_eq!(lead(text), first);
        }
        let long = lead(&format!("<p>{}</p>", "stoneware ".repeat(40)));
        assert!(long.chars().count() <= LEAD && long.ends_with("stoneware…"), "{long}");
    }
}
