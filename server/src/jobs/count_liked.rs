//! Counts how well goods are liked, an hour after an order and every day from then on: what nobody buys any more makes room.

use db::{Fault, goods};

use super::{Obstacle, Outcome, Tools};

/// So many are written at once, so that shoppers do not wait for all of them.
const AT_ONCE: usize = 50;
const DAY_SECONDS: i64 = 86_400;

pub(super) async fn count(tools: &Tools) -> Result<Outcome, Obstacle> {
    let now = tools.shop.now();
    let all = tools.shop.read(move |conn| goods::counted(conn, now)).await?;
    for some in all.chunks(AT_ONCE) {
        let some = some.to_vec();
        tools.shop.write(move |tx| goods::like(tx, &some)).await.map_err(Fault::from)?;
    }
    Ok(Outcome::Again(now.plus_seconds(DAY_SECONDS)))
}
