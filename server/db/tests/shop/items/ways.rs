//! Orders that are sent otherwise than was agreed, before they are packed: what is charged, given back, and written.

use db::checkout::{self, Business, Moment};
use db::orders::items::{self, ItemsAnswer};
use db::testing::TestDb;
use db::token::Token;
use db::{Answer, Error, documents, orders};
use domain::checkout::PlaceRefusal;
use domain::delivery::{Service, pickup_points};
use domain::documents::{DocumentKind, Subject};
use domain::goods::Incoming;
use domain::ids::{OrderId, PaymentId};
use domain::offers::{Gives, Limits};
use domain::orders::{ItemsRefusal, Order, OrderEvent, WantedChange, WantedWay};
use domain::payments::{Report, Reported, Way};
use domain::tax::TaxClass;

use super::super::goods::offer;
use super::super::offers::{offered, tenth};
use super::super::{ada, books_are_right, place, put_in, report, settle};
use super::{asked, cup, pays, shop, tally, told};

/// A way as a page wishes it.
pub fn way(service: Service) -> WantedChange {
    let point = pickup_points(domain::contact::Country::LATVIA).next().unwrap().id.clone();
    WantedChange::Way(WantedWay::of(service, &point).unwrap())
}

/// An order of three red cups, 30.00, and what it costs to bring them to the door; with a book, which is taxed less, 50.00.
pub fn bought(shop: &TestDb, state: Reported, code: Option<&str>, book: bool) -> (OrderId, PaymentId) {
    let cart = Token::mint().unwrap();
    put_in(shop, &cart, cup(shop, 0), 3).unwrap();
    if book {
        let read = |product: &mut Incoming| {
            product.slug = domain::catalogue::Slug::of("book").unwrap();
            (product.tax, product.variants[0].price.minor, product.variants[0].stock) = (TaxClass::Books, 2000, Some(9));
        };
        offer(shop, read);
        let slug = domain::catalogue::Slug::of("book").unwrap();
        let book = shop.read(|conn| db::catalogue::product(conn, &db::testing::riga(conn)?, &slug)).variants[0].id;
        put_in(shop, &cart, book, 1).unwrap();
    }
    let (told_to, code) = (cart.clone(), code.map(str::to_owned));
    shop.write(move |tx| {
        checkout::keep_address(tx, &told_to, &ada(), &Business::default())?;
        checkout::keep_service(tx, &told_to, Service::Standard, "")?;
        checkout::keep_way(tx, &told_to, Way::Card)
    })
    .unwrap();
    if let Some(code) = code {
        let cart = cart.clone();
        shop.write(move |tx| db::offers::enter(tx, super::super::RIGA, &cart, &code)).unwrap();
    }
    let Err(Error::Refused(PlaceRefusal::TotalChanged { now, .. })) = place(shop, &cart, 1) else { panic!("it costs a cent") };
    let placed = place(shop, &cart, now.minor).unwrap();
    settle(shop, &placed, Report { reference: format!("tp_{}", placed.payment), ..report(state, now.minor) });
    (placed.order, placed.payment)
}

pub fn order(shop: &TestDb, id: OrderId) -> Order {
    shop.read(|conn| orders::by_id(conn, id))
}

fn sends(shop: &TestDb, order: OrderId, service: Service) -> Answer<ItemsAnswer, ItemsRefusal> {
    asked(shop, order, way(service))
}

/// What the invoices of an order charge for, less what was credited: the whole, and delivery by service.
pub fn invoiced(shop: &TestDb, order: OrderId) -> (i64, Vec<(Service, i64)>) {
    let (mut whole, mut sent): (i64, Vec<(Service, i64)>) = (0, Vec::new());
    for one in shop.read(|conn| documents::of_order(conn, order)) {
        let sign = match one.number.kind {
            DocumentKind::Invoice => 1,
            DocumentKind::CreditNote => -1,
            DocumentKind::Receipt => continue,
        };
        whole += sign * one.total.gross.minor;
        for line in &one.lines {
            let Subject::Delivery(service) = line.subject else { continue };
            match sent.iter_mut().find(|(known, _)| *known == service) {
                Some((_, sum)) => *sum += sign * line.sum.gross.minor,
                None => sent.push((service, sign * line.sum.gross.minor)),
            }
        }
    }
    sent.retain(|(_, sum)| *sum != 0);
    (whole, sent)
}

#[test]
fn a_faster_way_is_made_once_its_difference_is_paid() {
    let shop = shop();
    for (first, then) in [
        (Reported::Promised, Reported::Captured),
        (Reported::Captured, Reported::Promised),
        (Reported::Captured, Reported::Captured),
    ] {
        let (id, payment) = bought(&shop, first, None, true);
        let before = order(&shop, id);
        let more = pays(sends(&shop, id, Service::Express));
        assert_eq!(order(&shop, id), before, "as it was");
        books_are_right(&shop);
        for _ in 0..2 {
            told(&shop, more, then);
        }
        let after = order(&shop, id);
        let dearer = after.delivery.minor - before.delivery.minor;
        assert!(dearer > 0 && after.total.minor - before.total.minor == dearer, "{dearer}");
        assert_eq!((after.service, tally(&shop, more).due.minor), (Service::Express, dearer));
        assert!(after.promised.1 <= before.promised.1, "it comes sooner");
        assert!(after.timeline.iter().any(|moment| moment.event == OrderEvent::WayChanged));
        assert_eq!(after.lines, before.lines, "what is in it stays");
        books_are_right(&shop);
        for promised in [payment, more] {
            told(&shop, promised, Reported::Captured);
        }
        let sent = vec![(Service::Express, after.delivery.minor)];
        assert_eq!(invoiced(&shop, id), (after.total.minor, sent), "{first:?} and {then:?}");
        books_are_right(&shop);
    }
}

#[test]
fn a_cheaper_way_gives_the_difference_back_and_a_pickup_point_stands_on_the_order() {
    let shop = shop();
    for state in [Reported::Promised, Reported::Captured] {
        let (id, payment) = bought(&shop, state, None, true);
        let before = order(&shop, id);
        assert_eq!(sends(&shop, id, Service::Pickup).unwrap(), ItemsAnswer::Made);
        let after = order(&shop, id);
        let cheaper = before.total.minor - after.total.minor;
        assert!(cheaper > 0 && !after.pickup.is_empty(), "{cheaper}");
        assert!(matches!(sends(&shop, id, Service::Pickup), Err(Error::Refused(ItemsRefusal::Nothing))));
        books_are_right(&shop);
        match state {
            Reported::Captured => {
                assert_eq!(tally(&shop, payment).owed_back(), cheaper);
                assert_eq!(invoiced(&shop, id), (after.total.minor, vec![(Service::Pickup, after.delivery.minor)]));
            }
            _ => assert_eq!(tally(&shop, payment).wanted(), after.total),
        }
        // Another point is the same way: it costs what was agreed.
        let other = pickup_points(domain::contact::Country::LATVIA).nth(1).unwrap();
        let wanted = WantedChange::Way(WantedWay::of(Service::Pickup, &other.id).unwrap());
        assert_eq!(asked(&shop, id, wanted).unwrap(), ItemsAnswer::Made);
        let moved = order(&shop, id);
        assert_eq!((moved.pickup, moved.total, moved.promised), (other.whole(), after.total, after.promised));
        shop.write(move |tx| orders::cancel(tx, id)).unwrap();
        books_are_right(&shop);
    }
}

#[test]
fn what_an_offer_took_off_delivery_it_takes_off_the_other_way_as_far_as_that_costs_so_much() {
    let shop = shop();
    let free = tenth("CARRIED", Limits::default());
    let free = db::offers::Kept { offer: domain::offers::Offer { gives: Gives::Delivery(None), ..free.offer }, ..free };
    offered(&shop, free);
    let (id, _) = bought(&shop, Reported::Captured, Some("CARRIED"), false);
    let before = order(&shop, id);
    assert_eq!((before.delivery_paid().minor, before.total.minor), (0, 3000));
    let more = pays(sends(&shop, id, Service::Express));
    told(&shop, more, Reported::Captured);
    let express = order(&shop, id);
    assert_eq!(express.delivery_paid().minor, express.delivery.minor - before.delivery.minor, "the same is taken off");
    books_are_right(&shop);
    assert_eq!(sends(&shop, id, Service::Pickup).unwrap(), ItemsAnswer::Made);
    let fetched = order(&shop, id);
    assert_eq!((fetched.delivery_paid().minor, fetched.total.minor), (0, 3000), "and no more than it costs");
    books_are_right(&shop);
    assert_eq!(sends(&shop, id, Service::Standard).unwrap(), ItemsAnswer::Made);
    assert_eq!(order(&shop, id).total.minor, 3000, "nothing is lost on the way");
    books_are_right(&shop);
}

#[test]
fn a_way_there_is_not_is_refused_and_so_is_one_that_was_not_seen() {
    let shop = shop();
    let (id, _) = bought(&shop, Reported::Captured, None, false);
    let nowhere = WantedChange::Way(WantedWay::of(Service::Pickup, "on-the-moon").unwrap());
    assert!(matches!(asked(&shop, id, nowhere), Err(Error::Refused(ItemsRefusal::NotThere))));
    assert!(matches!(sends(&shop, id, Service::Economy), Err(Error::Refused(ItemsRefusal::NotThere))), "not so near");
    assert!(matches!(sends(&shop, id, Service::Standard), Err(Error::Refused(ItemsRefusal::Nothing))));
    let (seen, takers) = (super::seen(&shop, id), super::takers());
    let free = items::ItemsAsked { wanted: way(Service::Express), seen, difference: 0, takers, shop_offset_minutes: 120 };
    let sent = shop.write(move |tx| items::change_items(tx, id, &free));
    assert!(matches!(sent, Err(Error::Refused(ItemsRefusal::Price))));
    let moment = Moment { now: shop.db.now(), shop_offset_minutes: 120 };
    let ways = shop.read(|conn| items::ways(conn, id, moment)).unwrap();
    let services: Vec<Service> = ways.options.iter().map(|(option, _)| option.service).collect();
    assert_eq!(services, [Service::Pickup, Service::Standard, Service::Express]);
    shop.wait(1800);
    shop.write(move |tx| orders::begin_packing(tx, id)).unwrap();
    assert!(matches!(sends(&shop, id, Service::Express), Err(Error::Refused(ItemsRefusal::Packing))));
    books_are_right(&shop);
}
