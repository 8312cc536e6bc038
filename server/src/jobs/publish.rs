//! Shows a product whose moment has come.

use db::{Error, Fault};
use domain::ids::ProductId;

use super::{Obstacle, Outcome, Tools};

pub(super) async fn publish(tools: &Tools, id: ProductId) -> Result<Outcome, Obstacle> {
    match tools.shop.write(move |tx| db::desk::publish(tx, id)).await {
        Ok(None) => Ok(Outcome::Done),
        Ok(Some(later)) => Ok(Outcome::Again(later)),
        Err(Error::Refused(why)) => Ok(Outcome::Failed(why.to_string())),
        // It was there when its moment was set.
        Err(Error::Fault(Fault::NotFound(_))) => Ok(Outcome::Done),
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}
