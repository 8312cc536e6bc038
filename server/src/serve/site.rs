//! What the build left: `pkg-<hash>` with script, styles and WASM, and the public files beside it.

use std::path::{Path, PathBuf};

use super::Trouble;

/// The built site.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder.
    pub root: PathBuf,
    /// `pkg-<hash>` folders in it, the newest first. Pages name the first; pages still open in a browser may ask for
    /// the one before. The file `.package` names the newest, since a copied site may have lost its times.
    pub packages: Vec<String>,
}

impl Site {
    /// Looks into the folder.
    pub fn find(root: &Path) -> Result<Self, Trouble> {
        let missing = |what| Trouble::Site { path: root.to_owned(), what };
        let entries = std::fs::read_dir(root).map_err(|_| missing("is missing"))?;
        let newest = std::fs::read_to_string(root.join(".package")).unwrap_or_default();
        let mut found: Vec<_> = entries
            .flatten()
            .filter(|entry| entry.path().is_dir())
            .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.file_name().into_string().ok()?)))
            .filter(|(_, name)| name.starts_with("pkg-"))
            .collect();
        found.sort_by(|a, b| b.cmp(a));
        found.sort_by_key(|(_, name)| name != newest.trim());
        if found.is_empty() {
            return Err(missing("holds no `pkg-<hash>` folder"));
        }
        Ok(Self { root: root.to_owned(), packages: found.into_iter().take(2).map(|(_, name)| name).collect() })
    }

    /// The newest package's folder name, for the page's script and style addresses.
    pub fn package(&self) -> &str {
        self.packages.first().map_or("pkg", String::as_str)
    }
}
