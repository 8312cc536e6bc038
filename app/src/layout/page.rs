//! How a page loads: it asks, then shows; and what is shown when there is no answer.

use std::future::Future;

use leptos::prelude::*;

use super::document::{Document, Head};
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::{request, routes};

/// A page: what it asks for, and the document that shows the answer. No answer is a page too, with its status;
/// so is a language the shop does not speak.
pub fn page<V: IntoView + 'static>(asked: impl Future<Output = Result<V, Failure>> + Send + 'static) -> impl IntoView {
    Suspend::new(async move {
        if Lang::of_path(&request::path()).is_none() {
            return trouble(Failure::NotFound).into_any();
        }
        match asked.await {
            Ok(view) => view.into_any(),
            Err(failure) => trouble(failure).into_any(),
        }
    })
}

/// A part of a page that loads by itself. When it cannot, the page stands without it, and says so in the log.
pub fn load<T: Send + 'static, V: IntoView + 'static>(
    asked: impl Future<Output = Result<T, Failure>> + Send + 'static,
    show: impl FnOnce(T) -> V + Send + 'static,
) -> impl IntoView {
    Suspend::new(async move {
        match asked.await {
            Ok(answer) => Some(show(answer)),
            Err(failure) => {
                tracing::warn!(%failure, "a part of a page is left out");
                None
            }
        }
    })
}

/// The page for an address where nothing is.
pub fn not_found() -> impl IntoView {
    trouble(Failure::NotFound)
}

/// The page that stands where there is no answer.
pub fn trouble(failure: Failure) -> impl IntoView {
    request::status(failure.status());
    let lang = request::lang();
    let words = Words::of(lang);
    let name = match failure {
        Failure::NotFound | Failure::SignedOut => "not-found",
        Failure::Busy => "busy",
        Failure::Broken => "broken",
    };
    let head = Head { title: words.say(&format!("{name}-title")), ..Head::default() };
    let picture = if failure == Failure::NotFound { "/art/not-found.svg" } else { "/art/broken.svg" };
    view! { <Document head lang><Trouble words name picture /></Document> }
}

#[component]
fn Trouble(words: Words, name: &'static str, picture: &'static str) -> AnyView {
    view! {
        <div class="state">
            <img src=picture alt="" width="480" height="320" />
            <h1>{words.say(&format!("{name}-title"))}</h1>
            <p>{words.say(&format!("{name}-text"))}</p>
            <a class="button" href=routes::home(words.lang)>{words.say("to-the-shop")}</a>
        </div>
    }
    .into_any()
}
