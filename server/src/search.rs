//! The index of the goods, kept: made anew when its rules changed or somebody says so, and freshened when a word changed
//! that many goods share.

use db::{Database, Event, Fault, search};
use domain::Never;
use tokio::sync::watch;

use crate::outside::nap;

/// So many products are indexed in one transaction, so that others can write between.
const AT_ONCE: u32 = 200;

/// Makes the index anew; says how many entries it has then.
pub async fn reindex(db: &Database) -> db::Result<usize> {
    db.write::<_, Never>(|tx| Ok(search::renew(tx)?)).await.map_err(Fault::from)?;
    freshen(db).await
}

/// Makes the index anew if it was made by other rules than this program's.
pub async fn bring_up(db: &Database) -> db::Result<()> {
    if !db.read(search::is_current).await? {
        let entries = reindex(db).await?;
        tracing::info!(entries, "the search index was made anew");
    }
    Ok(())
}

/// Indexes what is marked, until nothing is; says how much that was.
async fn freshen(db: &Database) -> db::Result<usize> {
    let mut all = 0;
    while db.read(search::is_stale).await? {
        all += db.write::<_, Never>(|tx| Ok(search::freshen(tx, AT_ONCE)?)).await.map_err(Fault::from)?;
    }
    Ok(all)
}

/// Freshens the index whenever something is marked, until told to stop.
pub async fn keep(db: Database, mut stop: watch::Receiver<bool>) {
    let mut events = db.events();
    while !*stop.borrow() {
        if let Err(fault) = freshen(&db).await {
            tracing::error!(%fault, "the search index could not be freshened");
        }
        nap(None, db.now(), &mut events, Event::Stale, &mut stop).await;
    }
}
