//! The switch of languages, and the page of settings.

mod change;
mod languages;
mod settings_page;

pub use change::changed;
pub use languages::{LanguageLinks, Languages};
pub use settings_page::{Pick, SettingsPage, countries, languages, named};
