//! What was told of an order and answered, on its page.

use domain::orders::{Order, OrderNumber};
use domain::problems::{Photo, PhotoSize, Problem};
use leptos::prelude::*;

use super::Thumbs;
use crate::i18n::Words;
use crate::{request, routes};

/// The way to the form, and each problem with its answer.
#[component]
pub fn Problems(words: Words, order: Order, problems: Vec<Problem>, key: String) -> AnyView {
    let href = routes::with_key(&routes::problem(words.lang, &order.number, None), &key);
    let told = request::query("told").is_some();
    let each = problems.into_iter().map(|problem| view! { <One words order=order.clone() problem key=key.clone() /> });
    view! {
        <section class="part" id="problems" aria-labelledby="problems-title">
            <h2 id="problems-title">{words.say("problem-heading")}</h2>
            {told.then(|| view! { <p class="notice done" role="status">{words.say("problem-taken")}</p> })}
            {each.collect_view()}
            <p><a href=href>{words.say("problem-link")}</a></p>
        </section>
    }
    .into_any()
}

#[component]
fn One(words: Words, order: Order, problem: Problem, key: String) -> AnyView {
    let day = |at: domain::time::Timestamp| words.date(at.day_at(request::shop_offset(at)));
    let report = problem.report;
    let what = words.say(&format!("problem-{}", report.trouble.code()));
    let (things, number) = (things(&order, &report.lines), order.number);
    let at =
        move |photo: Photo, size: PhotoSize| routes::with_key(&routes::problem_photo(words.lang, &number, photo.id, size), &key);
    view! {
        <div class="notice problem">
            <p><strong>{what}</strong>" · "{day(problem.told_at)}</p>
            {(!things.is_empty()).then(|| view! { <p class="calm">{things.into_iter().map(|name| view! { <bdi>{name}</bdi>" " }).collect_view()}</p> })}
            {(!report.said.is_empty()).then(|| view! { <p class="problem-said" dir="auto">{report.said}</p> })}
            <Thumbs words photos=problem.photos at=Box::new(at) />
            {match problem.answer {
                Some((said, at)) => view! {
                    <p><strong>{words.say("problem-answer")}</strong>" · "{day(at)}</p>
                    <p class="problem-said" dir="auto">{said}</p>
                }.into_any(),
                None => view! { <p>{words.say("problem-waits")}</p> }.into_any(),
            }}
        </div>
    }
    .into_any()
}

/// What these lines of an order are called.
fn things(order: &Order, lines: &[u32]) -> Vec<String> {
    lines.iter().filter_map(|at| order.lines.get(*at as usize)).map(|line| line.name.clone()).collect()
}

/// Where problems are told of an order, for who sees one of its parcels.
pub fn of_parcel(words: Words, number: &OrderNumber, piece: u32, key: &str) -> impl IntoView + use<> {
    let href = routes::with_key(&routes::problem(words.lang, number, Some(piece)), key);
    view! { <p class="way-text"><a href=href>{words.say("problem-link")}</a></p> }
}
