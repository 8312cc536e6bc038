//! How numbers are written.

/// The text without what people put between the digits, in capitals, with full-width characters made plain.
pub(super) fn plain(text: &str) -> String {
    let narrow = |letter: char| match u32::from(letter) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(letter),
        _ => letter,
    };
    let between = |letter: &char| !letter.is_whitespace() && !matches!(letter, '.' | '-' | '/' | ',' | '\u{2010}'..='\u{2015}');
    text.chars().map(narrow).filter(between).map(|letter| letter.to_ascii_uppercase()).collect()
}

/// Whether `body` has the form: `#` a digit, `@` a letter, `*` either, `~` either or `+` or `*`.
pub(super) fn fits(form: &str, body: &str) -> bool {
    let one = |(wanted, given): (char, char)| match wanted {
        '#' => given.is_ascii_digit(),
        '@' => given.is_ascii_uppercase(),
        '*' => given.is_ascii_digit() || given.is_ascii_uppercase(),
        '~' => given.is_ascii_digit() || given.is_ascii_uppercase() || matches!(given, '+' | '*'),
        other => other == given,
    };
    form.chars().count() == body.chars().count() && form.chars().zip(body.chars()).all(one)
}

/// The one way a number is kept where there are several: Belgium's old ones get their zero, the name of the tax goes.
pub(super) fn canonical(country: &str, body: &str) -> String {
    match country {
        "BE" => format!("{body:0>10}"),
        "CH" | "NO" => body.trim_end_matches(|letter: char| letter.is_ascii_uppercase()).to_owned(),
        _ => body.to_owned(),
    }
}
