//! From settings to an open shop, and back to a closed one.
//!
//! `data_folder` is the folder only one shop may use, `site` what the build left, `accept` and `connection` the loop
//! that speaks HTTP, `pulse` what a slow client is cut for, `life` the way out.

use std::sync::Arc;

use db::Database;
use domain::time::Timestamp;
use tokio::net::TcpListener;

use crate::config::Config;
use crate::router::{self, House};
use crate::shop::Company;

pub mod accept;
mod connection;
pub mod data_folder;
pub mod life;
mod pulse;
pub mod site;
pub mod tls;
pub mod trouble;

pub use data_folder::DataFolder;
pub use life::Life;
pub use site::Site;
pub use trouble::Trouble;

/// What time it is. `main` owns the real one.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// Takes as many files as that many connections and the books need, where the system gives fewer unless it is asked.
fn make_room(connections: usize) {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let (limit, wanted) = (getrlimit(Resource::Nofile), connections as u64 + 256);
        let current = limit.maximum.map_or(wanted, |most| most.min(wanted));
        if limit.current.is_some_and(|given| given < current) {
            // Where it is refused, those who come last wait a little.
            let _ = setrlimit(Resource::Nofile, Rlimit { current: Some(current), ..limit });
        }
    }
}

/// Opens the shop and serves until a signal says to stop.
pub async fn serve(config: Config, clock: Clock) -> Result<(), Trouble> {
    let folder = DataFolder::take(&config.data)?;
    let site = Site::find(&config.site)?;
    let tls = config.tls.as_ref().map(tls::load).transpose()?;
    make_room(config.connections);
    let listener = TcpListener::bind(config.addr).await.map_err(|error| Trouble::listening(config.addr, &error))?;
    let db = folder.database(&config, clock.clone())?;
    let life = Life::new();
    let company = Company::open(&config, &db, clock, &site)?;
    company.stock_up(config.demo).await?;
    // Else the first list would wait for it.
    db.read(db::catalogue::warm).await?;
    let (end, stop) = tokio::sync::watch::channel(false);
    let work = company.start(&stop);
    let house = House::new(config, db.clone(), site, life.clone());
    let app = router::front(&house, router::pages::routes(&house, company.shop.clone()), company.routes(&house));
    tokio::spawn(life.clone().follow_signals());
    println!("Cartwright is open at {}", house.config.origin.as_str());
    let door = accept::Door::new(listener, tls, &house.config, life.clone());
    let left = accept::receive(door, app, house.clone()).await;
    if left > 0 {
        tracing::warn!(connections = left, "closed while they were still open");
    }
    // What the jobs and the embedded companies have begun, they end.
    let _ = end.send(true);
    for task in work {
        let _ = task.await;
    }
    drop((house, company));
    close(db).await;
    drop(folder);
    tracing::info!("closed");
    Ok(())
}

/// What is acknowledged is on disk already; this leaves a small log behind for the next start.
async fn close(db: Database) {
    let closed = tokio::task::spawn_blocking(move || db.close());
    if tokio::time::timeout(std::time::Duration::from_secs(5), closed).await.is_err() {
        tracing::warn!("the database took too long to close; the next start tidies up");
    }
}
