//! What a report makes of a parcel.

use super::{CheckpointKind, ParcelState};
use crate::time::Timestamp;

/// The state after hearing of `kind` at `at`, when the newest checkpoint so far was at `latest`.
///
/// Reports come late and out of order: an older one never moves a parcel back, and what the shop has no word for moves
/// nothing. Only a return moves it from delivered. What goes back goes on being on its way back, whatever sorting centres and
/// vans it meets there; that it arrived there is not that it was delivered.
pub fn state_after(state: ParcelState, latest: Option<Timestamp>, kind: CheckpointKind, at: Timestamp) -> ParcelState {
    use ParcelState as S;
    let Some(next) = kind.state() else { return state };
    match (state, next) {
        (S::Returning, _) => state,
        (_, S::Delivered) => next,
        (S::Delivered, S::Returning) => next,
        (S::Delivered, _) => state,
        // A label is news while there is nothing else; carriers write "label made" anew when they print it once more.
        (_, S::LabelCreated) => state,
        _ if latest.is_some_and(|latest| at < latest) => state,
        _ => next,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use CheckpointKind as K;
    use ParcelState as S;
    use proptest::prelude::*;

    const fn minute(minute: i64) -> Timestamp {
        Timestamp(minute * 60_000)
    }

    #[test]
    fn a_late_report_does_not_move_a_parcel_back() {
        assert_eq!(state_after(S::OutForDelivery, Some(minute(90)), K::Hub, minute(30)), S::OutForDelivery);
        assert_eq!(state_after(S::InTransit, Some(minute(30)), K::OutForDelivery, minute(90)), S::OutForDelivery);
        assert_eq!(state_after(S::InTransit, Some(minute(30)), K::Label, minute(90)), S::InTransit);
    }

    #[test]
    fn delivered_stays_delivered_but_for_a_return() {
        for kind in [K::Hub, K::OutForDelivery, K::AttemptFailed, K::Delay, K::Label, K::Exception, K::Unknown] {
            assert_eq!(state_after(S::Delivered, Some(minute(90)), kind, minute(95)), S::Delivered);
        }
        assert_eq!(state_after(S::Delivered, Some(minute(90)), K::Returning, minute(200)), S::Returning);
    }

    #[test]
    fn delivered_counts_even_when_its_clock_is_behind() {
        assert_eq!(state_after(S::OutForDelivery, Some(minute(90)), K::Delivered, minute(80)), S::Delivered);
    }

    #[test]
    fn what_goes_back_is_neither_on_its_way_again_nor_delivered() {
        for kind in K::ALL {
            assert_eq!(state_after(S::Returning, Some(minute(90)), *kind, minute(95)), S::Returning, "{kind:?}");
        }
    }

    #[test]
    fn something_that_held_it_up_is_over_when_it_moves_on() {
        assert_eq!(state_after(S::InTransit, Some(minute(90)), K::Exception, minute(95)), S::Exception);
        assert_eq!(state_after(S::Exception, Some(minute(95)), K::Hub, minute(99)), S::InTransit);
    }

    proptest! {
        #[test]
        fn what_the_shop_has_no_word_for_moves_nothing(at in 0_i64..200, latest in proptest::option::of(0_i64..200)) {
            for state in S::ALL {
                prop_assert_eq!(state_after(*state, latest.map(minute), K::Unknown, minute(at)), *state);
            }
        }

        #[test]
        fn however_reports_are_shuffled_and_repeated_what_was_delivered_is_delivered(
            order in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle(),
            again in 0..6_usize,
        ) {
            const WAY: [K; 6] = [K::Label, K::PickedUp, K::Hub, K::Exception, K::OutForDelivery, K::Delivered];
            let (mut state, mut latest) = (S::LabelCreated, None);
            for &told in order.iter().chain([&order[again]]) {
                let at = minute(told as i64);
                state = state_after(state, latest, WAY[told], at);
                latest = latest.max(Some(at));
            }
            prop_assert_eq!(state, S::Delivered);
        }
    }
}
