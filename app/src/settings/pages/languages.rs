//! The switch of languages: each in its own name, no flags, and the page stays.

use leptos::prelude::*;

use crate::i18n::{Lang, Words};
use crate::{request, routes};

/// A button for each language. It is a form, so that the choice is remembered without script too.
#[component]
pub fn Languages(words: Words) -> AnyView {
    let each = move |&lang: &Lang| {
        let current = (lang == words.lang).then_some("true");
        view! { <li><button class="link" type="submit" name="lang" value=lang.code() lang=lang.code() dir=lang.dir() aria-current=current>{lang.own_name()}</button></li> }
    };
    view! {
        <form class="languages" method="post" action="/api/settings" aria-label=words.say("settings-language")>
            <input type="hidden" name="back" value=request::address() />
            <ul class="own-names">{Lang::ALL.iter().map(each).collect_view()}</ul>
        </form>
    }
    .into_any()
}

/// The same page in each language, where no form may leave it; the choice is not remembered.
#[component]
pub fn LanguageLinks(words: Words) -> AnyView {
    let path = request::path();
    let each = |&lang: &Lang| {
        let (current, href) = ((lang == words.lang).then_some("true"), routes::in_language(&path, lang));
        view! { <li><a href=href hreflang=lang.code() lang=lang.code() dir=lang.dir() aria-current=current>{lang.own_name()}</a></li> }
    };
    view! {
        <nav class="languages" aria-label=words.say("settings-language")>
            <ul class="own-names">{Lang::ALL.iter().map(each).collect_view()}</ul>
        </nav>
    }
    .into_any()
}
