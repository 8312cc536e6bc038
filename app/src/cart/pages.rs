//! The cart's page, and the cart in words.

mod answer;
mod cart_page;
mod shown;

pub use answer::{answer, refusal};
pub use cart_page::CartPage;
pub use shown::shown;
