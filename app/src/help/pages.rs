//! The pages of help.

use leptos::prelude::*;

use crate::delivery::Expected;
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::{request, routes};

/// What there is an answer to; each has words under its name.
pub const TOPICS: &[&str] = &["delivery", "returns", "withdrawal", "payment", "privacy", "imprint"];

/// `/{lang}/help/{topic}`
#[component]
pub fn HelpPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let asked = request::segment(2)?;
        let topic = TOPICS.iter().find(|topic| **topic == asked).ok_or(Failure::NotFound)?;
        request::anyones();
        let expected = match *topic {
            "delivery" => Some(Expected::of_anything().await?),
            _ => None,
        };
        Ok(shown(lang, topic, expected))
    })
}

/// `expected`: what delivery to where the shopper is costs, on the page that tells of it.
fn shown(lang: Lang, topic: &'static str, expected: Option<Expected>) -> impl IntoView {
    let words = Words::of(lang);
    let title = words.say(&format!("help-{topic}-title"));
    let text = words.say(&format!("help-{topic}-text"));
    let head = Head { title: title.clone(), indexed: true, ..Head::default() };
    // A blank line in the words is a new paragraph.
    let paragraphs: Vec<String> = text.split("\n\n").map(str::to_owned).collect();
    let kept = (topic == "privacy").then(|| {
        let each =
            ["offline-privacy", "wishlist-privacy", "account-privacy", "passkeys-privacy", "kept-privacy", "recently-privacy"];
        each.map(|key| view! { <p>{words.say(key)}</p> }).collect_view()
    });
    view! {
        <Document head lang>
            <div class="help">
                <Others words topic />
                <article class="prose">
                    <h1>{title}</h1>
                    {expected.map(|expected| view! { <p class="notice"><strong>{expected.when(words)}</strong>" "{expected.cost(words)}</p> })}
                    {paragraphs.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
                    {kept}
                </article>
            </div>
        </Document>
    }
}

#[component]
fn Others(words: Words, topic: &'static str) -> AnyView {
    let each = move |other: &&'static str| {
        let current = (*other == topic).then_some("page");
        view! { <li><a class="chip" href=routes::help(words.lang, other) aria-current=current>{words.say(&format!("help-{other}-title"))}</a></li> }
    };
    view! { <nav aria-label=words.say("help-label")><ul class="chips">{TOPICS.iter().map(each).collect_view()}</ul></nav> }
        .into_any()
}
