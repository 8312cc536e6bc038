//! The till: a card is put to a session, and the money is taken once or not at all.

use std::sync::Arc;

use db::outside::deliveries::Letter;
use db::outside::testpay::{self as books, Session};
use db::{Answer, Error, Fault};

use super::TestPay;
use super::cards::Story;
use super::events::{Kind, letter};
use super::play::Play;

/// How much later the shop hears of a card that is told late, in seconds.
const LATE_SECONDS: i64 = 10;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The money is taken, now or before.
    Paid,
    /// The bank asks the card's owner.
    Challenge,
    /// The bank says no; another card may be tried.
    Declined(Decline),
    /// The time to pay is over.
    Over,
}

/// Why a bank said no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decline {
    /// It does not say.
    Plain,
    /// There is not enough money.
    NoMoney,
    /// The owner refused.
    ByOwner,
}

impl TestPay {
    /// The session of this name.
    pub(super) async fn session(&self, reference: &str) -> db::Result<Option<Session>> {
        self.books.read(|conn| books::by_reference(conn, reference)).await
    }

    /// Pays a session with a card.
    pub(super) async fn pay(self: &Arc<Self>, session: &Session, story: Story) -> db::Result<Outcome> {
        match story {
            Story::Declined => Ok(Outcome::Declined(Decline::Plain)),
            Story::NoMoney => Ok(Outcome::Declined(Decline::NoMoney)),
            Story::Challenge => {
                let reference = session.reference.clone();
                done(self.books.write(move |tx| books::challenge(tx, &reference)).await, Outcome::Challenge)
            }
            _ => self.take(session, story).await,
        }
    }

    /// The card's owner approves or refuses.
    pub(super) async fn approve(self: &Arc<Self>, session: &Session, approved: bool) -> db::Result<Outcome> {
        if approved {
            return self.take(session, Story::Pays).await;
        }
        let reference = session.reference.clone();
        let refused = Outcome::Declined(Decline::ByOwner);
        done(self.books.write(move |tx| books::reopen(tx, &reference)).await, refused)
    }

    async fn take(self: &Arc<Self>, session: &Session, story: Story) -> db::Result<Outcome> {
        let letters = self.letters(session, story);
        let reference = session.reference.clone();
        let taken = self.books.write(move |tx| books::agree(tx, &reference, &letters)).await;
        let first = matches!(taken, Ok(true));
        let outcome = done(taken, Outcome::Paid)?;
        match story {
            Story::Slow if first => tokio::time::sleep(self.slow).await,
            // The money is taken; that the shop could not be told now is no reason to keep the shopper.
            Story::ToldFirst if first => self.courier.bring_now(&session.reference).await?,
            _ => {}
        }
        Ok(outcome)
    }

    /// What the shop is told, and when. What is brought by hand is only sent again should that fail.
    fn letters(&self, session: &Session, story: Story) -> Vec<Letter> {
        let now = self.books.now();
        let kind = if session.promise { Kind::Promised } else { Kind::Captured };
        let told = letter(session, kind, session.amount.minor, now);
        match story {
            Story::NeverTold => vec![],
            Story::ToldTwice => vec![told.clone(), told],
            Story::ToldLate | Story::ToldFirst => vec![Letter { at: now.plus_seconds(LATE_SECONDS), ..told }],
            _ => vec![told],
        }
    }

    /// The tester plays a bank that is not kind.
    pub(super) async fn play(self: &Arc<Self>, session: &Session, play: Play) -> db::Result<Outcome> {
        let due = session.amount.minor;
        let minor = match play {
            Play::Dispute => return self.dispute(session).await,
            Play::Win => return self.win(session).await,
            Play::Bounce => return self.bounce(session).await,
            Play::Part => (due / 2).max(1),
            Play::Twice => due * 2,
            Play::All | Play::More => due,
        };
        let letters = [letter(session, Kind::Captured, session.taken + minor, self.books.now())];
        let reference = session.reference.clone();
        done(self.books.write(move |tx| books::receive(tx, &reference, minor, &letters)).await, Outcome::Paid)
    }

    async fn dispute(&self, session: &Session) -> db::Result<Outcome> {
        let letters = [letter(session, Kind::Disputed, session.lost + session.left(), self.books.now())];
        let reference = session.reference.clone();
        done(self.books.write(move |tx| books::dispute(tx, &reference, &letters)).await, Outcome::Paid)
    }

    async fn win(&self, session: &Session) -> db::Result<Outcome> {
        let letters = [letter(session, Kind::Won, session.lost, self.books.now())];
        let reference = session.reference.clone();
        done(self.books.write(move |tx| books::win(tx, &reference, &letters)).await, Outcome::Paid)
    }

    async fn bounce(&self, session: &Session) -> db::Result<Outcome> {
        let letters = [letter(session, Kind::Bounced, session.returned, self.books.now())];
        let reference = session.reference.clone();
        done(self.books.write(move |tx| books::bounce(tx, &reference, &letters)).await, Outcome::Paid)
    }
}

fn done<T>(answer: Answer<T, books::NotSo>, outcome: Outcome) -> Result<Outcome, Fault> {
    match answer {
        Ok(_) => Ok(outcome),
        Err(Error::Refused(books::NotSo)) => Ok(Outcome::Over),
        Err(Error::Fault(fault)) => Err(fault),
    }
}
