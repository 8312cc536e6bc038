//! The steps of an order and of a payment: what the domain's tables say, and what the books let anybody write, is the same.

use db::testing::TestDb;
use db::{Conn, Error, Result};
use domain::codes::Coded;
use domain::orders::OrderState;
use domain::payments::PaymentState;

use super::goods::shelf;
use super::{place, ready};

/// A row whose state is tried out. Whatever is tried is undone, as any refused verb is.
#[derive(Clone, Copy)]
struct Row {
    table: &'static str,
    id: i64,
    begins: &'static str,
}

impl Row {
    /// Whether a row in this state can be written as one in that.
    fn goes(self, shop: &TestDb, before: &'static str, after: &'static str) -> bool {
        let set = format!("UPDATE {} SET state = $1 WHERE id = $2", self.table);
        let tried = shop.write::<(), bool>(move |tx| {
            if before != self.begins {
                tx.run(&set, &[&before, &self.id])?;
            }
            Err(Error::Refused(tx.run(&set, &[&after, &self.id]).is_ok()))
        });
        match tried {
            Err(Error::Refused(written)) => written,
            other => panic!("{} cannot be {before} at all: {other:?}", self.table),
        }
    }

    /// Whether another row of the kind can begin in this state.
    fn begins(self, shop: &TestDb, state: &'static str) -> bool {
        let tried = shop.write::<(), bool>(move |tx| {
            let (names, values) = copied(tx, self.table)?;
            let copy = format!("INSERT INTO {0} ({names}) SELECT {values} FROM {0} WHERE id = $2", self.table);
            Err(Error::Refused(tx.run(&copy, &[&state, &self.id]).is_ok()))
        });
        matches!(tried, Err(Error::Refused(true)))
    }
}

/// The columns of a table, and what a copy of a row has in them: its own names and numbers, and its state from outside.
fn copied(conn: &Conn, table: &'static str) -> Result<(String, String)> {
    let names: Vec<String> = conn.all("SELECT name FROM pragma_table_info($1)", &[&table], |row| row.get("name"))?;
    let value = |name: &String| match name.as_str() {
        "id" | "reference" => "NULL".to_owned(),
        "number" | "token_hash" => "'another'".to_owned(),
        "cart_id" => "-1".to_owned(),
        "state" => "$1".to_owned(),
        name => name.to_owned(),
    };
    let values: Vec<String> = names.iter().map(value).collect();
    Ok((names.join(", "), values.join(", ")))
}

fn check<S: Coded + PartialEq + std::fmt::Debug>(shop: &TestDb, row: Row, all: &[S], may: impl Fn(S, S) -> bool) {
    for before in all {
        assert_eq!(row.begins(shop, before.code()), before.code() == row.begins, "a row of {} begins {before:?}", row.table);
        for after in all.iter().filter(|after| *after != before) {
            let goes = row.goes(shop, before.code(), after.code());
            assert_eq!(goes, may(*before, *after), "{} from {before:?} to {after:?}", row.table);
        }
    }
}

#[test]
fn the_books_let_an_order_and_a_payment_take_the_steps_of_their_tables_and_no_other() {
    let shop = shelf(9);
    let placed = place(&shop, &ready(&shop), 8000).unwrap();
    let order = Row { table: "orders", id: placed.order.0, begins: "placed" };
    check(&shop, order, OrderState::ALL, OrderState::may_become);
    let payment = Row { table: "payments", id: placed.payment.0, begins: "pending" };
    check(&shop, payment, PaymentState::ALL, PaymentState::may_become);
}
