//! A shop with a front door, for one test.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use axum::response::Html;
use axum::routing::{get, post};
use bytes::Bytes;
use cartwright::config::{Config, Values};
use cartwright::pictures::{Darkroom, Media};
use cartwright::router::{House, front, pages::routes};
use cartwright::serve::{Clock, DataFolder, Life, Site, accept, tls};
use cartwright::shop::Company;
use db::testing::FRIDAY_MORNING;
use domain::time::Timestamp;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

/// A shop in a folder of its own.
pub struct Shop {
    pub house: Arc<House>,
    pub app: Router,
    pub folder: TempDir,
    pub clock: Arc<AtomicI64>,
    _lock: DataFolder,
}

/// An answer, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

/// A built site as small as can be.
pub fn build_site(root: &Path) {
    std::fs::create_dir_all(root.join("pkg-0123456789ab")).unwrap();
    std::fs::create_dir_all(root.join("fonts")).unwrap();
    std::fs::write(root.join("pkg-0123456789ab/cartwright.css"), "main{color:CanvasText}").unwrap();
    std::fs::write(root.join("favicon.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();
    std::fs::write(root.join("fonts/sans-0123456789ab.woff2"), "wOF2").unwrap();
}

impl Shop {
    /// One with these settings and pages.
    pub fn with(settings: &str, pages: Router) -> Self {
        let folder = tempfile::tempdir().unwrap();
        build_site(&folder.path().join("site"));
        let (data, site) = (folder.path().join("data"), folder.path().join("site"));
        // Most stories are not about the pause before packing, and go on at once.
        let pause = if settings.contains("packing_after") { "" } else { "packing_after = 0\n" };
        let file = format!("data = {data:?}\nsite = {site:?}\n{pause}{settings}");
        let config = Config::read(&Values::gather(Some(&file), std::iter::empty()).unwrap()).unwrap();
        let lock = DataFolder::take(&config.data).unwrap();
        let clock = Arc::new(AtomicI64::new(FRIDAY_MORNING.0));
        let db = lock.database(&config, hands(&clock)).unwrap();
        let site = Site::find(&config.site).unwrap();
        let house = House::new(config, db, site, Life::new());
        let app = front(&house, pages, odd_routes());
        Self { house, app, folder, clock, _lock: lock }
    }

    /// The real one: its pages, its goods, its embedded provider. What the jobs do later is not done.
    pub async fn real() -> Self {
        let (shop, company) = Self::opened("");
        company.stock_up(true).await.unwrap();
        shop
    }

    /// The real one with these settings and nothing to sell yet.
    pub fn opened(settings: &str) -> (Self, Company) {
        Self::fitted(settings, |_| ())
    }

    /// The same with something in it exchanged before its door is opened.
    pub fn fitted(settings: &str, fit: impl FnOnce(&mut Company)) -> (Self, Company) {
        let mut shop = Self::with(settings, Router::new());
        let house = &shop.house;
        let mut company = Company::open(&house.config, &house.db, hands(&shop.clock), &house.site).unwrap();
        // The program itself opens pictures; this one is its tests.
        company.media = Media::open(&house.config.data, &Darkroom::of(env!("CARGO_BIN_EXE_cartwright").into())).unwrap();
        fit(&mut company);
        shop.app = front(house, routes(house, company.shop.clone()), company.routes(house));
        (shop, company)
    }

    /// An ordinary one.
    pub fn new() -> Self {
        Self::with("", pages())
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.app.clone().oneshot(request).await.unwrap().into_parts();
        Answer { status: parts.status, headers: parts.headers, body: to_bytes(body, usize::MAX).await.unwrap() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).header("accept", "text/html").body(Body::empty()).unwrap()).await
    }

    /// Opens the door on a free port of this machine.
    pub async fn open(&self) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let addr = listener.local_addr().unwrap();
        let tls = self.house.config.tls.as_ref().map(|files| tls::load(files).unwrap());
        let door = accept::Door::new(listener, tls, &self.house.config, self.house.life.clone());
        tokio::spawn(accept::receive(door, self.app.clone(), Arc::clone(&self.house)));
        addr
    }
}

/// A clock that stands until it is moved.
fn hands(clock: &Arc<AtomicI64>) -> Clock {
    let clock = Arc::clone(clock);
    Arc::new(move || Timestamp(clock.load(Ordering::SeqCst)))
}

/// Pages that stand for the app's.
pub fn pages() -> Router {
    Router::new()
        .route("/", get(async || Html("<h1>First</h1>")))
        .route("/en/cart", get(async || Html("<h1>Cart</h1>".repeat(200))))
        .route("/api/cart/add", post(async |body: Bytes| format!("{} bytes", body.len())))
        .fallback(async || (StatusCode::NOT_FOUND, Html("<h1>Not here</h1>")))
}

/// What others bring along: trouble of every kind.
fn odd_routes() -> Router {
    Router::new()
        .route("/odd/panic", get(panics))
        .route("/odd/away", get(async || (StatusCode::SEE_OTHER, [("location", "https://evil.example/")])))
        .route("/odd/slow", get(async || tokio::time::sleep(Duration::from_millis(400)).await))
        .route("/webhooks/payments/test", post(async |_: Bytes| "heard"))
}

async fn panics() -> &'static str {
    panic!("a page that breaks")
}

/// Sends bytes and reads until the other side is done, or cuts.
pub async fn talk(addr: SocketAddr, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(addr).await.unwrap();
    stream.write_all(bytes).await.unwrap();
    let mut answer = Vec::new();
    // A reset is one way of being cut.
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}
