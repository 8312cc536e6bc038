//! The form beside what is sold out.

use domain::ids::VariantId;
use leptos::prelude::*;

use super::answer::Heard;
use crate::i18n::Words;
use crate::request;
use crate::ui::Errors;
use crate::wishlists::pages::PutInList;

/// The form; once its wish is kept, that it is.
#[component]
pub fn WishForm(words: Words, variant: VariantId, heard: Option<Heard>) -> AnyView {
    if heard == Some(Heard::Kept) {
        return view! { <p class="notice done" id="restock" role="status">{words.say("restock-kept")}</p> }.into_any();
    }
    let flaw = heard.and_then(|heard| heard.flaw(words));
    let wrong = flaw.is_some();
    let typed = if wrong { request::typed() } else { String::new() };
    let described = if wrong { "email-error email-hint" } else { "email-hint" };
    view! {
        <form class="restock" id="restock" method="post" action="/api/restock/wish" novalidate data-once="">
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="variant" value=variant.0 />
            <div class="field" class:wrong=wrong>
                <label for="email">{words.say("label-email")}</label>
                <p class="hint" id="email-hint">{words.say("restock-hint")}</p>
                {flaw.map(|says| view! { <p class="error" id="email-error">{says}</p> })}
                <input
                    id="email" name="email" type="email" inputmode="email" autocomplete="email" dir="ltr" spellcheck="false"
                    autocapitalize="off" maxlength="320" value=typed aria-describedby=described aria-invalid=wrong.then_some("true")
                />
            </div>
            <button class="button" type="submit">{words.say("restock-wish")}</button>
            <PutInList words />
        </form>
    }
    .into_any()
}

/// First on the page: what is wrong with what was typed.
#[component]
pub fn WishErrors(words: Words, heard: Option<Heard>) -> AnyView {
    let flaw = heard.and_then(|heard| heard.flaw(words));
    view! { <Errors words lines=flaw.map(|says| ("email", says)).into_iter().collect() /> }.into_any()
}

/// What is wished for can be bought already: the way to the button.
#[component]
pub fn BackAgain(words: Words, heard: Option<Heard>) -> AnyView {
    let back = (heard == Some(Heard::InStock)).then(|| {
        view! { <p class="notice done" id="back" role="status">{words.say("restock-back")}" "<a href="#add">{words.say("product-add")}</a></p> }
    });
    back.into_any()
}
