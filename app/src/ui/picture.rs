//! Pictures of goods.

use domain::catalogue::{Picture, Rendition};
use leptos::prelude::*;

use crate::{request, routes};

/// How wide a picture is on a page, as browsers are told in order to choose a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// A thumbnail, in a cart, an order or under a gallery.
    Thumb,
    /// One of two, three or four side by side.
    Card,
    /// A product's own, beside the button or above it.
    Gallery,
}

impl Room {
    /// The page is 80rem wide at most. Who saves data is shown a picture as sharp as half as wide a one would be.
    const fn sizes(self, thrifty: bool) -> &'static str {
        match self {
            Room::Thumb if thrifty => "4rem",
            Room::Card if thrifty => "(min-width: 48rem) 10rem, 23vw",
            Room::Gallery if thrifty => "(min-width: 56rem) 22rem, 47vw",
            Room::Thumb => "7rem",
            Room::Card => "(min-width: 80rem) 19rem, (min-width: 64rem) 24vw, (min-width: 48rem) 31vw, 46vw",
            Room::Gallery => "(min-width: 80rem) 44rem, (min-width: 56rem) 55vw, 94vw",
        }
    }
}

/// The width a browser takes that knows nothing of choosing.
const PLAIN: u32 = 640;
/// The widest there is for who saves data.
const THRIFTY: u32 = 480;

/// A picture with its room kept free, so that nothing jumps. The first one of a page is `eager`.
#[component]
pub fn Shot(
    /// The picture; a quiet field where there is none (yet).
    picture: Option<Picture>,
    /// How wide it is here.
    #[prop(default = Room::Thumb)]
    room: Room,
    /// Loaded at once and first, for the page's main picture.
    #[prop(optional)]
    eager: bool,
    /// Says nothing to those who do not see it, where the name stands beside it.
    #[prop(optional)]
    quiet: bool,
) -> AnyView {
    let Some(mut picture) = picture else { return view! { <span class="shot-none" aria-hidden="true"></span> }.into_any() };
    if quiet {
        picture.alt.clear();
    }
    let blur = (room != Room::Thumb && !picture.blur.is_empty()).then(|| std::mem::take(&mut picture.blur));
    view! {
        {blur.map(|png| view! { <img class="blur" src=format!("data:image/png;base64,{png}") alt="" width=picture.width height=picture.height /> })}
        {match picture.renditions.clone() {
            Some(hash) => view! { <Reduced picture hash room eager /> }.into_any(),
            // A drawing is as sharp in every size; a photo is shown whole until its smaller ones are there.
            None => view! { <Img src=routes::media(&picture.file) srcset=None room picture eager /> }.into_any(),
        }}
    }
    .into_any()
}

/// A photo: the browser takes the first type it knows, in the width it needs.
#[component]
fn Reduced(picture: Picture, hash: String, room: Room, eager: bool) -> impl IntoView {
    let thrifty = request::saves_data();
    let most = if thrifty { THRIFTY } else { u32::MAX };
    let widths = Picture::widths(picture.width).filter(move |width| *width <= most);
    let file = |width, kind| routes::media(&Picture::rendition(&hash, width, kind));
    let set = |kind| {
        let named = widths.clone().map(|width| format!("{} {width}w", file(width, kind)));
        named.collect::<Vec<_>>().join(", ")
    };
    let plain = picture.at_most(PLAIN.min(most));
    let (avif, webp, jpeg) = (set(Rendition::Avif), set(Rendition::Webp), set(Rendition::Jpeg));
    view! {
        <picture>
            <source type="image/avif" srcset=avif sizes=room.sizes(thrifty) />
            <source type="image/webp" srcset=webp sizes=room.sizes(thrifty) />
            <Img src=routes::media(&plain) srcset=Some(jpeg) room picture eager />
        </picture>
    }
}

#[component]
fn Img(src: String, srcset: Option<String>, room: Room, picture: Picture, eager: bool) -> impl IntoView {
    view! {
        <img
            src=src
            sizes=srcset.is_some().then(|| room.sizes(request::saves_data()))
            srcset=srcset
            alt=picture.alt
            width=picture.width
            height=picture.height
            loading=if eager { "eager" } else { "lazy" }
            fetchpriority=eager.then_some("high")
            decoding="async"
        />
    }
}
