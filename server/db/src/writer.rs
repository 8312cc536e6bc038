//! The writer: one thread that commits many verbs at once.
//!
//! `synchronous=FULL` costs one fsync a commit (2 to 4 ms on a common disk), whatever is in it. So the writer runs
//! what waits in its queue, commits once, and only then answers them all. A verb that is refused or fails is rolled back
//! alone: the first by the transaction itself, those that follow it by a savepoint each. (A savepoint keeps each page aside
//! before it changes: two thirds of the time a long import spent in the system.) A commit that fails fails the whole group.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::time::{Duration, Instant};

use tokio::sync::{broadcast, oneshot};

use crate::careless::{self, Way};
use crate::database::{Conn, Event, Options, Tx};
use crate::disk;
use crate::error::{Answer, Error, Fault};

/// More verbs waiting than this, and newcomers wait too.
const QUEUE: usize = 256;
/// How long a newcomer waits for a place in the queue.
const PATIENCE: Duration = Duration::from_secs(2);
/// A group is closed after this, even if more wait.
const GROUP_TIME: Duration = Duration::from_millis(2);

/// The queue's end that callers hold.
pub struct Writer {
    queue: SyncSender<Box<dyn Verb>>,
    thread: std::thread::JoinHandle<()>,
}

/// A verb with the place its answer goes to.
trait Verb: Send {
    /// Runs it; whether to keep what it wrote.
    fn run(&mut self, tx: &Tx<'_>) -> bool;
    /// Answers, with the fault that undid it, if one did.
    fn answer(self: Box<Self>, undone: Option<Fault>);
}

struct Asked<F, T, R> {
    verb: Option<F>,
    outcome: Option<Answer<T, R>>,
    reply: oneshot::Sender<Answer<T, R>>,
}

impl<F, T, R> Verb for Asked<F, T, R>
where
    F: FnOnce(&Tx<'_>) -> Answer<T, R> + Send,
    T: Send,
    R: Send,
{
    fn run(&mut self, tx: &Tx<'_>) -> bool {
        let Some(verb) = self.verb.take() else { return false };
        let outcome =
            catch_unwind(AssertUnwindSafe(|| verb(tx).and_then(|done| tx.settle().map(|()| done).map_err(Error::Fault))))
                .unwrap_or_else(|_| Err(Error::Fault(Fault::Books("a verb panicked; nothing of it was kept".to_owned()))));
        let keep = outcome.is_ok();
        self.outcome = Some(outcome);
        keep
    }

    fn answer(self: Box<Self>, undone: Option<Fault>) {
        let outcome = match (undone, self.outcome) {
            // A refusal stands whether or not the others were kept.
            (Some(_), Some(Err(error))) => Err(error),
            (Some(fault), _) => Err(Error::Fault(fault)),
            (None, Some(outcome)) => outcome,
            (None, None) => Err(Error::Fault(Fault::Busy)),
        };
        // Whoever asked may be gone; what is committed stays.
        let _ = self.reply.send(outcome);
    }
}

impl Writer {
    pub fn start(conn: Conn, options: Options, events: broadcast::Sender<Event>) -> crate::error::Result<Self> {
        let (queue, waiting) = sync_channel(QUEUE);
        let thread = std::thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || work(&conn, &options, &events, &waiting))
            .map_err(|error| Fault::Books(format!("no thread for the writer: {error}")))?;
        Ok(Self { queue, thread })
    }

    /// Lets the thread finish what is queued and waits for it.
    pub fn close(self) {
        drop(self.queue);
        // A verb's panic is caught; should the thread have died all the same, it has nothing left to write.
        let _ = self.thread.join();
    }

    pub async fn write<T, R>(&self, verb: impl FnOnce(&Tx<'_>) -> Answer<T, R> + Send + 'static) -> Answer<T, R>
    where
        T: Send + 'static,
        R: Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let mut asked: Box<dyn Verb> = Box::new(Asked { verb: Some(verb), outcome: None, reply });
        let since = Instant::now();
        loop {
            match self.queue.try_send(asked) {
                Ok(()) => break,
                Err(TrySendError::Full(back)) if since.elapsed() < PATIENCE => asked = back,
                Err(_) => return Err(Error::Fault(Fault::Busy)),
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        answer.await.unwrap_or(Err(Error::Fault(Fault::Busy)))
    }
}

fn work(conn: &Conn, options: &Options, events: &broadcast::Sender<Event>, waiting: &Receiver<Box<dyn Verb>>) {
    while let Ok(first) = waiting.recv() {
        let mut group = Group { conn, options, jobs: Vec::new(), events: Vec::new() };
        let outcome = group.write(first, waiting);
        group.close(outcome, events);
    }
    // Every door is shut: leave a small log behind.
    if let Err(error) = conn.raw().execute_batch("PRAGMA wal_checkpoint(TRUNCATE);") {
        let fault = Fault::from(error);
        disk::stop_if_unsure(&fault);
        tracing::warn!(%fault, "the last checkpoint failed; the next start makes it");
    }
}

struct Group<'a> {
    conn: &'a Conn,
    options: &'a Options,
    jobs: Vec<Box<dyn Verb>>,
    events: Vec<Event>,
}

impl Group<'_> {
    fn write(&mut self, first: Box<dyn Verb>, waiting: &Receiver<Box<dyn Verb>>) -> Result<(), Fault> {
        let opened = Instant::now();
        let mut next = Some(first);
        let begun = self.conn.run("BEGIN IMMEDIATE", &[]);
        let mut kept = false;
        while let Some(mut job) = next {
            let outcome = match (&begun, kept) {
                (Err(_), _) => Ok(false),
                (Ok(_), false) => self.first(job.as_mut()),
                (Ok(_), true) => self.alone(job.as_mut()),
            };
            match outcome {
                Ok(_) if careless::is(Way::Early) => job.answer(None),
                _ => self.jobs.push(job),
            }
            kept |= outcome?;
            let room = self.jobs.len() < self.options.group && opened.elapsed() < GROUP_TIME;
            next = room.then(|| waiting.try_recv().ok()).flatten();
        }
        begun?;
        careless::dawdle();
        self.conn.run(if kept { "COMMIT" } else { "ROLLBACK" }, &[])?;
        Ok(())
    }

    /// Runs a verb before which there is nothing to commit; whether there is now.
    fn first(&mut self, job: &mut dyn Verb) -> Result<bool, Fault> {
        let keep = self.run(job)?;
        if !keep {
            self.conn.run("ROLLBACK", &[])?;
            self.conn.run("BEGIN IMMEDIATE", &[])?;
        }
        Ok(keep)
    }

    /// Runs a verb in its own savepoint; whether it left something to commit, as others did.
    fn alone(&mut self, job: &mut dyn Verb) -> Result<bool, Fault> {
        self.conn.run("SAVEPOINT verb", &[])?;
        if !self.run(job)? {
            self.conn.run("ROLLBACK TO verb", &[])?;
        }
        self.conn.run("RELEASE verb", &[])?;
        Ok(true)
    }

    fn run(&mut self, job: &mut dyn Verb) -> Result<bool, Fault> {
        let events = RefCell::new(Vec::new());
        let keep = job.run(&Tx::new(self.conn, (self.options.clock)(), &events));
        // A full disk or an I/O error has rolled everything back already.
        if self.conn.raw().is_autocommit() {
            return Err(Fault::DiskFull("a write failed and undid its group".to_owned()));
        }
        if keep {
            self.events.extend(events.into_inner());
        }
        Ok(keep)
    }

    fn close(self, outcome: Result<(), Fault>, events: &broadcast::Sender<Event>) {
        if let Err(fault) = outcome {
            disk::stop_if_unsure(&fault);
            tracing::error!(%fault, verbs = self.jobs.len(), "a group of writes was undone");
            if !self.conn.raw().is_autocommit() {
                // The connection must not stay inside a transaction nobody will finish.
                let _ = self.conn.run("ROLLBACK", &[]);
            }
            let text = fault.to_string();
            for job in self.jobs {
                job.answer((!careless::is(Way::Blind)).then(|| disk::undone(&fault, &text)));
            }
            return;
        }
        for job in self.jobs {
            job.answer(None);
        }
        for event in self.events {
            // Nobody listening is no trouble.
            let _ = events.send(event);
        }
    }
}
