//! Files of pictures nobody shows any more are removed, and what a killed program left half-written; so it is with pictures of
//! problems.

use std::collections::HashSet;
use std::fs;
use std::time::{Duration, SystemTime};

use db::Database;
use domain::Never;

use super::{Media, NOTES, album};
use crate::outside::Stop;

/// A younger file may belong to what is just being saved: an import opens all its photos before it saves a product.
const GRACE: Duration = Duration::from_secs(24 * 3600);
/// How often it is swept.
const ROUND: Duration = Duration::from_secs(24 * 3600);

/// Sweeps when the shop opens and once a day, until told to stop.
pub async fn keep(db: Database, media: Media, mut stop: Stop) {
    loop {
        match sweep(&db, &media).await {
            Ok(0) => {}
            Ok(files) => tracing::info!(files, "pictures nobody shows any more are removed"),
            Err(fault) => tracing::warn!(%fault, "the media folder is not swept today"),
        }
        // Whoever could say stop is gone with the shop.
        if tokio::time::timeout(ROUND, stop.wait_for(|over| *over)).await.is_ok() {
            return;
        }
    }
}

/// Forgets the pictures nothing shows and removes the files nothing names; says how many.
pub async fn sweep(db: &Database, media: &Media) -> db::Result<usize> {
    let kept = db.write::<_, Never>(|tx| Ok(db::goods::forget_unused(tx)?)).await.map_err(db::Fault::from)?;
    let sent = album::sweep(db, &media.album()).await?;
    let media = media.clone();
    let swept = tokio::task::spawn_blocking(move || remove_all_but(&media, &kept, SystemTime::now())).await;
    Ok(swept.unwrap_or(0) + sent)
}

/// Whether a file is older than what may belong to something that is just being saved.
pub(super) fn is_old(file: &fs::DirEntry, now: SystemTime) -> bool {
    let changed = file.metadata().and_then(|about| about.modified()).ok();
    changed.and_then(|changed| now.duration_since(changed).ok()).is_some_and(|age| age > GRACE)
}

/// A file is named by its whole name, or by the hash before its width.
fn remove_all_but(media: &Media, kept: &HashSet<String>, now: SystemTime) -> usize {
    let folders = [media.folder().to_owned(), media.folder().join(NOTES)];
    let files = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten();
    let is_named = |name: &str| kept.contains(name) || name.split_once('-').is_some_and(|(hash, _)| kept.contains(hash));
    let old = files.flatten().filter(|file| !file.file_name().to_str().is_some_and(is_named)).filter(|file| is_old(file, now));
    old.filter(|file| fs::remove_file(file.path()).is_ok()).count()
}

#[cfg(test)]
mod tests {
    use super::super::tests::darkroom;
    use super::*;

    #[test]
    fn what_nothing_names_goes_after_a_day_and_not_before() {
        let data = tempfile::tempdir().unwrap();
        let media = Media::open(data.path(), &darkroom()).unwrap();
        let (shown, small, gone) = ("a".repeat(32) + ".jpg", "b".repeat(32) + "-160.avif", "c".repeat(32) + ".jpg");
        for name in [&shown, &small, &gone, &".7-0.part".to_owned()] {
            fs::write(media.folder().join(name), "x").unwrap();
        }
        let kept = HashSet::from([shown.clone(), "b".repeat(32)]);
        let now = SystemTime::now();
        assert_eq!(remove_all_but(&media, &kept, now), 0, "it may be wanted yet");
        assert_eq!(remove_all_but(&media, &kept, now + GRACE + Duration::from_secs(60)), 2);
        assert!(media.folder().join(shown).exists() && media.folder().join(small).exists());
    }
}
