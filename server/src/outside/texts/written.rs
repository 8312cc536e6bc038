//! Text messages as lines of a file in the data folder: number, tab, text.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::Texts;
use crate::outside::Soon;
use crate::outside::mail::{Untaken, files};

/// The file beside the letters.
#[derive(Debug)]
pub struct Written(PathBuf);

impl Written {
    /// The one of this data folder.
    pub fn new(data: &Path) -> Self {
        Self(path(data))
    }

    fn write(&self, to: &str, says: &str) -> std::io::Result<String> {
        if let Some(folder) = self.0.parent() {
            files::make(folder)?;
        }
        let mut file = std::fs::OpenOptions::new().create(true).append(true).open(&self.0)?;
        writeln!(file, "{to}\t{}", says.replace('\n', " "))?;
        Ok("written".to_owned())
    }
}

/// Where they are written.
pub fn path(data: &Path) -> PathBuf {
    files::folder(data).join("texts.tsv")
}

impl Texts for Written {
    fn text<'a>(&'a self, to: &'a str, says: &'a str) -> Soon<'a, Result<String, Untaken>> {
        Box::pin(async move { self.write(to, says).map_err(|error| Untaken::Later(error.to_string())) })
    }
}
