//! The shop a request comes to: what it remembers, and the ports to those outside.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use db::Database;
use db::notifications::Device;
use db::payments::Takers;
use db::token::Token;
use domain::contact::Country;
use domain::delivery::PickupPoint;
use domain::ids::PaymentId;
use domain::notifications::Kind;
use domain::orders::{Order, OrderNumber};
use domain::payments::Way;
use domain::search::{Found, Ideas, Typed, Wish};
use domain::tax::VatNumber;
use domain::time::Timestamp;
use domain::tracking::{Rate, Spot, WishKind};
use leptos::prelude::use_context;

use crate::checkout::Suggestion;
use crate::failure::Failure;
use crate::i18n::Lang;
use crate::i18n::format::offset;

/// What a port gives: an answer that comes later.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T, Failure>> + Send + 'a>>;

/// Where money is taken. The embedded provider and real ones stand behind it, in `server::outside`.
pub trait Till: Send + Sync {
    /// Who takes the money of which way, as payments are written with it.
    fn takers(&self) -> Takers;
    /// Whether whoever takes money this way can keep what is paid with for an account.
    fn keeps(&self, way: Way) -> bool;
    /// Begins a payment and says where the shopper goes to make it: `done`, where the order's own page says how to. Beginning
    /// it twice gives the same place. `done` and `cancelled` are full addresses to come back to.
    fn begin(&self, payment: PaymentId, done: String, cancelled: String) -> Later<'_, String>;
    /// Asks the provider what became of a payment, and settles it.
    fn settle(&self, payment: PaymentId) -> Later<'_, ()>;
}

/// Where streets are looked up. The embedded one and real ones stand behind it, in `server::outside`.
pub trait Places: Send + Sync {
    /// Addresses in a country that begin as typed, the likeliest first; ten at most.
    fn suggest(&self, country: Country, typed: &str) -> Later<'_, Vec<Suggestion>>;
}

/// Whoever brings parcels: where they can be fetched, and what can be wished of them. Carriers stand behind it, in
/// `server::outside`.
pub trait Bringers: Send + Sync {
    /// What can be wished of a parcel on its way of the carrier of this name.
    fn grants(&self, carrier: &str) -> &'static [WishKind];
    /// The same of whoever brings new parcels.
    fn grants_new(&self) -> &'static [WishKind];
    /// Whether the carrier of this name fetches parcels from the shop.
    fn collects(&self, carrier: &str) -> bool;
    /// How whoever brings new parcels would bring a piece of an order at this moment; none where there is no answer in time.
    fn rates<'a>(&'a self, order: &'a Order, piece: u32) -> Later<'a, Option<Vec<Offered>>>;

    /// Lockers and shops near a postcode and a town, as typed, the nearest first; none where whoever brings parcels has none. A
    /// carrier that gives no answer in time is not waited for.
    fn near<'a>(&'a self, country: Country, postcode: &'a str, city: &'a str) -> Later<'a, Vec<PickupPoint>>;
}

/// A way a parcel would be brought, and whether the shop's rule would take it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The way.
    pub rate: Rate,
    /// Whether it is bought where nobody chooses.
    pub usual: bool,
}

/// Where goods are searched. The shop's own engine and others stand behind it, in `server::outside`.
pub trait Finder: Send + Sync {
    /// The goods a shopper may mean.
    fn find(&self, wish: Wish) -> Later<'_, Found>;
    /// What a search that is still being typed may become.
    fn ideas(&self, lang: Lang, typed: &Typed) -> Later<'_, Ideas>;
}

/// Where towns are, and how coasts and borders run. The embedded one stands behind it, in `server::places`.
pub trait Atlas: Send + Sync {
    /// Where a place is, as carriers write it, such as `Leipzig, DE`.
    fn spot(&self, place: &str) -> Option<Spot>;
    /// The coasts and borders of the earth.
    fn lines(&self) -> &[Line];
}

/// A coast, which is closed, or a border between countries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Whether it is a border.
    pub border: bool,
    /// What it runs through.
    pub spots: Vec<Spot>,
    /// The corners of what it spans, the south-western one and the north-eastern one.
    pub corners: (Spot, Spot),
}

impl Line {
    /// A line through these.
    pub fn of(border: bool, spots: Vec<Spot>) -> Self {
        let corner = |of: fn(i16, i16) -> i16, first| {
            spots.iter().fold(first, |corner: Spot, spot| Spot { lon: of(corner.lon, spot.lon), lat: of(corner.lat, spot.lat) })
        };
        let corners =
            (corner(i16::min, Spot { lon: i16::MAX, lat: i16::MAX }), corner(i16::max, Spot { lon: i16::MIN, lat: i16::MIN }));
        Self { border, spots, corners }
    }
}

/// How letters look. The templates stand behind it, in `server::letters`.
pub trait Letters: Send + Sync {
    /// The merchant's own file a kind's letters are made with; none for the shop's.
    fn used(&self, kind: Kind) -> Option<String>;
    /// The merchant's files that are left aside, and why.
    fn flaws(&self) -> Vec<(String, String)>;
}

/// Where a business's VAT number is asked about.
pub trait Register: Send + Sync {
    /// What the register says of a number today. A failure where it does not answer.
    fn ask(&self, number: &VatNumber) -> Later<'_, Verdict>;
}

/// Push services, through which devices are told. They stand behind it, in `server::outside`.
pub trait Devices: Send + Sync {
    /// The shop's public key, by which they know it, in base64url.
    fn key(&self) -> String;
    /// Whether a device has keys, and is at a push service the shop speaks to.
    fn takes(&self, device: &Device) -> bool;
}

/// What the register of VAT numbers says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is a business's; with what the register calls this consultation, empty when it gives it no number.
    Known(String),
    /// It is nobody's.
    Unknown,
}

/// Gives the secret of somebody's choices of messages.
pub type Preferences = Arc<dyn Fn(&str) -> Option<Token> + Send + Sync>;

/// What secrets of accounts are made with: of what one is for and an account's seed.
pub type AccountKey = Arc<dyn Fn(&str) -> Token + Send + Sync>;

/// Who knows which passwords were stolen somewhere. The embedded list and services stand behind it, in `server::outside`.
pub trait Leaks: Send + Sync {
    /// Whether those who guess passwords have it on their lists.
    fn know<'a>(&'a self, password: &'a str) -> Later<'a, bool>;
}

/// A question to a device: what the browser gives it, as JSON, and what the answer is checked by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What the browser is given.
    pub asks: String,
    /// What stays here until the answer comes.
    pub kept: String,
}

/// Who adds a passkey.
#[derive(Clone, Debug)]
pub struct Owner {
    /// What devices call them: 32 hexadecimal digits.
    pub handle: String,
    /// What devices show of them.
    pub email: String,
    /// The passkeys they have, in base64url: a device makes no second one.
    pub known: Vec<String>,
}

/// Why a passkey's answer does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It answers another question, or another shop's, or is not signed by this passkey.
    Wrong,
    /// Its counter has gone back: there may be a copy of it.
    Copied,
}

/// Who asks devices for passkeys and checks their answers (WebAuthn, level 3). It stands in `server::passkeys`.
pub trait Passkeys: Send + Sync {
    /// Asks for a new one.
    fn ask_new(&self, owner: &Owner) -> Result<Question, Failure>;
    /// What a device made: what it calls it, and what its signatures are checked by; none where that is not what was asked.
    fn made(&self, kept: &str, answer: &str) -> Option<(String, String)>;
    /// Asks for one there is, whosever.
    fn ask(&self) -> Result<Question, Failure>;
    /// Which passkey an answer is of, and what its device calls the owner. Nothing of it is proven.
    fn claimed(&self, answer: &str) -> Option<(String, String)>;
    /// Looks at an answer; what the next one is checked by.
    fn proven(&self, kept: &str, answer: &str, checked_by: &str) -> Result<String, Doubt>;
}

/// The shop, as pages see it. Provided to every page and server function.
#[derive(Clone)]
pub struct Shop {
    /// What it remembers.
    pub db: Database,
    /// Where it takes money.
    pub till: Arc<dyn Till>,
    /// Where streets are looked up.
    pub places: Arc<dyn Places>,
    /// Whoever brings parcels.
    pub bringers: Arc<dyn Bringers>,
    /// What maps are drawn from.
    pub atlas: &'static dyn Atlas,
    /// Where goods are searched.
    pub finder: Arc<dyn Finder>,
    /// Where VAT numbers are asked about.
    pub register: Arc<dyn Register>,
    /// Gives the secret of an order's link.
    pub link: Arc<dyn Fn(&OrderNumber) -> Token + Send + Sync>,
    /// How letters look.
    pub letters: Arc<dyn Letters>,
    /// Gives the secret of somebody's choices of messages, of the seed the books have for them.
    pub preferences: Preferences,
    /// How devices are told.
    pub devices: Arc<dyn Devices>,
    /// Makes the secrets of accounts.
    pub account: AccountKey,
    /// Who knows stolen passwords.
    pub leaks: Arc<dyn Leaks>,
    /// Who asks devices for passkeys; nobody where the shop's address has no name, since browsers have none for numbers.
    pub passkeys: Option<Arc<dyn Passkeys>>,
    /// Makes HTML from anywhere harmless, and paragraphs of plain text.
    pub clean: fn(&str) -> String,
    /// Its own address, such as `https://shop.example`, without a slash at the end.
    pub origin: Arc<str>,
    /// The folder of the built site's files, such as `pkg-0123456789ab`.
    pub pkg: Arc<str>,
    /// The name of the time zone its own clock is in, such as `Europe/Riga`.
    pub zone: Arc<str>,
    /// Whether the embedded provider and carrier are in use, which the page then says.
    pub trial: bool,
}

/// The shop this request came to.
pub fn shop() -> Result<Shop, Failure> {
    use_context().ok_or(Failure::Broken)
}

/// What the shop remembers.
pub fn db() -> Result<Database, Failure> {
    Ok(shop()?.db)
}

/// Minutes east of UTC at the shop's own door then.
pub fn shop_offset(at: Timestamp) -> i16 {
    shop().map_or(0, |shop| offset(&shop.zone, at))
}
