//! Where goods are searched. An engine outside would be told of goods after [`db::Event::Catalogue`] and answer the same
//! questions.

use app::request::{Finder, Later};
use db::Database;
use domain::lang::Lang;
use domain::search::{Found, Ideas, Typed, Wish};

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
