//! Why the shop does not open, what to do, and the exit code that says so to scripts.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use domain::money::Currency;

use crate::config::Wrong;

/// The shop cannot open.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// A setting cannot be used.
    #[error("{0}")]
    Setting(#[from] Wrong),
    /// The settings file is not there or not readable.
    #[error("the settings file {} cannot be read: {why}. Check the path after --config", .path.display())]
    SettingsFile {
        /// Which.
        path: PathBuf,
        /// What the machine says.
        why: String,
    },
    /// The delivery tariff cannot be told in the shop's currency.
    #[error("there is no exchange rate between {} and {}, so what delivery costs cannot be told in the shop's currency. Choose another with CARTWRIGHT_CURRENCY: {offered}", .tariff.code(), .home.code())]
    NoRate {
        /// What the tariff is in.
        tariff: Currency,
        /// What the shop counts in.
        home: Currency,
        /// Those that would do.
        offered: String,
    },
    /// Another program listens there.
    #[error("{addr} is taken by another program. Stop that one, or choose another port: CARTWRIGHT_ADDR={}:{}", .addr.ip(), .addr.port().wrapping_add(1))]
    PortTaken {
        /// Where.
        addr: SocketAddr,
    },
    /// This machine does not let us listen there.
    #[error(
        "cannot listen on {addr}: {why}. Choose an address of this machine (CARTWRIGHT_ADDR), above port 1023 unless you are root"
    )]
    Listening {
        /// Where.
        addr: SocketAddr,
        /// What the machine says.
        why: String,
    },
    /// Nothing can be written into the data folder.
    #[error("the data folder {} cannot be written: {why}. Give this user the right to write there, or choose another folder with CARTWRIGHT_DATA", .path.display())]
    DataFolder {
        /// Which.
        path: PathBuf,
        /// What the machine says.
        why: String,
    },
    /// One folder, one shop.
    #[error("another Cartwright uses the data folder {}. Stop it first, or choose another folder with CARTWRIGHT_DATA", .path.display())]
    InUse {
        /// Which.
        path: PathBuf,
    },
    /// There is no shop in the folder yet.
    #[error("there is no shop in {} yet. Start `cartwright serve` once, or say where it is with CARTWRIGHT_DATA", .path.display())]
    NoShop {
        /// Which.
        path: PathBuf,
    },
    /// The build's output is missing.
    #[error("the site folder {} {what}. Build it with `make build`, or say where it is with CARTWRIGHT_SITE", .path.display())]
    Site {
        /// Which.
        path: PathBuf,
        /// What it lacks.
        what: &'static str,
    },
    /// Certificate or key cannot be used.
    #[error("the {what} {} cannot be used: {why}", .path.display())]
    Tls {
        /// Certificate or key.
        what: &'static str,
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The database is from the future.
    #[error("{0}")]
    Newer(String),
    /// The database does not open.
    #[error("the database does not open: {0}. `cartwright restore FILE` brings back a backup")]
    Database(String),
    /// The disk does not do as it is told.
    #[error(
        "{0}. Look for errors of the disk (`dmesg`, `smartctl`), then start the shop again and let `cartwright audit` check its books"
    )]
    Disk(String),
    /// A room of the shop does not open.
    #[error("{what} cannot be opened: {why}")]
    Room {
        /// Which.
        what: &'static str,
        /// What is wrong with it.
        why: String,
    },
    /// The goods cannot be written out.
    #[error("nothing was exported: {0}")]
    Export(#[from] crate::export::NotWritten),
    /// A backup that is none.
    #[error("{} is not a backup of a shop: {why}", .path.display())]
    Backup {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
}

impl Trouble {
    /// The exit code, of those BSD's `sysexits.h` lists.
    pub fn code(&self) -> u8 {
        match self {
            Self::Setting(_) | Self::NoRate { .. } | Self::SettingsFile { .. } | Self::Site { .. } | Self::Tls { .. } => 78,
            Self::PortTaken { .. } | Self::Listening { .. } => 69,
            Self::DataFolder { .. } => 73,
            Self::InUse { .. } => 75,
            Self::NoShop { .. } | Self::Backup { .. } => 66,
            Self::Newer(_) => 76,
            Self::Database(_) | Self::Disk(_) | Self::Room { .. } | Self::Export(_) => 74,
        }
    }

    /// Why a room of the shop does not open.
    pub fn room<E: std::fmt::Display>(what: &'static str) -> impl FnOnce(E) -> Self {
        move |error| Self::Room { what, why: error.to_string() }
    }

    /// Why nobody can listen there.
    pub(super) fn listening(addr: SocketAddr, error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::AddrInUse => Self::PortTaken { addr },
            _ => Self::Listening { addr, why: error.to_string() },
        }
    }

    /// Why the data folder is of no use.
    pub(super) fn folder(path: &Path, error: &std::io::Error) -> Self {
        Self::DataFolder { path: path.to_owned(), why: error.to_string() }
    }
}

impl From<db::Fault> for Trouble {
    fn from(fault: db::Fault) -> Self {
        match fault {
            db::Fault::Newer(text) => Self::Newer(text),
            db::Fault::Disk(_) => Self::Disk(fault.to_string()),
            other => Self::Database(other.to_string()),
        }
    }
}
