//! Where pictures may be fetched from: addresses everybody on the internet can go to.
//!
//! Whoever may import a catalogue could otherwise make the shop's machine knock at its neighbours' doors and show
//! what they answer. The name is resolved here and the connection goes to what was checked, so a name cannot mean
//! one thing when it is asked and another when it is used.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// Why an address is not gone to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutOfReach {
    /// Neither `http` nor `https`.
    #[error("`{0}:` is not http or https")]
    Scheme(String),
    /// No host in it.
    #[error("it names no host")]
    NoHost,
    /// A private, local or reserved network.
    #[error("{0} is not a public address")]
    Private(String),
}

/// Whether only public addresses are gone to. Tests and shops whose pictures lie on their own network say no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Public addresses only.
    Public,
    /// Any.
    Anywhere,
}

impl Reach {
    /// Checks what can be seen of an address: its scheme, and its host if that is a number.
    pub fn check(self, url: &Url) -> Result<(), OutOfReach> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(OutOfReach::Scheme(url.scheme().to_owned()));
        }
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(OutOfReach::NoHost)?;
        // Parsing the URL has brought numbers such as `0x7f.1` and `2130706433` into the usual form.
        match host.trim_matches(['[', ']']).parse::<IpAddr>() {
            Ok(ip) if !self.covers(ip) => Err(OutOfReach::Private(host.to_owned())),
            _ => Ok(()),
        }
    }

    fn covers(self, ip: IpAddr) -> bool {
        self == Reach::Anywhere || is_public(ip)
    }
}

/// Resolves names to what is within reach.
impl Resolve for Reach {
    fn resolve(&self, name: Name) -> Resolving {
        let reach = *self;
        Box::pin(async move {
            let host = name.as_str().to_owned();
            let found: Vec<SocketAddr> = tokio::net::lookup_host((host.as_str(), 0)).await?.collect();
            // One private address among public ones is reason enough: nobody honest has such a name.
            if found.is_empty() || !found.iter().all(|address| reach.covers(address.ip())) {
                return Err(OutOfReach::Private(host).into());
            }
            let addresses: Addrs = Box::new(found.into_iter());
            Ok(addresses)
        })
    }
}

/// Whether everybody on the internet can go there.
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

/// All but the blocks of IANA's IPv4 Special-Purpose Address Registry, multicast and what is reserved.
fn is_public_v4(ip: Ipv4Addr) -> bool {
    let special = match ip.octets() {
        [0 | 10 | 127, ..] => true,
        [100, second, ..] => second & 0xc0 == 64,
        [169, 254, ..] | [192, 168, ..] => true,
        [172, second, ..] => second & 0xf0 == 16,
        [192, 0, 0 | 2, _] | [192, 88, 99, _] | [198, 51, 100, _] | [203, 0, 113, _] => true,
        [198, second, ..] => second & 0xfe == 18,
        [first, ..] => first >= 224,
    };
    !special
}

/// Of 2000::/3 all but the special blocks; and the public IPv4 addresses written as IPv6 ones.
fn is_public_v6(ip: Ipv6Addr) -> bool {
    match ip.segments() {
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            is_public_v4(Ipv4Addr::from((u32::from(high) << 16) | u32::from(low)))
        }
        // Protocol assignments with Teredo, documentation, 6to4, documentation.
        [0x2001, second, ..] if second < 0x200 || second == 0xdb8 => false,
        [0x2002, ..] => false,
        [0x3fff, second, ..] if second < 0x1000 => false,
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_addresses_are_out_of_reach_in_every_form() {
        for host in [
            "127.0.0.1",
            "127.1",
            "2130706433",
            "0x7f000001",
            "0177.0.0.1",
            "0",
            "0.0.0.0",
            "10.0.0.1",
            "10.255.255.255",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "100.127.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.7",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "192.88.99.1",
            "[::1]",
            "[::]",
            "[::ffff:127.0.0.1]",
            "[::ffff:10.0.0.1]",
            "[::ffff:7f00:1]",
            "[::127.0.0.1]",
            "[64:ff9b::127.0.0.1]",
            "[64:ff9b:1::1]",
            "[fc00::1]",
            "[fdff::1]",
            "[fe80::1]",
            "[fec0::1]",
            "[ff02::1]",
            "[2001::1]",
            "[2001:db8::1]",
            "[2002:7f00:1::]",
            "[100::1]",
            "[3fff::1]",
            "[5f00::1]",
        ] {
            let url = Url::parse(&format!("http://{host}/a.jpg")).unwrap();
            assert!(matches!(Reach::Public.check(&url), Err(OutOfReach::Private(_))), "{host} as {url}");
            assert_eq!(Reach::Anywhere.check(&url), Ok(()), "{host}");
        }
    }

    #[test]
    fn public_addresses_are_within_reach() {
        for host in [
            "8.8.8.8",
            "1.1.1.1",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "169.253.0.1",
            "198.17.0.1",
            "198.20.0.1",
            "192.0.1.1",
            "223.255.255.255",
            "pictures.example",
            "[2606:4700::1111]",
            "[2a00:1450:4001::1]",
            "[::ffff:8.8.8.8]",
            "[64:ff9b::8.8.8.8]",
            "[2001:4860::8888]",
        ] {
            assert_eq!(Reach::Public.check(&Url::parse(&format!("https://{host}/a.jpg")).unwrap()), Ok(()), "{host}");
        }
    }

    #[test]
    fn only_the_web_is_gone_to() {
        for address in ["ftp://8.8.8.8/a.jpg", "file:///etc/passwd", "gopher://8.8.8.8/", "data:image/gif;base64,R0"] {
            assert!(matches!(Reach::Anywhere.check(&Url::parse(address).unwrap()), Err(OutOfReach::Scheme(_))), "{address}");
        }
    }

    #[tokio::test]
    async fn a_name_that_means_this_machine_is_out_of_reach() {
        let name = || "localhost".parse::<Name>().unwrap();
        assert!(Reach::Public.resolve(name()).await.is_err());
        assert!(Reach::Anywhere.resolve(name()).await.is_ok());
    }
}
