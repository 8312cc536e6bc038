//! Announcing a delay, and taking it back.

use domain::Never;
use domain::desk::TypedDelay;
use domain::staff::Staff;

use super::{delay_place, done, refuse};
use crate::desk::delay_id;
use crate::failure::Failure;
use crate::{request, routes};

/// Announces a delay, or keeps the form with what is wrong.
pub async fn delay(staff: &Staff, id: &str, typed: TypedDelay) -> Result<(), Failure> {
    let id = if id.is_empty() { None } else { Some(delay_id(id)?) };
    let place = delay_place(id);
    let delay = match typed.parse() {
        Ok(delay) => delay,
        Err(flaws) => return refuse(staff, &place, &routes::desk_delay(id), typed, flaws).await,
    };
    let who = staff.name.as_str().to_owned();
    let id = request::db()?.write::<_, Never>(move |tx| db::delays::keep(tx, &who, id, &delay)).await?;
    done(staff, &place, &routes::desk_delay(Some(id))).await
}

/// Takes a delay back.
pub async fn take_back(staff: &Staff, id: &str) -> Result<(), Failure> {
    let (id, who) = (delay_id(id)?, staff.name.as_str().to_owned());
    request::db()?.write::<_, Never>(move |tx| db::delays::take_back(tx, &who, id)).await?;
    done(staff, &delay_place(Some(id)), &routes::desk_delays()).await
}
