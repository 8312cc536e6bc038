//! Categories, words in other languages, and what words are also called.

use domain::desk::Subject;
use domain::goods::{CategoryWords, IncomingCategory, ProductWords};
use domain::ids::{CategoryId, ProductId};
use domain::lang::Lang;

use super::log::{Line, note};
use crate::database::Tx;
use crate::error::{Answer, Error, Fault, Result};
use crate::words::Kept;
use crate::{goods, search, words};

/// Why a category is not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CategoryRefusal {
    /// Another one has its address.
    #[error("there is a category at this address")]
    Taken,
    /// A category can stand in one of the first only, and not in itself; one that has some in it is one of the first.
    #[error("it cannot stand there")]
    Parent,
}

/// The address is another's in that language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("another one has this address in this language")]
pub struct WordsTaken;

/// Saves a category; a `new` one needs an address of its own.
pub fn save_category(tx: &Tx<'_>, who: &str, wanted: &IncomingCategory, new: bool) -> Answer<CategoryId, CategoryRefusal> {
    let all = goods::shelves(tx)?;
    let known = all.iter().map(|(category, _)| category).find(|known| known.named.slug == wanted.named.slug);
    if new == known.is_some() {
        return Err(if new { Error::Refused(CategoryRefusal::Taken) } else { Fault::NotFound("category").into() });
    }
    let is_first = |category: &IncomingCategory| category.parent.is_none() && category.named.slug != wanted.named.slug;
    let stands = wanted.parent.as_ref().is_none_or(|parent| {
        let below = all.iter().any(|(category, _)| category.parent.as_ref() == Some(&wanted.named.slug));
        !below && all.iter().any(|(category, _)| category.named.slug == *parent && is_first(category))
    });
    if !stands {
        return Err(Error::Refused(CategoryRefusal::Parent));
    }
    let id = goods::save_category(tx, wanted)?;
    let before = known.map(parts);
    for (at, (part, now)) in parts(wanted).into_iter().enumerate() {
        let was = before.as_ref().and_then(|before| before.get(at)).map_or("", |(_, was)| was.as_str());
        if was != now {
            let line = Line { subject: Subject::Category, id: id.0, name: &wanted.named.name, part, was, now: &now };
            note(tx, who, line)?;
        }
    }
    Ok(id)
}

fn parts(category: &IncomingCategory) -> [(&'static str, String); 4] {
    [
        ("name", category.named.name.clone()),
        ("text", category.blurb.clone()),
        ("parent", category.parent.as_ref().map(|slug| slug.as_str().to_owned()).unwrap_or_default()),
        ("position", (category.position + 1).to_string()),
    ]
}

/// Saves what a product is called in a language.
pub fn save_words(tx: &Tx<'_>, who: &str, id: ProductId, said: &ProductWords) -> Answer<(), WordsTaken> {
    let opened = super::open(tx, id)?;
    let before = opened.words.iter().find(|known| known.lang == said.lang);
    kept(words::save_product(tx, &opened.goods.slug, said)?)?;
    let parts = |words: Option<&ProductWords>| match words {
        Some(words) => [
            words.slug.as_str().to_owned(),
            words.name.clone(),
            words.lead.clone(),
            words.story.clone(),
            words.facts.join("; "),
            words.care.text().unwrap_or_default().to_owned(),
        ],
        None => Default::default(),
    };
    let subject = Changed { subject: Subject::Product, id: id.0, name: &opened.goods.name };
    let named = ["address", "name", "lead", "story", "facts", "care"];
    Ok(subject.words(tx, who, said.lang, &named, parts(before), parts(Some(said)))?)
}

/// Saves what a category is called in a language.
pub fn save_category_words(tx: &Tx<'_>, who: &str, of: &IncomingCategory, said: &CategoryWords) -> Answer<(), WordsTaken> {
    let id = goods::category_at(tx, of.named.slug.as_str())?.ok_or(Fault::NotFound("category"))?;
    let all = goods::shelves(tx)?;
    let before = all.iter().find(|(known, _)| known.named.slug == of.named.slug);
    let before = before.and_then(|(_, words)| words.iter().find(|known| known.lang == said.lang));
    kept(words::save_category(tx, &of.named.slug, said)?)?;
    let parts = |words: Option<&CategoryWords>| match words {
        Some(words) => [words.slug.as_str().to_owned(), words.name.clone(), words.blurb.clone()],
        None => Default::default(),
    };
    let subject = Changed { subject: Subject::Category, id: id.0, name: &of.named.name };
    Ok(subject.words(tx, who, said.lang, &["address", "name", "text"], parts(before), parts(Some(said)))?)
}

/// Something of which words in a language are changed.
struct Changed<'a> {
    subject: Subject,
    id: i64,
    name: &'a str,
}

impl Changed<'_> {
    /// A line for each part that is different.
    fn words<const N: usize>(
        &self,
        tx: &Tx<'_>,
        who: &str,
        lang: Lang,
        parts: &[&str; N],
        was: [String; N],
        now: [String; N],
    ) -> Result<()> {
        for ((part, was), now) in parts.iter().zip(was).zip(now).filter(|((_, was), now)| was != now) {
            let part = format!("{} {part}", lang.code());
            let line = Line { subject: self.subject, id: self.id, name: self.name, part: &part, was: &was, now: &now };
            note(tx, who, line)?;
        }
        Ok(())
    }
}

fn kept(kept: Kept) -> Answer<(), WordsTaken> {
    match kept {
        Kept::Taken => Err(Error::Refused(WordsTaken)),
        Kept::Missing => Err(Fault::NotFound("what is called so").into()),
        Kept::Added | Kept::Changed | Kept::Same => Ok(()),
    }
}

/// Saves all that words are also called in a language: each group means the same.
pub fn save_synonyms(tx: &Tx<'_>, who: &str, lang: Lang, groups: &[Vec<String>]) -> Result<()> {
    let before = search::synonyms(tx, lang)?;
    search::replace_synonyms(tx, lang, groups)?;
    let text = |groups: &[Vec<String>]| groups.iter().map(|group| group.join(", ")).collect::<Vec<_>>().join("; ");
    let (was, now) = (text(&before), text(&search::synonyms(tx, lang)?));
    if was == now {
        return Ok(());
    }
    note(tx, who, Line { subject: Subject::Synonyms, id: 0, name: lang.code(), part: lang.code(), was: &was, now: &now })
}
