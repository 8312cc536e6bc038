//! Paying an order once more.

use db::token::Token;
use domain::ids::{OrderId, PaymentId};
use domain::orders::{OrderNumber, OrderState};
use domain::payments::Way;

use super::change_waits::ways;
use crate::checkout::pages::{pay, pay_for};
use crate::failure::Failure;
use crate::i18n::Lang;
use crate::{request, routes};

/// Leads to where an order that waits for its money is paid, by another way if one was chosen; any other order's page says how it stands. Who came
/// by the order's `link` has no other key to that page.
pub async fn pay_again(lang: &str, order: (OrderId, &OrderNumber), way: &str, link: Option<&Token>) -> Result<(), Failure> {
    let (db, (order, number)) = (request::db()?, order);
    if db.read(move |conn| db::orders::state(conn, order)).await? != OrderState::Placed {
        if let Some(waiting) = db.read(move |conn| db::orders::items::waiting(conn, order)).await? {
            return pay_change(lang, (waiting.payment, number), way).await;
        }
        let lang = Lang::from_code(lang).unwrap_or_default();
        request::go(&link.map_or_else(|| routes::order(lang, number), |link| routes::order_by_link(lang, number, link)));
        return Ok(());
    }
    let last = db.read(move |conn| db::payments::of_order(conn, order)).await?;
    let taken = Way::from_code(way).and_then(|way| Some((way, request::shop().ok()?.till.takers().of(way)?.to_owned())));
    let (way, provider) = taken.unwrap_or((last.way, last.provider));
    let asker = request::browser();
    let payment = db.write(move |tx| {
        db::payments::shut_purse(tx, order, asker.as_ref())?;
        db::payments::try_again(tx, order, way, &provider)
    });
    let payment = payment.await?;
    pay(lang, payment, number).await
}

/// Leads to where the change of an order is paid that waits for its money, by another way if one was chosen that pays at once.
async fn pay_change(lang: &str, (last, number): (PaymentId, &OrderNumber), way: &str) -> Result<(), Failure> {
    let shop = request::shop()?;
    let last = shop.db.read(move |conn| db::payments::by_id(conn, last)).await?;
    let order = last.order;
    let order = shop.db.read(move |conn| db::orders::by_id(conn, order)).await?;
    let takers = shop.till.takers();
    let chosen = Way::from_code(way).filter(|way| ways(&order, last.due(), &takers).contains(way)).unwrap_or(last.way);
    let provider = takers.of(chosen).unwrap_or(&last.provider).to_owned();
    let (change, id) = (last.change, last.id);
    let again = match change {
        Some(change) => shop.db.write(move |tx| db::payments::try_change_again(tx, change, chosen, &provider)).await?,
        None => None,
    };
    pay_for(lang, again.unwrap_or(id), number, "changed").await
}
