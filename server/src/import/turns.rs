//! Saving many things while the shop sells: so many in one transaction as fit into a turn, and between the turns whoever
//! waits for the books. In one transaction, a hundred thousand products would keep every cart waiting for half a minute.

use std::time::{Duration, Instant};

use db::error::Error;
use db::{Database, Fault, Tx};

use super::Unreadable;

/// How long the books are held. A shopper's change waits for one turn at most.
const TURN: Duration = Duration::from_millis(50);
/// How long they are free: the shop, which may be another process, asks for them every millisecond.
const GAP: Duration = Duration::from_millis(3);

/// What became of many things.
#[derive(Debug)]
pub struct Turns<T> {
    /// What each became that was saved, or refused, in order.
    pub done: Vec<T>,
    /// Why it ended before all were; what is done stays.
    pub stopped: Option<Fault>,
}

impl<T> Turns<T> {
    /// What was done, and a sentence for whoever has to know that it is not all. Nothing at all is no half.
    pub fn told(self) -> Result<(Vec<T>, Option<String>), Unreadable> {
        match self.stopped {
            Some(fault) if self.done.is_empty() => Err(Unreadable::Shop(fault)),
            stopped => {
                let told =
                    |fault| format!("it ended early: {fault}. What is told below is kept; the same file again does the rest");
                Ok((self.done, stopped.map(told)))
            }
        }
    }
}

/// Saves things one by one, each wholly or not at all.
pub async fn in_turns<I, T>(db: &Database, things: I, save: fn(&Tx<'_>, I::Item) -> Result<T, Fault>) -> Turns<T>
where
    I: Iterator + Send + 'static,
    T: Send + 'static,
{
    let (mut rest, mut done) = (Some(things), Vec::new());
    while let Some(mut things) = rest.take() {
        let turn = move |tx: &Tx<'_>| {
            let (begun, mut some) = (Instant::now(), Vec::new());
            while let Some(thing) = things.next() {
                some.push(save(tx, thing)?);
                if begun.elapsed() > TURN {
                    return Ok((some, Some(things)));
                }
            }
            Ok((some, None))
        };
        match db.write::<_, domain::Never>(turn).await {
            Ok((some, left)) => {
                done.extend(some);
                rest = left;
            }
            Err(Error::Refused(never)) => match never {},
            Err(Error::Fault(fault)) => return Turns { done, stopped: Some(fault) },
        }
        if rest.is_some() {
            tokio::time::sleep(GAP).await;
        }
    }
    Turns { done, stopped: None }
}
