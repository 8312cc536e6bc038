//! Pictures: kept in the media folder under the hash of their content, so an address never shows anything else.
//!
//! What comes from outside is opened in the darkroom, `pictures/darkroom.rs`, and only what the darkroom made of it is
//! kept; a drawing only if all it does is draw, `pictures/drawing.rs`. `pictures/kind.rs` tells kinds apart; a picture at
//! an address is fetched in `pictures/fetch.rs`, and only from where everybody may go: `pictures/reach.rs`. What is no
//! longer shown goes with `pictures/sweep.rs`. What shoppers send with a problem lies apart, in `pictures/album.rs`.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use db::goods::Whole;
use db::token::hex;
use domain::catalogue::{Picture, Rendition};
use domain::goods::Stored;
use sha2::{Digest, Sha256};

pub mod album;
pub mod darkroom;
mod drawing;
mod fetch;
pub mod finish;
mod kind;
mod reach;
pub mod sweep;

pub use album::Album;
pub use darkroom::{Darkroom, NotAPicture};
use darkroom::{Developed, Ending};
pub use fetch::{Fetcher, NotFetched, fetch_job};
pub use kind::matches_name;
pub use reach::Reach;

/// Bytes of a picture at most: 20 MiB.
pub const MOST_BYTES: usize = 20 << 20;
/// Pixels of a picture at most: 40 megapixels, what a good camera makes.
pub const MOST_PIXELS: u64 = 40_000_000;
/// Pixels on a side at most: what a WebP can hold.
pub const MOST_SIDE: u32 = 16_383;

/// The folder in the media folder that tells what was opened lately, by the hash of what it was.
const NOTES: &str = "opened";

/// The folder pictures are kept in, and the darkroom they pass. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Media {
    folder: PathBuf,
    darkroom: Darkroom,
}

/// Why something is not kept as a picture.
#[derive(Debug, thiserror::Error)]
pub enum NotKept {
    /// More bytes than allowed.
    #[error("it has {0} bytes; at most {MOST_BYTES} are kept")]
    TooLarge(usize),
    /// Not one the shop can show.
    #[error(transparent)]
    NotAPicture(#[from] NotAPicture),
    /// A drawing that does more than draw.
    #[error("it is a drawing that is not taken: {0}")]
    NotOnlyDrawn(String),
    /// It could not be looked at.
    #[error("the darkroom is out of order: {0}")]
    Darkroom(String),
    /// The disk does not take it.
    #[error("it cannot be written to {path}: {error}")]
    Disk {
        /// Where to.
        path: PathBuf,
        /// What the machine says.
        error: std::io::Error,
    },
}

impl Media {
    /// The media folder of a data folder, made if it is missing.
    pub fn open(data: &Path, darkroom: &Darkroom) -> Result<Self, NotKept> {
        let folder = data.join("media");
        fs::create_dir_all(folder.join(NOTES)).map_err(|error| NotKept::Disk { path: folder.clone(), error })?;
        Ok(Self { folder, darkroom: darkroom.clone() })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where pictures of problems are, beside this folder.
    pub fn album(&self) -> Album {
        Album::of(&self.folder, &self.darkroom)
    }

    /// Makes a picture of our own of one from outside and keeps it. Keeping the same twice is keeping it once, and what
    /// was kept lately is not opened again: an import that was broken off goes on where it was.
    pub fn store(&self, bytes: &[u8]) -> Result<Stored, NotKept> {
        if kind::is_drawing(bytes) {
            let stored = examine_drawing(bytes)?;
            self.keep(&[(stored.file.clone(), bytes)])?;
            return Ok(stored);
        }
        let note = format!("{NOTES}/{}", short(&Sha256::digest(bytes)));
        if let Some(stored) = self.noted(&note) {
            return Ok(stored);
        }
        let (stored, bytes) = self.develop(bytes)?;
        self.keep(&[(stored.file.clone(), &bytes)])?;
        let Stored { file, width, height, blur } = &stored;
        self.keep(&[(note, format!("{file} {width} {height} {blur}").as_bytes())])?;
        Ok(stored)
    }

    /// What a picture would be kept as, without keeping it.
    pub fn examine(&self, bytes: &[u8]) -> Result<Stored, NotKept> {
        if kind::is_drawing(bytes) { examine_drawing(bytes) } else { Ok(self.develop(bytes)?.0) }
    }

    /// Ours already, as after an export, is taken as it is: a photo that is developed again and again wears.
    fn develop(&self, bytes: &[u8]) -> Result<(Stored, Vec<u8>), NotKept> {
        let Developed { ending, width, height, blur, bytes: new } = self.darkroom.develop(bytes)?;
        let own = Ending::ALL.iter().map(|ending| name(bytes, ending.code())).find(|file| self.folder.join(file).exists());
        let (file, bytes) = own.map_or_else(|| (name(&new, ending.code()), new), |file| (file, bytes.to_owned()));
        Ok((Stored { file, width, height, blur }, bytes))
    }

    /// What a picture from outside became, if that is still here.
    fn noted(&self, note: &str) -> Option<Stored> {
        let path = self.folder.join(note);
        let text = fs::read_to_string(&path).ok()?;
        let [file, width, height, blur] = text.split(' ').collect::<Vec<_>>().try_into().ok()?;
        let stored = Stored { file: file.into(), width: width.parse().ok()?, height: height.parse().ok()?, blur: blur.into() };
        (is_here(&self.folder.join(file)) && is_here(&path)).then_some(stored)
    }

    /// Keeps a drawing of our own. Never for what comes from outside: such a file can carry scripts.
    pub fn store_drawing(&self, svg: &str, width: u32, height: u32) -> Result<Stored, NotKept> {
        let stored = Stored { file: name(svg.as_bytes(), "svg"), width, height, blur: String::new() };
        self.keep(&[(stored.file.clone(), svg.as_bytes())])?;
        Ok(stored)
    }

    /// Makes every width and type of a picture that is kept; answers with the hash they are named after, once all of
    /// them are on disk. The same picture always gives the same files, so that doing it twice is doing it once.
    pub fn reduce(&self, whole: &Whole) -> Result<String, NotKept> {
        let path = self.folder.join(&whole.file);
        let bytes = fs::read(&path).map_err(|error| NotKept::Disk { path, error })?;
        let made = self.darkroom.reduce(&bytes)?;
        let wanted = Picture::widths(whole.width).flat_map(|width| Rendition::ALL.iter().map(move |&kind| (width, kind)));
        if !made.iter().map(|one| (one.width, one.kind)).eq(wanted) {
            return Err(NotKept::Darkroom("it made other sizes than it was asked for".to_owned()));
        }
        let mut hash = Sha256::new();
        for one in &made {
            hash.update(&one.bytes);
        }
        let hash = short(&hash.finalize());
        let files: Vec<(String, &[u8])> =
            made.iter().map(|one| (Picture::rendition(&hash, one.width, one.kind), one.bytes.as_slice())).collect();
        self.keep(&files)?;
        Ok(hash)
    }

    /// Each whole under its name or not there at all, whatever happens to the machine meanwhile.
    fn keep(&self, files: &[(String, &[u8])]) -> Result<(), NotKept> {
        let disk = |path: &Path| {
            let path = path.to_owned();
            move |error| NotKept::Disk { path, error }
        };
        for (name, bytes) in files {
            let path = self.folder.join(name);
            if is_here(&path) {
                continue;
            }
            let aside = self.aside();
            let written = write_synced(&aside, bytes).and_then(|()| fs::rename(&aside, &path));
            written.map_err(|error| {
                // What is half-written is no picture; if it cannot be removed it is never shown either.
                let _ = fs::remove_file(&aside);
                disk(&path)(error)
            })?;
        }
        sync_folder(&self.folder).map_err(disk(&self.folder))
    }

    fn aside(&self) -> PathBuf {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        self.folder.join(format!(".{}-{}.part", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed)))
    }
}

/// What a drawing would be kept as. Nothing of it is changed, so all of it is looked at.
fn examine_drawing(bytes: &[u8]) -> Result<Stored, NotKept> {
    if bytes.len() > MOST_BYTES {
        return Err(NotKept::TooLarge(bytes.len()));
    }
    let (width, height) = drawing::only_draws(bytes).map_err(NotKept::NotOnlyDrawn)?;
    Ok(Stored { file: name(bytes, "svg"), width, height, blur: String::new() })
}

fn name(bytes: &[u8], ending: &str) -> String {
    format!("{}.{ending}", short(&Sha256::digest(bytes)))
}

/// The first 128 bits of a SHA-256: plenty against chance, and nobody gains by making two alike.
fn short(hash: &[u8]) -> String {
    hex(hash)[..32].to_owned()
}

/// A file that is wanted again counts as new, so that it is not swept away while what wants it is being saved.
fn is_here(path: &Path) -> bool {
    let Ok(file) = File::options().write(true).open(path) else { return false };
    file.set_modified(SystemTime::now()).is_ok()
}

fn write_synced(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A new name is on disk only when its folder is.
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
pub(crate) mod tests;
