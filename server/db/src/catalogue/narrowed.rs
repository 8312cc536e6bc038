//! Lists narrowed by what goods are like, with the counts that say where each step leads.
//!
//! What goods differ in is chosen in `narrowed/facets.rs`, what they cost the shopper is in `narrowed/costs.rs`.

use std::cmp::Reverse;

use domain::catalogue::{Asked, Filter, Listing, Part, Slug, Sort, Wanted};
use domain::ids::{CategoryId, ProductId};
use domain::lang::{Lang, Said};
use domain::market::View;
use domain::money::Money;
use rustc_hash::FxHashMap;

use super::assortment::{Assortment, Group, Met, Sieve, Ware, fresh};
use super::categories::inside;
use super::{cards, said};
use crate::database::Conn;
use crate::error::Result;
use crate::rows::Columns;
use costs::Costs;

mod costs;
mod facets;

/// Which goods a list is of.
#[derive(Clone, Copy, Debug)]
pub enum Source<'a> {
    /// All that shoppers see.
    All,
    /// Those of a category and of what is in it.
    Category(CategoryId),
    /// Those that were found, what fits best first.
    Found(&'a [ProductId]),
}

/// A list, and what of the filter it could be narrowed by: the rest means nothing in this shop.
#[derive(Clone, Debug)]
pub struct Narrowed {
    /// The goods and what they differ in.
    pub listing: Listing,
    /// The filter as it was understood.
    pub filter: Filter,
}

/// A part of a list, with the categories that belong to it.
struct Shelf {
    slug: Slug,
    name: Said,
    ids: Vec<i64>,
}

/// Goods that are let through.
struct Pick {
    id: i64,
    rank: (u32, i64, i64, i64),
}

/// The goods of `asked`, `page` of them on a page, and what they can be narrowed by.
pub fn narrowed(conn: &Conn, view: &View, source: Source<'_>, asked: &Asked, page: u32) -> Result<Narrowed> {
    let shelves = shelves(conn, view.lang, source)?;
    let goods = fresh(conn)?;
    let pool = match source {
        Source::All => goods.all(),
        Source::Category(id) => goods.of(&inside(conn, id)?),
        Source::Found(ids) => goods.found(ids),
    };
    let (filter, groups) = understood(&goods, view, &shelves, &asked.filter);
    let mut walk =
        Walk::new(&goods, view, &groups, asked.sort.or((!matches!(source, Source::Found(_))).then_some(Sort::Popular)));
    for (at, place) in (0_u32..).zip(pool) {
        goods.ware(place).into_iter().for_each(|ware| walk.take(at, ware));
    }
    let Walk { mut picks, sieve, prices, stars, places, .. } = walk;
    let count = picks.len() as u32;
    let ids = page_of(&mut picks, (asked.pages.first() - 1).saturating_mul(page), asked.pages.last().saturating_mul(page));
    let met = sieve.met;
    let facets = facets::facets(conn, view.lang, &goods.words, &met, (&filter, asked.whole.as_deref()))?;
    drop(goods);
    let listing = Listing {
        cards: cards(conn, view, &ids)?,
        count,
        currency: view.list.exchange.to,
        parts: shelves.into_iter().filter_map(|shelf| shelf.counted(&places, &filter)).collect(),
        prices: prices.map(|(low, high)| (Money::new(low, view.list.exchange.to), Money::new(high, view.list.exchange.to))),
        stars: Filter::STARS.into_iter().zip(stars).collect(),
        in_stock: met.in_stock,
        facets,
        looser: if count == 0 { looser(&filter, &groups, &met) } else { Vec::new() },
    };
    Ok(Narrowed { listing, filter })
}

/// One walk over the goods of a list.
struct Walk<'a> {
    sieve: Sieve<'a>,
    groups: &'a [Group],
    costs: Costs<'a>,
    sort: Option<Sort>,
    picks: Vec<Pick>,
    prices: Option<(i64, i64)>,
    stars: [u32; 2],
    /// For each category that has goods of the list, how many of them would be let through whatever part is asked for.
    places: FxHashMap<i64, u32>,
}

impl<'a> Walk<'a> {
    fn new(goods: &'a Assortment, view: &'a View, groups: &'a [Group], sort: Option<Sort>) -> Self {
        let (sieve, costs) = (Sieve::new(goods, groups), Costs::of(&view.list));
        Self { sieve, groups, costs, sort, picks: Vec::new(), prices: None, stars: [0; 2], places: Default::default() }
    }

    fn take(&mut self, at: u32, ware: &Ware) {
        let (price, was) = self.costs.of_ware(ware);
        let fate = self.sieve.put(ware, price);
        let asked = |is: fn(&Group) -> bool| self.groups.iter().position(is);
        if fate.but_for(asked(|group| matches!(group, Group::Price(..)))) {
            self.prices = Some(self.prices.map_or((price, price), |(low, high)| (low.min(price), high.max(price))));
        }
        if fate.but_for(asked(|group| matches!(group, Group::Tenths(_)))) && ware.ratings > 0 {
            for (stars, count) in Filter::STARS.into_iter().zip(&mut self.stars) {
                *count += u32::from(ware.tenths >= stars * 10);
            }
        }
        if let Some(id) = ware.category {
            let fits = fate.but_for(asked(|group| matches!(group, Group::Within(_))));
            *self.places.entry(id).or_default() += u32::from(fits);
        }
        if fate.through() {
            let rank = match self.sort {
                None => (at, 0, 0),
                Some(Sort::Popular) => (0, -ware.popularity, 0),
                Some(Sort::Newest) => (0, -ware.added, 0),
                Some(Sort::PriceUp) => (0, price, 0),
                Some(Sort::PriceDown) => (0, -price, 0),
                Some(Sort::Rating) if ware.ratings == 0 => (0, 0, 0),
                Some(Sort::Rating) => (0, -i64::from(ware.tenths), -i64::from(ware.ratings)),
                Some(Sort::Saving) => (0, -was.map_or(0, |was| (was - price) * 1000 / was), 0),
            };
            self.picks.push(Pick { id: ware.id, rank: (rank.0, rank.1, rank.2, ware.id) });
        }
    }
}

/// The goods from one place to another of the order, without ordering the rest.
fn page_of(picks: &mut Vec<Pick>, from: u32, to: u32) -> Vec<ProductId> {
    let (from, to) = (from as usize, (to as usize).min(picks.len()));
    if from >= to {
        return Vec::new();
    }
    if to < picks.len() {
        picks.select_nth_unstable_by_key(to, |pick| pick.rank);
        picks.truncate(to);
    }
    picks.sort_unstable_by_key(|pick| pick.rank);
    picks.drain(from..).map(|pick| ProductId(pick.id)).collect()
}

/// The filter without what nobody could have chosen here, and its groups.
fn understood(goods: &Assortment, view: &View, shelves: &[Shelf], filter: &Filter) -> (Filter, Vec<Group>) {
    let (mut known, mut groups) = (filter.clone(), Vec::new());
    known.within.retain(|slug| shelves.iter().any(|shelf| shelf.slug == *slug));
    let within = shelves.iter().filter(|shelf| known.within.contains(&shelf.slug)).flat_map(|shelf| &shelf.ids);
    groups.extend((!known.within.is_empty()).then(|| Group::Within(within.copied().collect())));
    let unit = 10_i64.pow(view.list.exchange.to.exponent());
    let minor = |units: Option<u32>| units.map(|units| i64::from(units) * unit);
    let priced = known.least.is_some() || known.most.is_some();
    groups.extend(priced.then(|| Group::Price(minor(known.least), minor(known.most))));
    groups.extend(known.stars.map(|stars| Group::Tenths(stars * 10)));
    groups.extend(known.in_stock.then_some(Group::InStock));
    known.facets.retain(|facet, values| {
        values.retain(|value| goods.words.find(facet, value).is_some());
        let numbers: Vec<u32> = values.iter().filter_map(|value| goods.words.find(facet, value)).collect();
        let of = numbers.first().and_then(|&number| goods.words.values().get(number as usize)).map(|value| value.facet);
        groups.extend(of.map(|facet| Group::Values(facet, numbers)));
        of.is_some()
    });
    (known, groups)
}

/// What could be given up, what leads to the most goods first.
fn looser(filter: &Filter, groups: &[Group], met: &Met) -> Vec<(Vec<Wanted>, u32)> {
    let mut facets = filter.facets.iter();
    let mut given_up = |group: &Group| -> Vec<Wanted> {
        match group {
            Group::Within(_) => filter.within.iter().cloned().map(Wanted::Within).collect(),
            Group::Price(..) => vec![Wanted::Price],
            Group::Tenths(_) => vec![Wanted::Stars],
            Group::InStock => vec![Wanted::InStock],
            Group::Values(..) => facets.next().map_or_else(Vec::new, |(facet, values)| {
                values.iter().map(|value| Wanted::Value(facet.clone(), value.clone())).collect()
            }),
        }
    };
    let all = groups.iter().zip(&met.without).map(|(group, &count)| (given_up(group), count));
    let mut all: Vec<_> = all.filter(|(_, count)| *count > 0).collect();
    all.sort_by_key(|(_, count)| Reverse(*count));
    all
}

impl Shelf {
    /// None where the list has nothing of it, unless it is asked for.
    fn counted(self, places: &FxHashMap<i64, u32>, filter: &Filter) -> Option<Part> {
        let counts: Vec<u32> = self.ids.iter().filter_map(|id| places.get(id)).copied().collect();
        let told = !counts.is_empty() || filter.within.contains(&self.slug);
        told.then(|| Part { count: counts.iter().sum(), slug: self.slug, name: self.name })
    }
}

/// The parts of a list: the subcategories of a category, the first categories of what was found.
fn shelves(conn: &Conn, lang: Lang, source: Source<'_>) -> Result<Vec<Shelf>> {
    const BELOW: &str = "SELECT c.id, c.slug, c.name, w.name AS said_name FROM categories c
        LEFT JOIN category_words w ON w.category_id = c.id AND w.lang = $1
        WHERE c.parent_id IS NOT DISTINCT FROM $2 ORDER BY c.position, c.id";
    let above = match source {
        Source::Category(id) => Some(id.0),
        Source::All | Source::Found(_) => None,
    };
    let below = conn.all(BELOW, &[&lang.code(), &above], |row| {
        Ok(Shelf { slug: row.text("slug")?, name: said(row, "name", "said_name", lang)?, ids: vec![row.get("id")?] })
    })?;
    let filled = |mut shelf: Shelf| {
        let ids = shelf.ids.first().map(|&id| inside(conn, CategoryId(id))).transpose()?;
        shelf.ids = ids.unwrap_or_default();
        Ok(shelf)
    };
    below.into_iter().map(filled).collect()
}

#[cfg(test)]
mod tests;
