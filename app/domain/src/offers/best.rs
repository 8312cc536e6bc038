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
        let reached = basket.reached(&one.offer.reach);
        let applies = open(one, basket, &reached, now, convert);
        match applies.and_then(|()| take(&one.offer, basket, &reached, convert)) {
            Ok(take) => ways.push(Candidate { offer: &one.offer, take }),
            Err(OfferRefusal::Unknown) if one.offer.code.is_none() => {}
            Err(why) => left_out.push(LeftOut { offer: Some(one.offer.id), code: one.offer.code.clone(), why }),
        }
    }
    left_out.extend(basket.unknown(standing));
    Choice::of(&ways, basket).told(&ways, basket, left_out)
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
    /// What each takes beside the others; empty for a single one, of which it is asked only if it is chosen.
    shares: Vec<Share>,
}

/// All that was considered, and what was chosen.
struct Choice {
    /// Of each kind, what those are worth that go with all.
    all: Vec<Value>,
    /// Of each kind, what the best are worth.
    kinds: Vec<Value>,
    /// What is given.
    chosen: Vec<Group>,
}

impl Basket {
    /// Whether an offer is without a code, or its code was typed.
    pub(super) fn asks_for(&self, offer: &Offer) -> bool {
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
    fn plus(self, other: Self) -> Self {
        Self { saved: self.saved + other.saved, gifts: self.gifts + other.gifts }
    }
}

impl Group {
    fn of(ways: &[Candidate], members: Vec<usize>, basket: &Basket) -> Self {
        let (shares, saved) = match members[..] {
            [one] => (Vec::new(), ways[one].take.minor()),
            _ => {
                let shares = ascribed(ways, &members, basket);
                let saved = shares.iter().map(Share::minor).sum();
                (shares, saved)
            }
        };
        let gifts = members.iter().map(|one| ways[*one].take.worth()).sum();
        Self { members, value: Value { saved, gifts }, shares }
    }

    /// How many of them are behind a code.
    fn codes(&self, ways: &[Candidate]) -> usize {
        self.members.iter().filter(|one| ways[**one].offer.code.is_some()).count()
    }

    /// Each of them, and what it takes.
    fn taken(self, ways: &[Candidate], basket: &Basket) -> Vec<(usize, Share)> {
        let shares = if self.shares.is_empty() { ascribed(ways, &self.members, basket) } else { self.shares };
        self.members.into_iter().zip(shares).collect()
    }

    /// Better first by value; then something before nothing, fewer codes, fewer offers, and the oldest.
    fn rank(&self, ways: &[Candidate]) -> impl Ord + use<> {
        let first: Option<OfferId> = self.members.iter().map(|one| ways[*one].offer.id).min();
        (self.value, !self.members.is_empty(), Reverse(self.codes(ways)), Reverse(self.members.len()), Reverse(first))
    }
}

impl Choice {
    fn of(ways: &[Candidate], basket: &Basket) -> Self {
        let those = |together, kind| -> Vec<usize> {
            let fits = |one: &usize| ways[*one].offer.together == together && ways[*one].offer.kind() == kind;
            (0..ways.len()).filter(fits).collect()
        };
        let singles = |together, kind| those(together, kind).into_iter().map(|one| Group::of(ways, vec![one], basket));
        let better = |group: &Group| group.rank(ways);
        let (mut all, mut kinds) = (Vec::new(), Vec::new());
        for kind in Kind::ALL {
            let together = Group::of(ways, those(Together::All, *kind), basket);
            all.push(together.value);
            kinds.extend(singles(Together::OtherKinds, *kind).chain([together]).max_by_key(better));
        }
        let worth: Vec<Value> = kinds.iter().map(|group| group.value).collect();
        let beside = worth.iter().fold(Value::default(), |sum, value| sum.plus(*value));
        let codes = |groups: &[Group]| groups.iter().map(|group| group.codes(ways)).sum::<usize>();
        let rank = |value: Value, groups: &[Group]| {
            (value, groups.iter().any(|group| !group.members.is_empty()), Reverse(codes(groups)))
        };
        let alone: Option<Group> = Kind::ALL.iter().flat_map(|kind| singles(Together::Alone, *kind)).max_by_key(better);
        // Of equals, those that go together.
        let chosen = match alone.map(|alone| [alone]) {
            Some(alone) if rank(alone[0].value, &alone) > rank(beside, &kinds) => alone.into(),
            _ => kinds,
        };
        Self { all, kinds: worth, chosen }
    }

    /// The most that is saved with an offer that was not chosen.
    fn with(&self, candidate: &Candidate) -> i64 {
        let kind = Kind::ALL.iter().position(|kind| *kind == candidate.offer.kind()).unwrap_or(0);
        let others = || self.kinds.iter().enumerate().filter(|(at, _)| *at != kind).map(|(_, value)| value.saved).sum::<i64>();
        match candidate.offer.together {
            Together::Alone => candidate.take.minor(),
            Together::OtherKinds => candidate.take.minor() + others(),
            Together::All => self.all[kind].saved + others(),
        }
    }

    fn told(mut self, ways: &[Candidate], basket: &Basket, mut left_out: Vec<LeftOut>) -> Best {
        let chosen = std::mem::take(&mut self.chosen);
        let saved = chosen.iter().map(|group| group.value.saved).sum::<i64>();
        let mut taken: Vec<_> = chosen.into_iter().flat_map(|group| group.taken(ways, basket)).collect();
        taken.sort_by_key(|(one, _)| *one);
        let (given, idle): (Vec<_>, Vec<_>) =
            taken.iter().partition(|(one, share)| share.minor() > 0 || ways[*one].gives_otherwise(basket));
        let applied: Vec<Applied> = given.iter().map(|(one, share)| ways[*one].applied(share, basket)).collect();
        let of_kind = |kind: Option<Kind>| {
            let offers = given.iter().map(|(one, _)| ways[*one].offer);
            offers.filter(|offer| kind.is_none_or(|kind| offer.kind() == kind)).map(|offer| offer.id).collect::<Vec<_>>()
        };
        let out = |one: &Candidate, why| LeftOut { offer: Some(one.offer.id), code: one.offer.code.clone(), why };
        left_out.extend(idle.iter().map(|(one, _)| {
            let by = of_kind(Some(ways[*one].offer.kind()));
            out(&ways[*one], OfferRefusal::NothingToTake(by))
        }));
        let alone = taken.iter().any(|(one, _)| ways[*one].offer.together == Together::Alone);
        for one in (0..ways.len()).filter(|one| taken.iter().all(|(chosen, _)| chosen != one)).map(|one| &ways[one]) {
            let stands_apart = alone || one.offer.together == Together::Alone;
            let by = of_kind(if stands_apart { None } else { Some(one.offer.kind()) });
            let more = basket.money(saved - self.with(one));
            left_out.push(out(one, if more.minor > 0 { OfferRefusal::Outdone { by, more } } else { OfferRefusal::NotWith(by) }));
        }
        left_out.sort_by(|one, other| (one.offer, &one.code).cmp(&(other.offer, &other.code)));
        sum_up(applied, left_out, taken.iter().map(|(_, share)| share), basket)
    }
}

fn sum_up<'a>(
    applied: Vec<Applied>,
    left_out: Vec<LeftOut>,
    shares: impl Iterator<Item = &'a Share> + Clone,
    basket: &Basket,
) -> Best {
    let off = |at: usize| shares.clone().map(|share| share.lines.get(at).copied().unwrap_or(0)).sum::<i64>();
    let lines: Vec<_> = basket.wares.iter().enumerate().map(|(at, ware)| (ware.line, basket.money(off(at)))).collect();
    let goods = basket.money(lines.iter().map(|(_, off)| off.minor).sum());
    let delivery = basket.money(shares.clone().map(|share| share.delivery).sum());
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
#[derive(Clone, Default)]
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
