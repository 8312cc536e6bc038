//! Pictures a catalogue names: at addresses, or in the folder the file lies in.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Component, Path};

use domain::goods::Source;

use crate::pictures::{self, Media};

/// The folder a catalogue lies in.
#[derive(Clone, Copy, Debug)]
pub struct Folder<'a> {
    /// The folder.
    pub path: &'a Path,
    /// Where its pictures are kept; nowhere when the import is only tried.
    pub media: Option<&'a Media>,
}

/// The pictures of a catalogue; each file is looked at once, however many products show it.
pub struct Pictures<'a> {
    folder: Folder<'a>,
    known: RefCell<HashMap<String, Result<Source, String>>>,
}

impl<'a> Pictures<'a> {
    /// Those in this folder.
    pub fn of(folder: Folder<'a>) -> Self {
        Self { folder, known: RefCell::default() }
    }

    /// Where the picture a cell names is, or why it cannot be taken.
    pub fn get(&self, cell: &str) -> Result<Source, String> {
        if is_address(cell) {
            return self.folder.picture(cell);
        }
        self.known.borrow_mut().entry(cell.to_owned()).or_insert_with(|| self.folder.picture(cell)).clone()
    }
}

/// Whether a cell names a picture elsewhere.
pub fn is_address(cell: &str) -> bool {
    cell.contains("//")
}

impl Folder<'_> {
    /// Where the picture a cell names is, or why it cannot be taken.
    pub fn picture(&self, cell: &str) -> Result<Source, String> {
        let lower = cell.to_ascii_lowercase();
        if lower.starts_with("http://") || lower.starts_with("https://") {
            return Ok(Source::Address(cell.to_owned()));
        }
        if let Some(rest) = cell.strip_prefix("//") {
            return Ok(Source::Address(format!("https://{rest}")));
        }
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
        let length = std::fs::metadata(&path).map_err(missing)?.len();
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        if length > pictures::MOST_BYTES {
            return Err(pictures::NotKept::TooLarge(length).to_string());
        }
        let bytes = std::fs::read(&path).map_err(|error| error.to_string())?;
        let is_drawing = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg"));
        let stored = match (self.media, is_drawing) {
            (Some(media), true) => media.store_foreign_drawing(&bytes),
            (Some(media), false) => media.store(&bytes),
            (None, true) => pictures::examine_drawing(&bytes),
            (None, false) => pictures::examine(&bytes),
        };
        stored.map(Source::Stored).map_err(|error| error.to_string())
    }

    /// A bare file name has an empty parent, which means here.
    fn path_or_here(&self) -> &Path {
        if self.path.as_os_str().is_empty() { Path::new(".") } else { self.path }
    }
}
