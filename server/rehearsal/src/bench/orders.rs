//! A shop with very many orders, as if they had been placed: one is, the others are its copies.

use rusqlite::Connection;
use rusqlite::types::Value;

use crate::goods::{plenty, plenty_of};
use crate::premises::{Premises, Program};
use crate::shopper::{PAYS, Shopper};
use crate::trouble::Outcome;

/// A closed shop that has sold one thing.
pub async fn with_an_order(program: &Program) -> Outcome<Premises> {
    let premises = Premises::with_goods(program, &plenty(3)).await?;
    let shop = premises.open().await?;
    let bought = async {
        let mut shopper = Shopper::new(premises.addr);
        shopper.fill_cart(&plenty_of(1)).await?;
        let review = shopper.reach_review("Ada Lovelace").await?;
        let page = shopper.place(&review).await?;
        let back = shopper.pay(&page, PAYS).await?;
        shopper.open(&back).await.map(drop)
    };
    bought.await.map_err(|snag| format!("nobody could buy: {snag:?}"))?;
    shop.close().await?;
    Ok(premises)
}

/// Copies rows, but for some of their columns.
pub fn copied(books: &Connection, table: &str, (key, value): (&str, i64), instead: &[(&str, Value)]) -> Outcome<()> {
    let mut names = books.prepare_cached(&format!("SELECT name FROM pragma_table_info('{table}') ORDER BY cid"))?;
    let names: Vec<String> = names.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    // By their numbers: `$1` would count in the order of the text.
    let place = |name: &String| instead.iter().position(|(other, _)| other == name).map(|at| format!("?{}", at + 2));
    let read: Vec<String> = names.iter().map(|name| place(name).unwrap_or_else(|| name.clone())).collect();
    let copy = format!("INSERT INTO {table} ({}) SELECT {} FROM {table} WHERE {key} = ?1", names.join(", "), read.join(", "));
    let mut values = vec![Value::from(value)];
    values.extend(instead.iter().map(|(_, value)| value.clone()));
    books.prepare_cached(&copy)?.execute(rusqlite::params_from_iter(values))?;
    Ok(())
}
