//! The pages of the catalogue.

mod beside;
mod buy_box;
mod category;
mod choices;
mod chosen;
mod facts;
mod gallery;
mod groups;
mod home;
mod listed;
mod more;
mod narrow;
mod product;
mod product_card;
mod reviews;
mod seen;

pub use category::CategoryPage;
pub use home::HomePage;
pub use listed::{Asking, List, Listed, PAGE};
pub use product::ProductPage;
pub use product_card::CardGrid;
pub use seen::seen;
