//! The shop in twelve languages, for people anywhere.

use app::i18n::{Lang, Words};
use axum::http::{Request, StatusCode};

use crate::form::{between, in_order, plain, value};
use crate::rig::Rig;
use crate::shopper::Shopper;
use crate::support::Shop;

/// Where a shopper of each language has things sent: fields of the address form.
fn home(lang: Lang) -> Vec<(&'static str, &'static str)> {
    match lang {
        Lang::En | Lang::Ru => vec![("country", "LV"), ("line1", "Brīvības iela 1"), ("city", "Rīga"), ("postcode", "1010")],
        Lang::Lv => vec![("country", "LV"), ("line1", "Rīgas iela 7"), ("city", ""), ("postcode", "LV-4102")],
        Lang::Th => vec![
            ("country", "TH"),
            ("line1", "๑๒๓ ถนนสุขุมวิท"),
            ("district", "คลองเตย"),
            ("city", "คลองเตย"),
            ("region", "กรุงเทพมหานคร"),
            ("postcode", "๑๐๑๑๐"),
        ],
        Lang::Ar => vec![("country", "AE"), ("line1", "شارع الشيخ زايد ١٢"), ("region", "دبي")],
        Lang::De => vec![("country", "DE"), ("line1", "Torstraße 1"), ("city", "Berlin"), ("postcode", "D-10119")],
        Lang::Es => {
            vec![("country", "ES"), ("line1", "Calle Mayor 1"), ("city", "Madrid"), ("region", "Madrid"), ("postcode", "28013")]
        }
        Lang::Fr => vec![("country", "FR"), ("line1", "1 rue de Rivoli"), ("city", "Paris"), ("postcode", "75001")],
        Lang::ZhHans => vec![
            ("country", "CN"),
            ("line1", "南京东路１号"),
            ("district", "黄浦区"),
            ("city", "上海市"),
            ("region", "上海市"),
            ("postcode", "２０００００"),
        ],
        Lang::Ja => vec![
            ("country", "JP"),
            ("line1", "千代田１ー１"),
            ("city", "千代田区"),
            ("region", "東京都"),
            ("postcode", "〒１００ー０００１"),
        ],
        Lang::PtBr => vec![
            ("country", "BR"),
            ("line1", "Avenida Paulista 1"),
            ("city", "São Paulo"),
            ("region", "SP"),
            ("postcode", "01310100"),
        ],
        Lang::Hi => {
            vec![("country", "IN"), ("line1", "१ संसद मार्ग"), ("city", "नई दिल्ली"), ("region", "Delhi"), ("postcode", "११०००१")]
        }
    }
}

/// Buys the first thing of the first page, in this language, and gives the order's page.
async fn buys(ada: &Shopper<'_>, lang: Lang) -> String {
    let code = lang.code();
    let front = ada.read(&format!("/{code}/")).await;
    let link = format!("<h3><a href=\"/{code}/products/");
    let product = format!("/{code}/products/{}", between(&front, &link, "\""));
    let page = ada.read(&product).await;
    let variant = value(&page, "variant").to_owned();
    let to = ada.send("/api/cart/add", &[("lang", code), ("variant", &variant), ("quantity", "1")]).await;
    assert_eq!(to, format!("/{code}/cart"));
    let step = |name: &str| format!("/{code}/checkout/{name}");
    let mut fields: Vec<(String, &str)> = vec![("lang".to_owned(), code)];
    fields.extend(
        [("email", "ada@example.org"), ("name", "Ada Лавлейс 李")].map(|(name, text)| (format!("address[{name}]"), text)),
    );
    fields.extend(home(lang).into_iter().map(|(name, text)| (format!("address[{name}]"), text)));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    assert_eq!(ada.send("/api/checkout/address", &fields).await, step("delivery"), "{lang:?}");
    let delivery = ada.read(&step("delivery")).await;
    let service = if delivery.contains("value=\"standard\"") { "standard" } else { "express" };
    let to = ada.send("/api/checkout/delivery", &[("lang", code), ("service", service)]).await;
    assert_eq!(to, step("payment"), "{lang:?}");
    assert_eq!(ada.send("/api/checkout/payment", &[("lang", code), ("way", "card")]).await, step("review"));
    let review = ada.read(&step("review")).await;
    let (total, currency) = (value(&review, "total").to_owned(), value(&review, "currency").to_owned());
    let pay = ada.send("/api/checkout/place", &[("lang", code), ("total", &total), ("currency", &currency)]).await;
    assert!(pay.starts_with("/testpay/pay/"), "{lang:?}: {pay}");
    let till = ada.read(&pay).await;
    assert!(till.contains(&format!("<html lang=\"{code}\" dir=\"{}\">", lang.dir())), "{till}");
    assert!(till.contains(&Words::of(lang).say("testpay-label")) && till.contains(&Words::of(lang).say("testpay-cards-text")));
    let card = [("number", "4242 4242 4242 4242"), ("expiry", "12/34"), ("cvc", "123"), ("name", "Ada")];
    let back = ada.send(&pay, &card).await;
    ada.read(&back).await
}

#[tokio::test]
async fn somebody_buys_something_in_every_language() {
    let shop = Shop::real().await;
    for &lang in Lang::ALL {
        let words = Words::of(lang);
        let page = buys(&Shopper::new(&shop), lang).await;
        assert!(page.contains(&format!("<html lang=\"{}\" dir=\"{}\">", lang.code(), lang.dir())));
        in_order(&page, &[&words.say("progress-placed-title"), &words.say("event-payment_promised"), &words.say("event-placed")]);
    }
}

#[tokio::test]
async fn the_first_page_is_in_the_language_set_before_or_the_one_the_browser_asks_for() {
    async fn to(ada: Shopper<'_>, asked: &'static str) -> String {
        let request = ada.request("/", "text/html").header("accept-language", asked).body(axum::body::Body::empty()).unwrap();
        ada.keep(request).await.header("location").to_owned()
    }
    let rig = Rig::new().await;
    assert_eq!(to(rig.shopper(), "th-TH,th;q=0.9,en;q=0.8").await, "/th/");
    assert_eq!(to(rig.shopper(), "fi").await, "/en/");
    assert_eq!(to(rig.shopper().with("prefs", "lv.."), "th").await, "/lv/");
    assert_eq!(to(rig.shopper().with("prefs", "xx.yy.zz"), "ar").await, "/ar/");
}

#[tokio::test]
async fn a_language_nobody_speaks_is_a_page_that_is_not_there_in_one_the_reader_does() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    for path in ["/xx/", "/EN/cart", "/zh/cart", "/pt-br/"] {
        let request = ada.request(path, "text/html").header("accept-language", "de").body(axum::body::Body::empty()).unwrap();
        let answer = ada.keep(request).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.text().contains(&Words::of(Lang::De).say("not-found-title")), "{path}");
    }
}

#[tokio::test]
async fn the_switch_keeps_the_page_the_cart_and_the_currency() {
    let shop = Shop::real().await;
    let ada = Shopper::new(&shop);
    let set = [("currency", "USD"), ("country", "US"), ("back", "/en/cart")];
    assert_eq!(ada.send("/api/settings", &set).await, "/en/cart");
    let page = ada.read("/en/products/ridge-mug").await;
    let variant = value(&page, "variant").to_owned();
    ada.send("/api/cart/add", &[("lang", "en"), ("variant", &variant), ("quantity", "2")]).await;
    assert!(page.contains("US$"), "{}", between(&page, "class=\"buy-price\"", "</p>"));
    let back = format!("/en/products/ridge-mug?v={variant}");
    let to = ada.send("/api/settings", &[("lang", "lv"), ("back", &back)]).await;
    assert_eq!(to, format!("/lv/products/ridge-mug?v={variant}"));
    let moved = ada.open(&to).await;
    assert_eq!(moved.status, StatusCode::MOVED_PERMANENTLY);
    let own = moved.header("location").to_owned();
    assert!(own.starts_with("/lv/products/") && own.ends_with(&format!("?v={variant}")) && !own.contains("ridge-mug"), "{own}");
    let latvian = ada.read(&own).await;
    assert!(latvian.contains("US$") || latvian.contains("$"), "the currency stays");
    let cart = ada.read("/lv/cart").await;
    assert!(cart.contains("value=\"2\"") && cart.contains("lang=\"lv\""), "the cart stays");
    assert_eq!(ada.cookie("prefs"), "lv.US.USD");
}

#[tokio::test]
async fn a_stranger_is_where_their_browser_is_set_up_and_a_change_of_language_does_not_move_them() {
    let shop = Shop::real().await;
    let ada = Shopper::new(&shop);
    let browser = |asked: &'static str| {
        let request = Request::get("/en/products/ridge-mug").header("accept-language", asked);
        shop.ask(request.body(axum::body::Body::empty()).unwrap())
    };
    assert!(browser("en-GB,en").await.text().contains("Deliver to United Kingdom, pay in GBP"));
    assert!(browser("en-AT").await.text().contains("Deliver to Austria, pay in EUR"));
    assert!(browser("en").await.text().contains("Deliver to Latvia, pay in EUR"));
    ada.send("/api/settings", &[("lang", "th"), ("back", "/en/")]).await;
    assert_eq!(ada.cookie("prefs"), "th.LV.");
}

#[tokio::test]
async fn what_nobody_knows_is_said_and_nothing_is_changed() {
    let rig = Rig::new().await;
    for (field, text, says) in [
        ("currency", "XXX", "The shop does not know that currency. Prices stay in EUR."),
        ("country", "AQ", "The shop does not deliver there. Prices and days stay those for Latvia."),
        ("lang", "tlh", "The shop does not speak that language yet. Nothing was changed."),
    ] {
        let ada = rig.shopper();
        let to = ada.send("/api/settings", &[(field, text), ("back", "/en/")]).await;
        assert!(to.starts_with("/en/settings?unknown="), "{to}");
        assert!(ada.read(&to).await.contains(says), "{field}");
        assert_eq!(ada.cookie("prefs"), "");
    }
    let ada = rig.shopper();
    assert_eq!(ada.send("/api/settings", &[("lang", "lv"), ("back", "https://evil.example/")]).await, "/lv/");
    assert_eq!(ada.send("/api/settings", &[("lang", "lv"), ("back", "//evil.example/en/")]).await, "/lv/");
}

#[tokio::test]
async fn every_page_names_itself_in_every_language() {
    let shop = Shop::real().await;
    let ada = Shopper::new(&shop);
    let page = ada.read("/en/products/ridge-mug").await;
    let links: Vec<&str> = page.split("<link rel=\"alternate\" hreflang=\"").skip(1).collect();
    assert_eq!(links.len(), Lang::ALL.len() + 1);
    for &lang in Lang::ALL {
        let found = links.iter().find(|link| link.starts_with(&format!("{}\"", lang.code()))).unwrap();
        let path = between(found, "href=\"http://127.0.0.1:3000", "\"").to_owned();
        let theirs = ada.read(&path).await;
        assert!(theirs.contains(&format!("<html lang=\"{}\" dir=\"{}\">", lang.code(), lang.dir())), "{path}");
        let canonical = between(&theirs, "<link rel=\"canonical\" href=\"http://127.0.0.1:3000", "\"");
        assert_eq!(canonical, path, "a page that is named is the one that counts");
    }
    assert!(page.contains("hreflang=\"x-default\" href=\"http://127.0.0.1:3000/en/products/ridge-mug\""));
}

#[tokio::test]
async fn an_english_page_carries_no_other_languages_text_but_the_names_of_the_switch() {
    let shop = Shop::real().await;
    let page = Shopper::new(&shop).read("/en/products/ridge-mug").await;
    let main = between(&page, "<main", "</main>");
    let foreign = |letter: char| matches!(letter, '\u{400}'..='\u{4FF}' | '\u{600}'..='\u{6FF}' | '\u{900}'..='\u{97F}' | '\u{E00}'..='\u{E7F}' | '\u{3040}'..='\u{9FFF}');
    assert!(!main.contains(foreign));
    let mut rest = page.clone();
    for &lang in Lang::ALL {
        rest = rest.replace(&format!(">{}</button>", lang.own_name()), "");
    }
    let visible = between(&rest, "<body", "</body>");
    assert!(!visible.contains(foreign));
}

#[tokio::test]
async fn what_the_front_door_says_it_says_in_the_language_of_the_page() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let request = Request::post("/api/settings").header("accept", "text/html").header("origin", "https://evil.example");
    let request = request.header("referer", "http://127.0.0.1:3000/ar/cart").body(axum::body::Body::empty()).unwrap();
    let answer = ada.keep(request).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let page = plain(answer.text());
    assert!(page.contains("lang=\"ar\" dir=\"rtl\"") && page.contains(&Words::of(Lang::Ar).say("notice-foreign")), "{page}");
}
