//! What is to be done after a commit: said in the transaction that makes it due, done by a job that is safe to run twice.

use domain::codes;
use domain::ids::JobId;
use domain::time::Timestamp;
use rusqlite::Row;

use crate::careless::{self, Way};
use crate::database::{Conn, Event, Tx};
use crate::error::Result;
use crate::rows::Columns;

codes! {
    /// Kinds of work.
    Job {
        /// Ask the provider what became of a payment.
        AskPayment = "ask_payment",
        /// Give up waiting for an order's money.
        ExpireOrder = "expire_order",
        /// Give up waiting for the money of a change of an order.
        ExpireChange = "expire_change",
        /// Send money back.
        Refund = "refund",
        /// Tell the provider that nobody waits for a payment any more.
        LetGo = "let_go",
        /// Take money that was promised.
        TakePayment = "take_payment",
        /// Send the letter with a link to an order that was asked for.
        SendOrderLink = "send_order_link",
        /// Have the parcels of a paid order made.
        MakeParcel = "make_parcel",
        /// Have the parcels of a cancelled order stopped.
        StopParcel = "stop_parcel",
        /// Ask a carrier to take a label back, and whether its money is.
        VoidLabel = "void_label",
        /// Ask the carrier about a parcel.
        AskParcel = "ask_parcel",
        /// Ask a carrier for what a shopper wishes of a parcel.
        AskWish = "ask_wish",
        /// Ask a carrier to come for a parcel.
        AskCollection = "ask_collection",
        /// Fetch a picture from its address.
        FetchPicture = "fetch_picture",
        /// Make a picture in every width and type.
        ReducePicture = "reduce_picture",
        /// Show a product whose moment has come.
        Publish = "publish",
        /// Tell who waits for a variant that it is back.
        TellBack = "tell_back",
        /// Tell whose lists have a variant in them that it costs less.
        TellFallen = "tell_fallen",
        /// Write the documents of an order that was paid when none were written yet.
        IssueDocuments = "issue_documents",
        /// Send a message.
        SendMessage = "send_message",
        /// Count how well goods are liked; about nothing in particular.
        CountLiked = "count_liked",
        /// Forget who has waited too long; about nothing in particular.
        ForgetWishes = "forget_wishes",
        /// Forget what was taken out of wish lists, and lists that are nobody's any more; about nothing in particular.
        ForgetWishlists = "forget_wishlists",
        /// Forget what somebody looked at too long ago; about nothing in particular.
        ForgetSeen = "forget_seen",
        /// Forget the addresses that nobody has used for too long; about nothing in particular.
        ForgetAddresses = "forget_addresses",
        /// Take whoever placed it out of an order, once it has ended.
        ForgetOrder = "forget_order",
        /// Take the buyer out of an order's documents, once the years are over.
        ForgetBooks = "forget_books",
        /// Tell a provider to forget a card, or all it keeps for somebody.
        ForgetCard = "forget_card",
        /// Remove the files of pictures of problems that are gone; about nothing in particular.
        ForgetPhotos = "forget_photos",
    }
}

codes! {
    /// Work that waits for work of its own kind only: a catalogue of photos must not keep an order's money waiting. It stands in the
    /// row, so that what is due of a lane is found without looking through the sixty thousand photos of another.
    Lane {
        /// What somebody waits for.
        Prompt = "prompt",
        /// What takes as long as other machines take.
        Fetching = "fetching",
        /// What takes all of a core.
        Heavy = "heavy",
        /// Messages to shoppers: whoever carries them may be away for hours.
        Post = "post",
    }
}

impl Lane {
    /// The lane of a kind of work.
    const fn of(job: Job) -> Self {
        match job {
            Job::FetchPicture => Self::Fetching,
            Job::ReducePicture => Self::Heavy,
            Job::SendMessage => Self::Post,
            _ => Self::Prompt,
        }
    }
}

/// Work that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Its row.
    pub id: JobId,
    /// What.
    pub job: Job,
    /// The id of what it is about: a payment, an order, a picture, a variant, a message.
    pub subject: i64,
    /// How often it was tried.
    pub attempts: u32,
    /// When it became due. It is another moment once it was said anew: what is noted of work that was begun before does not
    /// count then, and it is done again.
    pub run_at: Timestamp,
}

/// After so many tries a job is left to a person.
pub const MOST_ATTEMPTS: u32 = 12;

impl Tx<'_> {
    /// Says that `job` is to be done about `subject` at `at` and not when it was said before.
    pub fn later_instead(&self, job: Job, subject: i64, at: Timestamp) -> Result<()> {
        const SAY: &str = "INSERT INTO outbox (kind, lane, subject, run_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (kind, subject) DO UPDATE SET state = 'waiting', run_at = excluded.run_at, attempts = 0";
        self.run(SAY, &[&job.code(), &Lane::of(job).code(), &subject, &at.0])?;
        self.emit(Event::Outbox);
        Ok(())
    }

    /// Says that `job` is to be done about `subject` at `at`, or earlier where that was said before. Saying it twice is saying it
    /// once; but where it is being done at this moment it is done again afterwards: it may have looked before there was
    /// something to do.
    pub fn later(&self, job: Job, subject: i64, at: Timestamp) -> Result<()> {
        // A millisecond makes another moment of it than the one the job was begun with; an earlier one, which is due as well.
        const SAY: &str = "INSERT INTO outbox (kind, lane, subject, run_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (kind, subject) DO UPDATE SET state = 'waiting', attempts = 0, run_at = CASE
                WHEN outbox.state = 'waiting' AND outbox.run_at <= excluded.run_at THEN outbox.run_at - 1 ELSE excluded.run_at END";
        self.run(SAY, &[&job.code(), &Lane::of(job).code(), &subject, &at.0])?;
        self.emit(Event::Outbox);
        Ok(())
    }
}

/// What is due in a lane by `now`, the longest waiting first.
pub fn due(conn: &Conn, now: Timestamp, lane: Lane, most: u32) -> Result<Vec<Due>> {
    const DUE: &str = "SELECT id, kind, subject, attempts, run_at FROM outbox
        WHERE state = 'waiting' AND lane = $1 AND run_at <= $2 ORDER BY run_at, id LIMIT $3";
    conn.all(DUE, &[&lane.code(), &now.0, &most], read)
}

/// When the next one is due, if any waits.
pub fn next_at(conn: &Conn) -> Result<Option<Timestamp>> {
    const NEXT: &str = "SELECT run_at FROM outbox WHERE state = 'waiting' ORDER BY run_at LIMIT 1";
    conn.one(NEXT, &[], |row| row.time("run_at"))
}

/// It is done.
pub fn done(tx: &Tx<'_>, due: &Due) -> Result<()> {
    tx.run("UPDATE outbox SET state = 'done' WHERE id = $1 AND run_at = $2", &[&due.id.0, &due.run_at.0])?;
    Ok(())
}

/// It has to be looked at again at `at`, which is no failure.
pub fn again(tx: &Tx<'_>, due: &Due, at: Timestamp) -> Result<()> {
    if careless::is(Way::Once) {
        return done(tx, due);
    }
    tx.run("UPDATE outbox SET run_at = $1 WHERE id = $2 AND run_at = $3", &[&at.0, &due.id.0, &due.run_at.0])?;
    Ok(())
}

/// It failed: tried again later, each time twice as much later, and left to a person in the end.
pub fn failed(tx: &Tx<'_>, due: &Due, trouble: &str) -> Result<()> {
    const FAILED: &str =
        "UPDATE outbox SET attempts = attempts + 1, trouble = $1, run_at = $2, state = $3 WHERE id = $4 AND run_at = $5";
    let wait = 1_i64 << due.attempts.min(12);
    let state = if due.attempts + 1 >= MOST_ATTEMPTS { "dead" } else { "waiting" };
    tx.run(FAILED, &[&trouble, &tx.now().plus_seconds(wait).0, &state, &due.id.0, &due.run_at.0])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Due> {
    let (id, job) = (JobId(row.get("id")?), row.code("kind")?);
    Ok(Due { id, job, subject: row.get("subject")?, attempts: row.get("attempts")?, run_at: row.time("run_at")? })
}
