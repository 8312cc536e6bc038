//! Keeping what was chosen.

use std::collections::BTreeMap;

use db::notifications::{Chosen, decline, proven};
use domain::contact::Email;
use domain::notifications::{Channel, Kind};

use crate::failure::Failure;
use crate::i18n::Lang;
use crate::request::{self, Reader};
use crate::routes;

/// What can be chosen: kinds, each with the channels on which it is not sent in any case.
pub(super) fn choosable() -> impl Iterator<Item = (Kind, Vec<Channel>)> {
    let open = |kind: Kind| {
        let channels = kind.channels().iter().copied();
        channels.filter(move |channel| *channel != Channel::Email || !kind.is_always_sent()).collect::<Vec<_>>()
    };
    Kind::ALL.iter().map(move |&kind| (kind, open(kind))).filter(|(_, channels)| !channels.is_empty())
}

/// What a tick is called in the form.
pub(super) fn name(kind: Kind, channel: Channel) -> String {
    format!("{}-{}", kind.code(), channel.code())
}

/// Keeps what is ticked and what is not.
pub async fn choose(reader: Reader, lang: &str, wanted: &BTreeMap<String, String>) -> Result<(), Failure> {
    let said = choosable().flat_map(|(kind, channels)| {
        channels.into_iter().map(move |channel| Chosen { kind, channel, wanted: wanted.contains_key(&name(kind, channel)) })
    });
    let (all, who): (Vec<Chosen>, _) = (said.collect(), reader.who.id);
    let (email, db) = (Email::parse(&reader.who.email).ok(), request::db()?);
    let kept = db.write(move |tx| {
        // Whoever follows the link of a letter has got it.
        email.iter().try_for_each(|email| proven(tx, email))?;
        db::notifications::choose(tx, who, &all)
    });
    kept.await?;
    go_back(&reader, lang, "saved");
    Ok(())
}

/// Stops letters of a kind.
pub async fn stop(reader: Reader, lang: &str, kind: &str) -> Result<(), Failure> {
    let (kind, who) = (Kind::from_code(kind).ok_or(Failure::NotFound)?, reader.who.id);
    request::db()?.write(move |tx| decline(tx, who, kind)).await?;
    go_back(&reader, lang, "stopped");
    Ok(())
}

fn go_back(reader: &Reader, lang: &str, what: &str) {
    let page = routes::messages(Lang::from_code(lang).unwrap_or_default(), &reader.token);
    request::go(&format!("{page}?{what}"));
}
