//! A real database for tests, in a folder of its own, with a clock that stands until it is moved.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::contact::Country;
use domain::documents::Seller;
use domain::lang::Lang;
use domain::market::{Home, Market, View};
use domain::money::Currency;
use domain::time::Timestamp;

use crate::database::{Conn, Database, Options, Tx};
use crate::documents::Issuer;
use crate::error::{Answer, Result};

/// 2026-11-20 09:00 UTC, a Friday.
pub const FRIDAY_MORNING: Timestamp = Timestamp(1_795_165_200_000);

/// An English reader in Latvia who pays in euros.
pub const RIGA: Market = Market { lang: Lang::En, country: Country::LATVIA, currency: Currency::EUR };

/// The shop as that reader sees it.
pub fn riga(conn: &Conn) -> Result<View> {
    crate::market::view(conn, RIGA, None, FRIDAY_MORNING.day())
}

/// A database that goes away with the test.
pub struct TestDb {
    /// The door.
    pub db: Database,
    clock: Arc<AtomicI64>,
    runtime: tokio::runtime::Runtime,
    folder: tempfile::TempDir,
    pause: i64,
}

impl TestDb {
    /// An empty shop in Riga.
    pub fn new() -> Self {
        Self::at(Home::RIGA)
    }

    /// An empty shop in Riga that packs nothing before so many seconds are over.
    pub fn pausing(seconds: i64) -> Self {
        Self::with(Home::RIGA, seconds)
    }

    /// An empty shop somewhere.
    pub fn at(home: Home) -> Self {
        Self::with(home, 0)
    }

    #[expect(clippy::unwrap_used, reason = "a test without a database cannot go on")]
    fn with(home: Home, pause: i64) -> Self {
        let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::new(AtomicI64::new(FRIDAY_MORNING.0)));
        let db = Database::open(&folder.path().join("shop.sqlite"), options(home, pause, &clock)).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { db, clock, runtime, folder, pause }
    }

    /// The same shop, closed and opened again; `meanwhile` has its file.
    #[expect(clippy::unwrap_used, reason = "a test without a database cannot go on")]
    #[must_use]
    pub fn reopened(self, meanwhile: impl FnOnce(&Path)) -> Self {
        let (home, file) = (self.db.home(), self.folder.path().join("shop.sqlite"));
        self.db.close();
        meanwhile(&file);
        let db = Database::open(&file, options(home, self.pause, &self.clock)).unwrap();
        Self { db, ..self }
    }

    /// Asks.
    #[expect(clippy::unwrap_used, reason = "a test's question must have an answer")]
    pub fn read<T>(&self, question: impl FnOnce(&Conn) -> Result<T>) -> T {
        self.runtime.block_on(self.db.read(question)).unwrap()
    }

    /// Does.
    pub fn write<T: Send + 'static, R: Send + 'static>(
        &self,
        verb: impl FnOnce(&Tx<'_>) -> Answer<T, R> + Send + 'static,
    ) -> Answer<T, R> {
        self.runtime.block_on(self.db.write(verb))
    }

    /// Waits for work.
    pub fn run<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// Lets time pass.
    pub fn wait(&self, seconds: i64) {
        self.clock.fetch_add(seconds * 1000, Ordering::SeqCst);
    }
}

impl Default for TestDb {
    fn default() -> Self {
        Self::new()
    }
}

fn options(home: Home, packing_after: i64, clock: &Arc<AtomicI64>) -> Options {
    let hands = Arc::clone(clock);
    Options {
        home,
        issuer: Arc::new(Issuer::of(Seller::named("Cartwright", home.country))),
        packing_after,
        clock: Arc::new(move || Timestamp(hands.load(Ordering::SeqCst))),
        readers: 2,
        synchronous: "FULL",
        group: 64,
    }
}
