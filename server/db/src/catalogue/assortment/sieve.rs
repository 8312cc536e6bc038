//! Which goods are let through, and what the others lack.
//!
//! Each thing that is asked is a group with a bit. A variant has the bits of the groups it fails: one without bits is let
//! through, and one with a single bit would be, were that group not asked; so one walk gives the goods and the counts of every
//! group. A product is what its variants are: the red ones in stock are not those that are red and those that are in stock.

use super::{Assortment, Offer, Ware};

/// Something that is asked, of which goods have to have one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// In one of these categories.
    Within(Vec<i64>),
    /// Between these prices, in minor units of the shopper's currency.
    Price(Option<i64>, Option<i64>),
    /// So many tenths of stars or more.
    Tenths(u8),
    /// There to be bought.
    InStock,
    /// One of these values, all of one facet.
    Values(u32, Vec<u32>),
}

/// Goods are put through it one by one.
pub(crate) struct Sieve<'a> {
    assortment: &'a Assortment,
    groups: &'a [Group],
    /// For each value, the product that was counted last, counted from 1.
    last: Vec<u32>,
    last_all: Vec<u32>,
    at: u32,
    /// How many are let through.
    pub(crate) met: Met,
}

/// What was counted.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Met {
    /// How many have each value, whatever of its facet is asked for.
    pub(crate) values: Vec<u32>,
    /// How many have each value, whatever is asked for.
    pub(crate) all: Vec<u32>,
    /// How many would be let through without each of the groups.
    pub(crate) without: Vec<u32>,
    /// How many can be bought, whether that is asked for or not.
    pub(crate) in_stock: u32,
}

/// What became of a product: the groups without any one of which it would be let through, all of them for one that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fate(u32);

impl Fate {
    /// It is let through.
    const THROUGH: u32 = 1 << 31;

    pub(crate) fn through(self) -> bool {
        self.0 & Self::THROUGH != 0
    }

    /// Whether it is let through, or would be without this group.
    pub(crate) fn but_for(self, group: Option<usize>) -> bool {
        self.through() || group.is_some_and(|group| self.0 & (1 << group) != 0)
    }
}

impl<'a> Sieve<'a> {
    /// At most thirty groups are asked.
    pub(crate) fn new(assortment: &'a Assortment, groups: &'a [Group]) -> Self {
        let none = vec![0; assortment.words.values().len()];
        let met = Met { values: none.clone(), all: none.clone(), without: vec![0; groups.len()], in_stock: 0 };
        Self { assortment, groups, last: none.clone(), last_all: none, at: 0, met }
    }

    /// Puts a product through, and counts it. `price` is what its card says.
    pub(crate) fn put(&mut self, ware: &Ware, price: i64) -> Fate {
        self.at += 1;
        let whole = self.bits(|group| !of_whole(group, ware, price));
        let (mut fate, mut in_stock) = (0, false);
        for offer in &ware.offers {
            let lacking = whole | self.bits(|group| !of_offer(group, ware, offer));
            if lacking.count_ones() < 2 {
                fate |= if lacking == 0 { Fate::THROUGH } else { lacking };
                in_stock |= offer.can && (lacking == 0 || self.is_stock(lacking));
            }
            self.count(ware, offer, lacking);
        }
        let fate = Fate(fate);
        for (group, without) in self.met.without.iter_mut().enumerate() {
            *without += u32::from(fate.but_for(Some(group)));
        }
        self.met.in_stock += u32::from(in_stock);
        fate
    }

    fn bits(&self, lacks: impl Fn(&Group) -> bool) -> u32 {
        self.groups.iter().enumerate().fold(0, |bits, (at, group)| bits | (u32::from(lacks(group)) << at))
    }

    fn is_stock(&self, bit: u32) -> bool {
        self.groups.get(bit.trailing_zeros() as usize) == Some(&Group::InStock)
    }

    fn count(&mut self, ware: &Ware, offer: &Offer, lacking: u32) {
        let only = match lacking.count_ones() {
            0 => None,
            1 => match self.groups.get(lacking.trailing_zeros() as usize) {
                Some(Group::Values(facet, _)) => Some(*facet),
                _ => Some(u32::MAX),
            },
            _ => Some(u32::MAX),
        };
        for value in ware.values(offer) {
            let at = value as usize;
            once(&mut self.last_all, &mut self.met.all, at, self.at);
            let counts = match only {
                None => true,
                Some(u32::MAX) => false,
                Some(facet) => self.assortment.words.values().get(at).is_some_and(|value| value.facet == facet),
            };
            if counts {
                once(&mut self.last, &mut self.met.values, at, self.at);
            }
        }
    }
}

fn once(last: &mut [u32], counts: &mut [u32], value: usize, product: u32) {
    if let (Some(last), Some(count)) = (last.get_mut(value), counts.get_mut(value))
        && *last != product
    {
        *last = product;
        *count += 1;
    }
}

/// Whether the product has what is asked of products; true of what is asked of variants.
fn of_whole(group: &Group, ware: &Ware, price: i64) -> bool {
    match group {
        Group::Within(categories) => ware.category.is_some_and(|id| categories.contains(&id)),
        Group::Price(least, most) => least.is_none_or(|least| price >= least) && most.is_none_or(|most| price <= most),
        Group::Tenths(tenths) => ware.ratings > 0 && ware.tenths >= *tenths,
        Group::InStock | Group::Values(..) => true,
    }
}

/// Whether the variant has what is asked of variants; true of what is asked of products.
fn of_offer(group: &Group, ware: &Ware, offer: &Offer) -> bool {
    match group {
        Group::InStock => offer.can,
        Group::Values(_, values) => ware.values(offer).any(|value| values.contains(&value)),
        Group::Within(_) | Group::Price(..) | Group::Tenths(_) => true,
    }
}
