//! Mishaps to come, for rehearsing them: the embedded companies are no kinder than real ones.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::Trouble;

/// Something that goes wrong with one call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// The call does not arrive; nothing happens.
    Unreachable,
    /// It is done, but the answer is lost.
    AnswerLost,
    /// It is done, and answered after this long.
    Late(Duration),
    /// They say no, and why.
    Refused(String),
}

/// The mishaps that wait, the next first.
#[derive(Debug, Default)]
pub struct Mishaps(Mutex<VecDeque<Mishap>>);

impl Mishaps {
    /// Lets the next call that has none yet meet this.
    pub fn add(&self, mishap: Mishap) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push_back(mishap);
    }

    /// Makes a call, under the next mishap if one waits.
    pub(super) async fn around<T>(&self, call: impl Future<Output = Result<T, Trouble>>) -> Result<T, Trouble> {
        let next = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        match next {
            None => call.await,
            Some(Mishap::Unreachable) => Err(Trouble::Unreachable),
            Some(Mishap::Refused(why)) => Err(Trouble::Refused(why)),
            Some(Mishap::AnswerLost) => {
                call.await?;
                Err(Trouble::Unknown)
            }
            Some(Mishap::Late(by)) => {
                let answer = call.await;
                tokio::time::sleep(by).await;
                answer
            }
        }
    }
}
