//! When an order should come that was not paid at once.

use super::{Order, OrderEvent};
use crate::contact::Country;
use crate::delivery::Calendar;
use crate::time::{Day, Timestamp};

const DAY_SECONDS: i64 = 86_400;

/// What is paid this soon after it was placed is paid at once.
const AT_ONCE_SECONDS: i64 = 3600;

/// The days something should come on that was promised when it was placed, as if it were paid then: for each day begun that it has
/// waited for its money, a working day of its destination later.
pub fn once_paid(promised: (Day, Day), to: Country, (placed, paid): (Timestamp, Timestamp)) -> (Day, Day) {
    let seconds = paid.since(placed) / 1000;
    if seconds <= AT_ONCE_SECONDS {
        return promised;
    }
    let waited = u32::try_from((seconds + DAY_SECONDS - 1) / DAY_SECONDS).unwrap_or(u32::MAX);
    let later = |day| Calendar::of(to).working(day, waited);
    (later(promised.0), later(promised.1))
}

impl Order {
    /// The days it should come on: those that were promised, later where its money was waited for. What was changed after it was
    /// paid was promised anew then.
    pub fn due(&self) -> (Day, Day) {
        let is_paid = |event| matches!(event, OrderEvent::PaymentTaken | OrderEvent::PaymentPromised);
        let Some(paid) = self.timeline.iter().find(|moment| is_paid(moment.event)) else { return self.promised };
        let is_anew = |event| matches!(event, OrderEvent::WayChanged | OrderEvent::AddressChanged);
        if self.timeline.iter().any(|moment| is_anew(moment.event) && moment.at >= paid.at) {
            return self.promised;
        }
        once_paid(self.promised, self.address.country, (self.placed_at, paid.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waited_for_its_money_comes_as_many_working_days_later() {
        let day = |text: &str| Day::parse(text).unwrap();
        // 2026-11-20 is a Friday.
        let (placed, promised) = (day("2026-11-20").start(), (day("2026-11-24"), day("2026-11-26")));
        let due = |seconds: i64| {
            let (from, to) = once_paid(promised, Country::LATVIA, (placed, placed.plus_seconds(seconds)));
            (from.to_string(), to.to_string())
        };
        let days = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        assert_eq!(due(0), days("2026-11-24", "2026-11-26"));
        assert_eq!(due(3600), days("2026-11-24", "2026-11-26"));
        assert_eq!(due(-60), days("2026-11-24", "2026-11-26"), "clocks go back");
        assert_eq!(due(2 * 3600), days("2026-11-25", "2026-11-27"));
        assert_eq!(due(2 * DAY_SECONDS), days("2026-11-26", "2026-11-30"), "over a weekend");
    }
}
