//! The form in the header. With script, suggestions come into the list under it.

use leptos::prelude::*;

use crate::i18n::Words;
use crate::ui::Icon;
use crate::{request, routes};

/// The form: one field, one button, a page as the answer. On the page of results it keeps what was asked.
#[component]
pub fn SearchForm(words: Words) -> AnyView {
    let action = routes::search(words.lang);
    let asked = if request::path() == action { request::query("q").unwrap_or_default() } else { String::new() };
    view! {
        <form class="search" role="search" method="get" action=action data-search=words.lang.code()>
            <input
                id="search"
                type="search"
                name="q"
                value=asked
                aria-label=words.say("search-label")
                placeholder=words.say("search-go")
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                enterkeyhint="search"
                maxlength="160"
            />
            <button type="submit" aria-label=words.say("search-go")><Icon name="search" /></button>
            <div
                id="search-ideas"
                class="ideas"
                role="listbox"
                aria-label=words.say("search-ideas")
                data-recent=words.say("search-recent")
                data-forget=words.say("search-forget")
                hidden=true
            ></div>
        </form>
    }
    .into_any()
}
