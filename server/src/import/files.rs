//! Pictures a catalogue names: at addresses, or in the folder the file lies in.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};

use domain::goods::Source;

use crate::pictures::{self, Media};

/// Whoever waits hears of every so many pictures.
const TOLD_EVERY: usize = 25;

/// The folder a catalogue lies in.
#[derive(Debug)]
pub struct Folder<'a> {
    path: &'a Path,
    media: &'a Media,
    only_tried: bool,
    /// What became of each name so far, and of each file: variants name the same picture again and again.
    named: RefCell<HashMap<String, Result<Source, String>>>,
    opened: RefCell<HashMap<PathBuf, Result<Source, String>>>,
}

/// Whether a cell names a picture elsewhere.
pub fn is_address(cell: &str) -> bool {
    cell.contains("//")
}

impl<'a> Folder<'a> {
    /// One whose pictures are kept in `media`, or only looked at.
    pub fn new(path: &'a Path, media: &'a Media, only_tried: bool) -> Self {
        Self { path, media, only_tried, named: RefCell::default(), opened: RefCell::default() }
    }

    /// Where the picture a cell names is, or why it cannot be taken.
    pub fn picture(&self, cell: &str) -> Result<Source, String> {
        let lower = cell.to_ascii_lowercase();
        if lower.starts_with("http://") || lower.starts_with("https://") {
            return Ok(Source::Address(cell.to_owned()));
        }
        if let Some(rest) = cell.strip_prefix("//") {
            return Ok(Source::Address(format!("https://{rest}")));
        }
        if let Some(known) = self.named.borrow().get(cell) {
            return known.clone();
        }
        let found = self.file(cell);
        self.named.borrow_mut().insert(cell.to_owned(), found.clone());
        found
    }

    fn file(&self, cell: &str) -> Result<Source, String> {
        let lower = cell.to_ascii_lowercase();
        let name = if lower.starts_with("file:") { cell["file:".len()..].trim_start_matches('/') } else { cell };
        if name.contains(':') {
            return Err(format!("`{cell}` is neither an http(s) address nor a file beside the catalogue"));
        }
        self.beside(&name.replace('\\', "/")).map_err(|why| format!("`{cell}`: {why}"))
    }

    fn beside(&self, name: &str) -> Result<Source, String> {
        let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if !inside {
            return Err("only files in the catalogue's folder are taken".to_owned());
        }
        let missing = |_| "there is no such file in the catalogue's folder".to_owned();
        let home = self.path_or_here().canonicalize().map_err(missing)?;
        let path = home.join(name).canonicalize().map_err(missing)?;
        // A link may lead out of the folder.
        if !path.starts_with(&home) {
            return Err("only files in the catalogue's folder are taken".to_owned());
        }
        if let Some(known) = self.opened.borrow().get(&path) {
            return known.clone();
        }
        let opened = self.open(&path, name);
        self.opened.borrow_mut().insert(path, opened.clone());
        let count = self.opened.borrow().len();
        if count.is_multiple_of(TOLD_EVERY) {
            eprintln!("{count} photos opened");
        }
        opened
    }

    fn open(&self, path: &Path, name: &str) -> Result<Source, String> {
        let length = std::fs::metadata(path).map_err(|error| error.to_string())?.len();
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        if length > pictures::MOST_BYTES {
            return Err(pictures::NotKept::TooLarge(length).to_string());
        }
        let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
        pictures::matches_name(&bytes, name).map_err(|why| why.to_string())?;
        let stored = if self.only_tried { self.media.examine(&bytes) } else { self.media.store(&bytes) };
        stored.map(Source::Stored).map_err(|error| error.to_string())
    }

    /// A bare file name has an empty parent, which means here.
    fn path_or_here(&self) -> &Path {
        if self.path.as_os_str().is_empty() { Path::new(".") } else { self.path }
    }
}
