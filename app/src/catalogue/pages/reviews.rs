//! How a product is rated: the place that the stars beside the button lead to.

use leptos::prelude::*;

use crate::i18n::{Words, format};

/// The average in tenths of a star and how many gave one; or that nobody has.
#[component]
pub fn Reviews(words: Words, rating: Option<(u8, u32)>) -> AnyView {
    let said = match rating {
        Some((tenths, count)) => {
            let average = format::decimal(words.lang, i64::from(tenths), 1);
            let label = words.with("rating-label", &[("average", average.clone().into()), ("count", count.into())]);
            view! {
                <p class="reviews-average">
                    <strong aria-hidden="true">{average}</strong>
                    <FiveStars tenths />
                    <span>{label}</span>
                </p>
            }
            .into_any()
        }
        None => view! { <p>{words.say("reviews-none")}</p> }.into_any(),
    };
    view! {
        <section class="band reviews" id="reviews" aria-labelledby="reviews-title">
            <h2 id="reviews-title">{words.say("reviews-title")}</h2>
            {said}
        </section>
    }
    .into_any()
}

/// Five stars, filled as far as the average goes.
#[component]
fn FiveStars(tenths: u8) -> AnyView {
    const STAR: &str = "M10 1.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8L1.6 7.7l5.8-.8z";
    let star = |at: u8| {
        // A star is as wide as ten tenths.
        let filled = tenths.saturating_sub(at * 10).min(10) * 2;
        view! {
            <svg viewBox="0 0 20 20" width="24" height="24" aria-hidden="true">
                <clipPath id=format!("star-{at}")><rect width=filled height="20" /></clipPath>
                <path class="star" d=STAR />
                <path class="star-filled" d=STAR clip-path=format!("url(#star-{at})") />
            </svg>
        }
    };
    view! { <span class="five-stars">{(0..5).map(star).collect_view()}</span> }.into_any()
}
