//! Letters and digits of every script, brought to the plain ones before they are compared.

/// Where the ten digits of each script of the basic plane begin (Unicode 16, general category Nd).
const ZEROS: [u32; 36] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0,
    0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0,
    0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
];

/// A text as a plain keyboard would have typed it: the digits of every script as `0` to `9`, full-width letters and signs
/// as narrow ones, every dash (also the long vowel mark people type for one) as `-`, every blank as a blank; the postal
/// mark `〒` and the invisible marks of direction and width are dropped.
///
/// For postcodes and phones, and for comparing; names and streets are kept as typed.
pub fn folded(text: &str) -> String {
    text.chars().filter_map(fold).collect()
}

fn fold(letter: char) -> Option<char> {
    let code = u32::from(letter);
    if let Some(zero) = ZEROS.iter().find(|&&zero| (zero..zero + 10).contains(&code)) {
        return char::from_digit(code - zero, 10);
    }
    match letter {
        'ー' | 'ｰ' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{2500}' | '\u{FE58}' | '\u{FE63}' => Some('-'),
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(code - 0xFEE0),
        '〒' | '〠' | '〶' => None,
        '\u{00AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {
            None
        }
        _ if letter.is_whitespace() => Some(' '),
        _ => Some(letter),
    }
}

/// A name as it is compared: folded, small, without accents, marks and punctuation, words parted by one blank.
pub fn plain(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    for letter in folded(text).chars().flat_map(char::to_lowercase) {
        match letter {
            '\'' | '’' | '‘' | 'ʼ' | '`' => {}
            '&' => bare.push_str(" and "),
            'ß' => bare.push_str("ss"),
            'æ' => bare.push_str("ae"),
            'œ' => bare.push_str("oe"),
            // Accents written by themselves, the Arabic signs for short vowels, and the stroke that only stretches.
            '\u{0300}'..='\u{036F}' | '\u{064B}'..='\u{0652}' | '\u{0640}' => {}
            _ if letter.is_ascii_punctuation() || matches!(letter, '·' | '،' | '、' | '・') => bare.push(' '),
            _ => bare.push(unaccented(letter)),
        }
    }
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The letter under the accent, for the small letters of the names in the address data.
const fn unaccented(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ạ'..='ặ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => 'i',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => 'u',
        'ý' | 'ÿ' | 'ỳ'..='ỹ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'أ' | 'إ' | 'آ' => 'ا',
        'ة' => 'ه',
        'ى' => 'ي',
        _ => letter,
    }
}

/// Whether every letter is of the Latin script; digits and signs do not matter.
pub fn is_latin(text: &str) -> bool {
    text.chars().all(|letter| !letter.is_alphabetic() || matches!(letter, '\0'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}'))
}

/// In capitals, as the country's own language writes them on a label.
pub fn capitals(text: &str, country: &str) -> String {
    let dotted = matches!(country, "TR" | "AZ");
    let mut capitals = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'i' if dotted => capitals.push('İ'),
            // Greek capitals carry no accent.
            'ά' | 'Ά' => capitals.push('Α'),
            'έ' | 'Έ' => capitals.push('Ε'),
            'ή' | 'Ή' => capitals.push('Η'),
            'ί' | 'Ί' => capitals.push('Ι'),
            'ό' | 'Ό' => capitals.push('Ο'),
            'ύ' | 'Ύ' => capitals.push('Υ'),
            'ώ' | 'Ώ' => capitals.push('Ω'),
            _ => capitals.extend(letter.to_uppercase()),
        }
    }
    capitals
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_are_digits() {
        for text in ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "๐๑๒๓๔๕๖๗๘๙", "０１２３４５６７８９", "০১২৩৪৫৬৭৮৯"]
        {
            assert_eq!(folded(text), "0123456789", "{text}");
        }
        assert_eq!(folded("〒１００ー０００１"), "100-0001");
        assert_eq!(folded("ＳＷ１Ａ　１ＡＡ"), "SW1A 1AA");
        assert_eq!(folded("\u{200F}+٣٧١ ٢٠٠٠"), "+371 2000");
        assert_eq!(folded("Rīga–東京"), "Rīga-東京");
    }

    #[test]
    fn names_are_the_same_with_and_without_their_marks() {
        for (left, right) in [
            ("São Paulo", "sao  paulo"),
            ("Sa\u{0303}o Paulo", "São Paulo"),
            ("O'Higgins", "OHiggins"),
            ("İstanbul", "istanbul"),
            ("أبو ظبي", "ابو ظبي"),
            ("Forlì-Cesena", "FORLI CESENA"),
            ("Andaman & Nicobar", "andaman and nicobar"),
            ("Thừa Thiên–Huế", "Thua Thien Hue"),
        ] {
            assert_eq!(plain(left), plain(right));
        }
        assert_ne!(plain("東京都"), plain("京都府"));
    }

    #[test]
    fn capitals_follow_the_language() {
        assert_eq!(capitals("İzmir", "TR"), "İZMİR");
        assert_eq!(capitals("Izmir", "LV"), "IZMIR");
        assert_eq!(capitals("Θεσσαλονίκη", "GR"), "ΘΕΣΣΑΛΟΝΙΚΗ");
        assert_eq!(capitals("Weißenfels", "DE"), "WEISSENFELS");
    }
}
