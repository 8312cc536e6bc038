//! Writing messages down, in the transaction of what they tell of.

use std::fmt::Display;

use domain::contact::{Country, Email, international};
use domain::ids::{CartId, CorrespondentId, NotificationId, OrderId, VariantId};
use domain::lang::Lang;
use domain::notifications::{Channel, Kind, Particulars};
use domain::payments::Waiting;
use domain::time::Timestamp;
use domain::{Never, checkout::PlaceRefusal};

use super::chosen::{correspondent, wants};
use super::clocks::lives_by;
use super::devices;
use crate::cart;
use crate::database::Tx;
use crate::error::{Answer, Fault, Result};
use crate::outbox::Job;
use crate::restock;
use crate::rows::{Columns, written};
use crate::token::{Token, chance_for_code, hex};
use crate::wishlists;

/// How long before it is given up an order's shopper is reminded that it waits for its money, in seconds.
const REMIND_SECONDS: i64 = 24 * 3600;

/// Says something of an order, once.
pub fn say(tx: &Tx<'_>, kind: Kind, order: OrderId) -> Result<()> {
    say_of(tx, kind, order, "", &Particulars::default())
}

/// Says something of an order that can happen more than once; once for each `which`.
pub fn say_of(tx: &Tx<'_>, kind: Kind, order: OrderId, which: impl Display, about: &Particulars) -> Result<()> {
    say_at(tx, kind, order, which, about, tx.now().plus_seconds(kind.waits_seconds()))
}

/// The same, at another moment than such a message is due.
fn say_at(tx: &Tx<'_>, kind: Kind, order: OrderId, which: impl Display, about: &Particulars, due: Timestamp) -> Result<()> {
    // Whoever placed it may have been deleted since: then there is nobody to tell.
    let Some(to) = reader(tx, order)? else { return Ok(()) };
    let event = format!("{}:{order}:{which}", kind.code());
    for &channel in kind.channels() {
        // What is only sent to who asked for it is not written down for the others.
        if !kind.is_usual(channel) && !wants(tx, to.correspondent, kind, channel)? {
            continue;
        }
        let recipient = match channel {
            Channel::Email => Some(to.email.as_str().to_owned()),
            Channel::Sms => to.telephone.clone(),
            // A row for the desk to read: which devices there are is seen when it is sent.
            Channel::Push => devices::any(tx, to.correspondent, order)?.then(|| to.email.as_str().to_owned()),
        };
        if let Some(recipient) = recipient {
            let whom = Whom { correspondent: to.correspondent, recipient: &recipient, lang: to.lang };
            write(tx, (kind, channel), (&event, Some(order)), &whom, about, due)?;
        }
    }
    Ok(())
}

/// Says something to an address that is of no order, once for each `event`.
pub fn tell(tx: &Tx<'_>, kind: Kind, (email, lang): (&Email, Lang), event: &str, about: &Particulars) -> Result<()> {
    let correspondent = correspondent(tx, email, lang)?;
    let whom = Whom { correspondent, recipient: email.as_str(), lang };
    let due = tx.now().plus_seconds(kind.waits_seconds());
    write(tx, (kind, Channel::Email), (event, None), &whom, about, due)
}

/// Says more in a message that waits and that nobody has begun to send; false where there is none.
pub(crate) fn say_more(tx: &Tx<'_>, id: NotificationId, more: impl FnOnce(&mut Particulars)) -> Result<bool> {
    const WAITS: &str = "SELECT about FROM notifications WHERE id = $1 AND state = 'waiting' AND lead_id IS NULL";
    const SAY: &str = "UPDATE notifications SET about = $1 WHERE id = $2";
    let Some(mut about) = tx.one(WAITS, &[&id.0], |row| row.json::<Particulars>("about"))? else { return Ok(false) };
    more(&mut about);
    tx.run(SAY, &[&written(&about)?, &id.0])?;
    Ok(true)
}

/// An order waits for its money, which is paid somewhere else: how, and, where there are days for it, a reminder before it is over.
pub(crate) fn unless_paid(tx: &Tx<'_>, order: OrderId, payment: i64, waiting: &Waiting) -> Result<()> {
    let about = Particulars { until: Some(waiting.until), ..Particulars::default() };
    say_of(tx, Kind::PaymentPending, order, payment, &about)?;
    let reminder = waiting.until.plus_seconds(-REMIND_SECONDS);
    if reminder > tx.now().plus_seconds(REMIND_SECONDS) {
        say_at(tx, Kind::PaymentExpiring, order, payment, &about, reminder)?;
    }
    Ok(())
}

/// Tells so many of those who wait for a variant that it is back, and forgets their wishes; how many are left.
pub fn tell_back(tx: &Tx<'_>, variant: VariantId, most: u32) -> Answer<u32, Never> {
    const DUE: &str = "SELECT id, email, lang, zone, wished_at FROM restock_wishes WHERE variant_id = $1 AND due_at IS NOT NULL
        ORDER BY id LIMIT $2";
    let all = tx.all(DUE, &[&variant.0, &most], |row| {
        let reader = (row.text::<Email>("email")?, row.code::<Lang>("lang")?, row.get::<_, String>("zone")?);
        Ok((row.get::<_, i64>("id")?, reader, row.time("wished_at")?))
    })?;
    let about = Particulars { variant: Some(variant), ..Particulars::default() };
    for (id, (email, lang, zone), wished_at) in all {
        tell(tx, Kind::BackInStock, (&email, lang), &format!("wish:{id}:{}", wished_at.0), &about)?;
        lives_by(tx, (&email, lang), &zone)?;
        tx.run("DELETE FROM restock_wishes WHERE id = $1", &[&id])?;
    }
    let in_lists = wishlists::tell_back(tx, variant, most)?;
    Ok(restock::due(tx, variant)? + in_lists)
}

/// Keeps what was ticked at the address: to be told by text message, and to be reminded of a cart that is left. The reminder
/// waits anew each time something is said. `zone` is the name of that by whose clock they live; empty where nobody knows.
pub fn remind(
    tx: &Tx<'_>,
    cart: &Token,
    (lang, zone): (Lang, &str),
    (texts, reminder): (bool, bool),
) -> Answer<(), PlaceRefusal> {
    const KEEP: &str = "UPDATE drafts SET texts = $1, reminder = $2 WHERE cart_id = $3 RETURNING email";
    const WRITTEN: &str = "SELECT id FROM notifications WHERE event = $1 AND state = 'waiting'";
    const AGAIN: &str = "UPDATE notifications SET due_at = $1 WHERE id = $2";
    let Some(id) = cart::id_of(tx, cart)? else { return Ok(()) };
    let email = tx.one(KEEP, &[&texts, &reminder, &id.0], |row| row.get::<_, String>("email"))?;
    let Some(email) = email.filter(|_| reminder).and_then(|text| Email::parse(&text).ok()) else { return Ok(()) };
    let about = Particulars { cart: Some(id), ..Particulars::default() };
    let event = event_of_cart(id, &email);
    tell(tx, Kind::CartLeft, (&email, lang), &event, &about)?;
    lives_by(tx, (&email, lang), zone)?;
    if let Some(again) = tx.one(WRITTEN, &[&event], |row| Ok(NotificationId(row.get("id")?)))? {
        let due = tx.now().plus_seconds(Kind::CartLeft.waits_seconds());
        tx.run(AGAIN, &[&due.0, &again.0])?;
    }
    Ok(())
}

fn event_of_cart(cart: CartId, email: &Email) -> String {
    format!("cart:{cart}:{}", email.person())
}

/// Who reads of an order.
struct Reader {
    correspondent: CorrespondentId,
    email: Email,
    lang: Lang,
    /// Where text messages go; none where nobody asked for any.
    telephone: Option<String>,
}

fn reader(tx: &Tx<'_>, order: OrderId) -> Result<Option<Reader>> {
    const OF: &str = "SELECT email, lang, country, phone, texts, person = 'erased:' || id AS nobodys FROM orders WHERE id = $1";
    let found = tx.one(OF, &[&order.0], |row| {
        if row.get("nobodys")? {
            return Ok(None);
        }
        let (email, lang): (Email, Lang) = (row.text("email")?, row.code("lang")?);
        let (country, phone): (Country, String) = (row.country("country")?, row.get("phone")?);
        Ok(Some((email, lang, row.get::<_, bool>("texts")?.then(|| international(country, &phone)).flatten())))
    })?;
    let Some((email, lang, telephone)) = found.ok_or(Fault::NotFound("order"))? else { return Ok(None) };
    Ok(Some(Reader { correspondent: correspondent(tx, &email, lang)?, email, lang, telephone }))
}

/// To whom a message goes.
struct Whom<'a> {
    correspondent: CorrespondentId,
    recipient: &'a str,
    lang: Lang,
}

fn write(
    tx: &Tx<'_>,
    (kind, channel): (Kind, Channel),
    (event, order): (&str, Option<OrderId>),
    whom: &Whom<'_>,
    about: &Particulars,
    due: Timestamp,
) -> Result<()> {
    const WRITE: &str = "INSERT INTO notifications (event, channel, kind, order_id, correspondent_id, recipient, lang, about,
            message, made_at, due_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (event, channel) DO NOTHING RETURNING id";
    let message = hex(&chance_for_code()?);
    let written = tx.one(
        WRITE,
        &[
            &event,
            &channel.code(),
            &kind.code(),
            &order.map(|order| order.0),
            &whom.correspondent.0,
            &whom.recipient,
            &whom.lang.code(),
            &written(about)?,
            &message,
            &tx.now().0,
            &due.0,
        ],
        |row| row.get::<_, i64>("id"),
    )?;
    written.map_or(Ok(()), |id| tx.later(Job::SendMessage, id, due))
}
