//! Which messages somebody gets: a tick for each kind on each channel.

use db::notifications::Chosen;
use domain::notifications::{Channel, Kind};
use leptos::prelude::*;

use super::device::{About, TellDevice};
use super::keeping::{choosable, name};
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::request::{self, Reader};

/// `/{lang}/messages/{token}`
#[component]
pub fn MessagesPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let reader = request::reader(&request::segment(2)?).await?;
        let who = reader.who.id;
        let said = request::db()?.read(move |conn| db::notifications::choices(conn, who)).await?;
        Ok(shown(lang, reader, said))
    })
}

fn shown(lang: Lang, reader: Reader, said: Vec<Chosen>) -> impl IntoView {
    let words = Words::of(lang);
    let head = Head { title: words.say("messages-title"), ..Head::default() };
    let told = match (request::query("saved").is_some(), request::query("stopped").is_some()) {
        (true, _) => Some("messages-saved"),
        (_, true) => Some("messages-stopped"),
        _ => None,
    };
    let stop = request::query("stop").and_then(|kind| Kind::from_code(&kind)).filter(|kind| !kind.is_always_sent());
    let email = reader.who.email.clone();
    let bounced = reader.who.bounced;
    view! {
        <Document head lang>
            <div class="settings">
                {told.map(|key| view! { <p class="notice done" role="status">{words.say(key)}</p> })}
                {bounced.then(|| view! { <p class="notice" role="alert">{words.say("messages-bounced")}</p> })}
                <h1>{words.say("messages-title")}</h1>
                {stop.map(|kind| view! { <Stop words kind token=reader.token.secret().to_owned() /> })}
                <p class="lede">{words.with("messages-text", &[("email", format!("\u{2068}{email}\u{2069}").into())])}</p>
                <TellDevice words about=About { token: reader.token.secret().to_owned(), ..About::default() } />
                <Choices words token=reader.token.secret().to_owned() said />
            </div>
        </Document>
    }
}

/// One kind is to stop: a press of a button, since what looks at links before a reader does presses none.
#[component]
fn Stop(words: Words, kind: Kind, token: String) -> AnyView {
    let named = words.say(&format!("message-kind-{}", kind.code()));
    view! {
        <form class="notice" method="post" action="/api/messages/stop">
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="token" value=token />
            <input type="hidden" name="kind" value=kind.code() />
            <p>{words.with("messages-stop-text", &[("kind", named.into())])}</p>
            <button class="button" type="submit">{words.say("messages-stop-button")}</button>
        </form>
    }
    .into_any()
}

#[component]
fn Choices(words: Words, token: String, said: Vec<Chosen>) -> AnyView {
    let wants = move |kind: Kind, channel: Channel| {
        said.iter().find(|one| (one.kind, one.channel) == (kind, channel)).map_or(kind.is_usual(channel), |one| one.wanted)
    };
    let tick = |kind: Kind, channel: Channel, checked: bool| {
        let says = words.say(&format!("messages-{}", channel.code()));
        let name = format!("wanted[{}]", name(kind, channel));
        view! { <label class="tick"><input type="checkbox" name=name value="1" checked=checked />{says}</label> }
    };
    let rows = choosable().map(|(kind, channels)| {
        let always = kind
            .is_always_sent()
            .then(|| view! { <p class="hint">{words.say("messages-email")}": "{words.say("messages-always")}</p> });
        let ticks = channels.into_iter().map(|channel| tick(kind, channel, wants(kind, channel))).collect_view();
        view! {
            <fieldset class="field">
                <legend>{words.say(&format!("message-kind-{}", kind.code()))}</legend>
                {always}
                {ticks}
            </fieldset>
        }
    });
    let rows = rows.collect_view();
    view! {
        <form method="post" action="/api/messages/choose" class="stack">
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="token" value=token />
            {rows}
            <button class="button wide" type="submit">{words.say("messages-save")}</button>
        </form>
    }
    .into_any()
}
