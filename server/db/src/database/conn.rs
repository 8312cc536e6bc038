//! A connection to read from, and a transaction that writes: the only two ways to the tables.

use std::cell::RefCell;
use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};

use domain::lang::Lang;
use domain::market::Home;
use domain::money::Currency;
use domain::time::Timestamp;
use rusqlite::{Connection, ErrorCode, OpenFlags, Row, ToSql};

use super::{Event, Options};
use crate::catalogue::Assortment;
use crate::documents::Issuer;
use crate::error::{Fault, Result};
use crate::orders;

/// No read takes longer; the WAL could not shrink behind it.
const READ_LIMIT: Duration = Duration::from_secs(1);

/// A connection to read from. A write's [`Tx`] is one too, so every read works inside a write.
pub struct Conn {
    raw: Connection,
    home: Home,
    issuer: Arc<Issuer>,
    packing_after: i64,
    deadline: Deadline,
    assortment: Arc<RwLock<Assortment>>,
}

impl Conn {
    pub(super) fn new(raw: Connection, options: &Options, assortment: Arc<RwLock<Assortment>>) -> Self {
        raw.set_prepared_statement_cache_capacity(256);
        let (home, issuer) = (options.home, Arc::clone(&options.issuer));
        Self { raw, home, issuer, packing_after: options.packing_after, deadline: Deadline::default(), assortment }
    }

    pub(super) fn reading(path: &Path, options: &Options, assortment: Arc<RwLock<Assortment>>) -> Result<Self> {
        let raw = connect(path, true)?;
        raw.execute_batch("PRAGMA query_only=ON; PRAGMA cache_size=-16384;")?;
        let conn = Self::new(raw, options, assortment);
        let deadline = conn.deadline.clone();
        conn.raw.progress_handler(10_000, Some(move || deadline.is_over()))?;
        Ok(conn)
    }

    /// A read begins, or another part of a long one; it is ended when it takes too long.
    pub(crate) fn start(&self) {
        self.deadline.start();
    }

    /// Lets the read that runs take as long as it takes: for who looks after the shop and waits for a whole answer.
    pub(crate) fn unhurried(&self) {
        self.deadline.set(i64::MAX);
    }

    /// How many seconds pass after an order is paid until it may be packed.
    pub(crate) fn packing_after(&self) -> i64 {
        self.packing_after
    }

    /// What prices are in.
    pub fn currency(&self) -> Currency {
        self.home.currency
    }

    /// Where the shop is, and what its prices are in.
    pub fn home(&self) -> Home {
        self.home
    }

    /// Who issues documents.
    pub(crate) fn issuer(&self) -> &Issuer {
        &self.issuer
    }

    /// The row a question finds, if any.
    pub fn one<T>(
        &self,
        sql: &str,
        params: &[&dyn ToSql],
        row: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.raw.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        Ok(rows.next()?.map(row).transpose()?)
    }

    /// Every row a question finds.
    pub fn all<T>(&self, sql: &str, params: &[&dyn ToSql], row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>> {
        let mut statement = self.raw.prepare_cached(sql)?;
        let rows = statement.query_map(params, row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Asks a question that is ended after so long; none when it was.
    pub fn within<T>(&self, limit: Duration, question: impl FnOnce() -> Result<T>) -> Result<Option<T>> {
        let before = self.deadline.shorten(limit);
        let answer = question();
        self.deadline.set(before);
        match answer {
            Err(Fault::Sqlite(error)) if error.sqlite_error_code() == Some(ErrorCode::OperationInterrupted) => Ok(None),
            answer => answer.map(Some),
        }
    }

    pub(crate) fn run(&self, sql: &str, params: &[&dyn ToSql]) -> Result<usize> {
        Ok(self.raw.prepare_cached(sql)?.execute(params)?)
    }

    /// The goods as lists need them, shared by all readers of a database.
    pub(crate) fn assortment(&self) -> &RwLock<Assortment> {
        &self.assortment
    }

    pub(crate) fn raw(&self) -> &Connection {
        &self.raw
    }
}

/// A transaction that may write. What it says it will do later is kept with it, and done after the commit.
pub struct Tx<'a> {
    conn: &'a Conn,
    now: Timestamp,
    events: &'a RefCell<Vec<Event>>,
    last: RefCell<Vec<Last>>,
    learned: RefCell<HashSet<(Lang, String)>>,
}

/// What a verb does last.
type Last = Box<dyn FnOnce(&Conn) -> Result<()>>;

impl<'a> Tx<'a> {
    pub(crate) fn new(conn: &'a Conn, now: Timestamp, events: &'a RefCell<Vec<Event>>) -> Self {
        Self { conn, now, events, last: RefCell::default(), learned: RefCell::default() }
    }

    /// The moment this transaction counts as.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Changes rows; says how many.
    pub fn run(&self, sql: &str, params: &[&dyn ToSql]) -> Result<usize> {
        self.conn.run(sql, params)
    }

    /// Does something at the end of the verb, in a row with all that is put off so. (SQLite's full-text index writes what it
    /// has gathered to the file whenever another statement opens a savepoint of its own.)
    pub(crate) fn at_last(&self, act: impl FnOnce(&Conn) -> Result<()> + 'static) {
        self.last.borrow_mut().push(Box::new(act));
    }

    /// Does what was put off.
    pub(crate) fn settle(&self) -> Result<()> {
        let last = self.last.take();
        last.into_iter().try_for_each(|act| act(self.conn))
    }

    /// Whether a word is new to this verb: goods that come in together share most of theirs.
    pub(crate) fn is_new_word(&self, lang: Lang, word: &str) -> bool {
        self.learned.borrow_mut().insert((lang, word.to_owned()))
    }

    /// Tells those who listen, once this is committed. Whoever was away learns it from the order's revision.
    pub fn emit(&self, event: Event) {
        if let Event::Order(order) = event {
            self.at_last(move |conn| orders::revise(conn, order));
        }
        let mut events = self.events.borrow_mut();
        if !events.contains(&event) {
            events.push(event);
        }
    }
}

impl std::ops::Deref for Tx<'_> {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        self.conn
    }
}

/// When the running read must be over, in milliseconds of this process's own clock.
#[derive(Clone)]
struct Deadline {
    epoch: Instant,
    over_at: Arc<AtomicI64>,
}

impl Default for Deadline {
    fn default() -> Self {
        Self { epoch: Instant::now(), over_at: Arc::new(AtomicI64::new(i64::MAX)) }
    }
}

impl Deadline {
    fn millis(&self) -> i64 {
        i64::try_from(self.epoch.elapsed().as_millis()).unwrap_or(i64::MAX)
    }

    fn start(&self) {
        self.over_at.store(self.millis() + READ_LIMIT.as_millis() as i64, Ordering::Relaxed);
    }

    /// Ends the running read earlier; says when it would have ended.
    fn shorten(&self, limit: Duration) -> i64 {
        let before = self.over_at.load(Ordering::Relaxed);
        self.set(before.min(self.millis() + limit.as_millis() as i64));
        before
    }

    fn set(&self, over_at: i64) {
        self.over_at.store(over_at, Ordering::Relaxed);
    }

    fn is_over(&self) -> bool {
        self.millis() > self.over_at.load(Ordering::Relaxed)
    }
}

/// Waits while another process writes, five seconds at most. SQLite's own wait asks ten times a second after a while, and would
/// miss the short gaps a long import leaves for the shop.
fn wait_for_turn(times: i32) -> bool {
    std::thread::sleep(Duration::from_millis(1));
    times < 5_000
}

/// Opens the file, for reading or for the writer.
pub(super) fn connect(path: &Path, reading: bool) -> Result<Connection> {
    let access = if reading {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    } else {
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
    };
    let raw = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    raw.busy_handler(Some(wait_for_turn))?;
    raw.execute_batch(
        "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;
         PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;",
    )?;
    raw.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // Without this SQLite looks at the number behind each `LIMIT $n` while it plans, and so plans anew whenever it is asked.
    raw.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(raw)
}
