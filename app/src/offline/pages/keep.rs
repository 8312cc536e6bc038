//! The offer to keep the shop on the home screen: made once something was bought, and never again to who has said no.

use leptos::prelude::*;

use crate::i18n::Words;

/// Hidden until the script knows that it is wanted.
#[component]
pub fn KeepShop(words: Words) -> AnyView {
    view! {
        <div class="offered" data-pocket="keep" hidden>
            <p>{words.say("app-keep-text")}</p>
            <button class="button quiet" type="button" hidden>{words.say("app-keep")}</button>
            <button class="link" type="button">{words.say("app-dismiss")}</button>
        </div>
    }
    .into_any()
}
