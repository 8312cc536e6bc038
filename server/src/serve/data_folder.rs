//! The folder where a shop keeps everything, for one process that serves.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use app::i18n::format::offset;
use db::documents::Issuer;
use db::{Database, Fault, database::Options};

use super::{Clock, Trouble};
use crate::config::Config;
use crate::outside::secrets::Secrets;

/// A data folder nobody else serves from while this lives.
pub struct DataFolder {
    path: PathBuf,
    _lock: File,
}

impl DataFolder {
    /// Takes the folder, made if it is missing.
    pub fn take(path: &Path) -> Result<Self, Trouble> {
        let trouble = |error: std::io::Error| Trouble::folder(path, &error);
        make(path).map_err(trouble)?;
        make(&path.join("media")).map_err(trouble)?;
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(path.join("lock")).map_err(trouble)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path: path.to_owned(), _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(Trouble::InUse { path: path.to_owned() }),
            Err(TryLockError::Error(error)) => Err(trouble(error)),
        }
    }

    /// Opens the shop's database in it.
    pub fn database(&self, config: &Config, clock: Clock) -> Result<Database, Trouble> {
        Ok(Database::open(&file(&self.path), options(config, clock))?)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// The database's file in a data folder.
pub fn file(folder: &Path) -> PathBuf {
    folder.join("shop.sqlite")
}

/// Opens the database of a folder that another process may be serving from. It must be there already.
pub fn visit(config: &Config, clock: Clock) -> Result<Database, Trouble> {
    let path = file(&config.data);
    if !path.is_file() {
        return Err(Trouble::NoShop { path: config.data.clone() });
    }
    Ok(Database::open(&path, options(config, clock))?)
}

/// Opens the database of a folder, made with it if it is missing: goods may come before the shop first opens.
pub fn visit_or_make(config: &Config, clock: Clock) -> Result<Database, Trouble> {
    let trouble = |error: std::io::Error| Trouble::folder(&config.data, &error);
    make(&config.data).map_err(trouble)?;
    Ok(Database::open(&file(&config.data), options(config, clock))?)
}

/// How this program opens a database.
pub fn options(config: &Config, clock: Clock) -> Options {
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let packing_after = i64::from(config.packing_after);
    Options {
        home: config.home,
        issuer: issuer(config),
        packing_after,
        clock,
        readers: 2 * cores,
        synchronous: "FULL",
        group: 64,
    }
}

/// Who issues the shop's documents, by the calendar of its own zone, and its gift cards, under its own secret.
pub fn issuer(config: &Config) -> Arc<Issuer> {
    let (zone, data, secrets) = (config.zone.clone(), config.data.clone(), OnceLock::new());
    // Who only looks at the books needs no secrets, and makes none.
    let keyed = move |seed: &[u8; 16]| {
        let secrets = secrets.get_or_init(|| Secrets::load_or_make(&data).map_err(|error| error.to_string()));
        secrets.as_ref().map(|secrets| secrets.gift_card(seed)).map_err(|error| Fault::Books(format!("the secrets: {error}")))
    };
    Arc::new(Issuer {
        seller: config.seller.clone(),
        calendar: Arc::new(move |at| at.day_at(offset(&zone, at))),
        keyed: Arc::new(keyed),
    })
}

/// Names and addresses are in it: for this user only.
fn make(path: &Path) -> std::io::Result<()> {
    let mut maker = std::fs::DirBuilder::new();
    maker.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.create(path)
}
