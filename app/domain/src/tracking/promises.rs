//! The days a parcel was said to come on, and why they changed.
//!
//! Carriers that are spoken to through others say a new day by itself, without what it is for; what held the parcel up is a report
//! of its own, hours or a day before. So a new day's reason is the newest report of trouble before it.

use serde::{Deserialize, Serialize};

use super::{Checkpoint, CheckpointKind, Parcel, ParcelState, Recorded};
use crate::time::{Day, Timestamp};

const HOUR: i64 = 3600;

/// What held a parcel up is the reason of a day said this long after it: over a weekend with a holiday behind it.
const REASON_SECONDS: i64 = 96 * HOUR;

/// A day said this long before a delay was reported is the day of that delay: the two are told in either order.
const SAME_NEWS_SECONDS: i64 = 12 * HOUR;

/// A day a parcel was said to come on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// The day.
    pub day: Day,
    /// What held it up when it was said; none for the one that was said with the label, for one that is sooner than the one before
    /// it, and where nobody has said why.
    pub why: Option<CheckpointKind>,
}

/// The days a parcel was said to come on: the first with its label, then each that a report changed, by what held it up. That the
/// label was made is the first day said once more.
pub fn promises(first: Option<Day>, checkpoints: &[Recorded]) -> Vec<Promise> {
    let mut promises: Vec<Promise> = first.map(|day| Promise { day, why: None }).into_iter().collect();
    for Recorded { checkpoint, .. } in checkpoints {
        let Some(day) = checkpoint.expected else { continue };
        let before = promises.last().map(|last| last.day);
        if checkpoint.kind == CheckpointKind::Label && promises.len() < 2 {
            promises = vec![Promise { day, why: None }];
        } else if before != Some(day) {
            let later = before.is_none_or(|before| day > before);
            promises.push(Promise { day, why: if later { reason(checkpoints, checkpoint) } else { None } });
        }
    }
    promises
}

/// Why a report says a later day: what it tells itself, else what last held the parcel up before it.
pub fn reason(checkpoints: &[Recorded], told: &Checkpoint) -> Option<CheckpointKind> {
    if told.kind.holds_up() {
        return Some(told.kind);
    }
    let is_it = |one: &&Checkpoint| one.kind.holds_up() && (0..=REASON_SECONDS * 1000).contains(&told.at.since(one.at));
    let before = checkpoints.iter().map(|recorded| &recorded.checkpoint).filter(is_it);
    before.max_by_key(|one| one.at).map(|one| one.kind)
}

impl CheckpointKind {
    /// Whether it is what makes a parcel late.
    pub const fn holds_up(self) -> bool {
        matches!(
            self,
            CheckpointKind::Delay | CheckpointKind::Customs | CheckpointKind::AttemptFailed | CheckpointKind::Exception
        )
    }
}

impl Parcel {
    /// Whether its carrier has said that it comes later and has named no new day, while it is on the road.
    pub fn is_delayed_without_a_day(&self) -> bool {
        let told = || self.checkpoints.iter().map(|recorded| &recorded.checkpoint);
        let said = |at: Timestamp| told().any(|one| one.expected.is_some() && one.at >= at.plus_seconds(-SAME_NEWS_SECONDS));
        let delay = told().filter(|one| one.kind == CheckpointKind::Delay).max_by_key(|one| one.at);
        let on_the_road = matches!(self.state, ParcelState::LabelCreated | ParcelState::InTransit | ParcelState::Exception);
        on_the_road && delay.is_some_and(|delay| !said(delay.at))
    }
}

#[cfg(test)]
mod tests {
    use CheckpointKind as K;

    use super::*;
    use crate::ids::{EventId, ParcelId};

    fn told(kind: K, hour: i64, expected: Option<i64>) -> Recorded {
        Recorded {
            id: EventId(1),
            checkpoint: Checkpoint {
                event: String::new(),
                kind,
                at: Timestamp(hour * HOUR * 1000),
                place: String::new(),
                offset_minutes: 0,
                expected: expected.map(Day),
                said: String::new(),
            },
        }
    }

    fn days(first: Option<i64>, way: &[Recorded]) -> Vec<(i64, Option<K>)> {
        promises(first.map(Day), way).iter().map(|promise| (promise.day.0, promise.why)).collect()
    }

    #[test]
    fn a_day_that_changes_says_why_and_one_that_does_not_says_nothing() {
        let way = [
            told(K::Label, 0, Some(10)),
            told(K::Hub, 1, Some(10)),
            told(K::Delay, 2, Some(12)),
            told(K::AttemptFailed, 3, Some(13)),
        ];
        assert_eq!(days(Some(9), &way), [(10, None), (12, Some(K::Delay)), (13, Some(K::AttemptFailed))]);
        assert_eq!(days(None, &way[2..3]), [(12, Some(K::Delay))]);
        assert!(promises(None, &[]).is_empty());
    }

    #[test]
    fn a_day_said_by_itself_has_the_reason_that_was_told_before_it() {
        let way = [
            told(K::Exception, 1, None),
            told(K::Customs, 20, None),
            told(K::Hub, 26, None),
            told(K::Unknown, 30, Some(12)),
            told(K::AttemptFailed, 40, None),
        ];
        assert_eq!(days(Some(10), &way), [(10, None), (12, Some(K::Customs))], "what came after it is not why");
        let long_ago = [told(K::Delay, 1, None), told(K::Unknown, 98, Some(12))];
        assert_eq!(days(Some(10), &long_ago), [(10, None), (12, None)]);
        let sooner = [told(K::Customs, 1, None), told(K::Unknown, 2, Some(9))];
        assert_eq!(days(Some(10), &sooner), [(10, None), (9, None)], "nobody asks why it comes sooner");
    }

    #[test]
    fn a_delay_that_names_no_day_is_one_until_a_day_is_named_or_the_van_has_it() {
        let parcel = |state, way: &[Recorded]| Parcel {
            id: ParcelId(1),
            carrier: "dhl".to_owned(),
            brand: String::new(),
            number: "1".to_owned(),
            page: String::new(),
            state,
            made_at: Timestamp(0),
            asked_at: None,
            expected: None,
            promises: Vec::new(),
            checkpoints: way.to_vec(),
        };
        let way = [told(K::Unknown, 1, Some(10)), told(K::Delay, 30, None), told(K::Hub, 32, None)];
        assert!(parcel(ParcelState::InTransit, &way).is_delayed_without_a_day());
        assert!(!parcel(ParcelState::OutForDelivery, &way).is_delayed_without_a_day());
        assert!(!parcel(ParcelState::InTransit, &way[..1]).is_delayed_without_a_day());
        for named in [20, 30, 40] {
            let way: Vec<_> = way.iter().cloned().chain([told(K::Unknown, named, Some(12))]).collect();
            assert!(!parcel(ParcelState::InTransit, &way).is_delayed_without_a_day(), "named in hour {named}");
        }
    }
}
