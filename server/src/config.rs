//! What the shop is told about the machine it runs on. The list is in `settings`, how it is laid together in `values`.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use domain::contact::Country;
use domain::delivery::is_served;
use domain::documents::Seller;
use domain::market::Home;
use domain::money::Currency;
use domain::tax::VatNumber;

use crate::outside::{paypal, stripe};

mod carrier;
mod mail;
mod origin;
mod provider;
mod seller;
mod settings;
mod values;

pub use carrier::Brings;
pub use mail::Mail;
pub use origin::Origin;
pub use settings::{Setting, help};
pub use values::Values;

/// The settings, read and checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where to listen.
    pub addr: SocketAddr,
    /// Folder of the database, the pictures and the outgoing mail.
    pub data: PathBuf,
    /// Folder of the built site.
    pub site: PathBuf,
    /// What shoppers type.
    pub origin: Origin,
    /// Certificate and key, when this program speaks HTTPS itself.
    pub tls: Option<TlsFiles>,
    /// The proxy in front, whose word on the client's address counts.
    pub proxy: Option<IpAddr>,
    /// Where the shop is, and what prices are in.
    pub home: Home,
    /// The time zone its clock is in, such as `Europe/Riga`.
    pub zone: String,
    /// Where exchange rates come from; none for those carried along.
    pub rates: Option<String>,
    /// Where VAT numbers are asked about; none for the embedded register.
    pub register: Option<String>,
    /// The shop's own VAT number, if it has said one.
    pub vat_number: Option<VatNumber>,
    /// Who sells, as invoices name them.
    pub seller: Seller,
    /// Where streets are looked up; none for the places that were loaded.
    pub streets: Option<String>,
    /// Whether an empty shop is filled with the demo goods.
    pub demo: bool,
    /// How many seconds pass after an order is paid until it may be packed.
    pub packing_after: u32,
    /// How many seconds pass for the embedded carrier in one of ours.
    pub carrier_speed: u32,
    /// What happens to the embedded carrier's parcels.
    pub carrier_story: String,
    /// The payment providers' origins, when their pages are elsewhere.
    pub payment_origins: Vec<Origin>,
    /// The account at Stripe, if there is one.
    pub stripe: Option<stripe::Account>,
    /// The account at PayPal, if there is one.
    pub paypal: Option<paypal::Account>,
    /// How letters are carried, and who they are from.
    pub mail: Mail,
    /// Who brings parcels, and who tells of them.
    pub brings: Brings,
    /// Whether clients are limited.
    pub limits: Limits,
    /// How long to go on serving after the signal to stop.
    pub pause: Duration,
    /// How long requests under way may take after that.
    pub drain: Duration,
    /// For the handshake and a request's head.
    pub header: Duration,
    /// For a request's body.
    pub body: Duration,
    /// Without a request.
    pub idle: Duration,
    /// Connections at the same time.
    pub connections: usize,
    /// Requests at the same time.
    pub in_flight: usize,
    /// Filter of the log.
    pub log: String,
    /// Whether the log is JSON, a line each.
    pub log_json: bool,
}

/// Where the certificate and its key are.
#[derive(Clone, Debug)]
pub struct TlsFiles {
    /// The chain, PEM.
    pub cert: PathBuf,
    /// The key, PEM.
    pub key: PathBuf,
}

/// Whether requests per address are limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limits {
    /// For everyone.
    On,
    /// For nobody.
    Off,
    /// For everyone but this machine itself.
    Auto,
}

/// A setting that cannot be used, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum Wrong {
    /// The file is not TOML.
    #[error("the settings file cannot be read: {0}")]
    File(String),
    /// No setting has this name.
    #[error("there is no setting `{key}`; did you mean `{nearest}`? `cartwright serve --help` lists all")]
    Unknown {
        /// What was typed.
        key: String,
        /// What looks most like it.
        nearest: String,
    },
    /// A setting's value does not say anything.
    #[error("setting `{key}` {says}")]
    Value {
        /// Which.
        key: String,
        /// What is wrong with it.
        says: String,
    },
}

impl Config {
    /// Reads the settings and checks that they fit together.
    pub fn read(values: &Values) -> Result<Self, Wrong> {
        let read = Reader(values);
        let addr: SocketAddr = read.parsed("addr", "is not an address and a port, such as 127.0.0.1:3000")?;
        let tls = read.tls()?;
        let proxy = read.maybe("proxy", "is not an IP address")?;
        let home = read.home()?;
        let demo = read.switch("demo")?;
        // Who tries the demo out has a minute to change an order, and sees it leave all the same.
        let (speed, pause) = if demo { (2000, 60) } else { (1, 15 * 60) };
        let (stripe, paypal) = (read.stripe()?, read.paypal()?);
        let origin = read.own_origin(addr, tls.is_some(), proxy.is_some())?;
        Ok(Self {
            addr,
            data: PathBuf::from(read.text("data")),
            site: PathBuf::from(read.text("site")),
            mail: read.mail(&origin)?,
            origin,
            tls,
            proxy,
            zone: read.zone(home.country)?,
            vat_number: read.vat_number(home.country)?,
            seller: read.seller(home.country)?,
            home,
            rates: read.address("rates", "bundled")?,
            register: read.address("register", "embedded")?,
            streets: read.address("streets", "embedded")?,
            demo,
            packing_after: read.maybe("packing_after", "is not a whole number of seconds")?.unwrap_or(pause),
            carrier_speed: read.maybe("carrier_speed", "is not a whole number")?.unwrap_or(speed),
            carrier_story: read.one_of("carrier_story", &["auto", "plain", "delay", "failed_attempt", "customs"])?,
            payment_origins: read.payment_origins(stripe.as_ref(), paypal.as_ref())?,
            stripe,
            paypal,
            brings: read.brings()?,
            limits: match read.one_of("limits", &["on", "off", "auto"])?.as_str() {
                "on" => Limits::On,
                "off" => Limits::Off,
                _ => Limits::Auto,
            },
            pause: read.seconds("pause")?,
            drain: read.seconds("drain")?,
            header: read.seconds("header")?,
            body: read.seconds("body")?,
            idle: read.seconds("idle")?,
            connections: read.parsed("connections", "is not a whole number")?,
            in_flight: read.parsed("in_flight", "is not a whole number")?,
            log: read.text("log").to_owned(),
            log_json: read.one_of("log_format", &["text", "json"])? == "json",
        })
    }
}

fn wrong(key: &str, says: &str) -> Wrong {
    Wrong::Value { key: key.to_owned(), says: says.to_owned() }
}

struct Reader<'a>(&'a Values);

impl Reader<'_> {
    fn text(&self, key: &str) -> &str {
        self.0.get(key).unwrap_or_default()
    }

    fn parsed<T: std::str::FromStr>(&self, key: &str, says: &str) -> Result<T, Wrong> {
        self.text(key).parse().map_err(|_| wrong(key, &format!("says `{}`, which {says}", self.text(key))))
    }

    fn maybe<T: std::str::FromStr>(&self, key: &str, says: &str) -> Result<Option<T>, Wrong> {
        self.0.get(key).map(|_| self.parsed(key, says)).transpose()
    }

    fn one_of(&self, key: &str, known: &[&str]) -> Result<String, Wrong> {
        let text = self.text(key);
        if known.contains(&text) {
            Ok(text.to_owned())
        } else {
            Err(wrong(key, &format!("says `{text}`; it can be {}", known.join(", "))))
        }
    }

    /// A real service's address; none for the one that is carried along, which has a name.
    fn address(&self, key: &str, carried: &str) -> Result<Option<String>, Wrong> {
        match self.text(key) {
            text if text == carried => Ok(None),
            text if text.starts_with("https://") || text.starts_with("http://") => Ok(Some(text.to_owned())),
            text => Err(wrong(key, &format!("says `{text}`; it can be {carried}, or an address that begins with https://"))),
        }
    }

    /// Where the shop is: somewhere the delivery tariff knows.
    fn home(&self) -> Result<Home, Wrong> {
        let text = self.text("country");
        let country = Country::parse(text)
            .map_err(|_| wrong("country", &format!("says `{text}`, which is not a country's two letters, such as LV")))?;
        if !is_served(country) {
            return Err(wrong(
                "country",
                &format!("says `{text}`, where no parcel can leave from: the delivery tariff leaves it out"),
            ));
        }
        let text = self.text("currency");
        let currency = Currency::parse(text)
            .map_err(|_| wrong("currency", &format!("says `{text}`, which is not three capital letters, such as EUR")))?;
        Ok(Home { country, currency })
    }

    fn switch(&self, key: &str) -> Result<bool, Wrong> {
        Ok(self.one_of(key, &["on", "off"])? == "on")
    }

    fn seconds(&self, key: &str) -> Result<Duration, Wrong> {
        let seconds: f64 = self.parsed(key, "is not a number of seconds")?;
        Duration::try_from_secs_f64(seconds).map_err(|_| wrong(key, "is not a number of seconds"))
    }

    fn tls(&self) -> Result<Option<TlsFiles>, Wrong> {
        match (self.0.get("tls_cert"), self.0.get("tls_key")) {
            (Some(cert), Some(key)) => Ok(Some(TlsFiles { cert: cert.into(), key: key.into() })),
            (None, None) => Ok(None),
            (Some(_), None) => Err(wrong("tls_key", "is missing; a certificate needs its key")),
            (None, Some(_)) => Err(wrong("tls_cert", "is missing; a key needs its certificate")),
        }
    }

    /// Beyond this machine, nothing is spoken in the clear and nobody guesses the shop's name.
    fn own_origin(&self, addr: SocketAddr, tls: bool, proxy: bool) -> Result<Origin, Wrong> {
        let local = addr.ip().is_loopback();
        if !local && !tls && !proxy {
            return Err(wrong(
                "addr",
                &format!(
                    "says {addr}, which others can reach, and plain HTTP would show them each other's orders. Give a \
                     certificate (tls_cert and tls_key), or name the proxy in front that speaks HTTPS (proxy), or listen on 127.0.0.1"
                ),
            ));
        }
        match self.maybe("origin", "is not an origin such as https://shop.example")? {
            Some(origin) => Ok(origin),
            None if local => Ok(Origin::local(addr, tls)),
            None => Err(wrong("origin", "is missing; say what shoppers type, such as https://shop.example")),
        }
    }
}

#[cfg(test)]
mod tests;
