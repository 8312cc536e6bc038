//! Paying an order that waits for its money: what to do now, until when, and how to pay in another way.

use db::payments::{Payment, Takers};
use domain::delivery::Service;
use domain::money::Money;
use domain::orders::{Order, OrderState};
use domain::payments::{Account, Asked, PaymentState, Shown, Waiting, Way, offered};
use domain::time::Timestamp;
use leptos::prelude::*;

use super::scannable::Scannable;
use crate::checkout::pages::{Choice, WaysToPay};
use crate::i18n::Words;
use crate::orders::pages::here;
use crate::request;

/// An order that waits for its money, and the attempt to pay it.
#[derive(Clone, Debug)]
pub struct Unpaid {
    /// The order.
    pub order: Order,
    /// The latest attempt.
    pub payment: Payment,
    /// Who takes money in which way.
    pub takers: Takers,
    /// The secret in the order's link, when it was reached by that.
    pub key: String,
    /// Whether no real money moves.
    pub trial: bool,
}

/// What is to be done so that an order is paid; nothing for one that waits for nothing.
#[component]
pub fn Paying(words: Words, unpaid: Unpaid) -> Option<AnyView> {
    if unpaid.order.state != OrderState::Placed {
        return None;
    }
    let says = match (request::query("later").is_some(), request::query("unpaid").is_some()) {
        (true, _) => "unpaid-later",
        (_, true) => "unpaid-cancelled",
        _ => "unpaid-waiting",
    };
    let holds = unpaid.payment.made_at.plus_seconds(unpaid.payment.way.flow().holds_seconds());
    let until = moment(words, holds);
    // What has run out, or was let go, is paid by nobody.
    let shown = unpaid.payment.waiting.clone().filter(|_| unpaid.payment.state() == PaymentState::Pending);
    let missing = Money::new(unpaid.payment.due().minor - unpaid.payment.tally.kept, unpaid.payment.due().currency);
    let again = words.with("pay-again-button", &[("total", words.money(unpaid.payment.due()).into())]);
    let part = (unpaid.payment.tally.kept > 0).then(|| part(words, &unpaid.payment, missing));
    Some(
        view! {
            <section class="notice paying" aria-labelledby="paying">
                <h2 id="paying">{words.with("paying-heading", &[("name", words.way(unpaid.payment.way).into())])}</h2>
                <p class="slip">{words.money(missing)}</p>
                {part.map(|part| view! { <p role="status">{part}</p> })}
                {declined(words, &unpaid.payment).map(|says| view! { <p role="alert">{says}</p> })}
                {match shown {
                    Some(waiting) => view! { <Instructions words waiting trial=unpaid.trial /> }.into_any(),
                    None => view! {
                        <p>{words.with(says, &[("until", until.into())])}</p>
                        <PayForm words unpaid=unpaid.clone()>
                            <button class="button" type="submit">{again}</button>
                        </PayForm>
                    }.into_any(),
                }}
                <Otherwise words unpaid />
            </section>
        }
        .into_any(),
    )
}

/// Why the last attempt brought nothing, and what to do now.
fn declined(words: Words, payment: &Payment) -> Option<String> {
    let decline = payment.decline.filter(|_| payment.state() == PaymentState::Failed)?;
    Some(format!("{} {}", words.say(&format!("decline-{}", decline.code())), words.say("decline-then")))
}

/// How much came, and how much is missing.
fn part(words: Words, payment: &Payment, missing: Money) -> String {
    let came = Money::new(payment.tally.kept, missing.currency);
    words.with("paying-part", &[("came", words.money(came).into()), ("missing", words.money(missing).into())])
}

/// A moment in the shopper's own time.
pub(super) fn moment(words: Words, at: Timestamp) -> String {
    let offset = here(at);
    let (day, time) = (words.date(at.day_at(offset)), words.clock(at, offset));
    words.with("until-moment", &[("day", day.into()), ("time", time.into())])
}

/// The code, the number or the account, and until when.
#[component]
fn Instructions(words: Words, waiting: Waiting, trial: bool) -> AnyView {
    let until = moment(words, waiting.until);
    let says = match &waiting.shown {
        Shown::Code { .. } => "waiting-code",
        Shown::Slip(_) => "waiting-slip",
        Shown::Account(_) => "waiting-account",
    };
    view! {
        <p>{words.with(says, &[("until", until.into())])}</p>
        {match waiting.shown {
            Shown::Code { text, app } => view! { <Code words text app /> }.into_any(),
            Shown::Slip(number) => view! { <p class="slip"><bdi dir="ltr">{in_fours(&number)}</bdi></p> }.into_any(),
            Shown::Account(lines) => view! { <AccountLines words lines /> }.into_any(),
        }}
        {waiting.page.map(|page| view! {
            <p><a href=page>{words.say(if trial { "waiting-page-trial" } else { "waiting-page" })}</a></p>
        })}
    }
    .into_any()
}

/// A code to scan with another device, to open on this one, or to copy.
#[component]
fn Code(words: Words, text: String, app: Option<String>) -> AnyView {
    view! {
        <Scannable text=text.clone() label=words.say("waiting-scan") />
        {app.map(|app| view! { <p><a class="button" href=app>{words.say("waiting-app")}</a></p> })}
        <label class="field">
            <span>{words.say("waiting-copy")}</span>
            <input type="text" readonly value=text dir="ltr" />
        </label>
    }
    .into_any()
}

#[component]
fn AccountLines(words: Words, lines: Vec<(Account, String)>) -> AnyView {
    let rows = lines.into_iter().map(move |(line, text)| {
        view! { <div><dt>{words.say(&format!("account-{}", line.code()))}</dt><dd><bdi dir="ltr">{text}</bdi></dd></div> }
    });
    view! { <dl class="account">{rows.collect_view()}</dl> }.into_any()
}

/// Digits in groups of four, as they are read out.
fn in_fours(number: &str) -> String {
    let signs: Vec<char> = number.chars().collect();
    signs.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
}

/// Every other way there is, folded.
#[component]
fn Otherwise(words: Words, unpaid: Unpaid) -> Option<AnyView> {
    let Unpaid { order, payment, takers, trial, .. } = &unpaid;
    let to_the_door = order.service != Service::Pickup;
    let asked = Asked { country: order.address.country, sum: payment.due(), to_the_door };
    let fits = |way: &Way| *way != payment.way && takers.of(*way).is_some();
    let ways: Vec<Way> = offered(&asked, None).into_iter().filter(fits).collect();
    let chosen = *ways.first()?;
    let choice = Choice { ways, chosen, sum: payment.due(), today: request::db().ok()?.now().day(), trial: *trial };
    Some(
        view! {
            <details>
                <summary>{words.say("pay-otherwise")}</summary>
                <PayForm words unpaid=unpaid.clone()>
                    <WaysToPay words choice />
                    <button class="button" type="submit">{words.say("pay-otherwise-button")}</button>
                </PayForm>
            </details>
        }
        .into_any(),
    )
}

#[component]
fn PayForm(words: Words, unpaid: Unpaid, children: Children) -> AnyView {
    view! {
        <form class="stack" method="post" action="/api/orders/pay" data-once="">
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="number" value=unpaid.order.number.as_str().to_owned() />
            <input type="hidden" name="key" value=unpaid.key />
            {children()}
        </form>
    }
    .into_any()
}
