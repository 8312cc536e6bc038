//! Work that waits: said once or twice, done, and said again while it is being done.

use db::outbox::{self, Due, Job, Lane};
use db::testing::TestDb;
use domain::Never;

fn say(shop: &TestDb, seconds: i64) {
    shop.write::<_, Never>(move |tx| Ok(tx.later(Job::Refund, 7, tx.now().plus_seconds(seconds))?)).unwrap();
}

fn due(shop: &TestDb) -> Vec<Due> {
    let now = shop.db.now();
    shop.read(|conn| outbox::due(conn, now, Lane::Prompt, 9))
}

#[test]
fn work_that_is_said_again_while_it_is_done_is_done_again() {
    let shop = TestDb::new();
    say(&shop, 0);
    let begun = due(&shop).remove(0);
    // It has looked, and found nothing; now there is something.
    say(&shop, 0);
    let done = begun.clone();
    shop.write::<_, Never>(move |tx| Ok(outbox::done(tx, &done)?)).unwrap();
    shop.wait(1);
    let again = due(&shop);
    assert_eq!(again.len(), 1, "what was said meanwhile is not forgotten");
    let (later, at) = (begun, shop.db.now().plus_seconds(60));
    shop.write::<_, Never>(move |tx| Ok(outbox::again(tx, &later, at)?)).unwrap();
    assert_eq!(due(&shop), again, "nor put off by whoever looked before");
    let done = again[0].clone();
    shop.write::<_, Never>(move |tx| Ok(outbox::done(tx, &done)?)).unwrap();
    assert_eq!(due(&shop), []);
}

#[test]
fn work_is_done_at_the_earliest_moment_that_was_said() {
    let shop = TestDb::new();
    say(&shop, 60);
    say(&shop, 3600);
    assert_eq!(due(&shop), []);
    shop.wait(61);
    assert_eq!(due(&shop).len(), 1, "a later word does not put it off");
    let shop = TestDb::new();
    say(&shop, 60);
    say(&shop, 0);
    assert_eq!(due(&shop).len(), 1, "an earlier one brings it forward");
}
