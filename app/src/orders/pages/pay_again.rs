//! Paying an order once more.

use db::token::Token;
use domain::ids::OrderId;
use domain::orders::{OrderNumber, OrderState};

use crate::checkout::pages::pay;
use crate::failure::Failure;
use crate::i18n::Lang;
use crate::{request, routes};

/// Leads to the provider for an order that waits for its money; any other order's page says how it stands. Who came
/// by the order's `link` has no other key to that page.
pub async fn pay_again(lang: &str, order: OrderId, number: &OrderNumber, link: Option<&Token>) -> Result<(), Failure> {
    let db = request::db()?;
    if db.read(move |conn| db::orders::state(conn, order)).await? != OrderState::Placed {
        let lang = Lang::from_code(lang).unwrap_or_default();
        request::go(&link.map_or_else(|| routes::order(lang, number), |link| routes::order_by_link(lang, number, link)));
        return Ok(());
    }
    let payment = db.write(move |tx| db::payments::try_again(tx, order)).await?;
    pay(lang, payment, number).await
}
