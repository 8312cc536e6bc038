//! B4: `place` alone, beside the same rows written straight into SQLite, in the same process and on the same disk.

use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::time::{Duration, Instant};

use db::checkout::{Business, Moment, Placing};
use db::documents::Issuer;
use db::payments::Takers;
use db::token::Token;
use db::{Database, Options};
use domain::cart::Quantity;
use domain::checkout::{Agreed, TypedAddress};
use domain::contact::Country;
use domain::delivery::Service;
use domain::documents::Seller;
use domain::ids::VariantId;
use domain::lang::Lang;
use domain::market::{Home, Market};
use domain::money::{Currency, Money};
use domain::orders::OrderNumber;
use domain::payments::Way;
use domain::time::Timestamp;
use rusqlite::{Connection, params};
use tokio::sync::oneshot;
use tokio::task::LocalSet;

use super::load::Window;
use super::raw::{Own, Wanted, write};
use super::table::{Table, grouped};
use super::{AT_ONCE, WINDOWS};
use crate::trouble::{Outcome, wrong};

/// Things on the shelf.
pub const PRODUCTS: u32 = 100;
/// Orders of a window.
const ORDERS: usize = 6_000;
/// Who places at the same moment in a rush, and how long 99 of a hundred of them may wait, in milliseconds.
const RUSH: (usize, f64) = (64, 60.0);
/// What part of raw SQLite `place` must reach, in percent.
const OF_RAW: f64 = 50.0;

/// Measures both, window by window in turn, so that the disk's moods meet both.
pub async fn measure(table: &mut Table) -> Outcome<()> {
    table.title(&format!("B4  place alone beside raw SQLite, {WINDOWS} x {ORDERS} orders, 16 at once, synchronous=FULL"));
    let (mut placed, mut raw) = (Window::default(), Window::default());
    for _ in 0..WINDOWS {
        let one = place_window(AT_ONCE).await?;
        placed = placed.or(one);
        let one = raw_window().await?;
        raw = raw.or(one);
    }
    let figure = |window: &Window| format!("{}/s, p99 {:.2} ms", grouped(window.rate()), window.p99());
    table.row("place, through the shop's own memory", &figure(&placed));
    table.row("raw SQLite, the same rows", &figure(&raw));
    let part = 100.0 * placed.rate() / raw.rate();
    table.judged("  part of raw SQLite", &format!("{part:.0} %"), part >= OF_RAW, ">= 50 %");
    let mut rush = Window::default();
    for _ in 0..WINDOWS {
        rush = rush.or(place_window(RUSH.0).await?);
    }
    table.judged(&format!("place, {} at once", RUSH.0), &figure(&rush), rush.p99() <= RUSH.1, "p99 <= 60 ms");
    Ok(())
}

fn open(file: &Path) -> Outcome<Database> {
    let clock = || Timestamp(std::time::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_millis() as i64));
    let issuer = Arc::new(Issuer::of(Seller::named("Cartwright", Country::LATVIA)));
    let options = Options {
        home: Home::RIGA,
        issuer,
        packing_after: 0,
        clock: Arc::new(clock),
        readers: 2,
        synchronous: "FULL",
        group: 64,
    };
    Ok(Database::open(file, options)?)
}

/// A shopper in Riga who reads English.
const RIGA: Market = Market { lang: Lang::En, country: Country::LATVIA, currency: Currency::EUR };
/// How far Riga's clocks are ahead in winter.
const WINTER: i16 = 120;

/// A shop's file with goods on the shelves.
fn stocked(file: &Path) -> Outcome<()> {
    open(file)?.close();
    let mut conn = Connection::open(file)?;
    let tx = conn.transaction()?;
    for id in 1..=i64::from(PRODUCTS) {
        tx.execute(
            "INSERT INTO products (id, slug, name, shown, added_day) VALUES ($1, $2, $3, 'live', 20000)",
            params![id, format!("mug-{id}"), format!("Mug number {id}")],
        )?;
        tx.execute(
            "INSERT INTO variants (id, product_id, position, sku, price_minor, selling, on_hand) VALUES ($1, $1, 0, $2, 2450, 'in_stock', 900000)",
            params![id, format!("R-mug-{id}")],
        )?;
    }
    Ok(tx.commit()?)
}

/// Carts with an address, a delivery and a way to pay, each one press from its order; what each costs.
async fn ready_carts(db: &Database) -> Outcome<(Vec<Token>, Money)> {
    let mut tokens = Vec::with_capacity(ORDERS);
    for _ in 0..ORDERS {
        tokens.push(Token::mint()?);
    }
    for (some, number) in tokens.chunks(200).zip(0_i64..) {
        let some = some.to_vec();
        let made = db.write(move |tx| {
            for (token, variant) in some.iter().zip(number * 200..) {
                let variant = VariantId(variant % i64::from(PRODUCTS) + 1);
                db::cart::add(tx, RIGA, token, variant, Quantity::ONE).map_err(said)?;
                db::checkout::keep_address(tx, token, &address(), &Business::default()).map_err(said)?;
                db::checkout::keep_service(tx, token, Service::Standard, "").map_err(said)?;
                db::checkout::keep_way(tx, token, Way::Card).map_err(said)?;
            }
            Ok(())
        });
        made.await.map_err(|error: db::Error<String>| format!("{error:?}"))?;
    }
    let first = tokens[0].clone();
    let moment = Moment { now: db.now(), shop_offset_minutes: WINTER };
    let standing = db.read(move |conn| {
        let id = db::cart::id_of(conn, &first)?.unwrap_or(domain::ids::CartId(0));
        db::checkout::standing(conn, id, RIGA, moment)
    });
    let standing = standing.await?;
    let option = standing.chosen().ok_or("a cart without a delivery")?;
    Ok((tokens, standing.totals(&option).total))
}

fn said<R: std::fmt::Debug>(error: db::Error<R>) -> db::Error<String> {
    db::Error::Refused(format!("{error:?}"))
}

fn address() -> TypedAddress {
    TypedAddress {
        email: "guest@example.com".into(),
        country: "LV".into(),
        name: "Guest".into(),
        line1: "Brivibas iela 12".into(),
        postcode: "LV-1010".into(),
        city: "Riga".into(),
        ..TypedAddress::default()
    }
}

async fn place_window(many: usize) -> Outcome<Window> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("shop.sqlite");
    stocked(&file)?;
    let db = open(&file)?;
    let (carts, total) = ready_carts(&db).await?;
    let mut placings = Vec::with_capacity(ORDERS);
    for cart in carts {
        let number = OrderNumber::of(db::token::chance()?);
        let (browser, link) = (cart.clone(), Token::mint()?);
        let (market, shop_offset_minutes, agreed) = (RIGA, WINTER, Agreed { due: total });
        let takers = Takers([(Way::Card, "testpay")].into());
        placings.push(Placing { cart, browser, number, link, market, shop_offset_minutes, takers, agreed });
    }
    let shared = db.clone();
    let window = at_once(many, placings, move |placing| {
        let db = shared.clone();
        async move {
            let placed = db.write(move |tx| db::checkout::place(tx, &placing)).await;
            placed.map(drop).map_err(|error| format!("{error:?}").into())
        }
    });
    let window = window.await?;
    if db.read(|conn| conn.one("SELECT count(*) AS n FROM orders", &[], |row| row.get::<_, i64>("n"))).await?
        != Some(ORDERS as i64)
    {
        return wrong("not every cart became an order".to_owned());
    }
    db.close();
    Ok(window)
}

async fn raw_window() -> Outcome<Window> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("shop.sqlite");
    stocked(&file)?;
    let (ask, asked) = channel();
    let writer = std::thread::spawn(move || write(&file, &asked).map_err(|error| error.to_string()));
    let orders = (1..=ORDERS as i64).map(Own::of).collect::<Outcome<Vec<_>>>()?;
    let window = at_once(AT_ONCE, orders, move |order| one_raw(ask.clone(), order)).await?;
    writer.join().map_err(|_| "the writer panicked")??;
    Ok(window)
}

async fn one_raw(ask: Sender<Wanted>, order: Own) -> Outcome<()> {
    let (reply, told) = oneshot::channel();
    ask.send(Wanted { order, reply }).map_err(|_| "the writer is gone")?;
    Ok(told.await?)
}

/// Does everything, so many at once.
async fn at_once<T: 'static, F: Future<Output = Outcome<()>> + 'static>(
    many: usize,
    all: Vec<T>,
    one: impl Fn(T) -> F + 'static,
) -> Outcome<Window> {
    let (local, began) = (LocalSet::new(), Instant::now());
    let (all, one) = (Rc::new(std::cell::RefCell::new(all)), Rc::new(one));
    let loops: Vec<_> = (0..many)
        .map(|_| {
            let (all, one) = (Rc::clone(&all), Rc::clone(&one));
            local.spawn_local(async move {
                let mut micros = Vec::new();
                loop {
                    let Some(next) = all.borrow_mut().pop() else { return Outcome::Ok(micros) };
                    let asked = Instant::now();
                    one(next).await?;
                    micros.push(u32::try_from(asked.elapsed().as_micros()).unwrap_or(u32::MAX));
                }
            })
        })
        .collect();
    drop((all, one));
    let gather = async {
        let mut micros = Vec::new();
        for one in loops {
            micros.extend(one.await??);
        }
        Outcome::Ok(Window::new(began.elapsed().max(Duration::from_micros(1)), micros))
    };
    local.run_until(gather).await
}
