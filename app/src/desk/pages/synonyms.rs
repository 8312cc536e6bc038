//! What words are also called, by language.

use leptos::prelude::*;

use super::field::Form;
use super::frame::{Frame, Told, desk};
use crate::failure::Failure;
use crate::i18n::Lang;
use crate::{request, routes};

/// `/desk/catalogue/synonyms/{lang}`
#[component]
pub fn SynonymsPage() -> impl IntoView {
    desk(async move |words, staff| {
        let lang = Lang::from_code(&request::segment(3)?).ok_or(Failure::NotFound)?;
        let groups = request::db()?.read(move |conn| db::search::synonyms(conn, lang)).await?;
        let text: String = groups.iter().map(|group| format!("{}\n", group.join(", "))).collect();
        let form = Form { words, prefix: "", flaws: Vec::new() };
        let link = move |other: Lang| {
            let current = (other == lang).then_some("page");
            view! { <li><a class="chip" href=routes::desk_synonyms(other) lang=other.code() aria-current=current>{other.own_name()}</a></li> }
        };
        Ok(view! {
            <Frame words title=words.say("desk-synonyms") staff>
                <Told words />
                <h1>{words.say("desk-synonyms")}</h1>
                <ul class="chips" aria-label=words.say("desk-languages")>{Lang::ALL.iter().copied().map(link).collect_view()}</ul>
                <form method="post" action="/api/desk/synonyms" class="stack desk-form">
                    <input type="hidden" name="lang" value=lang.code() />
                    {form.lines("groups", "desk-label-synonyms", Some("desk-hint-synonyms"), &text, 20)}
                    <button class="button" type="submit">{words.say("desk-save")}</button>
                </form>
            </Frame>
        })
    })
}
