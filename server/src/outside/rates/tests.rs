//! Rates, good and bad.

use std::sync::Mutex;

use db::testing::TestDb;
use domain::money::Money;

use super::*;

/// A source that says what the test puts into it.
struct Told(Mutex<Result<String, Refused>>);

impl Source for Told {
    fn newest(&self) -> Soon<'_, Result<String, Refused>> {
        let says = self.0.lock().unwrap().clone();
        Box::pin(async { says })
    }
}

fn told(text: &str) -> Told {
    Told(Mutex::new(Ok(text.to_owned())))
}

fn run<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

fn dollar(shop: &TestDb) -> Option<i64> {
    let today = shop.db.now().day();
    let rates = shop.read(|conn| db::market::rates(conn, today))?;
    rates.worth(Money::new(10_000, Currency::EUR), Currency::parse("USD").unwrap()).map(|money| money.minor)
}

#[test]
fn the_rates_carried_along_are_the_banks_of_one_day() {
    let rates = read(BUNDLED).unwrap();
    assert_eq!((rates.day, rates.each.len()), (Day::parse("2026-10-30").unwrap(), 29));
    let shop = TestDb::new();
    assert_eq!(run(refresh(&shop.db, &Bundled)), Ok(29));
    assert_eq!(run(refresh(&shop.db, &Bundled)), Ok(0), "the same file twice changes nothing");
    assert_eq!(dollar(&shop), Some(11_172));
}

#[test]
fn a_missing_broken_or_unbelievable_file_leaves_the_last_good_rates() {
    let shop = TestDb::new();
    run(refresh(&shop.db, &Bundled)).unwrap();
    let newer = BUNDLED.replace("2026-10-30", "2026-11-19");
    let bad = [
        Err(Refused::Unreachable("no network".to_owned())),
        Ok(String::new()),
        Ok("<html>502 Bad Gateway</html>".to_owned()),
        Ok(newer[..600].to_owned()),
        Ok(newer.replace("1.1172", "0")),
        Ok(newer.replace("1.1172", "-1.1172")),
        Ok(newer.replace("1.1172", "N/A")),
        Ok(newer.replace("1.1172", "11.172")),
        Ok(newer.replace("currency='USD'", "currency='dollar'")),
        Ok(newer.replace("2026-11-19", "2027-11-19")),
        Ok(newer.replace("2026-11-19", "soon")),
    ];
    for says in bad {
        let source = Told(Mutex::new(says.clone()));
        assert!(run(refresh(&shop.db, &source)).is_err(), "{says:?}");
        assert_eq!(dollar(&shop), Some(11_172), "{says:?}");
    }
    assert_eq!(run(refresh(&shop.db, &told(&newer.replace("1.1172", "1.1300")))), Ok(29));
    assert_eq!(dollar(&shop), Some(11_300));
}
