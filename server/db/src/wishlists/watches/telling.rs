//! The letters: one for all that falls in a list until it is sent, and one for each thing that is back.

use domain::Never;
use domain::catalogue::Slug;
use domain::contact::Email;
use domain::ids::{NotificationId, VariantId, WishlistId};
use domain::lang::Lang;
use domain::local_rules;
use domain::market::{Market, Shelf, View};
use domain::money::{Currency, Money};
use domain::notifications::{Kind, Particulars};
use domain::time::Day;
use domain::wishlists::Fall;
use rusqlite::Row;

use crate::catalogue::{lowest_before, prices};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Result};
use crate::market;
use crate::notifications::{self, Message};
use crate::restock::can_be_bought;
use crate::rows::Columns;

/// A thing that costs less, as its reader pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fallen {
    /// Which.
    pub variant: VariantId,
    /// What it is called.
    pub name: String,
    /// The address of its product.
    pub slug: Slug,
    /// What it costs now.
    pub price: Money,
    /// What it cost when they were told last.
    pub before: Money,
    /// The lowest price of the thirty days before, where the law wants it said beside a lower one.
    pub lowest: Option<Money>,
}

/// Writes the letters of so many lists that a variant costs less; whether there are more. What cannot be bought is no news: it is
/// told when it is back. A letter that waits takes what falls meanwhile along.
pub fn tell_fallen(tx: &Tx<'_>, variant: VariantId, most: u32) -> Answer<bool, Never> {
    const DUE: &str = concat!(
        "SELECT i.id, i.wishlist_id, o.currency AS own, coalesce(o.price_minor, v.price_minor) AS costs, w.email, w.lang, w.letter_id,
            CASE WHEN o.price_minor IS NULL THEN coalesce(i.told_minor, i.seen_minor) ELSE i.told_own_minor END AS known ",
        fallen_items!(),
        " ORDER BY i.id LIMIT $2"
    );
    const TOLD: &str = "UPDATE wishlist_items SET told_minor = $1 WHERE id = $2";
    const OWN_TOLD: &str = "UPDATE wishlist_items SET told_own_minor = $1 WHERE id = $2";
    const LETTER: &str = "UPDATE wishlist_watches SET letter_id = (SELECT max(id) FROM notifications WHERE event = $1)
        WHERE wishlist_id = $2";
    if !can_be_bought(tx, variant)? {
        return Ok(false);
    }
    let due = tx.all(DUE, &[&variant.0, &most], |row| {
        let fall = Fall { variant, from: row.get("known")?, to: row.get("costs")?, own: own(row)? };
        let reader = (row.text::<Email>("email")?, row.code::<Lang>("lang")?);
        let letter = row.get::<_, Option<i64>>("letter_id")?.map(NotificationId);
        Ok((row.get::<_, i64>("id")?, WishlistId(row.get("wishlist_id")?), fall, reader, letter))
    })?;
    for (item, list, fall, (email, lang), letter) in &due {
        tx.run(if fall.own.is_some() { OWN_TOLD } else { TOLD }, &[&fall.to, item])?;
        if !letter.map_or(Ok(false), |letter| notifications::say_more(tx, letter, |about| with(about, *fall)))? {
            let about = Particulars { list: Some(*list), fallen: vec![*fall], ..Particulars::default() };
            let event = format!("fell:{item}:{}:{}", fall.to, tx.now().0);
            notifications::tell(tx, Kind::PriceFell, (email, *lang), &event, &about)?;
            tx.run(LETTER, &[&event, &list.0])?;
        }
    }
    Ok(u32::try_from(due.len()).unwrap_or(most) == most)
}

/// A letter with one fall more.
fn with(about: &mut Particulars, fall: Fall) {
    match about.fallen.iter_mut().find(|known| known.variant == fall.variant) {
        Some(known) => *known = known.then(fall),
        None => about.fallen.push(fall),
    }
}

/// Writes the letters of so many lists that a variant is back; how many are left.
pub(crate) fn tell_back(tx: &Tx<'_>, variant: VariantId, most: u32) -> Result<u32> {
    const DUE: &str = "SELECT i.id, i.wishlist_id, w.email, w.lang FROM wishlist_items i
        JOIN wishlist_watches w ON w.wishlist_id = i.wishlist_id
        WHERE i.variant_id = $1 AND i.back_at IS NOT NULL AND i.taken_at IS NULL AND w.confirmed_at IS NOT NULL
        ORDER BY i.id LIMIT $2";
    const TOLD: &str = "UPDATE wishlist_items SET back_at = NULL, back_told_at = $1 WHERE id = $2";
    const LEFT: &str = "SELECT count(*) AS n FROM wishlist_items i JOIN wishlist_watches w ON w.wishlist_id = i.wishlist_id
        WHERE i.variant_id = $1 AND i.back_at IS NOT NULL AND i.taken_at IS NULL AND w.confirmed_at IS NOT NULL";
    let due = tx.all(DUE, &[&variant.0, &most], |row| {
        let list = WishlistId(row.get("wishlist_id")?);
        Ok((row.get::<_, i64>("id")?, list, row.text::<Email>("email")?, row.code::<Lang>("lang")?))
    })?;
    for (item, list, email, lang) in due {
        let about = Particulars { variant: Some(variant), list: Some(list), ..Particulars::default() };
        notifications::tell(tx, Kind::BackInStock, (&email, lang), &format!("back:{item}:{}", tx.now().0), &about)?;
        tx.run(TOLD, &[&tx.now().0, &item])?;
    }
    Ok(tx.one(LEFT, &[&variant.0], |row| row.get("n"))?.unwrap_or(0))
}

/// Whether a letter about a list has something to say still: whoever gets it is told of the list, and what it is about is in there
/// and as cheap, or to be had.
pub(crate) fn is_news(conn: &Conn, message: &Message) -> Result<bool> {
    let Some(list) = message.about.list else { return Ok(true) };
    for &fall in &message.about.fallen {
        if holds(conn, message, list, fall)? {
            return Ok(true);
        }
    }
    message.about.variant.map_or(Ok(false), |variant| Ok(costs(conn, message, (list, variant))?.is_some()))
}

fn holds(conn: &Conn, message: &Message, list: WishlistId, fall: Fall) -> Result<bool> {
    Ok(costs(conn, message, (list, fall.variant))?.is_some_and(|costs| fall.holds(costs)))
}

/// What a thing in a list costs whoever a letter is for, and in which currency it is set by hand.
type Costs = (Option<Currency>, i64);

/// None where they are not told of it any more, or where it cannot be bought.
fn costs(conn: &Conn, message: &Message, (list, variant): (WishlistId, VariantId)) -> Result<Option<Costs>> {
    const COSTS: &str = "SELECT o.currency AS own, coalesce(o.price_minor, v.price_minor) AS costs
        FROM wishlist_items i JOIN wishlists l ON l.id = i.wishlist_id
        JOIN wishlist_watches w ON w.wishlist_id = i.wishlist_id JOIN variants v ON v.id = i.variant_id
        LEFT JOIN prices o ON o.variant_id = v.id AND o.currency = w.currency
        WHERE i.wishlist_id = $1 AND i.variant_id = $2 AND i.taken_at IS NULL AND l.taken_at IS NULL
            AND w.confirmed_at IS NOT NULL AND w.email = $3";
    if !can_be_bought(conn, variant)? {
        return Ok(None);
    }
    conn.one(COSTS, &[&list.0, &variant.0, &message.recipient], |row| Ok((own(row)?, row.get("costs")?)))
}

/// The currency a price is set in by hand, of the column `own`.
fn own(row: &Row<'_>) -> rusqlite::Result<Option<Currency>> {
    if row.get::<_, Option<String>>("own")?.is_some() { row.text("own").map(Some) } else { Ok(None) }
}

/// What a letter about falls says today: of each thing that costs as little still, in its reader's words and money.
pub fn fallen(conn: &Conn, message: &Message, today: Day) -> Result<Vec<Fallen>> {
    const MARKET: &str = "SELECT country, currency FROM wishlist_watches WHERE wishlist_id = $1";
    let Some(list) = message.about.list else { return Ok(Vec::new()) };
    let market = conn.one(MARKET, &[&list.0], |row| {
        Ok(Market { lang: message.lang, country: row.country("country")?, currency: row.text::<Currency>("currency")? })
    })?;
    let Some(market) = market else { return Ok(Vec::new()) };
    let view = market::view(conn, market, None, today)?;
    let mut all = Vec::new();
    for &fall in &message.about.fallen {
        if holds(conn, message, list, fall)? {
            all.extend(shown(conn, &view, fall)?);
        }
    }
    Ok(all)
}

fn shown(conn: &Conn, view: &View, fall: Fall) -> Result<Option<Fallen>> {
    const COSTS: &str = concat!(
        "SELECT v.price_minor, v.was_minor, o.price_minor AS own_minor, o.was_minor AS own_was_minor, p.tax_class, ",
        lowest_before!(),
        " AS lowest
        FROM variants v JOIN products p ON p.id = v.product_id LEFT JOIN prices o ON o.variant_id = v.id AND o.currency = $1
        WHERE v.id = $2"
    );
    let (name, slug) = notifications::thing(conn, view.lang, fall.variant)?;
    let list = &view.list;
    let wants_lowest = local_rules::of(list.to).lowest_of_30_days;
    conn.one(COSTS, &[&list.exchange.to.code(), &fall.variant.0], |row| {
        let class = row.code("tax_class")?;
        let home = |minor| list.price(Shelf { price: Money::new(minor, list.exchange.from), own: None, class });
        let before = match fall.own {
            Some(_) => list.price(Shelf { price: Money::zero(list.exchange.from), own: Some(fall.from), class }),
            None => home(fall.from),
        };
        let lowest = row.get::<_, Option<i64>>("lowest")?.filter(|_| wants_lowest).map(home);
        Ok(Fallen { variant: fall.variant, name, slug, price: prices(row, list)?.0, before, lowest })
    })
}
