//! The gallery: pictures that are swiped, with thumbnails that lead to them. It needs no script.

use domain::catalogue::Picture;
use leptos::prelude::*;

use crate::i18n::Words;
use crate::ui::{Room, Shot};

/// Pictures of a product, the chosen variant's first.
#[component]
pub fn Gallery(words: Words, pictures: Vec<Picture>, first: usize) -> AnyView {
    let mut pictures = pictures;
    if first > 0 && first < pictures.len() {
        let chosen = pictures.remove(first);
        pictures.insert(0, chosen);
    }
    // The chosen one, the other views, and not every colour again.
    pictures.truncate(6);
    let many = pictures.len() > 1;
    let thumbs = pictures.clone();
    let view_of = move |at: usize| words.with("gallery-view", &[("at", (at + 1).into())]);
    view! {
        <div class="gallery">
            <ul class="gallery-views" tabindex="0" aria-label=words.say("gallery-label")>
                {pictures.into_iter().enumerate().map(|(at, picture)| view! {
                    <li id=format!("view-{}", at + 1)>
                        <Shot picture=Some(picture) room=Room::Gallery eager=at == 0 />
                    </li>
                }).collect_view()}
                {(!many && thumbs.is_empty()).then(|| view! { <li><Shot picture=None /></li> })}
            </ul>
            {many.then(|| view! {
                <ul class="gallery-thumbs">
                    {thumbs.into_iter().enumerate().map(|(at, picture)| view! {
                        <li><a href=format!("#view-{}", at + 1) aria-label=view_of(at)><Shot picture=Some(picture) quiet=true /></a></li>
                    }).collect_view()}
                </ul>
            })}
        </div>
    }
    .into_any()
}
