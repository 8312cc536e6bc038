//! What fits into one text message (3GPP TS 23.038).

/// Signs of one message in the GSM alphabet.
pub const ONE_GSM: usize = 160;
/// Units of UTF-16 of one message in any other script.
pub const ONE_UCS: usize = 70;
/// What is left of each where a text takes several, for the number of the part.
const PART_GSM: usize = 153;
const PART_UCS: usize = 67;

/// The GSM alphabet.
const GSM: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Signs that take two places in it.
const TWICE: &str = "^{}\\[~]|€";

/// The places a text takes in the GSM alphabet; none where a sign is not in it.
fn gsm(text: &str) -> Option<usize> {
    text.chars().try_fold(0, |sum, sign| match (GSM.contains(sign), TWICE.contains(sign)) {
        (true, _) => Some(sum + 1),
        (_, true) => Some(sum + 2),
        _ => None,
    })
}

/// How many messages a text is paid as.
pub fn segments(text: &str) -> usize {
    let (length, one, part) = match gsm(text) {
        Some(places) => (places, ONE_GSM, PART_GSM),
        None => (text.encode_utf16().count(), ONE_UCS, PART_UCS),
    };
    if length <= one { 1 } else { length.div_ceil(part) }
}

/// One message of who writes, what is said, and a link: always one segment. What is too long loses its end, never its link,
/// unless the link alone leaves no room for a word.
pub fn fitted(shop: &str, says: &str, link: &str) -> String {
    const FEWEST: usize = 8;
    let whole = |says: &str, link: &str| match link {
        "" => format!("{shop}: {says}"),
        link => format!("{shop}: {says} {link}"),
    };
    let shorter = |link: &str| {
        let signs: Vec<char> = says.chars().collect();
        let longest = (FEWEST.min(signs.len())..signs.len()).rev().map(|count| {
            let kept: String = signs[..count].iter().collect();
            whole(&format!("{}...", kept.trim_end()), link)
        });
        longest.into_iter().find(|text| segments(text) == 1)
    };
    let all = whole(says, link);
    if segments(&all) == 1 {
        return all;
    }
    shorter(link).or_else(|| Some(whole(says, "")).filter(|text| segments(text) == 1)).or_else(|| shorter("")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn signs_are_counted_as_telephones_do() {
        let table = [
            ("a".repeat(160), 1),
            ("a".repeat(161), 2),
            ("a".repeat(306), 2),
            ("a".repeat(307), 3),
            ("€".repeat(80), 1),
            ("€".repeat(81), 2),
            ("ж".repeat(70), 1),
            ("ж".repeat(71), 2),
            ("ж".repeat(134), 2),
            ("ж".repeat(135), 3),
            ("🎁".repeat(35), 1),
            ("🎁".repeat(36), 2),
            (format!("{}ā", "a".repeat(69)), 1),
            (format!("{}ā", "a".repeat(70)), 2),
            (String::new(), 1),
        ];
        for (text, count) in table {
            assert_eq!(segments(&text), count, "{text}");
        }
    }

    #[test]
    fn a_text_that_is_too_long_keeps_its_link() {
        let link = "https://shop.example/o/1A2B3C4D5-ABCDEFGH";
        assert_eq!(fitted("Shop", "It comes today.", link), format!("Shop: It comes today. {link}"));
        let long = fitted("Shop", &"Ваша посылка сегодня ".repeat(9), link);
        assert!(long.starts_with("Shop: Ваша") && long.ends_with(&format!("... {link}")), "{long}");
        assert_eq!(segments(&long), 1);
        let far = format!("https://{}.example/o/1", "a".repeat(60));
        assert_eq!(fitted("Магазин", "Сегодня!", &far), "Магазин: Сегодня!");
    }

    proptest! {
        #[test]
        fn a_message_is_one_segment(says in "\\PC{0,200}", link in "[a-z:/]{0,120}") {
            let text = fitted("Cartwright", &says, &link);
            prop_assert_eq!(segments(&text), 1);
        }
    }
}
