//! Pictures of problems: their rows. The files lie in a folder of the machine's, under the names in here, and go after their rows:
//! the books note each row that goes, and `Job::ForgetPhotos` removes the files.

use std::collections::HashSet;

use domain::Never;
use domain::ids::{OrderId, PhotoId, ProblemId};
use domain::problems::{MOST_PHOTOS, Photo};
use domain::time::Timestamp;

use crate::database::{Conn, Tx};
use crate::error::{Answer, Fault, Result};
use crate::outbox::Job;

/// A picture whose files are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPhoto {
    /// What its files are called: chance.
    pub file: String,
    /// SHA-256 of it.
    pub digest: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// The pictures of a form: which of those that wait in it stay, and which are new.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Laid {
    /// Those of an earlier try that are still wanted.
    pub kept: Vec<PhotoId>,
    /// New ones.
    pub new: Vec<NewPhoto>,
}

/// Lays the pictures of a form beside its order until it is sent. What is not wanted any more goes; so does what was sent before, and
/// what is beyond [`MOST_PHOTOS`].
pub fn lay(tx: &Tx<'_>, order: OrderId, laid: &Laid) -> Result<()> {
    const KEEP: &str =
        "INSERT INTO problem_photos (order_id, file, digest, width, height, kept_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (file) DO NOTHING";
    const DROP: &str = "INSERT INTO dropped_photos (file) VALUES ($1) ON CONFLICT (file) DO NOTHING";
    let mut here = HashSet::new();
    for (id, digest) in waiting_digests(tx, order)? {
        if laid.kept.contains(&id) {
            here.insert(digest);
        } else {
            gone(tx, id)?;
        }
    }
    for photo in &laid.new {
        if here.len() < MOST_PHOTOS && here.insert(photo.digest.clone()) {
            let NewPhoto { file, digest, width, height } = photo;
            tx.run(KEEP, &[&order.0, file, digest, width, height, &tx.now().0])?;
        } else {
            tx.run(DROP, &[&photo.file])?;
            tx.later(Job::ForgetPhotos, 0, tx.now())?;
        }
    }
    Ok(())
}

/// Gives a problem the pictures that wait beside its order; what it has already, and what would be too many, goes.
pub(super) fn attach(tx: &Tx<'_>, order: OrderId, problem: ProblemId) -> Result<()> {
    const THERE: &str = "SELECT digest FROM problem_photos WHERE order_id = $1 AND problem_id = $2";
    const ATTACH: &str = "UPDATE problem_photos SET problem_id = $1 WHERE id = $2";
    let there = tx.all(THERE, &[&order.0, &problem.0], |row| row.get::<_, String>("digest"))?;
    let mut there: HashSet<String> = there.into_iter().collect();
    for (id, digest) in waiting_digests(tx, order)? {
        if there.len() < MOST_PHOTOS && there.insert(digest) {
            tx.run(ATTACH, &[&problem.0, &id.0])?;
        } else {
            gone(tx, id)?;
        }
    }
    Ok(())
}

/// The pictures that wait in the form of an order, the oldest first.
pub fn waiting(conn: &Conn, order: OrderId) -> Result<Vec<Photo>> {
    const WAITING: &str = "SELECT id, width, height FROM problem_photos WHERE order_id = $1 AND problem_id IS NULL ORDER BY id";
    conn.all(WAITING, &[&order.0], photo)
}

/// The pictures of a problem, the oldest first.
pub(super) fn of_problem(conn: &Conn, order: OrderId, problem: ProblemId) -> Result<Vec<Photo>> {
    const OF: &str = "SELECT id, width, height FROM problem_photos WHERE order_id = $1 AND problem_id = $2 ORDER BY id";
    conn.all(OF, &[&order.0, &problem.0], photo)
}

/// What the files of a picture of an order are called, for whoever may see the order.
pub fn file_of(conn: &Conn, order: OrderId, photo: PhotoId) -> Result<String> {
    const FILE: &str = "SELECT file FROM problem_photos WHERE id = $1 AND order_id = $2";
    let file = conn.one(FILE, &[&photo.0, &order.0], |row| row.get("file"))?;
    file.ok_or(Fault::NotFound("photo"))
}

/// What the files of a picture are called that was sent with a problem, for the desk.
pub fn file_for_desk(conn: &Conn, photo: PhotoId) -> Result<String> {
    const FILE: &str = "SELECT file FROM problem_photos WHERE id = $1 AND problem_id IS NOT NULL";
    let file = conn.one(FILE, &[&photo.0], |row| row.get("file"))?;
    file.ok_or(Fault::NotFound("photo"))
}

/// What the files of all pictures of these orders are called.
pub fn files_of(conn: &Conn, orders: &[OrderId]) -> Result<Vec<String>> {
    const FILES: &str = "SELECT file FROM problem_photos WHERE order_id = $1 ORDER BY id";
    let of = |order: &OrderId| conn.all(FILES, &[&order.0], |row| row.get("file"));
    Ok(orders.iter().map(of).collect::<Result<Vec<Vec<String>>>>()?.concat())
}

/// What every file in the folder is called that a row names, or that is about to go.
pub fn named(conn: &Conn) -> Result<HashSet<String>> {
    const NAMED: &str = "SELECT file FROM problem_photos UNION SELECT file FROM dropped_photos";
    Ok(conn.all(NAMED, &[], |row| row.get("file"))?.into_iter().collect())
}

/// Forgets the pictures that wait in a form since before then: nobody comes back to it.
pub fn forget_unsent(tx: &Tx<'_>, before: Timestamp) -> Answer<(), Never> {
    const UNSENT: &str = "SELECT id FROM problem_photos WHERE problem_id IS NULL AND kept_at < $1";
    let unsent = tx.all(UNSENT, &[&before.0], |row| Ok(PhotoId(row.get("id")?)))?;
    unsent.into_iter().try_for_each(|id| gone(tx, id))?;
    Ok(())
}

/// Files that are to go, so many at most.
pub fn dropped(conn: &Conn, most: u32) -> Result<Vec<String>> {
    conn.all("SELECT file FROM dropped_photos ORDER BY file LIMIT $1", &[&most], |row| row.get("file"))
}

/// They are gone.
pub fn removed(tx: &Tx<'_>, files: &[String]) -> Answer<(), Never> {
    for file in files {
        tx.run("DELETE FROM dropped_photos WHERE file = $1", &[file])?;
    }
    Ok(())
}

fn waiting_digests(tx: &Tx<'_>, order: OrderId) -> Result<Vec<(PhotoId, String)>> {
    const WAITING: &str = "SELECT id, digest FROM problem_photos WHERE order_id = $1 AND problem_id IS NULL ORDER BY id";
    tx.all(WAITING, &[&order.0], |row| Ok((PhotoId(row.get("id")?), row.get("digest")?)))
}

fn gone(tx: &Tx<'_>, id: PhotoId) -> Result<()> {
    tx.run("DELETE FROM problem_photos WHERE id = $1", &[&id.0])?;
    tx.later(Job::ForgetPhotos, 0, tx.now())
}

fn photo(row: &rusqlite::Row<'_>) -> rusqlite::Result<Photo> {
    Ok(Photo { id: PhotoId(row.get("id")?), width: row.get("width")?, height: row.get("height")? })
}
