//! Which of the shop's ways Stripe's page takes, and what it calls them.

use domain::payments::Way;

/// Stripe's name for a way (`payment_method_types` of a Checkout Session); none for what its page does not take: Wero has no
/// page there, and cash is not its trade. Wallets are cards to it, and are shown on the page where the phone has one.
pub(super) const fn kind(way: Way) -> Option<&'static str> {
    Some(match way {
        Way::Card | Way::ApplePay | Way::GooglePay => "card",
        Way::Paypal => "paypal",
        Way::Ideal => "ideal",
        Way::Bancontact => "bancontact",
        Way::Eps => "eps",
        Way::P24 => "p24",
        Way::Blik => "blik",
        Way::PayByBank => "pay_by_bank",
        Way::Swish => "swish",
        Way::MobilePay => "mobilepay",
        Way::Twint => "twint",
        Way::Klarna => "klarna",
        Way::Afterpay => "afterpay_clearpay",
        Way::Alipay => "alipay",
        Way::WechatPay => "wechat_pay",
        Way::Upi => "upi",
        Way::Pix => "pix",
        Way::PromptPay => "promptpay",
        Way::Boleto => "boleto",
        Way::Oxxo => "oxxo",
        Way::Konbini => "konbini",
        Way::BankTransfer => "customer_balance",
        Way::Wero | Way::CashOnDelivery | Way::Nothing => return None,
    })
}
