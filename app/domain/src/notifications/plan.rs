//! What becomes of a message that is due: sent, alone or together with others about the same order; held; or dropped.

use super::{Channel, Class, Kind};
use crate::ids::{NotificationId, ParcelId};
use crate::time::Timestamp;

/// Messages about one order that fall within so many seconds become one.
pub const TOGETHER_SECONDS: i64 = 15 * 60;

/// One message about an order, as the books have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Grows with time.
    pub id: NotificationId,
    /// What it is about.
    pub kind: Kind,
    /// The parcel it is about; none where it is about all of the order.
    pub parcel: Option<ParcelId>,
    /// When it is due.
    pub due: Timestamp,
    /// Whether it waits to be sent.
    pub waits: bool,
}

impl Noted {
    /// Whether it has nothing more to say since one of `all` is due by `now`. News of one parcel says nothing of another; what is
    /// about all of the order is about each of its parcels.
    pub fn is_stale(&self, all: &[Noted], now: Timestamp) -> bool {
        let same = |newer: &Noted| self.parcel.is_none() || newer.parcel.is_none() || self.parcel == newer.parcel;
        all.iter().any(|newer| newer.id > self.id && newer.due <= now && same(newer) && self.kind.is_stale_after(newer.kind))
    }
}

/// What is to be done now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    /// Send these as one, the oldest first; the newest is its headline.
    Send(Vec<NotificationId>),
    /// Not before this moment.
    Hold(Timestamp),
    /// A newer one has made it stale.
    Drop,
}

/// What becomes of the message `asked`, one of `all` about its order on its channel. A letter has room for all that goes along; a
/// text message and a notice say the newest alone, so they go along with news of the same parcel only.
///
/// `last` is when one of them was sent last, `open` the first moment from now on at which a class may disturb.
pub fn plan(
    all: &[Noted],
    (asked, channel): (NotificationId, Channel),
    last: Option<Timestamp>,
    now: Timestamp,
    open: &dyn Fn(Class) -> Timestamp,
) -> Plan {
    let Some(own) = all.iter().find(|one| one.id == asked) else { return Plan::Drop };
    if own.is_stale(all, now) {
        return Plan::Drop;
    }
    let class = own.kind.class();
    let earliest = own.due.max(open(class));
    if earliest > now {
        return Plan::Hold(earliest);
    }
    let alone = own.kind.goes_alone();
    let again = last.map(|last| last.plus_seconds(TOGETHER_SECONDS)).filter(|again| *again > now);
    if let Some(again) = again.filter(|_| class == Class::Order && !alone) {
        return Plan::Hold(again);
    }
    let soon = now.plus_seconds(TOGETHER_SECONDS);
    let joins = |one: &&Noted| {
        one.id == asked
            || !alone
                && one.waits
                && !one.kind.goes_alone()
                && one.due <= soon
                && open(one.kind.class()) <= now
                && one.kind != Kind::PaymentExpiring
                && (channel == Channel::Email || one.parcel == own.parcel)
                && !one.is_stale(all, now)
    };
    let mut together: Vec<NotificationId> = all.iter().filter(joins).map(|one| one.id).collect();
    together.sort_unstable();
    Plan::Send(together)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn minute(minute: i64) -> Timestamp {
        Timestamp(minute * 60_000)
    }

    /// A message that waits, by its number, kind, and the minute it is due.
    fn waits((id, kind, due): (i64, Kind, i64)) -> Noted {
        Noted { id: NotificationId(id), kind, parcel: None, due: minute(due), waits: true }
    }

    /// The same, of a parcel.
    fn of(parcel: i64, noted: (i64, Kind, i64)) -> Noted {
        Noted { parcel: Some(ParcelId(parcel)), ..waits(noted) }
    }

    fn planned(all: &[(i64, Kind, i64)], asked: i64, last: Option<i64>, now: i64) -> Plan {
        let all: Vec<Noted> = all.iter().copied().map(waits).collect();
        plan(&all, (NotificationId(asked), Channel::Email), last.map(minute), minute(now), &|_| minute(now))
    }

    fn sent(ids: &[i64]) -> Plan {
        Plan::Send(ids.iter().copied().map(NotificationId).collect())
    }

    #[test]
    fn an_order_that_is_paid_at_once_is_one_letter() {
        let all = [(1, Kind::Received, 2), (2, Kind::Paid, 1)];
        assert_eq!(planned(&all[..1], 1, None, 0), Plan::Hold(minute(2)));
        assert_eq!(planned(&all, 2, None, 1), sent(&[1, 2]));
    }

    #[test]
    fn within_a_quarter_of_an_hour_several_become_one_and_what_is_urgent_takes_them_along() {
        let all = [(1, Kind::Paid, 1), (2, Kind::Refunded, 5), (3, Kind::Shipped, 9)];
        assert_eq!(planned(&all[1..], 2, Some(1), 5), Plan::Hold(minute(16)));
        assert_eq!(planned(&all[1..], 2, Some(1), 16), sent(&[2, 3]));
        assert_eq!(planned(&all[1..], 2, None, 5), sent(&[2, 3]), "nothing was sent before");
        let urgent = [(2, Kind::Refunded, 5), (3, Kind::OutForDelivery, 9)];
        assert_eq!(planned(&urgent, 3, Some(1), 9), sent(&[2, 3]));
    }

    #[test]
    fn what_a_newer_one_has_made_stale_is_dropped() {
        let all = [(1, Kind::Shipped, 1), (2, Kind::Delayed, 2), (3, Kind::Delivered, 3)];
        assert_eq!(planned(&all, 1, None, 3), Plan::Drop);
        assert_eq!(planned(&all, 2, None, 3), Plan::Drop);
        assert_eq!(planned(&all, 3, None, 3), sent(&[3]));
        let sent_already = [waits((1, Kind::Shipped, 1)), Noted { waits: false, ..waits((2, Kind::OutForDelivery, 2)) }];
        assert_eq!(plan(&sent_already, (NotificationId(1), Channel::Email), None, minute(3), &|_| minute(3)), Plan::Drop);
        let later = [(1, Kind::PaymentPending, 1), (2, Kind::PaymentExpiring, 900)];
        assert_eq!(planned(&later, 1, None, 1), sent(&[1]), "what is to come has made nothing stale");
    }

    #[test]
    fn nobody_is_disturbed_at_night_but_for_what_is_urgent() {
        let all: Vec<Noted> =
            [(1, Kind::Shipped, 1), (2, Kind::OutForDelivery, 2), (3, Kind::Refunded, 1)].into_iter().map(waits).collect();
        let open = |class: Class| if class == Class::Urgent { minute(2) } else { minute(480) };
        assert_eq!(plan(&all[..1], (NotificationId(1), Channel::Sms), None, minute(2), &open), Plan::Hold(minute(480)));
        assert_eq!(plan(&all, (NotificationId(2), Channel::Sms), None, minute(2), &open), sent(&[2]));
        assert_eq!(plan(&all, (NotificationId(3), Channel::Sms), None, minute(2), &open), Plan::Hold(minute(480)));
    }

    #[test]
    fn what_is_not_about_the_order_goes_alone() {
        let all = [(1, Kind::Refunded, 1), (2, Kind::HowWasIt, 1), (3, Kind::OrderLink, 1)];
        assert_eq!(planned(&all, 2, Some(1), 2), sent(&[2]));
        assert_eq!(planned(&all, 3, Some(1), 2), sent(&[3]));
        assert_eq!(planned(&all, 1, None, 2), sent(&[1]));
    }

    #[test]
    fn news_of_one_parcel_leaves_what_is_to_be_said_of_another() {
        let all = [of(1, (1, Kind::Shipped, 1)), of(2, (2, Kind::Shipped, 1)), of(1, (3, Kind::OutForDelivery, 2))];
        let at =
            |all: &[Noted], asked: i64, channel| plan(all, (NotificationId(asked), channel), None, minute(2), &|_| minute(2));
        assert_eq!(at(&all, 1, Channel::Email), Plan::Drop);
        assert_eq!(at(&all, 2, Channel::Email), sent(&[2, 3]), "a letter tells of both");
        assert_eq!(at(&all, 2, Channel::Sms), sent(&[2]), "a text message has no room for two");
        assert_eq!(at(&all, 3, Channel::Push), sent(&[3]));
        let off = [of(1, (1, Kind::Shipped, 1)), of(2, (2, Kind::Shipped, 1)), waits((3, Kind::Cancelled, 2))];
        assert_eq!((at(&off, 1, Channel::Email), at(&off, 2, Channel::Email)), (Plan::Drop, Plan::Drop), "it is of all parcels");
    }
}
