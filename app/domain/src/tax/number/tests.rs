use proptest::prelude::*;

use super::*;

/// Numbers that companies and registers publish: on imprints, in the registers' own explanations.
const PUBLISHED: &[(&str, &str)] = &[
    ("AT", "ATU13585627"),
    ("BE", "BE0428759497"),
    ("BE", "BE0403019261"),
    ("BG", "BG175074752"),
    ("BG", "BG7523169263"),
    ("CH", "CHE107787577"),
    ("CH", "CHE100155212"),
    ("CY", "CY10259033P"),
    ("CZ", "CZ25123891"),
    ("CZ", "CZ640903926"),
    ("CZ", "CZ7103192745"),
    ("DE", "DE136695976"),
    ("DE", "DE143454214"),
    ("DK", "DK13585628"),
    ("EE", "EE100931558"),
    ("EE", "EE100594102"),
    ("GR", "EL094259216"),
    ("ES", "ESA28015865"),
    ("ES", "ESB58378431"),
    ("ES", "ES54362315K"),
    ("ES", "ESX2482300W"),
    ("ES", "ESJ99216582"),
    ("FI", "FI20774740"),
    ("FI", "FI01120389"),
    ("FR", "FR40303265045"),
    ("FR", "FR23334175221"),
    ("FR", "FRK7399859412"),
    ("GB", "GB980780684"),
    ("GB", "GBGD001"),
    ("GB", "GBHA500"),
    ("HR", "HR33392005961"),
    ("HU", "HU12892312"),
    ("IE", "IE6433435F"),
    ("IE", "IE6433435OA"),
    ("IE", "IE8D79739I"),
    ("IT", "IT00743110157"),
    ("IT", "IT00905811006"),
    ("LT", "LT119511515"),
    ("LT", "LT100001919017"),
    ("LU", "LU15027442"),
    ("LV", "LV40003521600"),
    ("LV", "LV40003032949"),
    ("LV", "LV16117519997"),
    ("MT", "MT11679112"),
    ("NL", "NL004495445B01"),
    ("NL", "NL002455799B11"),
    ("NO", "NO995525828MVA"),
    ("NO", "NO923609016MVA"),
    ("PL", "PL8567346215"),
    ("PL", "PL5260250995"),
    ("PT", "PT501964843"),
    ("RO", "RO18547290"),
    ("SE", "SE123456789701"),
    ("SE", "SE556016068001"),
    ("SI", "SI50223054"),
    ("SK", "SK2022749619"),
];

fn parse(country: &str, text: &str) -> Result<String, VatFlaw> {
    VatNumber::parse(Country::parse(country).unwrap(), text).map(String::from)
}

#[test]
fn published_numbers_add_up() {
    for (country, text) in PUBLISHED {
        assert_eq!(parse(country, text), Ok((*text).to_owned()), "{text}");
    }
}

#[test]
fn every_member_state_has_a_number_in_the_test() {
    for country in Country::all().filter(|&country| super::super::in_union(country) && country.code() != "MC") {
        assert!(PUBLISHED.iter().any(|(of, _)| *of == country.code()), "{}", country.code());
    }
}

#[test]
fn a_wrong_digit_is_seen() {
    for (country, text) in PUBLISHED.iter().filter(|(_, text)| text.len() > 7) {
        let digits: Vec<usize> = text.char_indices().filter(|(_, letter)| letter.is_ascii_digit()).map(|(at, _)| at).collect();
        let wrong = |at: usize| {
            let next = (text.as_bytes()[at] - b'0' + 1) % 10;
            parse(country, &format!("{}{next}{}", &text[..at], &text[at + 1..]))
        };
        // The ends of Dutch and Swedish numbers count a company's numbers and check nothing.
        let checked = digits.len() - if matches!(*country, "NL" | "SE") { 2 } else { 0 };
        let passed = digits[..checked].iter().filter(|&&at| wrong(at).is_ok()).count();
        assert!(passed * 8 <= checked, "{text}: {passed} of {checked} wrong digits pass");
    }
}

#[test]
fn numbers_that_do_not_add_up_are_refused() {
    for (country, text) in [
        ("AT", "ATU13585626"),
        ("BE", "BE0428759496"),
        ("DE", "DE136695978"),
        ("ES", "ESJ99216583"),
        ("ES", "ESA2801586E"),
        ("FR", "FR41303265045"),
        ("IE", "IE6433435E"),
        ("IT", "IT00743110158"),
        ("LV", "LV40003521601"),
        ("LV", "LV16117519998"),
        ("NL", "NL123456789B90"),
        ("PL", "PL8567346216"),
        ("CH", "CHE-100.155.213 MWST"),
    ] {
        assert_eq!(parse(country, text), Err(VatFlaw::Checksum), "{text}");
    }
}

#[test]
fn a_number_is_read_however_it_is_typed() {
    for text in [
        "LV40003521600",
        "40003521600",
        " lv 4000 3521 600 ",
        "LV-40003521600",
        "ＬＶ４０００３５２１６００",
        "LV\u{a0}40003.521.600",
    ] {
        assert_eq!(parse("LV", text), Ok("LV40003521600".to_owned()), "{text}");
    }
    assert_eq!(parse("BE", "BE 428.759.497"), Ok("BE0428759497".to_owned()));
    assert_eq!(parse("GR", "094259216"), Ok("EL094259216".to_owned()));
    assert_eq!(parse("CH", "CHE-107.787.577 IVA"), Ok("CHE107787577".to_owned()));
    assert_eq!(parse("NO", "995 525 828 MVA"), Ok("NO995525828MVA".to_owned()));
    assert_eq!(parse("GB", "XI 980 7806 84"), Ok("XI980780684".to_owned()));
    assert_eq!(parse("MC", "FR40303265045"), Ok("FR40303265045".to_owned()));
}

#[test]
fn a_number_of_another_country_is_told_from_a_misspelt_one() {
    assert_eq!(parse("DE", "ATU13585627"), Err(VatFlaw::NotThisCountry));
    assert_eq!(parse("LV", "EL094259216"), Err(VatFlaw::NotThisCountry));
    assert_eq!(parse("US", "123456789"), Err(VatFlaw::NotThisCountry));
    for text in ["", "DE", "DE13669597", "DE1366959766", "DE13669597A", "hello", "DE136695976; --"] {
        assert_eq!(parse("DE", text), Err(VatFlaw::Shape), "{text}");
    }
}

#[test]
fn a_kept_number_reads_back() {
    for (country, text) in PUBLISHED {
        let number = VatNumber::parse(Country::parse(country).unwrap(), text).unwrap();
        let kept = serde_json::to_string(&number).unwrap();
        assert_eq!(kept, format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<VatNumber>(&kept).unwrap(), number);
    }
    assert!(serde_json::from_str::<VatNumber>("\"DE136695978\"").is_err());
    assert!(serde_json::from_str::<VatNumber>("\"US123456789\"").is_err());
}

proptest! {
    #[test]
    fn no_text_is_too_strange_to_read(at in 0_usize..40, text in "\\PC{0,16}") {
        let countries: Vec<_> = registers().map(|register| register.country).collect();
        let _ = parse(countries[at % countries.len()], &text);
    }

    #[test]
    fn whatever_has_the_form_either_adds_up_or_does_not(letters in prop::collection::vec(0_usize..36, 16)) {
        for register in registers() {
            for form in register.forms.split(' ') {
                let letter = |(wanted, &chance): (char, &usize)| match wanted {
                    '#' => char::from(b"0123456789"[chance % 10]),
                    '@' => char::from(b'A' + (chance % 26) as u8),
                    '*' | '~' => char::from(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[chance]),
                    other => other,
                };
                let text: String = register.prefix.chars().chain(form.chars().zip(&letters).map(letter)).collect();
                let flaw = parse(register.country, &text).err();
                prop_assert!(flaw.is_none_or(|flaw| flaw == VatFlaw::Checksum), "{text}: {flaw:?}");
            }
        }
    }

    #[test]
    fn what_is_read_is_kept_in_one_way(at in 0_usize..40, body in "[A-Z0-9]{2,13}") {
        let countries: Vec<_> = registers().map(|register| register.country).collect();
        let country = countries[at % countries.len()];
        if let Ok(kept) = parse(country, &body) {
            prop_assert_eq!(parse(country, &kept), Ok(kept.clone()));
        }
    }

    #[test]
    fn one_in_eleven_numbers_adds_up_at_most(digits in 100_000_000_u64..1_000_000_000) {
        let passing = (0..10).filter(|last| parse("DE", &format!("{}", digits / 10 * 10 + last)).is_ok()).count();
        prop_assert!(passing <= 1);
    }
}
