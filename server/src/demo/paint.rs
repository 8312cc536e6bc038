//! Colouring a drawing: slots such as `{{body}}` and `{{body.dark}}` become colours.

use super::Trouble;
use super::sheet::Slots;

const WARM_WHITE: Colour = Colour([0xff, 0xf8, 0xec]);
const WARM_BLACK: Colour = Colour([0x2b, 0x20, 0x18]);

/// An opaque colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// White.
    pub const WHITE: Colour = Colour([0xff; 3]);

    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// This much of `other` in a hundred.
    pub fn mixed(self, other: Self, percent: u16) -> Self {
        let part = |at: usize| {
            let (own, others) = (u16::from(self.0[at]), u16::from(other.0[at]));
            // A weighted mean of two bytes is a byte.
            u8::try_from((own * (100 - percent) + others * percent + 50) / 100).unwrap_or(u8::MAX)
        };
        Self([part(0), part(1), part(2)])
    }

    /// A shade darker, as the floor is to the wall.
    pub fn shaded(self, percent: u16) -> Self {
        self.mixed(WARM_BLACK, percent)
    }

    fn toned(self, tone: &str) -> Option<Self> {
        Some(match tone {
            "" => self,
            "pale" => self.mixed(WARM_WHITE, 50),
            "light" => self.mixed(WARM_WHITE, 24),
            "dark" => self.mixed(WARM_BLACK, 22),
            "deep" => self.mixed(WARM_BLACK, 42),
            _ => return None,
        })
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// The drawing in these colours.
pub fn paint(drawing: &str, slots: &Slots) -> Result<String, Trouble> {
    let mut painted = String::with_capacity(drawing.len());
    let mut rest = drawing;
    while let Some((before, after)) = rest.split_once("{{") {
        let (slot, behind) = after.split_once("}}").ok_or_else(|| Trouble::Data("a slot is not closed".to_owned()))?;
        let (name, tone) = slot.split_once('.').unwrap_or((slot, ""));
        let colour = slots.get(name).and_then(|colour| Colour::parse(colour)).and_then(|colour| colour.toned(tone));
        let colour = colour.ok_or_else(|| Trouble::Data(format!("slot `{slot}` has no colour")))?;
        painted.push_str(before);
        painted.push_str(&colour.to_string());
        rest = behind;
    }
    painted.push_str(rest);
    Ok(painted)
}

/// The fragment with every id made its own, so that several coats of one drawing can stand in one document.
pub fn numbered(fragment: &str, number: usize) -> String {
    let mut text = fragment.to_owned();
    for id in ids(fragment) {
        for (open, close) in [(" id=\"", '"'), ("#", ')'), ("href=\"#", '"')] {
            text = text.replace(&format!("{open}{id}{close}"), &format!("{open}{id}_{number}{close}"));
        }
    }
    text
}

fn ids(fragment: &str) -> Vec<&str> {
    let mut ids: Vec<&str> = fragment.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The same document in fewer bytes: no comments, no indents, no line breaks. There is no text in it to keep.
pub fn small(svg: &str) -> String {
    let mut text = String::with_capacity(svg.len());
    for line in uncommented(svg).lines().map(str::trim).filter(|line| !line.is_empty()) {
        let between_tags = text.ends_with('>') && line.starts_with('<');
        if !(text.is_empty() || between_tags) {
            text.push(' ');
        }
        text.push_str(line);
    }
    text
}

fn uncommented(svg: &str) -> String {
    let mut text = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some((before, comment)) = rest.split_once("<!--") {
        text.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, behind)| behind);
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moss() -> Slots {
        Slots::from([("body".to_owned(), "#6f7a57".to_owned())])
    }

    #[test]
    fn a_slot_takes_its_colour_and_its_tones() {
        let painted = paint(r#"<a f="{{body}}" g="{{body.pale}}"/><b f="{{body.deep}}"/>"#, &moss()).unwrap();
        assert_eq!(painted, r##"<a f="#6f7a57" g="#b7b9a2"/><b f="#52543d"/>"##);
    }

    #[test]
    fn a_slot_without_a_colour_is_told_of() {
        for drawing in ["{{lid}}", "{{body.odd}}", "{{body"] {
            assert!(paint(drawing, &moss()).is_err(), "{drawing}");
        }
    }

    #[test]
    fn two_coats_do_not_share_their_gradients() {
        let fragment = r##"<g id="mug"/><g id="mug-b"/><use href="#mug" fill="url(#mug-b)"/>"##;
        let text = r##"<g id="mug_1"/><g id="mug-b_1"/><use href="#mug_1" fill="url(#mug-b_1)"/>"##;
        assert_eq!(numbered(fragment, 1), text);
    }

    #[test]
    fn a_small_document_keeps_what_separates() {
        assert_eq!(small("<g>\n  <!-- wall\n -->\n  <path d=\"M0 0\n    L1 1\"/>\n</g>\n"), "<g><path d=\"M0 0 L1 1\"/></g>");
    }
}
