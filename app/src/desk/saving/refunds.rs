//! Refunding.

use db::Error;
use domain::money::Money;
use domain::orders::OrderNumber;
use domain::payments::{RefundRefusal, Wanted};
use domain::staff::Staff;

use crate::desk::api::TypedRefund;
use crate::failure::Failure;
use crate::{request, routes};

/// Refunds what was typed, and says what became of it on the order's page. `left` is what the form says can be
/// refunded: another form was faster when that is no longer so.
pub async fn refund(staff: &Staff, number: &str, typed: TypedRefund) -> Result<(), Failure> {
    let number = OrderNumber::parse(number).map_err(|_| Failure::NotFound)?;
    let (staff, asked) = (staff.clone(), number.clone());
    let reason: String = typed.reason.trim().chars().take(200).collect();
    let done = request::db()?
        .write(move |tx| {
            let order = db::desk::order(tx, &asked)?;
            let payment = db::payments::of_order(tx, order)?;
            if typed.left.parse() != Ok(db::payments::refundable(tx, &payment)?.minor) {
                return Err(Error::Refused(RefundRefusal::Nothing));
            }
            let wanted = wanted(&typed, payment.due()).ok_or(Error::Refused(RefundRefusal::Nothing))?;
            db::payments::refund(tx, order, &wanted, &staff, &reason)
        })
        .await;
    let told = match done {
        Ok(_) => ("saved", ""),
        Err(Error::Fault(fault)) => return Err(fault.into()),
        Err(Error::Refused(RefundRefusal::Nothing)) => ("refused", "nothing"),
        Err(Error::Refused(RefundRefusal::TooMuch(_))) => ("refused", "too-much"),
        Err(Error::Refused(RefundRefusal::TooMany)) => ("refused", "too-many"),
        Err(Error::Refused(RefundRefusal::NotTaken)) => ("refused", "not-taken"),
        Err(Error::Refused(RefundRefusal::CardSpent)) => ("refused", "card-spent"),
    };
    request::go(&routes::with(&routes::desk_order(&number), &[(told.0.to_owned(), told.1.to_owned())]));
    Ok(())
}

/// What was typed, as what is wanted; none where a number is none.
fn wanted(typed: &TypedRefund, due: Money) -> Option<Wanted> {
    let count = |text: &String| if text.trim().is_empty() { Some(0) } else { text.trim().parse().ok() };
    let more = match typed.more.trim() {
        "" => 0,
        sum => Money::typed(sum, due.currency).ok()?.minor,
    };
    let lines = typed.lines.iter().map(count).collect::<Option<_>>()?;
    Some(Wanted { lines, delivery: !typed.delivery.is_empty(), more, onto_card: !typed.onto_card.is_empty() })
}
