//! The forms of a category, and of what a product is called in a language.

use serde::{Deserialize, Serialize};

use super::product::care;
use super::{FieldFlaw, Wrong};
use crate::catalogue::Slug;
use crate::contact::{Flaw, line};
use crate::goods::{IncomingCategory, Named, ProductWords};
use crate::lang::Lang;

/// A category as it stands in its form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedCategory {
    /// Name.
    pub name: String,
    /// One sentence.
    pub blurb: String,
    /// The address of the category it is in; empty for one of the first.
    pub parent: String,
    /// Its place among its siblings, counted from 1.
    pub position: String,
}

impl TypedCategory {
    /// The form of a category as it is.
    pub fn of(category: &IncomingCategory) -> Self {
        Self {
            name: category.named.name.clone(),
            blurb: category.blurb.clone(),
            parent: category.parent.as_ref().map(|slug| slug.as_str().to_owned()).unwrap_or_default(),
            position: (category.position + 1).to_string(),
        }
    }

    /// What is meant. `known` is the category as it is; a new one gets its address from its name.
    pub fn parse(&self, known: Option<&IncomingCategory>) -> Result<IncomingCategory, Vec<FieldFlaw>> {
        let mut flaws = Vec::new();
        let name = text("name", &self.name, 80, &mut flaws);
        let blurb = if self.blurb.trim().is_empty() { String::new() } else { text("blurb", &self.blurb, 300, &mut flaws) };
        let position = match self.position.trim() {
            "" => Ok(1),
            typed => typed.parse::<u32>().map_err(|_| flaws.push(FieldFlaw::new("position", Wrong::Count))),
        };
        let parent = Some(self.parent.as_str()).filter(|slug| !slug.is_empty());
        let parent =
            parent.map(|slug| Slug::parse(slug).map_err(|_| flaws.push(FieldFlaw::new("parent", Wrong::Address)))).transpose();
        let address = match (known, &parent) {
            (Some(known), _) => Ok(known.named.slug.clone()),
            // A subcategory's address begins with its category's, so that it is the only one.
            (None, Ok(Some(parent))) => Slug::of(&format!("{} {name}", parent.as_str())),
            (None, _) => Slug::of(&name),
        };
        let address = address.map_err(|_| flaws.push(FieldFlaw::new("name", Wrong::Address)));
        match (position, parent, address) {
            (Ok(position), Ok(parent), Ok(slug)) if flaws.is_empty() => Ok(IncomingCategory {
                named: Named { slug, name },
                blurb,
                parent,
                position: position.saturating_sub(1),
                picture: known.and_then(|known| known.picture.clone()),
            }),
            _ => Err(flaws),
        }
    }
}

/// What a product or a category is called in a language, as it stands in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedWords {
    /// Its address there.
    pub slug: String,
    /// Name.
    pub name: String,
    /// One sentence.
    pub lead: String,
    /// The story.
    pub story: String,
    /// The values of its facts, a line each, in their order.
    pub facts: String,
    /// What its pictures show, a line each, in their order.
    pub alts: String,
    /// How it is looked after, in plain lines.
    pub care: String,
}

impl TypedWords {
    /// The form of what a product is called.
    pub fn of(words: &ProductWords) -> Self {
        Self {
            slug: words.slug.as_str().to_owned(),
            name: words.name.clone(),
            lead: words.lead.clone(),
            story: words.story.clone(),
            facts: words.facts.join("\n"),
            alts: words.alts.join("\n"),
            care: words.care.known().cloned().unwrap_or_default(),
        }
    }

    /// What is meant, for a product with so many facts and pictures. The address is made of the name when none is typed.
    pub fn parse(
        &self,
        lang: Lang,
        (facts, pictures): (usize, usize),
        clean: fn(&str) -> String,
    ) -> Result<ProductWords, Vec<FieldFlaw>> {
        let mut flaws = Vec::new();
        let name = text("name", &self.name, 200, &mut flaws);
        let lead = if self.lead.trim().is_empty() { String::new() } else { text("lead", &self.lead, 200, &mut flaws) };
        let slug = self.address(&name, &mut flaws);
        let care = care(&self.care, &mut flaws);
        let told = [list("facts", &self.facts, facts, &mut flaws), list("alts", &self.alts, pictures, &mut flaws)];
        match (slug, told) {
            (Some(slug), [facts, alts]) if flaws.is_empty() => {
                Ok(ProductWords { lang, slug, name, lead, story: clean(&self.story), facts, alts, care })
            }
            _ => Err(flaws),
        }
    }

    /// The address, as typed or made of the name.
    pub fn address(&self, name: &str, flaws: &mut Vec<FieldFlaw>) -> Option<Slug> {
        let typed = Some(self.slug.trim()).filter(|slug| !slug.is_empty()).unwrap_or(name);
        Slug::of(typed).map_err(|_| flaws.push(FieldFlaw::new("slug", Wrong::Address))).ok()
    }
}

/// A text of one line; empty, with a flaw noted, where it is none.
pub(super) fn text(field: &str, typed: &str, most: usize, flaws: &mut Vec<FieldFlaw>) -> String {
    line(typed, most).unwrap_or_else(|flaw| {
        flaws.push(FieldFlaw::new(field, if flaw == Flaw::TooLong { Wrong::Long } else { Wrong::Empty }));
        String::new()
    })
}

/// So many lines, or none.
fn list(field: &str, typed: &str, many: usize, flaws: &mut Vec<FieldFlaw>) -> Vec<String> {
    let lines: Vec<String> = typed.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    if !lines.is_empty() && lines.len() != many {
        flaws.push(FieldFlaw::about(field, Wrong::Line, many.to_string()));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        text.to_owned()
    }

    #[test]
    fn a_new_category_gets_its_address_from_its_name() {
        let typed = TypedCategory { name: " Cups ".to_owned(), parent: "table".to_owned(), ..TypedCategory::default() };
        let cups = typed.parse(None).unwrap();
        assert_eq!((cups.named.slug.as_str(), cups.named.name.as_str(), cups.position), ("table-cups", "Cups", 0));
        let renamed = TypedCategory { name: "Mugs".to_owned(), ..TypedCategory::of(&cups) }.parse(Some(&cups)).unwrap();
        assert_eq!((renamed.named.slug.as_str(), renamed.named.name.as_str()), ("table-cups", "Mugs"));
        let wrong = TypedCategory { position: "first".to_owned(), ..TypedCategory::default() }.parse(None).unwrap_err();
        assert_eq!(wrong.iter().map(|flaw| flaw.field.as_str()).collect::<Vec<_>>(), ["name", "position", "name"]);
    }

    #[test]
    fn words_have_a_line_for_each_fact_or_none() {
        let typed = TypedWords { name: "Krūze".to_owned(), facts: "Māls\n".to_owned(), ..TypedWords::default() };
        let words = typed.parse(Lang::Lv, (1, 3), plain).unwrap();
        assert_eq!((words.slug.as_str(), words.facts.len(), words.alts.len()), ("krūze", 1, 0));
        assert_eq!(typed.parse(Lang::Lv, (2, 3), plain).unwrap_err(), [FieldFlaw::about("facts", Wrong::Line, "2")]);
        assert_eq!(TypedWords::of(&words).parse(Lang::Lv, (1, 0), plain), Ok(words));
    }
}
