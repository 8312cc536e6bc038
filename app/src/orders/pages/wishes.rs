//! A parcel on its way: another place, another day, a word to the courier. What became of each stands on the order's page.

use db::Error;
use domain::delivery::PickupPoint;
use domain::lang::Lang;
use domain::orders::{Order, OrderNumber};
use domain::time::Day;
use domain::tracking::{Instructions, Piece, Wish, WishKind, WishRefusal, later_days, may_wish};
use leptos::prelude::*;

use super::keys;
use super::late::today_in;
use super::parcels::brought_by;
use super::wished::{CarriersOwn, place};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::ui::lines_of;
use crate::{request, routes};

/// `/{lang}/orders/{number}/parcels/{piece}`
#[component]
pub fn WishesPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let number = OrderNumber::parse(&request::segment(2)?).map_err(|_| Failure::NotFound)?;
        let piece = request::segment(4)?;
        let key = request::query("key").unwrap_or_default();
        let order = order_of(number, &key).await?;
        let piece = piece_of(&order, &piece).ok_or(Failure::NotFound)?;
        let offer = Offer::of(&order, &piece).await?;
        Ok(shown(Words::of(lang), order, piece, offer, key))
    })
}

async fn order_of(number: OrderNumber, key: &str) -> Result<Order, Failure> {
    let (asked, db) = (keys(key), request::db()?);
    Ok(db.read(move |conn| db::orders::by_id(conn, db::orders::id_for(conn, &number, &asked)?)).await?)
}

fn piece_of(order: &Order, number: &str) -> Option<Piece> {
    let number: u32 = number.parse().ok()?;
    order.pieces.iter().find(|piece| piece.number == number).cloned()
}

/// What can be wished, or why nothing can.
#[derive(Clone, Debug)]
struct Offer {
    open: Result<(), WishRefusal>,
    kinds: &'static [WishKind],
    points: Vec<PickupPoint>,
    days: Vec<Day>,
}

impl Offer {
    async fn of(order: &Order, piece: &Piece) -> Result<Self, Failure> {
        let (shop, to) = (request::shop()?, &order.address);
        let parcel = piece.parcel.as_ref();
        let kinds = parcel.map_or(&[][..], |parcel| shop.bringers.grants(&parcel.carrier));
        let open = may_wish(parcel.map(|parcel| parcel.state));
        let open = open.and(if kinds.is_empty() { Err(WishRefusal::Cannot) } else { Ok(()) });
        let asked = open.is_ok() && kinds.contains(&WishKind::Redirect);
        let points = if asked { shop.bringers.near(to.country, &to.postcode, &to.city).await? } else { Vec::new() };
        let expected = parcel.and_then(|parcel| parcel.expected).unwrap_or(order.due().1);
        let today = today_in(to.country, &to.region, shop.db.now());
        let days = later_days(expected, today, to.country);
        Ok(Self { open, kinds, points, days })
    }

    fn has(&self, kind: WishKind) -> bool {
        self.kinds.contains(&kind) && (kind != WishKind::Redirect || !self.points.is_empty())
    }
}

fn shown(words: Words, order: Order, piece: Piece, offer: Offer, key: String) -> impl IntoView {
    let title = match (&offer.open, &piece.parcel) {
        (Ok(()), Some(parcel)) => words.with("wish-title", &[("number", parcel.number.as_str().into())]),
        _ => words.say("wish-none"),
    };
    let head = Head { title: title.clone(), ..Head::default() };
    let refused = request::query("unwished").filter(|_| offer.open.is_ok()).and_then(|code| WishRefusal::from_code(&code));
    let back = routes::with_key(&routes::order(words.lang, &order.number), &key);
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <h1>{title}</h1>
                {refused.map(|why| view! { <p class="notice bad" role="alert">{words.say(&format!("wish-not-{}", why.code()))}</p> })}
                {match (offer.open, piece.parcel.clone()) {
                    (Err(WishRefusal::Cannot), Some(parcel)) => view! { <p><CarriersOwn words parcel /></p> }.into_any(),
                    (Err(why), _) => view! { <p>{words.say(&format!("wish-not-{}", why.code()))}</p> }.into_any(),
                    (Ok(()), _) => view! { <Forms words order=order.number piece offer key /> }.into_any(),
                }}
                <p><a href=back>{words.say("cancel-not-follow")}</a></p>
            </div>
        </Document>
    }
}

#[component]
fn Forms(words: Words, order: OrderNumber, piece: Piece, offer: Offer, key: String) -> AnyView {
    let carrier = piece.parcel.map(|parcel| brought_by(words, &parcel)).unwrap_or_default();
    let typed = request::query("words").unwrap_or_default();
    let shown = |kind: WishKind, field: AnyView| {
        let code = kind.code();
        view! {
            <form method="post" action="/api/orders/wish" class="stack" data-once="">
                <h2>{words.say(&format!("wish-{code}-title"))}</h2>
                <input type="hidden" name="lang" value=words.lang.code() />
                <input type="hidden" name="number" value=order.as_str().to_owned() />
                <input type="hidden" name="key" value=key.clone() />
                <input type="hidden" name="piece" value=piece.number />
                <input type="hidden" name="kind" value=code />
                <div class="field">{field}</div>
                <div><button class="button quiet" type="submit">{words.say(&format!("wish-{code}-button"))}</button></div>
            </form>
        }
    };
    let points = offer.points.iter().map(|point| view! { <option value=point.id.clone()>{place(point)}</option> }).collect_view();
    let days = offer.days.iter().map(|day| view! { <option value=day.to_string()>{words.day(*day)}</option> }).collect_view();
    let at = view! { <label for="point">{words.say("pickup-where")}</label><select id="point" name="said" autocomplete="off">{points}</select> };
    let on =
        view! { <label for="day">{words.say("wish-day")}</label><select id="day" name="said" autocomplete="off">{days}</select> };
    let so = view! {
        <label for="words">{words.say("wish-words")}</label>
        <p class="hint" id="words-hint">{words.say("wish-words-hint")}</p>
        <textarea id="words" name="said" rows="2" dir="auto" autocomplete="off" aria-describedby="words-hint" inner_html=lines_of(&typed)></textarea>
    };
    view! {
        <p>{words.with("wish-text", &[("carrier", carrier.into())])}</p>
        {offer.has(WishKind::Redirect).then(|| shown(WishKind::Redirect, at.into_any()))}
        {offer.has(WishKind::Reschedule).then(|| shown(WishKind::Reschedule, on.into_any()))}
        {offer.has(WishKind::Instruct).then(|| shown(WishKind::Instruct, so.into_any()))}
    }
    .into_any()
}

/// What was sent.
#[derive(Clone, Debug)]
pub struct Sent<'a> {
    /// The language of the page.
    pub lang: &'a str,
    /// The order's number.
    pub number: &'a str,
    /// The secret of the link to it, if it was reached by that.
    pub key: &'a str,
    /// The number of the piece.
    pub piece: &'a str,
    /// A [`WishKind`].
    pub kind: &'a str,
    /// The place, the day or the words, as sent.
    pub said: &'a str,
}

/// Wishes something of a parcel, and leads to the order's page; back to the form, with what was typed, where it cannot be.
pub async fn wish_of(sent: Sent<'_>) -> Result<(), Failure> {
    let lang = Lang::from_code(sent.lang).unwrap_or_default();
    let number = OrderNumber::parse(sent.number).map_err(|_| Failure::NotFound)?;
    let kind = WishKind::from_code(sent.kind).ok_or(Failure::NotFound)?;
    let order = order_of(number.clone(), sent.key).await?;
    let piece = piece_of(&order, sent.piece).ok_or(Failure::NotFound)?;
    let offer = Offer::of(&order, &piece).await?;
    let (id, at) = (order.id, piece.number);
    let refused = match meant(&offer, kind, sent.said) {
        Err(why) => Some(why),
        Ok(wish) => match request::db()?.write(move |tx| db::tracking::wish(tx, id, at, &wish)).await {
            Ok(()) => None,
            Err(Error::Refused(why)) => Some(why),
            Err(Error::Fault(fault)) => return Err(fault.into()),
        },
    };
    let to = match refused {
        None => format!("{}?wished", routes::order(lang, &number)),
        Some(why) => {
            let mut told = vec![("unwished".to_owned(), why.code().to_owned())];
            if kind == WishKind::Instruct {
                told.push(("words".to_owned(), sent.said.chars().take(2 * Instructions::MOST).collect()));
            }
            routes::with(&routes::parcel(lang, &number, at), &told)
        }
    };
    request::go(&routes::with_key(&to, sent.key));
    Ok(())
}

/// What is meant: one of the places and days that are offered, or words.
fn meant(offer: &Offer, kind: WishKind, said: &str) -> Result<Wish, WishRefusal> {
    offer.open?;
    if !offer.has(kind) {
        return Err(WishRefusal::Cannot);
    }
    match kind {
        WishKind::Redirect => {
            offer.points.iter().find(|point| point.id == said).cloned().map(Wish::Redirect).ok_or(WishRefusal::Nowhere)
        }
        WishKind::Reschedule => {
            Day::parse(said).filter(|day| offer.days.contains(day)).map(Wish::Reschedule).ok_or(WishRefusal::Nowhere)
        }
        WishKind::Instruct => Instructions::parse(said).map(Wish::Instruct),
    }
}
