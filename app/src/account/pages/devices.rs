//! Where somebody is signed in, and signing out there.

use domain::account::{Session, device};
use domain::ids::SessionId;
use domain::time::Timestamp;
use leptos::prelude::*;

use crate::i18n::Words;
use crate::request;

/// The devices, with a button for each, and one for all.
#[component]
pub fn Devices(words: Words, all: Vec<Session>, here: SessionId, now: Timestamp) -> AnyView {
    let several = all.len() > 1;
    let one = move |session: Session| {
        let own = session.id == here;
        let seen = if own { now } else { session.seen_at };
        let days = [("began", day(words, session.began_at).into()), ("seen", day(words, seen).into())];
        view! {
            <li>
                <p><strong><bdi>{device(&session.device)}</bdi></strong>{own.then(|| format!(" · {}", words.say("account-device-here")))}</p>
                <p class="calm">{words.with("account-device-days", &days)}</p>
                {(!own).then(|| view! {
                    <form method="post" action="/api/account/sign-out">
                        <input type="hidden" name="lang" value=words.lang.code() />
                        <input type="hidden" name="session" value=session.id.to_string() />
                        <button class="link" type="submit">{words.say("account-sign-out")}</button>
                    </form>
                })}
            </li>
        }
    };
    view! {
        <section aria-labelledby="devices">
            <h2 id="devices">{words.say("account-devices")}</h2>
            <ul class="stack">{all.into_iter().map(one).collect_view()}</ul>
            {several.then(|| view! {
                <form method="post" action="/api/account/sign-out" data-native="">
                    <input type="hidden" name="lang" value=words.lang.code() />
                    <input type="hidden" name="everywhere" value="true" />
                    <button class="button quiet" type="submit">{words.say("account-sign-out-all")}</button>
                </form>
            })}
        </section>
    }
    .into_any()
}

fn day(words: Words, at: Timestamp) -> String {
    words.date(at.day_at(request::shop_offset(at)))
}
