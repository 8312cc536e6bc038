//! Tells a provider to forget a card, or all it keeps for somebody.

use db::{Fault, payments};

use super::{Obstacle, Outcome, Tools};

pub(super) async fn forget(tools: &Tools, id: i64) -> Result<Outcome, Obstacle> {
    let Some(what) = tools.shop.read(move |conn| payments::to_forget(conn, id)).await? else { return Ok(Outcome::Done) };
    tools.desk.forget(&what).await?;
    tools.shop.write(move |tx| payments::forgotten(tx, id)).await.map_err(Fault::from)?;
    Ok(Outcome::Done)
}
