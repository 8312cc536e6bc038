//! The offers of the shop.

use db::offers::Kept;
use domain::lang::Lang;
use domain::offers::Now;
use leptos::prelude::*;

use super::frame::{Frame, desk};
use crate::i18n::Words;
use crate::{request, routes};

/// `/desk/offers`
#[component]
pub fn OffersPage() -> impl IntoView {
    desk(async move |words, staff| {
        let db = request::db()?;
        let all = db.read(db::offers::all).await?;
        let now = Now { at: db.now(), day: db.now().day_at(request::shop_offset(db.now())) };
        Ok(view! {
            <Frame words title=words.say("desk-offers") staff>
                <div class="desk-head">
                    <h1>{words.say("desk-offers")}</h1>
                    <a class="button" href=routes::desk_offer(None)>{words.say("desk-new-offer")}</a>
                </div>
                <div class="desk-wide" tabindex="0" role="region" aria-label=words.say("desk-offers")>
                    <table class="desk-table">
                        <thead><tr>
                            {["desk-label-name", "desk-label-code", "desk-offer-state", "desk-offer-had"]
                                .map(|key| view! { <th scope="col">{words.say(key)}</th> }).collect_view()}
                        </tr></thead>
                        <tbody>{all.into_iter().map(|(kept, had)| row(words, &kept, had, now)).collect_view()}</tbody>
                    </table>
                </div>
            </Frame>
        })
    })
}

fn row(words: Words, kept: &Kept, had: u32, now: Now) -> impl IntoView + use<> {
    let Kept { offer, names, paused, .. } = kept;
    let state = if *paused { "paused" } else { offer.limits.stands(now).code() };
    let name = names.get(&Lang::FIRST).cloned().unwrap_or_default();
    let had =
        offer.limits.in_all.map_or_else(|| words.number(had), |most| format!("{}/{}", words.number(had), words.number(most)));
    view! {
        <tr>
            <th scope="row"><a href=routes::desk_offer(Some(offer.id))>{name}</a></th>
            <td><bdi>{offer.code.as_ref().map(|code| code.grouped())}</bdi></td>
            <td>{words.say(&format!("desk-offer-{state}"))}</td>
            <td class="number">{had}</td>
        </tr>
    }
}
