//! Where goods are searched. An engine outside would be told of goods after [`db::Event::Catalogue`] and answer the same
//! questions.

use std::sync::Arc;

use app::failure::Failure;
use app::request::{Finder, Later};
use db::Database;
use domain::lang::Lang;
use domain::search::{Found, Ideas, Typed, Wish};

use crate::kept::Kept;

/// Searches kept at most: of a thousand goods each, 4 MB.
const MOST: u64 = 500;

/// The embedded one: the shop's own index, which is never behind the goods.
pub struct Embedded(pub Database);

impl Finder for Embedded {
    fn find(&self, wish: Wish) -> Later<'_, Found> {
        Box::pin(async move { Ok(self.0.read(move |conn| db::search::find(conn, &wish)).await?) })
    }

    fn ideas(&self, lang: Lang, typed: &Typed) -> Later<'_, Ideas> {
        let typed = typed.clone();
        Box::pin(async move { Ok(self.0.read(move |conn| db::search::ideas(conn, lang, &typed)).await?) })
    }
}

/// An engine that is asked once for all the pages of a search: its filters, its orders, its next pages, and all who search the
/// same.
pub struct Remembering {
    engine: Arc<dyn Finder>,
    found: Kept<Wish, Result<Found, Failure>>,
}

impl Remembering {
    /// Belongs into a tokio runtime: what was found is watched over from the start.
    pub fn new(engine: Arc<dyn Finder>, db: &Database) -> Self {
        let found = Kept::new(MOST);
        tokio::spawn(found.clone().follow(db.events()));
        Self { engine, found }
    }
}

impl Finder for Remembering {
    fn find(&self, wish: Wish) -> Later<'_, Found> {
        Box::pin(async move {
            let (engine, asked) = (Arc::clone(&self.engine), wish.clone());
            let found = self.found.get(wish.clone(), || async move { engine.find(asked).await }).await;
            // Another time it may be found, or found in time.
            if found.as_ref().map_or(true, |found| found.cut) {
                self.found.forget(&wish);
            }
            found
        })
    }

    fn ideas(&self, lang: Lang, typed: &Typed) -> Later<'_, Ideas> {
        self.engine.ideas(lang, typed)
    }
}
