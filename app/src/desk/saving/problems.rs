//! Answers to what was told to be wrong with orders.

use db::Error;
use domain::ids::ProblemId;
use domain::problems::{ProblemRefusal, answer_typed};
use domain::staff::Staff;

use crate::failure::Failure;
use crate::{request, routes};

/// Answers a problem. What was typed and could not be taken stands in the form still.
pub async fn answer(staff: &Staff, problem: &str, typed: &str) -> Result<(), Failure> {
    let id = ProblemId(problem.parse().map_err(|_| Failure::NotFound)?);
    let (db, staff, place) = (request::db()?, staff.clone(), format!("problem/{id}"));
    let refused = match answer_typed(typed) {
        Err(refusal) => Some(refusal),
        Ok(said) => {
            let staff = staff.clone();
            match db.write(move |tx| db::problems::answer(tx, id, &said, &staff)).await {
                Ok(()) => None,
                Err(Error::Refused(refusal)) => Some(refusal),
                Err(Error::Fault(fault)) => return Err(fault.into()),
            }
        }
    };
    let kept: String = typed.chars().take(4000).collect();
    let unsaid = refused == Some(ProblemRefusal::Unsaid);
    let draft = db.write::<_, domain::Never>(move |tx| {
        if unsaid {
            db::desk::keep_draft(tx, staff.id, &place, &kept)?;
        } else {
            db::desk::drop_draft(tx, staff.id, &place)?;
        }
        Ok(())
    });
    draft.await?;
    let said = refused.map_or_else(|| "saved".to_owned(), |refusal| format!("refused={}", refusal.code()));
    request::go(&format!("{}?{said}#problem-{id}", routes::desk_problems(1)));
    Ok(())
}
