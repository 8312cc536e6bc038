use super::*;

fn read(file: &str, environment: &[(&str, &str)]) -> Result<Config, Wrong> {
    let pairs = environment.iter().map(|&(name, value)| (name.to_owned(), value.to_owned()));
    Config::read(&Values::gather(Some(file), pairs)?)
}

#[test]
fn the_environment_beats_the_file_and_the_file_beats_the_default() {
    let config = read("addr = '127.0.0.1:4000'\ndrain = 3\ndemo = false", &[("CARTWRIGHT_ADDR", "127.0.0.1:5000")]).unwrap();
    assert_eq!(config.addr.port(), 5000);
    assert_eq!(config.drain, Duration::from_secs(3));
    assert_eq!(config.pause, Duration::from_secs(5));
    assert_eq!((config.demo, config.carrier_speed, config.packing_after), (false, 1, 900));
    assert_eq!(config.origin.as_str(), "http://127.0.0.1:5000");
}

#[test]
fn a_name_nobody_knows_is_refused_with_the_nearest() {
    let file = read("carrier_sped = 2", &[]).unwrap_err().to_string();
    assert!(file.contains("did you mean `carrier_speed`?"), "{file}");
    let variable = read("", &[("CARTWRIGHT_ORIGN", "x")]).unwrap_err().to_string();
    assert!(variable.contains("did you mean `CARTWRIGHT_ORIGIN`?"), "{variable}");
    assert!(read("", &[("CARTWRIGHT_CACHE", "/somewhere")]).is_ok(), "the build's own variables are not ours");
}

#[test]
fn plain_http_stays_on_this_machine() {
    let open = read("addr = '0.0.0.0:80'", &[]).unwrap_err().to_string();
    assert!(open.contains("tls_cert") && open.contains("proxy"), "{open}");
    let unnamed = read("addr = '0.0.0.0:80'\nproxy = '10.0.0.1'", &[]).unwrap_err().to_string();
    assert!(unnamed.contains("origin"), "{unnamed}");
    assert!(read("addr = '0.0.0.0:80'\nproxy = '10.0.0.1'\norigin = 'https://shop.example'", &[]).is_ok());
}

#[test]
fn a_value_that_says_nothing_is_refused() {
    for file in
        ["addr = 'here'", "limits = 'some'", "currency = 'euro'", "drain = -1", "origin = 'shop.example'", "tls_cert = 'a.pem'"]
    {
        assert!(read(file, &[]).is_err(), "{file}");
    }
}

#[test]
fn a_shop_is_where_it_says_and_lives_by_the_clock_there() {
    let at = |file| read(file, &[]).map(|config| (config.home.country.code().to_owned(), config.zone));
    let place = |country: &str, zone: &str| Ok((country.to_owned(), zone.to_owned()));
    let told = |file| at(file).map_err(|wrong| wrong.to_string());
    assert_eq!(told(""), place("LV", "Europe/Riga"));
    assert_eq!(told("country = 'de'"), place("DE", "Europe/Berlin"));
    assert_eq!(told("country = 'US'\nzone = 'America/Denver'"), place("US", "America/Denver"));
    for (file, says) in [
        ("country = 'Latvia'", "setting `country` says `Latvia`, which is not a country's two letters, such as LV"),
        ("country = 'AQ'", "setting `country` says `AQ`, where no parcel can leave from"),
        (
            "country = 'PT'\nzone = 'Lisbon'",
            "setting `zone` says `Lisbon`, which is not the name of a time zone, such as Europe/Lisbon",
        ),
        ("vat_number = 'DE136695976'", "setting `vat_number` says `DE136695976`, which is not a VAT number of LV"),
    ] {
        let wrong = told(file).unwrap_err();
        assert!(wrong.starts_with(says), "{wrong}");
    }
    let seller = read("seller = 'Kalna SIA'\nseller_address = 'Brīvības iela 1; LV-1010 Rīga;'", &[]).unwrap().seller;
    assert_eq!(
        (seller.name.as_str(), &seller.address[..]),
        ("Kalna SIA", &["Brīvības iela 1", "LV-1010 Rīga"].map(String::from)[..])
    );
    assert_eq!(read("country = 'DE'\nvat_number = 'DE 136 695 976'", &[]).unwrap().vat_number.unwrap().as_str(), "DE136695976");
}

fn origins(config: &Config) -> Vec<&str> {
    config.payment_origins.iter().map(Origin::as_str).collect()
}

#[test]
fn an_account_at_paypal_is_whole_or_not_there() {
    let file = "paypal_client = 'ada'\npaypal_secret = 's'\npaypal_webhook = '1JE'";
    let config = read(file, &[]).unwrap();
    assert_eq!((origins(&config), config.paypal.is_some()), (vec!["https://www.paypal.com"], true));
    let trying = read(&format!("{file}\npaypal_api = 'https://api-m.sandbox.paypal.com'"), &[]).unwrap();
    assert_eq!(origins(&trying), ["https://www.sandbox.paypal.com"]);
    let wrong = read("paypal_client = 'ada'\npaypal_secret = 's'", &[]).unwrap_err().to_string();
    assert!(wrong.contains("`paypal_webhook` is missing"), "{wrong}");
    let both = read(&format!("{file}\nstripe_key = 'sk_test_1'\nstripe_webhook_secret = 'whsec_1'"), &[]).unwrap();
    assert_eq!(origins(&both), ["https://checkout.stripe.com", "https://www.paypal.com"]);
}

#[test]
fn an_account_at_stripe_is_whole_or_not_there() {
    const KEY: &str = "stripe_key = 'sk_test_1'\n";
    const SECRET: &str = "stripe_webhook_secret = 'whsec_1'\n";
    assert!(read("", &[]).unwrap().stripe.is_none());
    let config = read(&[KEY, SECRET].concat(), &[]).unwrap();
    assert_eq!(origins(&config), ["https://checkout.stripe.com"]);
    let account = config.stripe.unwrap();
    assert_eq!((account.api.as_str(), account.ways.len()), ("https://api.stripe.com", 3));
    let more =
        read(&[KEY, SECRET, "stripe_ways = 'card, ideal'\npayment_origin = 'https://pay.shop.example'"].concat(), &[]).unwrap();
    assert_eq!(origins(&more), ["https://pay.shop.example"]);
    assert_eq!(more.stripe.unwrap().ways, [domain::payments::Way::Card, domain::payments::Way::Ideal]);
    for (file, says) in [
        (KEY.to_owned(), "`stripe_webhook_secret` is missing"),
        (SECRET.to_owned(), "`stripe_key` is missing"),
        (format!("stripe_key = 'pk_test_1'\n{SECRET}"), "`stripe_key` is not a secret key"),
        (format!("{KEY}stripe_webhook_secret = 'we_1'"), "`stripe_webhook_secret` is not the signing secret"),
        (format!("{KEY}{SECRET}stripe_ways = 'cash_on_delivery'"), "`stripe_ways` says `cash_on_delivery`"),
    ] {
        let wrong = read(&file, &[]).unwrap_err().to_string();
        assert!(wrong.contains(says), "{wrong}");
        assert!(!wrong.contains("sk_test_1") && !wrong.contains("pk_test_1"), "a key is shown: {wrong}");
    }
}

#[test]
fn what_is_secret_is_not_printed() {
    let file = "stripe_key = 'sk_test_1'\nstripe_webhook_secret = 'whsec_1'";
    let values = Values::gather(Some(file), std::iter::empty()).unwrap();
    let (shown, config) = (values.shown(), format!("{:?}", Config::read(&values).unwrap()));
    assert!(shown.contains("stripe_key = \"********\""), "{shown}");
    for text in [shown, config] {
        assert!(!text.contains("sk_test_1") && !text.contains("whsec_1"), "{text}");
    }
}

#[test]
fn what_is_printed_can_be_read_again() {
    let values = Values::gather(Some("log = 'info,cartwright=debug'"), std::iter::empty()).unwrap();
    let again = Values::gather(Some(&values.shown()), std::iter::empty()).unwrap();
    assert_eq!(again.shown(), values.shown());
}

#[test]
fn an_origin_is_written_as_browsers_write_it() {
    let origin = |text: &str| text.parse::<Origin>().map(|origin| origin.as_str().to_owned()).ok();
    assert_eq!(origin("https://Shop.Example:443/").as_deref(), Some("https://shop.example"));
    assert_eq!(origin("http://127.0.0.1:3000").as_deref(), Some("http://127.0.0.1:3000"));
    for bad in ["shop.example", "ftp://shop.example", "https://shop.example/path", "https://a@b", ""] {
        assert_eq!(origin(bad), None, "{bad}");
    }
}

#[test]
fn letters_come_from_an_address_and_a_password_is_not_repeated() {
    let mail = read("", &[]).unwrap().mail;
    assert_eq!((mail.server, mail.head.host.as_str(), mail.head.from.as_str()), (None, "127.0.0.1", "shop@cartwright.example"));
    let smtp = ("CARTWRIGHT_SMTP", "smtps://shop:hunter2@mail.example");
    assert_eq!(
        read("", &[smtp]).unwrap_err().to_string(),
        "setting `mail_from` is missing; letters need an address they come from"
    );
    let mail = read("mail_from = 'shop@example.org'\nmail_reply_to = 'help@example.org'", &[smtp]).unwrap().mail;
    assert!(mail.server.is_some() && mail.head.reply_to.as_deref() == Some("help@example.org"));
    let wrong = read("mail_from = 'shop@example.org'", &[("CARTWRIGHT_SMTP", "mail://hunter2@mail.example")]).unwrap_err();
    assert!(!wrong.to_string().contains("hunter2"), "{wrong}");
    let half = read("sms_account = 'AC1'\nsms_from = '+1'", &[]).unwrap_err();
    assert_eq!(half.to_string(), "setting `sms_token` is missing; text messages need an account, its token and a sender");
}
