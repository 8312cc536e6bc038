//! Where, in what and for how much each way is to be had.
//!
//! Countries, currencies and limits are those the providers publish for their merchants (Stripe's "Payment method support" and
//! the pages it leads to, read 2025): OXXO takes 10 to 10,000 pesos, a boleto 5 to 49,999.99 reais, Konbini 120 to 300,000
//! yen, Afterpay and Klarna up to what they lend by themselves; the UPI limit is the payments corporation's of 100,000 rupees
//! for each payment. Cash at the door and transfers are the shop's own terms.

use super::Way;
use crate::money::Money;

/// A currency, and the least and the most of it in minor units.
pub type Due = (&'static str, i64, i64);

/// The terms of a way.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// Countries of those who pay by it; empty for all.
    pub countries: &'static [&'static str],
    /// What is paid in; empty for everything.
    pub sums: &'static [Due],
}

/// No limit but that of money itself.
const ANY: i64 = Money::MOST;
const EURO: &[Due] = &[("EUR", 1, ANY)];

const KLARNA: Terms = Terms {
    countries: &[
        "AT", "BE", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "GR", "IE", "IT", "NL", "NO", "PL", "PT", "RO", "SE", "US",
    ],
    sums: &[
        ("EUR", 1000, 1_000_000),
        ("GBP", 1000, 1_000_000),
        ("USD", 1000, 1_000_000),
        ("SEK", 10_000, 10_000_000),
        ("NOK", 10_000, 10_000_000),
        ("DKK", 10_000, 10_000_000),
        ("CHF", 1000, 1_000_000),
        ("PLN", 5000, 4_000_000),
        ("CZK", 25_000, 25_000_000),
        ("RON", 5000, 5_000_000),
    ],
};

const AFTERPAY: Terms = Terms {
    countries: &["AU", "CA", "GB", "NZ", "US"],
    sums: &[("AUD", 100, 200_000), ("CAD", 100, 200_000), ("GBP", 100, 120_000), ("NZD", 100, 200_000), ("USD", 100, 400_000)],
};

const PAY_BY_BANK: Terms = Terms {
    countries: &["AT", "BE", "DE", "EE", "ES", "FI", "FR", "GB", "IE", "IT", "LT", "LU", "LV", "NL", "PT"],
    sums: &[("EUR", 50, 2_500_000), ("GBP", 50, 2_500_000)],
};

const TRANSFER: Terms = Terms {
    countries: &[],
    sums: &[("EUR", 100, ANY), ("GBP", 100, ANY), ("USD", 100, ANY), ("JPY", 100, ANY), ("MXN", 1000, ANY)],
};

/// Those neighbours of the shop's whose carriers take money at the door, as many there are used to; up to what a courier may
/// carry.
const DOOR: Terms = Terms {
    countries: &["BG", "CZ", "EE", "GR", "HR", "HU", "LT", "LV", "PL", "RO", "SI", "SK"],
    sums: &[("EUR", 1, 30_000), ("PLN", 1, 130_000), ("RON", 1, 150_000), ("HUF", 1, 12_000_000), ("CZK", 1, 750_000)],
};

impl Way {
    /// Its terms.
    pub const fn terms(self) -> Terms {
        const fn only(countries: &'static [&'static str], sums: &'static [Due]) -> Terms {
            Terms { countries, sums }
        }
        match self {
            Way::Card | Way::ApplePay | Way::GooglePay | Way::Nothing => only(&[], &[]),
            Way::Paypal => only(
                &[],
                &[
                    ("EUR", 1, ANY),
                    ("GBP", 1, ANY),
                    ("USD", 1, ANY),
                    ("CHF", 1, ANY),
                    ("CZK", 1, ANY),
                    ("DKK", 1, ANY),
                    ("NOK", 1, ANY),
                    ("PLN", 1, ANY),
                    ("SEK", 1, ANY),
                    ("AUD", 1, ANY),
                    ("CAD", 1, ANY),
                    ("HKD", 1, ANY),
                    ("NZD", 1, ANY),
                    ("SGD", 1, ANY),
                ],
            ),
            Way::Ideal => only(&["NL"], EURO),
            Way::Bancontact => only(&["BE"], EURO),
            Way::Eps => only(&["AT"], EURO),
            Way::P24 => only(&["PL"], &[("PLN", 1, 5_500_000), ("EUR", 1, 1_250_000)]),
            Way::Blik => only(&["PL"], &[("PLN", 1, ANY)]),
            Way::Wero => only(&["BE", "DE", "FR"], EURO),
            Way::PayByBank => PAY_BY_BANK,
            Way::Swish => only(&["SE"], &[("SEK", 300, ANY)]),
            Way::MobilePay => only(&["DK", "FI"], &[("DKK", 1, ANY), ("EUR", 1, ANY)]),
            Way::Twint => only(&["CH"], &[("CHF", 1, 500_000)]),
            Way::Klarna => KLARNA,
            Way::Afterpay => AFTERPAY,
            Way::Alipay => {
                only(&["CN", "HK", "MO"], &[("CNY", 1, ANY), ("HKD", 1, ANY), ("EUR", 1, ANY), ("USD", 1, ANY), ("GBP", 1, ANY)])
            }
            Way::WechatPay => {
                only(&["CN", "HK"], &[("CNY", 1, ANY), ("HKD", 1, ANY), ("EUR", 1, ANY), ("USD", 1, ANY), ("GBP", 1, ANY)])
            }
            Way::Upi => only(&["IN"], &[("INR", 100, 10_000_000)]),
            Way::Pix => only(&["BR"], &[("BRL", 50, ANY)]),
            Way::PromptPay => only(&["TH"], &[("THB", 1000, 15_000_000)]),
            Way::Boleto => only(&["BR"], &[("BRL", 500, 4_999_999)]),
            Way::Oxxo => only(&["MX"], &[("MXN", 1000, 1_000_000)]),
            Way::Konbini => only(&["JP"], &[("JPY", 120, 300_000)]),
            Way::BankTransfer => TRANSFER,
            Way::CashOnDelivery => DOOR,
        }
    }
}
