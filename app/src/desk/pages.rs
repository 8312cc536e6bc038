//! The pages of the desk.

mod category;
mod collecting;
mod customs;
mod delays;
mod field;
mod frame;
mod goods;
mod labels;
mod log;
mod messages;
mod money;
mod offer;
mod offers;
mod orders;
mod packing;
mod pictures;
mod problems;
mod product;
mod sign_in;
mod synonyms;
mod variants;
mod voiding;
mod words;

pub use category::{CategoriesPage, CategoryPage};
pub use delays::{DelayPage, DelaysPage};
pub use goods::GoodsPage;
pub use log::LogPage;
pub use messages::MessagesPage;
pub use offer::OfferPage;
pub use offers::OffersPage;
pub use orders::{OrderPage, OrdersPage};
pub use problems::ProblemsPage;
pub use product::ProductPage;
pub use sign_in::{DeskPage, SignInPage};
pub use synonyms::SynonymsPage;
pub use words::{CategoryWordsPage, WordsPage};
