//! What is refused, and why.

use super::*;
use crate::contact::Email;
use OfferRefusal as Why;

/// What Ada is told of an offer with these limits, who has a mug for 20.00 in her cart.
fn told(limits: Limits) -> Option<OfferRefusal> {
    refusal(&weigh(&basket(&[(MUG, 2000, 1)]), &[Offer { limits, ..part(1, "10") }]), 1)
}

#[test]
fn an_offer_has_a_first_and_a_last_day() {
    let from = |when| told(Limits { from: Some(when), ..Limits::default() });
    let until = |when| told(Limits { until: Some(when), ..Limits::default() });
    let (today, tomorrow, yesterday) = (When::On(NOW.day), When::On(NOW.day.plus(1)), When::On(NOW.day.plus(-1)));
    assert_eq!((from(today), from(tomorrow)), (None, Some(Why::NotYet(tomorrow))));
    assert_eq!((until(today), until(yesterday)), (None, Some(Why::Over(yesterday))));
    let (now, soon) = (When::At(NOW.at), When::At(NOW.at.plus_seconds(1)));
    assert_eq!((from(now), from(soon)), (None, Some(Why::NotYet(soon))));
    assert_eq!((until(now), until(soon)), (Some(Why::Over(now)), None));
}

#[test]
fn an_offer_is_had_so_often_in_all_and_by_each() {
    let limits = Limits { in_all: Some(100), per_person: Some(1), ..Limits::default() };
    let told = |in_all, by_you| {
        let standing =
            Standing { offer: Offer { limits: limits.clone(), ..part(1, "10") }, used: Used { in_all, by_you, by_giver: false } };
        refusal(&best(&[standing], &basket(&[(MUG, 2000, 1)]), NOW, &|money| money), 1)
    };
    assert_eq!((told(99, 0), told(100, 0), told(100, 1)), (None, Some(Why::UsedUp), Some(Why::UsedByYou)));
}

#[test]
fn who_gives_a_code_to_friends_is_told_that_it_is_for_them() {
    let limits = Limits { first_order: true, per_person: Some(1), ..Limits::default() };
    let used = Used { by_giver: true, ..Used::default() };
    let standing = Standing { offer: Offer { limits, ..part(1, "10") }, used };
    assert_eq!(refusal(&best(&[standing], &basket(&[(MUG, 2000, 1)]), NOW, &|money| money), 1), Some(Why::ForFriends));
}

#[test]
fn what_is_missing_is_said() {
    assert_eq!(told(Limits { least: Some(eur(2000)), ..Limits::default() }), None);
    assert_eq!(told(Limits { least: Some(eur(3250)), ..Limits::default() }), Some(Why::TooLittle { missing: eur(1250) }));
    let cart = basket(&[(MUG, 2000, 1)]);
    let why = |offer| refusal(&weigh(&cart, &[offer]), 1);
    assert_eq!(why(buy_get(1, 2, 1)), Some(Why::TooFew { missing: 2 }));
    assert_eq!(why(gift(1, &[(9000, 1), (5000, 1)])), Some(Why::TooLittle { missing: eur(3000) }));
    assert_eq!(why(on(&[TEAPOT], part(1, "10"))), Some(Why::NothingOfIt));
    assert_eq!(why(gift(1, &[])), Some(Why::UsedUp));
    let coaster = BuyGet { buy: 1, get: 1, of: Some(Reach::Products([COASTER].into())), percent: percent("50"), times: None };
    assert_eq!(why(offer(1, Gives::BuyGet(coaster))), Some(Why::TooFew { missing: 1 }));
}

#[test]
fn a_sum_is_that_of_the_goods_an_offer_is_for() {
    let limits = Limits { least: Some(eur(3000)), ..Limits::default() };
    let cart = basket(&[(MUG, 2000, 1), (TEAPOT, 2000, 1)]);
    let best = weigh(&cart, &[Offer { limits, ..on(&[MUG], part(1, "10")) }]);
    assert_eq!(refusal(&best, 1), Some(Why::TooLittle { missing: eur(1000) }));
}

#[test]
fn an_offer_is_for_some_countries_and_first_orders() {
    let estonia = Country::parse("EE").unwrap();
    assert_eq!(told(Limits { countries: Some([estonia].into()), ..Limits::default() }), Some(Why::NotTo(Country::LATVIA)));
    assert_eq!(told(Limits { countries: Some([Country::LATVIA].into()), ..Limits::default() }), None);
    let first = Offer { limits: Limits { first_order: true, ..Limits::default() }, ..part(1, "10") };
    let known = Basket { ordered_before: true, ..basket(&[(MUG, 2000, 1)]) };
    assert_eq!(refusal(&weigh(&known, &[first]), 1), Some(Why::FirstOrderOnly));
    assert_eq!(told(Limits { first_order: true, ..Limits::default() }), None);
}

#[test]
fn adas_code_is_unknown_to_bob_like_one_that_does_not_exist() {
    let email = |text| Email::parse(text).unwrap();
    let limits = Limits { customers: Some(vec![email("ada@home.lv")]), ..Limits::default() };
    let adas = behind("ada", Offer { limits: limits.clone(), ..part(1, "10") });
    let mut cart = basket(&[(MUG, 2000, 1)]);
    cart.codes = vec![code("Ada"), code("nonsense"), code("nonsense")];
    for of in [None, Some(email("bob@home.lv"))] {
        cart.email = of;
        let best = weigh(&cart, std::slice::from_ref(&adas));
        assert_eq!([best.why_not(&code("ada")), best.why_not(&code("nonsense"))], [Some(&Why::Unknown); 2]);
        assert_eq!(best.left_out.len(), 2);
    }
    cart.email = Some(email("ADA@Home.lv"));
    assert_eq!(weigh(&cart, &[adas]).why_not(&code("ada")), None);
    // What is for others without a code is not spoken of.
    cart.email = None;
    assert_eq!(weigh(&cart, &[Offer { limits, ..part(1, "10") }]).left_out.len(), 2);
}

#[test]
fn a_code_nobody_typed_is_not_spoken_of() {
    let best = weigh(&basket(&[(MUG, 2000, 1)]), &[behind("spring", part(1, "10"))]);
    assert!(best.applied.is_empty() && best.left_out.is_empty());
}

#[test]
fn a_code_that_saves_no_more_does_not_go_with_what_is_applied() {
    let mut cart = basket(&[(MUG, 2000, 1)]);
    cart.codes = vec![code("spring"), code("summer")];
    let single = |text, offer| behind(text, beside(Together::OtherKinds, offer));
    let best = weigh(&cart, &[single("summer", off(2, 200)), single("spring", part(1, "10"))]);
    assert_eq!(best.why_not(&code("spring")), None);
    assert_eq!(best.why_not(&code("summer")), Some(&Why::NotWith(vec![OfferId(1)])));
}

#[test]
fn a_code_for_what_is_free_already_takes_nothing() {
    let mut cart = basket(&[(MUG, 2000, 1)]);
    cart.codes = vec![code("post")];
    let post = behind("post", offer(1, Gives::Delivery(None)));
    let best = weigh(&cart, &[post.clone(), offer(2, Gives::Delivery(None))]);
    assert_eq!(best.why_not(&code("post")), Some(&Why::NothingToTake(vec![OfferId(2)])));
    cart.delivery = Some(eur(0));
    assert_eq!(weigh(&cart, &[post]).why_not(&code("post")), Some(&Why::NothingToTake(Vec::new())));
}

#[test]
fn nothing_is_off_an_empty_cart() {
    let best = weigh(&basket(&[]), &[part(1, "10"), offer(2, Gives::Delivery(None)), gift(3, &[(0, 100)])]);
    assert_eq!((best.applied.len(), best.saved(), best.left_out.len()), (0, eur(0), 3));
}
