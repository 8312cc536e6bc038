//! The same teapot, all over the world.

use db::checkout::{Business, Placed, Placing};
use db::testing::{FRIDAY_MORNING, RIGA, TestDb, riga};
use db::token::Token;
use db::words::{Kept, save_product, save_terms};
use db::{Answer, Error, cart, catalogue, checkout, market, orders};
use domain::catalogue::Slug;
use domain::checkout::{Agreed, PlaceRefusal, TypedAddress};
use domain::contact::Country;
use domain::delivery::Service;
use domain::exchange::Rate;
use domain::goods::ProductWords;
use domain::lang::Lang;
use domain::market::Market;
use domain::money::{Currency, Money};
use domain::orders::OrderNumber;
use domain::payments::Way;
use domain::tax::{Treatment, VatCheck};
use domain::time::Day;

use super::goods::{shelf, slug, teapot};
use super::{ada, books_are_right, put_in, takers};

const DAY: Day = FRIDAY_MORNING.day();

fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

fn rates(shop: &TestDb, day: Day, dollar: &str) {
    let rates = vec![(currency("USD"), Rate::parse(dollar).unwrap()), (currency("JPY"), Rate::parse("175.68").unwrap())];
    shop.write::<usize, domain::Never>(move |tx| Ok(market::save_rates(tx, day, &rates)?)).unwrap();
}

fn in_market(country: &str, code: &str) -> Market {
    Market { lang: Lang::En, country: Country::parse(country).unwrap(), currency: currency(code) }
}

fn to(country: &str, region: &str, postcode: &str) -> TypedAddress {
    let (country, region, postcode) = (country.to_owned(), region.to_owned(), postcode.to_owned());
    TypedAddress { country, region, postcode, keep: true, ..ada() }
}

/// A cart with two teapots through every step but the last.
fn ready(shop: &TestDb, address: TypedAddress, business: Business) -> Token {
    let token = Token::mint().unwrap();
    put_in(shop, &token, teapot(shop), 2).unwrap();
    let told = token.clone();
    shop.write(move |tx| {
        checkout::keep_address(tx, &told, &address, &business)?;
        checkout::keep_service(tx, &told, Service::Standard, "")?;
        checkout::keep_way(tx, &told, Way::Card)
    })
    .unwrap();
    token
}

fn place(shop: &TestDb, cart: &Token, market: Market, total: Option<i64>) -> Answer<Placed, PlaceRefusal> {
    let placing = |total| Placing {
        cart: cart.clone(),
        browser: Token::mint().unwrap(),
        number: OrderNumber::of(db::token::chance().unwrap()),
        link: Token::mint().unwrap(),
        market,
        shop_offset_minutes: 120,
        takers: takers(),
        agreed: Agreed { due: Money::new(total, market.currency) },
    };
    let first = placing(total.unwrap_or(-1));
    match shop.write(move |tx| checkout::place(tx, &first)) {
        // What it costs is what the shop says it does.
        Err(Error::Refused(PlaceRefusal::TotalChanged { now: due, .. })) if total.is_none() => {
            let second = placing(due.minor);
            shop.write(move |tx| checkout::place(tx, &second))
        }
        answer => answer,
    }
}

#[test]
fn an_order_in_dollars_keeps_the_rate_it_was_placed_at() {
    let shop = shelf(9);
    rates(&shop, DAY, "1.1172");
    let cart = ready(&shop, to("US", "NY", "10001"), Business::default());
    let placed = place(&shop, &cart, in_market("US", "USD"), None).unwrap();
    rates(&shop, Day(DAY.0 + 1), "2.0000");
    shop.wait(2 * 86_400);
    let order = shop.read(|conn| orders::by_id(conn, placed.order));
    // 40.00 less 21 % is 33.06, and 33.06 euros are 36.93 dollars.
    assert_eq!((order.lines[0].unit, order.goods.minor), (Money::new(3693, currency("USD")), 7386));
    let converted = order.converted.unwrap();
    assert_eq!((converted.from, converted.rate.as_str(), converted.day), (Currency::EUR, "1.117200", DAY));
    assert_eq!((order.treatment, order.taxes.len()), (Treatment::Export, 0));
    books_are_right(&shop);
}

#[test]
fn a_rate_that_moves_before_the_button_is_pressed_is_asked_about() {
    let shop = shelf(9);
    rates(&shop, DAY, "1.1172");
    let cart = ready(&shop, to("US", "NY", "10001"), Business::default());
    let market = in_market("US", "USD");
    let Err(Error::Refused(PlaceRefusal::TotalChanged { now: seen, .. })) = place(&shop, &cart, market, Some(1)) else {
        panic!()
    };
    rates(&shop, Day(DAY.0 + 1), "1.2000");
    shop.wait(86_400);
    let refused = place(&shop, &cart, market, Some(seen.minor));
    assert!(matches!(refused, Err(Error::Refused(PlaceRefusal::TotalChanged { now, .. })) if now.minor > seen.minor));
}

#[test]
fn the_tax_inside_is_the_destinations_and_is_written_down() {
    let shop = shelf(9);
    let cart = ready(&shop, to("DE", "", "10115"), Business::default());
    let placed = place(&shop, &cart, in_market("DE", "EUR"), None).unwrap();
    let order = shop.read(|conn| orders::by_id(conn, placed.order));
    assert_eq!((order.treatment, order.total.minor), (Treatment::Union, 8000));
    let taxes: Vec<_> = order.taxes.iter().map(|line| (line.percent.hundredths(), line.net.minor, line.tax.minor)).collect();
    assert_eq!(taxes, [(1900, 6723, 1277)]);
    books_are_right(&shop);
}

#[test]
fn a_business_elsewhere_in_the_union_owes_the_tax_itself_once_its_number_is_known() {
    let shop = shelf(9);
    for (known, treatment, total) in [(false, Treatment::Union, 8000), (true, Treatment::ReverseCharge, 6722)] {
        let check = known.then(|| VatCheck { reference: "WAPIAAAAY1".to_owned(), at: FRIDAY_MORNING });
        let business = Business { vat: "de 136 695 976".to_owned(), check: check.clone() };
        let cart = ready(&shop, to("DE", "", "10115"), business);
        let placed = place(&shop, &cart, in_market("DE", "EUR"), None).unwrap();
        let order = shop.read(|conn| orders::by_id(conn, placed.order));
        assert_eq!((order.treatment, order.total.minor), (treatment, total), "known: {known}");
        assert_eq!(order.vat_check, check, "the evidence is kept with the order");
    }
    books_are_right(&shop);
}

#[test]
fn a_currency_without_a_rate_gives_the_shops_own_and_never_a_wrong_price() {
    let shop = shelf(9);
    rates(&shop, Day(DAY.0 + 7), "1.1172");
    for code in ["USD", "XXX", "KWD"] {
        let view = shop.read(|conn| market::view(conn, in_market("LV", code), None, DAY));
        assert_eq!(view.list.exchange.to, Currency::EUR, "{code}");
        assert_eq!(shop.read(|conn| catalogue::product(conn, &view, &slug())).variants[0].price.minor, 4000);
    }
    assert_eq!(shop.read(|conn| market::offered(conn, DAY)), [Currency::EUR]);
}

#[test]
fn a_teapot_is_found_by_its_name_in_every_language_and_its_own() {
    let shop = shelf(9);
    let words = ProductWords {
        lang: Lang::Lv,
        slug: Slug::of("tējkanna").unwrap(),
        name: "Tējkanna".to_owned(),
        lead: String::new(),
        story: String::new(),
        facts: Vec::new(),
        alts: Vec::new(),
        care: domain::goods::Stated::Nothing,
    };
    let keep = |words: ProductWords| shop.write::<Kept, domain::Never>(move |tx| Ok(save_product(tx, &slug(), &words)?)).unwrap();
    assert_eq!(keep(words.clone()), Kept::Added);
    assert_eq!(keep(words.clone()), Kept::Same);
    assert_eq!(keep(ProductWords { name: "Kanna".to_owned(), ..words.clone() }), Kept::Changed);
    keep(words);
    let seen = |lang, address: &str| {
        let address = Slug::of(address).unwrap();
        let view = shop.read(|conn| market::view(conn, Market { lang, ..RIGA }, None, DAY));
        let product = shop.read(|conn| catalogue::product(conn, &view, &address));
        (product.slug.as_str().to_owned(), product.name.text, product.name.lang)
    };
    let latvian = ("tējkanna".to_owned(), "Tējkanna".to_owned(), Lang::Lv);
    let english = ("teapot".to_owned(), "Teapot".to_owned(), Lang::En);
    assert_eq!(seen(Lang::Lv, "tējkanna"), latvian);
    assert_eq!(seen(Lang::Lv, "teapot"), latvian, "the old address leads to the new one");
    assert_eq!(seen(Lang::En, "tējkanna"), english, "another language's address leads to this one's");
    assert_eq!(seen(Lang::Th, "teapot"), english, "what nobody translated says which language it is in");
}

#[test]
fn a_cart_is_read_in_the_language_of_the_page() {
    let shop = shelf(9);
    shop.write::<usize, domain::Never>(|tx| Ok(save_terms(tx, Lang::Lv, &[("Moss".to_owned(), "Sūna".to_owned())])?)).unwrap();
    let token = Token::mint().unwrap();
    put_in(&shop, &token, teapot(&shop), 1).unwrap();
    let view = shop.read(|conn| market::view(conn, Market { lang: Lang::Lv, ..RIGA }, None, DAY));
    let cart = shop.read(|conn| cart::of(conn, &view, Some(&token)));
    assert_eq!((cart.lines[0].name.text.as_str(), cart.lines[0].name.apart_from(Lang::Lv)), ("Teapot", Some("en")));
    let english = shop.read(|conn| cart::of(conn, &riga(conn)?, Some(&token)));
    assert_eq!(english.lines[0].name.apart_from(Lang::En), None);
}
