//! Whether two piles of times can be told apart: the shift between them as Hodges and Lehmann estimate it (the median of all
//! differences of one time and another), with the limits the test of Mann and Whitney gives it (Lehmann, "Nonparametrics", 2.4).
//! Neither asks what noise looks like: waiting for a disk is no bell curve.

use std::fmt;
use std::time::Duration;

/// Whoever asks a thousand times tells apart what differs by 15 to 100 µs across the Internet (Crosby, Wallach and Riedi,
/// "Opportunities and Limits of Remote Timing Attacks", 2009). What differs by less is not to be noticed, in nanoseconds.
const NOTICEABLE: i64 = 15_000;
/// The same, as it is said.
pub const NOTICED: &str = "15 µs";
/// How many standard deviations away chance alone would take a shift: this far once in 16,000 times.
const SIGMAS: f64 = 4.0;
/// How wide the limits may be on each side for 2,000 times of each kind, in nanoseconds: what is measured more roughly proves
/// nothing. Of fewer times they are wider, as the root of their number is smaller.
const ROUGH: (f64, f64) = (1_000_000.0, 2_000.0);

/// What two piles of times are apart, in nanoseconds.
pub struct Apart {
    medians: [i64; 2],
    shift: i64,
    limits: (i64, i64),
    times: usize,
}

impl Apart {
    /// Of as many times of each kind.
    pub fn of(one: Vec<Duration>, other: Vec<Duration>) -> Self {
        let [one, other] = [one, other].map(sorted);
        let (n, m) = (one.len() as f64, other.len() as f64);
        let (middle, sigma) = (n * m / 2.0, (n * m * (n + m + 1.0) / 12.0).sqrt());
        let at = |rank: f64| difference(&one, &other, rank.clamp(0.0, n * m - 1.0) as u64);
        let medians = [&one, &other].map(|times| times.get(times.len() / 2).copied().unwrap_or(0));
        let limits = (at(middle - SIGMAS * sigma), at(middle + SIGMAS * sigma));
        Self { medians, shift: at(middle), limits, times: one.len().min(other.len()) }
    }

    /// Whether somebody far away learns something from them: they differ by no chance, and by enough to be noticed.
    pub fn tells(&self) -> bool {
        !(self.limits.0..=self.limits.1).contains(&0) && self.shift.abs() >= NOTICEABLE
    }

    /// Whether it would have been seen.
    pub fn is_sharp(&self) -> bool {
        let rough = ROUGH.0 * (ROUGH.1 / self.times as f64).sqrt();
        self.tells() || ((self.limits.1 - self.limits.0) as f64) < 2.0 * rough
    }
}

impl fmt::Display for Apart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ([one, other], micros) = (self.medians.map(|nanos| nanos as f64 / 1e6), |nanos: i64| nanos as f64 / 1e3);
        let (low, high) = (micros(self.limits.0), micros(self.limits.1));
        write!(f, "{one:.3} and {other:.3} ms, {:+.0} µs apart ({low:+.0} to {high:+.0})", micros(self.shift))
    }
}

fn sorted(times: Vec<Duration>) -> Vec<i64> {
    let mut nanos: Vec<i64> = times.into_iter().map(|time| i64::try_from(time.as_nanos()).unwrap_or(i64::MAX / 4)).collect();
    nanos.sort_unstable();
    nanos
}

/// The difference of one and another that so many are smaller than, of all there are: looked for between the smallest and the
/// greatest, since four million of them need not be written down to be counted.
fn difference(one: &[i64], other: &[i64], rank: u64) -> i64 {
    let ends = |times: &[i64]| Some((*times.first()?, *times.last()?));
    let (Some(one_ends), Some(other_ends)) = (ends(one), ends(other)) else { return 0 };
    let (mut least, mut most) = (one_ends.0 - other_ends.1, one_ends.1 - other_ends.0);
    while least < most {
        let middle = least + (most - least) / 2;
        if up_to(one, other, middle) > rank { most = middle } else { least = middle + 1 }
    }
    least
}

/// How many differences are no greater than this.
fn up_to(one: &[i64], other: &[i64], most: i64) -> u64 {
    let mut smaller = 0;
    let count = |time: &i64| {
        while smaller < other.len() && time - other[smaller] > most {
            smaller += 1;
        }
        (other.len() - smaller) as u64
    };
    one.iter().map(count).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Chance;

    /// So many times of 58 ms, or more by `more`, in a noise with a long tail.
    fn times(chance: &mut Chance, count: usize, more: u64) -> Vec<Duration> {
        let noise = |chance: &mut Chance| chance.between(0, 400) + if chance.percent(5) { chance.between(0, 20_000) } else { 0 };
        (0..count).map(|_| Duration::from_micros(58_000 + more + noise(chance))).collect()
    }

    #[test]
    fn the_shift_is_the_middle_of_all_differences() {
        let millis = |times: &[u64]| times.iter().copied().map(Duration::from_millis).collect::<Vec<_>>();
        // 5-1, 5-2, 7-1, 7-2, 12-1, 12-2: 3 4 5 6 10 11.
        let apart = Apart::of(millis(&[12, 5, 7]), millis(&[2, 1]));
        assert_eq!(apart.shift, 6_000_000);
        assert_eq!(apart.limits, (3_000_000, 11_000_000));
    }

    #[test]
    fn what_is_alike_is_not_told_apart_and_what_differs_is() {
        let mut chance = Chance::new(18);
        for _ in 0..20 {
            let apart = Apart::of(times(&mut chance, 2000, 0), times(&mut chance, 2000, 0));
            assert!(!apart.tells() && apart.is_sharp(), "{apart}");
        }
        let apart = Apart::of(times(&mut chance, 2000, 40), times(&mut chance, 2000, 0));
        assert!(apart.tells(), "{apart}");
        let apart = Apart::of(times(&mut chance, 2000, 0), times(&mut chance, 2000, 40));
        assert!(apart.tells(), "{apart}");
    }

    #[test]
    fn a_difference_nobody_notices_far_away_is_none_and_a_rough_look_proves_nothing() {
        let clock = |nanos: u64| vec![Duration::from_nanos(nanos); 100];
        assert!(!Apart::of(clock(1_000), clock(900)).tells());
        assert!(Apart::of(clock(100_000), clock(1_000)).tells());
        let wild = |from: u64| (from..from + 2000).map(|number| Duration::from_millis(number % 400)).collect::<Vec<_>>();
        let apart = Apart::of(wild(0), wild(100));
        assert!(!apart.tells() && !apart.is_sharp(), "{apart}");
    }
}
