//! Sends a message: decided now, not when it was written down.

use db::notifications::{self, Claim, Message};
use db::{Fault, orders};
use domain::Never;
use domain::delivery::{zone_name, zone_of};
use domain::ids::NotificationId;
use domain::notifications::{Channel, Class, hours, open_from};

use app::i18n::format::offset;

use super::{Obstacle, Outcome, Tools};
use crate::letters::facts;
use crate::outside::mail::{Mail, Untaken};

/// How long until the next try, in seconds: half a minute, and twice as long each time, half an hour at most.
const FIRST_WAIT: i64 = 30;
const LONGEST_WAIT: i64 = 1800;
/// How long it is tried at all, in seconds: as long as mail servers usually do (RFC 5321, 4.5.4.1).
const PATIENCE: i64 = 5 * 24 * 3600;

pub(super) async fn send(tools: &Tools, id: NotificationId) -> Result<Outcome, Obstacle> {
    let Some(mail) = &tools.mail else { return Ok(Outcome::Again(tools.shop.now().plus_seconds(LONGEST_WAIT))) };
    let (message, zone) = tools.shop.read(|conn| about(conn, id)).await?;
    let claim = tools.shop.write(move |tx| {
        let (now, channel) = (tx.now(), message.channel);
        notifications::claim(tx, id, &|class: Class| open_from(hours(class, channel), now, &|at| offset(zone, at)))
    });
    let all = match claim.await.map_err(Fault::from)? {
        Claim::Over => return Ok(Outcome::Done),
        Claim::Hold(until) => return Ok(Outcome::Again(until)),
        Claim::Send(all) => all,
    };
    let Some(lead) = all.iter().find(|one| one.id == id) else { return Ok(Outcome::Done) };
    if notifications::is_hopeful() {
        note(tools, id, Ok(String::new())).await?;
        tokio::time::sleep(db::careless::AHEAD).await;
    }
    let told = match lead.channel {
        Channel::Email => mail_it(tools, mail, lead, &all).await?,
        Channel::Sms => text_it(tools, mail, &all).await?,
        Channel::Push => Err(Untaken::Refused("nobody carries it".to_owned())),
    };
    note(tools, id, told).await
}

/// The message, and the zone its reader lives in.
fn about(conn: &db::Conn, id: NotificationId) -> db::Result<(Message, &'static str)> {
    let message = notifications::by_id(conn, id)?;
    let zone = match message.order {
        Some(order) => orders::by_id(conn, order).map(|order| zone_of(order.address.country, &order.address.region))?,
        None => zone_name(conn.home().country),
    };
    Ok((message, zone))
}

async fn mail_it(tools: &Tools, mail: &Mail, lead: &Message, all: &[Message]) -> Result<Result<String, Untaken>, Obstacle> {
    let read = all.to_vec();
    let facts = tools.shop.read(move |conn| facts::read(conn, &read)).await?;
    let Some(letter) = mail.sender.letter(all, &facts) else { return Ok(Err(Untaken::Refused("it says nothing".to_owned()))) };
    Ok(match mail.seal(lead, &letter) {
        Ok(sealed) => mail.post.carry(&sealed).await,
        Err(untaken) => Err(untaken),
    })
}

/// A text message says the newest alone.
async fn text_it(tools: &Tools, mail: &Mail, all: &[Message]) -> Result<Result<String, Untaken>, Obstacle> {
    let read = all.to_vec();
    let facts = tools.shop.read(move |conn| facts::read(conn, &read)).await?;
    let said = all.last().and_then(|newest| Some((newest, mail.sender.text(newest, &facts)?)));
    let Some((newest, says)) = said else { return Ok(Err(Untaken::Refused("it says nothing".to_owned()))) };
    Ok(mail.texts.text(&newest.recipient, &says).await)
}

/// Notes what came of it, in the books before in the outbox: what is noted is not sent again.
async fn note(tools: &Tools, id: NotificationId, told: Result<String, Untaken>) -> Result<Outcome, Obstacle> {
    let noted = tools.shop.write::<_, Never>(move |tx| {
        let tried_since = notifications::by_id(tx, id)?.due_at;
        let over = tx.now().since(tried_since) / 1000 > PATIENCE;
        Ok(match told {
            Ok(said) => {
                notifications::sent(tx, id, &said)?;
                Outcome::Done
            }
            Err(Untaken::NoSuchBox(said)) => {
                notifications::bounced(tx, id, &said)?;
                Outcome::Done
            }
            Err(Untaken::Refused(said)) => {
                tracing::error!(message = id.0, said, "a message is refused and given up");
                notifications::refused(tx, id, &said)?;
                Outcome::Done
            }
            Err(Untaken::Later(said)) if over => {
                tracing::error!(message = id.0, said, "a message could not be sent for days and is given up");
                notifications::refused(tx, id, &said)?;
                Outcome::Done
            }
            Err(Untaken::Later(said)) => {
                let attempts = notifications::later(tx, id, &said)?;
                tracing::warn!(message = id.0, said, attempts, "a message has to wait");
                let wait = FIRST_WAIT << (attempts.saturating_sub(1)).min(6);
                Outcome::Again(tx.now().plus_seconds(wait.min(LONGEST_WAIT)))
            }
        })
    });
    Ok(noted.await.map_err(Fault::from)?)
}
