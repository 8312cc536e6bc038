//! Saving an offer, and letting it rest.

use db::Error;
use db::offers::{Kept, NotKept};
use domain::Never;
use domain::desk::{FieldFlaw, TypedOffer, Wrong};
use domain::ids::OfferId;
use domain::offers::Given;
use domain::staff::Staff;

use super::{done, offer_place, refuse};
use crate::desk::offer_id;
use crate::failure::Failure;
use crate::{request, routes};

/// Saves an offer, or keeps the form with what is wrong.
pub async fn offer(staff: &Staff, id: &str, typed: TypedOffer) -> Result<(), Failure> {
    let id = if id.is_empty() { None } else { Some(offer_id(id)?) };
    let (place, back) = (offer_place(id), routes::desk_offer(id));
    let db = request::db()?;
    let named = typed.addresses();
    let shelf = db.read(move |conn| db::offers::shelf(conn, &named)).await?;
    let (offer, names) = match typed.parse(id.unwrap_or(OfferId(0)), &shelf, db.currency()) {
        Ok(meant) => meant,
        Err(flaws) => return refuse(staff, &place, &back, typed, flaws).await,
    };
    let given = Given::from_code(&typed.given);
    let (who, wanted) = (staff.name.as_str().to_owned(), Kept { offer, names, paused: false, given });
    match db.write(move |tx| db::offers::keep(tx, &who, id, &wanted)).await {
        Ok(id) => done(staff, &place, &routes::desk_offer(Some(id))).await,
        Err(Error::Refused(why)) => {
            let flaw = match why {
                NotKept::CodeTaken => FieldFlaw::about("code", Wrong::Taken, typed.code.clone()),
                NotKept::HadMore(had) => FieldFlaw::about("in_all", Wrong::Had, had.to_string()),
                NotKept::OneHadMore(had) => FieldFlaw::about("per_person", Wrong::Had, had.to_string()),
            };
            refuse(staff, &place, &back, typed, vec![flaw]).await
        }
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}

/// Lets an offer rest, or lets it be had again.
pub async fn pause(staff: &Staff, id: &str, paused: bool) -> Result<(), Failure> {
    let (id, who) = (offer_id(id)?, staff.name.as_str().to_owned());
    request::db()?.write::<_, Never>(move |tx| db::offers::pause(tx, &who, id, paused)).await?;
    done(staff, "", &routes::desk_offer(Some(id))).await
}
