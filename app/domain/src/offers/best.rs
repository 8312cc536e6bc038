//! The choice: which of the offers that apply are given.
//!
//! What counts is the money saved; gifts decide only where that is equal, so that one more offer never makes anybody pay
//! more. Of what is equal in both, that is taken which needs the fewest codes: what is not needed is kept for another order.

use std::cmp::Reverse;

use super::fill::{Amount, fill};
use super::open::open;
use super::takes::{Take, take};
use super::told::{Applied, Best, LeftOut};
use super::{Basket, Convert, Kind, Now, Offer, OfferRefusal, Standing, Together};
use crate::ids::OfferId;

/// The best for the shopper of the offers that stand: those without a code, and those whose code was typed.
///
/// The order of `standing` does not matter.
pub fn best(standing: &[Standing], basket: &Basket, now: Now, convert: Convert) -> Best {
    let mut asked: Vec<&Standing> = standing.iter().filter(|one| basket.asks_for(&one.offer)).collect();
    // What is taken off a line is first ascribed to offers without a code, so that no code is used up for nothing.
    asked.sort_by_key(|one| (one.offer.code.is_some(), one.offer.id));
    let (mut ways, mut left_out) = (Vec::new(), Vec::new());
    for one in asked {
        match open(one, basket, now, convert).and_then(|()| take(&one.offer, basket, convert)) {
            Ok(take) => ways.push(Candidate { offer: &one.offer, take }),
            Err(OfferRefusal::Unknown) if one.offer.code.is_none() => {}
            Err(why) => left_out.push(LeftOut { offer: Some(one.offer.id), code: one.offer.code.clone(), why }),
        }
    }
    left_out.extend(basket.unknown(standing));
    let choice = Choice::of(&ways, basket);
    choice.told(&ways, basket, left_out)
}

/// An offer that applies, and what it takes alone.
struct Candidate<'a> {
    offer: &'a Offer,
    take: Take,
}

/// What a set of offers comes to: the money saved, then the worth of gifts.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Value {
    saved: i64,
    gifts: i64,
}

/// Some of the candidates, by their places, in their order.
#[derive(Clone, Default)]
struct Group {
    members: Vec<usize>,
    value: Value,
}

/// All that was considered, and what was chosen.
struct Choice {
    /// Of each kind, those that go with all.
    all: Vec<Group>,
    /// Of each kind, the best.
    kinds: Vec<Group>,
    /// What is given.
    chosen: Group,
}

impl Basket {
    fn asks_for(&self, offer: &Offer) -> bool {
        offer.code.as_ref().is_none_or(|code| self.codes.contains(code))
    }

    /// The typed codes no offer is behind, each once.
    fn unknown(&self, standing: &[Standing]) -> Vec<LeftOut> {
        let is_known = |code| standing.iter().any(|one| one.offer.code.as_ref() == Some(code));
        let unknown = self.codes.iter().enumerate().filter(|(at, code)| !is_known(code) && !self.codes[..*at].contains(code));
        unknown.map(|(_, code)| LeftOut { offer: None, code: Some(code.clone()), why: OfferRefusal::Unknown }).collect()
    }
}

impl Value {
    fn of(ways: &[Candidate], members: &[usize], basket: &Basket) -> Self {
        let saved = match members {
            [one] => ways[*one].take.minor(),
            _ => ascribed(ways, members, basket).iter().map(Share::minor).sum(),
        };
        Self { saved, gifts: members.iter().map(|one| ways[*one].take.worth()).sum() }
    }

    fn plus(self, other: Self) -> Self {
        Self { saved: self.saved + other.saved, gifts: self.gifts + other.gifts }
    }
}

impl Group {
    fn of(ways: &[Candidate], members: Vec<usize>, basket: &Basket) -> Self {
        Self { value: Value::of(ways, &members, basket), members }
    }

    /// Better first by value; then something before nothing, fewer codes, fewer offers, and the oldest.
    fn rank(&self, ways: &[Candidate]) -> impl Ord + use<> {
        let codes = self.members.iter().filter(|one| ways[**one].offer.code.is_some()).count();
        let first: Option<OfferId> = self.members.iter().map(|one| ways[*one].offer.id).min();
        (self.value, !self.members.is_empty(), Reverse(codes), Reverse(self.members.len()), Reverse(first))
    }
}

impl Choice {
    fn of(ways: &[Candidate], basket: &Basket) -> Self {
        let those = |together, kind| {
            let fits = move |one: &&usize| ways[**one].offer.together == together && ways[**one].offer.kind() == kind;
            let places: Vec<usize> = (0..ways.len()).collect();
            places.iter().filter(fits).copied().collect::<Vec<_>>()
        };
        let best = |groups: Vec<Group>| groups.into_iter().max_by_key(|group| group.rank(ways)).unwrap_or_default();
        let single = |one: usize| Group::of(ways, vec![one], basket);
        let all: Vec<Group> = Kind::ALL.iter().map(|kind| Group::of(ways, those(Together::All, *kind), basket)).collect();
        let of_kind = |(kind, all): (&Kind, &Group)| {
            let others = those(Together::OtherKinds, *kind).into_iter().map(single);
            best(others.chain([all.clone()]).collect())
        };
        let kinds: Vec<Group> = Kind::ALL.iter().zip(&all).map(of_kind).collect();
        let beside = kinds.iter().fold(Group::default(), |sum, kind| Group {
            members: [sum.members, kind.members.clone()].concat(),
            value: sum.value.plus(kind.value),
        });
        let alone = Kind::ALL.iter().flat_map(|kind| those(Together::Alone, *kind)).map(single);
        let chosen = best(alone.chain([beside]).collect());
        Self { all, kinds, chosen }
    }

    /// The most that is saved with an offer that was not chosen.
    fn with(&self, candidate: &Candidate) -> i64 {
        let kind = Kind::ALL.iter().position(|kind| *kind == candidate.offer.kind()).unwrap_or(0);
        let others = self.kinds.iter().enumerate().filter(|(at, _)| *at != kind).map(|(_, group)| group.value.saved).sum::<i64>();
        match candidate.offer.together {
            Together::Alone => candidate.take.minor(),
            Together::OtherKinds => candidate.take.minor() + others,
            Together::All => self.all[kind].value.saved + others,
        }
    }

    fn told(self, ways: &[Candidate], basket: &Basket, mut left_out: Vec<LeftOut>) -> Best {
        let mut members = self.chosen.members.clone();
        members.sort_unstable();
        let shares = ascribed(ways, &members, basket);
        let (given, idle): (Vec<_>, Vec<_>) =
            members.iter().zip(&shares).partition(|(one, share)| share.minor() > 0 || ways[**one].gives_otherwise(basket));
        let applied: Vec<Applied> = given.iter().map(|(one, share)| ways[**one].applied(share, basket)).collect();
        let of_kind = |kind: Option<Kind>| {
            let fits = |one: &&Offer| kind.is_none_or(|kind| one.kind() == kind);
            given.iter().map(|(one, _)| ways[**one].offer).filter(fits).map(|offer| offer.id).collect::<Vec<_>>()
        };
        let out = |one: usize, why| LeftOut { offer: Some(ways[one].offer.id), code: ways[one].offer.code.clone(), why };
        left_out.extend(idle.iter().map(|(one, _)| {
            let by = of_kind(Some(ways[**one].offer.kind()));
            out(**one, OfferRefusal::NothingToTake(by))
        }));
        let alone = members.iter().any(|one| ways[*one].offer.together == Together::Alone);
        for one in (0..ways.len()).filter(|one| !members.contains(one)) {
            let offer = ways[one].offer;
            let by = of_kind(if alone || offer.together == Together::Alone { None } else { Some(offer.kind()) });
            let more = self.chosen.value.saved - self.with(&ways[one]);
            let more = basket.money(more);
            left_out.push(out(one, if more.minor > 0 { OfferRefusal::Outdone { by, more } } else { OfferRefusal::NotWith(by) }));
        }
        left_out.sort_by(|one, other| (one.offer, &one.code).cmp(&(other.offer, &other.code)));
        sum_up(applied, left_out, &shares, basket)
    }
}

fn sum_up(applied: Vec<Applied>, left_out: Vec<LeftOut>, shares: &[Share], basket: &Basket) -> Best {
    let off = |at: usize| shares.iter().map(|share| share.lines.get(at).copied().unwrap_or(0)).sum::<i64>();
    let lines: Vec<_> = basket.wares.iter().enumerate().map(|(at, ware)| (ware.line, basket.money(off(at)))).collect();
    let goods = basket.money(lines.iter().map(|(_, off)| off.minor).sum());
    let delivery = basket.money(shares.iter().map(|share| share.delivery).sum());
    Best { applied, left_out, lines, goods, delivery }
}

impl Candidate<'_> {
    /// Whether it gives what is not money, or not yet.
    fn gives_otherwise(&self, basket: &Basket) -> bool {
        match self.take {
            Take::Gift(_) => true,
            Take::Delivery(_) => basket.delivery.is_none(),
            Take::Lines(_) | Take::Amount(..) => false,
        }
    }

    fn applied(&self, share: &Share, basket: &Basket) -> Applied {
        let taken = basket.wares.iter().zip(&share.lines).filter(|(_, off)| **off > 0);
        Applied {
            offer: self.offer.id,
            code: self.offer.code.clone(),
            lines: taken.map(|(ware, off)| (ware.line, basket.money(*off))).collect(),
            delivery: basket.money(share.delivery),
            gift: if let Take::Gift(gift) = &self.take { Some(gift.clone()) } else { None },
        }
    }
}

/// What one of several offers takes beside the others; `lines` is empty for one that is not of goods.
#[derive(Default)]
struct Share {
    lines: Vec<i64>,
    delivery: i64,
}

impl Share {
    fn minor(&self) -> i64 {
        self.lines.iter().sum::<i64>() + self.delivery
    }
}

/// What each of some offers takes beside the others, in their order.
fn ascribed(ways: &[Candidate], members: &[usize], basket: &Basket) -> Vec<Share> {
    let mut room = basket.totals();
    let mut delivery = basket.delivery.map_or(0, |delivery| delivery.minor.max(0));
    let mut shares: Vec<Share> = Vec::new();
    let mut amounts = Vec::new();
    for (at, one) in members.iter().enumerate() {
        let mut share = Share::default();
        match &ways[*one].take {
            Take::Lines(lines) => {
                share.lines = lines.iter().zip(&room).map(|(off, room)| *off.min(room)).collect();
                room.iter_mut().zip(&share.lines).for_each(|(room, off)| *room -= off);
            }
            Take::Delivery(minor) => {
                share.delivery = delivery.min(*minor);
                delivery -= share.delivery;
            }
            Take::Amount(minor, reached) => {
                amounts.push((at, Amount { minor: *minor, reaches: reached.iter().map(|price| *price > 0).collect() }));
            }
            Take::Gift(_) => {}
        }
        shares.push(share);
    }
    let (places, amounts): (Vec<usize>, Vec<Amount>) = amounts.into_iter().unzip();
    for (at, lines) in places.into_iter().zip(fill(&amounts, room, basket.currency)) {
        shares[at].lines = lines;
    }
    shares
}
