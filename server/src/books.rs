//! The books as files: checked, copied, put back.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use db::Database;

use crate::config::Config;
use crate::serve::{Clock, DataFolder, Trouble, data_folder};

/// Writes each invariant with what contradicts it. True when nothing does.
pub async fn audit(db: &Database, out: &mut impl Write) -> Result<bool, Trouble> {
    let findings = db.read(db::audit::audit).await?;
    let wrong = findings.iter().filter(|finding| !finding.against.is_empty()).count();
    let written = (|| {
        for finding in &findings {
            writeln!(out, "{} {:<4} {}", if finding.against.is_empty() { "ok   " } else { "WRONG" }, finding.id, finding.says)?;
            for row in &finding.against {
                writeln!(out, "           {row}")?;
            }
        }
        match wrong {
            0 => writeln!(out, "The books are right."),
            count => writeln!(out, "The books are wrong in {count} of {} ways.", findings.len()),
        }
    })();
    written.map_err(|error: std::io::Error| Trouble::Database(error.to_string()))?;
    Ok(wrong == 0)
}

/// Copies the database, also while the shop is open.
pub fn backup(db: &Database, to: &Path) -> Result<(), Trouble> {
    let refused = |why: &str| Trouble::Database(format!("{} {why}", to.display()));
    if to.exists() {
        return Err(refused("is there already; a backup overwrites nothing"));
    }
    db.backup(to).map_err(|fault| refused(&format!("cannot be written: {fault}")))
}

/// Puts a backup in the database's place. Answers where the old database went, if there was one.
pub fn restore(config: &Config, clock: Clock, from: &Path) -> Result<Option<PathBuf>, Trouble> {
    let none = |why: String| Trouble::Backup { path: from.to_owned(), why };
    if !from.is_file() {
        return Err(none("there is no such file".to_owned()));
    }
    // SQLite takes what is too short to be a database for a new one, and an empty shop would be put in place.
    if !is_whole(from).map_err(|error| none(error.to_string()))? {
        return Err(none("it is empty, or broke off".to_owned()));
    }
    let folder = DataFolder::take(&config.data)?;
    let moment = clock().0;
    let (file, coming) = (data_folder::file(folder.path()), folder.path().join("restoring.sqlite"));
    let io = |error: std::io::Error| none(error.to_string());
    std::fs::copy(from, &coming).map_err(io)?;
    let sound = check(&coming, config, clock);
    if let Err(why) = sound {
        forget(&coming);
        return Err(none(why));
    }
    let kept = folder.path().join(format!("shop.before-{moment}.sqlite"));
    let there = file.is_file();
    if there {
        set_aside(&file, &kept).map_err(io)?;
    }
    std::fs::rename(&coming, &file).map_err(io)?;
    Ok(there.then_some(kept))
}

/// Whether a file is as long as its head says (sqlite.org/fileformat: the size of a page, and how many there are).
fn is_whole(file: &Path) -> std::io::Result<bool> {
    let mut head = Vec::new();
    let mut file = std::fs::File::open(file)?;
    Read::by_ref(&mut file).take(100).read_to_end(&mut head)?;
    let [.., high, low, _, _] = *head.first_chunk::<20>().unwrap_or(&[0; 20]);
    let page = match u16::from_be_bytes([high, low]) {
        1 => 65_536,
        size => u64::from(size),
    };
    let count = head.get(28..32).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_be_bytes);
    Ok(count > 0 && file.metadata()?.len() == page * u64::from(count))
}

/// Opens the copy, which brings an older schema up to date and refuses a newer one or another program's file.
fn check(copy: &Path, config: &Config, clock: Clock) -> Result<(), String> {
    let db = Database::open(copy, data_folder::options(config, clock)).map_err(|fault| fault.to_string())?;
    let beside = copy.with_extension("check");
    // A copy of the copy is what checks every page of it.
    let sound = db.backup(&beside).map_err(|fault| fault.to_string());
    forget(&beside);
    db.close();
    sound
}

fn set_aside(file: &Path, kept: &Path) -> std::io::Result<()> {
    for ending in ["", "-wal", "-shm"] {
        let of = |path: &Path| PathBuf::from(format!("{}{ending}", path.display()));
        if of(file).exists() {
            std::fs::rename(of(file), of(kept))?;
        }
    }
    Ok(())
}

fn forget(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        // What is not there needs no removing.
        let _ = std::fs::remove_file(format!("{}{ending}", path.display()));
    }
}
