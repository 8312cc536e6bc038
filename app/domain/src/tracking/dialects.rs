//! Carriers' own codes in the shop's words: one table.
//!
//! Codes of EasyPost from its reference (`Tracker.status`), of AfterShip from its list of delivery statuses and subtags, of DHL
//! from its unified tracking API (`statusCode`, which is coarse: what it means is in its text).

use super::CheckpointKind;
use crate::codes;

codes! {
    /// Whose codes.
    Dialect {
        /// EasyPost's trackers.
        EasyPost = "easypost",
        /// AfterShip's trackings.
        AfterShip = "aftership",
        /// DHL's unified tracking.
        Dhl = "dhl",
    }
}

/// A row: whose, the code, what the finer code or the text has in it (empty: whatever), what it means. The first that fits
/// counts.
type Row = (Dialect, &'static str, &'static str, CheckpointKind);

const TABLE: &[Row] = {
    use CheckpointKind as K;
    use Dialect::{AfterShip as A, Dhl as D, EasyPost as E};
    &[
        (E, "pre_transit", "", K::Label),
        (E, "in_transit", "delayed", K::Delay),
        (E, "in_transit", "weather_delay", K::Delay),
        (E, "in_transit", "customs", K::Customs),
        (E, "in_transit", "package_accepted", K::PickedUp),
        (E, "in_transit", "received_at_origin", K::PickedUp),
        (E, "in_transit", "", K::Hub),
        (E, "out_for_delivery", "", K::OutForDelivery),
        (E, "available_for_pickup", "", K::PickupReady),
        (E, "delivered", "", K::Delivered),
        (E, "return_to_sender", "", K::Returning),
        (E, "failure", "delivery_attempt", K::AttemptFailed),
        (E, "failure", "recipient_unavailable", K::AttemptFailed),
        (E, "failure", "return", K::Returning),
        (E, "failure", "", K::Exception),
        (E, "error", "", K::Exception),
        (E, "cancelled", "", K::Unknown),
        (E, "unknown", "", K::Unknown),
        (A, "Pending", "", K::Unknown),
        (A, "InfoReceived", "", K::Label),
        (A, "InTransit", "InTransit_002", K::PickedUp),
        (A, "InTransit", "InTransit_005", K::Customs),
        (A, "InTransit", "InTransit_006", K::Customs),
        (A, "InTransit", "", K::Hub),
        (A, "OutForDelivery", "", K::OutForDelivery),
        (A, "AttemptFail", "", K::AttemptFailed),
        (A, "AvailableForPickup", "", K::PickupReady),
        (A, "Delivered", "", K::Delivered),
        (A, "Exception", "Exception_004", K::Customs),
        (A, "Exception", "Exception_005", K::Delay),
        (A, "Exception", "Exception_006", K::Delay),
        (A, "Exception", "Exception_010", K::Returning),
        (A, "Exception", "Exception_011", K::Returning),
        (A, "Exception", "", K::Exception),
        (A, "Expired", "", K::Unknown),
        (D, "pre-transit", "", K::Label),
        (D, "transit", "out for delivery", K::OutForDelivery),
        (D, "transit", "with delivery courier", K::OutForDelivery),
        (D, "transit", "loaded onto the delivery vehicle", K::OutForDelivery),
        (D, "transit", "ready for pick", K::PickupReady),
        (D, "transit", "available for pick", K::PickupReady),
        (D, "transit", "ready for collection", K::PickupReady),
        (D, "transit", "customs", K::Customs),
        (D, "transit", "delay", K::Delay),
        (D, "transit", "picked up", K::PickedUp),
        (D, "transit", "", K::Hub),
        (D, "delivered", "", K::Delivered),
        (D, "failure", "return", K::Returning),
        (D, "failure", "attempt", K::AttemptFailed),
        (D, "failure", "not home", K::AttemptFailed),
        (D, "failure", "could not be delivered", K::AttemptFailed),
        (D, "failure", "", K::Exception),
        (D, "unknown", "", K::Unknown),
    ]
};

/// What a code means, with the finer code or text beside it. What is in no row is unknown, and moves nothing.
pub fn understood(dialect: Dialect, code: &str, detail: &str) -> CheckpointKind {
    let (code, detail) = (code.trim().to_lowercase(), detail.to_lowercase());
    let fits = |row: &&Row| row.0 == dialect && row.1.to_lowercase() == code && detail.contains(&row.2.to_lowercase());
    TABLE.iter().find(fits).map_or(CheckpointKind::Unknown, |row| row.3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use CheckpointKind as K;
    use proptest::prelude::*;

    #[test]
    fn what_carriers_say_means_what_it_says() {
        use Dialect::{AfterShip as A, Dhl as D, EasyPost as E};
        let told = [
            (E, "pre_transit", "status_update", K::Label),
            (E, "in_transit", "arrived_at_facility", K::Hub),
            (E, "in_transit", "delayed", K::Delay),
            (E, "out_for_delivery", "out_for_delivery", K::OutForDelivery),
            (E, "available_for_pickup", "", K::PickupReady),
            (E, "delivered", "arrived_at_destination", K::Delivered),
            (E, "return_to_sender", "return", K::Returning),
            (E, "failure", "delivery_attempted", K::AttemptFailed),
            (E, "failure", "damaged", K::Exception),
            (E, "error", "", K::Exception),
            (E, "unknown", "unknown", K::Unknown),
            (E, "cancelled", "cancelled", K::Unknown),
            (A, "InfoReceived", "InfoReceived_001", K::Label),
            (A, "InTransit", "InTransit_003", K::Hub),
            (A, "OutForDelivery", "OutForDelivery_001", K::OutForDelivery),
            (A, "AttemptFail", "AttemptFail_002", K::AttemptFailed),
            (A, "AvailableForPickup", "AvailableForPickup_001", K::PickupReady),
            (A, "Delivered", "Delivered_003", K::Delivered),
            (A, "Exception", "Exception_011", K::Returning),
            (A, "Exception", "Exception_013", K::Exception),
            (A, "Pending", "Pending_002", K::Unknown),
            (A, "Expired", "Expired_001", K::Unknown),
            (D, "pre-transit", "The shipment information was announced", K::Label),
            (D, "transit", "PROCESSED AT LOCAL DISTRIBUTION CENTER", K::Hub),
            (D, "transit", "Shipment is out for delivery", K::OutForDelivery),
            (D, "transit", "Ready for pick-up at the Packstation", K::PickupReady),
            (D, "delivered", "DELIVERED - PARCEL LOCKER", K::Delivered),
            (D, "failure", "Returned to shipper", K::Returning),
            (D, "failure", "Delivery attempt was not successful", K::AttemptFailed),
            (D, "failure", "The parcel was damaged", K::Exception),
            (D, "unknown", "", K::Unknown),
        ];
        for (dialect, code, detail, meant) in told {
            assert_eq!(understood(dialect, code, detail), meant, "{dialect:?} {code} {detail}");
        }
    }

    #[test]
    fn every_row_can_be_met() {
        for &(dialect, code, detail, kind) in TABLE {
            assert_eq!(understood(dialect, code, detail), kind, "{dialect:?} {code} {detail}");
        }
    }

    proptest! {
        #[test]
        fn any_other_code_moves_nothing(code in "\\PC{0,24}", detail in "\\PC{0,24}") {
            for dialect in Dialect::ALL {
                let known = TABLE.iter().any(|row| row.0 == *dialect && row.1.eq_ignore_ascii_case(code.trim()));
                prop_assert!(known || understood(*dialect, &code, &detail) == K::Unknown);
            }
        }
    }
}
