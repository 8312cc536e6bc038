//! Changing an order: a form, then what changes and the difference, before anything is done. What is in it is changed at `/items`
//! (`change_items.rs` has the rows), how it is sent at `/delivery` (`change_way.rs`); the steps are the same.

use db::checkout::Moment;
use db::orders::items::{Items, Ways, items, quote, waiting, ways};
use db::{Conn, Fault};
use domain::ids::{ChangeId, OrderId};
use domain::orders::{ChangeKind, ItemsRefusal, NotWanted, Order, OrderNumber, WantedChange};
use leptos::prelude::*;

use super::cancellation::way_out;
use super::changing::{Differs, Looked, form_of};
use super::{change_items, change_way, keys};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::{request, routes};

/// What can be changed of an order.
enum Choices {
    Items(Items),
    Way(Ways),
}

impl Choices {
    /// Why it stays as it is, where it cannot be changed.
    fn of(conn: &Conn, id: OrderId, kind: ChangeKind, moment: Moment) -> db::Result<Result<Self, (ItemsRefusal, Order)>> {
        Ok(match kind {
            ChangeKind::Items => items(conn, id, moment.now)?.map(Self::Items),
            ChangeKind::Way => ways(conn, id, moment)?.map(Self::Way),
        })
    }

    /// The order, and the latest change of it there is.
    fn order(&self) -> (&Order, ChangeId) {
        match self {
            Self::Items(items) => (&items.order, items.seen),
            Self::Way(ways) => (&ways.order, ways.seen),
        }
    }
}

/// `/{lang}/orders/{number}/items` and `/{lang}/orders/{number}/delivery`
#[component]
pub fn ChangePage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let number = OrderNumber::parse(&request::segment(2)?).map_err(|_| Failure::NotFound)?;
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
            (Err((refusal, order)), _) => Some(view! { <Not words refusal order key /> }.into_any()),
            (Ok(choices), _) if waits => {
                request::go(&routes::with_key(&routes::order(lang, &choices.order().0.number), &key));
                None
            }
            (Ok(choices), Some((Ok(change), wish))) => {
                let (order, seen) = (choices.order().0.clone(), choices.order().1);
                Some(view! { <Differs words looked=Looked { order, seen, change, wish, payment, key } /> }.into_any())
            }
            (Ok(choices), looked) => {
                let stale = request::query("stale").map(|_| ItemsRefusal::Stale);
                let refused = looked.and_then(|(answer, _)| answer.err());
                let unread = matches!(typed, Some(Err(NotWanted))).then_some(match kind {
                    ChangeKind::Items => ItemsRefusal::NoSuchLine,
                    ChangeKind::Way => ItemsRefusal::NotThere,
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
    }
}

/// `before`: why what was looked at cannot be, and what it was.
async fn form(
    words: Words,
    choices: Choices,
    before: (Option<ItemsRefusal>, Option<WantedChange>),
    key: String,
) -> Result<AnyView, Failure> {
    let (refusal, wish) = before;
    let order = choices.order().0.clone();
    let (kind, named, rows) = match (choices, wish) {
        (Choices::Items(items), Some(WantedChange::Items(wish))) => {
            (ChangeKind::Items, "items", Some(change_items::rows(words, items, &wish)))
        }
        (Choices::Items(items), _) => (ChangeKind::Items, "items", Some(change_items::rows(words, items, &Default::default()))),
        (Choices::Way(ways), Some(WantedChange::Way(wish))) => {
            (ChangeKind::Way, "way", change_way::rows(words, ways, Some(wish)).await?)
        }
        (Choices::Way(ways), _) => (ChangeKind::Way, "way", change_way::rows(words, ways, None).await?),
    };
    let title = words.with(&format!("{named}-title"), &[("number", order.number.as_str().into())]);
    let head = Head { title: title.clone(), ..Head::default() };
    let says = refusal.map(|refusal| says(words, refusal, &order));
    let back = routes::with_key(&routes::order(words.lang, &order.number), &key);
    let action = form_of(kind, words.lang, &order.number);
    let text = if rows.is_some() { words.say(&format!("{named}-text")) } else { words.say("way-only") };
    let form = rows.map(|rows| {
        view! {
            <form method="get" action=action class="stack">
                <input type="hidden" name="see" value="" />
                {(!key.is_empty()).then(|| view! { <input type="hidden" name="key" value=key.clone() /> })}
                {rows}
                <p class="hint">{words.say(&format!("{named}-rule"))}</p>
                <div><button class="button" type="submit">{words.say("items-see")}</button></div>
            </form>
        }
    });
    let shown = view! {
        <Document head lang=words.lang>
            <div class="prose">
                <h1>{title}</h1>
                {says.map(|says| view! { <p class="notice bad" role="alert">{says}</p> })}
                <p>{text}</p>
                {form}
                <p><a href=back>{words.say("items-leave")}</a></p>
            </div>
        </Document>
    };
    Ok(shown.into_any())
}

/// Why it cannot be changed so.
fn says(words: Words, refusal: ItemsRefusal, order: &Order) -> String {
    let (line, left) = match refusal {
        ItemsRefusal::OnlyLeft { line, left } => (line, left),
        ItemsRefusal::NotSold(line) => (line, 0),
        _ => return words.say(&format!("items-not-{}", refusal.code())),
    };
    let name = order.lines.get(line as usize).map(|line| line.name.as_str()).unwrap_or_default();
    let thing = format!("\u{2068}{name}\u{2069}");
    words.with(&format!("items-not-{}", refusal.code()), &[("thing", thing.into()), ("left", left.into())])
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
