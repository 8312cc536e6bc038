//! What was told to be wrong with orders, and the answers.

use std::collections::HashMap;

use db::problems::{PAGE, all};
use domain::ids::ProblemId;
use domain::problems::{ProblemRefusal, ProblemRow};
use domain::time::Timestamp;
use leptos::prelude::*;

use super::frame::{Frame, Told, desk};
use crate::i18n::Words;
use crate::i18n::format::machine;
use crate::problems::pages::Thumbs;
use crate::ui::lines_of;
use crate::{request, routes};

/// `/desk/problems`
#[component]
pub fn ProblemsPage() -> impl IntoView {
    desk(async move |words, staff| {
        let page = request::query("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32).clamp(1, 1_000_000);
        let (who, db) = (staff.id, request::db()?);
        let read = db.read(move |conn| {
            let rows = all(conn, page)?;
            let mut typed = HashMap::new();
            for row in rows.iter().filter(|row| row.problem.answer.is_none()) {
                let id = row.problem.id;
                if let Some(text) = db::desk::draft(conn, who, &format!("problem/{id}"))? {
                    typed.insert(id, text);
                }
            }
            Ok((rows, typed))
        });
        let (mut rows, typed) = read.await?;
        let more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        let refused = request::query("refused").and_then(|code| ProblemRefusal::from_code(&code));
        let none = rows.is_empty();
        Ok(view! {
            <Frame words title=words.say("desk-problems") staff>
                <Told words says="desk-done" />
                {refused.map(|why| view! { <p class="notice bad" role="alert">{words.say(&format!("desk-problem-{}", why.code()))}</p> })}
                <h1>{words.say("desk-problems")}</h1>
                {none.then(|| view! { <p class="calm">{words.say("desk-problems-none")}</p> })}
                {rows.into_iter().map(|row| one(words, row, &typed)).collect_view()}
                <nav class="pages" aria-label=words.say("pages-label")>
                    {(page > 1).then(|| view! { <a class="button quiet" rel="prev" href=routes::desk_problems(page - 1)>{words.say("pages-previous")}</a> })}
                    {more.then(|| view! { <a class="button quiet" rel="next" href=routes::desk_problems(page + 1)>{words.say("pages-more")}</a> })}
                </nav>
            </Frame>
        })
    })
}

fn when(words: Words, at: Timestamp) -> impl IntoView {
    let offset = request::shop_offset(at);
    view! { <time datetime=machine(at)>{format!("{} {}", words.date(at.day_at(offset)), words.clock(at, offset))}</time> }
}

fn one(words: Words, row: ProblemRow, typed: &HashMap<ProblemId, String>) -> AnyView {
    let ProblemRow { order, things, problem } = row;
    let (id, report) = (problem.id, problem.report);
    let text = typed.get(&id).cloned().unwrap_or_default();
    view! {
        <section class="notice" id=format!("problem-{id}")>
            <h2>{words.say(&format!("problem-{}", report.trouble.code()))}" · "<a href=routes::desk_order(&order)><bdi>{order.as_str().to_owned()}</bdi></a></h2>
            <p class="calm">{when(words, problem.told_at)}{report.piece.map(|piece| format!(" · {}: {piece}", words.say("problem-parcel")))}</p>
            {(!things.is_empty()).then(|| view! { <ul>{things.into_iter().map(|name| view! { <li dir="auto">{name}</li> }).collect_view()}</ul> })}
            {(!report.said.is_empty()).then(|| view! { <p class="problem-said" dir="auto">{report.said}</p> })}
            <Thumbs words photos=problem.photos at=Box::new(|photo, size| routes::desk_photo(photo.id, size)) />
            {match problem.answer {
                Some((said, at)) => view! {
                    <p><strong>{words.say("desk-problem-answer")}</strong>" · "{when(words, at)}</p>
                    <p class="problem-said" dir="auto">{said}</p>
                }.into_any(),
                None => view! { <AnswerForm words id text /> }.into_any(),
            }}
        </section>
    }
    .into_any()
}

#[component]
fn AnswerForm(words: Words, id: ProblemId, text: String) -> AnyView {
    let field = format!("answer-{id}");
    view! {
        <form method="post" action="/api/desk/answer" class="stack desk-form" data-once="">
            <input type="hidden" name="problem" value=id.0 />
            <div class="field">
                <label for=field.clone()>{words.say("desk-problem-answer")}</label>
                <p class="hint">{words.say("desk-problem-hint")}</p>
                <textarea id=field name="answer" rows="4" dir="auto" inner_html=lines_of(&text)></textarea>
            </div>
            <button class="button" type="submit">{words.say("desk-problem-button")}</button>
        </form>
    }
    .into_any()
}
