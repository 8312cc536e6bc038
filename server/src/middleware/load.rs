//! Load shedding: no more requests at once than can be answered soon.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many requests are being worked on.
#[derive(Clone, Debug)]
pub struct Load {
    places: Arc<Semaphore>,
    total: usize,
}

impl Load {
    /// Room for so many.
    pub fn new(total: usize) -> Self {
        Self { places: Arc::new(Semaphore::new(total)), total }
    }

    /// A place, if there is one.
    pub fn place(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.places).try_acquire_owned().ok()
    }

    /// Whether anything is being worked on.
    pub fn is_busy(&self) -> bool {
        self.places.available_permits() < self.total
    }
}
