//! What is shown where there is no connection and the page that was asked for was never seen.

use leptos::prelude::*;

use crate::cart::{CartBody, CartSums};
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::request;

/// `/{lang}/offline`: the worker keeps it, writes into it what it has kept, and takes its own phrases from it.
#[component]
pub fn OfflinePage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        request::anyones();
        Ok(shown(Words::of(lang)))
    })
}

fn shown(words: Words) -> impl IntoView {
    let head = Head { title: words.say("offline-title"), ..Head::default() };
    // The worker knows the time and the count; braces are left for them.
    let as_of = words.with("offline-as-of", &[("time", "{time}".into())]);
    let waiting = words.with("offline-waiting", &[("count", "{count}".into())]);
    view! {
        <Document head lang=words.lang>
            <div
                class="state" data-as-of=as_of data-waiting=waiting data-told=words.say("offline-told") data-ready=words.say("app-ready")
                data-use=words.say("app-use")
            >
                <img src="/art/offline.svg" alt="" width="480" height="320" />
                <h1>{words.say("offline-title")}</h1>
                <p>{words.say("offline-text")}</p>
                <a class="button" href="" data-native="">{words.say("offline-again")}</a>
            </div>
            <h2>{words.say("offline-kept")}</h2>
            <ul class="prose" id="kept"></ul>
            <h2>{words.say("cart-title")}</h2>
            <CartBody first=String::new() />
            <CartSums first=String::new() />
        </Document>
    }
}
