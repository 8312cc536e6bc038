//! The pages of the catalogue.

mod buy_box;
mod category;
mod choices;
mod facts;
mod gallery;
mod home;
mod product;
mod product_card;

pub use category::CategoryPage;
pub use home::HomePage;
pub use product::ProductPage;
pub use product_card::CardGrid;
