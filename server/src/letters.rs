//! Letters to shoppers: what is in one, and how it looks.
//!
//! [`facts`] reads what a letter is about, [`words`] says it in the reader's language, with the `parts` some have, [`templates`] makes HTML and plain text of
//! that, and [`sample`] is a letter about nobody, for whoever looks after the templates. They are carried by
//! [`crate::outside::mail`].

use serde::Serialize;

mod buttons;
pub mod facts;
mod parts;
pub mod sample;
pub mod templates;
pub mod words;

/// Everything a template may show. Texts are plain; whoever makes HTML of them escapes them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Letter {
    /// The code of what it is about, such as `shipped`: the name of its template.
    pub kind: String,
    /// The reader's language (BCP 47).
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// The side lines begin at: `left` or `right`. (Mail programs do not know `start`.)
    pub start: String,
    /// The other side.
    pub end: String,
    /// The shop's name.
    pub shop: String,
    /// Its address, without a slash at the end.
    pub origin: String,
    /// The subject.
    pub subject: String,
    /// What mail programs show behind the subject in a list.
    pub preheader: String,
    /// The headline.
    pub heading: String,
    /// What is said, a paragraph each.
    pub paragraphs: Vec<String>,
    /// What is good to have at hand, such as the parcel's number.
    pub facts: Vec<Fact>,
    /// What to do next.
    pub button: Option<Link>,
    /// What else has happened, where several messages go as one.
    pub also: Vec<Section>,
    /// What was ordered.
    pub lines: Vec<Line>,
    /// The sums under it.
    pub sums: Vec<Fact>,
    /// Why its reader gets it.
    pub why: String,
    /// Where its reader chooses what to get.
    pub choose: Option<Link>,
    /// Where its reader stops letters of this kind; none for what is about an order.
    pub stop: Option<Link>,
}

/// Something with a name, such as the parcel's number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// Its name.
    pub label: String,
    /// What it is.
    pub value: String,
}

/// An address with what is written on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Link {
    /// What is written on it.
    pub label: String,
    /// The whole address.
    pub href: String,
}

/// Another message that goes with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Its headline.
    pub heading: String,
    /// What it says.
    pub paragraphs: Vec<String>,
    /// What is good to have at hand of it.
    pub facts: Vec<Fact>,
}

/// Something that was ordered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Line {
    /// What it is called, with what was chosen of it.
    pub name: String,
    /// How many.
    pub quantity: String,
    /// What it costs.
    pub total: String,
    /// Its page.
    pub href: String,
}

/// A letter as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// As HTML.
    pub html: String,
    /// As plain text.
    pub text: String,
}
