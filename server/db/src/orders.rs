//! Orders, read by whoever may: the browser that placed them, or the holder of a link to the order. They are cancelled in
//! `orders/cancel.rs` and `orders/cancellations.rs`, changed in `orders/change.rs` and `orders/items.rs` until they are packed, `orders/packing.rs`; who has no key asks for a letter in
//! `orders/links.rs`; what others are shown of one is in `orders/shares.rs`.

use domain::contact::Address;
use domain::ids::{EventId, OrderId, Revision};
use domain::money::{Currency, Money};
use domain::notifications::{Kind, Particulars};
use domain::orders::{Converted, Moment, Order, OrderCard, OrderEvent, OrderLine, OrderNumber, OrderState, Progress};
use domain::tax::{Percent, TaxLine};
use rusqlite::Row;

use crate::cart;
use crate::catalogue::as_picture;
use crate::database::{Conn, Event, Tx};
use crate::error::{Fault, Result};
use crate::gift_cards;
use crate::notifications;
use crate::offers;
use crate::outbox::Job;
use crate::rows::Columns;
use crate::token::Token;
use crate::tracking;

mod cancel;
pub mod cancellations;
mod change;
pub mod items;
pub mod links;
mod packing;
pub mod shares;

pub use cancel::cancel;
pub(crate) use cancel::is_cancelled_for_good;
pub(crate) use cancellations::overtaken;
pub use change::{change_address, changeable, keep_typed_address, typed_address};
pub(crate) use items::{can_be_made, made};
pub use items::{expire_change, payment_of_change};
pub(crate) use packing::pack_later;
pub use packing::{Bench, begin_packing, pack_now};

/// How many seconds after an order it is counted for what is liked; what others buy meanwhile is counted with it.
const LIKED_AFTER: i64 = 3600;

/// Who asks for an order: a secret of the browser, a secret of the link, or both.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    /// From the browser's cookie.
    pub browser: Option<Token>,
    /// From the order's link.
    pub link: Option<Token>,
}

/// The order of this number, for the holder of a key to it. Another's order and none are the same answer.
pub fn id_for(conn: &Conn, number: &OrderNumber, keys: &Keys) -> Result<OrderId> {
    const MINE: &str = "SELECT id FROM orders WHERE number = $1 AND (token_hash = $2 OR browser_hash = $3
        OR account_id = (SELECT id FROM accounts WHERE owner_hash = $3))";
    let hash = |token: &Option<Token>| token.as_ref().map(Token::hash).unwrap_or_default();
    let found =
        conn.one(MINE, &[&number.as_str(), &hash(&keys.link), &hash(&keys.browser)], |row| Ok(OrderId(row.get("id")?)))?;
    found.ok_or(Fault::NotFound("order"))
}

/// An order with its lines, parcel and timeline.
pub fn by_id(conn: &Conn, id: OrderId) -> Result<Order> {
    const BY_ID: &str = "SELECT id, number, lang, state, placed_at, email, name, line1, line2, city, district, region, postcode,
            country, phone, service, pickup, gift_note, promised_from, promised_to, currency, goods_minor, delivery_minor, total_minor,
            treatment, vat, vat_reference, vat_checked_at, home_currency, rate, rate_day, packing_at IS NOT NULL AS packing
        FROM orders WHERE id = $1";
    let mut order = conn.one(BY_ID, &[&id.0], bare)?.ok_or(Fault::NotFound("order"))?;
    order.lines = lines(conn, &order)?;
    order.offers = offers::of_order(conn, id, order.total.currency)?;
    order.taxes = taxes(conn, &order)?;
    order.given = offers::given(conn, id, order.lang)?;
    order.cards = gift_cards::spent_on(conn, id, order.total.currency)?;
    order.issued = gift_cards::issued_of(conn, id)?;
    order.pieces = tracking::of_order(conn, id)?;
    order.packing |= !order.pieces.is_empty();
    order.packers_note = tracking::note(conn, id)?;
    order.timeline = timeline(conn, id)?;
    Ok(order)
}

fn bare(row: &Row<'_>) -> rusqlite::Result<Order> {
    Ok(Order {
        id: OrderId(row.get("id")?),
        number: row.text("number")?,
        lang: row.code("lang")?,
        state: row.code("state")?,
        placed_at: row.time("placed_at")?,
        email: row.text("email")?,
        address: read_address(row)?,
        service: row.code("service")?,
        pickup: row.get("pickup")?,
        promised: (row.day("promised_from")?, row.day("promised_to")?),
        note: cart::note(row)?,
        lines: Vec::new(),
        goods: row.money("goods_minor", "currency")?,
        delivery: row.money("delivery_minor", "currency")?,
        offers: Vec::new(),
        given: Vec::new(),
        cards: Vec::new(),
        issued: Vec::new(),
        total: row.money("total_minor", "currency")?,
        treatment: row.code("treatment")?,
        vat: row.get("vat")?,
        vat_check: crate::checkout::check(row)?,
        taxes: Vec::new(),
        converted: converted(row)?,
        packing: row.get("packing")?,
        pieces: Vec::new(),
        packers_note: None,
        timeline: Vec::new(),
    })
}

/// Where an order goes.
pub(crate) fn address(conn: &Conn, id: OrderId) -> Result<Address> {
    const OF: &str = "SELECT name, line1, line2, city, district, region, postcode, country, phone FROM orders WHERE id = $1";
    conn.one(OF, &[&id.0], read_address)?.ok_or(Fault::NotFound("order"))
}

fn read_address(row: &Row<'_>) -> rusqlite::Result<Address> {
    Ok(Address {
        name: row.text("name")?,
        line1: row.get("line1")?,
        line2: row.get("line2")?,
        city: row.get("city")?,
        district: row.get("district")?,
        region: row.get("region")?,
        postcode: row.get("postcode")?,
        country: row.country("country")?,
        phone: row.get("phone")?,
    })
}

/// The rate its prices were converted at, if they were.
fn converted(row: &Row<'_>) -> rusqlite::Result<Option<Converted>> {
    let (home, currency): (Currency, Currency) = (row.text("home_currency")?, row.text("currency")?);
    if home == currency {
        return Ok(None);
    }
    Ok(Some(Converted { from: home, rate: row.get("rate")?, day: row.day("rate_day")? }))
}

fn taxes(conn: &Conn, order: &Order) -> Result<Vec<TaxLine>> {
    const OF: &str = "SELECT percent, net, tax FROM order_taxes WHERE order_id = $1 ORDER BY percent DESC";
    let money = |minor| Money::new(minor, order.total.currency);
    conn.all(OF, &[&order.id.0], |row| {
        let percent = Percent::from_hundredths(row.get("percent")?);
        Ok(TaxLine { percent, net: money(row.get("net")?), tax: money(row.get("tax")?) })
    })
}

fn lines(conn: &Conn, order: &Order) -> Result<Vec<OrderLine>> {
    const OF: &str =
        "SELECT l.slug, l.name, l.name AS alt, l.value1, l.value2, l.value3, l.sku, l.unit_minor, l.quantity, l.off_minor, l.percent, l.gift_card, i.file, i.width,
            i.height, i.renditions, i.blur
        FROM order_lines l LEFT JOIN pictures i ON i.id = (SELECT min(id) FROM pictures WHERE file = l.picture)
        WHERE l.order_id = $1 ORDER BY l.position";
    conn.all(OF, &[&order.id.0], |row| {
        let name: String = row.get("name")?;
        let (unit, quantity) = (Money::new(row.get("unit_minor")?, order.total.currency), row.get::<_, u32>("quantity")?);
        let picture = row.get::<_, Option<String>>("file")?.map(|_| as_picture(row)).transpose()?;
        Ok(OrderLine {
            slug: row.text("slug")?,
            name,
            values: row.values()?,
            sku: row.get("sku")?,
            picture,
            unit,
            quantity,
            total: unit.times(quantity).unwrap_or(unit),
            off: Money::new(row.get("off_minor")?, order.total.currency),
            percent: Percent::from_hundredths(row.get("percent")?),
            gift_card: row.get("gift_card")?,
        })
    })
}

fn timeline(conn: &Conn, id: OrderId) -> Result<Vec<Moment>> {
    const OF: &str = "SELECT id, at, kind FROM timeline WHERE order_id = $1 AND parcel_id IS NULL ORDER BY id";
    conn.all(OF, &[&id.0], |row| Ok(Moment { id: EventId(row.get("id")?), at: row.time("at")?, event: row.code("kind")? }))
}

/// The orders placed from this browser, or those of the account whose secret it is, the latest first; of a search, those whose
/// number or goods have its words in them.
pub fn of_browser(conn: &Conn, browser: &Token, search: &str) -> Result<Vec<OrderCard>> {
    const OF: &str = "SELECT o.id, o.number, o.placed_at, o.total_minor, o.currency, o.state, o.service,
            (SELECT sum(quantity) FROM order_lines l WHERE l.order_id = o.id) AS count
        FROM orders o WHERE (o.browser_hash = $1 OR o.account_id = (SELECT id FROM accounts WHERE owner_hash = $1))
        ORDER BY o.placed_at DESC LIMIT $2";
    const PICTURES: &str = "SELECT i.file, i.width, i.height, i.renditions, i.blur, l.name AS alt FROM order_lines l
        JOIN pictures i ON i.id = (SELECT min(id) FROM pictures WHERE file = l.picture)
        WHERE l.order_id = $1 ORDER BY l.position LIMIT 4";
    let most = if search.is_empty() { 100 } else { 1000 };
    let cards = conn.all(OF, &[&browser.hash(), &most], |row| {
        let card = OrderCard {
            number: row.text("number")?,
            placed_at: row.time("placed_at")?,
            total: row.money("total_minor", "currency")?,
            progress: Progress::of(row.code("state")?, row.code("service")?, &[]),
            count: row.get("count")?,
            pictures: Vec::new(),
        };
        Ok((OrderId(row.get("id")?), (row.code("state")?, row.code("service")?), card))
    })?;
    let fill = |(id, (state, service), card): (OrderId, _, OrderCard)| -> Result<OrderCard> {
        let progress = Progress::of(state, service, &tracking::states_of(conn, id)?);
        Ok(OrderCard { pictures: conn.all(PICTURES, &[&id.0], as_picture)?, progress, ..card })
    };
    let mut all = Vec::new();
    for card in cards {
        if has(conn, (card.0, &card.2.number), &search.to_lowercase())? {
            all.push(fill(card)?);
        }
    }
    Ok(all)
}

/// Whether an order's number, or what one of its things is called, has these small letters in it. Compared here: SQLite knows the
/// small letters of English alone.
fn has(conn: &Conn, (id, number): (OrderId, &OrderNumber), search: &str) -> Result<bool> {
    const NAMES: &str = "SELECT name FROM order_lines WHERE order_id = $1";
    if number.as_str().to_lowercase().contains(search) {
        return Ok(true);
    }
    let names = conn.all(NAMES, &[&id.0], |row| row.get::<_, String>("name"))?;
    Ok(names.iter().any(|name| name.to_lowercase().contains(search)))
}

/// How often something of an order has changed.
pub fn revision(conn: &Conn, id: OrderId) -> Result<Revision> {
    const OF: &str = "SELECT revision FROM orders WHERE id = $1";
    conn.one(OF, &[&id.0], |row| Ok(Revision(row.get("revision")?)))?.ok_or(Fault::NotFound("order"))
}

/// Something of an order has changed that its page shows.
pub(crate) fn revise(conn: &Conn, id: OrderId) -> Result<()> {
    conn.run("UPDATE orders SET revision = revision + 1 WHERE id = $1", &[&id.0]).map(drop)
}

/// Whether an order stands.
pub fn state(conn: &Conn, id: OrderId) -> Result<OrderState> {
    const STATE: &str = "SELECT state FROM orders WHERE id = $1";
    conn.one(STATE, &[&id.0], |row| row.code("state"))?.ok_or(Fault::NotFound("order"))
}

/// Applies an event to an order and writes it on the timeline. False when it does not fit: nothing is changed then.
pub(crate) fn record(tx: &Tx<'_>, id: OrderId, event: OrderEvent) -> Result<bool> {
    record_saying(tx, id, event, "")
}

/// The same, and what staff say to it in the letter that tells of it.
fn record_saying(tx: &Tx<'_>, id: OrderId, event: OrderEvent, said: &str) -> Result<bool> {
    let Ok(next) = state(tx, id)?.apply(event) else { return Ok(false) };
    tx.run("UPDATE orders SET state = $1 WHERE id = $2", &[&next.code(), &id.0])?;
    note(tx, id, event)?;
    match next {
        OrderState::Paid => {
            offers::give(tx, id)?;
            tx.later(Job::CountLiked, 0, tx.now().plus_seconds(LIKED_AFTER))?;
            notifications::say(tx, Kind::Paid, id)?;
        }
        OrderState::Cancelled => {
            gift_cards::give_back(tx, id, i64::MAX)?;
            let (unpaid, said) = (event == OrderEvent::PaymentExpired, said.to_owned());
            let about = Particulars { unpaid, said, ..Particulars::default() };
            notifications::say_of(tx, Kind::Cancelled, id, event.code(), &about)?;
        }
        OrderState::Placed => {}
    }
    Ok(true)
}

/// Writes an event on the timeline.
pub(crate) fn note(tx: &Tx<'_>, id: OrderId, event: OrderEvent) -> Result<()> {
    const NOTE: &str = "INSERT INTO timeline (order_id, at, kind) VALUES ($1, $2, $3)";
    tx.run(NOTE, &[&id.0, &tx.now().0, &event.code()])?;
    tx.emit(Event::Order(id));
    Ok(())
}
