//! Refusals are answers; faults are ours.

/// Something broke. Logged once at the border and never shown.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// There is no such thing, or not for whoever asks.
    #[error("no such {0}")]
    NotFound(&'static str),
    /// The writer has more to do than it can; try again soon.
    #[error("the database is busy")]
    Busy,
    /// No room, or no right, to write.
    #[error("the disk does not take more: {0}")]
    DiskFull(String),
    /// The disk failed a read, a write or a lock. The next may succeed.
    #[error("the disk failed: {0}")]
    Disk(rusqlite::Error),
    /// SQLite said no.
    #[error("{0}")]
    Sqlite(rusqlite::Error),
    /// A row holds what it must not.
    #[error("the books are wrong: {0}")]
    Books(String),
    /// The database was made by a newer program.
    #[error("{0}")]
    Newer(String),
    /// No chance to be had from the machine.
    #[error("no randomness: {0}")]
    Chance(String),
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Fault::DiskFull(error.to_string()),
            Some(rusqlite::ErrorCode::SystemIoFailure) => Fault::Disk(error),
            _ => Fault::Sqlite(error),
        }
    }
}

/// What a read gives.
pub type Result<T> = std::result::Result<T, Fault>;

/// Why a verb did not happen: the shop said no, or something broke.
#[derive(Debug)]
pub enum Error<R> {
    /// The shop says no, with what the shopper needs to know.
    Refused(R),
    /// Something broke.
    Fault(Fault),
}

/// What a verb gives.
pub type Answer<T, R> = std::result::Result<T, Error<R>>;

impl<R> From<Fault> for Error<R> {
    fn from(fault: Fault) -> Self {
        Error::Fault(fault)
    }
}

impl<R> From<rusqlite::Error> for Error<R> {
    fn from(error: rusqlite::Error) -> Self {
        Error::Fault(error.into())
    }
}

/// A verb that cannot be refused can only break.
impl From<Error<domain::Never>> for Fault {
    fn from(error: Error<domain::Never>) -> Self {
        match error {
            Error::Fault(fault) => fault,
            Error::Refused(never) => match never {},
        }
    }
}
