//! The rules of the house, read from its own source: what README.md and CONTRIBUTING.md promise.
//!
//! Each check is a function from text to complaints, so that a test can show it a text it must refuse.

#![expect(clippy::unwrap_used, reason = "a check that cannot read the house must fail")]

mod house;
mod rust;
mod source;
mod styles;
mod words;

/// Fails with one line a complaint.
fn nothing(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}
