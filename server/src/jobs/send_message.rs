//! Sends a message: decided now, not when it was written down.

use db::Fault;
use db::notifications::{self, Claim, Message};
use domain::Never;
use domain::ids::NotificationId;
use domain::notifications::{Channel, Class, hours, open_from};

use app::i18n::format::offset;

use super::{Obstacle, Outcome, Tools};
use crate::letters::facts;
use crate::outside::mail::{Mail, Untaken, without};
use crate::outside::push::Unheard;

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
        notifications::claim(tx, id, &|class: Class| open_from(hours(class, channel), now, &|at| offset(&zone, at)))
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
        Channel::Push => push_it(tools, mail, lead, &all).await?,
    };
    note(tools, id, told).await
}

/// The message, and the zone its reader lives in.
fn about(conn: &db::Conn, id: NotificationId) -> db::Result<(Message, String)> {
    let message = notifications::by_id(conn, id)?;
    let zone = notifications::zone_of_reader(conn, &message)?;
    Ok((message, zone))
}

async fn mail_it(tools: &Tools, mail: &Mail, lead: &Message, all: &[Message]) -> Result<Result<String, Untaken>, Obstacle> {
    let (read, today) = (all.to_vec(), tools.shop.now().day());
    let facts = tools.shop.read(move |conn| facts::read(conn, &read, today)).await?;
    let Some(letter) = mail.sender.letter(all, &facts) else { return Ok(Err(Untaken::Refused("it says nothing".to_owned()))) };
    Ok(match mail.seal(lead, &letter) {
        Ok(sealed) => mail.post.carry(&sealed).await,
        Err(untaken) => Err(untaken),
    })
}

/// A text message says the newest alone.
async fn text_it(tools: &Tools, mail: &Mail, all: &[Message]) -> Result<Result<String, Untaken>, Obstacle> {
    let (read, today) = (all.to_vec(), tools.shop.now().day());
    let facts = tools.shop.read(move |conn| facts::read(conn, &read, today)).await?;
    let said = all.last().and_then(|newest| Some((newest, mail.sender.text(newest, &facts)?)));
    let Some((newest, says)) = said else { return Ok(Err(Untaken::Refused("it says nothing".to_owned()))) };
    Ok(mail.texts.text(&newest.recipient, &says).await)
}

/// A notice says the newest alone, on every device; one that was told already knows it again when another has to wait.
async fn push_it(tools: &Tools, mail: &Mail, lead: &Message, all: &[Message]) -> Result<Result<String, Untaken>, Obstacle> {
    let (read, who, today) = (all.to_vec(), lead.correspondent, tools.shop.now().day());
    let Some(order) = lead.order else { return Ok(Err(Untaken::Refused("it is of no order".to_owned()))) };
    let read = tools.shop.read(move |conn| Ok((facts::read(conn, &read, today)?, notifications::devices(conn, who, order)?)));
    let ((facts, devices), newest) = (read.await?, all.last().unwrap_or(lead));
    let (mut told, mut refused, mut wait) = (0, None, None);
    for device in &devices {
        let Some(notice) = mail.sender.notice(newest, &lead.message, &facts, device.all) else {
            return Ok(Err(Untaken::Refused("it says nothing".to_owned())));
        };
        match mail.push.push(device, &notice).await {
            Ok(_) => told += 1,
            Err(Unheard::Gone(_)) => {
                let endpoint = device.endpoint.clone();
                tools.shop.write(move |tx| notifications::device_gone(tx, &endpoint)).await.map_err(Fault::from)?;
            }
            Err(Unheard::Refused(said)) => refused = Some(said),
            Err(Unheard::Later(said, seconds)) => wait = Some((said, seconds)),
        }
    }
    Ok(match (wait, refused) {
        (Some((said, Some(seconds))), _) => Err(Untaken::NotFor(said, seconds)),
        (Some((said, None)), _) => Err(Untaken::Later(said)),
        (None, _) if told > 0 => Ok(format!("{told} of {}", devices.len())),
        (None, Some(said)) => Err(Untaken::Refused(said)),
        (None, None) => Err(Untaken::Nobody("no device is left".to_owned())),
    })
}

/// Notes what came of it, in the books before in the outbox: what is noted is not sent again.
async fn note(tools: &Tools, id: NotificationId, told: Result<String, Untaken>) -> Result<Outcome, Obstacle> {
    let noted = tools.shop.write::<_, Never>(move |tx| {
        let message = notifications::by_id(tx, id)?;
        let over = tx.now().since(message.due_at) / 1000 > PATIENCE;
        let bare = |said: &str| without(said, &message.recipient);
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
                tracing::error!(message = id.0, said = bare(&said), "a message is refused and given up");
                notifications::refused(tx, id, &said)?;
                Outcome::Done
            }
            Err(Untaken::Nobody(said)) => {
                notifications::refused(tx, id, &said)?;
                Outcome::Done
            }
            Err(Untaken::Later(said) | Untaken::NotFor(said, _)) if over => {
                tracing::error!(message = id.0, said = bare(&said), "a message could not be sent for days and is given up");
                notifications::refused(tx, id, &said)?;
                Outcome::Done
            }
            Err(Untaken::NotFor(said, seconds)) => {
                notifications::later(tx, id, &said)?;
                Outcome::Again(tx.now().plus_seconds(seconds))
            }
            Err(Untaken::Later(said)) => {
                let attempts = notifications::later(tx, id, &said)?;
                tracing::warn!(message = id.0, said = bare(&said), attempts, "a message has to wait");
                let wait = FIRST_WAIT << (attempts.saturating_sub(1)).min(6);
                Outcome::Again(tx.now().plus_seconds(wait.min(LONGEST_WAIT)))
            }
        })
    });
    Ok(noted.await.map_err(Fault::from)?)
}
