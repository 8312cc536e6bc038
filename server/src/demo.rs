//! The demo shop: goods with their drawings, composed into pictures when the shop is filled.
//!
//! `goods/`, `drawings/` and `scenes/` are what the illustrators made. `sheet` reads the goods, `paint` colours a
//! drawing, `views` sets it in front of a wall or into a scene, `offer` makes it something to buy, and `made_up`
//! varies it for measurements.

use db::Database;
use db::error::Error;
use domain::goods::{Checked, IncomingCategory};
use domain::money::Currency;

use crate::pictures::{Media, NotKept};

mod made_up;
mod offer;
mod paint;
mod sheet;
mod views;

use sheet::Sheet;

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
}

/// So many products are saved in one transaction, so that others can write between.
const AT_ONCE: usize = 250;

/// Fills the shop with the demo goods. Filling twice is filling once.
pub async fn fill(db: &Database, media: &Media) -> Result<Filled, Trouble> {
    let goods = compose(db.currency(), media).await?;
    save(db, goods).await
}

/// Fills the shop with `count` products: the demo goods, then variations of them with the same pictures.
pub async fn fill_many(db: &Database, media: &Media, count: usize) -> Result<Filled, Trouble> {
    let mut goods = compose(db.currency(), media).await?;
    goods.products = made_up::vary(goods.products, count, db.currency())?;
    save(db, goods).await
}

/// Drawing some hundred pictures takes long enough to keep a server's threads free of it.
async fn compose(currency: Currency, media: &Media) -> Result<Goods, Trouble> {
    let media = media.clone();
    let composed = tokio::task::spawn_blocking(move || {
        let sheet = Sheet::read()?;
        let composed = sheet.products.iter().map(|product| offer::incoming(&sheet, product, currency, &media));
        let products = composed.collect::<Result<Vec<_>, _>>()?;
        Ok(Goods { categories: offer::categories(&sheet, &products)?, products })
    });
    composed.await.map_err(|error| Trouble::Data(error.to_string()))?
}

async fn save(db: &Database, goods: Goods) -> Result<Filled, Trouble> {
    let mut filled = Filled::default();
    let mut categories = goods.categories;
    for some in goods.products.chunks(AT_ONCE) {
        let (some, shelves) = (some.to_vec(), std::mem::take(&mut categories));
        let saved = db.write(move |tx| {
            for category in &shelves {
                db::goods::save_category(tx, category)?;
            }
            some.iter().map(|product| db::goods::save(tx, product)).collect::<Result<Vec<_>, _>>()
        });
        for saved in saved.await.map_err(trouble)? {
            match (saved.added, saved.is_same()) {
                (true, _) => filled.added += 1,
                (false, true) => filled.same += 1,
                (false, false) => filled.changed += 1,
            }
        }
    }
    Ok(filled)
}

fn trouble(error: Error<db::goods::SkuTaken>) -> Trouble {
    match error {
        Error::Refused(taken) => Trouble::Data(taken.to_string()),
        Error::Fault(fault) => Trouble::Shop(fault),
    }
}

#[cfg(test)]
mod tests;
