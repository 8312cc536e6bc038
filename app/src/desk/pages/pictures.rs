//! A product's pictures: their order, what they show, and more of them.

use domain::catalogue::Picture;
use domain::desk::Refused;
use domain::ids::ProductId;
use leptos::prelude::*;

use crate::i18n::Words;
use crate::ui::Shot;
use crate::{request, routes};

/// The pictures there are, and a form for more.
#[component]
pub fn Pictures(words: Words, id: ProductId, pictures: Vec<Option<Picture>>) -> AnyView {
    let refused = request::parameters().into_iter().filter(|(name, _)| name == routes::REFUSED);
    let refused: Vec<_> = refused
        .filter_map(|(_, told)| {
            let (code, name) = told.split_once(':')?;
            Some((name.to_owned(), words.say(&format!("desk-picture-{}", Refused::from_code(code)?.code()))))
        })
        .collect();
    view! {
        <section class="band" id="pictures">
            <h2>{words.say("desk-pictures")}</h2>
            {(!refused.is_empty()).then(|| view! {
                <div class="errors" role="alert">
                    <h3>{words.say("desk-pictures-refused")}</h3>
                    <ul>{refused.into_iter().map(|(name, why)| view! { <li><bdi>{name}</bdi>": "{why}</li> }).collect_view()}</ul>
                </div>
            })}
            {(!pictures.is_empty()).then(|| view! { <Arranged words id pictures /> })}
            <form method="post" action=format!("/desk/catalogue/products/{id}/pictures") enctype="multipart/form-data" class="stack desk-form">
                <div class="field">
                    <label for="files">{words.say("desk-pictures-add")}</label>
                    <p class="hint" id="files-hint">{words.say("desk-hint-pictures")}</p>
                    <input id="files" name="files" type="file" multiple=true accept="image/jpeg,image/png,image/webp,image/gif,image/svg+xml" required=true aria-describedby="files-hint" />
                </div>
                <button class="button quiet" type="submit">{words.say("desk-upload")}</button>
            </form>
        </section>
    }
    .into_any()
}

#[component]
fn Arranged(words: Words, id: ProductId, pictures: Vec<Option<Picture>>) -> AnyView {
    let row = |(at, picture): (usize, Option<Picture>)| {
        let alt = picture.as_ref().map(|picture| picture.alt.clone()).unwrap_or_default();
        let name = |field: &str| format!("pictures[{at}][{field}]");
        view! {
            <li>
                <div class="desk-thumb"><Shot picture quiet=true /></div>
                <label class="field"><span>{words.say("desk-label-place")}</span><input name=name("place") value=(at + 1).to_string() inputmode="numeric" size="3" /></label>
                <label class="field desk-alt"><span>{words.say("desk-label-alt")}</span><input name=name("alt") value=alt dir="auto" maxlength="200" /></label>
                <label class="tick"><input type="checkbox" name=name("gone") value="yes" /><span>{words.say("desk-take-away")}</span></label>
            </li>
        }
    };
    view! {
        <form method="post" action="/api/desk/pictures" class="stack desk-form">
            <input type="hidden" name="id" value=id.to_string() />
            <ol class="desk-pictures">{pictures.into_iter().enumerate().map(row).collect_view()}</ol>
            <button class="button quiet" type="submit">{words.say("desk-arrange")}</button>
        </form>
    }
    .into_any()
}
