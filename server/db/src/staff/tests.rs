//! Who is let in.

use domain::Never;

use super::*;
use crate::testing::TestDb;

const PASSWORD: &str = "four plain words here";

fn ada() -> StaffName {
    StaffName::parse("ada").unwrap()
}

fn shop_with_ada() -> TestDb {
    let shop = TestDb::new();
    let kept = keep(PASSWORD).unwrap();
    shop.write(move |tx| add(tx, &ada(), &kept)).unwrap();
    shop
}

fn enter(shop: &TestDb, name: &str, password: &str) -> std::result::Result<Token, NotLetIn> {
    shop.run(sign_in(&shop.db, name, password))
}

fn who(shop: &TestDb, token: &Token) -> Option<String> {
    let (token, now) = (token.clone(), shop.db.now());
    shop.read(|conn| of_session(conn, &token, now)).map(|(staff, _)| staff.name.as_str().to_owned())
}

#[test]
fn the_right_name_and_password_open_and_nothing_else_does() {
    let shop = shop_with_ada();
    let token = enter(&shop, " Ada", PASSWORD).unwrap();
    assert_eq!(who(&shop, &token), Some("ada".to_owned()));
    for (name, password) in [("ada", "four plain words her"), ("ada", ""), ("bob", PASSWORD), ("ada' --", PASSWORD), ("", "")] {
        assert!(matches!(enter(&shop, name, password), Err(NotLetIn::Wrong)), "{name}");
    }
    assert_eq!(who(&shop, &Token::mint().unwrap()), None);
    assert_eq!(who(&shop, &Token::default()), None);
}

#[test]
fn a_password_is_kept_so_that_nobody_can_read_it() {
    let kept = keep(PASSWORD).unwrap();
    assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$") && !kept.contains("plain"), "{kept}");
    assert_ne!(kept, keep(PASSWORD).unwrap(), "two of the same password are not alike");
}

#[test]
fn whoever_guesses_waits_ever_longer_even_for_the_right_one() {
    let shop = shop_with_ada();
    for _ in 0..5 {
        assert!(matches!(enter(&shop, "ada", "guess guess guess"), Err(NotLetIn::Wrong)));
    }
    assert!(matches!(enter(&shop, "ada", PASSWORD), Err(NotLetIn::Wait(1..=16))));
    shop.wait(16);
    assert!(enter(&shop, "ada", PASSWORD).is_ok());
    assert!(matches!(enter(&shop, "ada", "guess guess guess"), Err(NotLetIn::Wrong)), "the count begins anew");
}

#[test]
fn a_session_ends_by_itself_by_hand_and_with_the_person() {
    let shop = shop_with_ada();
    let token = enter(&shop, "ada", PASSWORD).unwrap();
    shop.wait(11 * 3600);
    assert_eq!(who(&shop, &token), Some("ada".to_owned()));
    shop.wait(2 * 3600);
    assert_eq!(who(&shop, &token), None, "nobody was there for half a day");
    let token = enter(&shop, "ada", PASSWORD).unwrap();
    for _ in 0..16 {
        shop.wait(11 * 3600);
        let here = token.clone();
        shop.write(move |tx| Ok::<_, Error<Never>>(seen(tx, &here)?)).unwrap();
    }
    assert_eq!(who(&shop, &token), None, "no session is longer than a week");
    let [first, second] = [(); 2].map(|()| enter(&shop, "ada", PASSWORD).unwrap());
    let out = first.clone();
    shop.write(move |tx| Ok::<_, Error<Never>>(sign_out(tx, &out)?)).unwrap();
    assert_eq!((who(&shop, &first), who(&shop, &second)), (None, Some("ada".to_owned())));
    assert!(shop.write(|tx| Ok::<_, Error<Never>>(leave(tx, &ada())?)).unwrap());
    assert_eq!(who(&shop, &second), None);
    assert!(matches!(enter(&shop, "ada", PASSWORD), Err(NotLetIn::Wrong)));
    assert!(matches!(shop.write(|tx| add(tx, &ada(), "x")), Err(Error::Refused(NameTaken))));
}
