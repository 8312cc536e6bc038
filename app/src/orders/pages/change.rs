//! Changing an order: a form, then what changes and the difference, before anything is done. What is in it is changed at `/items`
//! (`change_items.rs` has the rows), how it is sent at `/delivery`, and how it goes to another country, whose address was typed at
//! `/address`, at `/country` (`change_way.rs` for both); the steps are the same.

use db::checkout::Moment;
use db::orders::items::{Items, Ways, items, quote, waiting, ways, ways_abroad};
use db::{Conn, Fault};
use domain::ids::{ChangeId, OrderId};
use domain::orders::{ChangeKind, ItemsRefusal, NotWanted, Order, OrderNumber, WantedChange};
use leptos::prelude::*;

use super::cancellation::way_out;
use super::change_form::form;
use super::changing::{Differs, Looked};
use super::{change_items, change_way, keys};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::{request, routes};

/// What can be changed of an order.
pub enum Choices {
    /// What is in it.
    Items(Items),
    /// How it is sent.
    Way(Ways),
    /// How it is sent to another country.
    Place(Ways),
}

impl Choices {
    /// Why it stays as it is, where it cannot be changed; none where another country is to be typed first.
    fn of(conn: &Conn, id: OrderId, kind: ChangeKind, moment: Moment) -> db::Result<Result<Option<Self>, (ItemsRefusal, Order)>> {
        Ok(match kind {
            ChangeKind::Items => items(conn, id, moment.now)?.map(|items| Some(Self::Items(items))),
            ChangeKind::Way => ways(conn, id, moment)?.map(|ways| Some(Self::Way(ways))),
            ChangeKind::Place => ways_abroad(conn, id, moment)?.map(|ways| ways.map(Self::Place)),
        })
    }

    /// What of the order it is.
    pub const fn kind(&self) -> ChangeKind {
        match self {
            Self::Items(_) => ChangeKind::Items,
            Self::Way(_) => ChangeKind::Way,
            Self::Place(_) => ChangeKind::Place,
        }
    }

    /// The order, and the latest change of it there is.
    pub fn order(&self) -> (&Order, ChangeId) {
        match self {
            Self::Items(items) => (&items.order, items.seen),
            Self::Way(ways) | Self::Place(ways) => (&ways.order, ways.seen),
        }
    }
}

/// `/{lang}/orders/{number}/items` and `/{lang}/orders/{number}/delivery`
#[component]
pub fn ChangePage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let number = OrderNumber::parse(&request::segment(2)?).map_err(|_| Failure::NotFound)?;
        let address = routes::change_address(lang, &number);
        let kind = ChangeKind::from_code(&request::segment(3)?).ok_or(Failure::NotFound)?;
        let key = request::query("key").unwrap_or_default();
        let (asked, db, typed) = (keys(&key), request::db()?, typed(kind));
        let now = db.now();
        let moment = Moment { now, shop_offset_minutes: request::shop_offset(now) };
        let wish = typed.clone().and_then(Result::ok).filter(|_| request::query("see").is_some());
        let found = db.read(move |conn| {
            let id = db::orders::id_for(conn, &number, &asked)?;
            let quote = |wish: WantedChange| Ok::<_, Fault>((quote(conn, id, &wish, moment)?, wish));
            let (looked, payment) = (wish.map(quote).transpose()?, db::payments::of_order(conn, id)?);
            Ok((Choices::of(conn, id, kind, moment)?, waiting(conn, id)?.is_some(), looked, payment))
        });
        let (choices, waits, looked, payment) = found.await?;
        let words = Words::of(lang);
        Ok(match (choices, looked) {
            (Err((ItemsRefusal::OtherPrices, _)), _) => {
                request::go(&routes::with_key(&format!("{address}?refused"), &key));
                None
            }
            (Ok(None), _) => {
                request::go(&routes::with_key(&address, &key));
                None
            }
            (Err((refusal, order)), _) => Some(view! { <Not words refusal order key /> }.into_any()),
            (Ok(Some(choices)), _) if waits => {
                request::go(&routes::with_key(&routes::order(lang, &choices.order().0.number), &key));
                None
            }
            (Ok(Some(choices)), Some((Ok(change), wish))) => {
                let (order, seen) = (choices.order().0.clone(), choices.order().1);
                Some(view! { <Differs words looked=Looked { order, seen, change, wish, payment, key } /> }.into_any())
            }
            (Ok(Some(choices)), looked) => {
                let stale = request::query("stale").map(|_| ItemsRefusal::Stale);
                let refused = looked.and_then(|(answer, _)| answer.err());
                let unread = matches!(typed, Some(Err(NotWanted))).then_some(match kind {
                    ChangeKind::Items => ItemsRefusal::NoSuchLine,
                    ChangeKind::Way | ChangeKind::Place => ItemsRefusal::NotThere,
                });
                let refusal = stale.or(refused).or(unread);
                Some(form(words, choices, (refusal, typed.and_then(Result::ok)), key).await?)
            }
        })
    })
}

/// What is typed in the form, or stands in a link back to it; an error where that cannot be read, none where nothing is.
fn typed(kind: ChangeKind) -> Option<Result<WantedChange, NotWanted>> {
    if let Some(text) = request::query("wanted") {
        return Some(kind.wanted(&text));
    }
    match kind {
        ChangeKind::Items => Some(change_items::typed().map(WantedChange::Items)),
        ChangeKind::Way => change_way::typed().map(|typed| typed.map(WantedChange::Way)),
        ChangeKind::Place => change_way::typed_place().map(|typed| typed.map(WantedChange::Place)),
    }
}

/// Why what was ordered stays as it is, and what can be done instead.
#[component]
fn Not(words: Words, refusal: ItemsRefusal, order: Order, key: String) -> AnyView {
    let title = words.say("change-not-title");
    let head = Head { title: title.clone(), ..Head::default() };
    let (follow, cancel) = (routes::order(words.lang, &order.number), routes::cancel_order(words.lang, &order.number));
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <h1>{title}</h1>
                <p>{words.say(&format!("items-not-{}", refusal.code()))}</p>
                <p><a href=routes::with_key(&follow, &key)>{words.say("cancel-not-follow")}</a></p>
                {way_out(&order).map(|says| view! { <p><a href=routes::with_key(&cancel, &key)>{words.say(says)}</a></p> })}
            </div>
        </Document>
    }
    .into_any()
}
