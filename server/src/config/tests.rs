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
    assert_eq!((config.demo, config.carrier_speed), (false, 1));
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
