//! Offered after an order to who has no account here: one press, since the address is known. A password can be chosen later; none is
//! taken before the address is proven, or whoever typed somebody else's would have a way into an account of theirs.

use domain::contact::Email;
use leptos::prelude::*;

use crate::i18n::Words;
use crate::request;

/// The offer, unless somebody is signed in.
#[component]
pub fn Offer(words: Words, email: Email) -> Option<AnyView> {
    if request::is_signed_in() {
        return None;
    }
    let apart = format!("\u{2068}{}\u{2069}", email.as_str());
    let view = view! {
        <form method="post" action="/api/account/link" class="part" data-once="">
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="email" value=email.as_str().to_owned() />
            <h2>{words.say("account-offer")}</h2>
            <p>{words.with("account-offer-text", &[("email", apart.into())])}</p>
            <button class="button quiet" type="submit">{words.say("account-link-button")}</button>
        </form>
    };
    Some(view.into_any())
}
