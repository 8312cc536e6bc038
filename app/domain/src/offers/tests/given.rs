//! What is given.

use super::*;

#[test]
fn ten_percent_of_three_prices_is_ten_percent_of_their_sum() {
    let best = weigh(&basket(&[(MUG, 333, 1), (TEAPOT, 333, 1), (COASTER, 333, 1)]), &[part(1, "10")]);
    assert_eq!((best.goods, lines(&best)), (eur(100), vec![34, 33, 33]));
}

#[test]
fn an_amount_is_spread_by_price_and_is_no_more_than_the_goods() {
    let cart = basket(&[(MUG, 2000, 1), (TEAPOT, 3000, 2)]);
    assert_eq!(lines(&weigh(&cart, &[off(1, 1000)])), [250, 750]);
    assert_eq!(lines(&weigh(&cart, &[off(1, 9_000_000)])), [2000, 6000]);
}

#[test]
fn an_offer_on_the_kitchen_is_one_on_pots_too() {
    let in_category = |category| Offer { reach: Reach::Categories([category].into()), ..part(1, "50") };
    let cart = basket(&[(MUG, 2000, 1), (TEAPOT, 3000, 1)]);
    assert_eq!(lines(&weigh(&cart, &[in_category(KITCHEN)])), [1000, 1500]);
    assert_eq!(lines(&weigh(&cart, &[in_category(POTS)])), [0, 1500]);
}

#[test]
fn a_gift_card_is_made_no_cheaper_and_counts_for_no_sum() {
    let mut cart = basket(&[(MUG, 2000, 1), (TEAPOT, 5000, 1)]);
    cart.wares[1].gift_card = true;
    let limits = Limits { least: Some(eur(3000)), ..Limits::default() };
    let best = weigh(&cart, &[part(1, "10"), Offer { limits, ..part(2, "20") }]);
    assert_eq!((lines(&best), refusal(&best, 2)), (vec![200, 0], Some(OfferRefusal::TooLittle { missing: eur(1000) })));
}

#[test]
fn of_three_the_cheapest_is_free() {
    let cart = basket(&[(MUG, 2000, 1), (TEAPOT, 3000, 1), (COASTER, 500, 4)]);
    assert_eq!(lines(&weigh(&cart, &[buy_get(1, 2, 1)])), [0, 0, 1000]);
    assert_eq!(lines(&weigh(&cart, &[on(&[MUG, TEAPOT], buy_get(1, 1, 1))])), [2000, 0, 0]);
    let once = BuyGet { buy: 2, get: 1, of: None, percent: percent("50"), times: Some(1) };
    assert_eq!(lines(&weigh(&cart, &[offer(1, Gives::BuyGet(once))])), [0, 0, 250]);
}

#[test]
fn with_a_teapot_two_coasters_cost_half() {
    let of = Some(Reach::Products([COASTER].into()));
    let deal = BuyGet { buy: 1, get: 2, of, percent: percent("50"), times: None };
    let cart = basket(&[(TEAPOT, 3000, 1), (COASTER, 501, 3)]);
    let best = weigh(&cart, &[on(&[TEAPOT], offer(1, Gives::BuyGet(deal)))]);
    assert_eq!(lines(&best), [0, 501]);
}

#[test]
fn free_delivery_gives_what_delivery_costs_and_no_more() {
    let mut cart = basket(&[(MUG, 2000, 1)]);
    let up_to = |most| offer(2, Gives::Delivery(most));
    assert_eq!(weigh(&cart, &[offer(1, Gives::Delivery(None)), up_to(None)]).delivery, eur(490));
    assert_eq!(weigh(&cart, &[up_to(Some(eur(300)))]).delivery, eur(300));
    cart.delivery = None;
    let best = weigh(&cart, &[up_to(None)]);
    assert_eq!((given(&best), best.saved()), (vec![(2, 0)], eur(0)));
}

#[test]
fn the_gift_is_that_of_the_highest_tier_and_the_meter_says_what_the_next_one_takes() {
    let mug_then_pot = gift(1, &[(9000, 3000), (5000, 1200)]);
    let best = weigh(&basket(&[(MUG, 2600, 3)]), std::slice::from_ref(&mug_then_pot));
    let worth = best.applied[0].gift.as_ref().map(|gift| gift.worth);
    assert_eq!((worth, best.saved()), (Some(eur(1200)), eur(0)));

    let told = |minor| metered(&basket(&[(MUG, minor, 1)]), &mug_then_pot).unwrap();
    let (none, one, both) = (told(3800), told(7800), told(9000));
    assert_eq!((none.reached, none.next, none.percent()), (None, Some((1, eur(1200))), 42));
    assert_eq!((one.reached, one.next, one.percent()), (Some(1), Some((0, eur(1200))), 86));
    assert_eq!((both.reached, both.next, both.percent()), (Some(0), None, 100));
    assert_eq!(metered(&basket(&[]), &off(1, 1)), None);
}

#[test]
fn nobody_is_promised_a_mug_they_cannot_have() {
    let cart = basket(&[(TEAPOT, 3000, 1)]);
    let mug = gift(1, &[(5000, 1200)]);
    let with = |limits| metered(&cart, &Offer { limits, ..mug.clone() });
    assert_eq!(with(Limits { until: Some(When::On(NOW.day.plus(-1))), ..Limits::default() }), None);
    assert_eq!(with(Limits { countries: Some([].into()), ..Limits::default() }), None);
    assert_eq!(metered(&cart, &behind("mug", mug.clone())), None);
    let next = |meter: Option<Meter>| meter.unwrap().next;
    assert_eq!(next(with(Limits { least: Some(eur(6000)), ..Limits::default() })), Some((0, eur(3000))));
    assert_eq!(next(metered(&cart, &on(&[MUG], mug))), Some((0, eur(5000))));
}

#[test]
fn a_gift_that_is_gone_is_passed_over() {
    let mut mug_then_pot = gift(1, &[(1000, 1200), (2000, 3000)]);
    let Gives::Gift(tiers) = &mut mug_then_pot.gives else { panic!("a gift") };
    tiers[1].variants.clear();
    let cart = basket(&[(MUG, 2500, 1)]);
    let best = weigh(&cart, std::slice::from_ref(&mug_then_pot));
    assert_eq!(best.applied[0].gift.as_ref().map(|gift| gift.worth), Some(eur(1200)));
    assert_eq!(metered(&cart, &mug_then_pot).unwrap().next, None);
}

#[test]
fn offers_that_go_together_add_up_until_a_line_costs_nothing() {
    let cart = basket(&[(MUG, 2000, 1), (TEAPOT, 3000, 1)]);
    let best = weigh(&cart, &[part(1, "20"), part(2, "10"), on(&[MUG], part(3, "90"))]);
    assert_eq!((lines(&best), given(&best)), (vec![2000, 900], vec![(1, 1000), (2, 500), (3, 1400)]));
}

#[test]
fn an_amount_seeks_what_the_others_have_left() {
    let cart = basket(&[(MUG, 1000, 1), (TEAPOT, 3000, 1)]);
    assert_eq!(lines(&weigh(&cart, &[on(&[MUG], part(2, "100")), off(1, 800)])), [1000, 800]);
    // The first takes from both; it makes way where the second has nowhere else to go.
    assert_eq!(lines(&weigh(&cart, &[off(1, 3000), on(&[MUG], off(2, 1000))])), [1000, 3000]);
}

#[test]
fn of_offers_that_exclude_each_other_the_best_is_given() {
    let cart = basket(&[(MUG, 2000, 1), (TEAPOT, 3000, 1)]);
    let free = offer(4, Gives::Delivery(None));
    let single = beside(Together::OtherKinds, part(3, "15"));
    let alone = beside(Together::Alone, off(5, 1200));
    let best = weigh(&cart, &[part(1, "10"), off(2, 200), single, free, alone]);
    assert_eq!(given(&best), [(3, 750), (4, 490)]);
    let outdone = |by: &[i64], more| OfferRefusal::Outdone { by: by.iter().map(|id| OfferId(*id)).collect(), more: eur(more) };
    assert_eq!(refusal(&best, 1), Some(outdone(&[3], 50)));
    assert_eq!(refusal(&best, 5), Some(outdone(&[3, 4], 40)));
}

#[test]
fn a_gift_never_costs_the_shopper_money() {
    let mug = beside(Together::Alone, gift(1, &[(0, 9900)]));
    assert_eq!(given(&weigh(&basket(&[(TEAPOT, 3000, 1)]), &[mug.clone(), off(2, 1)])), [(2, 1)]);
    assert_eq!(given(&weigh(&basket(&[(TEAPOT, 3000, 1)]), &[mug, gift(2, &[(0, 1200)])])), [(1, 0)]);
}

#[test]
fn a_code_that_is_not_needed_is_kept_for_another_order() {
    let mut cart = basket(&[(MUG, 2000, 1)]);
    cart.codes = vec![code("spring")];
    let single = |offer| beside(Together::OtherKinds, offer);
    assert_eq!(given(&weigh(&cart, &[behind("spring", single(part(1, "10"))), single(part(2, "10"))])), [(2, 200)]);
    assert_eq!(
        given(&weigh(&cart, &[behind("spring", offer(1, Gives::Delivery(None))), offer(2, Gives::Delivery(None))])),
        [(2, 490)]
    );
}

#[test]
fn of_equals_those_that_go_together_are_given_unless_they_need_a_code() {
    let mut cart = basket(&[(MUG, 2000, 1)]);
    cart.codes = vec![code("spring")];
    let alone = beside(Together::Alone, off(1, 200));
    assert_eq!(given(&weigh(&cart, &[alone.clone(), part(2, "10")])), [(2, 200)]);
    assert_eq!(given(&weigh(&cart, &[alone.clone(), behind("spring", part(2, "10"))])), [(1, 200)]);
    assert_eq!(given(&weigh(&cart, &[alone])), [(1, 200)]);
}

#[test]
fn forints_and_rappen_stay_payable() {
    for (code, step) in [("HUF", 100), ("CHF", 5)] {
        let mut cart = basket(&[(MUG, 333 * step, 1), (TEAPOT, 777 * step, 3), (COASTER, 19 * step, 1)]);
        cart.currency = Currency::parse(code).unwrap();
        let best = weigh(&cart, &[part(1, "7.77"), off(2, 50 * step)]);
        assert!(best.goods.minor > 0 && lines(&best).iter().all(|minor| minor % step == 0), "{best:?}");
    }
}

#[test]
fn amounts_are_of_the_shops_currency_and_what_is_off_is_of_the_shoppers() {
    let limits = Limits { least: Some(eur(1000)), ..Limits::default() };
    let ten = Offer { limits, ..off(1, 100) };
    let in_yen = |minor| {
        let mut cart = basket(&[(MUG, minor, 1)]);
        cart.currency = Currency::parse("JPY").unwrap();
        best(&unused(std::slice::from_ref(&ten)), &cart, NOW, &|money| Money::new(money.minor * 2, cart.currency))
    };
    assert_eq!(in_yen(2000).goods.plain(), "200");
    let missing = Money::new(1, in_yen(1999).goods.currency);
    assert_eq!(refusal(&in_yen(1999), 1), Some(OfferRefusal::TooLittle { missing }));
}
