//! Answers to whoever asked to cancel an order that is being packed.

use db::Error;
use domain::orders::{AnswerRefusal, OrderNumber, cancellation_answer};
use domain::staff::Staff;

use crate::failure::Failure;
use crate::{request, routes};

/// Where the draft of an answer is kept.
pub fn cancellation_place(order: &OrderNumber) -> String {
    format!("cancellation/{}", order.as_str())
}

/// Answers with yes or no. What was typed and could not be taken stands in the form still. `list`: whether that is in the list, and
/// not on the order's page.
pub async fn cancellation(staff: &Staff, number: &str, answer: &str, typed: &str, list: bool) -> Result<(), Failure> {
    let number = OrderNumber::parse(number).map_err(|_| Failure::NotFound)?;
    let yes = match answer {
        "yes" => true,
        "no" => false,
        _ => return Err(Failure::NotFound),
    };
    let (db, asked, who) = (request::db()?, number.clone(), staff.clone());
    let refused = match cancellation_answer(yes, typed) {
        Err(refusal) => Some(refusal),
        Ok(said) => {
            let answered = db.write(move |tx| {
                let order = db::desk::order(tx, &asked)?;
                db::orders::cancellations::answer(tx, order, yes, &said, &who)
            });
            match answered.await {
                Ok(()) => None,
                Err(Error::Refused(refusal)) => Some(refusal),
                Err(Error::Fault(fault)) => return Err(fault.into()),
            }
        }
    };
    let (who, place, kept) = (staff.id, cancellation_place(&number), typed.chars().take(4000).collect::<String>());
    let unsaid = refused == Some(AnswerRefusal::Unsaid);
    let draft = db.write::<_, domain::Never>(move |tx| {
        if unsaid { Ok(db::desk::keep_draft(tx, who, &place, &kept)?) } else { Ok(db::desk::drop_draft(tx, who, &place)?) }
    });
    draft.await?;
    let said = refused.map_or_else(|| "saved".to_owned(), |refusal| format!("unanswered={}", refusal.code()));
    let page = if list { routes::desk_cancellations(1) } else { routes::desk_order(&number) };
    request::go(&format!("{page}?{said}#cancellation-{}", number.as_str()));
    Ok(())
}
