//! What a shopper of TestPay is shown who pays somewhere else. Nothing on it is real: the code to scan opens the page on which a
//! tester plays the bank, and the accounts are those of the standards' own examples.

use db::outside::testpay::Session;
use domain::payments::{Account, Flow, Shown, Waiting};

/// What is shown for a session; nothing for one that is paid on TestPay's page.
pub(super) fn waiting(session: &Session, merchant: &str, page: String) -> Option<Waiting> {
    let shown = match session.way.flow() {
        Flow::Code => Shown::Code { text: page.clone(), app: Some(page.clone()) },
        Flow::Slip => Shown::Slip(number(session)),
        Flow::Transfer => Shown::Account(account(session, merchant)),
        Flow::Page | Flow::Parts | Flow::Door | Flow::Nothing => return None,
    };
    Some(Waiting { shown, until: session.expires_at, page: Some(page) })
}

/// A number as long as one on a slip, of the session's own.
fn number(session: &Session) -> String {
    format!("9999{:010}", session.id)
}

/// ISO 13616's example for Latvia, or an account of the country's form.
fn account(session: &Session, merchant: &str) -> Vec<(Account, String)> {
    let lines: &[(Account, &str)] = match session.amount.currency.code() {
        "MXN" => &[(Account::Clabe, "002010077777777771")],
        "USD" => &[(Account::Branch, "110000000"), (Account::Number, "000123456789")],
        "JPY" => &[(Account::Branch, "0000-001"), (Account::Number, "0001234")],
        _ => &[(Account::Iban, "LV80 BANK 0000 4351 9500 1"), (Account::Bic, "BANKLV22")],
    };
    let own = lines.iter().map(|&(line, text)| (line, text.to_owned()));
    let around = [(Account::Holder, merchant.to_owned()), (Account::Bank, "TestPay".to_owned())];
    around.into_iter().chain(own).chain([(Account::Reference, session.order_number.clone())]).collect()
}
