//! What holds for all offers: checked against every allowed subset, added up by another rule.

use proptest::prelude::*;

use super::*;
use crate::offers::takes::{Take, take};

fn products() -> impl Strategy<Value = Reach> {
    let some = prop::collection::btree_set((1_i64..4).prop_map(ProductId), 1..3).prop_map(Reach::Products);
    prop_oneof![Just(Reach::Everything), some, Just(Reach::Categories([POTS].into()))]
}

fn gives() -> impl Strategy<Value = Gives> {
    let rate = || prop_oneof![0_u32..3000, Just(10_000)].prop_map(Percent::from_hundredths);
    let deal = (1_u32..3, 1_u32..3, prop::option::of(products()), rate(), prop::option::of(1_u32..3));
    let tiers = prop::collection::vec((0_i64..9000, 0_i64..3), 1..3);
    prop_oneof![
        (0_i64..4000).prop_map(|minor| Gives::Amount(eur(minor))),
        (0_i64..4000).prop_map(|minor| Gives::Amount(eur(minor))),
        rate().prop_map(Gives::Percent),
        deal.prop_map(|(buy, get, of, percent, times)| Gives::BuyGet(BuyGet { buy, get, of, percent, times })),
        prop::option::of((0_i64..600).prop_map(eur)).prop_map(Gives::Delivery),
        tiers.prop_map(|tiers| gift(0, &tiers).gives),
    ]
}

/// Offers with ids from 1, every third kind of which lets no other in; some behind a code that was typed.
fn offers(most: usize) -> impl Strategy<Value = Vec<Offer>> {
    let together = prop_oneof![4 => Just(Together::All), 2 => Just(Together::OtherKinds), 1 => Just(Together::Alone)];
    let one = (gives(), products(), together, prop::option::weighted(0.2, 0_i64..6000), any::<bool>());
    prop::collection::vec(one, 0..=most).prop_map(|all| {
        let made = (1..).zip(all).map(|(id, (gives, reach, together, least, typed))| Offer {
            code: typed.then(|| code("typed")),
            limits: Limits { least: least.map(eur), ..Limits::default() },
            reach,
            together,
            ..offer(id, gives)
        });
        made.collect()
    })
}

fn baskets() -> impl Strategy<Value = Basket> {
    let goods = prop::collection::vec(((1_i64..4).prop_map(ProductId), 0_i64..3000, 1_u32..3), 1..5);
    (goods, prop::option::weighted(0.9, 0_i64..900)).prop_map(|(goods, delivery)| Basket {
        delivery: delivery.map(eur),
        codes: vec![code("typed")],
        ..basket(&goods)
    })
}

/// What is saved, and what gifts are worth.
fn value(best: &Best) -> (i64, i64) {
    (best.saved().minor, best.applied.iter().filter_map(|applied| applied.gift.as_ref()).map(|gift| gift.worth.minor).sum())
}

/// The best of all allowed subsets, one by one.
fn slowly(basket: &Basket, offers: &[Offer]) -> (i64, i64) {
    let alone = |offer: &Offer| weigh(basket, std::slice::from_ref(offer)).applied.len() == 1;
    let applying: Vec<(&Offer, Take)> = offers
        .iter()
        .filter(|offer| alone(offer))
        .filter_map(|offer| Some((offer, take(offer, basket, &basket.reached(&offer.reach), &|money| money).ok()?)))
        .collect();
    let allowed = |set: &[&(&Offer, Take)]| (0..set.len()).all(|one| (0..one).all(|other| set[one].0.goes_with(set[other].0)));
    let sets = (0_u32..1 << applying.len()).map(|bits| picked(&applying, bits)).filter(|set| allowed(set));
    sets.map(|set| worth(basket, &set)).max().unwrap_or_default()
}

fn picked<T>(all: &[T], bits: u32) -> Vec<&T> {
    all.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, one)| one).collect()
}

/// What a set comes to: parts of prices add up to what a line costs, and amounts take what the tightest cut lets through.
fn worth(basket: &Basket, set: &[&(&Offer, Take)]) -> (i64, i64) {
    let (mut room, mut delivery, mut gifts, mut amounts) = (basket.totals(), 0, 0, Vec::new());
    for (_, take) in set {
        match take {
            Take::Lines(lines) => room.iter_mut().zip(lines).for_each(|(room, off)| *room -= off),
            Take::Amount(minor, reached) => amounts.push((*minor, reached)),
            Take::Delivery(minor) => delivery += minor,
            Take::Gift(gift) => gifts += gift.worth.minor,
        }
    }
    room.iter_mut().for_each(|room| *room = (*room).max(0));
    let cut = |bits: u32| {
        let inside = picked(&amounts, bits);
        let outside: i64 = picked(&amounts, !bits).iter().map(|(minor, _)| minor).sum();
        let reached = |line: &usize| inside.iter().any(|(_, reached)| reached[*line] > 0);
        outside + (0..room.len()).filter(reached).map(|line| room[line]).sum::<i64>()
    };
    let flow = (0..1 << amounts.len()).map(cut).min().unwrap_or(0);
    let before: i64 = basket.totals().iter().sum();
    let costs = basket.delivery.map_or(0, |delivery| delivery.minor);
    (before - room.iter().sum::<i64>() + flow + delivery.min(costs), gifts)
}

proptest! {
    #[test]
    fn nothing_costs_less_than_nothing_and_the_parts_are_the_whole(basket in baskets(), offers in offers(12)) {
        let best = weigh(&basket, &offers);
        for (total, (line, off)) in basket.totals().into_iter().zip(&best.lines) {
            prop_assert!((0..=total).contains(&off.minor));
            let each = best.applied.iter().flat_map(|applied| &applied.lines).filter(|(of, _)| of == line);
            prop_assert_eq!(each.map(|(_, off)| off.minor).sum::<i64>(), off.minor);
        }
        prop_assert_eq!(lines(&best).iter().sum::<i64>(), best.goods.minor);
        prop_assert!(best.delivery.minor <= basket.delivery.map_or(0, |delivery| delivery.minor));
        prop_assert_eq!(best.applied.iter().map(|applied| applied.saved().minor).sum::<i64>(), best.saved().minor);
        // Every offer is answered, and the code too if none is behind it.
        let unknown = usize::from(offers.iter().all(|offer| offer.code.is_none()));
        prop_assert_eq!(best.applied.len() + best.left_out.len(), offers.len() + unknown);
    }

    #[test]
    fn nothing_allowed_is_better(basket in baskets(), offers in offers(7)) {
        prop_assert_eq!(value(&weigh(&basket, &offers)), slowly(&basket, &offers));
    }

    #[test]
    fn what_is_given_goes_together_and_no_single_offer_is_better(basket in baskets(), offers in offers(20)) {
        let best = weigh(&basket, &offers);
        let of = |id: OfferId| offers.iter().find(|offer| offer.id == id).unwrap();
        for one in &best.applied {
            for other in best.applied.iter().filter(|other| other.offer != one.offer) {
                prop_assert!(of(one.offer).goes_with(of(other.offer)));
            }
        }
        for offer in &offers {
            prop_assert!(value(&weigh(&basket, std::slice::from_ref(offer))) <= value(&best));
        }
    }

    #[test]
    fn one_more_offer_never_makes_anybody_pay_more(basket in baskets(), offers in offers(20)) {
        for many in 1..=offers.len() {
            prop_assert!(value(&weigh(&basket, &offers[..many - 1])) <= value(&weigh(&basket, &offers[..many])));
        }
    }

    #[test]
    fn an_offer_reads_back_as_it_was_written(offers in offers(3)) {
        let text = serde_json::to_string(&offers).unwrap();
        prop_assert_eq!(serde_json::from_str::<Vec<Offer>>(&text).unwrap(), offers);
    }

    #[test]
    fn the_order_of_offers_does_not_matter(
        basket in baskets(),
        (offers, mixed) in offers(12).prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
    ) {
        prop_assert_eq!(weigh(&basket, &offers), weigh(&basket, &mixed));
    }

    #[test]
    fn as_many_as_can_be_are_had_for_less_and_the_cheapest(
        basket in baskets(),
        (bought, of) in (products(), products()),
        (buy, get, times) in (0_u32..4, 1_u32..4, prop::option::of(1_u32..3)),
    ) {
        let deal = BuyGet { buy, get, of: Some(of.clone()), percent: percent("100"), times };
        let offer = Offer { reach: bought.clone(), ..offer(1, Gives::BuyGet(deal)) };
        let units: Vec<&Ware> = basket.wares.iter().flat_map(|ware| vec![ware; ware.count as usize]).collect();
        let fits = |bits: &u32| {
            let less = bits.count_ones();
            let needed = less.div_ceil(get) * buy;
            let paid = picked(&units, !bits).iter().filter(|ware| bought.has(ware)).count();
            picked(&units, *bits).iter().all(|ware| of.has(ware)) && paid >= needed as usize && times.is_none_or(|times| less <= times * get)
        };
        let price = |bits: u32| picked(&units, bits).iter().map(|ware| ware.unit.minor).sum::<i64>();
        let chosen = (0..1 << units.len()).filter(fits).map(|bits: u32| (bits.count_ones(), -price(bits))).max();
        let taken = take(&offer, &basket, &basket.reached(&offer.reach), &|money| money).map_or(0, |take| take.minor());
        prop_assert_eq!(taken, chosen.map_or(0, |(_, price)| -price));
    }

    #[test]
    fn a_part_of_many_lines_is_the_part_of_their_sum(units in prop::collection::vec(0..Money::MOST, 1..100), rate in 0_u32..=10_000) {
        let goods: Vec<_> = units.iter().map(|unit| (MUG, *unit, 999)).collect();
        let rate = Percent::from_hundredths(rate);
        let best = weigh(&basket(&goods), &[offer(1, Gives::Percent(rate))]);
        prop_assert_eq!(best.goods, rate.of(eur(units.iter().sum::<i64>() * 999)));
    }
}
