//! Which of the things that have what is wanted are meant most likely.
//!
//! Points: what is wanted stands in the name, as it was typed, and is most of the name; else on the shelf or in the
//! facts; then how well the thing is liked and rated. What cannot be had stands behind its likes.

use domain::ids::ProductId;
use domain::lang::Lang;

use super::find::Hit;
use super::wants::{Form, Want};
use super::{places, product_at};
use crate::catalogue::fresh;
use crate::database::Conn;
use crate::error::Result;

/// So many are ranked; those behind stand as they are liked.
pub(super) const RANKED: usize = 300;

/// What a want is worth where it is found, exactly and nearly.
const IN_NAME: (i64, i64) = (100, 70);
const ON_SHELF: (i64, i64) = (45, 35);
/// A name that says nothing else.
const WHOLE_NAME: i64 = 30;
/// Found in the facts rather than in the story.
const IN_FACTS: i64 = 15;
/// The best liked thing before the least liked one.
const LIKED: i64 = 20;
const SOLD_OUT: i64 = 30;
/// In the first language rather than the reader's.
const FOREIGN: i64 = 10;
const CODE: i64 = 1_000;

/// The goods of the hits, the best first.
pub(super) fn ranked(conn: &Conn, langs: &[Lang], hits: &[Hit], wants: &[Want]) -> Result<Vec<ProductId>> {
    // One question for all: three hundred by themselves take as long as finding them.
    const ROWS: &str = "SELECT t.key AS at, g.name, g.shelf FROM json_each($1) t JOIN search_goods g ON g.place = t.value";
    let assortment = fresh(conn)?;
    let mut first = Vec::new();
    let mine = langs.first().map(|lang| places(*lang)).unwrap_or_default();
    let ranked = &hits[..hits.len().min(RANKED)];
    let all = serde_json::Value::from_iter(ranked.iter().map(|hit| hit.place)).to_string();
    let rows = conn.all(ROWS, &[&all], |row| {
        Ok((row.get::<_, u32>("at")?, relevance(row.get_ref("name")?.as_str()?, row.get_ref("shelf")?.as_str()?, wants)))
    })?;
    for (at, relevance) in rows {
        let Some(hit) = ranked.get(at as usize) else { continue };
        let (product, standing) = product_at(hit.place);
        let mut points = relevance + i64::from(standing) * LIKED / i64::from(u8::MAX);
        points += if hit.stage < 2 { IN_FACTS } else { 0 };
        points += if hit.code { CODE } else { 0 };
        points -= if assortment.can_be_had(product) { 0 } else { SOLD_OUT };
        points -= if (mine.0..=mine.1).contains(&hit.place) { 0 } else { FOREIGN };
        first.push((-points, at, product));
    }
    first.sort_unstable();
    let rest = hits.iter().skip(RANKED).map(|hit| product_at(hit.place).0);
    Ok(first.into_iter().map(|(.., product)| product).chain(rest).collect())
}

/// 0 to 130.
fn relevance(name: &str, shelf: &str, wants: &[Want]) -> i64 {
    let name: Vec<&str> = name.split(' ').collect();
    let shelf: Vec<&str> = shelf.split(' ').collect();
    let longest = |forms: &[Form]| forms.iter().filter(|form| form.stands_in(&name)).map(|form| form.tokens.len()).max();
    let any = |forms: &[Form]| forms.iter().any(|form| form.stands_in(&shelf));
    let (mut points, mut said) = (0, 0);
    for want in wants {
        // Other ways to say it are many, and looked for only where it does not stand as it was typed.
        if let Some(words) = longest(&want.strong) {
            (points, said) = (points + IN_NAME.0, said + words);
        } else if let Some(words) = longest(&want.soft) {
            (points, said) = (points + IN_NAME.1, said + words);
        } else if any(&want.strong) {
            points += ON_SHELF.0;
        } else if any(&want.soft) {
            points += ON_SHELF.1;
        }
    }
    let count = |many: usize| i64::try_from(many).unwrap_or(i64::MAX);
    points / count(wants.len()).max(1) + WHOLE_NAME * count(said.min(name.len())) / count(name.len()).max(1)
}

impl Form {
    /// Whether a text has it.
    fn stands_in(&self, text: &[&str]) -> bool {
        if self.apart {
            self.tokens.iter().all(|token| text.contains(&token.as_str()))
        } else {
            text.windows(self.tokens.len().max(1)).any(|some| some.iter().zip(&self.tokens).all(|(one, token)| one == token))
        }
    }
}
