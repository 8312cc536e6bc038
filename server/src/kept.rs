//! Answers that are made once and given to many: kept for five seconds, or until the goods change. While one is being made,
//! all who ask wait for the same one.

use std::hash::Hash;
use std::time::Duration;

use db::Event;
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared};
use moka::sync::Cache;
use tokio::sync::broadcast;

/// How long an answer is kept. Long enough to carry a crowd, short enough that nobody sees an old price for long where the
/// goods are changed by another program.
const KEPT: Duration = Duration::from_secs(5);

/// An answer on its way, or here.
pub type Coming<V> = Shared<BoxFuture<'static, V>>;

/// What was asked, and the answers.
#[derive(Clone)]
pub struct Kept<K, V: Clone>(Cache<K, Coming<V>>);

impl<K, V> Kept<K, V>
where
    K: Hash + Eq + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    /// None yet, and so many at most.
    pub fn new(most: u64) -> Self {
        Self(Cache::builder().max_capacity(most).time_to_live(KEPT).build())
    }

    /// Forgets every answer when the goods change, or when it is not known whether they did.
    pub async fn follow(self, mut events: broadcast::Receiver<Event>) {
        loop {
            match events.recv().await {
                Ok(Event::Catalogue) | Err(broadcast::error::RecvError::Lagged(_)) => self.0.invalidate_all(),
                Ok(_) => {}
                Err(broadcast::error::RecvError::Closed) => return,
            }
        }
    }

    /// The answer there is, or the one `make` begins.
    pub fn get<F>(&self, asked: K, make: impl FnOnce() -> F) -> Coming<V>
    where
        F: Future<Output = V> + Send + 'static,
    {
        self.0.get_with(asked, || make().boxed().shared())
    }

    /// Forgets one answer.
    pub fn forget(&self, asked: &K) {
        self.0.invalidate(asked);
    }
}
