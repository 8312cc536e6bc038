//! Pictures: kept in the media folder under the hash of their content, so an address never shows anything else.
//!
//! What is a picture is decided in `pictures/kind.rs`, whether a drawing only draws in `pictures/drawing.rs`; one at an address is fetched in `pictures/fetch.rs`, and only
//! from where everybody may go: `pictures/reach.rs`.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use db::token::hex;
use domain::goods::Stored;
use sha2::{Digest, Sha256};

mod drawing;
mod fetch;
mod kind;
mod reach;

pub use fetch::{Fetcher, NotFetched, fetch_job};
use kind::Kind;

/// Bytes of a picture at most: 20 MiB.
pub const MOST_BYTES: usize = 20 << 20;
/// Pixels of a picture at most: 40 megapixels, what a good camera makes.
pub const MOST_PIXELS: u64 = 40_000_000;

/// The folder pictures are kept in.
#[derive(Clone, Debug)]
pub struct Media {
    folder: PathBuf,
}

/// Why something is not kept as a picture.
#[derive(Debug, thiserror::Error)]
pub enum NotKept {
    /// More bytes than allowed.
    #[error("it has {0} bytes; at most {MOST_BYTES} are kept")]
    TooLarge(usize),
    /// None of the kinds a browser shows safely.
    #[error("it is not a JPEG, PNG, WebP, GIF or AVIF picture")]
    OtherKind,
    /// A drawing that does more than draw.
    #[error("it is a drawing that is not taken: {0}")]
    NotOnlyDrawn(String),
    /// It begins like a picture, and does not go on like one.
    #[error("it is a broken picture: {0}")]
    Broken(String),
    /// More pixels than allowed, or none.
    #[error("it is {width} by {height} pixels; at most {MOST_PIXELS} in all are kept")]
    OddSize {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
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
    pub fn open(data: &Path) -> Result<Self, NotKept> {
        let folder = data.join("media");
        fs::create_dir_all(&folder).map_err(|error| NotKept::Disk { path: folder.clone(), error })?;
        Ok(Self { folder })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Looks at a picture's content and keeps it. Keeping the same twice is keeping it once.
    pub fn store(&self, bytes: &[u8]) -> Result<Stored, NotKept> {
        let stored = examine(bytes)?;
        self.keep(&stored.file, bytes)?;
        Ok(stored)
    }

    /// Looks at a drawing's content and keeps it if it only draws.
    pub fn store_foreign_drawing(&self, bytes: &[u8]) -> Result<Stored, NotKept> {
        let stored = examine_drawing(bytes)?;
        self.keep(&stored.file, bytes)?;
        Ok(stored)
    }

    /// Keeps a drawing of our own. Never for what comes from outside: such a file can carry scripts.
    pub fn store_drawing(&self, svg: &str, width: u32, height: u32) -> Result<Stored, NotKept> {
        let stored = Stored { file: name(svg.as_bytes(), "svg"), width, height };
        self.keep(&stored.file, svg.as_bytes())?;
        Ok(stored)
    }

    /// Whole under its name or not there at all, whatever happens to the machine meanwhile.
    fn keep(&self, name: &str, bytes: &[u8]) -> Result<(), NotKept> {
        let path = self.folder.join(name);
        if path.exists() {
            return Ok(());
        }
        let aside = self.aside();
        let written =
            write_synced(&aside, bytes).and_then(|()| fs::rename(&aside, &path)).and_then(|()| sync_folder(&self.folder));
        written.map_err(|error| {
            // What is half-written is no picture; if it cannot be removed it is never shown either.
            let _ = fs::remove_file(&aside);
            NotKept::Disk { path, error }
        })
    }

    fn aside(&self) -> PathBuf {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        self.folder.join(format!(".{}-{}.part", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed)))
    }
}

/// What a picture would be kept as, without keeping it.
pub fn examine(bytes: &[u8]) -> Result<Stored, NotKept> {
    if bytes.len() > MOST_BYTES {
        return Err(NotKept::TooLarge(bytes.len()));
    }
    let kind = Kind::of(bytes).ok_or(NotKept::OtherKind)?;
    let size = imagesize::blob_size(bytes).map_err(|error| NotKept::Broken(error.to_string()))?;
    let side = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let (width, height) = (side(size.width), side(size.height));
    if !(1..=MOST_PIXELS).contains(&(u64::from(width) * u64::from(height))) {
        return Err(NotKept::OddSize { width, height });
    }
    Ok(Stored { file: name(bytes, kind.ending()), width, height })
}

/// What a drawing would be kept as, without keeping it.
pub fn examine_drawing(bytes: &[u8]) -> Result<Stored, NotKept> {
    if bytes.len() > MOST_BYTES {
        return Err(NotKept::TooLarge(bytes.len()));
    }
    let (width, height) = drawing::only_draws(bytes).map_err(NotKept::NotOnlyDrawn)?;
    Ok(Stored { file: name(bytes, "svg"), width, height })
}

/// The first 128 bits of the content's SHA-256: plenty against chance, and nobody gains by making two alike.
fn name(bytes: &[u8], ending: &str) -> String {
    let hash = hex(&Sha256::digest(bytes));
    format!("{}.{ending}", &hash[..32])
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
mod tests {
    use super::*;

    /// A 1x1 GIF.
    const DOT: &[u8] = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;";

    fn media() -> (tempfile::TempDir, Media) {
        let data = tempfile::tempdir().unwrap();
        let media = Media::open(data.path()).unwrap();
        (data, media)
    }

    fn files(media: &Media) -> usize {
        fs::read_dir(media.folder()).unwrap().count()
    }

    /// A GIF that says it is this large.
    fn gif(width: u16, height: u16) -> Vec<u8> {
        let mut bytes = DOT.to_vec();
        bytes[6..8].copy_from_slice(&width.to_le_bytes());
        bytes[8..10].copy_from_slice(&height.to_le_bytes());
        bytes
    }

    #[test]
    fn a_picture_is_kept_once_under_its_content() {
        let (_data, media) = media();
        let stored = media.store(DOT).unwrap();
        assert_eq!((stored.width, stored.height), (1, 1));
        assert_eq!(stored.file.len(), 36);
        assert!(stored.file.ends_with(".gif"));
        assert_eq!(media.store(DOT).unwrap(), stored);
        assert_eq!(fs::read(media.folder().join(&stored.file)).unwrap(), DOT);
        assert_eq!(files(&media), 1);
    }

    #[test]
    fn what_is_no_picture_is_not_kept() {
        let (_data, media) = media();
        for bytes in [&b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"[..], b"", b"<html>", b"MZ"] {
            assert!(matches!(media.store(bytes), Err(NotKept::OtherKind)));
        }
        assert!(matches!(media.store(b"\xff\xd8\xff"), Err(NotKept::Broken(_))));
        assert!(matches!(media.store(&vec![0; MOST_BYTES + 1]), Err(NotKept::TooLarge(_))));
        assert_eq!(files(&media), 0);
    }

    #[test]
    fn a_picture_that_would_fill_the_memory_is_not_kept() {
        let (_data, media) = media();
        assert!(matches!(media.store(&gif(40_000, 1_001)), Err(NotKept::OddSize { .. })));
        assert!(matches!(media.store(&gif(0, 5)), Err(NotKept::OddSize { .. })));
        assert!(media.store(&gif(40_000, 1_000)).is_ok());
    }

    #[test]
    fn a_folder_that_takes_nothing_is_told_of() {
        let (_data, media) = media();
        fs::remove_dir(media.folder()).unwrap();
        assert!(matches!(media.store(DOT), Err(NotKept::Disk { .. })));
    }
}
