//! Pictures of what is wrong with orders: in a folder of their own that no address leads to, under names of chance. Each was made by
//! the darkroom, twice: to look at closely, and to see at a glance. `db::problems::photos` says whose they are.

use std::collections::HashSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use db::problems::photos::{self, NewPhoto};
use db::token::hex;
use db::{Database, Fault};
use domain::Never;
use domain::problems::PhotoSize;
use sha2::{Digest, Sha256};

use super::darkroom::{Darkroom, Snapped};
use super::{NotKept, sweep, sync_folder, write_synced};

/// Files are removed so many at a time.
const AT_ONCE: u32 = 100;
/// So long a picture waits in a form that is not sent.
const UNSENT_SECONDS: i64 = 7 * 86_400;

/// The folder. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Album {
    folder: PathBuf,
    darkroom: Darkroom,
}

impl Album {
    /// The one beside the folder of the goods' pictures.
    pub(super) fn of(media: &Path, darkroom: &Darkroom) -> Self {
        Self { folder: media.with_file_name("problems"), darkroom: darkroom.clone() }
    }

    /// The one in a data folder.
    pub fn open(data: &Path) -> Self {
        Self::of(&data.join("media"), &Darkroom::own())
    }

    /// Makes a picture of our own of one from outside and keeps it under this name, which is nobody else's.
    pub fn keep(&self, name: String, bytes: &[u8]) -> Result<NewPhoto, NotKept> {
        let Snapped { width, height, large, small } = self.darkroom.snap(bytes)?;
        let disk = |error| NotKept::Disk { path: self.folder.clone(), error };
        fs::create_dir_all(&self.folder).map_err(disk)?;
        for (size, bytes) in [(PhotoSize::Large, &large), (PhotoSize::Small, &small)] {
            write_synced(&self.file(&name, size), bytes).map_err(disk)?;
        }
        sync_folder(&self.folder).map_err(disk)?;
        Ok(NewPhoto { file: name, digest: hex(&Sha256::digest(&large)), width, height })
    }

    /// A picture's file.
    pub fn read(&self, name: &str, size: PhotoSize) -> std::io::Result<Vec<u8>> {
        fs::read(self.file(name, size))
    }

    fn file(&self, name: &str, size: PhotoSize) -> PathBuf {
        self.folder.join(format!("{name}-{}.jpg", size.code()))
    }

    /// Removes a picture. One that is not there is gone.
    fn remove(&self, name: &str) -> std::io::Result<()> {
        for size in PhotoSize::ALL {
            match fs::remove_file(self.file(name, *size)) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    /// Removes the files no row names, once they are old enough that none is about to; says how many.
    fn remove_all_but(&self, kept: &HashSet<String>, now: SystemTime) -> usize {
        let files = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let is_named = |name: &str| name.rsplit_once('-').is_some_and(|(name, _)| kept.contains(name));
        let old = files.filter(|file| !file.file_name().to_str().is_some_and(is_named)).filter(|file| sweep::is_old(file, now));
        old.filter(|file| fs::remove_file(file.path()).is_ok()).count()
    }
}

/// Removes the files whose rows are gone; says whether there are more.
pub async fn forget_dropped(db: &Database, album: &Album) -> Result<bool, Fault> {
    let files = db.read(|conn| photos::dropped(conn, AT_ONCE)).await?;
    let (album, going) = (album.clone(), files.clone());
    let removed = tokio::task::spawn_blocking(move || going.iter().try_for_each(|name| album.remove(name))).await;
    match removed {
        Ok(Ok(())) => {}
        Ok(Err(error)) => return Err(Fault::Books(format!("a picture stays though it is to go: {error}"))),
        Err(error) => return Err(Fault::Books(error.to_string())),
    }
    let more = files.len() == AT_ONCE as usize;
    db.write(move |tx| photos::removed(tx, &files)).await.map_err(Fault::from)?;
    Ok(more)
}

/// Forgets what was never sent, and removes the files no row names; says how many.
pub async fn sweep(db: &Database, album: &Album) -> db::Result<usize> {
    let before = db.now().plus_seconds(-UNSENT_SECONDS);
    db.write::<_, Never>(move |tx| photos::forget_unsent(tx, before)).await.map_err(Fault::from)?;
    let (kept, album) = (db.read(photos::named).await?, album.clone());
    let swept = tokio::task::spawn_blocking(move || album.remove_all_but(&kept, SystemTime::now())).await;
    Ok(swept.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::tests::{as_jpeg, as_png, darkroom, scene};
    use super::*;

    #[test]
    fn a_picture_of_a_problem_is_kept_small_enough_twice_and_goes_with_both() {
        let data = tempfile::tempdir().unwrap();
        let album = Album::of(&data.path().join("media"), &darkroom());
        let kept = album.keep("abc".to_owned(), &as_jpeg(&scene(3000, 1500))).unwrap();
        assert_eq!((kept.width, kept.height), (2048, 1024));
        let large = image::load_from_memory(&album.read("abc", PhotoSize::Large).unwrap()).unwrap();
        let small = image::load_from_memory(&album.read("abc", PhotoSize::Small).unwrap()).unwrap();
        assert_eq!(((large.width(), large.height()), (small.width(), small.height())), ((2048, 1024), (320, 160)));
        let again = album.keep("def".to_owned(), &as_jpeg(&scene(3000, 1500))).unwrap();
        assert_eq!(again.digest, kept.digest, "the same is known");
        let little = album.keep("ghi".to_owned(), &as_png(&scene(30, 20))).unwrap();
        assert_eq!((little.width, little.height), (30, 20), "nothing is blown up");
        assert!(album.read("ghi", PhotoSize::Small).unwrap().starts_with(&[0xff, 0xd8, 0xff]), "all are JPEG");
        album.remove("abc").unwrap();
        album.remove("abc").unwrap();
        assert!(album.read("abc", PhotoSize::Large).is_err() && album.read("abc", PhotoSize::Small).is_err());
    }

    #[test]
    fn a_file_no_row_names_goes_after_a_day_and_not_before() {
        let data = tempfile::tempdir().unwrap();
        let album = Album::of(&data.path().join("media"), &darkroom());
        for name in ["told", "lost"] {
            album.keep(name.to_owned(), &as_png(&scene(8, 8))).unwrap();
        }
        let (kept, now) = (HashSet::from(["told".to_owned()]), SystemTime::now());
        assert_eq!(album.remove_all_but(&kept, now), 0, "its row may be on the way");
        assert_eq!(album.remove_all_but(&kept, now + Duration::from_secs(25 * 3600)), 2);
        assert!(album.read("told", PhotoSize::Small).is_ok() && album.read("lost", PhotoSize::Small).is_err());
    }
}
