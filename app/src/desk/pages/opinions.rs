//! What shoppers think of their orders.

use db::opinions::{PAGE, all, counts};
use domain::opinions::{Mark, OpinionRow};
use leptos::prelude::*;

use super::frame::{Frame, desk};
use crate::i18n::Words;
use crate::i18n::format::machine;
use crate::{request, routes};

/// `/desk/opinions`
#[component]
pub fn OpinionsPage() -> impl IntoView {
    desk(async move |words, staff| {
        let page = request::query("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32).clamp(1, 1_000_000);
        let db = request::db()?;
        let (mut rows, counts) = db.read(move |conn| Ok((all(conn, page)?, counts(conn)?))).await?;
        let more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        let none = rows.is_empty();
        Ok(view! {
            <Frame words title=words.say("desk-opinions") staff>
                <h1>{words.say("desk-opinions")}</h1>
                {none.then(|| view! { <p class="calm">{words.say("desk-opinions-none")}</p> })}
                {(!none).then(|| view! { <Counts words counts /> })}
                {rows.into_iter().map(|row| one(words, row)).collect_view()}
                <nav class="pages" aria-label=words.say("pages-label")>
                    {(page > 1).then(|| view! { <a class="button quiet" rel="prev" href=routes::desk_opinions(page - 1)>{words.say("pages-previous")}</a> })}
                    {more.then(|| view! { <a class="button quiet" rel="next" href=routes::desk_opinions(page + 1)>{words.say("pages-more")}</a> })}
                </nav>
            </Frame>
        })
    })
}

/// How often each mark was given.
#[component]
fn Counts(words: Words, counts: Vec<(Mark, u32)>) -> AnyView {
    let each = counts.into_iter().map(|(mark, count)| {
        view! { <li>{words.say(&format!("opinion-{}", mark.count()))}": "<strong>{words.number(count)}</strong></li> }
    });
    view! { <ul>{each.collect_view()}</ul> }.into_any()
}

fn one(words: Words, row: OpinionRow) -> AnyView {
    let OpinionRow { order, opinion, told_at } = row;
    let offset = request::shop_offset(told_at);
    let when = format!("{} {}", words.date(told_at.day_at(offset)), words.clock(told_at, offset));
    let mark = opinion.mark.map(|mark| format!("{} · ", words.say(&format!("opinion-{}", mark.count()))));
    view! {
        <section class="notice">
            <h2>{mark}<a href=routes::desk_order(&order)><bdi>{order.as_str().to_owned()}</bdi></a></h2>
            <p class="calm"><time datetime=machine(told_at)>{when}</time></p>
            {(!opinion.said.is_empty()).then(|| view! { <p class="problem-said" dir="auto">{opinion.said}</p> })}
        </section>
    }
    .into_any()
}
