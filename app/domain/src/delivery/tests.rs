use proptest::prelude::*;

use super::*;

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn country(code: &str) -> Country {
    Country::parse(code).unwrap()
}

/// Goods of 10 euros and a kilogram, paid at noon in Riga on Thursday, 2026-11-19.
fn teapot(to: &str) -> Sending {
    Sending {
        goods: eur(1000),
        packet: Packet { grams: 1000, millilitres: 0, longest_mm: 0 },
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

fn days(option: &DeliveryOption) -> (String, String) {
    (option.from.to_string(), option.to.to_string())
}

#[test]
fn nobody_delivers_to_antarctica() {
    assert_eq!(options(&teapot("AQ")), []);
    assert_eq!(free_from(country("AQ")), None);
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
    let sofa = Packet { grams: 45_000, millilitres: 340_000, longest_mm: 1700 };
    assert_eq!(services(&Sending { packet: sofa, ..teapot("DE") }), [Service::Standard]);
    assert_eq!(services(&Sending { packet: Packet { longest_mm: 9000, ..sofa }, ..teapot("DE") }), []);
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
    assert_eq!(until_free(eur(5000), Country::LATVIA), Some(eur(1000)));
    assert_eq!(until_free(eur(7000), Country::LATVIA), Some(eur(0)));
    assert_eq!(until_free(eur(5000), country("JP")), None);
    assert_eq!(until_free(Money::new(9_000, Currency::parse("JPY").unwrap()), Country::LATVIA), None);
    assert_eq!(free_from(country("GB")), Some(eur(12_000)));
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
fn a_price_in_another_currency_keeps_its_dates() {
    let option = way(&teapot("JP"), Service::Standard);
    let yen = Money::new(2_800, Currency::parse("JPY").unwrap());
    let told = option.clone().exchanged(|price| if price == eur(1690) { yen } else { price });
    assert_eq!((told.price, told.from, told.to), (yen, option.from, option.to));
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
        let first = Sending { goods: eur(goods), packet, to, now, shop_offset_minutes: 120, handling_days };
        let packet = Packet { grams: grams + more, ..packet };
        let second = Sending { packet, now: now.plus_seconds(later * 60), ..first };
        let before = options(&first);
        prop_assert!(before.is_sorted_by_key(|option| option.price.minor));
        for after in options(&second) {
            let before = before.iter().find(|option| option.service == after.service).unwrap();
            prop_assert!(before.price.minor <= after.price.minor);
            prop_assert!(before.from <= after.from && before.to <= after.to);
        }
    }
}
