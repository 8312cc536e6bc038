//! The rooms of an account, from its first page.

use domain::contact::Email;
use leptos::prelude::*;

use crate::failure::Failure;
use crate::i18n::Words;
use crate::{request, routes};

/// Where somebody chooses which messages they get; none where nothing was ever written to them.
pub async fn choices(words: Words, email: Email) -> Result<Option<String>, Failure> {
    let shop = request::shop()?;
    let seed = shop.db.read(move |conn| db::notifications::seed_of(conn, &email)).await?;
    let token = seed.and_then(|seed| (shop.preferences)(&seed));
    Ok(token.map(|token| routes::messages(words.lang, &token)))
}

/// Links to the rooms.
#[component]
pub fn Rooms(words: Words, choices: Option<String>) -> AnyView {
    let lang = words.lang;
    let rooms = [
        (routes::profile(lang), "account-profile-title"),
        (routes::addresses(lang), "account-addresses-title"),
        (routes::wishlists(lang), "wishlists-title"),
        (routes::seen(lang), "recently-title"),
        (routes::cards(lang), "kept-title"),
        (routes::email(lang), "account-address"),
        (routes::data(lang), "account-data-title"),
        (routes::help(lang, "returns"), "help-returns-title"),
    ];
    let passkeys = request::shop().is_ok_and(|shop| shop.passkeys.is_some());
    let passkeys = passkeys.then(|| (routes::passkeys(lang), "passkeys-title"));
    let choices = choices.map(|href| (href, "messages-title"));
    let link = move |(href, key): (String, &str)| view! { <li><a class="chip" href=href>{words.say(key)}</a></li> };
    view! {
        <nav aria-label=words.say("account-title")>
            <ul class="chips">{rooms.into_iter().chain(passkeys).chain(choices).map(link).collect_view()}</ul>
        </nav>
    }
    .into_any()
}
