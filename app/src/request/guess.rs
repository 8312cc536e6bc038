//! How often somebody may guess what others know, such as a code: counted by where the guesses come from.

use std::net::IpAddr;
use std::sync::Arc;

use http::request::Parts;
use leptos::prelude::use_context;

/// Where a request comes from, as the front door knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client(pub IpAddr);

/// What can be guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Guess {
    /// A code.
    Code,
    /// That an order belongs to an e-mail address or a postcode.
    Order,
    /// That somebody at an e-mail address wants a letter.
    Letter,
    /// A passkey's answer.
    Passkey,
}

/// Whoever counts guesses.
pub trait Guessing: Send + Sync {
    /// Takes one of the guesses a client has; false when there is none left.
    fn take(&self, client: IpAddr, what: Guess) -> bool;
    /// It was none: it is there again.
    fn give_back(&self, client: IpAddr, what: Guess);
}

/// The counter, as server functions are given it.
#[derive(Clone)]
pub struct Guesses(pub Arc<dyn Guessing>);

fn counted() -> Option<(Guesses, IpAddr)> {
    let Client(client) = *use_context::<Parts>()?.extensions.get::<Client>()?;
    Some((use_context()?, client))
}

/// Takes a guess; false when whoever asks has made too many.
pub fn may_guess(what: Guess) -> bool {
    counted().is_none_or(|(guesses, client)| guesses.0.take(client, what))
}

/// What was taken for a guess was none.
pub fn guessed_right(what: Guess) {
    if let Some((guesses, client)) = counted() {
        guesses.0.give_back(client, what);
    }
}
