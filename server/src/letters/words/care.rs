//! How what is on its way is looked after.

use app::i18n::Words;
use db::notifications::Message;
use domain::care::Care;
use domain::notifications::Kind;

use super::super::Section;
use super::super::facts::Facts;
use super::apart;
use super::parcels::piece_of;

/// A part for each product that something is said of and that is in one of the parcels which are said to be on their way.
pub(super) fn sections(words: Words, messages: &[Message], facts: &Facts) -> Vec<Section> {
    let shipped: Vec<&Message> = messages.iter().filter(|message| message.kind == Kind::Shipped).collect();
    let is_inside = |care: &Care| {
        shipped.iter().any(|message| match piece_of(message, facts) {
            Some((_, piece)) => piece.shares.iter().any(|share| care.lines.contains(&share.line)),
            None => true,
        })
    };
    let section = |care: &Care| Section {
        heading: words.with("care-of", &[("name", apart(&care.name).into())]),
        paragraphs: care.says.lines().filter(|line| !line.trim().is_empty()).map(apart).collect(),
        facts: Vec::new(),
    };
    facts.care.iter().filter(|care| is_inside(care)).map(section).collect()
}
