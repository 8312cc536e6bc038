//! Wishes to cancel orders that are being packed, and the answers.

use std::collections::HashMap;

use db::orders::cancellations::{PAGE, all};
use domain::orders::{AnswerRefusal, Cancellation, CancellationRow, CancellationState, MOST_ANSWERED, OrderNumber};
use domain::staff::Staff;
use domain::time::Timestamp;
use leptos::prelude::*;

use super::frame::{Frame, Told, desk};
use crate::desk::saving::cancellation_place;
use crate::i18n::Words;
use crate::i18n::format::machine;
use crate::ui::lines_of;
use crate::{request, routes};

/// `/desk/cancellations`
#[component]
pub fn CancellationsPage() -> impl IntoView {
    desk(async move |words, staff| {
        let page = request::query("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32).clamp(1, 1_000_000);
        let (who, db) = (staff.clone(), request::db()?);
        let read = db.read(move |conn| {
            let rows = all(conn, page)?;
            let mut typed = HashMap::new();
            for row in rows.iter().filter(|row| row.cancellation.state == CancellationState::Asked) {
                if let Some(text) = typed_at(conn, &who, &row.order)? {
                    typed.insert(row.order.clone(), text);
                }
            }
            Ok((rows, typed))
        });
        let (mut rows, mut typed) = read.await?;
        let more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        let none = rows.is_empty();
        let with = |row: CancellationRow| (typed.remove(&row.order).unwrap_or_default(), row);
        let each: Vec<_> = rows.into_iter().map(with).collect();
        Ok(view! {
            <Frame words title=words.say("desk-cancellations") staff>
                <Told words says="desk-done" />
                <NotAnswered words />
                <h1>{words.say("desk-cancellations")}</h1>
                {none.then(|| view! { <p class="calm">{words.say("desk-cancellations-none")}</p> })}
                {each.into_iter().map(|(text, row)| view! { <Asked words row text list=true /> }).collect_view()}
                <nav class="pages" aria-label=words.say("pages-label")>
                    {(page > 1).then(|| view! { <a class="button quiet" rel="prev" href=routes::desk_cancellations(page - 1)>{words.say("pages-previous")}</a> })}
                    {more.then(|| view! { <a class="button quiet" rel="next" href=routes::desk_cancellations(page + 1)>{words.say("pages-more")}</a> })}
                </nav>
            </Frame>
        })
    })
}

/// What somebody of the staff has typed in answer, and could not be taken.
pub fn typed_at(conn: &db::Conn, staff: &Staff, order: &OrderNumber) -> db::Result<Option<String>> {
    db::desk::draft(conn, staff.id, &cancellation_place(order))
}

/// Why an answer was not taken.
#[component]
pub fn NotAnswered(words: Words) -> impl IntoView {
    let refused = request::query("unanswered").and_then(|code| AnswerRefusal::from_code(&code));
    refused.map(|why| view! { <p class="notice bad" role="alert">{words.say(&format!("desk-cancellation-{}", why.code()))}</p> })
}

fn when(words: Words, at: Timestamp) -> impl IntoView {
    let offset = request::shop_offset(at);
    view! { <time datetime=machine(at)>{format!("{} {}", words.date(at.day_at(offset)), words.clock(at, offset))}</time> }
}

/// A wish to cancel, with its answer or the form for one. `list`: whether it stands among others, and not on its order's page.
#[component]
pub fn Asked(words: Words, row: CancellationRow, text: String, list: bool) -> AnyView {
    let CancellationRow { order, cancellation } = row;
    let Cancellation { state, said, asked_at, answer, ended_at } = cancellation;
    let number = order.as_str().to_owned();
    let id = format!("cancellation-{number}");
    let title = if list {
        view! { <a href=routes::desk_order(&order)><bdi>{number.clone()}</bdi></a> }.into_any()
    } else {
        words.say("desk-cancellation-asks").into_any()
    };
    view! {
        <section class="notice" id=id>
            <h2>{title}</h2>
            <p class="calm">{when(words, asked_at)}</p>
            {(!said.is_empty()).then(|| view! { <p class="problem-said" dir="auto">{said}</p> })}
            {ended_at.map(|at| view! { <p><strong>{words.say(&format!("desk-cancellation-is-{}", state.code()))}</strong>" · "{when(words, at)}</p> })}
            {(!answer.is_empty()).then(|| view! { <p class="problem-said" dir="auto">{answer}</p> })}
            {(state == CancellationState::Asked).then(|| view! { <AnswerForm words number text list /> })}
        </section>
    }
    .into_any()
}

#[component]
fn AnswerForm(words: Words, number: String, text: String, list: bool) -> AnyView {
    let (field, hint) = (format!("answer-{number}"), format!("hint-{number}"));
    view! {
        <form method="post" action="/api/desk/cancellation" class="stack desk-form" data-once="">
            <input type="hidden" name="number" value=number />
            {list.then(|| view! { <input type="hidden" name="list" value="yes" /> })}
            <div class="field">
                <label for=field.clone()>{words.say("desk-cancellation-why")}</label>
                <p class="hint" id=hint.clone()>{words.with("desk-cancellation-hint", &[("most", MOST_ANSWERED.into())])}</p>
                <textarea id=field name="said" rows="3" dir="auto" aria-describedby=hint inner_html=lines_of(&text)></textarea>
            </div>
            <div class="sharing-buttons">
                <button class="button" type="submit" name="answer" value="yes">{words.say("desk-cancellation-yes")}</button>
                <button class="button quiet" type="submit" name="answer" value="no">{words.say("desk-cancellation-no")}</button>
            </div>
        </form>
    }
    .into_any()
}
