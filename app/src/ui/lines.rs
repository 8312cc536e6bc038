//! What stands in a text area.

/// A text as the inside of a text area, for `inner_html`: Leptos escapes nothing there, and the parser drops a first line break,
/// so that one more is written where the text begins with one.
pub fn lines_of(text: &str) -> String {
    let inside = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    if inside.starts_with('\n') { format!("\n{inside}") } else { inside }
}
