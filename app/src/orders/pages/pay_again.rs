//! Paying an order once more.

use domain::ids::OrderId;
use domain::orders::{OrderNumber, OrderState};

use crate::checkout::pages::pay;
use crate::failure::Failure;
use crate::i18n::Lang;
use crate::{request, routes};

/// Leads to the provider for an order that waits for its money; any other order's page says how it stands.
pub async fn pay_again(lang: &str, order: OrderId, number: &OrderNumber) -> Result<(), Failure> {
    let db = request::db()?;
    if db.read(move |conn| db::orders::state(conn, order)).await? != OrderState::Placed {
        request::go(&routes::order(Lang::from_code(lang).unwrap_or_default(), number));
        return Ok(());
    }
    let payment = db.write(move |tx| db::payments::try_again(tx, order)).await?;
    pay(lang, payment, number).await
}
