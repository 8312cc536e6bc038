//! The messages of the shop: what was sent and what was not, which addresses there are no boxes for, and how letters look.

use db::notifications::{Logged, bounces, log};
use domain::notifications::Kind;
use domain::time::Timestamp;
use leptos::prelude::*;

use super::frame::{Frame, desk};
use crate::i18n::{Lang, Words, format};
use crate::{request, routes};

/// Lines on one page.
const PAGE: u32 = 100;

/// `/desk/messages`
#[component]
pub fn MessagesPage() -> impl IntoView {
    desk(async move |words, staff| {
        let page = request::query("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32).clamp(1, 1_000_000);
        let shop = request::shop()?;
        let read = shop.db.read(move |conn| Ok((log(conn, (page - 1) * PAGE, PAGE + 1)?, bounces(conn, PAGE)?)));
        let (mut lines, bounced) = read.await?;
        let more = lines.len() > PAGE as usize;
        lines.truncate(PAGE as usize);
        let own: Vec<_> = Kind::ALL.iter().map(|&kind| (kind, shop.letters.used(kind))).collect();
        Ok(view! {
            <Frame words title=words.say("desk-messages") staff>
                <h1>{words.say("desk-messages")}</h1>
                <Flaws words all=shop.letters.flaws() />
                <Lines words lines />
                <nav class="pages" aria-label=words.say("pages-label")>
                    {(page > 1).then(|| view! { <a class="button quiet" rel="prev" href=routes::desk_messages(page - 1)>{words.say("pages-previous")}</a> })}
                    {more.then(|| view! { <a class="button quiet" rel="next" href=routes::desk_messages(page + 1)>{words.say("pages-more")}</a> })}
                </nav>
                <Bounced words all=bounced />
                <Templates words own />
            </Frame>
        })
    })
}

/// The merchant's templates that are left aside.
#[component]
fn Flaws(words: Words, all: Vec<(String, String)>) -> AnyView {
    let flaws =
        all.into_iter().map(|(file, says)| view! { <li><bdi>{file}</bdi>": "<bdi dir="ltr">{says}</bdi></li> }).collect_view();
    if flaws.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="notice" role="alert">
            <p>{words.say("desk-templates-broken")}</p>
            <ul>{flaws}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn Lines(words: Words, lines: Vec<Logged>) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="calm">{words.say("desk-messages-none")}</p> }.into_any();
    }
    view! {
        <div class="desk-wide" tabindex="0" role="region" aria-label=words.say("desk-messages")>
            <table class="desk-table">
                <thead><tr>
                    {["desk-log-when", "desk-log-what", "desk-message-to", "desk-message-state", "desk-message-said"]
                        .map(|key| view! { <th scope="col">{words.say(key)}</th> }).collect_view()}
                </tr></thead>
                <tbody>{lines.into_iter().map(|line| row(words, line)).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(words: Words, line: Logged) -> impl IntoView {
    let kind = words.say(&format!("message-kind-{}", line.kind.code()));
    let order = line.order.map(|number| {
        let says = number.as_str().to_owned();
        view! { " · "<a href=routes::desk_order(&number)><bdi>{says}</bdi></a> }
    });
    let channel = words.say(&format!("messages-{}", line.channel.code()));
    view! {
        <tr>
            <td>{when(words, line.ended_at.unwrap_or(line.made_at))}</td>
            <td>{kind}{order}</td>
            <td>{channel}" · "<bdi dir="ltr">{line.recipient}</bdi></td>
            <td>{words.say(&format!("desk-message-{}", line.state.code()))}</td>
            <td dir="auto">{line.said}</td>
        </tr>
    }
}

fn when(words: Words, at: Timestamp) -> impl IntoView {
    let offset = request::shop_offset(at);
    let says = format!("{} {}", words.date(at.day_at(offset)), words.clock(at, offset));
    view! { <time datetime=format::machine(at)>{says}</time> }
}

#[component]
fn Bounced(words: Words, all: Vec<(String, Timestamp, String)>) -> AnyView {
    if all.is_empty() {
        return ().into_any();
    }
    let rows = all.into_iter().map(|(email, at, says)| {
        view! { <tr><th scope="row"><bdi dir="ltr">{email}</bdi></th><td>{when(words, at)}</td><td dir="auto">{says}</td></tr> }
    });
    view! {
        <h2>{words.say("desk-bounced")}</h2>
        <p class="calm">{words.say("desk-bounced-text")}</p>
        <div class="desk-wide" tabindex="0" role="region" aria-label=words.say("desk-bounced")>
            <table class="desk-table"><tbody>{rows.collect_view()}</tbody></table>
        </div>
    }
    .into_any()
}

#[component]
fn Templates(words: Words, own: Vec<(Kind, Option<String>)>) -> AnyView {
    let rows = own.into_iter().map(|(kind, file)| {
        let links = Lang::ALL.iter().map(|&lang| {
            view! { <a href=routes::desk_letter(kind, lang) lang=lang.code()>{lang.own_name()}</a>" " }
        });
        view! {
            <tr>
                <th scope="row">{words.say(&format!("message-kind-{}", kind.code()))}</th>
                <td><bdi>{kind.code()}</bdi></td>
                <td>{file.unwrap_or_else(|| words.say("desk-template-own"))}</td>
                <td>{links.collect_view()}</td>
            </tr>
        }
    });
    view! {
        <h2>{words.say("desk-templates")}</h2>
        <p class="calm">{words.say("desk-templates-text")}" "
            <a href=routes::desk_template("letter.mjml")>"letter.mjml"</a>" "<a href=routes::desk_template("letter.txt")>"letter.txt"</a>
        </p>
        <div class="desk-wide" tabindex="0" role="region" aria-label=words.say("desk-templates")>
            <table class="desk-table"><tbody>{rows.collect_view()}</tbody></table>
        </div>
    }
    .into_any()
}
