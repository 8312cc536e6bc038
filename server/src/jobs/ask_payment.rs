//! The reconciler: asks for a payment nobody brought news of, ever more seldom.

use db::payments;
use domain::ids::PaymentId;
use domain::payments::PaymentState;

use super::{Obstacle, Outcome, Tools};

/// The shortest and the longest time between two looks, in seconds.
const GAP: (i64, i64) = (60, 3600);
/// For so long after its time a provider may still tell of money: banks rest at weekends.
const AFTER: i64 = 3 * 24 * 3600;

pub(super) async fn ask(tools: &Tools, id: PaymentId) -> Result<Outcome, Obstacle> {
    if tools.desk.settle(id).await? != PaymentState::Pending {
        return Ok(Outcome::Done);
    }
    let payment = tools.shop.read(|conn| payments::by_id(conn, id)).await?;
    let now = tools.shop.now();
    let age = now.since(payment.made_at) / 1000;
    // Waiting as long again as it took so far doubles the gap each time.
    let gap = age.clamp(GAP.0, GAP.1);
    let longest = payment.way.flow().holds_seconds() + AFTER;
    Ok(if age > longest { Outcome::Done } else { Outcome::Again(now.plus_seconds(gap)) })
}
