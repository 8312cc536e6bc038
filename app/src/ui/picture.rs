//! Pictures of goods.

use domain::catalogue::Picture;
use leptos::prelude::*;

use crate::routes;

/// A picture with its room kept free, so that nothing jumps. The first one of a page is `eager`.
#[component]
pub fn Shot(
    /// The picture; a quiet field where there is none (yet).
    picture: Option<Picture>,
    /// Loaded at once and first, for the page's main picture.
    #[prop(optional)]
    eager: bool,
    /// Says nothing to those who do not see it, where the name stands beside it.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    picture.map_or_else(
        || view! { <span class="shot-none" aria-hidden="true"></span> }.into_any(),
        |picture| {
            view! {
                <img
                    src=routes::media(&picture.file)
                    alt=if quiet { String::new() } else { picture.alt }
                    width=picture.width
                    height=picture.height
                    loading=if eager { "eager" } else { "lazy" }
                    fetchpriority=eager.then_some("high")
                    decoding="async"
                />
            }
            .into_any()
        },
    )
}
