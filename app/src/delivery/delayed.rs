//! Announced delays, said where they are felt.

use domain::delivery::Delay;
use leptos::prelude::*;

use crate::i18n::Words;
use crate::ui::SaidIn;

/// A line for each delay: why, how long, until when, and what the merchant says beside it.
#[component]
pub fn Delayed(words: Words, delays: Vec<Delay>) -> impl IntoView {
    let each = delays.into_iter().map(move |delay| {
        let why = words.say(&format!("delay-{}", delay.cause.code()));
        let until = words.day(delay.until);
        let says = words.with("delay-says", &[("why", why.into()), ("count", delay.days.into()), ("until", until.into())]);
        let own = delay.said(words.lang).map(|said| view! { " "<SaidIn words said /> });
        view! { <p class="delayed">{says}{own}</p> }
    });
    each.collect_view()
}
