//! The database: one writer, several readers, WAL.
//!
//! Reads run where they are asked, on a pooled connection in one snapshot: an indexed read takes tens of
//! microseconds, less than the two wake-ups that handing it to another thread would cost. A deadline ends any
//! read that does not behave so. Writes are queued for the writer's thread, see [`crate::writer`].

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use domain::ids::OrderId;
use domain::market::Home;
use domain::money::Currency;
use domain::time::Timestamp;
use rusqlite::Connection;
use tokio::sync::{Semaphore, broadcast};

use crate::catalogue::Assortment;
use crate::disk;
use crate::documents::Issuer;
use crate::error::{Answer, Fault, Result};
use crate::writer::Writer;

mod conn;

use conn::connect;
pub use conn::{Conn, Tx};

/// "Cart", so that the file tells what it is.
const APPLICATION_ID: i32 = 0x4361_7274;

/// The WAL-reset fault is mended from 3.51.3 on.
const OLDEST_SQLITE: i32 = 3_051_003;

/// How a database is opened.
#[derive(Clone)]
pub struct Options {
    /// Where the shop is, and what its prices are in.
    pub home: Home,
    /// Who issues its documents.
    pub issuer: Arc<Issuer>,
    /// How many seconds pass after an order is paid until it may be packed: for so long its shopper can change it.
    pub packing_after: i64,
    /// What time it is. Only the program's `main` owns a real clock.
    pub clock: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    /// How many readers; twice the cores is plenty.
    pub readers: usize,
    /// `synchronous` of the writer. `FULL` but in the test that shows why.
    pub synchronous: &'static str,
    /// Verbs in one commit at most; 1 shows what grouping is worth.
    pub group: usize,
}

/// Something that happened, told after the commit that made it true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// An order's page shows something else now.
    Order(OrderId),
    /// The goods changed: what lists and pages show is no longer true.
    Catalogue,
    /// Something waits in the outbox.
    Outbox,
    /// A word changed that many goods are found by.
    Stale,
}

/// The door to the database. Cheap to clone.
#[derive(Clone)]
pub struct Database {
    inner: Arc<Inner>,
}

struct Inner {
    path: PathBuf,
    readers: Mutex<Vec<Conn>>,
    permits: Semaphore,
    writer: Writer,
    events: broadcast::Sender<Event>,
    options: Options,
}

impl Database {
    /// Opens the file, made if it is missing, and brings its schema up to date.
    pub fn open(path: &Path, options: Options) -> Result<Self> {
        Self::open_with(path, options, crate::migrate::migrate)
    }

    /// Opens a file with a schema of its own: the embedded provider's and carrier's books.
    pub fn open_with(path: &Path, options: Options, migrate: fn(&mut Connection) -> Result<()>) -> Result<Self> {
        if rusqlite::version_number() < OLDEST_SQLITE {
            return Err(Fault::Books(format!("SQLite {} is too old", rusqlite::version())));
        }
        crate::faults::install();
        let mut writing = connect(path, false)?;
        settle_in(&mut writing, path, &options, migrate)?;
        let readers = options.readers.max(1);
        let assortment = Arc::new(RwLock::new(Assortment::default()));
        let mut pool = Vec::with_capacity(readers);
        for _ in 0..readers {
            pool.push(Conn::reading(path, &options, Arc::clone(&assortment))?);
        }
        let (events, _) = broadcast::channel(1024);
        let writer = Writer::start(Conn::new(writing, &options, assortment), options.clone(), events.clone())?;
        Ok(Self {
            inner: Arc::new(Inner {
                path: path.to_owned(),
                readers: Mutex::new(pool),
                permits: Semaphore::new(readers),
                writer,
                events,
                options,
            }),
        })
    }

    /// Asks a question, in one snapshot.
    pub async fn read<T>(&self, question: impl FnOnce(&Conn) -> Result<T>) -> Result<T> {
        let _permit = self.inner.permits.acquire().await.map_err(|_| Fault::Busy)?;
        let conn = self.inner.readers.lock().unwrap_or_else(PoisonError::into_inner).pop().ok_or(Fault::Busy)?;
        let lent = Lent { conn: Some(conn), home: &self.inner.readers };
        lent.ask(question)
    }

    /// Runs a verb: all of it or nothing, answered when it is on disk.
    pub async fn write<T, R>(&self, verb: impl FnOnce(&Tx<'_>) -> Answer<T, R> + Send + 'static) -> Answer<T, R>
    where
        T: Send + 'static,
        R: Send + 'static,
    {
        self.inner.writer.write(verb).await
    }

    /// Hears what happens after each commit.
    pub fn events(&self) -> broadcast::Receiver<Event> {
        self.inner.events.subscribe()
    }

    /// What time the database thinks it is.
    pub fn now(&self) -> Timestamp {
        (self.inner.options.clock)()
    }

    /// What prices are in.
    pub fn currency(&self) -> Currency {
        self.home().currency
    }

    /// Where the shop is, and what its prices are in.
    pub fn home(&self) -> Home {
        self.inner.options.home
    }

    /// Waits until the last verb is on disk and the write-ahead log is folded in. Whoever else still holds the door
    /// keeps it open; then nothing is waited for.
    pub fn close(self) {
        if let Some(inner) = Arc::into_inner(self.inner) {
            let Inner { readers, writer, .. } = inner;
            // Only the last connection folds the log in, and only the writer may.
            drop(readers);
            writer.close();
        }
    }

    /// Copies the database into a new file while it is in use, and checks the copy.
    pub fn backup(&self, to: &Path) -> Result<()> {
        let sound: String = self.copied(to)?.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        if sound == "ok" { Ok(()) } else { Err(Fault::Books(sound)) }
    }

    /// A copy in a new file, opened as this one is: to try out what must not happen here.
    pub fn copy(&self, to: &Path) -> Result<Self> {
        drop(self.copied(to)?);
        Self::open(to, self.inner.options.clone())
    }

    fn copied(&self, to: &Path) -> Result<Connection> {
        let from = connect(&self.inner.path, true)?;
        let mut copy = Connection::open(to)?;
        // All in one step, which is one snapshot: in many, each write of the shop would begin the copy anew.
        rusqlite::backup::Backup::new(&from, &mut copy)?.step(-1)?;
        Ok(copy)
    }
}

/// A reader on loan; it goes home however the question ends.
struct Lent<'a> {
    conn: Option<Conn>,
    home: &'a Mutex<Vec<Conn>>,
}

impl Lent<'_> {
    fn ask<T>(&self, question: impl FnOnce(&Conn) -> Result<T>) -> Result<T> {
        let conn = self.conn.as_ref().ok_or(Fault::Busy)?;
        conn.start();
        conn.run("BEGIN", &[])?;
        question(conn)
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        if let Some(conn) = self.conn.take() {
            // A read leaves nothing to commit. One that the disk failed has ended its snapshot already.
            if !conn.raw().is_autocommit() {
                let _ = conn.run("ROLLBACK", &[]);
            }
            self.home.lock().unwrap_or_else(PoisonError::into_inner).push(conn);
        }
    }
}

/// The writer's pragmas, the schema, and what must hold before a single order is taken.
fn settle_in(conn: &mut Connection, path: &Path, options: &Options, migrate: fn(&mut Connection) -> Result<()>) -> Result<()> {
    disk::watch(conn);
    let mode: String = conn.query_row("PRAGMA journal_mode=WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(Fault::Books(format!(
            "{} cannot use a write-ahead log (it says `{mode}`); put it on a local disk",
            path.display()
        )));
    }
    conn.execute_batch(&format!(
        "PRAGMA synchronous={}; PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-65536; PRAGMA secure_delete=ON;",
        options.synchronous
    ))?;
    let id: i32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if id != 0 && id != APPLICATION_ID {
        return Err(Fault::Books(format!("{} belongs to another program", path.display())));
    }
    crate::careless::lower_the_guard(conn)?;
    migrate(conn)?;
    // Without statistics SQLite asks the same way of one order as of a million, and a shop as its tests do. Those of a young shop
    // say that every table has one row: it then looks through all of ten thousand letters that wait to send each.
    conn.execute_batch(&format!(
        "DROP TABLE IF EXISTS sqlite_stat1; DROP TABLE IF EXISTS sqlite_stat4; PRAGMA application_id={APPLICATION_ID};"
    ))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // On a disk that knows no modes there is nothing to keep shut.
        let _ = std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600));
    }
    Ok(())
}
