//! One line of the cart, in the drawer and on the page. Its forms work as they stand; [`super::store`] takes them over.

use leptos::prelude::*;

use super::view::{CartWords, LineView};

/// A line, bought or put aside, with why its last change was refused.
pub fn line(lang: &str, words: &CartWords, line: LineView, saved: bool, refused: Option<String>) -> impl IntoView + use<> {
    let id = line.id;
    let notes = line.notes.iter().map(|note| view! { <p class="line-note">{note.clone()}</p> }).collect_view();
    view! {
        <li class="line">
            {picture(&line)}
            <div class="line-words">
                <p class="line-name"><a href=line.href.clone()>{line.name.clone()}</a></p>
                <p class="line-values">{line.values.clone()}</p>
                <p class="line-values">{line.unit.clone()}</p>
                {notes}
                {refused.map(|why| view! { <p class="line-note bad">{why}</p> })}
                <div class="line-acts">
                    {(!saved).then(|| stepper(lang, words, &line))}
                    {aside(lang, words, &line, saved)}
                    {plain(lang, id, "remove", &words.remove, &line.name)}
                </div>
            </div>
            <p class="line-total">{(!saved).then(|| line.total.clone())}</p>
        </li>
    }
}

fn picture(line: &LineView) -> impl IntoView + use<> {
    let picture = line.picture.clone();
    view! { <span class="line-shot">{(!picture.is_empty()).then(|| view! { <img src=picture alt="" width="96" height="96" loading="lazy" /> })}</span> }
}

fn stepper(lang: &str, words: &CartWords, line: &LineView) -> impl IntoView + use<> {
    let id = line.id;
    view! {
        <form method="post" action="/api/cart/change" class="stepper" data-cart="change" data-line=id>
            {hidden("lang", lang)} {hidden("line", &id.to_string())}
            <button type="submit" name="by" value="-1" id=format!("fewer-{id}") aria-label=about(&words.fewer, &line.name)>"−"</button>
            <input
                id=format!("many-{id}") name="quantity" type="number" inputmode="numeric" min="0" max="999"
                autocomplete="off" value=line.quantity aria-label=about(&words.quantity, &line.name)
            />
            <button type="submit" name="by" value="1" id=format!("more-{id}") aria-label=about(&words.more, &line.name)>"+"</button>
        </form>
    }
}

fn aside(lang: &str, words: &CartWords, line: &LineView, saved: bool) -> impl IntoView + use<> {
    let label = if saved { &words.unsave } else { &words.save };
    let aside = if saved { "false" } else { "true" };
    view! {
        <form method="post" action="/api/cart/aside" data-cart="aside" data-line=line.id>
            {hidden("lang", lang)} {hidden("line", &line.id.to_string())} {hidden("aside", aside)}
            <button class="link" type="submit" aria-label=about(label, &line.name)>{label.clone()}</button>
        </form>
    }
}

fn plain(lang: &str, id: i64, act: &'static str, label: &str, name: &str) -> impl IntoView + use<> {
    view! {
        <form method="post" action=format!("/api/cart/{act}") data-cart=act data-line=id>
            {hidden("lang", lang)} {hidden("line", &id.to_string())}
            <button class="link" type="submit" aria-label=about(label, name)>{label.to_owned()}</button>
        </form>
    }
}

/// A field the shopper does not see.
pub fn hidden(name: &'static str, value: &str) -> impl IntoView + use<> {
    view! { <input type="hidden" name=name value=value.to_owned() /> }
}

/// A button's name for those who listen: what it does, and to which thing.
fn about(act: &str, name: &str) -> String {
    format!("{act}: {name}")
}
