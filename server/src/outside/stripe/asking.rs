//! What Stripe is asked for: a Checkout Session over the order's sum, by one way.

use db::payments::Payment;
use db::token::hex;
use domain::lang::Lang;
use domain::payments::{Flow, Way};
use sha2::{Digest, Sha256};

use super::amounts::units;
use super::calls::Form;
use super::ways::kind;
use crate::outside::Trouble;
use crate::outside::payments::{Back, key, payer};

/// Sessions live half an hour to a day.
const DAY: i64 = 24 * 3600;
/// How much longer than the goods are held a page is open: Stripe wants half an hour left when it is opened, also at the end.
const GRACE: i64 = 45 * 60;
/// How long a slip can be paid, in days: the goods are held a day longer.
const SLIP_DAYS: &str = "3";

/// The words of a new session. They depend on the payment alone and where its shopper comes back to, so that the same payment
/// asks for the same again. `customer` is Stripe's name for who pays, where the way needs one.
pub(super) fn session(payment: &Payment, back: &Back, customer: Option<String>) -> Result<Form, Trouble> {
    let due = payment.due();
    let no = |what: &str| Trouble::Refused(format!("Stripe does not take {what}"));
    let amount = units(due).ok_or_else(|| no(&format!("{} {}", due.plain(), due.currency.code())))?;
    let kind = kind(payment.way).ok_or_else(|| no(payment.way.code()))?;
    let mut form = vec![
        ("mode", "payment".to_owned()),
        ("client_reference_id", key(payment)),
        ("success_url", back.done.clone()),
        ("cancel_url", back.cancelled.clone()),
        ("locale", locale(&payment.lang).to_owned()),
        ("payment_method_types[0]", kind.to_owned()),
        ("line_items[0][quantity]", "1".to_owned()),
        ("line_items[0][price_data][currency]", due.currency.code().to_ascii_lowercase()),
        ("line_items[0][price_data][unit_amount]", amount.to_string()),
        ("line_items[0][price_data][product_data][name]", payment.number.as_str().to_owned()),
        // Prices are converted by the shop, and an order is paid in the currency it was placed in.
        ("adaptive_pricing[enabled]", "false".to_owned()),
        ("metadata[payment]", key(payment)),
        ("payment_intent_data[metadata][payment]", key(payment)),
    ];
    form.push(match customer {
        Some(customer) => ("customer", customer),
        None => ("customer_email", payment.email.clone()),
    });
    if let Some(purse) = payment.purse.as_ref().filter(|purse| purse.keep || purse.name.is_some()) {
        form.extend(kept(purse.keep));
    }
    if payment.way.can_promise() {
        form.push(("payment_intent_data[capture_method]", "manual".to_owned()));
    }
    let open = payment.way.flow().holds_seconds() + GRACE;
    if open <= DAY {
        form.push(("expires_at", payment.made_at.plus_seconds(open).0.div_euclid(1000).to_string()));
    }
    form.extend(options(payment)?);
    Ok(form)
}

/// The page shows what is kept for its customer, those cards too that were kept by a tick of the shop's own; and keeps what is paid
/// with where that is wished. Cards are paid with on the page, by their owner: `on_session`.
fn kept(keep: bool) -> Form {
    const SHOWN: [(&str, &str); 2] = [
        ("saved_payment_method_options[allow_redisplay_filters][0]", "always"),
        ("saved_payment_method_options[allow_redisplay_filters][1]", "limited"),
    ];
    let keep = keep.then_some(("payment_intent_data[setup_future_usage]", "on_session"));
    SHOWN.into_iter().chain(keep).map(|(name, value)| (name, value.to_owned())).collect()
}

/// Who pays, and the key they are made under: somebody whose cards are kept, or whose money waits in a balance of theirs at Stripe
/// until there is enough of it. An account is one customer however many of its payments are begun at once, so nothing of a payment is
/// in its words; and Stripe wants no addresses in keys.
pub(super) fn customer(payment: &Payment) -> (String, Form) {
    let Some(purse) = &payment.purse else {
        let form = vec![("email", payment.email.clone()), ("name", payment.name.clone()), ("metadata[payment]", key(payment))];
        return (format!("{}-customer", key(payment)), form);
    };
    let (account, hash) = (payer(purse), Sha256::digest(purse.email.as_bytes()));
    (format!("{account}-{}", hex(&hash[..8])), vec![("email", purse.email.clone()), ("metadata[account]", account)])
}

/// What goes back, in Stripe's units. Where a way cannot carry it, Stripe asks the shopper for an account by mail.
pub(super) fn refund(payment: &Payment, intent: String, amount: i64) -> Form {
    let mut form = vec![("payment_intent", intent), ("amount", amount.to_string()), ("metadata[payment]", key(payment))];
    if matches!(payment.way, Way::Konbini | Way::PromptPay) {
        form.push(("instructions_email", payment.email.clone()));
    }
    form
}

/// Whether a way needs a customer.
pub(super) const fn needs_customer(way: Way) -> bool {
    matches!(way.flow(), Flow::Transfer)
}

/// The words that some ways need of their own.
fn options(payment: &Payment) -> Result<Form, Trouble> {
    let text = str::to_owned;
    Ok(match payment.way {
        Way::WechatPay => vec![("payment_method_options[wechat_pay][client]", text("web"))],
        Way::Oxxo => vec![("payment_method_options[oxxo][expires_after_days]", text(SLIP_DAYS))],
        Way::Boleto => vec![("payment_method_options[boleto][expires_after_days]", text(SLIP_DAYS))],
        Way::Konbini => vec![("payment_method_options[konbini][expires_after_days]", text(SLIP_DAYS))],
        Way::Pix => {
            let seconds = payment.way.flow().holds_seconds().to_string();
            vec![("payment_method_options[pix][expires_after_seconds]", seconds)]
        }
        Way::BankTransfer => transfer(payment.due().currency.code())?,
        _ => Vec::new(),
    })
}

/// Which accounts can be transferred to, by currency.
fn transfer(currency: &str) -> Result<Form, Trouble> {
    const TYPE: &str = "payment_method_options[customer_balance][bank_transfer][type]";
    const COUNTRY: &str = "payment_method_options[customer_balance][bank_transfer][eu_bank_transfer][country]";
    let mut form = vec![("payment_method_options[customer_balance][funding_type]", "bank_transfer".to_owned())];
    let kind = match currency {
        "EUR" => "eu_bank_transfer",
        "GBP" => "gb_bank_transfer",
        "JPY" => "jp_bank_transfer",
        "MXN" => "mx_bank_transfer",
        "USD" => "us_bank_transfer",
        other => return Err(Trouble::Refused(format!("Stripe has no account to transfer {other} to"))),
    };
    form.push((TYPE, kind.to_owned()));
    if currency == "EUR" {
        // One of the four countries Stripe has accounts in; a transfer to any of them costs the same (Regulation (EU) 2021/1230).
        form.push((COUNTRY, "DE".to_owned()));
    }
    Ok(form)
}

/// The language of Stripe's page; the browser's where Stripe does not speak the order's.
fn locale(lang: &str) -> &'static str {
    match Lang::from_code(lang) {
        Some(Lang::ZhHans) => "zh",
        Some(Lang::Ar | Lang::Hi) | None => "auto",
        Some(lang) => lang.code(),
    }
}
