//! Whom messages go to, and what they want to hear.

use domain::Never;
use domain::contact::Email;
use domain::ids::CorrespondentId;
use domain::lang::Lang;
use domain::notifications::{Channel, Kind};

use crate::database::{Conn, Tx};
use crate::error::{Answer, Fault, Result};
use crate::rows::Columns;
use crate::token::{chance_for_code, hex};

/// Somebody messages go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correspondent {
    /// Their row.
    pub id: CorrespondentId,
    /// Their address, as it was last typed.
    pub email: String,
    /// The language they were last written to in.
    pub lang: Lang,
    /// Whether their mail server says that there is no such box.
    pub bounced: bool,
}

/// What somebody has said of a kind of message on a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Which.
    pub kind: Kind,
    /// On what.
    pub channel: Channel,
    /// Whether it is wanted.
    pub wanted: bool,
}

/// Who has this address: the same row however it is written. New ones get the seed of their token.
pub(super) fn correspondent(tx: &Tx<'_>, email: &Email, lang: Lang) -> Result<CorrespondentId> {
    const KEEP: &str = "INSERT INTO correspondents (person, email, lang, seed) VALUES ($1, $2, $3, $4)
        ON CONFLICT (person) DO UPDATE SET email = excluded.email, lang = excluded.lang RETURNING id";
    let seed = hex(&chance_for_code()?);
    let id = tx.one(KEEP, &[&email.person(), &email.as_str(), &lang.code(), &seed], |row| Ok(CorrespondentId(row.get("id")?)))?;
    id.ok_or(Fault::Books("a correspondent has no id".to_owned()))
}

/// Whose token was made of this seed. That it was made under the shop's key is for the caller to check.
pub fn by_seed(conn: &Conn, seed: &str) -> Result<Correspondent> {
    const BY: &str = "SELECT id, email, lang, bounced_at IS NOT NULL AS bounced FROM correspondents WHERE seed = $1";
    let found = conn.one(BY, &[&seed], |row| {
        let id = CorrespondentId(row.get("id")?);
        Ok(Correspondent { id, email: row.get("email")?, lang: row.code("lang")?, bounced: row.get("bounced")? })
    })?;
    found.ok_or(Fault::NotFound("correspondent"))
}

/// Of what the secret of an address's choices is made; none where nothing was ever written to it.
pub fn seed_of(conn: &Conn, email: &Email) -> Result<Option<String>> {
    conn.one("SELECT seed FROM correspondents WHERE person = $1", &[&email.person()], |row| row.get("seed"))
}

/// What somebody has chosen; what is not said is as usual ([`Kind::is_usual`]).
pub fn choices(conn: &Conn, who: CorrespondentId) -> Result<Vec<Chosen>> {
    const OF: &str = "SELECT kind, channel, wanted FROM message_choices WHERE correspondent_id = $1 ORDER BY kind, channel";
    conn.all(OF, &[&who.0], |row| {
        Ok(Chosen { kind: row.code("kind")?, channel: row.code("channel")?, wanted: row.get("wanted")? })
    })
}

/// Keeps what somebody wants and does not want. What is always sent cannot be chosen.
pub fn choose(tx: &Tx<'_>, who: CorrespondentId, all: &[Chosen]) -> Answer<(), Never> {
    const KEEP: &str = "INSERT INTO message_choices (correspondent_id, kind, channel, wanted) VALUES ($1, $2, $3, $4)
        ON CONFLICT (correspondent_id, kind, channel) DO UPDATE SET wanted = excluded.wanted";
    for one in all.iter().filter(|one| one.channel != Channel::Email || !one.kind.is_always_sent()) {
        tx.run(KEEP, &[&who.0, &one.kind.code(), &one.channel.code(), &one.wanted])?;
    }
    Ok(())
}

/// One click: no more letters of this kind. What waits is not sent either.
pub fn decline(tx: &Tx<'_>, who: CorrespondentId, kind: Kind) -> Answer<(), Never> {
    choose(tx, who, &[Chosen { kind, channel: Channel::Email, wanted: false }])
}

/// An address asks for letters of these kinds, whatever was said of them before.
pub(crate) fn wants_again(tx: &Tx<'_>, email: &Email, kinds: &[Kind]) -> Result<()> {
    const DECLINED: &str = "DELETE FROM message_choices WHERE channel = 'email' AND kind = $1
        AND correspondent_id = (SELECT id FROM correspondents WHERE person = $2)";
    for kind in kinds {
        tx.run(DECLINED, &[&kind.code(), &email.person()])?;
    }
    Ok(())
}

/// Somebody has shown that they read what comes to an address, or has given it anew: it is written to again, whatever its server
/// said before.
pub fn proven(tx: &Tx<'_>, email: &Email) -> Result<()> {
    const PROVEN: &str = "UPDATE correspondents SET bounced_at = NULL, bounce = '' WHERE person = $1 AND bounced_at IS NOT NULL";
    tx.run(PROVEN, &[&email.person()]).map(drop)
}

/// Whether somebody wants this kind on this channel.
pub(super) fn wants(conn: &Conn, who: CorrespondentId, kind: Kind, channel: Channel) -> Result<bool> {
    const SAID: &str = "SELECT wanted FROM message_choices WHERE correspondent_id = $1 AND kind = $2 AND channel = $3";
    if channel == Channel::Email && kind.is_always_sent() {
        return Ok(true);
    }
    Ok(conn.one(SAID, &[&who.0, &kind.code(), &channel.code()], |row| row.get("wanted"))?.unwrap_or(kind.is_usual(channel)))
}
