//! The accept loop: how many come in, and who.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use hyper_util::rt::TokioExecutor;
use hyper_util::server::conn::auto::Builder;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_rustls::TlsAcceptor;

use super::connection::{builder, converse};
use super::life::{Life, Stage};
use super::pulse::Patience;
use crate::config::Config;
use crate::router::House;

/// Connections of one address at the same time. The proxy and this machine itself may have all there are.
const PER_ADDRESS: usize = 64;

/// Where clients come in.
pub struct Door {
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    proxy: Option<IpAddr>,
    /// Plain HTTP that others can reach is for the proxy alone.
    proxy_only: bool,
    patience: Patience,
    places: usize,
    pause: Duration,
    drain: Duration,
    life: Life,
}

impl Door {
    /// A door as the settings say.
    pub fn new(listener: TcpListener, tls: Option<TlsAcceptor>, config: &Config, life: Life) -> Self {
        Self {
            proxy_only: tls.is_none() && !config.addr.ip().is_loopback(),
            listener,
            tls,
            proxy: config.proxy,
            patience: Patience { header: config.header, idle: config.idle, stall: Duration::from_secs(20) },
            places: config.connections,
            pause: config.pause,
            drain: config.drain,
            life,
        }
    }
}

/// Receives clients until the shop closes and everyone has left, or the time to leave is over. Answers how many
/// had to be left standing.
pub async fn receive(door: Door, app: Router, house: Arc<House>) -> usize {
    let guests = Arc::new(Guests { places: Semaphore::new(door.places), total: door.places, by_address: Mutex::default() });
    let builder = builder(door.patience);
    tokio::spawn(door.life.clone().close_after(door.pause, move || house.load.is_busy()));
    loop {
        let accepted = tokio::select! {
            accepted = door.listener.accept() => accepted,
            () = door.life.until(Stage::Closing) => break,
        };
        match accepted {
            Ok((stream, peer)) => welcome(&door, &guests, &builder, &app, stream, peer),
            Err(error) => {
                tracing::warn!(%error, "nobody can come in");
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
    let everyone = u32::try_from(door.places).unwrap_or(u32::MAX);
    // Those who are still here after that are counted below.
    let _ = tokio::time::timeout(door.drain, guests.places.acquire_many(everyone)).await;
    guests.total - guests.places.available_permits().min(guests.total)
}

fn welcome(
    door: &Door,
    guests: &Arc<Guests>,
    builder: &Builder<TokioExecutor>,
    app: &Router,
    stream: TcpStream,
    peer: SocketAddr,
) {
    let ip = peer.ip().to_canonical();
    let trusted = ip.is_loopback() || Some(ip) == door.proxy;
    if door.proxy_only && !trusted {
        tracing::debug!(%peer, "only the proxy may speak plain HTTP");
        return;
    }
    let Some(seat) = Guests::seat(guests, ip, trusted) else { return };
    // A connection that cannot be hurried is slower, not wrong.
    let _ = stream.set_nodelay(true);
    let (tls, patience, life) = (door.tls.clone(), door.patience, door.life.clone());
    let (builder, app) = (builder.clone(), app.clone());
    tokio::spawn(async move {
        let patience = || if seat.guests.is_crowded() { patience.when_crowded() } else { patience };
        match tls {
            None => converse(stream, peer, builder, app, life, patience).await,
            Some(tls) => {
                if let Ok(Ok(stream)) = tokio::time::timeout(patience().header, tls.accept(stream)).await {
                    converse(stream, peer, builder, app, life, patience).await;
                }
            }
        }
    });
}

struct Guests {
    places: Semaphore,
    total: usize,
    by_address: Mutex<HashMap<IpAddr, usize>>,
}

impl Guests {
    fn seat(guests: &Arc<Self>, ip: IpAddr, trusted: bool) -> Option<Seat> {
        let mut counts = guests.by_address.lock().unwrap_or_else(PoisonError::into_inner);
        let most = if trusted { guests.total } else { PER_ADDRESS };
        if counts.get(&ip).copied().unwrap_or(0) >= most {
            return None;
        }
        guests.places.try_acquire().ok()?.forget();
        *counts.entry(ip).or_default() += 1;
        Some(Seat { guests: Arc::clone(guests), ip })
    }

    fn is_crowded(&self) -> bool {
        self.places.available_permits() * 4 < self.total
    }
}

/// A place, given back when its holder leaves.
struct Seat {
    guests: Arc<Guests>,
    ip: IpAddr,
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut counts = self.guests.by_address.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.ip) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.ip);
            }
        }
        self.guests.places.add_permits(1);
    }
}
