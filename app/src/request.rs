//! What a page or a server function may ask of the request it answers, and what it may say beside its answer.
//!
//! `shop` is whom it came to, `asked` what it wants and for whom, `kept` what the browser keeps, `answer` what is said
//! beside the answer.

mod account;
mod answer;
mod asked;
mod guess;
mod kept;
mod reader;
mod shop;
mod staff;

pub use account::{SignedIn, account, account_page, asker, device, is_signed_in, keep_settings, let_in, let_out, renew_session};
pub use answer::{FORGET, anyones, forget_pages, go, go_outside, moved, secretly, status};
pub use asked::{
    address, ask, ask_in, came_from, decoded, is_thrifty, lang, market, market_in, parameters, path, query, saves_data, segment,
    wants_page,
};
pub use guess::{Client, Guess, Guesses, Guessing, guessed_right, may_guess};
pub use kept::{
    browser, browser_or_new, browser_that_remembers, cart, cart_for_adding, change_key, keep_typed, prefs, say_whose, typed, zone,
};
pub use reader::{Reader, hears, reader};
pub use shop::{
    AccountKey, Atlas, Bringers, Devices, Doubt, Finder, Later, Leaks, Letters, Line, Offered, Owner, Passkeys, Places,
    Preferences, Question, Register, Shop, Till, Verdict, db, shop, shop_offset,
};
pub use staff::{enter, leave, staff, staff_page};
