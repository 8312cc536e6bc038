//! One way to write every letter: what is typed and what is indexed are folded alike, so that accents, case, width and the
//! ways of a keyboard do not matter.

use icu_normalizer::DecomposingNormalizerBorrowed;

/// What a letter is, as far as words are made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Of a script that puts spaces between words, or a mark on such a letter.
    Letter,
    /// `0` to `9`, whatever script it was written in.
    Digit,
    /// Of a script without spaces whose words a dictionary knows: Thai, Lao, Khmer, Burmese.
    Unspaced,
    /// A Chinese or Japanese sign: each stands for itself.
    Sign,
    /// Nothing of a word.
    Gap,
}

pub(super) fn kind(letter: char) -> Kind {
    match letter {
        '0'..='9' => Kind::Digit,
        'a'..='z' => Kind::Letter,
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' if is_word(letter) => Kind::Unspaced,
        '\u{3005}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30A1}'..='\u{30FC}'
        | '\u{3400}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}' => Kind::Sign,
        _ if is_word(letter) => Kind::Letter,
        _ => Kind::Gap,
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || is_kept_mark(letter)
}

/// Signs without which Thai and Indian words fall apart. The others (accents, the short vowels of Arabic, the points of
/// Hebrew) are left out by many who type, so they are left out of every word.
fn is_kept_mark(letter: char) -> bool {
    matches!(letter, '\u{900}'..='\u{903}' | '\u{93A}'..='\u{DFF}' | '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}'
        | '\u{EB1}' | '\u{EB4}'..='\u{EBC}' | '\u{EC8}'..='\u{ECE}' | '\u{102B}'..='\u{103E}' | '\u{17B4}'..='\u{17D3}')
}

/// Adds a letter, folded, to a text.
pub(super) fn fold(letter: char, into: &mut String) {
    if letter.is_ascii() {
        return into.push(letter.to_ascii_lowercase());
    }
    let apart = DecomposingNormalizerBorrowed::new_nfkd();
    for part in apart.normalize_iter(letter.to_lowercase()) {
        plain(part, into);
    }
}

/// A whole text, folded; gaps stay what they are.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|letter| fold(letter, &mut folded));
    folded
}

fn plain(part: char, into: &mut String) {
    let one = match part {
        // Thai has one sign for what the decomposition takes apart, and its dictionary knows that one.
        '\u{E32}' if into.ends_with('\u{E4D}') => {
            into.pop();
            '\u{E33}'
        }
        'ß' => return into.push_str("ss"),
        'æ' => return into.push_str("ae"),
        'œ' => return into.push_str("oe"),
        'þ' => return into.push_str("th"),
        'ø' => 'o',
        'đ' | 'ð' => 'd',
        'ł' => 'l',
        'ı' => 'i',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ٱ' => 'ا',
        'ک' => 'ك',
        // Chandrabindu and anusvara are written for one another.
        '\u{901}' => '\u{902}',
        '\u{640}' | '\u{93C}' | '\u{200B}'..='\u{200F}' => return,
        '\u{30A1}'..='\u{30F6}' => shifted(part, '\u{30A1}', '\u{3041}'),
        '\u{660}'..='\u{669}' => shifted(part, '\u{660}', '0'),
        '\u{6F0}'..='\u{6F9}' => shifted(part, '\u{6F0}', '0'),
        '\u{966}'..='\u{96F}' => shifted(part, '\u{966}', '0'),
        '\u{E50}'..='\u{E59}' => shifted(part, '\u{E50}', '0'),
        _ if is_mark(part) => return,
        other => return other.to_lowercase().for_each(|letter| into.push(letter)),
    };
    into.push(one);
}

/// Accents, the short vowels of Arabic and Hebrew, and what makes `ka` into `ga` in Japanese.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{3099}' | '\u{309A}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}')
}

fn shifted(letter: char, from: char, to: char) -> char {
    char::from_u32(u32::from(letter) - u32::from(from) + u32::from(to)).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_the_same_however_they_are_written() {
        for (one, other) in [
            ("KRŪZE", "kruze"),
            ("Gießkanne", "GIESSKANNE"),
            ("ковёр", "КОВЕР"),
            ("إبريق", "ابريق"),
            ("سَلَّة", "سـلـه"),
            ("٣٥٠", "350"),
            ("ＭＵＧ１２", "mug12"),
            ("ﾏｸﾞ", "マグ"),
            ("まぐ", "マグ"),
            ("น้ำ", "น้ํา"),
            ("छाँव", "छांव"),
            ("Łódź", "lodz"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} {other}");
        }
        assert_ne!(folded("เก้า"), folded("เกา"), "a Thai tone makes another word");
    }
}
