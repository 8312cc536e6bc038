//! The delays that are announced, and the form that announces one.

use domain::delivery::{Cause, Delay, served};
use domain::desk::TypedDelay;
use domain::ids::DelayId;
use leptos::prelude::*;

use super::field::{Discard, Form};
use super::frame::{Frame, Told, desk};
use crate::desk::delay_id;
use crate::desk::saving::{Standing, delay_place, standing};
use crate::i18n::{Words, format};
use crate::{request, routes};

/// `/desk/delays`
#[component]
pub fn DelaysPage() -> impl IntoView {
    desk(async move |words, staff| {
        let all = request::db()?.read(db::delays::all).await?;
        let none = all.is_empty();
        Ok(view! {
            <Frame words title=words.say("desk-delays") staff>
                <Told words />
                <div class="desk-head">
                    <h1>{words.say("desk-delays")}</h1>
                    <a class="button" href=routes::desk_delay(None)>{words.say("desk-new-delay")}</a>
                </div>
                {if none { view! { <p class="calm">{words.say("desk-delay-none")}</p> }.into_any() } else { table(words, all) }}
            </Frame>
        })
    })
}

fn table(words: Words, all: Vec<Delay>) -> AnyView {
    let heads = ["desk-delay-where", "desk-label-from", "desk-label-until", "desk-delay-days", "desk-delay-cause"];
    view! {
        <div class="desk-wide" tabindex="0" role="region" aria-label=words.say("desk-delays")>
            <table class="desk-table">
                <thead><tr>{heads.map(|key| view! { <th scope="col">{words.say(key)}</th> }).collect_view()}</tr></thead>
                <tbody>{all.into_iter().map(|delay| row(words, &delay)).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(words: Words, delay: &Delay) -> impl IntoView + use<> {
    let place = format!("{} {}", words.country(delay.country), delay.postcode);
    view! {
        <tr>
            <th scope="row"><a href=routes::desk_delay(Some(delay.id))>{place.trim().to_owned()}</a></th>
            <td>{words.date(delay.from)}</td>
            <td>{words.date(delay.until)}</td>
            <td class="number">{words.number(delay.days)}</td>
            <td>{words.say(&format!("delay-{}", delay.cause.code()))}</td>
        </tr>
    }
}

/// `/desk/delays/{id}`, or `/desk/delays/new`
#[component]
pub fn DelayPage() -> impl IntoView {
    desk(async move |words, staff| {
        let segment = request::segment(2)?;
        let id = if segment == "new" { None } else { Some(delay_id(&segment)?) };
        let saved = match id {
            Some(id) => TypedDelay::of(&request::db()?.read(move |conn| db::delays::by_id(conn, id)).await?),
            None => TypedDelay { days: "1".to_owned(), ..TypedDelay::default() },
        };
        let title = words.say(if id.is_some() { "desk-delays" } else { "desk-new-delay" });
        let place = delay_place(id);
        let Standing { typed, flaws, drafted } = standing(&staff, &place, || saved).await?;
        let form = Form { words, prefix: "delay", flaws };
        Ok(view! {
            <Frame words title=title.clone() staff>
                {form.summary()}
                <Told words />
                <h1>{title}</h1>
                {drafted.then(|| view! { <Discard words place then=routes::desk_delay(id) /> })}
                <DelayForm form typed id />
                {id.map(|id| view! { <TakeBack words id /> })}
            </Frame>
        })
    })
}

#[component]
fn DelayForm(form: Form, typed: TypedDelay, id: Option<DelayId>) -> AnyView {
    let words = form.words;
    let countries = served().map(|country| (words.country(country), country.code().to_owned())).collect();
    let countries = format::sorted_by_name(words.lang, countries);
    let countries = countries.into_iter().map(|(name, code)| (code, name)).collect();
    let causes = Cause::ALL.iter().map(|cause| (cause.code().to_owned(), words.say(&format!("delay-{}", cause.code()))));
    view! {
        <form method="post" action="/api/desk/delay" class="stack desk-form">
            {id.map(|id| view! { <input type="hidden" name="id" value=id.to_string() /> })}
            {form.select("country", "desk-delay-country", &typed.country, countries)}
            {form.hinted("postcode", "desk-delay-postcode", Some("desk-delay-postcode-hint"), &typed.postcode)}
            {form.hinted("from", "desk-label-from", Some("desk-hint-day"), &typed.from)}
            {form.text("until", "desk-label-until", &typed.until)}
            {form.text("days", "desk-delay-days", &typed.days)}
            {form.select("cause", "desk-delay-cause", &typed.cause, causes.collect())}
            {form.lines("words", "desk-delay-words", Some("desk-delay-words-hint"), &typed.words, 3)}
            <button class="button" type="submit">{words.say("desk-save")}</button>
        </form>
    }
    .into_any()
}

#[component]
fn TakeBack(words: Words, id: DelayId) -> AnyView {
    view! {
        <form method="post" action="/api/desk/take-back" class="desk-form stack">
            <input type="hidden" name="id" value=id.to_string() />
            <button class="button quiet" type="submit">{words.say("desk-delay-back")}</button>
        </form>
    }
    .into_any()
}
