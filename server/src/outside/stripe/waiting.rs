//! What a shopper is shown who pays somewhere else: the `next_action` of Stripe's payment, in the shop's words.

use db::payments::Payment;
use domain::payments::{Account, Shown, Waiting};
use domain::time::Timestamp;
use serde::Deserialize;

/// What is to be done next. Ways that go on on a page of Stripe's have nothing to show here.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct NextAction {
    oxxo_display_details: Option<Slip>,
    boleto_display_details: Option<Slip>,
    konbini_display_details: Option<Konbini>,
    pix_display_qr_code: Option<Code>,
    promptpay_display_qr_code: Option<Code>,
    wechat_pay_display_qr_code: Option<Code>,
    display_bank_transfer_instructions: Option<Transfer>,
}

#[derive(Deserialize)]
struct Slip {
    number: Option<String>,
    #[serde(alias = "expires_after")]
    expires_at: Option<i64>,
    hosted_voucher_url: Option<String>,
}

#[derive(Deserialize)]
struct Konbini {
    expires_at: Option<i64>,
    hosted_voucher_url: Option<String>,
    stores: Stores,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Stores {
    familymart: Option<Store>,
    lawson: Option<Store>,
    ministop: Option<Store>,
    seicomart: Option<Store>,
}

#[derive(Deserialize)]
struct Store {
    payment_code: String,
    confirmation_number: Option<String>,
}

#[derive(Deserialize)]
struct Code {
    data: Option<String>,
    expires_at: Option<i64>,
    hosted_instructions_url: Option<String>,
}

#[derive(Deserialize)]
struct Transfer {
    #[serde(default)]
    financial_addresses: Vec<Address>,
    hosted_instructions_url: Option<String>,
    reference: Option<String>,
}

/// One of these, by country.
#[derive(Deserialize)]
struct Address {
    iban: Option<Lines>,
    sort_code: Option<Lines>,
    aba: Option<Lines>,
    spei: Option<Lines>,
    zengin: Option<Lines>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Lines {
    account_holder_name: Option<String>,
    bank_name: Option<String>,
    iban: Option<String>,
    bic: Option<String>,
    account_number: Option<String>,
    sort_code: Option<String>,
    routing_number: Option<String>,
    bank_code: Option<String>,
    branch_code: Option<String>,
    clabe: Option<String>,
}

/// What is shown. Where Stripe names no end, it is that of the hold on the goods.
pub(super) fn waiting(payment: &Payment, next: NextAction) -> Option<Waiting> {
    let held = payment.made_at.plus_seconds(payment.way.flow().holds_seconds());
    let until = |seconds: Option<i64>| seconds.map_or(held, |seconds| Timestamp(seconds.saturating_mul(1000)));
    if let Some(slip) = next.oxxo_display_details.or(next.boleto_display_details) {
        let shown = Shown::Slip(slip.number?);
        return Some(Waiting { shown, until: until(slip.expires_at), page: slip.hosted_voucher_url });
    }
    if let Some(konbini) = next.konbini_display_details {
        let shown = Shown::Slip(konbini.stores.numbers()?);
        return Some(Waiting { shown, until: until(konbini.expires_at), page: konbini.hosted_voucher_url });
    }
    let code = next.pix_display_qr_code.or(next.promptpay_display_qr_code).or(next.wechat_pay_display_qr_code);
    if let Some(code) = code {
        let shown = Shown::Code { text: code.data?, app: None };
        return Some(Waiting { shown, until: until(code.expires_at), page: code.hosted_instructions_url });
    }
    let transfer = next.display_bank_transfer_instructions?;
    let page = transfer.hosted_instructions_url.clone();
    Some(Waiting { shown: Shown::Account(transfer.lines()?), until: held, page })
}

impl Stores {
    /// Every chain has a number of its own, and some ask for a second.
    fn numbers(self) -> Option<String> {
        let stores = [
            ("FamilyMart", self.familymart),
            ("Lawson", self.lawson),
            ("Ministop", self.ministop),
            ("Seicomart", self.seicomart),
        ];
        let number = |store: Store| match store.confirmation_number {
            Some(second) => format!("{}-{second}", store.payment_code),
            None => store.payment_code,
        };
        let numbers: Vec<String> =
            stores.into_iter().filter_map(|(name, store)| Some(format!("{name} {}", number(store?)))).collect();
        (!numbers.is_empty()).then(|| numbers.join(", "))
    }
}

impl Transfer {
    fn lines(self) -> Option<Vec<(Account, String)>> {
        let of = |address: Address| address.iban.or(address.sort_code).or(address.aba).or(address.spei).or(address.zengin);
        let found = self.financial_addresses.into_iter().find_map(of)?;
        let branch = found.sort_code.or(found.routing_number).or(found.branch_code.map(|branch| match found.bank_code {
            Some(bank) => format!("{bank}-{branch}"),
            None => branch,
        }));
        let lines = [
            (Account::Holder, found.account_holder_name),
            (Account::Bank, found.bank_name),
            (Account::Iban, found.iban),
            (Account::Bic, found.bic),
            (Account::Branch, branch),
            (Account::Number, found.account_number),
            (Account::Clabe, found.clabe),
            (Account::Reference, self.reference),
        ];
        Some(lines.into_iter().filter_map(|(line, text)| Some((line, text?))).collect())
    }
}
