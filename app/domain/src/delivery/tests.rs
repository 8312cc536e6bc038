use proptest::prelude::*;

use super::*;
use crate::exchange::{Rate as EuroRate, Rates};
use crate::money::Currency;

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn country(code: &str) -> Country {
    Country::parse(code).unwrap()
}

/// Goods of 10 euros and a kilogram, paid at noon in Riga on Thursday, 2026-11-19.
fn teapot(to: &str) -> Sending {
    Sending {
        delays: Vec::new(),
        goods: eur(1000),
        exchange: Exchange::none(Currency::EUR, Day(20_777)),
        packet: Some(Packet { grams: 1000, ..Packet::default() }),
        from: Country::LATVIA,
        to: country(to),
        now: Day::parse("2026-11-19").unwrap().start().plus_seconds(10 * 3600),
        shop_offset_minutes: 120,
        handling_days: 0,
    }
}

fn services(sending: &Sending) -> Vec<Service> {
    options(sending).into_iter().map(|option| option.service).collect()
}

fn way(sending: &Sending, service: Service) -> DeliveryOption {
    options(sending).into_iter().find(|option| option.service == service).unwrap()
}

/// What goods lack to go free from Riga.
fn missing(goods: Money, to: &str) -> Option<Money> {
    let exchange = Exchange::none(Currency::EUR, Day(20_777));
    free(goods, Country::LATVIA, country(to), &exchange).map(|free| free.missing)
}

fn days(option: &DeliveryOption) -> (String, String) {
    (option.from.to_string(), option.to.to_string())
}

#[test]
fn nobody_delivers_to_antarctica() {
    assert_eq!(options(&teapot("AQ")), []);
    assert_eq!((left_out(&teapot("AQ")), missing(eur(0), "AQ")), (Vec::new(), None));
}

#[test]
fn ways_are_told_cheapest_first() {
    use Service::{Economy, Express, Pickup, Standard};
    assert_eq!(services(&teapot("LV")), [Pickup, Standard, Express]);
    // Economy and the locker cost the same; the locker comes first.
    assert_eq!(services(&teapot("DE")), [Pickup, Economy, Standard, Express]);
    assert_eq!(services(&teapot("NZ")), [Economy, Standard, Express]);
    assert_eq!(services(&teapot("AE")), [Economy, Pickup, Standard, Express]);
    // No points in Austria.
    assert_eq!(services(&teapot("AT")), [Economy, Standard, Express]);
}

#[test]
fn a_sofa_goes_to_no_locker_and_a_tree_goes_nowhere() {
    let sized = |grams, sides| Packet::of([(Thing { grams, measures: Measures::of(sides).ok() }, 1)]);
    let sofa = Sending { packet: Some(sized(45_000, [1700, 450, 440])), ..teapot("DE") };
    assert_eq!(services(&sofa), [Service::Standard]);
    let why: Vec<_> = left_out(&sofa).into_iter().map(|left| (left.service, left.why)).collect();
    let expected = [
        (Service::Economy, TooMuch::Long(900)),
        (Service::Pickup, TooMuch::Box([640, 390, 380])),
        (Service::Express, TooMuch::Long(1200)),
    ];
    assert_eq!(why, expected);
    let tree = Sending { packet: Some(sized(45_000, [9000, 450, 440])), ..teapot("DE") };
    assert_eq!((services(&tree), left_out(&tree).len()), (Vec::new(), 4));
}

#[test]
fn what_nobody_has_measured_is_offered_a_locker_by_its_weight() {
    assert_eq!(left_out(&teapot("LV")), []);
    let heavy = Sending { packet: Some(Packet { grams: 26_000, ..Packet::default() }), ..teapot("LV") };
    assert_eq!(left_out(&heavy), [LeftOut { service: Service::Pickup, why: TooMuch::Heavy(25_000) }]);
    assert_eq!(left_out(&teapot("AT")), [], "a country without points has nothing to leave out");
}

#[test]
fn a_shop_that_counts_in_dollars_charges_the_tariff_in_dollars() {
    let dollar = Currency::parse("USD").unwrap();
    let rates = Rates { day: Day(20_777), each: vec![(dollar, EuroRate::parse("1.1000").unwrap())] };
    let exchange = rates.exchange(Currency::EUR, dollar).unwrap();
    let sold = |minor| Sending { goods: Money::new(minor, dollar), exchange, ..teapot("LV") };
    assert_eq!(way(&sold(6599), Service::Standard).price, Money::new(385, dollar));
    assert_eq!(way(&sold(6600), Service::Standard).price, Money::new(0, dollar));
    let half = free(Money::new(3300, dollar), Country::LATVIA, country("DE"), &exchange).unwrap();
    assert_eq!((half.from.minor, half.missing.minor, half.percent()), (6600, 3300, 50));
    let unknown = Sending { goods: Money::new(6600, dollar), ..teapot("LV") };
    assert_eq!(options(&unknown), [], "a tariff without a rate is no price");
}

#[test]
fn a_shop_in_berlin_sends_at_home_for_little_and_to_latvia_as_to_the_union() {
    let from = country("DE");
    let sent = |to| way(&Sending { from, ..teapot(to) }, Service::Standard).price.minor;
    assert_eq!((sent("DE"), sent("LV"), sent("CH")), (350, 690, 1090));
}

#[test]
fn sixty_euros_go_free_in_the_union_a_hundred_and_twenty_in_europe_and_nothing_overseas() {
    let price = |to, goods, service| way(&Sending { goods: eur(goods), ..teapot(to) }, service).price;
    for service in [Service::Economy, Service::Standard, Service::Pickup] {
        assert!(!price("DE", 5999, service).is_zero());
        assert_eq!(price("DE", 6000, service), eur(0));
    }
    assert_eq!(price("DE", 600_000, Service::Express), eur(1590));
    assert_eq!(price("CH", 11_999, Service::Standard), eur(1090));
    assert_eq!(price("CH", 12_000, Service::Standard), eur(0));
    assert_eq!(price("JP", 1_000_000, Service::Standard), eur(1690));
    assert_eq!(missing(eur(5000), "LV"), Some(eur(1000)));
    assert_eq!(missing(eur(7000), "LV"), Some(eur(0)));
    assert_eq!(missing(eur(5000), "JP"), None);
    assert_eq!(missing(Money::new(9_000, Currency::parse("JPY").unwrap()), "LV"), None);
    assert_eq!(missing(eur(0), "GB"), Some(eur(12_000)));
}

#[test]
fn a_teapot_paid_on_thursday_is_in_riga_on_friday_and_in_cesis_on_monday_at_the_latest() {
    let to = |code, service| days(&way(&teapot(code), service));
    assert_eq!(to("LV", Service::Standard), ("2026-11-20".into(), "2026-11-23".into()));
    assert_eq!(to("DE", Service::Standard), ("2026-11-24".into(), "2026-11-26".into()));
    // Thanksgiving, 26 November, is no day to deliver on.
    assert_eq!(to("US", Service::Express), ("2026-11-24".into(), "2026-11-27".into()));
    // Nor is a Friday in Riyadh.
    assert_eq!(to("SA", Service::Express), ("2026-11-24".into(), "2026-11-25".into()));
    let made = Sending { handling_days: 3, ..teapot("LV") };
    assert_eq!(days(&way(&made, Service::Express)), ("2026-11-25".into(), "2026-11-25".into()));
}

#[test]
fn wherever_and_whenever_something_is_sent_it_comes_on_a_day_that_works_there() {
    let start = Day::parse("2026-01-01").unwrap();
    for to in served() {
        let calendar = Calendar::of(to);
        for day in (0..730).map(|day| start.plus(day)) {
            // Before the cut-off, then after it.
            let hour = 6 + 12 * (day.0 % 2);
            let sending = Sending { now: day.start().plus_seconds(hour * 3600), to, ..teapot("LV") };
            let options = options(&sending);
            assert!(options.iter().any(|option| option.service == Service::Express), "{to:?}");
            for option in &options {
                assert!(day < option.from && option.from <= option.to, "{to:?} {option:?}");
                assert!(calendar.works_on(option.from) && calendar.works_on(option.to), "{to:?} {option:?}");
            }
            let [standard, express] = [Service::Standard, Service::Express]
                .map(|service| options.iter().find(|option| option.service == service).unwrap());
            assert!(express.from <= standard.from && express.to <= standard.to, "{to:?} {options:?}");
        }
    }
}

proptest! {
    #[test]
    fn heavier_is_never_cheaper_and_later_never_comes_sooner(
        at in any::<prop::sample::Index>(), grams in 0..75_000_u32, more in 0..10_000_u32, goods in 0..20_000_i64,
        minutes in 0..1_000_000_i64, later in 0..20_000_i64, handling_days in 0..10_u32,
    ) {
        let to = *at.get(&served().collect::<Vec<_>>());
        let packet = Packet { grams, ..Packet::default() };
        let now = Day::parse("2026-01-01").unwrap().start().plus_seconds(minutes * 60);
        let first = Sending { goods: eur(goods), packet: Some(packet), to, now, handling_days, ..teapot("LV") };
        let packet = Packet { grams: grams + more, ..packet };
        let second = Sending { packet: Some(packet), now: now.plus_seconds(later * 60), ..first.clone() };
        let before = options(&first);
        prop_assert!(before.is_sorted_by_key(|option| option.price.minor));
        for after in options(&second) {
            let before = before.iter().find(|option| option.service == after.service).unwrap();
            prop_assert!(before.price.minor <= after.price.minor);
            prop_assert!(before.from <= after.from && before.to <= after.to);
        }
    }
}

#[test]
fn what_left_on_its_day_left_in_time_wherever_it_goes_and_on_time_is_not_for_ever() {
    for to in served() {
        let sending = Sending { to, ..teapot("LV") };
        for option in options(&sending) {
            let latest = leaves_at_latest(option.service, (sending.from, to), option.from).unwrap();
            assert!(sending.leaves() <= latest && latest < option.from, "{to:?} {option:?}: {latest}");
        }
    }
    // From Thursday to Monday's first working day on the way there is a weekend; what leaves on Friday comes on Monday too.
    let home = (Country::LATVIA, Country::LATVIA);
    let latest = |service, first| leaves_at_latest(service, home, Day::parse(first).unwrap()).map(|day| day.to_string());
    assert_eq!(latest(Service::Standard, "2026-11-20").as_deref(), Some("2026-11-19"));
    assert_eq!(latest(Service::Standard, "2026-11-23").as_deref(), Some("2026-11-20"));
    assert_eq!(latest(Service::Online, "2026-11-23"), None, "it leaves nothing");
}
