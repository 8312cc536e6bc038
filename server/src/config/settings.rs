//! Every setting there is: its name, what it is when nobody says otherwise, what it does.

/// One setting: a key of the TOML file, `CARTWRIGHT_` and the key in capitals in the environment.
pub struct Setting {
    /// Its key.
    pub key: &'static str,
    /// What it is when nobody sets it; empty means "not set".
    pub default: &'static str,
    /// What it does, in a line.
    pub says: &'static str,
    /// Never printed.
    pub secret: bool,
}

const fn open(key: &'static str, default: &'static str, says: &'static str) -> Setting {
    Setting { key, default, says, secret: false }
}

const fn secret(key: &'static str, says: &'static str) -> Setting {
    Setting { key, default: "", says, secret: true }
}

/// All of them, in the order in which the help shows them.
pub const SETTINGS: &[Setting] = &[
    open("addr", "127.0.0.1:3000", "address and port to listen on"),
    open("data", "./data", "folder of the database, the pictures and the outgoing mail"),
    open("site", "./site", "folder of the built site: `pkg-<hash>` and the public files"),
    open("origin", "", "address shoppers type, such as https://shop.example; default http(s)://ADDR"),
    open("tls_cert", "", "file of the certificate chain (PEM); HTTPS is spoken when this and tls_key are set"),
    open("tls_key", "", "file of the certificate's private key (PEM)"),
    open("proxy", "", "IP address of the proxy that speaks plain HTTP to the shop and says whose request it is"),
    open("country", "LV", "country the shop is in and its parcels leave from, an ISO 3166 code: its taxes and holidays hold"),
    open("zone", "", "time zone of the shop's clock, such as Europe/Riga; default: that of most people of its country"),
    open("currency", "EUR", "currency of every price, an ISO 4217 code"),
    open("rates", "bundled", "exchange rates: bundled, or the address of the European Central Bank's daily file"),
    open("register", "embedded", "VAT numbers of businesses: embedded, or the address of VIES' REST service"),
    open("vat_number", "", "the shop's own VAT number; with it VIES gives a number to every consultation, as evidence"),
    open("seller", "Cartwright", "the firm that sells, as invoices name it"),
    open("seller_address", "", "its address on invoices, lines parted by semicolons, without the country"),
    open("seller_registration", "", "its number in the register of companies"),
    open("streets", "embedded", "addresses while they are typed: embedded, or the address of a Photon server's api"),
    secret(
        "smtp",
        "server that takes letters, smtps://name:password@mail.example; without it they become files in the data folder",
    ),
    open("mail_from", "", "address letters come from; needed with smtp"),
    open("mail_reply_to", "", "address answers to letters go to, where that is another"),
    open("sms_account", "", "account at Twilio that text messages are sent with; without it they are written into a file"),
    secret("sms_token", "its token"),
    open("sms_from", "", "the number or name text messages come from"),
    open("sms_api", "https://api.twilio.com", "address of Twilio's API, or of one like it"),
    open("demo", "on", "fill an empty shop with the demo goods: on or off"),
    open(
        "packing_after",
        "",
        "seconds after an order is paid until it may be packed, and can be changed; default 60 with the demo goods, else 900",
    ),
    open("carrier_speed", "", "how fast the embedded carrier's clock runs; default 2000 with the demo goods, else 1"),
    open("carrier_story", "auto", "what happens to parcels: auto, plain, delay, failed_attempt or customs"),
    open(
        "payment_origin",
        "",
        "addresses of the payment providers' own pages; default: Stripe's and PayPal's, where there is an account",
    ),
    secret("stripe_key", "secret key of the merchant's account at Stripe; with it real money is taken, and no test cards"),
    secret("stripe_webhook_secret", "signing secret of the webhook to /webhooks/payments/stripe, whsec_..."),
    open("stripe_api", "https://api.stripe.com", "address of Stripe's API"),
    open("stripe_ways", "card,apple_pay,google_pay", "ways to pay switched on in the account, or all"),
    open("paypal_client", "", "client id of the merchant's app at PayPal; with it PayPal is spoken to without Stripe between"),
    secret("paypal_secret", "that app's secret"),
    open("paypal_webhook", "", "PayPal's id of the webhook to /webhooks/payments/paypal"),
    open("paypal_api", "https://api-m.paypal.com", "address of PayPal's API"),
    open(
        "parcels",
        "carrier",
        "who makes labels: carrier, by_choice, when staff choose each one's rate at the desk, or by_hand, when they bring parcels to a \
         carrier and write their numbers down",
    ),
    secret("easypost_key", "key of the merchant's account at EasyPost; with it real labels are bought"),
    secret("easypost_webhook_secret", "secret of the webhook to /webhooks/carriers/easypost"),
    open("easypost_from", "", "EasyPost's id of the address parcels leave from, adr_..."),
    open("easypost_api", "https://api.easypost.com", "address of EasyPost's API"),
    secret("aftership_key", "key of the merchant's account at AfterShip; with it parcels brought to a carrier are followed"),
    secret("aftership_webhook_secret", "secret of the webhook to /webhooks/carriers/aftership"),
    open("aftership_api", "https://api.aftership.com", "address of AfterShip's API"),
    secret("dhl_key", "key for DHL's unified tracking; with it parcels brought to DHL are followed"),
    open("dhl_api", "https://api-eu.dhl.com", "address of DHL's API"),
    open("limits", "auto", "limits on requests per address: on, off, or auto (on, but not for this machine itself)"),
    open("pause", "5", "seconds to go on serving after the signal to stop, while requests are under way"),
    open("drain", "20", "seconds that requests under way may take to end after that"),
    open("header", "10", "seconds a client may take for the handshake and a request's head"),
    open("body", "15", "seconds a client may take for a request's body"),
    open("idle", "30", "seconds a connection may stay open without a request"),
    open("connections", "2048", "connections open at the same time at most"),
    open("in_flight", "256", "requests worked on at the same time at most"),
    open("log", "info", "how much is logged: error, warn, info, debug, or a filter such as info,cartwright=debug"),
    open("log_format", "text", "text or json"),
];

/// The name of a setting in the environment.
pub fn variable(key: &str) -> String {
    format!("CARTWRIGHT_{}", key.to_ascii_uppercase())
}

/// What `serve --help` says about settings.
pub fn help() -> String {
    let mut text = String::from("Settings, from the environment or a TOML file (`key = \"value\"`); the environment wins:\n");
    for setting in SETTINGS {
        let default = if setting.default.is_empty() { String::new() } else { format!(" [{}]", setting.default) };
        text.push_str(&format!("\n  {}\n      {}{default}\n", variable(setting.key), setting.says));
    }
    text
}

/// The known key that looks most like a mistyped one.
pub fn nearest(typed: &str) -> (&'static str, usize) {
    let all = SETTINGS.iter().map(|setting| (setting.key, distance(typed, setting.key)));
    all.min_by_key(|&(_, far)| far).unwrap_or(("addr", usize::MAX))
}

/// Levenshtein's: letters to change, add or leave out.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, &right) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (corner + usize::from(left != right)).min(above + 1).min(row[j] + 1);
            corner = above;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_setting_is_told_its_name() {
        assert_eq!(nearest("adr"), ("addr", 1));
        assert_eq!(nearest("carier_speed"), ("carrier_speed", 1));
        assert_eq!(nearest("origin"), ("origin", 0));
    }

    #[test]
    fn the_help_names_every_setting_with_its_default() {
        let help = help();
        assert!(SETTINGS.iter().all(|setting| help.contains(&variable(setting.key))));
        assert!(help.contains("[127.0.0.1:3000]"));
    }
}
