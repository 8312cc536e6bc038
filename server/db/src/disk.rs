//! What the shop makes of a disk that fails.
//!
//! No room, or an error of a read or a write: the group is undone, whoever waits is told to try again, and the next may succeed.
//! A failed sync is another matter. Linux reports it once and forgets what it could not write, so that the next sync succeeds
//! and proves nothing; nobody knows then what is on disk. The process ends, and the next one begins with what is there.

use std::ffi::c_int;

use rusqlite::hooks::Wal;
use rusqlite::{Connection, ErrorCode, ffi};

use crate::careless::{self, Way};
use crate::error::Fault;

/// A longer write-ahead log is folded in after a commit, in pages.
const LONG_LOG: c_int = 1000;

/// `EX_IOERR` of BSD's `sysexits.h`.
const BROKEN: i32 = 74;

/// Folds the log of a writer's connection in when it is long. SQLite's own way of doing so keeps to itself that a sync failed.
pub fn watch(conn: &Connection) {
    conn.wal_hook(Some(fold_in));
}

/// The commit before it stands whether or not this succeeds: what cannot be folded in stays in the log, and is tried again.
fn fold_in(log: &Wal, pages: c_int) -> rusqlite::Result<()> {
    if pages < LONG_LOG {
        return Ok(());
    }
    if let Err(error) = log.checkpoint() {
        let fault = Fault::from(error);
        stop_if_unsure(&fault);
        tracing::warn!(%fault, "the log is not folded in yet");
    }
    Ok(())
}

/// Ends the process when the disk refused to sync, before anything more is promised.
pub fn stop_if_unsure(fault: &Fault) {
    if is_unsure(fault) && !careless::is(Way::Stubborn) {
        tracing::error!(
            "the disk refused to keep what was written, so the shop ends before it promises more. Look for errors of the disk \
             (`dmesg`, `smartctl`), then start the shop again and let `cartwright audit` check its books"
        );
        std::process::exit(BROKEN);
    }
}

/// Whether nobody knows what is on disk.
fn is_unsure(fault: &Fault) -> bool {
    let syncs = [ffi::SQLITE_IOERR_FSYNC, ffi::SQLITE_IOERR_DIR_FSYNC];
    matches!(fault, Fault::Disk(error) if error.sqlite_error().is_some_and(|error| syncs.contains(&error.extended_code)))
}

/// What undid a group, told to each of it: a disk that is full, locked or broken is waited for.
pub fn undone(fault: &Fault, text: &str) -> Fault {
    let waits = match fault {
        Fault::DiskFull(_) | Fault::Disk(_) => true,
        Fault::Sqlite(error) => matches!(error.sqlite_error_code(), Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen)),
        _ => false,
    };
    if waits { Fault::DiskFull(text.to_owned()) } else { Fault::Books(text.to_owned()) }
}
