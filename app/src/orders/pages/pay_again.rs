//! Paying an order once more.

use db::token::Token;
use domain::ids::OrderId;
use domain::orders::{OrderNumber, OrderState};
use domain::payments::Way;

use crate::checkout::pages::pay;
use crate::failure::Failure;
use crate::i18n::Lang;
use crate::{request, routes};

/// Leads to where an order that waits for its money is paid, by another way if one was chosen; any other order's page says how it stands. Who came
/// by the order's `link` has no other key to that page.
pub async fn pay_again(lang: &str, order: (OrderId, &OrderNumber), way: &str, link: Option<&Token>) -> Result<(), Failure> {
    let (db, (order, number)) = (request::db()?, order);
    if db.read(move |conn| db::orders::state(conn, order)).await? != OrderState::Placed {
        let lang = Lang::from_code(lang).unwrap_or_default();
        request::go(&link.map_or_else(|| routes::order(lang, number), |link| routes::order_by_link(lang, number, link)));
        return Ok(());
    }
    let last = db.read(move |conn| db::payments::of_order(conn, order)).await?;
    let taken = Way::from_code(way).and_then(|way| Some((way, request::shop().ok()?.till.takers().of(way)?.to_owned())));
    let (way, provider) = taken.unwrap_or((last.way, last.provider));
    let payment = db.write(move |tx| db::payments::try_again(tx, order, way, &provider)).await?;
    pay(lang, payment, number).await
}
