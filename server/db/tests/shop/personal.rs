//! What the books hold of a person: all of it is known, told to them alone, and gone when they are deleted.

use std::collections::BTreeSet;
use std::sync::Arc;

use db::account::{self, Device};
use db::personal::{self, Fate, PLAIN, rooms};
use db::problems::photos;
use db::testing::TestDb;
use db::token::Token;
use db::{Conn, audit, cart, checkout, notifications, orders, payments};
use domain::Never;
use domain::account::Account;
use domain::checkout::TypedAddress;
use domain::contact::Email;
use domain::delivery::Service;
use domain::ids::OrderId;
use domain::lang::Lang;
use domain::payments::{Report, Reported, Way};
use rusqlite::types::ValueRef;

mod fill;

use fill::FILL;

use super::goods::{shelf, teapot};
use super::{Business, placing, put_in, report, settle};

const DAY: i64 = 86_400;

type Key = Arc<dyn Fn(&str) -> Token + Send + Sync>;

fn key() -> Key {
    Arc::new(|text| {
        let mut bytes = [0_u8; 32];
        text.bytes().enumerate().for_each(|(at, byte)| bytes[at % 32] = bytes[at % 32].wrapping_mul(31).wrapping_add(byte));
        Token::of(&bytes)
    })
}

/// Every column that can hold text.
fn columns(conn: &Conn) -> db::Result<Vec<(String, String)>> {
    const ALL: &str = "SELECT m.name AS room, c.name AS col FROM sqlite_schema m JOIN pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND upper(c.type) NOT LIKE 'INT%' ORDER BY 1, 2";
    conn.all(ALL, &[], |row| Ok((row.get("room")?, row.get("col")?)))
}

/// In how many of the two lists a column is.
fn lists(table: &str, column: &str) -> usize {
    let personal = rooms().filter(|room| room.table == table).flat_map(|room| room.columns).filter(|one| one.name == column);
    let plain = PLAIN.iter().filter(|(of, _)| *of == table).flat_map(|(_, all)| *all);
    personal.count() + plain.filter(|name| **name == column || **name == "*").count()
}

#[test]
fn every_column_of_text_is_known_as_somebody_s_or_as_nobody_s() {
    let all = TestDb::new().read(columns);
    assert!(all.len() > 200, "the schema is read: {}", all.len());
    let odd: Vec<_> = all.iter().filter(|(table, column)| lists(table, column) != 1).collect();
    assert!(odd.is_empty(), "each belongs into db::personal, once: {odd:?}");
    assert_eq!(lists("orders", "nickname"), 0, "a new one would be seen");
    let known = |table: &str, column: &str| all.iter().any(|(of, name)| of == table && (name == column || column == "*"));
    for room in rooms() {
        room.columns.iter().for_each(|one| assert!(known(room.table, one.name), "{}.{} is no more", room.table, one.name));
    }
    PLAIN
        .iter()
        .for_each(|(table, names)| names.iter().for_each(|name| assert!(known(table, name), "{table}.{name} is no more")));
}

/// Somebody with an account, and everything in the books that can be filled in of a person, with their name in it.
fn moved_in(shop: &TestDb, who: &'static str) -> (Account, OrderId) {
    let (email, browser) = (Email::parse(&format!("{who}@example.org")).unwrap(), Token::mint().unwrap());
    let order = bought(shop, who, &browser);
    let account = signed_in(shop, &email, &browser);
    let owned = account.clone();
    shop.write::<_, Never>(move |tx| {
        let cart = account::cart(&*key(), &owned.seed, owned.carts);
        let open = cart::id_of(tx, &cart)?.map(|id| id.0).unwrap_or_default();
        let owner = account::owner(&*key(), &owned.seed).hash();
        let new = Email::parse(&format!("{who}.new@example.org")).unwrap();
        account::ask_to_move(tx, &*key(), &owned, (&new, Lang::En)).map_err(|_| db::Fault::Busy)?;
        for (sql, id) in FILL.iter().flat_map(|(id, all)| all.iter().map(move |sql| (sql, *id))) {
            let id: &dyn rusqlite::ToSql = match id {
                "order" => &order.0,
                "cart" => &open,
                "account" => &owned.id.0,
                _ => &owner,
            };
            let sql = sql.replace("WHO", who);
            let params = [id];
            tx.run(&sql, if sql.contains("$1") { &params } else { &[] })?;
        }
        Ok(())
    })
    .unwrap();
    (account, order)
}

/// Two teapots, bought without an account, paid and delivered.
fn bought(shop: &TestDb, who: &str, browser: &Token) -> OrderId {
    let cart = Token::mint().unwrap();
    put_in(shop, &cart, teapot(shop), 2).unwrap();
    let typed = TypedAddress {
        email: format!(" {who}@Example.org"),
        country: "LV".to_owned(),
        name: format!("{who} Lovelace"),
        line1: format!("{who} iela 1"),
        postcode: "LV-1010".to_owned(),
        city: "Rīga".to_owned(),
        keep: true,
        ..TypedAddress::default()
    };
    let (told, note) = (cart.clone(), format!("{who} wishes well"));
    shop.write(move |tx| {
        tx.run("UPDATE carts SET gift_note = $1 WHERE token_hash = $2", &[&note, &told.hash()])?;
        checkout::keep_address(tx, &told, &typed, &Business::default())?;
        checkout::keep_service(tx, &told, Service::Standard, "")?;
        checkout::keep_way(tx, &told, Way::Card)
    })
    .unwrap();
    let placing = db::checkout::Placing { browser: browser.clone(), ..placing(&cart, 8000) };
    let placed = shop.write(move |tx| checkout::place(tx, &placing)).unwrap();
    settle(shop, &placed, Report { reference: format!("{who}-paid"), ..report(Reported::Captured, 8000) });
    placed.order
}

fn signed_in(shop: &TestDb, email: &Email, browser: &Token) -> Account {
    const LAST: &str = "SELECT about FROM notifications WHERE kind = 'sign_in' ORDER BY id DESC LIMIT 1";
    let asked = email.clone();
    shop.write::<_, Never>(move |tx| account::ask(tx, &*key(), (&asked, Lang::En))).unwrap();
    let about: String = shop.read(|conn| conn.one(LAST, &[], |row| row.get("about"))).unwrap();
    let about: domain::notifications::Particulars = serde_json::from_str(&about).unwrap();
    let device = Device { name: format!("{} phone", email.as_str()), browser: Some(browser.clone()), cart: None };
    let (link, token) = (account::secret(&*key(), &about.pass), Token::mint().unwrap());
    let account = shop.write(move |tx| account::follow(tx, &*key(), &link, (&token, &device))).unwrap();
    let cart = account::cart(&*key(), &account.seed, account.carts);
    put_in(shop, &cart, teapot(shop), 1).unwrap();
    account
}

/// Every text in the books, with where it stands.
fn texts(shop: &TestDb) -> Vec<(String, String, String)> {
    let columns = shop.read(columns);
    let of = |(table, column): &(String, String)| {
        // The index of the goods cannot be read as a table.
        let sql = format!("SELECT {column} AS cell FROM {table}");
        let cells = if table.starts_with("search_texts") {
            Vec::new()
        } else {
            shop.read(|conn| conn.all(&sql, &[], |row| text(row.get_ref(0)?)))
        };
        cells.into_iter().map(|cell| (table.clone(), column.clone(), cell)).collect::<Vec<_>>()
    };
    columns.iter().flat_map(of).collect()
}

fn text(cell: ValueRef<'_>) -> rusqlite::Result<String> {
    Ok(match cell {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        _ => String::new(),
    })
}

fn fate(table: &str, column: &str) -> Option<(bool, Fate)> {
    let mut all = rooms().filter(|room| room.table == table).flat_map(|room| room.columns);
    all.find(|one| one.name == column).map(|one| (one.told, one.fate))
}

/// What is somebody's and not told: secrets, and what they are known by.
fn secrets(shop: &TestDb) -> BTreeSet<String> {
    let secret = |(table, column, _): &(String, String, String)| fate(table, column).is_some_and(|(told, _)| !told);
    texts(shop).into_iter().filter(secret).map(|(.., cell)| cell).filter(|cell| cell.len() >= 8).collect()
}

fn left(shop: &TestDb, who: &str, but: &[Fate]) -> Vec<(String, String, String)> {
    let kept = |table: &str, column: &str| fate(table, column).is_some_and(|(_, fate)| but.contains(&fate));
    let all = texts(shop).into_iter();
    all.filter(|(table, column, cell)| cell.to_lowercase().contains(who) && !kept(table, column)).collect()
}

fn wrong(shop: &TestDb) -> Vec<audit::Finding> {
    shop.read(audit::audit).into_iter().filter(|finding| !finding.against.is_empty()).collect()
}

#[test]
fn what_is_told_is_all_of_it_and_nothing_of_another_s() {
    let shop = shelf(99);
    let (ada, _) = moved_in(&shop, "zadaz");
    moved_in(&shop, "zbobz");
    let whose = shop.read(|conn| personal::whose(conn, &*key(), &ada));
    let told = shop.read(|conn| personal::told(conn, &whose));
    let all = serde_json::to_string(&told.iter().map(|sheet| (sheet.name, sheet.objects())).collect::<Vec<_>>()).unwrap();
    let told_columns: Vec<_> =
        texts(&shop).into_iter().filter(|(table, column, _)| fate(table, column).is_some_and(|(told, _)| told)).collect();
    let mut seen = BTreeSet::new();
    for (table, column, cell) in told_columns.iter().filter(|(.., cell)| cell.to_lowercase().contains("zadaz")) {
        let json = cell.starts_with(['{', '[']).then(|| serde_json::from_str(cell).ok()).flatten();
        let as_told = json.unwrap_or_else(|| serde_json::Value::from(cell.as_str())).to_string();
        assert!(all.contains(&as_told), "{table}.{column}: {as_told}");
        seen.insert((table.clone(), column.clone()));
    }
    // Codes have nobody's name in them; what stands in order_lines and on the orders of the shop is what it is.
    let nameless = ["lang", "country", "currency", "number", "order_number", "postcode", "city", "name", "code", "tail"];
    for room in rooms() {
        for column in room.columns.iter().filter(|column| column.told && !nameless.contains(&column.name)) {
            assert!(
                seen.contains(&(room.table.to_owned(), column.name.to_owned())),
                "{}.{} is not filled",
                room.table,
                column.name
            );
        }
    }
    assert!(!all.to_lowercase().contains("zbobz"), "{all}");
    for secret in secrets(&shop).iter().filter(|secret| !secret.contains('@')) {
        assert!(!all.contains(secret.as_str()), "{secret}");
    }
}

#[test]
fn nothing_of_who_is_deleted_is_left_and_another_keeps_all_and_the_books_still_hold() {
    let shop = shelf(99);
    let (ada, order) = moved_in(&shop, "zadaz");
    let of_ada = secrets(&shop);
    assert!(of_ada.len() > 20, "{of_ada:?}");
    moved_in(&shop, "zbobz");
    shop.wait(100 * DAY);
    let (bobs, found) = (left(&shop, "zbobz", &[]), wrong(&shop));
    shop.write(move |tx| personal::erase(tx, &*key(), &ada)).unwrap();
    let purse = shop.read(|conn| payments::to_forget(conn, 1)).unwrap();
    assert_eq!((purse.purse.as_str(), purse.card), ("purse of zadaz", None), "the provider is told to forget her");
    shop.write(move |tx| payments::forgotten(tx, 1)).unwrap();
    let pictures = shop.read(|conn| photos::dropped(conn, 9));
    assert_eq!(pictures, ["zadaz~f"], "the files of her pictures are to go, and only hers");
    shop.write(move |tx| photos::removed(tx, &pictures)).unwrap();
    assert_eq!(left(&shop, "zadaz", &[Fate::Books, Fate::Anonymous]), []);
    let after: BTreeSet<String> = texts(&shop).into_iter().map(|(.., cell)| cell).collect();
    let kept: Vec<_> = of_ada.intersection(&after).collect();
    assert_eq!(kept, Vec::<&String>::new());
    assert_eq!(left(&shop, "zbobz", &[]), bobs);
    assert_eq!(wrong(&shop), found, "the books are as they were");
    assert!(!left(&shop, "zadaz", &[Fate::Anonymous]).is_empty(), "the invoice says who bought");
    const SUM: &str = "SELECT total_minor FROM orders WHERE id = $1 AND name = 'N. N.'";
    assert_eq!(shop.read(|conn| conn.one(SUM, &[&order.0], |row| row.get::<_, i64>(0))), Some(8000));
    // Sold in 2026 from Latvia: kept through 2031.
    let until = shop.write(move |tx| personal::forget_books(tx, order)).unwrap().unwrap();
    assert_eq!(until.day().to_string(), "2032-01-01");
    shop.wait(6 * 366 * DAY);
    assert_eq!(shop.write(move |tx| personal::forget_books(tx, order)).unwrap(), None);
    assert_eq!(left(&shop, "zadaz", &[Fate::Anonymous]), []);
    assert_eq!(wrong(&shop), found);
}

#[test]
fn an_order_under_way_comes_to_who_was_deleted_and_then_is_nobody_s() {
    let shop = shelf(99);
    let (email, browser) = (Email::parse("zadaz@example.org").unwrap(), Token::mint().unwrap());
    let order = bought(&shop, "zadaz", &browser);
    let ada = signed_in(&shop, &email, &browser);
    shop.write(move |tx| personal::erase(tx, &*key(), &ada)).unwrap();
    let going = shop.read(|conn| orders::by_id(conn, order));
    assert_eq!((going.email.as_str(), going.address.name.as_str()), ("zadaz@Example.org", "zadaz Lovelace"));
    assert_eq!(shop.read(|conn| orders::of_browser(conn, &browser, "")).len(), 0, "her browser finds it no more");
    assert!(shop.write(move |tx| personal::forget_order(tx, order)).unwrap().is_some(), "it has still to come");
    shop.write::<_, Never>(move |tx| Ok(tx.run("UPDATE outbox SET state = 'done'", &[]).map(drop)?)).unwrap();
    shop.wait(200 * DAY);
    assert_eq!(shop.write(move |tx| personal::forget_order(tx, order)).unwrap(), None);
    assert_eq!(left(&shop, "zadaz", &[Fate::Books, Fate::Anonymous]), []);
    shop.write::<_, Never>(move |tx| Ok(notifications::say(tx, domain::notifications::Kind::Refunded, order)?)).unwrap();
    assert_eq!(left(&shop, "zadaz", &[Fate::Books, Fate::Anonymous]), [], "nobody is written to");
}

#[test]
fn the_books_refuse_any_other_change_of_what_never_changes() {
    let shop = shelf(99);
    let (ada, order) = moved_in(&shop, "zadaz");
    shop.wait(100 * DAY);
    shop.write(move |tx| personal::erase(tx, &*key(), &ada)).unwrap();
    for sql in [
        "UPDATE documents SET says = '{}' WHERE order_id = $1",
        "UPDATE documents SET nobodys_at = issued_at + 1 WHERE order_id = $1",
        "UPDATE documents SET total_minor = 1, nobodys_at = issued_at + 157680000000 WHERE order_id = $1",
        "UPDATE documents SET says = json_remove(says, '$.lines'), nobodys_at = issued_at + 157680000000 WHERE order_id = $1",
        "UPDATE order_offers SET person = 'erased:' || order_id, goods_minor = 1 WHERE order_id = $1",
        "UPDATE order_offers SET person = 'eve' WHERE order_id = $1",
        "UPDATE orders SET gift_note = 'Mine' WHERE id = $1",
        "UPDATE refunds SET minor = 2, reason = '' WHERE order_id = $1",
        "UPDATE refunds SET reason = 'another' WHERE order_id = $1",
        "UPDATE dispatches SET said = 'another' WHERE notification_id IN (SELECT id FROM notifications WHERE order_id = $1)",
    ] {
        let changed = shop.write::<_, Never>(move |tx| Ok(tx.run(sql, &[&order.0]).map(drop)?));
        assert!(changed.is_err(), "{sql}");
    }
}
