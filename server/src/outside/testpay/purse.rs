//! Cards that are kept: those of a session's purse, put to it by one press. A card whose bank asks its owner asks each time.

use std::fmt::Write;
use std::sync::Arc;

use db::outside::testpay::{self as books, Card, Session};
use db::payments::ToForget;
use db::{Error, Fault};
use domain::Never;
use domain::payments::KeptCard;

use super::cards::named;
use super::form::Typed;
use super::pages::escape;
use super::till::Outcome;
use super::{TestPay, broken, chance, words};
use crate::outside::Trouble;

/// Every test card begins with a 4.
const BRAND: &str = "Visa";

impl TestPay {
    /// What is kept for whoever is on a session's page.
    pub(super) async fn kept(&self, session: &Session) -> db::Result<Vec<Card>> {
        let Some(purse) = session.purse.clone() else { return Ok(Vec::new()) };
        self.books.read(move |conn| books::cards(conn, &purse)).await
    }

    /// Notes which card was typed, where it is to be kept once it has paid.
    pub(super) async fn put(&self, session: &Session, typed: &Typed) -> db::Result<()> {
        let Some((story, tail, (month, year))) = typed.card().filter(|_| session.keep_card) else { return Ok(()) };
        let card = Card { token: format!("tpm_{}", chance()?), story: story.to_owned(), tail, month, year };
        let session = session.clone();
        match self.books.write(move |tx| books::put(tx, &session, &card)).await {
            Ok(()) | Err(Error::Refused(books::NotSo)) => Ok(()),
            Err(Error::Fault(fault)) => Err(fault),
        }
    }

    /// Pays a session with a card of its purse; none where it is in no such purse.
    pub(super) async fn pay_with(self: &Arc<Self>, session: &Session, token: &str) -> db::Result<Option<Outcome>> {
        let found = self.kept(session).await?.into_iter().find(|card| card.token == token);
        let Some(story) = found.and_then(|card| named(&card.story)) else { return Ok(None) };
        self.pay(session, story).await.map(Some)
    }

    /// The card that is kept of a session, as the merchant is told it.
    pub(super) async fn keeps_of(&self, session: &Session) -> Result<Option<KeptCard>, Trouble> {
        let asked = session.clone();
        let kept = self.books.read(move |conn| books::kept(conn, &asked)).await.map_err(broken)?;
        Ok(kept.and_then(|card| KeptCard::of(&card.token, BRAND, &card.tail, (card.month, card.year))))
    }

    pub(super) async fn forget_kept(&self, what: &ToForget) -> Result<(), Trouble> {
        let (purse, card) = (what.purse.clone(), what.card.clone());
        let done = self.books.write::<(), Never>(move |tx| Ok(books::forget(tx, &purse, card.as_deref())?)).await;
        done.map_err(|error| broken(Fault::from(error)))
    }
}

/// A button for each card that is kept; nothing where none is.
pub(super) fn kept(session: &Session, cards: &[Card]) -> String {
    let words = words::of(session);
    let sum = words.money(session.amount);
    let buttons = cards.iter().fold(String::new(), |mut list, card| {
        let token = escape(&card.token);
        let says = words.with("testpay-pay-with", &[("sum", sum.clone().into()), ("tail", card.tail.clone().into())]);
        let _ = write!(list, r#"<p><button name="card" value="{token}">{}</button></p>"#, escape(&says));
        list
    });
    if buttons.is_empty() {
        return buttons;
    }
    format!(
        r#"<form method="post" action="/testpay/pay/{reference}/saved"><h2>{title}</h2>{buttons}</form><h2>{other}</h2>"#,
        reference = escape(&session.reference),
        title = escape(&words.say("testpay-kept")),
        other = escape(&words.say("testpay-other-card")),
    )
}

/// That the card is kept, where it is.
pub(super) fn keeps(session: &Session) -> String {
    if session.keep_card { format!("<p>{}</p>", escape(&words::of(session).say("testpay-keeps"))) } else { String::new() }
}
