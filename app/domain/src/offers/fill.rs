//! Amounts off, spread over what the other offers have left of each line.
//!
//! One after the other, each in proportion. Where two reach different goods, the first may have taken what only the second
//! could use; it then moves over to other lines, along shortest chains of such moves (a maximum flow after Edmonds and Karp,
//! whose number of chains is bounded by amounts and lines alone, not by how much money it is). So all of every amount is taken
//! for which there is room at all, in whatever order they come.

use std::collections::VecDeque;

use super::takes::spread;
use crate::money::Currency;

/// An amount, and for each line whether it may be taken from it.
pub(super) struct Amount {
    /// Minor units.
    pub(super) minor: i64,
    /// Line by line.
    pub(super) reaches: Vec<bool>,
}

/// What each amount takes off each line, where there is so much room on each.
pub(super) fn fill(amounts: &[Amount], mut room: Vec<i64>, currency: Currency) -> Vec<Vec<i64>> {
    let mut taken = Vec::new();
    for amount in amounts {
        let open: Vec<i64> = room.iter().zip(&amount.reaches).map(|(room, reaches)| if *reaches { *room } else { 0 }).collect();
        let whole = open.iter().sum::<i64>().min(amount.minor);
        let parts = spread(whole, &open, currency);
        room.iter_mut().zip(&parts).for_each(|(room, part)| *room -= part);
        taken.push(parts);
    }
    // A lone amount has taken all there was.
    for at in 0..if amounts.len() > 1 { amounts.len() } else { 0 } {
        let mut left = amounts[at].minor - taken[at].iter().sum::<i64>();
        while left > 0
            && room.iter().any(|room| *room > 0)
            && let Some(moves) = chain(at, amounts, &room, &taken)
        {
            left -= go(&moves, left, &mut room, &mut taken);
        }
    }
    taken
}

/// A chain of moves: each amount takes more of a line, and the one after it less of that line; the last line has room.
type Chain = Vec<(usize, usize)>;

/// The shortest chain from an amount to a line with room: pairs of an amount and a line, the amount asked for first.
fn chain(start: usize, amounts: &[Amount], room: &[i64], taken: &[Vec<i64>]) -> Option<Chain> {
    let mut line_from: Vec<Option<usize>> = vec![None; room.len()];
    let mut amount_from: Vec<Option<usize>> = vec![None; amounts.len()];
    let mut unseen: Vec<usize> = (0..amounts.len()).filter(|other| *other != start).collect();
    let mut waiting = VecDeque::from([start]);
    while let Some(amount) = waiting.pop_front() {
        for line in 0..room.len() {
            if !amounts[amount].reaches[line] || line_from[line].is_some() {
                continue;
            }
            line_from[line] = Some(amount);
            if room[line] > 0 {
                return Some(back(line, &line_from, &amount_from));
            }
            unseen.retain(|other| {
                let gives_way = taken[*other][line] > 0;
                if gives_way {
                    amount_from[*other] = Some(line);
                    waiting.push_back(*other);
                }
                !gives_way
            });
        }
    }
    None
}

/// The chain that led to a line.
fn back(end: usize, line_from: &[Option<usize>], amount_from: &[Option<usize>]) -> Chain {
    let (mut moves, mut next) = (Chain::new(), Some(end));
    while let Some(line) = next
        && let Some(amount) = line_from[line]
    {
        moves.push((amount, line));
        // Nothing led to the amount the chain starts from.
        next = amount_from[amount];
    }
    moves.reverse();
    moves
}

/// Moves as much along a chain as can be, `left` at most, and says how much.
fn go(moves: &Chain, left: i64, room: &mut [i64], taken: &mut [Vec<i64>]) -> i64 {
    let Some((_, end)) = moves.last() else { return left };
    let gives_way = moves.windows(2).map(|pair| taken[pair[1].0][pair[0].1]);
    let much = gives_way.fold(left.min(room[*end]), i64::min);
    room[*end] -= much;
    for (at, (amount, line)) in moves.iter().enumerate() {
        taken[*amount][*line] += much;
        if let Some((next, _)) = moves.get(at + 1) {
            taken[*next][*line] -= much;
        }
    }
    much
}
