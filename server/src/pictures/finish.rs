//! Photos that wait are made smaller: by the shop's jobs when it is open, else by whoever imported them.

use std::io::Write;
use std::num::NonZero;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Duration;

use db::goods::Progress;
use db::outbox::{self, Due, Lane};
use db::{Database, Fault};
use domain::Never;
use domain::ids::PictureId;
use tokio::task::JoinSet;

use super::{Media, NotKept};
use crate::serve::DataFolder;

/// How often somebody who watches is told, at most.
const BETWEEN: Duration = Duration::from_secs(1);

/// Why a picture was not made smaller.
#[derive(Debug, thiserror::Error)]
pub enum NotReduced {
    /// The picture or the disk.
    #[error(transparent)]
    NotKept(#[from] NotKept),
    /// The shop's own books.
    #[error(transparent)]
    Shop(#[from] Fault),
}

/// How many are made at once: each takes a core, and the shop wants one for its shoppers.
pub fn at_once() -> usize {
    // Asked once: the answer is in files of the system.
    static CORES: LazyLock<usize> = LazyLock::new(|| std::thread::available_parallelism().map_or(1, NonZero::get));
    CORES.div_ceil(2)
}

/// The work of a `ReducePicture` job. Safe to run twice: what is made already is not made again. What went wrong is noted
/// with the picture, and one that cannot be read is not tried again.
pub async fn reduce(db: &Database, media: &Media, id: PictureId) -> Result<(), NotReduced> {
    let Some(whole) = db.read(move |conn| db::goods::whole(conn, id)).await? else { return Ok(()) };
    let (media, file) = (media.clone(), whole.file.clone());
    let made = tokio::task::spawn_blocking(move || media.reduce(&whole)).await;
    let made = made.unwrap_or_else(|error| Err(NotKept::Darkroom(error.to_string())));
    let noted = made.as_ref().map(Clone::clone).map_err(ToString::to_string);
    let progress = db.write::<_, Never>(move |tx| {
        match &noted {
            Ok(hash) => db::goods::reduced(tx, &file, hash)?,
            Err(why) => db::goods::trouble(tx, id, why)?,
        }
        Ok(db::goods::progress(tx)?)
    });
    let progress = progress.await.map_err(Fault::from)?;
    tracing::info!("photos: {}", said(progress));
    match made {
        Ok(_) | Err(NotKept::NotAPicture(_)) => Ok(()),
        Err(other) => Err(other.into()),
    }
}

/// Sees an import's photos through, and tells how far they are: works itself while the shop is closed, watches while
/// it is open. It can be broken off at any time, and goes on when the shop opens or something is imported.
pub async fn finish(db: &Database, media: &Media, data: &Path, out: &mut impl Write) -> Result<(), Fault> {
    let mut told = None;
    loop {
        let progress = db.read(db::goods::progress).await?;
        if told != Some(progress) && (told.is_some() || progress.waiting + progress.awaited > 0) {
            // Nobody may be listening any more, which is no reason to stop.
            let _ = writeln!(out, "photos: {}", said(progress)).and_then(|()| out.flush());
        }
        told = Some(progress);
        let worked = if is_closed(data) { work(db, media).await? } else { 0 };
        if progress.waiting == 0 {
            return Ok(());
        }
        if worked == 0 {
            tokio::time::sleep(BETWEEN).await;
        }
    }
}

/// As whoever watches reads it.
fn said(progress: Progress) -> String {
    let Progress { ready, waiting, awaited, in_trouble } = progress;
    let mut said = format!("{ready} of {} in every size", ready + waiting + awaited + in_trouble);
    for (count, what) in [(awaited, "still to be fetched when the shop is open"), (in_trouble, "in trouble")] {
        if count > 0 {
            said.push_str(&format!(", {count} {what}"));
        }
    }
    said
}

/// Whether nobody serves from the folder.
fn is_closed(data: &Path) -> bool {
    DataFolder::take(data).is_ok()
}

/// Does some of what is due, on every core; says how much that was.
async fn work(db: &Database, media: &Media) -> Result<usize, Fault> {
    let (now, most) = (db.now(), std::thread::available_parallelism().map_or(1, usize::from));
    let due = db.read(move |conn| outbox::due(conn, now, Lane::Heavy, u32::try_from(most).unwrap_or(1))).await?;
    let (count, mut tasks) = (due.len(), JoinSet::new());
    for due in due {
        let (db, media) = (db.clone(), media.clone());
        tasks.spawn(async move { one(&db, &media, &due).await });
    }
    while let Some(ended) = tasks.join_next().await {
        ended.unwrap_or_else(|error| Err(Fault::Books(error.to_string())))?;
    }
    Ok(count)
}

async fn one(db: &Database, media: &Media, due: &Due) -> Result<(), Fault> {
    let outcome = reduce(db, media, PictureId(due.subject)).await.map_err(|trouble| trouble.to_string());
    let due = due.clone();
    let noted = db.write::<(), Never>(move |tx| match &outcome {
        Ok(()) => Ok(outbox::done(tx, &due)?),
        Err(trouble) => Ok(outbox::failed(tx, &due, trouble)?),
    });
    noted.await.map_err(Fault::from)
}
