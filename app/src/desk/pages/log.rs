//! The log of the desk.

use db::desk::log;
use domain::desk::{LogLine, Subject};
use domain::ids::{DelayId, OfferId, ProductId};
use domain::orders::OrderNumber;
use leptos::prelude::*;

use super::frame::{Frame, desk};
use crate::i18n::{Words, format};
use crate::{request, routes};

/// Lines on one page.
const PAGE: u32 = 100;

/// `/desk/log`
#[component]
pub fn LogPage() -> impl IntoView {
    desk(async move |words, staff| {
        let page = request::query("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32).clamp(1, 1_000_000);
        let mut lines = request::db()?.read(move |conn| log(conn, None, (page - 1) * PAGE, PAGE + 1)).await?;
        let more = lines.len() > PAGE as usize;
        lines.truncate(PAGE as usize);
        Ok(view! {
            <Frame words title=words.say("desk-log") staff>
                <h1>{words.say("desk-log")}</h1>
                <Lines words lines />
                <nav class="pages" aria-label=words.say("pages-label")>
                    {(page > 1).then(|| view! { <a class="button quiet" rel="prev" href=routes::desk_log(page - 1)>{words.say("pages-previous")}</a> })}
                    {more.then(|| view! { <a class="button quiet" rel="next" href=routes::desk_log(page + 1)>{words.say("pages-more")}</a> })}
                </nav>
            </Frame>
        })
    })
}

/// Lines of the log, the last first.
#[component]
pub fn Lines(words: Words, lines: Vec<LogLine>) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="calm">{words.say("desk-log-empty")}</p> }.into_any();
    }
    view! {
        <div class="desk-wide" tabindex="0" role="region" aria-label=words.say("desk-log")>
            <table class="desk-table">
                <thead><tr>
                    {["desk-log-when", "desk-log-who", "desk-log-what", "desk-log-was", "desk-log-now"]
                        .map(|key| view! { <th scope="col">{words.say(key)}</th> }).collect_view()}
                </tr></thead>
                <tbody>{lines.into_iter().map(|line| view! { <Row words line /> }).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn Row(words: Words, line: LogLine) -> AnyView {
    let name = line.name.clone();
    let about = match line.subject {
        Subject::Product => view! { <a href=routes::desk_product(Some(ProductId(line.id)))>{name}</a> }.into_any(),
        Subject::Delay => view! { <a href=routes::desk_delay(Some(DelayId(line.id)))>{name}</a> }.into_any(),
        Subject::Offer => view! { <a href=routes::desk_offer(Some(OfferId(line.id)))>{name}</a> }.into_any(),
        Subject::Order => match OrderNumber::parse(&name) {
            Ok(number) => view! { <a href=routes::desk_order(&number)><bdi>{name}</bdi></a> }.into_any(),
            Err(_) => name.into_any(),
        },
        _ => name.into_any(),
    };
    let who = if line.staff.is_empty() { words.say("shop-name") } else { line.staff };
    let offset = request::shop_offset(line.at);
    let day = line.at.plus_seconds(i64::from(offset) * 60).day();
    let when = format!("{} {}", words.date(day), words.clock(line.at, offset));
    view! {
        <tr>
            <td><time datetime=format::machine(line.at)>{when}</time></td>
            <td>{who}</td>
            <td>{about}" · "<bdi>{line.part}</bdi></td>
            <td dir="auto">{cut(&line.was)}</td>
            <td dir="auto">{cut(&line.now)}</td>
        </tr>
    }
    .into_any()
}

/// A story is longer than a row of a table.
fn cut(text: &str) -> String {
    const MOST: usize = 160;
    if text.chars().count() <= MOST { text.to_owned() } else { text.chars().take(MOST).chain(['…']).collect() }
}
