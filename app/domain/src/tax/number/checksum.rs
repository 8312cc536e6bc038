//! How VAT numbers add up, country by country.
//!
//! The rules are public: the European Commission's table of national algorithms (VIES), ISO/IEC 7064 (mod 11,10 and
//! mod 97-10), Luhn's ISO/IEC 7812, and for CH and NO those of the UID register and of Brønnøysund.

/// Whether a number without its prefix, in one of its country's forms, adds up.
pub(super) fn holds(country: &str, body: &str) -> bool {
    let d = digits(body);
    match country {
        "AT" => austria(&d),
        "BE" => number(&d[..8]) % 97 + number(&d[8..]) == 97,
        "BG" => bulgaria(&d),
        "CH" => (11 - weighed(&d, &[5, 4, 3, 2, 7, 6, 5, 4]) % 11) % 11 == d[8],
        "CY" => cyprus(body, &d),
        "CZ" => czechia(&d),
        "DE" => d[0] > 0 && mod_11_10(&d),
        "HR" => mod_11_10(&d),
        "DK" => d[0] > 0 && weighed(&d, &[2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11),
        "EE" => weighed(&d, &[3, 7, 1, 3, 7, 1, 3, 7, 1]).is_multiple_of(10),
        "ES" => spain(body),
        "FI" => weighed(&d, &[7, 9, 10, 5, 8, 4, 2, 1]).is_multiple_of(11),
        "FR" => france(body),
        "GB" => britain(body, &d),
        "GR" => weighed(&d, &[256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == d[8],
        "HU" => weighed(&d, &[9, 7, 3, 1, 9, 7, 3, 1]).is_multiple_of(10),
        "IE" => ireland(body),
        "IT" => luhn(&d) && d[..7].iter().any(|&digit| digit > 0) && matches!(number(&d[7..10]), 1..=100 | 120 | 121 | 888 | 999),
        "LT" => lithuania(&d),
        "LU" => number(&d[..6]) % 89 == number(&d[6..]),
        "LV" => latvia(&d),
        "MT" => d[0] > 0 && weighed(&d, &[3, 4, 6, 7, 8, 9, 10, 1]).is_multiple_of(37),
        "NL" => netherlands(body, &d),
        "NO" => weighed(&d, &[3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11),
        "PL" => weighed(&d, &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == d[9],
        "PT" => d[0] > 0 && (11 - weighed(&d, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == d[8],
        "RO" => romania(&d),
        "SE" => luhn(&d[..10]) && matches!(number(&d[10..]), 1..=94),
        "SI" => d[0] > 0 && matches!(11 - weighed(&d, &[8, 7, 6, 5, 4, 3, 2]) % 11, check @ 1..=10 if check % 10 == d[7]),
        "SK" => number(&d).is_multiple_of(11) && ((d[0] > 0 && matches!(d[2], 2..=4 | 7..=9)) || birth(&d)),
        _ => false,
    }
}

fn digits(text: &str) -> Vec<u64> {
    text.chars().filter_map(|letter| letter.to_digit(10)).map(u64::from).collect()
}

fn number(digits: &[u64]) -> u64 {
    digits.iter().fold(0, |sum, digit| sum * 10 + digit)
}

/// The digits times the weights, as far as there are weights.
fn weighed(digits: &[u64], weights: &[u64]) -> u64 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// The place of a letter in an alphabet that leaves some out.
fn place(alphabet: &str, letter: char) -> Option<u64> {
    alphabet.find(letter).and_then(|at| u64::try_from(at).ok())
}

/// ISO/IEC 7812: every second digit from the right counts double, by its digit sum.
fn luhn(digits: &[u64]) -> bool {
    let doubled = |digit: u64| if digit > 4 { 2 * digit - 9 } else { 2 * digit };
    let sum: u64 = digits.iter().rev().enumerate().map(|(at, &digit)| if at % 2 == 1 { doubled(digit) } else { digit }).sum();
    sum.is_multiple_of(10)
}

/// ISO/IEC 7064, mod 11,10.
fn mod_11_10(digits: &[u64]) -> bool {
    let Some((last, rest)) = digits.split_last() else { return false };
    let carried = rest.iter().fold(10, |carried, digit| match (carried + digit) % 10 {
        0 => 20 % 11,
        sum => sum * 2 % 11,
    });
    (carried + last) % 10 == 1
}

fn austria(d: &[u64]) -> bool {
    let cross = |digit: u64| digit * 2 / 10 + digit * 2 % 10;
    let sum: u64 = d[..7].iter().enumerate().map(|(at, &digit)| if at % 2 == 1 { cross(digit) } else { digit }).sum();
    (96 - sum) % 10 == d[7]
}

/// Nine digits are a company; ten a citizen, a foreigner or somebody else.
fn bulgaria(d: &[u64]) -> bool {
    if d.len() == 9 {
        let first = weighed(d, &[1, 2, 3, 4, 5, 6, 7, 8]) % 11;
        let check = if first == 10 { weighed(d, &[3, 4, 5, 6, 7, 8, 9, 10]) % 11 } else { first };
        return check % 10 == d[8];
    }
    let citizen = weighed(d, &[2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == d[9];
    let foreigner = weighed(d, &[21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 == d[9];
    let other = (11 - weighed(d, &[4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 == d[9];
    citizen || foreigner || other
}

fn cyprus(body: &str, d: &[u64]) -> bool {
    const ODD: [u64; 10] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
    let value =
        |(at, &digit): (usize, &u64)| if at % 2 == 0 { usize::try_from(digit).map_or(0, |digit| ODD[digit]) } else { digit };
    let sum: u64 = d.iter().enumerate().map(value).sum();
    body.chars().last().and_then(|letter| place("ABCDEFGHIJKLMNOPQRSTUVWXYZ", letter)) == Some(sum % 26)
}

/// Eight digits are a company, nine that begin with 6 a group of persons, others a person's birth number.
fn czechia(d: &[u64]) -> bool {
    match (d.len(), d[0]) {
        // A remainder of ten or of nothing leaves the check digits 1 and 0.
        (8, 0..=8) => (11 - weighed(d, &[8, 7, 6, 5, 4, 3, 2]) % 11) % 10 == d[7],
        (9, 6) => match weighed(&d[1..], &[8, 7, 6, 5, 4, 3, 2]) % 11 {
            0 => false,
            1 => d[8] == 9,
            rest => d[8] == rest - 2,
        },
        // They had nine digits until 1953.
        (9, _) => birth(d) && number(&d[..2]) <= 53,
        (10, _) => birth(d) && (number(d).is_multiple_of(11) || (number(&d[..9]) % 11 == 10 && d[9] == 0)),
        _ => false,
    }
}

/// Whether a birth number names a month and a day; women's months count from 50, further ones from 20 and 70.
fn birth(d: &[u64]) -> bool {
    let month = number(&d[2..4]);
    matches!(month % 50, 1..=12 | 21..=32) && matches!(number(&d[4..6]), 1..=31)
}

fn spain(body: &str) -> bool {
    const PERSON: &str = "TRWAGMYFPDXBNJZSQVHLCKE";
    let (Some(first), Some(last)) = (body.chars().next(), body.chars().last()) else { return false };
    let middle = digits(&body[1..body.len() - 1]);
    let person = |begin: u64| place(PERSON, last) == Some(number(&[&[begin], &middle[..]].concat()) % 23);
    match first {
        '0'..='9' => person(first.to_digit(10).map_or(0, u64::from)),
        'K' | 'L' | 'M' | 'X' => person(0),
        'Y' => person(1),
        'Z' => person(2),
        'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'J' | 'N' | 'P' | 'Q' | 'R' | 'S' | 'U' | 'V' | 'W' => {
            company(first, &middle, last)
        }
        _ => false,
    }
}

/// Spanish companies: a check digit, or the letter that stands for it; some kinds may only have one of the two.
fn company(kind: char, middle: &[u64], last: char) -> bool {
    let Some(check) = (0..10).find(|&check| luhn(&[middle, &[check]].concat())) else { return false };
    let (digit, letter) = (last.to_digit(10).map(u64::from), place("JABCDEFGHI", last));
    match kind {
        'A' | 'B' | 'E' | 'H' => digit == Some(check),
        'N' | 'P' | 'Q' | 'R' | 'S' | 'W' => letter == Some(check),
        _ => digit == Some(check) || letter == Some(check),
    }
}

/// Two characters that check the SIREN; where they are digits, `SIREN × 100 + 12` modulo 97. Monaco's begin with three
/// zeros and are no SIREN.
fn france(body: &str) -> bool {
    const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let (key, siren) = body.split_at(2);
    if !siren.starts_with("000") && !luhn(&digits(siren)) {
        return false;
    }
    let siren = number(&digits(siren));
    if let Ok(key) = key.parse::<u64>() {
        return (siren * 100 + 12) % 97 == key;
    }
    let mut places = key.chars().map(|letter| place(ALPHABET, letter));
    let (Some(Some(first)), Some(Some(second))) = (places.next(), places.next()) else { return false };
    let check = if first < 10 { first * 24 + second - 10 } else { first * 34 + second - 100 };
    (siren + 1 + check / 11) % 11 == check % 11
}

/// Traders have nine digits (twelve with their branch), departments and health authorities three. Numbers from a hundred
/// million on may leave a remainder: the Revenue began new rows of them.
fn britain(body: &str, d: &[u64]) -> bool {
    match &body[..2] {
        "GD" => number(d) < 500,
        "HA" => number(d) >= 500,
        _ => match weighed(d, &[8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97 {
            0 => true,
            42 | 55 => d[0] > 0,
            _ => false,
        },
    }
}

/// Seven digits and a check letter, perhaps a second letter that counts nine times; before 2013 the second digit could be a
/// letter or a sign.
fn ireland(body: &str) -> bool {
    const ALPHABET: &str = "WABCDEFGHIJKLMNOPQRSTUV";
    let letters: Vec<char> = body.chars().collect();
    let old = !letters[1].is_ascii_digit();
    let seven = if old { [&[0], &digits(&body[2..7])[..], &digits(&body[..1])[..]].concat() } else { digits(&body[..7]) };
    let second = letters.get(8).map_or(Some(0), |&letter| place(ALPHABET, letter));
    let sum = weighed(&seven, &[8, 7, 6, 5, 4, 3, 2]);
    second.is_some_and(|second| place(ALPHABET, letters[7]) == Some((sum + 9 * second) % 23))
}

/// Companies have nine digits with a one before the last, those registered for a time twelve.
fn lithuania(d: &[u64]) -> bool {
    let Some((&last, rest)) = d.split_last() else { return false };
    let weigh = |from: u64| rest.iter().zip(from..).map(|(digit, at)| digit * (at % 9 + 1)).sum::<u64>() % 11;
    let check = if weigh(0) == 10 { weigh(2) % 10 } else { weigh(0) };
    rest.last() == Some(&1) && check == last
}

/// Companies begin with a four or more; others are persons, by their birthday or, since 2017, by 32 and no check.
fn latvia(d: &[u64]) -> bool {
    if d[0] > 3 {
        return weighed(d, &[9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3;
    }
    if d[..2] == [3, 2] {
        return true;
    }
    let born = matches!(number(&d[..2]), 1..=31) && matches!(number(&d[2..4]), 1..=12);
    born && (1 + weighed(d, &[10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10 == d[10]
}

/// Companies pass the eleven test; since 2020 sole traders have numbers that pass mod 97-10 with the letters as numbers.
fn netherlands(body: &str, d: &[u64]) -> bool {
    let eleven = weighed(d, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11 == d[8];
    let fold = |rest: u64, letter: char| match letter.to_digit(36).map(u64::from) {
        Some(value @ 10..) => (rest * 100 + value) % 97,
        Some(value) => (rest * 10 + value) % 97,
        None => rest,
    };
    number(&d[9..]) > 0 && (eleven || "NL".chars().chain(body.chars()).fold(0, fold) == 1)
}

fn romania(d: &[u64]) -> bool {
    let Some((&last, rest)) = d.split_last() else { return false };
    let weights = &[7, 5, 3, 2, 1, 7, 5, 3, 2][9 - rest.len()..];
    d[0] > 0 && weighed(rest, weights) * 10 % 11 % 10 == last
}
