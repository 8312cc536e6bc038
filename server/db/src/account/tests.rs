//! What the books keep of an account, and what they do not.

use std::sync::Arc;

use domain::Never;
use domain::account::LINK_SECONDS;
use domain::contact::Email;
use domain::lang::Lang;

use super::*;
use crate::error::Error;
use crate::testing::TestDb;

fn key() -> Arc<dyn Fn(&str) -> Token + Send + Sync> {
    Arc::new(|text| Token::parse(&crate::token::hashed(&format!("a key:{text}"))).unwrap())
}

fn ada() -> Email {
    Email::parse("ada@example.org").unwrap()
}

/// Asks for a letter; the secret of the link in it.
fn asked(shop: &TestDb) -> Token {
    const LAST: &str = "SELECT about FROM notifications ORDER BY id DESC LIMIT 1";
    shop.write::<_, Never>(|tx| ask(tx, &*key(), (&ada(), Lang::En))).unwrap();
    let about: String = shop.read(|conn| conn.one(LAST, &[], |row| row.get("about"))).unwrap();
    let about: domain::notifications::Particulars = serde_json::from_str(&about).unwrap();
    secret(&*key(), &about.pass)
}

fn followed(shop: &TestDb, link: &Token) -> std::result::Result<Token, Error<LinkIsOver>> {
    let (link, token) = (link.clone(), Token::mint().unwrap());
    let given = token.clone();
    shop.write(move |tx| follow(tx, &*key(), &link, (&given, &Device::default())))?;
    Ok(token)
}

fn who(shop: &TestDb, token: &Token) -> Option<String> {
    let (token, now) = (token.clone(), shop.db.now());
    shop.read(|conn| of_session(conn, &token, now)).map(|held| held.account.email.as_str().to_owned())
}

#[test]
fn a_link_opens_once_and_the_books_do_not_hold_it() {
    const KEPT: &str = "SELECT group_concat(token_hash) AS all_of_it FROM sign_in_links";
    let shop = TestDb::new();
    let link = asked(&shop);
    let kept: String = shop.read(|conn| conn.one(KEPT, &[], |row| row.get("all_of_it"))).unwrap();
    assert!(kept.contains(&link.hash()) && !kept.contains(link.secret()));
    let token = followed(&shop, &link).unwrap();
    assert_eq!(who(&shop, &token), Some("ada@example.org".to_owned()));
    assert!(matches!(followed(&shop, &link), Err(Error::Refused(LinkIsOver))));
    assert!(matches!(followed(&shop, &Token::default()), Err(Error::Refused(LinkIsOver))));
}

#[test]
fn an_old_link_and_one_that_is_not_the_newest_are_over() {
    let shop = TestDb::new();
    let (first, second) = (asked(&shop), asked(&shop));
    assert!(followed(&shop, &first).is_err());
    shop.wait(LINK_SECONDS);
    assert!(followed(&shop, &second).is_err());
}

#[test]
fn a_session_ends_after_thirty_idle_days_and_after_ninety_in_any_case() {
    const DAY: i64 = 24 * 3600;
    let shop = TestDb::new();
    let token = followed(&shop, &asked(&shop)).unwrap();
    for _ in 0..4 {
        shop.wait(20 * DAY);
        let (asked, now) = (token.clone(), shop.db.now());
        let held = shop.read(|conn| of_session(conn, &asked, now)).expect("somebody is there now and then");
        assert!(held.long_ago);
        shop.write(move |tx| seen(tx, held.session)).unwrap();
    }
    shop.wait(10 * DAY);
    assert_eq!(who(&shop, &token), None);
    let token = followed(&shop, &asked(&shop)).unwrap();
    shop.wait(30 * DAY);
    assert_eq!(who(&shop, &token), None);
}

#[test]
fn two_devices_that_find_their_cart_ordered_have_the_same_next_one() {
    let shop = TestDb::new();
    let token = followed(&shop, &asked(&shop)).unwrap();
    let now = shop.db.now();
    let held = shop.read(|conn| of_session(conn, &token, now)).unwrap();
    for _ in 0..2 {
        let (id, carts) = (held.account.id, held.account.carts);
        shop.write(move |tx| next_cart(tx, id, carts)).unwrap();
    }
    assert_eq!(shop.read(|conn| of_session(conn, &token, now)).unwrap().account.carts, held.account.carts + 1);
}
