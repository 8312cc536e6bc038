//! A change of what is in an order, of how it is sent or of where it goes, looked at: what goes, what comes, the difference, and the button. And what becomes of it.

use db::Error;
use db::orders::items::{ItemsAnswer, ItemsAsked};
use db::payments::Payment;
use domain::ids::ChangeId;
use domain::money::Money;
use domain::orders::{ChangeKind, ItemsChange, ItemsRefusal, Order, OrderNumber, WantedChange};
use domain::payments::PaymentState;
use leptos::prelude::*;

use super::changed::ChangedLines;
use super::keys;
use crate::checkout::pages::pay_for;
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head};
use crate::{request, routes};

/// A change that was looked for and can be made.
#[derive(Clone, Debug)]
pub struct Looked {
    /// The order as it is.
    pub order: Order,
    /// The latest change of it there is.
    pub seen: ChangeId,
    /// What would change.
    pub change: ItemsChange,
    /// As it was wished.
    pub wish: WantedChange,
    /// What the order is paid with.
    pub payment: Payment,
    /// The secret of its link, if it was reached by that.
    pub key: String,
}

/// What changes, and what it costs.
#[component]
pub fn Differs(words: Words, looked: Looked) -> AnyView {
    let Looked { order, seen, change, wish, payment, key } = looked;
    let title = words.say("items-check-title");
    let head = Head { title: title.clone(), ..Head::default() };
    let difference = change.difference();
    let button = match difference.minor {
        1.. => words.with("items-do-pay", &[("sum", words.money(difference).into())]),
        _ => words.say("items-do"),
    };
    let (form, wanted) = (routes::with_key(&form_of(wish.kind(), words.lang, &order.number), &key), wish.to_string());
    let again = routes::with(&form, &[("wanted".to_owned(), wish.wish())]);
    let back = routes::with_key(&routes::order(words.lang, &order.number), &key);
    let other = request::query("price").map(|_| words.say("items-not-price"));
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <h1>{title}</h1>
                {other.map(|says| view! { <p class="notice bad" role="alert">{says}</p> })}
                <ChangedLines words change=change.clone() lang=order.lang />
                <dl class="sums-list">
                    <div><dt>{words.say("items-was")}</dt><dd>{words.money(change.was)}</dd></div>
                    <div class="total"><dt>{words.say("items-now")}</dt><dd>{words.money(change.total)}</dd></div>
                </dl>
                <p>{becomes(words, difference, &payment)}</p>
                <form class="stack" method="post" action="/api/orders/change" data-once="">
                    <input type="hidden" name="lang" value=words.lang.code() />
                    <input type="hidden" name="number" value=order.number.as_str().to_owned() />
                    <input type="hidden" name="key" value=key />
                    <input type="hidden" name="wanted" value=wanted />
                    <input type="hidden" name="seen" value=seen.0 />
                    <input type="hidden" name="difference" value=difference.minor />
                    <div><button class="button" type="submit">{button}</button></div>
                </form>
                <p><a href=again>{words.say("items-again")}</a></p>
                <p><a href=back>{words.say("items-leave")}</a></p>
            </div>
        </Document>
    }
    .into_any()
}

/// Where this of an order is changed.
pub fn form_of(kind: ChangeKind, lang: Lang, number: &OrderNumber) -> String {
    match kind {
        ChangeKind::Items => routes::change_items(lang, number),
        ChangeKind::Way => routes::change_way(lang, number),
        ChangeKind::Place => routes::change_place(lang, number),
    }
}

/// What becomes of the difference.
fn becomes(words: Words, difference: Money, payment: &Payment) -> String {
    let sum = words.money(Money::new(difference.minor.abs(), difference.currency));
    let key = match (difference.minor, payment.state()) {
        (0, _) => "items-same",
        (1.., _) => "items-more",
        (_, PaymentState::Promised) => "items-less",
        _ => "items-back",
    };
    words.with(key, &[("sum", sum.into())])
}

/// What was sent: an order, what it is to become, and what the page said of it.
#[derive(Clone, Copy, Debug)]
pub struct ChangeSent<'a> {
    /// The language of the page.
    pub lang: &'a str,
    /// The order's number, as sent.
    pub number: &'a str,
    /// The secret of the link to it, if it was reached by that.
    pub key: &'a str,
    /// What is wished, and of what: a [`WantedChange`].
    pub wanted: &'a str,
    /// The latest change the page knew of.
    pub seen: &'a str,
    /// The difference it said, in minor units.
    pub difference: &'a str,
}

/// Changes an order, and leads to its page, or to where the difference is paid; back to what would change where it was refused.
pub async fn change_order(sent: ChangeSent<'_>) -> Result<(), Failure> {
    let lang = Lang::from_code(sent.lang).unwrap_or_default();
    let number = OrderNumber::parse(sent.number).map_err(|_| Failure::NotFound)?;
    let (asked, keys, shop) = (number.clone(), keys(sent.key), request::shop()?);
    let order = shop.db.read(move |conn| db::orders::id_for(conn, &asked, &keys)).await?;
    let kind = ChangeKind::of(sent.wanted).ok_or(Failure::NotFound)?;
    let form = routes::with_key(&form_of(kind, lang, &number), sent.key);
    // What no page has said was never agreed to.
    let said = (sent.wanted.parse::<WantedChange>(), sent.seen.parse(), sent.difference.parse());
    let (Ok(wanted), Ok(seen), Ok(difference)) = said else {
        request::go(&routes::with(&form, &[("stale".to_owned(), String::new())]));
        return Ok(());
    };
    let wished = wanted.wish();
    let (takers, shop_offset_minutes) = (shop.till.takers(), request::shop_offset(shop.db.now()));
    let wish = ItemsAsked { wanted, seen: ChangeId(seen), difference, takers, shop_offset_minutes };
    match shop.db.write(move |tx| db::orders::items::change_items(tx, order, &wish)).await {
        Ok(ItemsAnswer::Pay(payment)) => return pay_for(sent.lang, payment, &number, "changed").await,
        Ok(ItemsAnswer::Made) => {
            request::go(&routes::with_key(&format!("{}?changed", routes::order(lang, &number)), sent.key));
        }
        Err(Error::Refused(ItemsRefusal::Stale)) => request::go(&routes::with(&form, &[("stale".to_owned(), String::new())])),
        Err(Error::Refused(refusal)) => {
            let price = (refusal == ItemsRefusal::Price).then_some("price");
            let more = [Some("see"), price].into_iter().flatten().map(|name| (name.to_owned(), String::new()));
            let more: Vec<_> = more.chain([("wanted".to_owned(), wished)]).collect();
            request::go(&routes::with(&form, &more));
        }
        Err(Error::Fault(fault)) => return Err(fault.into()),
    }
    Ok(())
}

/// Leaves an order as it was, and shows it.
pub async fn keep_order_items(lang: &str, number: &str, key: &str) -> Result<(), Failure> {
    let lang = Lang::from_code(lang).unwrap_or_default();
    let number = OrderNumber::parse(number).map_err(|_| Failure::NotFound)?;
    let (asked, keys) = (number.clone(), keys(key));
    let db = request::db()?;
    db.write(move |tx| db::orders::items::keep_items(tx, db::orders::id_for(tx, &asked, &keys)?)).await?;
    request::go(&routes::with_key(&routes::order(lang, &number), key));
    Ok(())
}
