//! The ways to pay, and how each runs.

use crate::codes;

codes! {
    /// A way to pay.
    Way {
        /// A card, on the provider's page.
        Card = "card",
        /// A card that is in a phone of Apple's.
        ApplePay = "apple_pay",
        /// A card that is with Google.
        GooglePay = "google_pay",
        /// PayPal.
        Paypal = "paypal",
        /// iDEAL: the banks of the Netherlands.
        Ideal = "ideal",
        /// Bancontact: Belgium.
        Bancontact = "bancontact",
        /// eps: the banks of Austria.
        Eps = "eps",
        /// Przelewy24: the banks of Poland.
        P24 = "p24",
        /// BLIK: a code of a Polish bank's app.
        Blik = "blik",
        /// Wero: what came after giropay in Germany, and Paylib in France.
        Wero = "wero",
        /// From the bank's own page, anywhere in the Union and the United Kingdom; what came after Sofort.
        PayByBank = "pay_by_bank",
        /// Swish: Sweden.
        Swish = "swish",
        /// MobilePay: Denmark and Finland.
        MobilePay = "mobilepay",
        /// TWINT: Switzerland.
        Twint = "twint",
        /// Klarna: in three parts.
        Klarna = "klarna",
        /// Afterpay, Clearpay in the United Kingdom: in four parts.
        Afterpay = "afterpay",
        /// Alipay.
        Alipay = "alipay",
        /// WeChat Pay: a code to scan.
        WechatPay = "wechat_pay",
        /// UPI: an app of an Indian bank, opened by a link or by scanning its code.
        Upi = "upi",
        /// PIX: the banks of Brazil, by a code.
        Pix = "pix",
        /// PromptPay: the banks of Thailand, by a code.
        PromptPay = "promptpay",
        /// Boleto: a slip, paid at a bank of Brazil.
        Boleto = "boleto",
        /// OXXO: a slip, paid in a shop of Mexico.
        Oxxo = "oxxo",
        /// Konbini: a number, paid in a shop of Japan.
        Konbini = "konbini",
        /// A transfer from any bank.
        BankTransfer = "bank_transfer",
        /// In cash, at the door.
        CashOnDelivery = "cash_on_delivery",
        /// Not at all: gift cards and offers have left nothing to pay.
        Nothing = "nothing",
    }
}

codes! {
    /// How a way runs, from the shopper's side.
    Flow {
        /// The shopper goes to a page of the provider's and comes back; the outcome is known in moments.
        Page = "page",
        /// The same; the shopper pays the provider in parts, and the shop at once.
        Parts = "parts",
        /// A code is shown, to scan or to copy into an app; the outcome is known in minutes.
        Code = "code",
        /// A slip is shown, to pay at a counter within days.
        Slip = "slip",
        /// The shopper transfers the sum to an account that is shown, within days, perhaps in several parts.
        Transfer = "transfer",
        /// Whoever brings the parcel takes the money.
        Door = "door",
        /// Nothing is left to pay.
        Nothing = "nothing",
    }
}

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 60 * MINUTE;

impl Flow {
    /// How long an order's goods are held for the money, in seconds. Slips can be paid for three days (the provider's usual
    /// `expires_after_days`), and a bank needs another to tell of it; a transfer across borders takes up to three working days
    /// (Regulation (EU) 260/2012 has one; the others none).
    pub const fn holds_seconds(self) -> i64 {
        match self {
            Flow::Page | Flow::Parts | Flow::Door | Flow::Nothing => 15 * MINUTE,
            Flow::Code => 60 * MINUTE,
            Flow::Slip => 4 * DAY,
            Flow::Transfer => 7 * DAY,
        }
    }

    /// Whether the shopper pays somewhere else while the order's page waits for the news.
    pub const fn waits(self) -> bool {
        matches!(self, Flow::Code | Flow::Slip | Flow::Transfer)
    }
}

impl Way {
    /// Whether a provider can keep what is paid with for the next time.
    pub const fn can_be_kept(self) -> bool {
        matches!(self, Way::Card)
    }

    /// How it runs.
    pub const fn flow(self) -> Flow {
        match self {
            Way::Klarna | Way::Afterpay => Flow::Parts,
            Way::WechatPay | Way::Upi | Way::Pix | Way::PromptPay => Flow::Code,
            Way::Boleto | Way::Oxxo | Way::Konbini => Flow::Slip,
            Way::BankTransfer => Flow::Transfer,
            Way::CashOnDelivery => Flow::Door,
            Way::Nothing => Flow::Nothing,
            _ => Flow::Page,
        }
    }

    /// Whether the money can be reserved now and taken when the parcel leaves. All others take it at once, or at the door.
    pub const fn can_promise(self) -> bool {
        matches!(self, Way::Card | Way::ApplePay | Way::GooglePay | Way::Paypal | Way::Klarna | Way::Afterpay)
    }

    /// Whether who pays is known to it already, so that a button with its name is the shortest way to pay.
    pub const fn is_wallet(self) -> bool {
        matches!(self, Way::ApplePay | Way::GooglePay | Way::Paypal)
    }

    /// Its name where it is a brand's, which is the same in every language; none for what each language has a word for.
    pub const fn brand(self) -> Option<&'static str> {
        Some(match self {
            Way::Card | Way::PayByBank | Way::BankTransfer | Way::CashOnDelivery | Way::Nothing => return None,
            Way::ApplePay => "Apple Pay",
            Way::GooglePay => "Google Pay",
            Way::Paypal => "PayPal",
            Way::Ideal => "iDEAL",
            Way::Bancontact => "Bancontact",
            Way::Eps => "eps",
            Way::P24 => "Przelewy24",
            Way::Blik => "BLIK",
            Way::Wero => "Wero",
            Way::Swish => "Swish",
            Way::MobilePay => "MobilePay",
            Way::Twint => "TWINT",
            Way::Klarna => "Klarna",
            Way::Afterpay => "Afterpay",
            Way::Alipay => "Alipay",
            Way::WechatPay => "WeChat Pay",
            Way::Upi => "UPI",
            Way::Pix => "PIX",
            Way::PromptPay => "PromptPay",
            Way::Boleto => "Boleto",
            Way::Oxxo => "OXXO",
            Way::Konbini => "Konbini",
        })
    }
}
