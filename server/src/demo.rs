//! The demo shop: goods with their drawings, composed into pictures when the shop is filled.
//!
//! `goods/`, `drawings/` and `scenes/` are what the illustrators made, `words/` what the translators did. `sheet` reads the
//! goods, `paint` colours a drawing, `views` sets it in front of a wall or into a scene, `offer` makes it something to
//! buy, `words` says what it is called elsewhere, `offers` makes some of it cheaper, and `made_up` varies it for measurements.

use db::Database;
use db::error::Error;
use db::goods::Saved;
use domain::catalogue::Slug;
use domain::goods::{CategoryWords, Checked, IncomingCategory, ProductWords};
use domain::lang::Lang;
use domain::money::Currency;

use crate::pictures::{Media, NotKept};

mod made_up;
mod offer;
mod offers;
mod paint;
mod sheet;
mod views;
mod words;

use sheet::Sheet;
use words::Words;

/// What filling did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// Products the shop did not have.
    pub added: usize,
    /// Products that are different now.
    pub changed: usize,
    /// Products that are as they were.
    pub same: usize,
}

impl Filled {
    fn count(&mut self, saved: Vec<Saved>) {
        for saved in saved {
            match (saved.added, saved.is_same()) {
                (true, _) => self.added += 1,
                (false, true) => self.same += 1,
                (false, false) => self.changed += 1,
            }
        }
    }
}

/// Why the demo shop could not be filled.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The demo's own data is wrong.
    #[error("the demo goods are wrong: {0}")]
    Data(String),
    /// A picture could not be kept.
    #[error("a picture could not be kept: {0}")]
    Picture(#[from] NotKept),
    /// The shop could not take the goods.
    #[error("{0}")]
    Shop(db::Fault),
}

/// The demo's goods, with their pictures kept.
struct Goods {
    categories: Vec<IncomingCategory>,
    products: Vec<Checked>,
    said: Said,
}

/// What they are called in other languages, by their address in the books.
#[derive(Default)]
struct Said {
    categories: Vec<(Slug, CategoryWords)>,
    products: Vec<(Slug, ProductWords)>,
    terms: Vec<(Lang, Vec<(String, String)>)>,
    synonyms: Vec<(Lang, Vec<Vec<String>>)>,
}

/// So many products are saved in one transaction, so that others can write between.
const AT_ONCE: usize = 250;

/// Fills the shop with the demo goods. Filling twice is filling once.
pub async fn fill(db: &Database, media: &Media) -> Result<Filled, Trouble> {
    let goods = compose(db.currency(), media).await?;
    let filled = save(db, goods).await?;
    offers::fill(db).await?;
    Ok(filled)
}

/// Fills the shop with `count` products: the demo goods, then variations of them with the same pictures. They are made up
/// while others are saved, so that a hundred thousand need no more memory than a few hundred.
pub async fn fill_many(db: &Database, media: &Media, count: usize) -> Result<Filled, Trouble> {
    let mut goods = compose(db.currency(), media).await?;
    let models = goods.products.clone();
    goods.products.truncate(count);
    let mut filled = save(db, goods).await?;
    for from in (models.len()..count).step_by(AT_ONCE) {
        let numbers = from..count.min(from + AT_ONCE);
        let some = numbers.map(|at| made_up::product(&models, at, db.currency())).collect::<Result<Vec<_>, _>>()?;
        filled.count(save_some(db, some, Vec::new()).await?);
    }
    Ok(filled)
}

/// Drawing some hundred pictures takes long enough to keep a server's threads free of it.
async fn compose(currency: Currency, media: &Media) -> Result<Goods, Trouble> {
    let media = media.clone();
    let composed = tokio::task::spawn_blocking(move || {
        let sheet = Sheet::read()?;
        let (first, others) = (Words::first()?, Words::all(&sheet)?);
        let (mut products, mut said) = (Vec::new(), Said::default());
        for product in &sheet.products {
            let views = offer::pictures(&sheet, product)?;
            let incoming = offer::incoming(&sheet, product, &views, &first, currency, &media)?;
            for words in &others {
                said.products.push((incoming.slug.clone(), words.product(&product.slug, &product.scene, &views)?));
            }
            products.push(incoming);
        }
        let categories = offer::categories(&sheet, &products)?;
        for words in &others {
            for category in &categories {
                said.categories.push((category.named.slug.clone(), words.category(category.named.slug.as_str())?));
            }
            said.terms.push((words.lang(), words.terms()));
        }
        said.synonyms = others.iter().chain([&first]).map(|words| (words.lang(), words.synonyms())).collect();
        Ok(Goods { categories, products, said })
    });
    composed.await.map_err(|error| Trouble::Data(error.to_string()))?
}

async fn save(db: &Database, goods: Goods) -> Result<Filled, Trouble> {
    let mut filled = Filled::default();
    let mut categories = goods.categories;
    for some in goods.products.chunks(AT_ONCE) {
        filled.count(save_some(db, some.to_vec(), std::mem::take(&mut categories)).await?);
    }
    say(db, goods.said).await.map_err(Trouble::Shop)?;
    Ok(filled)
}

async fn save_some(db: &Database, some: Vec<Checked>, shelves: Vec<IncomingCategory>) -> Result<Vec<Saved>, Trouble> {
    let saved = db.write(move |tx| {
        for category in &shelves {
            db::goods::save_category(tx, category)?;
        }
        some.iter().map(|product| db::goods::save(tx, product)).collect::<Result<Vec<_>, _>>()
    });
    saved.await.map_err(trouble)
}

/// Keeps what the goods are called in other languages.
async fn say(db: &Database, said: Said) -> Result<(), db::Fault> {
    let kept = db.write(move |tx| {
        for (lang, terms) in &said.terms {
            db::words::save_terms(tx, *lang, terms)?;
        }
        for (lang, same) in said.synonyms.iter().flat_map(|(lang, all)| all.iter().map(move |same| (*lang, same))) {
            db::search::save_synonyms(tx, lang, same)?;
        }
        for (slug, words) in &said.categories {
            db::words::save_category(tx, slug, words)?;
        }
        for (slug, words) in &said.products {
            db::words::save_product(tx, slug, words)?;
        }
        Ok::<_, Error<domain::Never>>(())
    });
    kept.await.map_err(|error| match error {
        Error::Refused(never) => match never {},
        Error::Fault(fault) => fault,
    })
}

fn trouble(error: Error<db::goods::SkuTaken>) -> Trouble {
    match error {
        Error::Refused(taken) => Trouble::Data(taken.to_string()),
        Error::Fault(fault) => Trouble::Shop(fault),
    }
}

#[cfg(test)]
mod tests;
