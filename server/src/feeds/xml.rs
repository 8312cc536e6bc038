//! Text in XML.

use quick_xml::escape::escape;

/// The first line of every document.
pub const BEGIN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// An element with a text. Characters that XML 1.0 has no way to write (section 2.2) are left out.
pub fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>", written(text))
}

/// A text as it stands in an element or between quotes.
pub fn written(text: &str) -> String {
    let fit = |letter: &char| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    escape(text.chars().filter(fit).collect::<String>()).into_owned()
}

/// The words of a story, without its marks.
pub fn words(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                text.push(' ');
            }
            _ if !inside => text.push(letter),
            _ => {}
        }
    }
    let text = text.replace("&nbsp;", " ");
    let plain = quick_xml::escape::unescape(&text).map_or_else(|_| text.clone(), |plain| plain.into_owned());
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_a_text() {
        assert_eq!(
            element("title", "<b>Tea & \"cake\"</b>\u{0}\u{b}"),
            "<title>&lt;b&gt;Tea &amp; &quot;cake&quot;&lt;/b&gt;</title>"
        );
        assert_eq!(words("<p>Salt &amp; pepper,</p><p>2&nbsp;kg &lt;b&gt;</p>"), "Salt & pepper, 2 kg <b>");
    }
}
