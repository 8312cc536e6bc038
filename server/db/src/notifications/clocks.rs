//! By which clock somebody lives, who is not to be disturbed at night.

use domain::contact::{Country, Email};
use domain::delivery::{zone_name, zone_of};
use domain::lang::Lang;

use super::Message;
use super::chosen::correspondent;
use crate::database::{Conn, Tx};
use crate::error::Result;

/// Their browser has said the name of its zone, such as `America/Los_Angeles`; an empty one changes nothing.
pub fn lives_by(tx: &Tx<'_>, (email, lang): (&Email, Lang), zone: &str) -> Result<()> {
    const LIVES: &str = "UPDATE correspondents SET zone = $1 WHERE id = $2";
    if !zone.is_empty() {
        let who = correspondent(tx, email, lang)?;
        tx.run(LIVES, &[&zone, &who.0])?;
    }
    Ok(())
}

/// The name of the zone by whose clock a message's reader is told: that of where the order goes; without one, what their browser
/// said, else that of where they had something sent last, or want to, or look at prices of; else the shop's own.
pub fn zone_of_reader(conn: &Conn, message: &Message) -> Result<String> {
    const GOES: &str = "SELECT country, region FROM orders WHERE id = $1";
    const SAID: &str = "SELECT zone FROM correspondents WHERE id = $1 AND zone <> ''";
    const WENT: &str = "SELECT o.country, o.region FROM correspondents c JOIN orders o ON o.person = c.person WHERE c.id = $1
        ORDER BY o.id DESC LIMIT 1";
    const WANTS: &str = "SELECT country, region FROM drafts WHERE cart_id = $1 AND country <> ''";
    const LOOKS: &str = "SELECT country, '' AS region FROM wishlist_watches WHERE wishlist_id = $1";
    // What is still being typed may be no country.
    let by = |question: &str, id: i64| -> Result<Option<String>> {
        let place = conn.one(question, &[&id], |row| Ok((row.get::<_, String>("country")?, row.get::<_, String>("region")?)))?;
        Ok(place.and_then(|(country, region)| Some(zone_of(Country::parse(&country).ok()?, &region).to_owned())))
    };
    if let Some(order) = message.order {
        return Ok(by(GOES, order.0)?.unwrap_or_default());
    }
    if let Some(said) = conn.one(SAID, &[&message.correspondent.0], |row| row.get("zone"))? {
        return Ok(said);
    }
    let (cart, list) = (message.about.cart.map(|cart| cart.0), message.about.list.map(|list| list.0));
    for (question, id) in [(WENT, Some(message.correspondent.0)), (WANTS, cart), (LOOKS, list)] {
        if let Some(zone) = id.map(|id| by(question, id)).transpose()?.flatten() {
            return Ok(zone);
        }
    }
    Ok(zone_name(conn.home().country).to_owned())
}
