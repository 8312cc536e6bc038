//! From one step to the next, and back to the one that has work.

use db::Error;
use domain::checkout::{Draft, PlaceRefusal, Step};

use super::steps::instead;
use crate::failure::Failure;
use crate::i18n::Lang;
use crate::{request, routes};

/// The next step; the same one, with its errors, when there is something wrong with it.
pub fn onward(lang: &str, step: Step, fine: bool) -> Result<(), Failure> {
    let lang = Lang::from_code(lang).unwrap_or_default();
    let next = Step::ALL.iter().copied().find(|next| *next > step).unwrap_or(Step::Review);
    if fine {
        request::go(&routes::checkout(lang, next));
    } else {
        request::go(&format!("{}?errors", routes::checkout(lang, step)));
    }
    Ok(())
}

/// After delivery: how it is paid, or the review where that is known already.
pub fn past_delivery(lang: &str, draft: &Draft) -> Result<(), Failure> {
    if matches!(draft.said_to_courier(), Some(Err(_))) {
        return onward(lang, Step::Delivery, false);
    }
    let step = if draft.way.is_some() { Step::Review } else { Step::Payment };
    request::go(&routes::checkout(Lang::from_code(lang).unwrap_or_default(), step));
    Ok(())
}

/// Where a refusal leads: to the page that can mend it, or says what became of the cart.
pub async fn refused(lang: &str, step: Step, error: Error<PlaceRefusal>) -> Result<(), Failure> {
    let lang = Lang::from_code(lang).unwrap_or_default();
    let refusal = match error {
        Error::Fault(fault) => return Err(fault.into()),
        Error::Refused(refusal) => refusal,
    };
    let to = match refusal {
        PlaceRefusal::EmptyCart => instead(lang, step, request::cart().unwrap_or_default()).await?,
        PlaceRefusal::OutOfStock => routes::cart(lang),
        PlaceRefusal::StepMissing(missing) => format!("{}?errors", routes::checkout(lang, missing)),
        PlaceRefusal::TotalChanged { was, .. } => {
            let was = format!("{} {}", was.plain(), was.currency.code());
            routes::with(&routes::checkout(lang, step), &[("changed".to_owned(), was)])
        }
    };
    request::go(&to);
    Ok(())
}
