use super::*;
use crate::contact::{Address, PersonName};

fn country(code: &str) -> Country {
    Country::parse(code).unwrap()
}

/// Field by field, rows parted by `/`, what must be answered with a `!`, what has a word of its own with it.
fn shown(code: &str) -> String {
    let form = form(country(code));
    let word = |ask: &Ask| {
        let own = if ask.label.code() == ask.field.code() { String::new() } else { format!("={}", ask.label.code()) };
        format!("{}{own}{}", ask.field.code(), if ask.required { "!" } else { "" })
    };
    let rows = form.rows.iter().map(|row| row.iter().map(word).collect::<Vec<_>>().join(" "));
    rows.collect::<Vec<_>>().join(" / ")
}

#[test]
fn a_form_asks_what_its_country_asks_in_its_order() {
    for (code, own) in [
        ("LV", "name! / line1! / line2 / region=municipality / city! postcode!"),
        ("JP", "postcode! / region=prefecture! city! / line1! / line2 / name!"),
        ("HK", "region=area! / city=district / line1! / line2 / name!"),
        ("AE", "name! / line1! / line2 / region=emirate!"),
        ("US", "name! / line1! / line2 / city! region=state! postcode=zip!"),
        ("GB", "name! / line1! / line2 / city=post-town! / postcode!"),
        ("TH", "name! / line1! / line2 / district=subdistrict city=district! / region=province! postcode!"),
        ("BR", "name! / line1! / line2 / district=neighborhood / city! region=state! / postcode!"),
        ("IN", "name! / line1! / line2 / city! postcode=pin! / region=state!"),
        ("DE", "name! / line1! / line2 / postcode! city!"),
        ("CN", "postcode! / region=province! city! district / line1! / line2 / name!"),
        ("KR", "region=do-si! city! district / line1! / line2 / name! / postcode!"),
        ("IE", "name! / line1! / line2 / district=townland / city! / region=county / postcode=eircode"),
        ("SG", "name! / line1! / line2 / postcode!"),
        ("VA", "name! / line1! / line2 / postcode city!"),
        ("ZW", "name! / line1! / line2 / city!"),
    ] {
        assert_eq!(shown(code), format!("email! / country! / {own} / phone"), "{code}");
    }
}

#[test]
fn every_form_is_well_formed() {
    for country in Country::all() {
        let form = form(country);
        let fields: Vec<Field> = form.asks().map(|ask| ask.field).collect();
        assert!(fields.starts_with(&[Field::Email, Field::Country]) && fields.ends_with(&[Field::Phone]), "{country:?}");
        assert!([Field::Name, Field::Line1].iter().all(|field| form.ask(*field).is_some_and(|ask| ask.required)), "{country:?}");
        for field in Field::ALL {
            assert!(fields.iter().filter(|other| *other == field).count() < 2, "{country:?} asks {field:?} twice");
        }
        assert!(form.rows.iter().all(|row| !row.is_empty()), "{country:?}");
        assert_eq!(form.ask(Field::Postcode).is_some(), country.has_postcode());
        assert_eq!(form.ask(Field::Region).is_some(), country.has_region());
        for ask in form.asks() {
            assert!(ask.choices.is_empty() || ask.field == Field::Region, "{country:?}");
            assert!(ask.choices.len() != 1, "{country:?}: no choice");
        }
    }
}

#[test]
fn the_states_are_to_choose_from_and_japan_in_both_scripts() {
    let states = form(country("US")).ask(Field::Region).unwrap().choices.clone();
    assert!(states.contains(&Region { code: "CA".into(), name: "California".into(), latin: "California".into() }));
    let prefectures = form(country("JP")).ask(Field::Region).unwrap().choices.clone();
    assert_eq!(prefectures.len(), 47);
    assert!(prefectures.contains(&Region { code: "東京都".into(), name: "東京都".into(), latin: "Tokyo".into() }));
    assert_eq!(form(country("AE")).ask(Field::Region).unwrap().choices.len(), 7);
    assert!(form(country("LV")).ask(Field::Region).unwrap().choices.is_empty());
}

#[test]
fn the_keyboard_and_the_example_suit_the_postcode() {
    for (code, keyboard, example) in [
        ("US", Keyboard::Numeric, "95014"),
        ("JP", Keyboard::Numeric, "154-0023"),
        ("GB", Keyboard::Text, "EC1Y 8SY"),
        ("LV", Keyboard::Text, "LV-1073"),
        ("IN", Keyboard::Numeric, "110034"),
        ("KP", Keyboard::Text, ""),
    ] {
        let form = form(country(code));
        let ask = form.ask(Field::Postcode).unwrap();
        assert_eq!((ask.keyboard, ask.example.as_str()), (keyboard, example), "{code}");
    }
}

#[test]
fn a_form_travels_as_json() {
    let form = form(country("HK"));
    let text = serde_json::to_string(&form).unwrap();
    assert!(text.contains(r#""label":"area""#), "{text}");
    assert_eq!(serde_json::from_str::<AddressForm>(&text).unwrap(), form);
}

#[derive(Default)]
struct Parts(&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

fn address(code: &str, name: &str, Parts(line1, line2, district, city, region, postcode): Parts) -> Address {
    Address {
        name: PersonName::parse(name).unwrap(),
        line1: line1.into(),
        line2: line2.into(),
        city: city.into(),
        district: district.into(),
        region: region.into(),
        postcode: postcode.into(),
        country: country(code),
        phone: String::new(),
    }
}

#[test]
fn a_label_is_written_as_its_country_writes_it() {
    for (code, name, parts, home, abroad) in [
        (
            "LV",
            "Ada Lovelace",
            Parts("Brīvības iela 1", "dz. 2", "", "Rīga", "", "LV-1010"),
            "Ada Lovelace / Brīvības iela 1 / dz. 2 / RĪGA, LV-1010",
            "Ada Lovelace / Brīvības iela 1 / dz. 2 / RĪGA, LV-1010",
        ),
        (
            "LV",
            "Andris Lapiņš",
            Parts("\"Mazsmiltāji\"", "", "", "Cīrava", "Dienvidkurzemes novads", "LV-3453"),
            "Andris Lapiņš / \"Mazsmiltāji\" / Dienvidkurzemes novads / CĪRAVA, LV-3453",
            "Andris Lapiņš / \"Mazsmiltāji\" / Dienvidkurzemes novads / CĪRAVA, LV-3453",
        ),
        (
            "JP",
            "山田花子",
            Parts("千代田1-1", "", "", "千代田区", "東京都", "100-0001"),
            "〒100-0001 / 東京都千代田区 / 千代田1-1 / 山田花子",
            "山田花子 / 千代田1-1 / 千代田区, TOKYO / 100-0001",
        ),
        (
            "JP",
            "Hanako Yamada",
            Parts("1-1 Chiyoda", "", "", "Chiyoda-ku", "東京都", "100-0001"),
            "Hanako Yamada / 1-1 Chiyoda / Chiyoda-ku, TOKYO / 100-0001",
            "Hanako Yamada / 1-1 Chiyoda / Chiyoda-ku, TOKYO / 100-0001",
        ),
        (
            "HK",
            "陳大文",
            Parts("彌敦道1號", "", "", "尖沙咀", "Kowloon", ""),
            "九龍 / 尖沙咀 / 彌敦道1號 / 陳大文",
            "陳大文 / 彌敦道1號 / 尖沙咀 / KOWLOON",
        ),
        ("AE", "عائشة", Parts("فيلا 3", "", "", "", "دبي", ""), "عائشة / فيلا 3 / دبي", "عائشة / فيلا 3 / Dubai"),
        (
            "US",
            "Grace Hopper",
            Parts("1 Main St", "Apt 2", "", "Beverly Hills", "CA", "90210"),
            "Grace Hopper / 1 Main St / Apt 2 / BEVERLY HILLS, CA 90210",
            "Grace Hopper / 1 Main St / Apt 2 / BEVERLY HILLS, CA 90210",
        ),
        (
            "GB",
            "Ada Lovelace",
            Parts("10 Downing Street", "", "", "London", "", "SW1A 2AA"),
            "Ada Lovelace / 10 Downing Street / LONDON / SW1A 2AA",
            "Ada Lovelace / 10 Downing Street / LONDON / SW1A 2AA",
        ),
        (
            "TH",
            "สมชาย",
            Parts("1 ถนนสีลม", "", "สีลม", "บางรัก", "กรุงเทพมหานคร", "10500"),
            "สมชาย / 1 ถนนสีลม / สีลม บางรัก / กรุงเทพมหานคร 10500",
            "สมชาย / 1 ถนนสีลม / สีลม, บางรัก / BANGKOK 10500",
        ),
        (
            "BR",
            "Ana Souza",
            Parts("Av. Paulista 1", "", "Bela Vista", "São Paulo", "SP", "01310-100"),
            "Ana Souza / Av. Paulista 1 / Bela Vista / SÃO PAULO-SP / 01310-100",
            "Ana Souza / Av. Paulista 1 / Bela Vista / SÃO PAULO-SP / 01310-100",
        ),
        (
            "KR",
            "홍길동",
            Parts("세종대로 1", "", "", "중구", "서울특별시", "04524"),
            "서울특별시 중구 / 세종대로 1 / 홍길동 / 04524",
            "홍길동 / 세종대로 1 / 중구 / Seoul / 04524",
        ),
        (
            "CH",
            "Heidi Meier",
            Parts("Bahnhofstrasse 1", "", "", "Zürich", "", "8001"),
            "Heidi Meier / Bahnhofstrasse 1 / CH-8001 Zürich",
            "Heidi Meier / Bahnhofstrasse 1 / CH-8001 Zürich",
        ),
        (
            "SG",
            "Mei Tan",
            Parts("1 Raffles Place", "#02-03", "", "", "", "048616"),
            "Mei Tan / 1 Raffles Place / #02-03 / SINGAPORE 048616",
            "Mei Tan / 1 Raffles Place / #02-03 / SINGAPORE 048616",
        ),
        (
            "IT",
            "Sofia Rossi",
            Parts("Via Roma 1", "", "", "Bologna", "BO", "40121"),
            "Sofia Rossi / Via Roma 1 / 40121 BOLOGNA BO",
            "Sofia Rossi / Via Roma 1 / 40121 BOLOGNA BO",
        ),
    ] {
        let address = address(code, name, parts);
        assert_eq!(address.lines().join(" / "), home);
        assert_eq!(address.latin_lines().join(" / "), abroad);
        assert!(
            address
                .page_lines()
                .iter()
                .map(|line| line.to_uppercase())
                .eq(address.lines().iter().map(|line| line.to_uppercase()))
        );
    }
}

#[test]
fn no_comma_hangs_beside_what_is_missing() {
    let states = |city, region, postcode| address("US", "Ada", Parts("1 Main St", "", "", city, region, postcode)).lines().pop();
    assert_eq!(states("Rome", "NY", "").as_deref(), Some("ROME, NY"));
    assert_eq!(states("Rome", "", "13440").as_deref(), Some("ROME 13440"));
    assert_eq!(states("", "NY", "13440").as_deref(), Some("NY 13440"));
    assert_eq!(states("", "", "").as_deref(), Some("1 Main St"));
    let seoul = address("KR", "홍길동", Parts("세종대로 1", "", "중구", "", "서울특별시", "04524"));
    assert_eq!(seoul.lines()[0], "서울특별시 중구");
    assert_eq!(address("LT", "Ada", Parts("Gatvė 1", "", "", "Vilnius", "", "")).page_lines(), ["Ada", "Gatvė 1", "Vilnius"]);
    assert_eq!(
        address("US", "Ada", Parts("1 Main St", "", "", "Rome", "NY", "13440")).page_lines().pop().as_deref(),
        Some("Rome, NY 13440")
    );
}

#[test]
fn a_label_says_everything_the_form_requires() {
    for country in Country::all() {
        let address = Address {
            name: PersonName::parse("Ada").unwrap(),
            line1: "House 1".into(),
            line2: "Flat 2".into(),
            city: "Town".into(),
            district: "Quarter".into(),
            region: "Land".into(),
            postcode: "1234".into(),
            country,
            phone: "+371 20000000".into(),
        };
        let form = form(country);
        for lines in [address.lines(), address.latin_lines()] {
            let label = lines.join("\n").to_lowercase();
            for (field, text) in [
                (Field::Name, "ada"),
                (Field::Line1, "house 1"),
                (Field::Line2, "flat 2"),
                (Field::City, "town"),
                (Field::District, "quarter"),
                (Field::Region, "land"),
                (Field::Postcode, "1234"),
            ] {
                let text = if matches!(country.code(), "TR" | "AZ") { text.replace('i', "i̇") } else { text.to_owned() };
                assert!(label.contains(&text) || form.ask(field).is_none(), "{country:?} {field:?}: {label}");
            }
        }
    }
}
