use proptest::prelude::*;

use super::*;

fn ada() -> TypedAddress {
    TypedAddress {
        email: "ada@home.lv".into(),
        country: "LV".into(),
        name: "Ada Lovelace".into(),
        line1: "Brīvības iela 1".into(),
        postcode: "lv-1010".into(),
        city: "Rīga".into(),
        ..TypedAddress::default()
    }
}

fn in_(country: &str, line1: &str, city: &str, region: &str, postcode: &str) -> TypedAddress {
    TypedAddress {
        country: country.into(),
        line1: line1.into(),
        city: city.into(),
        region: region.into(),
        postcode: postcode.into(),
        ..ada()
    }
}

fn flaws(typed: &TypedAddress) -> Vec<(Field, Flaw)> {
    typed.parse().err().unwrap_or_default().into_iter().map(|flaw| (flaw.field, flaw.flaw)).collect()
}

fn doubt(typed: &TypedAddress) -> FieldFlaw {
    let mut flaws = typed.parse().unwrap_err();
    assert_eq!(flaws.len(), 1, "{flaws:?}");
    flaws.remove(0)
}

fn address(typed: &TypedAddress) -> Address {
    typed.parse().unwrap().1
}

#[test]
fn every_flaw_is_named_in_the_order_of_the_form() {
    let nothing = TypedAddress { email: "ada".into(), phone: "call me".into(), ..TypedAddress::default() };
    let common = [(Field::Email, Flaw::Shape), (Field::Country, Flaw::Empty), (Field::Name, Flaw::Empty)];
    let rest =
        [(Field::Line1, Flaw::Empty), (Field::City, Flaw::Empty), (Field::Postcode, Flaw::Empty), (Field::Phone, Flaw::Shape)];
    assert_eq!(flaws(&nothing), [&common[..], &rest[..]].concat());

    let in_japan = TypedAddress { country: "JP".into(), ..nothing };
    let order: Vec<Field> = flaws(&in_japan).into_iter().map(|(field, _)| field).collect();
    let own = [Field::Postcode, Field::Region, Field::City, Field::Line1, Field::Name];
    assert_eq!(order, [&[Field::Email], &own[..], &[Field::Phone]].concat());
}

#[test]
fn hong_kong_has_no_postcode_and_the_states_have_states() {
    assert_eq!(flaws(&in_("HK", "1 Queen's Road", "", "香港島", "")), []);
    assert_eq!(flaws(&in_("US", "1 Main St", "Springfield", "", "62701")), [(Field::Region, Flaw::Empty)]);
    assert_eq!(flaws(&in_("SG", "1 Raffles Place", "", "", "")), [(Field::Postcode, Flaw::Empty)]);
}

#[test]
fn what_the_country_does_not_ask_is_not_kept() {
    let dubai = address(&in_("AE", "Villa Rosa", "Jumeirah", "Dubai", "LV-1010"));
    assert_eq!((dubai.city.as_str(), dubai.postcode.as_str(), dubai.region.as_str()), ("", "", "دبي"));
}

#[test]
fn a_very_long_field_is_cut_at_a_character() {
    let typed = TypedAddress { name: "ā".repeat(1000), district: "ā".repeat(1000), ..ada() }.cut();
    assert_eq!(typed.name.chars().count(), TypedAddress::MOST);
    assert_eq!(typed.district.chars().count(), TypedAddress::MOST);
    assert_eq!(flaws(&typed), [(Field::Name, Flaw::TooLong)]);
}

#[test]
fn a_country_the_shop_does_not_reach_is_said_to_be_one() {
    let typed = TypedAddress { keep: true, ..in_("SY", "1 Straight Street", "Damascus", "", "") };
    assert_eq!(
        typed.parse().unwrap_err(),
        [FieldFlaw { field: Field::Country, flaw: Flaw::NotServed, doubt: false, suggestion: None }]
    );
    assert_eq!(flaws(&TypedAddress { country: "XX".into(), ..ada() }), [(Field::Country, Flaw::Unknown)]);
}

#[test]
fn digits_and_widths_of_every_keyboard_are_understood() {
    let tokyo = address(&in_("JP", "千代田一丁目", "千代田区", "とうきょう", "〒１００ー０００１").keeping());
    assert_eq!(tokyo.postcode, "100-0001");
    let delhi = address(&in_("IN", "Sansad Marg", "New Delhi", "दिल्ली", "११०००१"));
    assert_eq!((delhi.postcode.as_str(), delhi.region.as_str()), ("110001", "Delhi"));
    let bangkok = address(&in_("TH", "๑ ถนนสีลม", "บางรัก", "กรุงเทพมหานคร", "๑๐๕๐๐"));
    assert_eq!(bangkok.postcode, "10500");
    let phone = TypedAddress { phone: "＋٣٧١ ٢٠٠٠ ٠٠٠٠".into(), ..ada() };
    assert_eq!(address(&phone).phone, "+371 2000 0000");
    assert_eq!(address(&in_("US", "1 Main St", "Beverly Hills", "california", "٩٠٢١٠")).postcode, "90210");
}

#[test]
fn a_doubt_suggests_and_the_suggestion_ends_it() {
    for (typed, field, flaw, suggestion) in [
        (in_("GB", "Rose Cottage", "London", "", "SWIA 1AA"), Field::Postcode, Flaw::Shape, Some("SW1A 1AA")),
        (in_("US", "1 Main St", "Boston", "MA", "2139"), Field::Postcode, Flaw::Shape, Some("02139")),
        (in_("US", "1 Main St", "Fresno", "Calfornia", "93650"), Field::Region, Flaw::Unknown, Some("California")),
        (in_("AE", "Villa Rosa", "", "Sharja", ""), Field::Region, Flaw::Unknown, Some("Sharjah")),
        (in_("DE", "Hauptstraße", "Berlin", "", "10115"), Field::Line1, Flaw::NoNumber, None),
        (in_("DE", "Hauptstraße 1", "10115", "", "10115"), Field::City, Flaw::Shape, None),
        (TypedAddress { phone: "call me".into(), ..ada() }, Field::Phone, Flaw::Shape, None),
        (TypedAddress { line1: "-".into(), ..ada() }, Field::Line1, Flaw::Shape, None),
    ] {
        let found = doubt(&typed);
        assert_eq!((found.field, found.flaw, found.doubt, found.suggestion.as_deref()), (field, flaw, true, suggestion));
        if let Some(text) = found.suggestion {
            let mut mended = typed.clone();
            *mended.get_mut(field) = text;
            assert_eq!(flaws(&mended), []);
        }
        assert_eq!(flaws(&typed.keeping()), []);
    }
}

#[test]
fn what_the_shopper_insists_on_is_kept_as_it_was_typed() {
    let typed = in_("US", "Main Street", "Springfield", "Jefferson", " 9021o-x ").keeping();
    let address = address(&typed);
    assert_eq!(
        (address.line1.as_str(), address.region.as_str(), address.postcode.as_str()),
        ("Main Street", "Jefferson", "9021o-x")
    );
}

#[test]
fn insisting_does_not_help_against_what_cannot_be() {
    let typed = TypedAddress {
        name: String::new(),
        line1: "a\u{0}b".into(),
        postcode: "1".repeat(17),
        city: " ".into(),
        ..TypedAddress { country: "LV".into(), ..ada() }.keeping()
    };
    let expected =
        [(Field::Name, Flaw::Empty), (Field::Line1, Flaw::Shape), (Field::City, Flaw::Empty), (Field::Postcode, Flaw::TooLong)];
    assert_eq!(flaws(&typed), expected);
    assert!(typed.parse().unwrap_err().iter().all(|flaw| !flaw.doubt));
}

#[test]
fn houses_may_go_without_a_number_where_that_is_known() {
    assert_eq!(flaws(&in_("LV", "\"Mazsmiltāji\"", "Cīrava", "Dienvidkurzemes novads", "3453")), []);
    assert_eq!(flaws(&in_("ES", "Calle Mayor, s/n", "Soria", "Soria", "42001")), []);
    assert_eq!(flaws(&TypedAddress { line2: "Haus 3".into(), ..in_("DE", "Am Markt", "Jena", "", "07743") }), []);
}

impl TypedAddress {
    fn keeping(self) -> Self {
        Self { keep: true, ..self }
    }
}

fn anywhere() -> impl Strategy<Value = TypedAddress> {
    let code = prop::sample::select(Country::all().map(|country| country.code().to_owned()).collect::<Vec<_>>());
    let text = || prop_oneof![any::<String>(), "\\PC{0,20}", "[a-zA-Z0-9０-９٠-٩ \\-〒]{0,18}"];
    (code, prop::array::uniform9(text()), any::<bool>()).prop_map(|(country, texts, keep)| {
        let [email, name, line1, line2, postcode, city, district, region, phone] = texts;
        TypedAddress { email, country, name, line1, line2, postcode, city, district, region, phone, keep }
    })
}

proptest! {
    #[test]
    fn whatever_is_typed_gets_an_answer(typed in anywhere()) {
        if let Err(flaws) = typed.cut().parse() {
            prop_assert!(!flaws.is_empty());
        }
    }

    #[test]
    fn what_was_read_once_is_read_again_as_the_same(typed in anywhere()) {
        let good = TypedAddress { email: "ada@home.lv".into(), name: "Ada".into(), keep: true, ..typed };
        if let Ok((_, once)) = good.parse() {
            let again = TypedAddress { postcode: once.postcode.clone(), region: once.region.clone(), phone: once.phone.clone(), ..good };
            prop_assert_eq!(again.parse().unwrap().1, once.clone());
            prop_assert!(once.lines().iter().chain(&once.latin_lines()).all(|line| !line.trim().is_empty()));
        }
    }
}
