//! How reports of a provider become money in the books. Late, repeated and reordered reports change nothing twice.

use super::{PaymentState, Report, Reported};
use crate::money::Money;

/// A payment's money: what came, what went, and what of it is the order's. Sums are minor units of what is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How far it has come.
    pub state: PaymentState,
    /// What the provider was asked to bring.
    pub due: Money,
    /// What of that is not wanted any more, since the order has become smaller.
    pub less: i64,
    /// What was taken.
    pub taken: i64,
    /// What was given back.
    pub returned: i64,
    /// What of that could not be delivered, and came back.
    pub bounced: i64,
    /// What the shopper's bank has fetched back.
    pub lost: i64,
    /// What of that it had to give up again.
    pub won: i64,
    /// What of it the shop keeps: less than is due once a part was refunded.
    pub kept: i64,
}

/// What happens to the order upon a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The money is there: the order is paid.
    Paid,
    /// The money is certain: the order goes on.
    Promised,
    /// What was promised is taken.
    Taken,
    /// A part of it came; the rest is waited for.
    Partly,
    /// It came, or is certain, for an order that cannot be kept any more.
    TooLate,
    /// No money will come from this attempt.
    GivenUp,
    /// What was promised will not come, although the order went on.
    Broken,
}

/// Sum or currency is not the order's, or sums contradict each other: nothing is touched, the merchant is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a provider reports another sum")]
pub struct Mismatch;

impl Tally {
    /// A payment nobody has paid yet.
    pub const fn new(due: Money) -> Self {
        Self { state: PaymentState::Pending, due, less: 0, taken: 0, returned: 0, bounced: 0, lost: 0, won: 0, kept: 0 }
    }

    /// What is to be paid: what was asked for, less what is not wanted any more.
    pub const fn wanted(&self) -> Money {
        Money::new(self.due.minor - self.less, self.due.currency)
    }

    /// The order costs so much less, in minor units: what is promised is not taken, and what was taken goes back. None where that
    /// is more than there is.
    pub fn lessen(self, minor: i64) -> Option<Self> {
        let there = match self.state {
            PaymentState::Captured => self.kept,
            PaymentState::Promised => self.wanted().minor,
            PaymentState::Pending | PaymentState::Failed => 0,
        };
        let kept = if self.state == PaymentState::Captured { self.kept - minor } else { self.kept };
        (minor > 0 && minor <= there).then_some(Self { less: self.less + minor, kept, ..self })
    }

    /// What is still to be given back.
    pub const fn owed_back(&self) -> i64 {
        self.left() - self.kept
    }

    /// What the provider will have given back when nothing is owed any more, what bounced counted again.
    pub const fn to_return(&self) -> i64 {
        self.returned + self.owed_back()
    }

    /// What can still be refunded.
    pub const fn refundable(&self) -> i64 {
        match self.state {
            PaymentState::Captured => self.kept,
            PaymentState::Pending | PaymentState::Promised | PaymentState::Failed => 0,
        }
    }

    /// Refunds a part of what is kept, in minor units; none if that is more than there is, or nothing.
    pub fn refund(self, minor: i64) -> Option<Self> {
        (minor > 0 && minor <= self.refundable()).then(|| Self { kept: self.kept - minor, ..self })
    }

    /// The shop no longer waits: what comes now is too late, and what came in part goes back.
    pub fn give_up(self) -> Self {
        match self.state {
            PaymentState::Pending => Self { state: PaymentState::Failed, kept: 0, ..self },
            PaymentState::Promised | PaymentState::Captured | PaymentState::Failed => self,
        }
    }

    /// The order is cancelled: nothing of it is the shop's, however far it has come.
    pub const fn call_off(self) -> Self {
        self.failed()
    }

    /// What is left of the provider's money for us after what went and came back.
    const fn left(&self) -> i64 {
        self.taken - self.returned + self.bounced - self.lost + self.won
    }

    /// What the shop keeps again of what came back since: a refund that bounced, a dispute that was won.
    fn kept_again(&self, before: &Self) -> i64 {
        (self.kept + self.bounced - before.bounced + self.won - before.won).min(self.wanted().minor)
    }

    /// Whether a provider could have said this.
    fn is_sound(report: &Report) -> bool {
        let of = |part: i64, whole: i64| (0..=whole).contains(&part);
        let gone = report.returned - report.bounced + report.lost - report.won;
        of(report.bounced, report.returned) && of(report.won, report.lost) && of(gone, report.taken)
    }
}

/// What a report makes of a payment, and of its order.
///
/// `keepable`: the order waits for money and its goods are held, or can be held again.
pub fn apply(before: Tally, report: &Report, keepable: bool) -> Result<(Tally, Option<Step>), Mismatch> {
    if report.due != before.due || !Tally::is_sound(report) {
        return Err(Mismatch);
    }
    // Of two reports that cross, the one that knows of more money is the newer.
    let known = Tally {
        taken: before.taken.max(report.taken),
        returned: before.returned.max(report.returned),
        bounced: before.bounced.max(report.bounced),
        lost: before.lost.max(report.lost),
        won: before.won.max(report.won),
        ..before
    };
    if known.left() < 0 {
        return Err(Mismatch);
    }
    let enough = known.taken >= known.wanted().minor;
    if report.state == Reported::Captured && !enough {
        return Err(Mismatch);
    }
    let (after, step) = match (before.state, enough) {
        (PaymentState::Captured, _) => (Tally { kept: known.kept_again(&before), ..known }, None),
        (PaymentState::Promised, true) => (known.captured(), Some(Step::Taken)),
        (PaymentState::Promised, false) if report.state == Reported::Failed => (known.failed(), Some(Step::Broken)),
        (PaymentState::Promised, false) => (known, None),
        (PaymentState::Pending | PaymentState::Failed, true) if keepable && known.left() >= known.wanted().minor => {
            (known.captured(), Some(Step::Paid))
        }
        (PaymentState::Pending | PaymentState::Failed, true) => (known.failed(), late(before, known)),
        (state, false) => unpaid(state, known, report.state, keepable),
    };
    // What went by itself is no longer kept.
    Ok((Tally { kept: after.kept.min(after.left()), ..after }, step))
}

/// Too little has come for the order to be paid.
fn unpaid(state: PaymentState, known: Tally, reported: Reported, keepable: bool) -> (Tally, Option<Step>) {
    match (state, reported) {
        (_, Reported::Promised) if keepable => (Tally { state: PaymentState::Promised, ..known }, Some(Step::Promised)),
        (_, Reported::Promised) => (known.failed(), Some(Step::TooLate)),
        (PaymentState::Pending, Reported::Failed) => (known.failed(), Some(Step::GivenUp)),
        (PaymentState::Pending, _) => {
            let grew = known.left() > known.kept;
            (Tally { kept: known.left(), ..known }, grew.then_some(Step::Partly))
        }
        (_, _) => (known.failed(), None),
    }
}

/// Money that was not known of before came for nothing.
fn late(before: Tally, after: Tally) -> Option<Step> {
    let news = after.taken > before.taken || before.state == PaymentState::Pending;
    news.then_some(Step::TooLate)
}

impl Tally {
    fn captured(self) -> Self {
        Self { state: PaymentState::Captured, kept: self.wanted().minor, ..self }
    }

    const fn failed(self) -> Self {
        Self { state: PaymentState::Failed, kept: 0, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use crate::payments::Reported as R;
    use proptest::prelude::*;

    const DUE: Money = Money::new(5420, Currency::EUR);

    fn report(state: Reported, taken: i64) -> Report {
        Report { state, taken, ..Report::open(DUE, "tp_1") }
    }

    fn new() -> Tally {
        Tally::new(DUE)
    }

    #[test]
    fn another_amount_pays_nothing() {
        assert_eq!(apply(new(), &report(R::Captured, 5419), true), Err(Mismatch));
        let other = Money::new(5421, Currency::EUR);
        assert_eq!(apply(new(), &Report { due: other, ..report(R::Captured, 5421) }, true), Err(Mismatch));
        let dollars = Money::new(5420, Currency::parse("USD").unwrap());
        assert_eq!(apply(new(), &Report { due: dollars, ..report(R::Captured, 5420) }, true), Err(Mismatch));
    }

    #[test]
    fn money_for_goods_that_are_gone_goes_back() {
        let (after, step) = apply(new(), &report(R::Captured, 5420), false).unwrap();
        assert_eq!((after.state, after.owed_back(), step), (PaymentState::Failed, 5420, Some(Step::TooLate)));
    }

    #[test]
    fn money_that_comes_after_giving_up_still_counts() {
        let (after, step) = apply(new().give_up(), &report(R::Captured, 5420), true).unwrap();
        assert_eq!((after.state, after.owed_back(), step), (PaymentState::Captured, 0, Some(Step::Paid)));
    }

    #[test]
    fn what_was_paid_twice_goes_back_once() {
        let (after, step) = apply(new(), &report(R::Captured, 10_840), true).unwrap();
        assert_eq!((after.kept, after.owed_back(), step), (5420, 5420, Some(Step::Paid)));
        let (after, step) = apply(after, &Report { returned: 5420, ..report(R::Captured, 10_840) }, true).unwrap();
        assert_eq!((after.kept, after.owed_back(), step), (5420, 0, None));
    }

    #[test]
    fn a_part_is_waited_for_and_goes_back_when_the_rest_does_not_come() {
        let (part, step) = apply(new(), &report(R::Open, 2000), true).unwrap();
        assert_eq!((part.state, part.owed_back(), step), (PaymentState::Pending, 0, Some(Step::Partly)));
        assert_eq!(apply(part, &report(R::Open, 2000), true).unwrap(), (part, None));
        assert_eq!(part.give_up().owed_back(), 2000);
        assert_eq!(apply(part, &report(R::Open, 5420), true).unwrap().1, Some(Step::Paid));
    }

    #[test]
    fn what_is_promised_is_taken_later_or_breaks() {
        let (promised, step) = apply(new(), &report(R::Promised, 0), true).unwrap();
        assert_eq!((promised.state, step), (PaymentState::Promised, Some(Step::Promised)));
        assert_eq!(apply(promised, &report(R::Captured, 5420), false).unwrap().1, Some(Step::Taken));
        assert_eq!(apply(promised, &report(R::Failed, 0), false).unwrap().1, Some(Step::Broken));
        assert_eq!(apply(new(), &report(R::Promised, 0), false).unwrap().1, Some(Step::TooLate));
    }

    #[test]
    fn a_refund_is_never_more_than_is_kept() {
        let (paid, _) = apply(new(), &report(R::Captured, 5420), true).unwrap();
        let part = paid.refund(2000).unwrap();
        assert_eq!((part.owed_back(), part.refund(3421), part.refund(0)), (2000, None, None));
        assert_eq!(part.refund(3420).unwrap().to_return(), 5420);
        assert_eq!(new().refund(1), None);
    }

    #[test]
    fn what_the_bank_fetched_back_is_not_refunded_again() {
        let (paid, _) = apply(new(), &report(R::Captured, 5420), true).unwrap();
        let (lost, _) = apply(paid, &Report { lost: 5420, ..report(R::Captured, 5420) }, true).unwrap();
        assert_eq!((lost.kept, lost.owed_back(), lost.refund(1)), (0, 0, None));
    }

    #[test]
    fn what_came_for_an_order_that_is_cancelled_goes_back_but_for_what_went_before() {
        let (paid, _) = apply(new(), &report(R::Captured, 5420), true).unwrap();
        let off = paid.refund(2000).unwrap().call_off();
        assert_eq!((off.state, off.to_return(), off.refundable()), (PaymentState::Failed, 5420, 0));
        let (promised, _) = apply(new(), &report(R::Promised, 0), true).unwrap();
        assert_eq!((promised.call_off().state, promised.call_off().owed_back()), (PaymentState::Failed, 0));
        let late = apply(promised.call_off(), &report(R::Captured, 5420), false).unwrap();
        assert_eq!((late.0.owed_back(), late.1), (5420, Some(Step::TooLate)), "what was taken meanwhile");
    }

    #[test]
    fn a_dispute_that_is_won_is_the_shops_money_again() {
        let (paid, _) = apply(new(), &report(R::Captured, 5420), true).unwrap();
        let part = paid.refund(1000).unwrap();
        let lost = Report { returned: 1000, lost: 4420, ..report(R::Captured, 5420) };
        let (lost_all, _) = apply(part, &lost, true).unwrap();
        assert_eq!((lost_all.kept, lost_all.owed_back()), (0, 0));
        let (won, _) = apply(lost_all, &Report { won: 4420, ..lost.clone() }, true).unwrap();
        assert_eq!((won.kept, won.owed_back(), won.refundable()), (4420, 0, 4420));
        assert_eq!(apply(won, &lost, true).unwrap().0, won, "old news changes nothing");
    }

    #[test]
    fn a_refund_that_bounces_is_kept_until_it_is_given_in_another_way() {
        let (paid, _) = apply(new(), &report(R::Captured, 5420), true).unwrap();
        let sent = Report { returned: 2000, ..report(R::Captured, 5420) };
        let (part, _) = apply(paid.refund(2000).unwrap(), &sent, true).unwrap();
        assert_eq!((part.kept, part.owed_back()), (3420, 0));
        let (back, _) = apply(part, &Report { bounced: 2000, ..sent }, true).unwrap();
        assert_eq!((back.kept, back.owed_back()), (5420, 0));
    }

    #[test]
    fn money_of_a_given_up_order_that_bounces_is_sent_again() {
        let (late, _) = apply(new(), &report(R::Captured, 5420), false).unwrap();
        let (back, _) = apply(late, &Report { returned: 5420, bounced: 5420, ..report(R::Captured, 5420) }, false).unwrap();
        assert_eq!((back.kept, back.owed_back(), back.to_return()), (0, 5420, 10_840));
    }

    #[test]
    fn what_was_promised_for_more_is_taken_for_less_and_what_is_taken_all_the_same_goes_back() {
        let (promised, _) = apply(new(), &report(R::Promised, 0), true).unwrap();
        let less = promised.lessen(2000).unwrap();
        assert_eq!((less.wanted().minor, less.owed_back(), promised.lessen(5421)), (3420, 0, None));
        let (part, step) = apply(less, &report(R::Captured, 3420), false).unwrap();
        assert_eq!((part.kept, part.owed_back(), step), (3420, 0, Some(Step::Taken)));
        let (whole, _) = apply(less, &report(R::Captured, 5420), false).unwrap();
        assert_eq!((whole.kept, whole.owed_back()), (3420, 2000));
        let (nothing, step) = apply(promised.lessen(5420).unwrap(), &report(R::Failed, 0), false).unwrap();
        assert_eq!((nothing.state, nothing.kept, step), (PaymentState::Captured, 0, Some(Step::Taken)));
    }

    #[test]
    fn what_was_taken_for_more_than_is_wanted_now_goes_back_and_is_not_refunded_again() {
        let (paid, _) = apply(new(), &report(R::Captured, 5420), true).unwrap();
        let less = paid.lessen(2000).unwrap();
        assert_eq!((less.owed_back(), less.refundable(), less.lessen(3421)), (2000, 3420, None));
        let (back, _) = apply(less, &Report { returned: 2000, ..report(R::Captured, 5420) }, false).unwrap();
        assert_eq!((back.kept, back.owed_back()), (3420, 0));
    }

    fn reports() -> impl Strategy<Value = Vec<(Report, bool)>> {
        let went = (0_i64..3, 0_i64..3, 0_i64..3, 0_i64..3);
        let one = (0..R::ALL.len(), prop::sample::select(vec![0_i64, 2000, 5420, 10_840]), went, any::<bool>());
        let one = one.prop_map(|(at, taken, (returned, lost, bounced, won), keepable)| {
            let (returned, lost) = (taken * returned / 4, taken * lost / 4);
            let (bounced, won) = (returned * bounced / 2, lost * won / 2);
            (Report { returned, bounced, lost, won, ..report(R::ALL[at], taken) }, keepable)
        });
        prop::collection::vec(one, 1..40)
    }

    #[test]
    fn a_payment_takes_the_steps_of_its_table_and_each_of_them() {
        let mut taken = std::collections::BTreeSet::new();
        let mut beginnings = vec![new()];
        while let Some(before) = beginnings.pop() {
            let reported = R::ALL.iter().flat_map(|state| [0, 5420].map(|sum| report(*state, sum)));
            let told = reported.flat_map(|report| [true, false].map(|keepable| apply(before, &report, keepable)));
            for after in told.flatten().map(|(after, _)| after).chain([before.give_up(), before.call_off()]) {
                if before.state != after.state && taken.insert((before.state, after.state)) {
                    beginnings.push(after);
                }
            }
        }
        assert_eq!(taken, PaymentState::STEPS.iter().copied().collect());
    }

    proptest! {
        #[test]
        fn whatever_is_reported_the_order_is_paid_once_and_the_rest_goes_back(reports in reports()) {
            let (mut tally, mut paid) = (new(), 0);
            for (report, keepable) in reports {
                // An order that is paid, or promised, is not waiting for money.
                let waits = matches!(tally.state, PaymentState::Pending | PaymentState::Failed);
                let Ok((after, step)) = apply(tally, &report, keepable && waits) else { continue };
                paid += u32::from(matches!(step, Some(Step::Paid | Step::Promised)));
                paid -= u32::from(step == Some(Step::Broken));
                prop_assert!(after.taken >= tally.taken && after.returned >= tally.returned && after.lost >= tally.lost);
                prop_assert!(after.kept >= 0 && after.kept <= DUE.minor && after.owed_back() >= 0, "{after:?}");
                prop_assert!(after.state != PaymentState::Failed || after.kept == 0);
                prop_assert!(after.state == tally.state || tally.state.may_become(after.state), "{tally:?} became {after:?}");
                tally = after;
            }
            prop_assert!(paid <= 1);
            prop_assert_eq!(paid == 1, matches!(tally.state, PaymentState::Promised | PaymentState::Captured));
        }
    }
}
