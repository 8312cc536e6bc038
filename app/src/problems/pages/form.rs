//! The form: what is wrong, which parcel and things it is about, in whose words, and with which pictures. It is sent to the address
//! it stands at, where the machine takes it in.

use db::problems;
use domain::ids::OrderId;
use domain::orders::{Order, OrderNumber};
use domain::problems::{MOST_SAID, Photo, PhotoSize, ReportFlaw, Trouble, TypedProblem};
use leptos::prelude::*;

use super::photos::{Fields, says as says_of_photo};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::orders::pages::keys;
use crate::ui::{Errors, lines_of};
use crate::{request, routes};

/// `/{lang}/orders/{number}/problem`
#[component]
pub fn ProblemPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let number = OrderNumber::parse(&request::segment(2)?).map_err(|_| Failure::NotFound)?;
        let key = request::query("key").unwrap_or_default();
        let (asked, db) = (keys(&key), request::db()?);
        let found = db.read(move |conn| {
            let id: OrderId = db::orders::id_for(conn, &number, &asked)?;
            Ok((db::orders::by_id(conn, id)?, problems::typed(conn, id)?, problems::photos::waiting(conn, id)?))
        });
        let (order, typed, photos) = found.await?;
        Ok(shown(Words::of(lang), order, (typed, photos), key))
    })
}

/// `before`: what was typed before and not taken, and its pictures.
fn shown(words: Words, order: Order, before: (Option<TypedProblem>, Vec<Photo>), key: String) -> impl IntoView {
    let fresh = TypedProblem { piece: request::query("parcel").unwrap_or_default(), ..TypedProblem::default() };
    let many = request::query("refused").is_some().then(|| words.with("problem-too-many", &[]));
    let wrong = request::query("errors").is_some();
    // Whoever comes from a parcel begins anew.
    let (typed, photos) = before;
    let typed = typed.filter(|_| wrong || many.is_some() || fresh.piece.is_empty());
    let photos = if typed.is_some() { photos } else { Vec::new() };
    let typed = typed.unwrap_or(fresh);
    let flaws = if wrong { typed.parse(&order).err().unwrap_or_default() } else { Vec::new() };
    let says = |flaw: &ReportFlaw| words.with(&format!("problem-wrong-{}", flaw.code()), &[("most", MOST_SAID.into())]);
    let at = |flaw: &ReportFlaw| if *flaw == ReportFlaw::Trouble { "trouble" } else { "said" };
    let mut lines: Vec<_> = flaws.iter().map(|flaw| (at(flaw), says(flaw))).collect();
    let refused: Vec<_> = typed.refused.iter().filter(|_| wrong).map(|one| says_of_photo(words, one)).collect();
    lines.extend(refused.iter().map(|says| ("photos", says.clone())));
    let title = words.with("problem-title", &[("number", order.number.as_str().into())]);
    let head = Head { title: title.clone(), ..Head::default() };
    let back = routes::with_key(&routes::order(words.lang, &order.number), &key);
    let to = routes::with_key(&routes::problem(words.lang, &order.number, None), &key);
    let number = order.number.clone();
    let at =
        move |photo: Photo, size: PhotoSize| routes::with_key(&routes::problem_photo(words.lang, &number, photo.id, size), &key);
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <Errors words lines=lines.clone() />
                <h1>{title}</h1>
                {many.map(|says| view! { <p class="notice bad" role="alert">{says}</p> })}
                <p>{words.say("problem-text")}</p>
                <form class="stack problem-form" method="post" action=to enctype="multipart/form-data" novalidate data-once="">
                    <Troubles words chosen=typed.trouble.clone() flaw=said(&lines, "trouble") />
                    <Which words order typed=typed.clone() />
                    <Said words text=typed.said flaw=said(&lines, "said") />
                    <Fields words here=photos at=Box::new(at) flaws=refused />
                    <div><button class="button" type="submit">{words.say("problem-button")}</button></div>
                </form>
                <p><a href=back>{words.say("cancel-not-follow")}</a></p>
            </div>
        </Document>
    }
}

fn said(lines: &[(&'static str, String)], id: &str) -> Option<String> {
    lines.iter().find(|(at, _)| *at == id).map(|(_, says)| says.clone())
}

#[component]
fn Troubles(words: Words, chosen: String, flaw: Option<String>) -> AnyView {
    let wrong = flaw.is_some();
    let each = Trouble::ALL.iter().enumerate().map(|(at, trouble)| {
        let id = (at == 0).then_some("trouble");
        let checked = trouble.code() == chosen;
        view! {
            <label class="tick">
                <input type="radio" id=id name="problem[trouble]" value=trouble.code() checked=checked />
                <span>{words.say(&format!("problem-{}", trouble.code()))}</span>
            </label>
        }
    });
    view! {
        <fieldset class="field" class:wrong=wrong aria-describedby=wrong.then_some("trouble-error")>
            <legend>{words.say("problem-what")}</legend>
            {flaw.map(|says| view! { <p class="error" id="trouble-error">{says}</p> })}
            {each.collect_view()}
        </fieldset>
    }
    .into_any()
}

/// The parcel, where there are several, and the things.
#[component]
fn Which(words: Words, order: Order, typed: TypedProblem) -> AnyView {
    let count = order.pieces.len();
    let pieces = (1_i64..).zip(&order.pieces).map(|(at, piece)| {
        let (number, says) =
            (piece.number.to_string(), words.with("parcel-heading", &[("at", at.into()), ("count", count.into())]));
        view! { <option value=number.clone() selected={typed.piece == number}>{says}</option> }
    });
    let lang = (order.lang != words.lang).then(|| order.lang.code());
    let things = order.lines.iter().enumerate().map(|(at, line)| {
        let (name, ticked) = (format!("problem[lines][{at}]"), typed.lines.contains_key(&at.to_string()));
        let says = if line.values.is_empty() { line.name.clone() } else { format!("{} ({})", line.name, line.values.join(", ")) };
        view! { <label class="tick"><input type="checkbox" name=name value="yes" checked=ticked /><span dir="auto" lang=lang>{says}</span></label> }
    });
    view! {
        {(count > 1).then(|| view! {
            <div class="field">
                <label for="piece">{words.say("problem-parcel")}</label>
                <select id="piece" name="problem[piece]">
                    <option value="">{words.say("problem-parcel-any")}</option>
                    {pieces.collect_view()}
                </select>
            </div>
        })}
        <fieldset class="field">
            <legend>{words.say("problem-things")}</legend>
            {things.collect_view()}
        </fieldset>
    }
    .into_any()
}

#[component]
fn Said(words: Words, text: String, flaw: Option<String>) -> AnyView {
    let wrong = flaw.is_some();
    let described = if wrong { "said-error said-hint" } else { "said-hint" };
    view! {
        <div class="field" class:wrong=wrong>
            <label for="said">{words.say("problem-words")}</label>
            <p class="hint" id="said-hint">{words.say("problem-words-hint")}</p>
            {flaw.map(|says| view! { <p class="error" id="said-error">{says}</p> })}
            <textarea id="said" name="problem[said]" rows="5" dir="auto" autocomplete="off" aria-describedby=described aria-invalid=wrong.then_some("true") inner_html=lines_of(&text)></textarea>
        </div>
    }
    .into_any()
}
