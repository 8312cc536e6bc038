//! Who asks: the client's address as far as it can be known, and the request's own name.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, Request};

use crate::config::Config;

/// A name for the log and for the shopper who asks about it: 64 bits of chance.
pub fn request_id() -> String {
    format!("{:016x}", db::token::chance().unwrap_or_default())
}

/// The client's address. Only the named proxy is believed, and of what it says only what it added itself: the last
/// hop. A request that came through no connection is this program's own.
pub fn address(request: &Request, config: &Config) -> IpAddr {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_canonical());
    let peer = peer.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    if Some(peer) != config.proxy { peer } else { last_hop(request).unwrap_or(peer) }
}

fn last_hop(request: &Request) -> Option<IpAddr> {
    let line = request.headers().get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    let hop = line.rsplit(',').next()?.trim();
    hop.parse().or_else(|_| hop.parse::<SocketAddr>().map(|addr| addr.ip())).ok().map(|ip: IpAddr| ip.to_canonical())
}
