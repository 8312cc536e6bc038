//! Forgets what somebody looked at too long ago.

use db::Fault;
use db::account::goods_seen;

use super::{Obstacle, Outcome, Tools};

pub(super) async fn forget(tools: &Tools) -> Result<Outcome, Obstacle> {
    Ok(Outcome::Again(tools.shop.write(goods_seen::forget_old).await.map_err(Fault::from)?))
}
