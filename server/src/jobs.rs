//! The work that waits in the outbox: done after the commit that made it due, and safe to run twice.
//!
//! Each kind has a file of its own. An outage outside ends by itself, so it is waited for; what breaks is tried again
//! ever later, and left to a person in the end.

mod ask_payment;
mod expire_order;
mod fetch_picture;
mod make_parcel;
mod refund;

use std::collections::HashSet;
use std::sync::Arc;

use db::Fault;
use db::database::{Database, Event};
use db::outbox::{self, Due, Job};
use domain::Never;
use domain::ids::{JobId, OrderId, PaymentId, PictureId};
use domain::time::Timestamp;
use tokio::task::{JoinHandle, JoinSet};

pub use fetch_picture::Fetch;

use crate::outside::desk::{Desk, Stuck};
use crate::outside::{Carriers, Stop, Trouble, World, nap};

/// How many run at once.
const AT_ONCE: usize = 8;
/// How long an outage is waited for before the next look, in seconds.
const OUTAGE_SECONDS: i64 = 30;

/// What the work needs.
#[derive(Clone)]
pub struct Tools {
    shop: Database,
    desk: Desk,
    carriers: Carriers,
    fetch: Option<Fetch>,
}

impl Tools {
    /// The shop, the companies outside, and how pictures are fetched (without it they wait).
    pub fn new(shop: Database, world: &World, fetch: Option<Fetch>) -> Self {
        Self { shop, desk: world.desk.clone(), carriers: Arc::clone(&world.carriers), fetch }
    }
}

/// What came of a piece of work.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    Done,
    /// To be looked at again, which is no failure.
    Again(Timestamp),
    Failed(String),
}

/// Why it could not be done.
#[derive(Debug, thiserror::Error)]
enum Obstacle {
    #[error(transparent)]
    Stuck(#[from] Stuck),
    #[error(transparent)]
    Trouble(#[from] Trouble),
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Starts the runner; it works until told to stop, and lets what it has begun end.
pub fn start(tools: Tools, mut stop: Stop) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut events = tools.shop.events();
        let mut running = Running::default();
        while !*stop.borrow() {
            running.begin(&tools).await;
            let (next, now) = (running.next_at(&tools).await, tools.shop.now());
            tokio::select! {
                () = nap(next, now, &mut events, Event::Outbox, &mut stop) => {}
                () = running.ended() => {}
            }
        }
        while !running.ids.is_empty() {
            running.ended().await;
        }
    })
}

/// Does what is due now, once each, one after the other; says how much that was. For tests, where time stands still.
pub async fn run_due(tools: &Tools) -> db::Result<usize> {
    let now = tools.shop.now();
    let all = tools.shop.read(|conn| outbox::due(conn, now, 100)).await?;
    for due in &all {
        run(tools, due).await;
    }
    Ok(all.len())
}

/// What is being done at the moment.
#[derive(Default)]
struct Running {
    tasks: JoinSet<JobId>,
    ids: HashSet<JobId>,
}

impl Running {
    async fn begin(&mut self, tools: &Tools) {
        if self.ids.len() >= AT_ONCE {
            return;
        }
        let now = tools.shop.now();
        // What is running is still due, so that a crash loses none of it; it is left out here.
        let due = match tools.shop.read(|conn| outbox::due(conn, now, AT_ONCE as u32)).await {
            Ok(due) => due,
            Err(fault) => return tracing::error!(%fault, "the outbox cannot be read"),
        };
        for due in due {
            if self.ids.len() < AT_ONCE && self.ids.insert(due.id) {
                let tools = tools.clone();
                self.tasks.spawn(async move {
                    run(&tools, &due).await;
                    due.id
                });
            }
        }
    }

    /// When to look again. Work that is running wakes the runner by its end.
    async fn next_at(&self, tools: &Tools) -> Option<Timestamp> {
        if !self.ids.is_empty() {
            return Some(tools.shop.now().plus_seconds(1));
        }
        tools.shop.read(outbox::next_at).await.ok().flatten()
    }

    async fn ended(&mut self) {
        match self.tasks.join_next().await {
            Some(Ok(id)) => {
                self.ids.remove(&id);
            }
            Some(Err(error)) => {
                tracing::error!(%error, "work ended badly");
                // Which one is not told; those still running are found again among what is due, at worst done twice.
                self.ids.clear();
            }
            None => std::future::pending().await,
        }
    }
}

async fn run(tools: &Tools, due: &Due) {
    let outcome = settle(tools, due, attempt(tools, due).await);
    let (due, again) = (due.clone(), outcome.clone());
    let noted = tools.shop.write::<(), Never>(move |tx| {
        match again {
            Outcome::Done => outbox::done(tx, due.id)?,
            Outcome::Again(at) => outbox::again(tx, due.id, at)?,
            Outcome::Failed(trouble) => outbox::failed(tx, &due, &trouble)?,
        }
        Ok(())
    });
    if let Err(fault) = noted.await.map_err(Fault::from) {
        tracing::error!(%fault, ?outcome, "work is done again, because its outcome could not be noted");
    }
}

async fn attempt(tools: &Tools, due: &Due) -> Result<Outcome, Obstacle> {
    match due.job {
        Job::AskPayment => ask_payment::ask(tools, PaymentId(due.subject)).await,
        Job::ExpireOrder => expire_order::expire(tools, OrderId(due.subject)).await,
        Job::Refund => refund::refund(tools, PaymentId(due.subject)).await,
        Job::MakeParcel => make_parcel::make(tools, OrderId(due.subject)).await,
        Job::FetchPicture => fetch_picture::fetch(tools, PictureId(due.subject)).await,
    }
}

/// An outage is waited for, however long; anything else that is in the way counts as a failure.
fn settle(tools: &Tools, due: &Due, attempt: Result<Outcome, Obstacle>) -> Outcome {
    let obstacle = match attempt {
        Ok(outcome) => return outcome,
        Err(obstacle) => obstacle,
    };
    tracing::warn!(%obstacle, job = due.job.code(), subject = due.subject, attempts = due.attempts, "work has to wait");
    match obstacle {
        Obstacle::Trouble(Trouble::Unreachable | Trouble::Unknown)
        | Obstacle::Stuck(Stuck::Provider(Trouble::Unreachable | Trouble::Unknown))
        | Obstacle::Fault(Fault::Busy | Fault::DiskFull(_))
        | Obstacle::Stuck(Stuck::Shop(Fault::Busy | Fault::DiskFull(_))) => {
            Outcome::Again(tools.shop.now().plus_seconds(OUTAGE_SECONDS))
        }
        other => Outcome::Failed(other.to_string()),
    }
}
