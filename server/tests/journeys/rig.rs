//! A shop that sells a few things of its own, with the companies outside it. Time stands until it is moved.

use std::sync::atomic::Ordering;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use cartwright::import::{self, Format, Import};
use cartwright::jobs::{self, Pictures, Tools};
use cartwright::outside::rates;
use cartwright::outside::secrets::Secrets;
use cartwright::outside::signature::seal;
use cartwright::pictures::{Darkroom, Media};
use cartwright::shop::Company;
use db::audit;
use domain::Never;
use domain::staff::StaffName;

use crate::shopper::Shopper;
use crate::support::Shop;

/// Goods in the columns of a product file: mugs in three colours of which one is sold out, a pan, one last lamp, a
/// stool nobody can have any more, a bowl of the past and a jug of the future.
pub const GOODS: &str = "\
Handle,Title,Body (HTML),Vendor,Type,Status,SKU,Option1 Name,Option1 Value,Price,Variant Compare At Price,Variant Inventory Tracker,Variant Inventory Qty
ridge-mug,Ridge mug,<p>A mug with a ridge.</p>,Kalna,Cups,active,M-1,Colour,Oat,21.00,,shopify,5
ridge-mug,,,,,,M-2,,Moss,18.00,,shopify,0
ridge-mug,,,,,,M-3,,Ink,21.00,24.00,shopify,2
carbon-pan,Carbon pan,<p>A pan.</p>,Kalna,Pans,active,P-1,,,49.00,,shopify,50
last-lamp,Last lamp,<p>A lamp.</p>,,Lamps,active,L-1,,,80.00,,shopify,1
old-stool,Old stool,<p>A stool.</p>,,Lamps,active,S-1,,,90.00,,shopify,0
past-bowl,Past bowl,<p>A bowl.</p>,,Cups,archived,B-1,,,9.00,,shopify,5
secret-jug,Secret jug,<p>A jug.</p>,,Cups,draft,J-1,,,9.00,,shopify,5
";

/// The darkroom of the program itself.
fn darkroom() -> Darkroom {
    Darkroom::of(env!("CARGO_BIN_EXE_cartwright").into())
}

/// A shop and everyone it deals with.
pub struct Rig {
    pub shop: Shop,
    pub company: Company,
    secrets: Secrets,
    tools: Tools,
}

impl Rig {
    /// One that sells [`GOODS`].
    pub async fn new() -> Self {
        Self::selling(GOODS).await
    }

    /// One that sells what a product file says.
    pub async fn selling(goods: &str) -> Self {
        Self::with("", goods).await
    }

    /// One with these settings that sells what a product file says.
    pub async fn with(settings: &str, goods: &str) -> Self {
        Self::fitted(settings, goods, |_| ()).await
    }

    /// The same with something in it exchanged before its door is opened.
    pub async fn fitted(settings: &str, goods: &str, fit: impl FnOnce(&mut Company)) -> Self {
        let (shop, company) = Shop::fitted(settings, fit);
        let secrets = Secrets::load_or_make(&shop.house.config.data).unwrap();
        let media = Media::open(&shop.house.config.data, &darkroom()).unwrap();
        let tools = Tools::new(shop.house.db.clone(), &company.world, Some(Pictures { media, fetcher: None }));
        let tools = tools.with_mail(company.mail.clone());
        let rig = Self { shop, company, secrets, tools };
        rig.take_in(goods).await;
        rig
    }

    /// Takes the rates of the day, so that prices can be given in other currencies.
    pub async fn takes_rates(&self) {
        rates::refresh(&self.shop.house.db, &rates::Bundled).await.unwrap();
    }

    /// Takes in another product file.
    pub async fn take_in(&self, goods: &str) {
        let file = self.shop.folder.path().join("goods.csv");
        std::fs::write(&file, goods).unwrap();
        let (db, format) = (&self.shop.house.db, Format::Shopify);
        let media = Media::open(&self.shop.house.config.data, &darkroom()).unwrap();
        let import = Import { db, media: &media, file: &file, format, map: None, dry_run: false };
        let mut told = Vec::new();
        let exit = import::run(import, &mut told).await.unwrap();
        assert_eq!(exit, import::ALL, "{}", String::from_utf8_lossy(&told));
    }

    /// Somebody who has never been here.
    pub fn shopper(&self) -> Shopper<'_> {
        Shopper::new(&self.shop)
    }

    /// What forms call a variant; `value` is empty for a product without choices.
    pub async fn variant(&self, slug: &str, value: &str) -> String {
        const ID: &str = "SELECT v.id FROM variants v JOIN products p ON p.id = v.product_id WHERE p.slug = $1 AND v.value1 = $2";
        let found = self.shop.house.db.read(|conn| conn.one(ID, &[&slug, &value], |row| row.get::<_, i64>(0))).await;
        found.unwrap().unwrap().to_string()
    }

    /// Counts the orders there are.
    pub async fn orders(&self) -> i64 {
        self.count("SELECT count(*) FROM orders").await
    }

    /// A number the books know.
    pub async fn count(&self, question: &'static str) -> i64 {
        self.shop.house.db.read(|conn| conn.one(question, &[], |row| row.get(0))).await.unwrap().unwrap()
    }

    /// The merchant changes a price.
    pub async fn reprice(&self, slug: &'static str, minor: i64) {
        const PRICE: &str = "UPDATE variants SET price_minor = $1 WHERE product_id = (SELECT id FROM products WHERE slug = $2)";
        let changed = self.shop.house.db.write::<_, Never>(move |tx| Ok(tx.run(PRICE, &[&minor, &slug])?));
        assert!(changed.await.unwrap() > 0);
    }

    /// Somebody begins to work there.
    pub async fn employs(&self, name: &'static str, password: &str) {
        let kept = db::staff::keep(password).unwrap();
        let added = self.shop.house.db.write(move |tx| db::staff::add(tx, &StaffName::parse(name).unwrap(), &kept));
        added.await.map_err(|_| "nobody is taken in").unwrap();
    }

    /// Lets time pass.
    pub fn wait(&self, seconds: i64) {
        self.shop.clock.fetch_add(seconds * 1000, Ordering::SeqCst);
    }

    /// Does the work that waits until there is none.
    pub async fn work(&self) {
        while jobs::run_due(&self.tools).await.unwrap() > 0 {}
    }

    /// The carrier tells of the latest parcel, so many hours from now by its own clock, from a place of an odd name.
    pub async fn carrier_tells(&self, event: &str, status: &str, hours: i64, expected_day: Option<i64>) {
        self.carrier_tells_from("Leipzig <DE>", event, status, hours, expected_day).await;
    }

    /// The same from a place.
    pub async fn carrier_tells_from(&self, place: &str, event: &str, status: &str, hours: i64, expected_day: Option<i64>) {
        const NUMBER: &str = "SELECT number FROM parcels ORDER BY id DESC LIMIT 1";
        let number = self.shop.house.db.read(|conn| conn.one(NUMBER, &[], |row| row.get(0))).await.unwrap().unwrap();
        self.tells(number, (place, event, status), hours, expected_day).await;
    }

    /// The carrier tells of a piece of the latest order that has parcels.
    pub async fn carrier_tells_of(&self, piece: u32, event: &str, status: &str, expected_day: Option<i64>) {
        const NUMBER: &str = "SELECT number FROM parcels WHERE piece = $1 ORDER BY id DESC LIMIT 1";
        let number = self.shop.house.db.read(move |conn| conn.one(NUMBER, &[&piece], |row| row.get(0))).await.unwrap().unwrap();
        self.tells(number, ("Leipzig <DE>", event, status), 0, expected_day).await;
    }

    async fn tells(&self, number: String, (place, event, status): (&str, &str, &str), hours: i64, expected_day: Option<i64>) {
        let db = &self.shop.house.db;
        let (now, at) = (db.now(), db.now().0 / 1000);
        let told = serde_json::json!({
            "event": event, "parcel": number, "status": status, "time": now.0 + hours * 3_600_000,
            "place": place, "utc_offset_minutes": 60, "expected_day": expected_day,
        })
        .to_string();
        let request = Request::post("/webhooks/carriers/simcarrier")
            .header("simcarrier-sent", at.to_string())
            .header("simcarrier-seal", seal(&self.secrets.simcarrier, at, told.as_bytes()));
        let heard = self.shop.ask(request.body(Body::from(told)).unwrap()).await;
        assert_eq!(heard.status, StatusCode::OK, "{status}");
    }

    /// Nothing was sold that is not there, no money is nowhere.
    pub async fn books_are_right(&self) {
        for finding in self.shop.house.db.read(audit::audit).await.unwrap() {
            assert_eq!(finding.against, Vec::<String>::new(), "{}: {}", finding.id, finding.says);
        }
    }
}
