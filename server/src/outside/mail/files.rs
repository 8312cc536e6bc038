//! Letters as files: the embedded post. Each is an `.eml` that mail programs open, and beside it what the viewer shows.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use serde::{Deserialize, Serialize};

use super::{Post, Sealed, Untaken};
use crate::outside::Soon;

/// So many letters are kept; older ones make room.
const MOST: usize = 500;
/// So often it is looked whether there are more.
const SWEEP_EVERY: u32 = 50;

/// The folder letters are written to.
#[derive(Debug)]
pub struct Files {
    folder: PathBuf,
    written: AtomicU32,
}

/// A letter as the viewer reads it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Kept {
    /// Whom it went to.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// As HTML.
    pub html: String,
    /// As plain text.
    pub text: String,
}

impl Files {
    /// The post that writes into `mail` of the data folder.
    pub fn new(data: &Path) -> Self {
        Self { folder: folder(data), written: AtomicU32::new(0) }
    }

    fn write(&self, letter: &Sealed) -> std::io::Result<String> {
        make(&self.folder)?;
        let kept = Kept {
            to: letter.to.clone(),
            subject: letter.subject.clone(),
            html: letter.rendered.html.clone(),
            text: letter.rendered.text.clone(),
        };
        let kept = serde_json::to_vec(&kept).map_err(std::io::Error::other)?;
        // The same letter again is the same file.
        self.put(&format!("{}.json", letter.message), &kept)?;
        let name = format!("{}.eml", letter.message);
        self.put(&name, &letter.bytes)?;
        if self.written.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1 {
            sweep(&self.folder)?;
        }
        Ok(name)
    }

    /// Written beside and then moved: nobody reads half a letter.
    fn put(&self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        let beside = self.folder.join(format!(".{name}"));
        std::fs::File::create(&beside)?.write_all(bytes)?;
        std::fs::rename(&beside, self.folder.join(name))
    }
}

impl Post for Files {
    fn name(&self) -> &'static str {
        "files"
    }

    fn carry<'a>(&'a self, letter: &'a Sealed) -> Soon<'a, Result<String, Untaken>> {
        Box::pin(async move { self.write(letter).map_err(|error| Untaken::Later(error.to_string())) })
    }
}

/// Where letters lie in a data folder.
pub fn folder(data: &Path) -> PathBuf {
    data.join("mail")
}

/// Names and addresses are in it: for this user only.
pub(in crate::outside) fn make(folder: &Path) -> std::io::Result<()> {
    let mut maker = std::fs::DirBuilder::new();
    maker.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.create(folder)
}

/// The letters there are, the newest first: their names without an ending.
pub fn all(folder: &Path) -> std::io::Result<Vec<String>> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let named = entries.filter_map(|entry| {
        let entry = entry.ok()?;
        let name = entry.file_name().to_str()?.strip_suffix(".eml")?.to_owned();
        Some((entry.metadata().ok()?.modified().ok()?, name)).filter(|(_, name)| !name.starts_with('.'))
    });
    let mut named: Vec<_> = named.collect();
    named.sort_unstable_by(|a, b| b.cmp(a));
    Ok(named.into_iter().map(|(_, name)| name).collect())
}

/// Reads one of them; none where there is none of this name.
pub fn read(folder: &Path, name: &str) -> Option<Kept> {
    let shaped = name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    let bytes = shaped.then(|| std::fs::read(folder.join(format!("{name}.json"))).ok()).flatten()?;
    serde_json::from_slice(&bytes).ok()
}

fn sweep(folder: &Path) -> std::io::Result<()> {
    for name in all(folder)?.iter().skip(MOST) {
        std::fs::remove_file(folder.join(format!("{name}.eml")))?;
        let beside = folder.join(format!("{name}.json"));
        if beside.exists() {
            std::fs::remove_file(beside)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::Rendered;

    fn sealed(number: usize) -> Sealed {
        let rendered = Rendered { html: "<p>Hello".to_owned(), text: "Hello".to_owned() };
        let (from, to) = ("shop@example.org".to_owned(), "ada@example.org".to_owned());
        Sealed { message: format!("{number:032x}"), from, to, subject: "Hello".to_owned(), rendered, bytes: b"Hello".to_vec() }
    }

    #[test]
    fn the_same_letter_twice_is_one_file_and_old_ones_make_room() {
        let data = tempfile::tempdir().unwrap();
        let post = Files::new(data.path());
        assert_eq!(all(&folder(data.path())).unwrap(), Vec::<String>::new());
        post.write(&sealed(1)).unwrap();
        post.write(&sealed(1)).unwrap();
        assert_eq!(all(&folder(data.path())).unwrap().len(), 1);
        assert_eq!(read(&folder(data.path()), &format!("{:032x}", 1)).unwrap().subject, "Hello");
        assert!(read(&folder(data.path()), "../secrets").is_none());
        (2..=600).for_each(|number| drop(post.write(&sealed(number)).unwrap()));
        assert!(all(&folder(data.path())).unwrap().len() <= MOST + SWEEP_EVERY as usize);
    }
}
