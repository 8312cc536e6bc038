//! The tables in `data/`: lines of cells between tabs; a line that starts with `#` speaks to the reader.

use crate::time::Day;

/// The lines of a table, each as its cells.
pub(crate) fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// Reads a day such as `2026-01-31`.
pub(crate) fn day(text: &str) -> Option<Day> {
    let mut parts = text.splitn(3, '-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Years begin in March, so that a leap day is the last of its year; 719 468 days lie between 0000-03-01 and 1970-01-01.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let before = (153 * month + 2) / 5 + year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(Day(before + day - 1 - 719_468))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_day_is_the_day_it_names() {
        assert_eq!(day("1970-01-01"), Some(Day(0)));
        assert_eq!(day("2026-11-20"), Some(Day(20_777)));
        assert_eq!(day("2024-03-01"), day("2024-02-29").map(|leap| leap.plus(1)));
        assert_eq!(day("2000-02-29").map(|leap| leap.plus(1)), day("2000-03-01"));
        for text in ["", "2026", "2026-13-01", "2026-01-32", "20x6-01-01", "2026-01-01-01"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
