//! The demo's goods in every language: `words/<lang>/` has a file for each room, one for its shelves, one for the words
//! that many things share, one for what pictures show, and one for what else things are called.

use std::collections::BTreeMap;

use domain::catalogue::Slug;
use domain::goods::{CategoryWords, ProductWords, Stated};
use domain::lang::Lang;
use include_dir::{Dir, include_dir};
use serde::Deserialize;

use super::Trouble;
use super::sheet::{Sheet, parse};
use super::views::{Shows, View};

static WORDS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/demo/words");

/// What things are called in a language.
pub struct Words {
    lang: Lang,
    shelves: BTreeMap<String, Shelf>,
    things: BTreeMap<String, Thing>,
    terms: BTreeMap<String, String>,
    pictures: Pictures,
    synonyms: Synonyms,
}

/// `synonyms.toml`: words that mean the same.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Synonyms {
    same: Vec<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shelf {
    slug: String,
    name: String,
    blurb: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Thing {
    slug: String,
    name: String,
    lead: String,
    story: String,
    facts: Vec<String>,
}

/// `pictures.toml`: `{name}`, `{colour}`, `{colours}` and `{where}` stand for what they say.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pictures {
    front: String,
    front_in: String,
    close_up: String,
    close_up_in: String,
    in_use: String,
    in_use_in: String,
    family: String,
    scenes: BTreeMap<String, String>,
}

impl Words {
    /// Every language there are words in. The first one's goods stand in `goods/`; its words are for pictures only.
    pub fn all(sheet: &Sheet) -> Result<Vec<Self>, Trouble> {
        Lang::ALL.iter().filter(|lang| **lang != Lang::FIRST).map(|lang| Self::read(*lang, sheet)).collect()
    }

    fn read(lang: Lang, sheet: &Sheet) -> Result<Self, Trouble> {
        let mut things = BTreeMap::new();
        for category in &sheet.shelves.category {
            things.append(&mut file(lang, &category.slug)?);
        }
        let (shelves, terms, pictures) = (file(lang, "shelves")?, file(lang, "terms")?, file(lang, "pictures")?);
        Ok(Self { lang, shelves, things, terms, pictures, synonyms: file(lang, "synonyms")? })
    }

    /// The words for pictures, and synonyms, in the first language.
    pub fn first() -> Result<Self, Trouble> {
        let none = || (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let (shelves, things, terms) = none();
        let (pictures, synonyms) = (file(Lang::FIRST, "pictures")?, file(Lang::FIRST, "synonyms")?);
        Ok(Self { lang: Lang::FIRST, shelves, things, terms, pictures, synonyms })
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// What a product is called, and what its pictures show.
    pub fn product(&self, slug: &str, scene: &str, views: &[View]) -> Result<ProductWords, Trouble> {
        let thing = self.things.get(slug).ok_or_else(|| self.missing(slug))?;
        let alts = views.iter().map(|view| self.alt(&thing.name, scene, &view.shows)).collect::<Result<_, _>>()?;
        Ok(ProductWords {
            lang: self.lang,
            slug: address(&thing.slug)?,
            name: thing.name.clone(),
            lead: thing.lead.clone(),
            story: thing.story.trim().to_owned(),
            facts: thing.facts.clone(),
            alts,
            care: Stated::Nothing,
        })
    }

    /// What a category is called; `slug` is its address in the books.
    pub fn category(&self, slug: &str) -> Result<CategoryWords, Trouble> {
        let shelf = self.shelves.get(slug).ok_or_else(|| self.missing(slug))?;
        let (name, blurb) = (shelf.name.clone(), shelf.blurb.clone());
        Ok(CategoryWords { lang: self.lang, slug: address(&shelf.slug)?, name, blurb })
    }

    /// The words that many things share, with their translations.
    pub fn terms(&self) -> Vec<(String, String)> {
        self.terms.iter().map(|(word, text)| (word.clone(), text.clone())).collect()
    }

    /// Words that mean the same, for who searches.
    pub fn synonyms(&self) -> Vec<Vec<String>> {
        self.synonyms.same.clone()
    }

    /// What a picture shows.
    pub fn alt(&self, name: &str, scene: &str, shows: &Shows) -> Result<String, Trouble> {
        let pictures = &self.pictures;
        let term = |word: &str| self.terms.get(word).map_or(word, String::as_str).to_owned();
        let (plain, coloured, colour) = match shows {
            Shows::Front(colour) => (&pictures.front, &pictures.front_in, colour),
            Shows::CloseUp(colour) => (&pictures.close_up, &pictures.close_up_in, colour),
            Shows::InUse(colour) => (&pictures.in_use, &pictures.in_use_in, colour),
            Shows::Family(colours) => {
                let colours: Vec<String> = colours.iter().map(|colour| term(colour)).collect();
                let colours = app::i18n::format::list(self.lang, &colours);
                return Ok(pictures.family.replace("{name}", name).replace("{colours}", &colours));
            }
        };
        let place = pictures.scenes.get(scene).ok_or_else(|| self.missing(scene))?;
        let text = colour.as_ref().map_or_else(|| plain.clone(), |colour| coloured.replace("{colour}", &term(colour)));
        Ok(text.replace("{name}", name).replace("{where}", place))
    }

    fn missing(&self, what: &str) -> Trouble {
        Trouble::Data(format!("{what} has no words in {}", self.lang.code()))
    }
}

fn address(text: &str) -> Result<Slug, Trouble> {
    Slug::parse(text).map_err(|error| Trouble::Data(error.to_string()))
}

fn file<T: serde::de::DeserializeOwned>(lang: Lang, name: &str) -> Result<T, Trouble> {
    let path = format!("{}/{name}.toml", lang.code());
    let text = WORDS.get_file(&path).and_then(|file| file.contents_utf8());
    parse(&path, text.ok_or_else(|| Trouble::Data(format!("words/{path} is missing")))?)
}
