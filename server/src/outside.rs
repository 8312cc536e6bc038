//! The outside world: whoever takes the money and whoever brings the parcel, behind ports.
//!
//! [`payments`] and [`carriers`] are the ports; [`testpay`] and [`simcarrier`] stand behind them until real ones do, as
//! if they were other companies: own books, own pages, own signed webhooks. [`stripe`] and [`paypal`] take real money, [`easypost`] makes real labels,
//! [`aftership`] and [`dhl`] tell of parcels that staff bring to a carrier. [`desk`] is where
//! payments are begun and settled. [`line`] is how another company's API is spoken to.
//! [`rates`], [`register`] and [`streets`] are asked for exchange rates, VAT numbers and addresses; each has an embedded
//! default and a real adapter. [`lockers`] asks carriers for pickup points. [`finder`] is asked for goods; [`mail`] carries letters,
//! [`texts`] text messages, [`push`] notices on devices.

pub mod aftership;
pub mod carriers;
pub mod courier;
pub mod desk;
pub mod dhl;
pub mod door;
pub mod easypost;
pub mod finder;
pub mod leaks;
pub mod line;
pub mod lockers;
pub mod mail;
pub mod mishaps;
pub mod payments;
pub mod paypal;
pub mod push;
mod quotes;
pub mod rates;
mod reading;
pub mod register;
pub mod secrets;
pub mod signature;
pub mod simcarrier;
pub mod streets;
pub mod stripe;
pub mod testpay;
pub mod texts;

use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use db::Result;
use db::database::{Database, Event, Options};
use domain::time::Timestamp;
use tokio::sync::{broadcast, watch};
use tokio::task::JoinHandle;

use carriers::{Carrier, Follower};
use desk::Desk;
use door::Door;
use payments::Provider;
use secrets::Secrets;
use simcarrier::{SimCarrier, Story};
use testpay::TestPay;

/// An answer that comes later.
pub type Soon<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Becomes true when the program is to end.
pub type Stop = watch::Receiver<bool>;

/// Why a company outside gave no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// Nobody there: nothing was done.
    #[error("it cannot be reached")]
    Unreachable,
    /// They say no, and why, in words for the merchant.
    #[error("it refused: {0}")]
    Refused(String),
    /// Perhaps it was done, perhaps not: ask later.
    #[error("its answer did not come")]
    Unknown,
}

/// What the embedded companies need to know.
#[derive(Clone)]
pub struct Settings {
    /// Where the shop is reached, without a slash at the end: `http://127.0.0.1:3000`.
    pub origin: String,
    /// The shop's name, on the provider's page.
    pub merchant: String,
    /// How their books are opened.
    pub books: Options,
    /// The time zone the shop lives by, such as `Europe/Riga`.
    pub zone: String,
    /// How many times faster than life parcels travel; 1 is life.
    pub carrier_speed: u32,
    /// What happens to parcels on their way.
    pub carrier_story: Story,
    /// How long TestPay's page takes with the card that is slow.
    pub slow: Duration,
}

/// Everyone outside, and the desk that deals with the provider.
#[derive(Clone)]
pub struct World {
    /// Payments are begun and settled here.
    pub desk: Desk,
    /// Those who bring parcels; the first brings new ones.
    pub carriers: Carriers,
    /// All who tell of parcels, those who bring them among them.
    pub followers: Followers,
    /// Whether staff bring parcels to a carrier themselves, so that no labels are made for them.
    pub by_hand: bool,
    /// Whether staff choose how each parcel is brought, so that no label is bought before they have.
    pub by_choice: bool,
    /// The embedded provider.
    pub testpay: Arc<TestPay>,
    /// The embedded carrier.
    pub simcarrier: Arc<SimCarrier>,
}

/// Those who bring parcels; the first brings new ones.
pub type Carriers = Arc<[Arc<dyn Carrier>]>;

/// All who tell of parcels.
pub type Followers = Arc<[Arc<dyn Follower>]>;

impl World {
    /// Opens the companies' books in the data folder.
    pub fn open(data: &Path, shop: Database, secrets: &Secrets, settings: &Settings) -> Result<Self> {
        let testpay = Arc::new(TestPay::open(&data.join("testpay.sqlite"), secrets.testpay.clone(), settings)?);
        let simcarrier = Arc::new(SimCarrier::open(&data.join("simcarrier.sqlite"), secrets.simcarrier.clone(), settings)?);
        let provider: Arc<dyn Provider> = testpay.clone();
        let carrier: Arc<dyn Carrier> = simcarrier.clone();
        let door: Arc<dyn Provider> = Arc::new(Door);
        let follower: Arc<dyn Follower> = simcarrier.clone();
        let desk = Desk::new(shop, [provider, door].into());
        let (carriers, followers) = ([carrier].into(), [follower].into());
        Ok(Self { desk, carriers, followers, by_hand: false, by_choice: false, testpay, simcarrier })
    }

    /// Has parcels brought by this carrier from now on; those that others have are theirs.
    pub fn brought_by(self, carrier: Arc<dyn Carrier>) -> Self {
        let follower: Arc<dyn Follower> = carrier.clone();
        let carriers = [carrier].into_iter().chain(self.carriers.iter().cloned()).collect();
        Self { carriers, ..self }.followed_by(follower)
    }

    /// Hears of parcels from this one too.
    pub fn followed_by(self, follower: Arc<dyn Follower>) -> Self {
        let followers = self.followers.iter().cloned().chain([follower]).collect();
        Self { followers, ..self }
    }

    /// Has staff bring parcels to a carrier themselves.
    pub fn by_hand(self) -> Self {
        Self { by_hand: true, ..self }
    }

    /// Has staff choose how each parcel is brought.
    pub fn by_choice(self) -> Self {
        Self { by_choice: true, ..self }
    }

    /// Takes real money: by these providers, and at the door. TestPay is left out, for a shop that delivers must not take its cards.
    pub fn in_earnest(self, shop: Database, providers: impl IntoIterator<Item = Arc<dyn Provider>>) -> Self {
        let door: Arc<dyn Provider> = Arc::new(Door);
        let providers = providers.into_iter().chain([door]).collect();
        Self { desk: Desk::new(shop, providers), ..self }
    }

    /// Brings every letter that is due by now. For tests, where time stands still.
    pub async fn deliver_due(&self) -> Result<()> {
        for courier in [self.testpay.courier(), self.simcarrier.courier()] {
            while courier.round().await? > 0 {}
        }
        Ok(())
    }

    /// Sets the companies to work until told to stop.
    pub fn start(&self, stop: &Stop) -> Vec<JoinHandle<()>> {
        let (testpay, simcarrier) = (Arc::clone(&self.testpay), Arc::clone(&self.simcarrier));
        let (first, second) = (stop.clone(), stop.clone());
        vec![
            tokio::spawn(async move { testpay.courier().run(first).await }),
            tokio::spawn(async move { simcarrier.courier().run(second).await }),
        ]
    }
}

/// Waits for the moment something is next due, for word that there is something new, or for the end.
pub(crate) async fn nap(
    next: Option<Timestamp>,
    now: Timestamp,
    events: &mut broadcast::Receiver<Event>,
    wanted: Event,
    stop: &mut Stop,
) {
    const LONGEST: u64 = 30_000;
    let until = next.map_or(LONGEST, |next| u64::try_from(next.since(now)).unwrap_or(0).clamp(10, LONGEST));
    tokio::select! {
        () = tokio::time::sleep(Duration::from_millis(until)) => {}
        () = heard(events, wanted) => {}
        () = ended(stop) => {}
    }
}

/// Returns when the program is to end; never, when nobody is left to say so.
async fn ended(stop: &mut Stop) {
    if stop.wait_for(|over| *over).await.is_err() {
        std::future::pending().await
    }
}

/// Returns at the next event of this kind; at once when so much happened that some was missed.
async fn heard(events: &mut broadcast::Receiver<Event>, wanted: Event) {
    loop {
        match events.recv().await {
            Ok(event) if event == wanted => return,
            Ok(_) => {}
            Err(broadcast::error::RecvError::Lagged(_)) => return,
            Err(broadcast::error::RecvError::Closed) => return std::future::pending().await,
        }
    }
}
