//! The work that waits in the outbox: done after the commit that made it due, and safe to run twice.
//!
//! Each kind has a file of its own. An outage outside ends by itself, so it is waited for; what breaks is tried again
//! ever later, and left to a person in the end.

mod ask_collection;
mod ask_parcel;
mod ask_payment;
mod ask_wish;
mod count_liked;
mod expire_order;
mod fetch_picture;
mod forget_addresses;
mod forget_card;
mod forget_person;
mod forget_photos;
mod forget_seen;
mod forget_wishes;
mod forget_wishlists;
mod issue_documents;
mod make_parcel;
mod publish;
mod reduce_picture;
mod refund;
mod send_message;
mod send_order_link;
mod stop_parcel;
mod take_payment;
mod tell_back;
mod tell_fallen;
mod void_label;

use std::collections::HashMap;
use std::sync::Arc;

use db::Fault;
use db::careless::{self, Way};
use db::database::{Database, Event};
use db::outbox::{self, Due, Job, Lane};
use domain::Never;
use domain::ids::{ChangeId, JobId, NotificationId, OrderId, ParcelId, PaymentId, PictureId, ProductId, VariantId};
use domain::time::Timestamp;
use tokio::task::{JoinHandle, JoinSet};

use crate::outside::desk::{Desk, Stuck};
use crate::outside::mail::Mail;
use crate::outside::{Carriers, Followers, Stop, Trouble, World, nap};
use crate::pictures::{Fetcher, Media, finish};

/// How many of a lane run at once. Letters mostly wait, for the disk three times and for the server; so many of one sender are
/// what servers are used to (Postfix: `default_destination_concurrency_limit`).
fn at_once(lane: Lane) -> usize {
    match lane {
        Lane::Prompt | Lane::Fetching => 8,
        Lane::Post => 20,
        Lane::Heavy => finish::at_once(),
    }
}

/// How long a picture waits when nobody can fetch it or make it smaller, in seconds.
const LATER_SECONDS: i64 = 3600;
/// How long an outage is waited for before the next look, in seconds.
const OUTAGE_SECONDS: i64 = 30;

/// What the work needs.
#[derive(Clone)]
pub struct Tools {
    shop: Database,
    desk: Desk,
    carriers: Carriers,
    followers: Followers,
    by_hand: bool,
    by_choice: bool,
    pictures: Option<Pictures>,
    mail: Option<Mail>,
}

/// What pictures need.
#[derive(Clone)]
pub struct Pictures {
    /// Where they are kept.
    pub media: Media,
    /// How they are fetched from their addresses; without it they wait.
    pub fetcher: Option<Fetcher>,
}

impl Tools {
    /// The shop, the companies outside, and what pictures need (without it they wait).
    pub fn new(shop: Database, world: &World, pictures: Option<Pictures>) -> Self {
        let (carriers, followers) = (Arc::clone(&world.carriers), Arc::clone(&world.followers));
        let (by_hand, by_choice) = (world.by_hand, world.by_choice);
        Self { shop, desk: world.desk.clone(), carriers, followers, by_hand, by_choice, pictures, mail: None }
    }

    /// The same with somebody who carries letters; without, they wait.
    #[must_use]
    pub fn with_mail(self, mail: Mail) -> Self {
        Self { mail: Some(mail), ..self }
    }

    fn without_pictures(&self) -> Outcome {
        Outcome::Again(self.shop.now().plus_seconds(LATER_SECONDS))
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
    let mut count = 0;
    for &lane in Lane::ALL {
        let all = tools.shop.read(move |conn| outbox::due(conn, now, lane, 100)).await?;
        for due in &all {
            run(tools, due).await;
        }
        count += all.len();
    }
    Ok(count)
}

/// What is being done at the moment.
#[derive(Default)]
struct Running {
    tasks: JoinSet<JobId>,
    ids: HashMap<JobId, Lane>,
}

impl Running {
    async fn begin(&mut self, tools: &Tools) {
        let free: Vec<_> = Lane::ALL.iter().copied().filter(|&lane| self.in_lane(lane) < at_once(lane)).collect();
        let now = tools.shop.now();
        let due = tools.shop.read(move |conn| {
            let of = |lane| Ok((lane, outbox::due(conn, now, lane, u32::try_from(at_once(lane)).unwrap_or(u32::MAX))?));
            free.into_iter().map(of).collect::<db::Result<Vec<_>>>()
        });
        match due.await {
            Ok(due) => due.into_iter().for_each(|(lane, due)| self.begin_in(lane, due, tools)),
            Err(fault) => tracing::error!(%fault, "the outbox cannot be read"),
        }
    }

    fn begin_in(&mut self, lane: Lane, due: Vec<Due>, tools: &Tools) {
        for due in due {
            // What is running is still due, so that a crash loses none of it.
            if self.in_lane(lane) < at_once(lane) && !self.ids.contains_key(&due.id) {
                self.ids.insert(due.id, lane);
                let tools = tools.clone();
                self.tasks.spawn(async move {
                    run(&tools, &due).await;
                    due.id
                });
            }
        }
    }

    fn in_lane(&self, lane: Lane) -> usize {
        self.ids.values().filter(|&&other| other == lane).count()
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
    if careless::is(Way::Hasty) {
        note(tools, due, &Outcome::Done).await;
        tokio::time::sleep(careless::AHEAD).await;
    }
    let outcome = settle(tools, due, attempt(tools, due).await);
    note(tools, due, &outcome).await;
}

async fn note(tools: &Tools, due: &Due, outcome: &Outcome) {
    let (due, again) = (due.clone(), outcome.clone());
    let noted = tools.shop.write::<(), Never>(move |tx| {
        match again {
            Outcome::Done => outbox::done(tx, &due)?,
            Outcome::Again(at) => outbox::again(tx, &due, at)?,
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
        Job::ExpireChange => expire_order::expire_change(tools, ChangeId(due.subject)).await,
        Job::Refund => refund::refund(tools, PaymentId(due.subject)).await,
        Job::LetGo => take_payment::let_go(tools, PaymentId(due.subject)).await,
        Job::TakePayment => take_payment::take(tools, PaymentId(due.subject)).await,
        Job::SendOrderLink => send_order_link::send(tools, due.subject).await,
        Job::MakeParcel => make_parcel::make(tools, OrderId(due.subject)).await,
        Job::VoidLabel => void_label::give_back(tools, ParcelId(due.subject)).await,
        Job::AskParcel => ask_parcel::ask(tools, ParcelId(due.subject)).await,
        Job::AskCollection => ask_collection::ask(tools, ParcelId(due.subject)).await,
        Job::AskWish => ask_wish::ask(tools, due.subject).await,
        Job::StopParcel => stop_parcel::stop(tools, OrderId(due.subject)).await,
        Job::FetchPicture => fetch_picture::fetch(tools, PictureId(due.subject)).await,
        Job::ReducePicture => reduce_picture::make(tools, PictureId(due.subject)).await,
        Job::Publish => publish::publish(tools, ProductId(due.subject)).await,
        Job::TellBack => tell_back::tell(tools, VariantId(due.subject)).await,
        Job::TellFallen => tell_fallen::tell(tools, VariantId(due.subject)).await,
        Job::IssueDocuments => issue_documents::issue(tools, OrderId(due.subject)).await,
        Job::SendMessage => send_message::send(tools, NotificationId(due.subject)).await,
        Job::CountLiked => count_liked::count(tools).await,
        Job::ForgetWishes => forget_wishes::forget(tools).await,
        Job::ForgetWishlists => forget_wishlists::forget(tools).await,
        Job::ForgetSeen => forget_seen::forget(tools).await,
        Job::ForgetAddresses => forget_addresses::forget(tools).await,
        Job::ForgetOrder => forget_person::order(tools, OrderId(due.subject)).await,
        Job::ForgetBooks => forget_person::books(tools, OrderId(due.subject)).await,
        Job::ForgetPhotos => forget_photos::forget(tools).await,
        Job::ForgetCard => forget_card::forget(tools, due.subject).await,
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
        | Obstacle::Fault(Fault::Busy | Fault::DiskFull(_) | Fault::Disk(_))
        | Obstacle::Stuck(Stuck::Shop(Fault::Busy | Fault::DiskFull(_) | Fault::Disk(_))) => {
            Outcome::Again(tools.shop.now().plus_seconds(OUTAGE_SECONDS))
        }
        other => Outcome::Failed(other.to_string()),
    }
}
