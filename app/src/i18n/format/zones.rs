//! Places and the time there, and moments as machines write them.

use domain::time::Timestamp;
use jiff::tz::TimeZone;

/// Minutes east of UTC then, in a zone named as the IANA database does (`Asia/Kolkata`); none in a zone nobody knows.
pub fn offset(zone: &str, at: Timestamp) -> i16 {
    let moment = jiff::Timestamp::from_millisecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    i16::try_from(zone.to_offset(moment).seconds().div_euclid(60)).unwrap_or(0)
}

/// Whether there is a time zone of this name.
pub fn is_zone(name: &str) -> bool {
    TimeZone::get(name).is_ok()
}

/// Machine form of a moment: `2026-11-20T09:00:00Z`.
pub fn machine(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.0).map(|at| at.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-07-01T12:00:00Z and 2026-11-20T09:00:00Z.
    const SUMMER: Timestamp = Timestamp(1_782_907_200_000);
    const WINTER: Timestamp = Timestamp(1_795_165_200_000);

    #[test]
    fn riga_is_an_hour_ahead_of_itself_in_summer() {
        assert_eq!((machine(SUMMER), offset("Europe/Riga", SUMMER)), ("2026-07-01T12:00:00Z".to_owned(), 180));
        assert_eq!((machine(WINTER), offset("Europe/Riga", WINTER)), ("2026-11-20T09:00:00Z".to_owned(), 120));
    }

    #[test]
    fn half_hours_and_the_west_are_known() {
        assert_eq!(offset("Asia/Kolkata", WINTER), 330);
        assert_eq!(offset("America/Sao_Paulo", WINTER), -180);
        assert_eq!(offset("America/St_Johns", WINTER), -210);
        assert_eq!(offset("Asia/Kathmandu", WINTER), 345);
        assert_eq!(offset("Middle-earth/Shire", WINTER), 0);
    }
}
