//! What a shopper is shown who pays somewhere else, and why there is no money.

use cartwright::outside::payments::Provider;
use domain::payments::{Account, Decline, Report, Reported, Shown, Waiting, Way};
use domain::time::Timestamp;
use serde_json::{Value, json};

use super::{begun, stripe};
use crate::owed::{FRIDAY_MORNING, back, owed};

const TUESDAY: i64 = 1_795_500_000;
const PAGE: &str = "https://payments.stripe.com/voucher/1";

async fn shown(way: Way, minor: i64, currency: &str, next: &Value) -> Waiting {
    let (fake, stripe) = stripe().await;
    let payment = begun(&stripe, owed(way, minor, currency)).await;
    fake.shows("cs_test_1", next);
    let report = stripe.ask(&payment).await.unwrap();
    assert_eq!((report.state, report.taken), (Reported::Open, 0));
    let open = stripe.begin(&payment, &back()).await.unwrap();
    assert_eq!(open.url, None, "the page has done its part, and is not opened again");
    report.waiting.unwrap()
}

#[tokio::test]
async fn a_slip_has_a_number_a_last_day_and_a_page() {
    let slip = |until: &str| json!({ "number": "1234 5678 9012", until: TUESDAY, "hosted_voucher_url": PAGE });
    let wanted = Waiting {
        shown: Shown::Slip("1234 5678 9012".to_owned()),
        until: Timestamp(TUESDAY * 1000),
        page: Some(PAGE.to_owned()),
    };
    let oxxo = json!({ "type": "oxxo_display_details", "oxxo_display_details": slip("expires_after") });
    assert_eq!(shown(Way::Oxxo, 50_000, "MXN", &oxxo).await, wanted);
    let boleto = json!({ "type": "boleto_display_details", "boleto_display_details": slip("expires_at") });
    assert_eq!(shown(Way::Boleto, 50_000, "BRL", &boleto).await, wanted);
}

#[tokio::test]
async fn every_chain_of_shops_in_japan_has_its_own_number() {
    let stores = json!({
        "familymart": { "payment_code": "81234", "confirmation_number": "567890" },
        "lawson": { "payment_code": "123456", "confirmation_number": null }, "ministop": null,
    });
    let next = json!({ "type": "konbini_display_details",
        "konbini_display_details": { "expires_at": TUESDAY, "hosted_voucher_url": PAGE, "stores": stores } });
    let waiting = shown(Way::Konbini, 5000, "JPY", &next).await;
    assert_eq!(waiting.shown, Shown::Slip("FamilyMart 81234-567890, Lawson 123456".to_owned()));
}

#[tokio::test]
async fn a_code_is_shown_until_stripe_or_the_shop_ends_it() {
    let code = |until: Option<i64>| json!({ "data": "00020101", "expires_at": until, "hosted_instructions_url": PAGE });
    let pix = shown(Way::Pix, 5000, "BRL", &json!({ "type": "x", "pix_display_qr_code": code(Some(TUESDAY)) })).await;
    assert_eq!((pix.shown, pix.until), (Shown::Code { text: "00020101".to_owned(), app: None }, Timestamp(TUESDAY * 1000)));
    for (way, currency, field) in
        [(Way::PromptPay, "THB", "promptpay_display_qr_code"), (Way::WechatPay, "CNY", "wechat_pay_display_qr_code")]
    {
        let waiting = shown(way, 5000, currency, &json!({ "type": field, field: code(None) })).await;
        assert_eq!(waiting.until, FRIDAY_MORNING.plus_seconds(3600), "{field}");
    }
}

#[tokio::test]
async fn an_account_to_transfer_to_is_told_line_by_line() {
    let instructions = |addresses: Value| {
        json!({ "type": "display_bank_transfer_instructions", "display_bank_transfer_instructions": {
            "financial_addresses": addresses, "hosted_instructions_url": PAGE, "reference": "ABC123", "type": "eu_bank_transfer" } })
    };
    let iban = json!([{ "type": "iban", "supported_networks": ["sepa"],
        "iban": { "account_holder_name": "Cartwright", "bic": "TESTDEFF", "country": "DE", "iban": "DE1112223334445556667" } }]);
    let waiting = shown(Way::BankTransfer, 5420, "EUR", &instructions(iban)).await;
    let lines = [
        (Account::Holder, "Cartwright".to_owned()),
        (Account::Iban, "DE1112223334445556667".to_owned()),
        (Account::Bic, "TESTDEFF".to_owned()),
        (Account::Reference, "ABC123".to_owned()),
    ];
    assert_eq!(waiting.shown, Shown::Account(lines.to_vec()));
    let zengin = json!([{ "type": "zengin", "zengin": { "account_holder_name": "KA-TORAITO", "account_number": "1234567",
        "bank_code": "0000", "bank_name": "Test", "branch_code": "001" } }]);
    let Shown::Account(lines) = shown(Way::BankTransfer, 5420, "JPY", &instructions(zengin)).await.shown else { panic!() };
    assert!(
        lines.contains(&(Account::Branch, "0000-001".to_owned())) && lines.contains(&(Account::Number, "1234567".to_owned()))
    );
}

async fn declined(page: &str, why: Value) -> Report {
    let (fake, stripe) = stripe().await;
    let payment = begun(&stripe, owed(Way::Card, 5420, "EUR")).await;
    fake.declines("cs_test_1", page, &why);
    stripe.ask(&payment).await.unwrap()
}

#[tokio::test]
async fn a_card_that_is_declined_can_be_tried_again_and_a_slip_nobody_paid_cannot() {
    for (code, decline) in [
        ("insufficient_funds", Decline::NoMoney),
        ("authentication_required", Decline::ByOwner),
        ("do_not_honor", Decline::Refused),
        ("fraudulent", Decline::Refused),
    ] {
        let open = declined("open", json!({ "type": "card_error", "code": "card_declined", "decline_code": code })).await;
        assert_eq!((open.state, open.decline), (Reported::Open, Some(decline)), "{code}");
    }
    let over = declined("complete", json!({ "code": "payment_intent_payment_attempt_expired" })).await;
    assert_eq!((over.state, over.decline), (Reported::Failed, Some(Decline::Expired)));
    assert_eq!(declined("open", Value::Null).await.decline, None);
}

#[tokio::test]
async fn a_page_that_ran_out_brings_nothing() {
    let (_fake, stripe) = stripe().await;
    let payment = begun(&stripe, owed(Way::Card, 5420, "EUR")).await;
    let report = stripe.let_go(&payment).await.unwrap();
    assert_eq!((report.state, report.decline), (Reported::Failed, Some(Decline::Expired)));
}
