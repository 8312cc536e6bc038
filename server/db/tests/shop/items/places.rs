//! Orders that go to another country than was agreed, before they are packed: what is charged, given back, taxed and written.

use db::checkout::{self, Business};
use db::orders::items::{self, ItemsAnswer};
use db::testing::TestDb;
use db::token::Token;
use db::{Answer, Error, documents, orders};
use domain::checkout::{PlaceRefusal, TypedAddress};
use domain::delivery::{Service, pickup_points};
use domain::documents::DocumentKind;
use domain::ids::OrderId;
use domain::orders::{ItemsRefusal, OrderEvent, WantedChange, WantedPlace, WantedWay};
use domain::payments::{Report, Reported, Way};
use domain::tax::{TaxClass, Treatment, rate};

use super::super::{ada, books_are_right, gift_cards, place, put_in, report, settle};
use super::ways::{bought, invoiced, order};
use super::{asked, change, cup, left, pays, shop, tally, told};

/// An address in a country, as it is typed there.
fn typed(country: &str) -> TypedAddress {
    let (line1, postcode, city) = match country {
        "EE" => ("Pikk 1", "10123", "Tallinn"),
        "LT" => ("Pilies g. 1", "01123", "Vilnius"),
        "DE" => ("Lindenstraße 1", "10969", "Berlin"),
        "NO" => ("Karl Johans gate 1", "0154", "Oslo"),
        "CH" => ("Bahnhofstrasse 1", "8001", "Zürich"),
        _ => return ada(),
    };
    let text = str::to_owned;
    let home = TypedAddress { country: text(country), line1: text(line1), postcode: text(postcode), city: text(city), ..ada() };
    TypedAddress { phone: text("+37120000000"), keep: true, ..home }
}

/// Types an address and wishes that the order goes there.
fn wished(shop: &TestDb, order: OrderId, country: &str, way: WantedWay) -> WantedChange {
    let typed = typed(country);
    shop.write(move |tx| orders::keep_typed_address(tx, order, &typed)).unwrap();
    let (_, typed_at) = shop.read(|conn| orders::typed_address(conn, order)).unwrap();
    WantedChange::Place(WantedPlace { typed_at, way })
}

/// An order is to go to the door in a country.
pub fn moves(shop: &TestDb, order: OrderId, country: &str, service: Service) -> Answer<ItemsAnswer, ItemsRefusal> {
    let wanted = wished(shop, order, country, WantedWay::of(service, "").unwrap());
    asked(shop, order, wanted)
}

#[test]
fn what_was_bought_costs_the_same_there_is_taxed_there_and_the_way_to_there_is_paid() {
    let shop = shop();
    for (first, then) in [
        (Reported::Promised, Reported::Captured),
        (Reported::Captured, Reported::Promised),
        (Reported::Captured, Reported::Captured),
    ] {
        let (id, payment) = bought(&shop, first, None, true);
        let before = order(&shop, id);
        let stock = left(&shop, cup(&shop, 0));
        let more = pays(moves(&shop, id, "DE", Service::Standard));
        assert_eq!(order(&shop, id), before, "as it was");
        books_are_right(&shop);
        for _ in 0..2 {
            told(&shop, more, then);
        }
        let after = order(&shop, id);
        let country = after.address.country;
        assert_eq!((country.code(), after.address.city.as_str()), ("DE", "Berlin"));
        assert_eq!((after.treatment, after.goods), (Treatment::Union, before.goods));
        let dearer = after.delivery.minor - before.delivery.minor;
        assert!(dearer > 0 && after.total.minor - before.total.minor == dearer, "{dearer}");
        let today = shop.db.now().day();
        let rates = [TaxClass::Standard, TaxClass::Books].map(|class| rate(country, class, today).unwrap());
        assert_eq!(after.lines.iter().map(|line| line.percent).collect::<Vec<_>>(), rates);
        assert_eq!(after.taxes.iter().map(|row| row.percent).collect::<Vec<_>>(), rates);
        assert!(after.timeline.iter().any(|moment| moment.event == OrderEvent::AddressChanged));
        assert_eq!(left(&shop, cup(&shop, 0)), stock, "nothing went back to the shelf");
        assert!(shop.read(|conn| orders::typed_address(conn, id)).is_none());
        books_are_right(&shop);
        for promised in [payment, more] {
            told(&shop, promised, Reported::Captured);
        }
        assert_eq!(invoiced(&shop, id), (after.total.minor, vec![(Service::Standard, after.delivery.minor)]));
        let papers = shop.read(|conn| documents::of_order(conn, id));
        let last = papers.iter().rfind(|one| one.number.kind == DocumentKind::Invoice).unwrap();
        assert_eq!((last.taxed_in, last.total.gross), (Some(country), after.total), "one invoice has all of it");
        books_are_right(&shop);
    }
}

#[test]
fn back_home_the_difference_goes_back_and_nothing_is_left_of_the_way_it_took() {
    let shop = shop();
    let (id, payment) = bought(&shop, Reported::Captured, None, true);
    let before = order(&shop, id);
    let more = pays(moves(&shop, id, "DE", Service::Standard));
    told(&shop, more, Reported::Captured);
    let dearer = order(&shop, id).total.minor - before.total.minor;
    assert_eq!(moves(&shop, id, "LV", Service::Standard).unwrap(), ItemsAnswer::Made);
    let after = order(&shop, id);
    assert_eq!((&after.address.country, after.total, &after.taxes), (&before.address.country, before.total, &before.taxes));
    assert_eq!(tally(&shop, payment).owed_back() + tally(&shop, more).owed_back(), dearer);
    assert_eq!(invoiced(&shop, id), (before.total.minor, vec![(Service::Standard, before.delivery.minor)]));
    books_are_right(&shop);
    // What is in it can be changed all the same, and is taxed where it goes.
    change(&shop, id, "0:2").unwrap();
    books_are_right(&shop);
}

#[test]
fn it_goes_to_a_pickup_point_of_that_country_and_to_none_of_another() {
    let shop = shop();
    let (id, _) = bought(&shop, Reported::Promised, None, false);
    let point = |code: &str| {
        let country = domain::contact::Country::parse(code).unwrap();
        let id = pickup_points(country).next().unwrap().id.clone();
        WantedWay::of(Service::Pickup, &id).unwrap()
    };
    let wanted = wished(&shop, id, "EE", point("LV"));
    assert!(matches!(asked(&shop, id, wanted), Err(Error::Refused(ItemsRefusal::NotThere))));
    let wanted = wished(&shop, id, "EE", point("EE"));
    let answer = asked(&shop, id, wanted).unwrap();
    if let ItemsAnswer::Pay(more) = answer {
        told(&shop, more, Reported::Promised);
    }
    let after = order(&shop, id);
    assert!(after.service == Service::Pickup && !after.pickup.is_empty(), "{after:?}");
    books_are_right(&shop);
}

#[test]
fn where_prices_are_others_it_does_not_go() {
    let shop = shop();
    let (id, _) = bought(&shop, Reported::Captured, None, false);
    for country in ["NO", "CH"] {
        assert!(matches!(moves(&shop, id, country, Service::Standard), Err(Error::Refused(ItemsRefusal::OtherPrices))));
    }
    assert_eq!(order(&shop, id).address.country.code(), "LV");
    books_are_right(&shop);
}

#[test]
fn from_one_country_outside_the_tax_area_it_goes_to_another_without_tax() {
    let shop = shop();
    let cart = Token::mint().unwrap();
    put_in(&shop, &cart, cup(&shop, 0), 3).unwrap();
    let told_to = cart.clone();
    shop.write(move |tx| {
        checkout::keep_address(tx, &told_to, &typed("NO"), &Business::default())?;
        checkout::keep_service(tx, &told_to, Service::Express, "")?;
        checkout::keep_way(tx, &told_to, Way::Card)
    })
    .unwrap();
    let Err(Error::Refused(PlaceRefusal::TotalChanged { now, .. })) = place(&shop, &cart, 1) else { panic!("it costs a cent") };
    let placed = place(&shop, &cart, now.minor).unwrap();
    settle(&shop, &placed, Report { reference: "tp_no".to_owned(), ..report(Reported::Captured, now.minor) });
    let before = order(&shop, placed.order);
    assert_eq!((before.treatment, before.taxes.len()), (Treatment::Export, 0));
    if let ItemsAnswer::Pay(more) = moves(&shop, placed.order, "CH", Service::Express).unwrap() {
        told(&shop, more, Reported::Captured);
    }
    let after = order(&shop, placed.order);
    assert_eq!((after.address.country.code(), after.goods, after.taxes.len()), ("CH", before.goods, 0));
    assert_eq!(invoiced(&shop, placed.order).0, after.total.minor);
    assert!(matches!(moves(&shop, placed.order, "LV", Service::Standard), Err(Error::Refused(ItemsRefusal::OtherPrices))));
    books_are_right(&shop);
}

#[test]
fn an_address_that_was_typed_since_is_looked_at_first() {
    let shop = shop();
    let (id, _) = bought(&shop, Reported::Captured, None, false);
    let shown = wished(&shop, id, "EE", WantedWay::of(Service::Standard, "").unwrap());
    shop.wait(1);
    wished(&shop, id, "LT", WantedWay::of(Service::Standard, "").unwrap());
    assert!(matches!(asked(&shop, id, shown), Err(Error::Refused(ItemsRefusal::Stale))));
    let more = pays(moves(&shop, id, "DE", Service::Standard));
    // What is not paid in time goes where it went.
    let waits = shop.read(|conn| orders::items::waiting(conn, id)).unwrap();
    assert_eq!(waits.change.place.unwrap().then.city, "Berlin");
    shop.write(move |tx| items::keep_items(tx, id)).unwrap();
    told(&shop, more, Reported::Captured);
    assert_eq!(order(&shop, id).address.city, "Rīga");
    books_are_right(&shop);
}

#[test]
fn a_gift_card_that_paid_a_part_keeps_it_there_and_back() {
    let shop = gift_cards::with_cards();
    let (first, code) = gift_cards::bought(&shop);
    for state in [Reported::Promised, Reported::Captured] {
        let placed = place(&shop, &gift_cards::ready_with(&shop, &code), 3000).unwrap();
        settle(&shop, &placed, Report { reference: format!("tp_{}", placed.payment), ..report(state, 3000) });
        let id = placed.order;
        for country in ["EE", "LV", "EE"] {
            assert_eq!(moves(&shop, id, country, Service::Standard).unwrap(), ItemsAnswer::Made);
            books_are_right(&shop);
        }
        assert_eq!((gift_cards::balance(&shop, first), order(&shop, id).total.minor), (0, 8000));
        books_are_right(&shop);
        shop.write(move |tx| orders::cancel(tx, id)).unwrap();
        assert_eq!(gift_cards::balance(&shop, first), 5000);
        books_are_right(&shop);
    }
}
