//! Finding an order again: its number and an e-mail address or postcode are typed, and a letter brings the link.

use db::Database;
use domain::codes;
use domain::orders::{LookUp, LookUpFlaw};
use leptos::prelude::*;

use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::request::Guess;
use crate::ui::Errors;
use crate::{request, routes};

codes! {
    /// What became of a form; its code is in the page's address.
    Heard {
        /// If they belong together, a letter is on its way. Nothing else is ever said of a pair.
        Sent = "sent",
        /// What was typed is no order's number.
        Number = "number",
        /// What was typed is neither an e-mail address nor a postcode.
        Contact = "contact",
        /// Too many were tried from there.
        Wait = "wait",
    }
}

/// `/{lang}/track`
#[component]
pub fn TrackPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let heard = request::query("heard").and_then(|code| Heard::from_code(&code));
        let wrong = heard.is_some_and(|heard| heard != Heard::Sent);
        let typed = if wrong { request::typed() } else { String::new() };
        Ok(shown(Words::of(lang), heard, typed))
    })
}

fn shown(words: Words, heard: Option<Heard>, typed: String) -> impl IntoView {
    let (number, contact) = typed.split_once('\n').unwrap_or_default();
    let (number, contact) = (number.to_owned(), contact.to_owned());
    let said = move |which: Heard| (heard == Some(which)).then(|| words.say(&format!("track-{}-wrong", which.code())));
    let (number_says, contact_says) = (said(Heard::Number), said(Heard::Contact));
    let wrong = [("number", number_says.clone()), ("contact", contact_says.clone())];
    let lines = wrong.into_iter().filter_map(|(id, says)| Some((id, says?))).collect();
    let head = Head { title: words.say("track-title"), ..Head::default() };
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <Errors words lines />
                <h1>{words.say("track-title")}</h1>
                {(heard == Some(Heard::Sent)).then(|| view! { <p class="notice done" role="status">{words.say("track-sent")}</p> })}
                {said(Heard::Wait).map(|says| view! { <p class="notice bad" role="alert">{says}</p> })}
                <p>{words.say("track-text")}</p>
                <form class="stack" method="post" action="/api/orders/link" novalidate data-once="">
                    <input type="hidden" name="lang" value=words.lang.code() />
                    <Asked words name="number" says=number_says text=number />
                    <Asked words name="contact" says=contact_says text=contact />
                    <div><button class="button" type="submit">{words.say("track-button")}</button></div>
                </form>
            </div>
        </Document>
    }
}

/// One of the two fields, as typed, with what is wrong beside it.
#[component]
fn Asked(words: Words, name: &'static str, says: Option<String>, text: String) -> AnyView {
    let (hint, error) = (format!("{name}-hint"), format!("{name}-error"));
    let wrong = says.is_some();
    let described = if wrong { format!("{error} {hint}") } else { hint.clone() };
    let token = if name == "contact" { "email" } else { "off" };
    view! {
        <div class="field" class:wrong=wrong>
            <label for=name>{words.say(&format!("track-{name}"))}</label>
            <p class="hint" id=hint>{words.say(&format!("track-{name}-hint"))}</p>
            {says.map(|says| view! { <p class="error" id=error>{says}</p> })}
            <input
                id=name name=name type="text" autocomplete=token dir="ltr" spellcheck="false" autocapitalize="off"
                maxlength="254" value=text aria-describedby=described aria-invalid=wrong.then_some("true")
            />
        </div>
    }
    .into_any()
}

/// Asks for a letter, and says the same whatever was typed, as long as it could be an order's. What was typed wrong is typed
/// there still: the browser keeps it until then, so that it stands in no address.
pub async fn look_up(db: &Database, lang: &str, number: &str, contact: &str) -> Result<(), Failure> {
    let lang = Lang::from_code(lang).unwrap_or_default();
    let heard = match LookUp::parse(number, contact) {
        Err(LookUpFlaw::Number) => Heard::Number,
        Err(LookUpFlaw::Contact) => Heard::Contact,
        Ok(_) if !request::may_guess(Guess::Order) => Heard::Wait,
        Ok(asked) => {
            db.write(move |tx| db::orders::links::ask(tx, &asked)).await?;
            Heard::Sent
        }
    };
    if heard != Heard::Sent {
        let cut = |text: &str, most: usize| text.replace('\n', " ").chars().take(most).collect::<String>();
        request::keep_typed(&format!("{}\n{}", cut(number, 60), cut(contact, 254)))?;
    }
    request::go(&routes::with(&routes::track(lang), &[("heard".to_owned(), heard.code().to_owned())]));
    Ok(())
}
