//! A scheme, a host and a port: who a page belongs to.

use std::net::SocketAddr;
use std::str::FromStr;

/// An origin such as `https://shop.example`, without a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

/// The text is not an origin.
#[derive(Debug, thiserror::Error)]
#[error("not an origin")]
pub struct NotAnOrigin;

impl Origin {
    /// That of a program which listens on this machine.
    pub fn local(addr: SocketAddr, tls: bool) -> Self {
        Self(format!("{}://{addr}", if tls { "https" } else { "http" }))
    }

    /// The text, as browsers send it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is spoken to over TLS.
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// Host, and port where it is not the scheme's own.
    pub fn authority(&self) -> &str {
        self.0.split_once("://").map_or("", |(_, authority)| authority)
    }
}

impl FromStr for Origin {
    type Err = NotAnOrigin;

    fn from_str(text: &str) -> Result<Self, NotAnOrigin> {
        let uri: http::Uri = text.trim_end_matches('/').parse().map_err(|_| NotAnOrigin)?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else { return Err(NotAnOrigin) };
        let bare = uri.path() == "/" && uri.query().is_none() && !authority.as_str().contains('@');
        if !bare || !matches!(scheme, "http" | "https") {
            return Err(NotAnOrigin);
        }
        // Browsers leave the scheme's own port out and write the host in small letters.
        let own_port = if scheme == "https" { ":443" } else { ":80" };
        let authority = authority.as_str().to_ascii_lowercase();
        Ok(Self(format!("{scheme}://{}", authority.strip_suffix(own_port).unwrap_or(&authority))))
    }
}
