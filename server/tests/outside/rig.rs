//! A shop with one teapot to sell, and the companies outside it; time stands until it is moved.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use cartwright::jobs::{self, Tools};
use cartwright::outside::carriers::{Carrier, Follower};
use cartwright::outside::payments::{Back, Provider};
use cartwright::outside::secrets::Secrets;
use cartwright::outside::simcarrier::Story;
use cartwright::outside::{Settings, World};
use cartwright::webhooks;
use db::checkout::{Business, Moment, Placed, Placing};
use db::database::{Database, Options};
use db::documents::Issuer;
use db::testing::RIGA;
use db::token::Token;
use db::{audit, cart, checkout, orders, payments};
use domain::cart::Quantity;
use domain::checkout::{Agreed, TypedAddress};
use domain::delivery::Service;
use domain::documents::Seller;
use domain::ids::VariantId;
use domain::market::Home;
use domain::orders::{OrderNumber, OrderState};
use domain::payments::{PaymentState, Way};
use domain::time::Timestamp;
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::shelf;

/// 2026-11-20 09:00 UTC, a Friday.
pub const FRIDAY_MORNING: Timestamp = Timestamp(1_795_165_200_000);
pub const PLAIN_CARD: &str = "4242424242424242";

pub struct Rig {
    pub shop: Database,
    pub world: World,
    pub tools: Tools,
    pub secrets: Secrets,
    pub origin: String,
    clock: Arc<AtomicI64>,
    settings: Settings,
    folder: tempfile::TempDir,
    server: tokio::task::JoinHandle<()>,
}

/// What a page answered.
pub struct Page {
    pub status: StatusCode,
    pub location: String,
    pub policy: String,
    pub html: String,
}

impl Drop for Rig {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Rig {
    /// A shop that has `teapots`, with its door open on loopback.
    pub async fn with(teapots: i64) -> Self {
        Self::at_speed(teapots, 1).await
    }

    /// The same, with a carrier this many times faster than life.
    pub async fn at_speed(teapots: i64, carrier_speed: u32) -> Self {
        Self::paced(teapots, carrier_speed, 0).await
    }

    /// The same, that packs an order so many seconds after it is paid: until then it can be changed.
    pub async fn pausing(teapots: i64, packing_after: i64) -> Self {
        Self::paced(teapots, 1, packing_after).await
    }

    async fn paced(teapots: i64, carrier_speed: u32, packing_after: i64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(AtomicI64::new(FRIDAY_MORNING.0));
        let hands = Arc::clone(&clock);
        let options = Options {
            home: Home::RIGA,
            issuer: Arc::new(Issuer::of(Seller::named("Cartwright & Sons", Home::RIGA.country))),
            packing_after,
            clock: Arc::new(move || Timestamp(hands.load(Ordering::SeqCst))),
            readers: 4,
            synchronous: "FULL",
            group: 64,
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let settings = Settings {
            origin: origin.clone(),
            merchant: "Cartwright & Sons".to_owned(),
            books: options.clone(),
            zone: "Europe/Riga".to_owned(),
            carrier_speed,
            carrier_story: Story::Plain,
            slow: Duration::from_secs(60),
        };
        let shop = Database::open(&folder.path().join("shop.sqlite"), options).unwrap();
        shelf::stock(&shop, teapots).await;
        let secrets = Secrets::load_or_make(folder.path()).unwrap();
        let world = World::open(folder.path(), shop.clone(), &secrets, &settings).unwrap();
        let app = door(&shop, &world);
        let server = tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        let tools = Tools::new(shop.clone(), &world, None);
        Self { shop, world, tools, secrets, origin, clock, settings, folder, server }
    }

    pub fn wait(&self, seconds: i64) {
        self.clock.fetch_add(seconds * 1000, Ordering::SeqCst);
    }

    /// Lets time pass as it does in life, until the end of the test.
    pub fn let_time_pass(&self) {
        let clock = Arc::clone(&self.clock);
        tokio::spawn(async move {
            let (began, from) = (std::time::Instant::now(), clock.load(Ordering::SeqCst));
            loop {
                tokio::time::sleep(Duration::from_millis(10)).await;
                clock.store(from + began.elapsed().as_millis() as i64, Ordering::SeqCst);
            }
        });
    }

    /// From now on this company takes the money, and TestPay does not.
    pub fn takes_real_money(&mut self, provider: Arc<dyn Provider>) {
        self.world = self.world.clone().in_earnest(self.shop.clone(), [provider]);
        self.tools = Tools::new(self.shop.clone(), &self.world, None);
    }

    /// From now on this company brings the parcels.
    pub fn brought_by(&mut self, carrier: Arc<dyn Carrier>) {
        self.world = self.world.clone().brought_by(carrier);
        self.tools = Tools::new(self.shop.clone(), &self.world, None);
    }

    /// From now on this company tells of parcels too.
    pub fn followed_by(&mut self, follower: Arc<dyn Follower>) {
        self.world = self.world.clone().followed_by(follower);
        self.tools = Tools::new(self.shop.clone(), &self.world, None);
    }

    /// From now on staff bring parcels to a carrier themselves.
    pub fn by_hand(&mut self) {
        self.world = self.world.clone().by_hand();
        self.tools = Tools::new(self.shop.clone(), &self.world, None);
    }

    /// From now on staff choose how each parcel is brought.
    pub fn by_choice(&mut self) {
        self.world = self.world.clone().by_choice();
        self.tools = Tools::new(self.shop.clone(), &self.world, None);
    }

    /// The companies outside after a restart, from the same books.
    pub fn reopened(&self) -> World {
        World::open(self.folder.path(), self.shop.clone(), &self.secrets, &self.settings).unwrap()
    }

    /// Ada orders one teapot to this country, and pays by card.
    pub async fn order_to(&self, country: &str) -> Placed {
        self.order_by(Way::Card, country).await
    }

    /// Ada orders one teapot to this country, and wants to pay this way.
    pub async fn order_by(&self, way: Way, country: &str) -> Placed {
        self.order_some(1, way, country).await
    }

    /// Ada orders so many teapots to this country, and wants to pay this way.
    pub async fn order_some(&self, count: u32, way: Way, country: &str) -> Placed {
        let takers = self.world.desk.takers();
        let token = Token::mint().unwrap();
        let typed = TypedAddress {
            email: "ada@home.lv".into(),
            country: country.into(),
            name: "Ada Lovelace".into(),
            line1: "Brīvības iela 1".into(),
            postcode: if country == "US" { "89501" } else { "LV-1010" }.into(),
            city: if country == "US" { "Reno" } else { "Rīga" }.into(),
            region: if country == "US" { "NV" } else { "" }.into(),
            keep: true,
            ..TypedAddress::default()
        };
        let number = OrderNumber::of(db::token::chance().unwrap());
        let link = self.secrets.link(&number);
        let placed = self.shop.write(move |tx| {
            cart::add(tx, RIGA, &token, VariantId(1), Quantity::new(count).unwrap()).unwrap();
            checkout::keep_address(tx, &token, &typed, &Business::default())?;
            checkout::keep_service(tx, &token, Service::Standard, "")?;
            checkout::keep_way(tx, &token, way)?;
            let shop_offset_minutes = 120;
            let id = cart::id_of(tx, &token)?.unwrap();
            let standing = checkout::standing(tx, id, RIGA, Moment { now: tx.now(), shop_offset_minutes })?;
            let agreed = Agreed { due: standing.totals(&standing.chosen().unwrap()).due() };
            let browser = Token::mint()?;
            let placing = Placing { cart: token, browser, number, link, market: RIGA, shop_offset_minutes, takers, agreed };
            checkout::place(tx, &placing)
        });
        placed.await.unwrap()
    }

    pub async fn order(&self) -> Placed {
        self.order_to("LV").await
    }

    pub fn back(&self, placed: &Placed) -> Back {
        let page = format!("{}/en/orders/{}", self.origin, placed.number.as_str());
        Back { done: format!("{page}?paid"), cancelled: page }
    }

    /// Ada goes to the provider's page; its path.
    pub async fn begin(&self, placed: &Placed) -> String {
        let url = self.world.desk.begin(placed.payment, &self.back(placed)).await.unwrap();
        url.strip_prefix(&self.origin).unwrap().to_owned()
    }

    /// Ada begins, and pays with this card.
    pub async fn pay(&self, placed: &Placed, card: &str) -> Page {
        let path = self.begin(placed).await;
        self.post(&path, &card_form(card)).await
    }

    pub async fn get(&self, path: &str) -> Page {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, form: &str) -> Page {
        let kind = "application/x-www-form-urlencoded";
        let request = Request::builder().method(Method::POST).uri(path).header(header::CONTENT_TYPE, kind);
        self.send(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    pub async fn send(&self, request: Request<Body>) -> Page {
        let answer = door(&self.shop, &self.world).oneshot(request).await.unwrap();
        let status = answer.status();
        let text = |name| answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
        let (location, policy) = (text(header::LOCATION), text(header::CONTENT_SECURITY_POLICY));
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        Page { status, location, policy, html: String::from_utf8(bytes.to_vec()).unwrap() }
    }

    /// Does what is due until nothing is.
    pub async fn work(&self) {
        while jobs::run_due(&self.tools).await.unwrap() > 0 {}
    }

    pub async fn deliver(&self) {
        self.world.deliver_due().await.unwrap();
    }

    pub async fn payment(&self, placed: &Placed) -> PaymentState {
        self.shop.read(|conn| payments::by_id(conn, placed.payment)).await.unwrap().state()
    }

    pub async fn state(&self, placed: &Placed) -> OrderState {
        self.shop.read(|conn| orders::state(conn, placed.order)).await.unwrap()
    }

    /// How often the provider took this payment's money, and gave it back.
    pub async fn movements(&self, placed: &Placed) -> (u32, u32) {
        let payment = self.shop.read(|conn| payments::by_id(conn, placed.payment)).await.unwrap();
        self.world.testpay.movements(&payment).await.unwrap()
    }

    /// Teapots on the shelf, and of them held.
    pub async fn teapots(&self) -> (i64, i64) {
        let count = |conn: &db::Conn| conn.one("SELECT on_hand, held FROM variants", &[], |row| Ok((row.get(0)?, row.get(1)?)));
        self.shop.read(count).await.unwrap().unwrap()
    }

    pub async fn books_are_right(&self) {
        for finding in self.shop.read(audit::audit).await.unwrap() {
            assert_eq!(finding.against, Vec::<String>::new(), "{}: {}", finding.id, finding.says);
        }
    }
}

fn door(shop: &Database, world: &World) -> Router {
    webhooks::router(shop.clone(), world).merge(world.testpay.router())
}

pub fn card_form(card: &str) -> String {
    format!("number={card}&expiry=12%2F34&cvc=123&name=Ada+Lovelace")
}
