//! The account of whoever is signed in: what came along, orders, devices, password.

use std::sync::Arc;

use db::account::{self, Held, goods_seen};
use domain::account::{Joined, Session};
use domain::ids::{JoinId, SessionId};
use domain::orders::OrderCard;
use domain::time::Timestamp;
use leptos::prelude::*;

use super::devices::Devices;
use super::password::Password;
use super::rooms::{Rooms, choices};
use super::{Heard, Said, heard, spoken, tell};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::orders::pages::OrderCards;
use crate::ui::Errors;
use crate::{request, routes};

/// What the page shows.
struct Home {
    held: Arc<Held>,
    search: String,
    orders: Vec<OrderCard>,
    devices: Vec<Session>,
    joined: Option<Joined>,
    choices: Option<String>,
    /// Whether what they look at is kept.
    keeps_seen: bool,
    now: Timestamp,
}

/// `/{lang}/account`
#[component]
pub fn AccountPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        request::say_whose();
        let Some(held) = request::account_page() else { return Ok(None) };
        let (db, browser) = (request::db()?, request::browser().unwrap_or_default());
        let (id, now) = (held.account.id, db.now());
        let search: String = request::query("q").unwrap_or_default().trim().chars().take(100).collect();
        let asked = search.clone();
        let found = db.read(move |conn| {
            let orders = db::orders::of_browser(conn, &browser, &asked)?;
            Ok((orders, account::sessions(conn, id, now)?, account::joined(conn, id, now)?, goods_seen::is_kept(conn, id)?))
        });
        let (orders, devices, joined, keeps_seen) = found.await?;
        let words = Words::of(lang);
        let choices = choices(words, held.account.email.clone()).await?;
        Ok(Some(shown(words, Home { held, search, orders, devices, joined, choices, keeps_seen, now })))
    })
}

fn shown(words: Words, home: Home) -> impl IntoView {
    let (lang, heard, account) = (words.lang, heard(), home.held.account.clone());
    let email = format!("\u{2068}{}\u{2069}", account.email.as_str());
    let flaw = heard.filter(|heard| matches!(heard, Heard::Current | Heard::Short | Heard::Long | Heard::Leaked));
    let says = flaw.map(|flaw| words.say(&format!("account-{}", flaw.code()))).unwrap_or_default();
    let field = if flaw == Some(Heard::Current) { "current" } else { "password" };
    let lines = flaw.map(|_| (field, says.clone())).into_iter().collect();
    let asks = account.has_password && !home.held.fresh;
    let head = Head { title: words.say("account-title"), script: home.keeps_seen.then_some("seen"), ..Head::default() };
    view! {
        <Document head lang>
            <div class="account-home">
                <Errors words lines />
                <h1>{words.say("account-title")}</h1>
                <Said words heard />
                <Came words joined=home.joined />
                {home.keeps_seen.then(|| view! { <div data-seen="" aria-live="polite"></div> })}
                <p>{words.with("account-signed-in", &[("email", email.into())])}</p>
                <form method="post" action="/api/account/sign-out" data-native="">
                    <input type="hidden" name="lang" value=lang.code() />
                    <button class="button quiet" type="submit">{words.say("account-sign-out")}</button>
                </form>
                <Rooms words choices=home.choices />
                <section aria-labelledby="orders">
                    <h2 id="orders">{words.say("account-orders")}</h2>
                    <Search words typed=home.search.clone() />
                    {home.orders.is_empty().then(|| {
                        let key = if home.search.is_empty() { "account-orders-none" } else { "account-search-none" };
                        view! { <p>{words.say(key)}</p> }
                    })}
                    <OrderCards words cards=home.orders now=home.now />
                </section>
                <Devices words all=home.devices here=home.held.session now=home.now />
                <Password words email=account.email asks flaw=flaw.map(|_| (field, says)) />
            </div>
        </Document>
    }
}

/// Finds an order by its number or by what was in it.
#[component]
fn Search(words: Words, typed: String) -> AnyView {
    view! {
        <form method="get" action=routes::account(words.lang) class="chips" role="search" aria-label=words.say("account-search")>
            <label for="q">{words.say("account-search")}</label>
            <input id="q" name="q" type="search" value=typed maxlength="100" autocomplete="off" />
            <button class="button quiet" type="submit">{words.say("search-go")}</button>
        </form>
    }
    .into_any()
}

/// What came at the sign-in, and the way back.
#[component]
fn Came(words: Words, joined: Option<Joined>) -> Option<AnyView> {
    let joined = joined?;
    let orders = (joined.orders > 0).then(|| words.with("account-joined", &[("orders", joined.orders.into())]));
    let cart = (joined.lines > 0).then(|| words.say("account-joined-cart"));
    let lists = (joined.lists > 0).then(|| words.with("account-joined-lists", &[("lists", joined.lists.into())]));
    let view = view! {
        <form method="post" action="/api/account/undo" class="notice done" data-once="">
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="join" value=joined.id.to_string() />
            {orders.map(|says| view! { <p role="status">{says}</p> })}
            {cart.map(|says| view! { <p role="status">{says}</p> })}
            {lists.map(|says| view! { <p role="status">{says}</p> })}
            <button class="link" type="submit">{words.say("account-undo")}</button>
        </form>
    };
    Some(view.into_any())
}

/// Signs somebody out: here, on one of their devices, or everywhere.
pub async fn sign_out(held: &Held, lang: &str, session: Option<SessionId>, everywhere: bool) -> Result<(), Failure> {
    let id = held.account.id;
    let session = session.unwrap_or(held.session);
    let one = (!everywhere).then_some(session);
    request::db()?.write(move |tx| account::sign_out(tx, id, one)).await?;
    if !everywhere && session != held.session {
        request::go(&routes::account(spoken(lang)));
        return Ok(());
    }
    request::let_out()?;
    request::go(&routes::sign_in(spoken(lang)));
    Ok(())
}

/// Sends back what came at a sign-in.
pub async fn undo(held: &Held, lang: &str, join: JoinId) -> Result<(), Failure> {
    let (shop, account) = (request::shop()?, held.account.clone());
    let key = Arc::clone(&shop.account);
    shop.db.write(move |tx| account::undo(tx, &*key, &account, join)).await?;
    tell(&routes::account(spoken(lang)), Heard::Undone);
    Ok(())
}
