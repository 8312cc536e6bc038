//! Pictures of a problem: chosen in its form, and shown beside what was told.

use domain::problems::{MOST_PHOTOS, Photo, PhotoFlaw, PhotoSize, RefusedPhoto};
use leptos::prelude::*;

use crate::i18n::Words;

/// Megabytes of a picture at most: the server's `pictures::MOST_BYTES`.
const MOST_MEGABYTES: i64 = 20;
/// What the darkroom reads. A phone that takes HEIC hands over a JPEG where that is not among them.
const KINDS: &str = "image/jpeg,image/png,image/webp,image/gif";

/// What is said of a picture that was not taken.
pub fn says(words: Words, refused: &RefusedPhoto) -> String {
    let name = format!("\u{2068}{}\u{2069}", refused.name);
    let most = match refused.why {
        PhotoFlaw::Many => MOST_PHOTOS as i64,
        _ => MOST_MEGABYTES,
    };
    words.with(&format!("problem-photo-{}", refused.why.code()), &[("name", name.into()), ("most", most.into())])
}

/// The fields of the form: pictures that are here already and can be left out, others to be chosen, and on what one holds in the
/// hand a way straight to the camera, which not every browser offers among files.
#[component]
pub fn Fields(words: Words, here: Vec<Photo>, at: Box<dyn Fn(Photo, PhotoSize) -> String + Send>, flaws: Vec<String>) -> AnyView {
    let (wrong, count) = (!flaws.is_empty(), here.len());
    let each = (1_i64..).zip(here).map(|(number, photo)| {
        let name = format!("kept[{}]", photo.id);
        let alt = words.with("problem-photo-of", &[("at", number.into()), ("count", (count as i64).into())]);
        let (small, large) = (at(photo, PhotoSize::Small), at(photo, PhotoSize::Large));
        view! {
            <li>
                <Thumb photo small large alt />
                <label class="tick"><input type="checkbox" name=name value="yes" checked=true /><span>{words.say("problem-photo-kept")}</span></label>
            </li>
        }
    });
    let each = each.collect_view();
    let described = if wrong { "photos-error photos-hint" } else { "photos-hint" };
    view! {
        <fieldset class="field" class:wrong=wrong>
            <legend>{words.say("problem-photos")}</legend>
            <p class="hint" id="photos-hint">{words.with("problem-photos-hint", &[("most", (MOST_PHOTOS as i64).into()), ("size", MOST_MEGABYTES.into())])}</p>
            {wrong.then(|| view! { <ul class="error" id="photos-error">{flaws.into_iter().map(|says| view! { <li>{says}</li> }).collect_view()}</ul> })}
            {(count > 0).then(|| view! { <ul class="problem-photos">{each}</ul> })}
            <label for="photos">{words.say("problem-photos-choose")}</label>
            <input id="photos" name="photos" type="file" multiple=true accept=KINDS aria-describedby=described />
            <div class="field in-the-hand">
                <label for="camera">{words.say("problem-photos-camera")}</label>
                <input id="camera" name="photos" type="file" accept=KINDS capture="environment" />
            </div>
        </fieldset>
    }
    .into_any()
}

/// Pictures, each leading to itself at its size.
#[component]
pub fn Thumbs(words: Words, photos: Vec<Photo>, at: Box<dyn Fn(Photo, PhotoSize) -> String + Send>) -> AnyView {
    let count = photos.len();
    let each = (1_i64..).zip(photos).map(|(number, photo)| {
        let alt = words.with("problem-photo-of", &[("at", number.into()), ("count", (count as i64).into())]);
        let (small, large) = (at(photo, PhotoSize::Small), at(photo, PhotoSize::Large));
        view! { <li><Thumb photo small large alt /></li> }
    });
    (count > 0).then(|| view! { <ul class="problem-photos">{each.collect_view()}</ul> }).into_any()
}

#[component]
fn Thumb(photo: Photo, small: String, large: String, alt: String) -> AnyView {
    view! {
        <a href=large data-native=""><img src=small alt=alt width=photo.width height=photo.height loading="lazy" decoding="async" /></a>
    }
    .into_any()
}
