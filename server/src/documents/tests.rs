use app::documents::paper;
use domain::contact::Country;
use domain::delivery::Service;
use domain::documents::{Buyer, Document, DocumentKind, DocumentNumber, HomeTax, Line, Note, Paid, Seller, Subject};
use domain::lang::Lang;
use domain::money::{Currency, Money};
use domain::orders::{Converted, OrderNumber};
use domain::tax::{Percent, Split, TaxLine, VatNumber};
use domain::time::Day;

use super::pdf;

mod reader;

use reader::{pages, says};

/// 2026-11-20.
const FRIDAY: Day = Day(20_777);

fn country(code: &str) -> Country {
    Country::parse(code).unwrap()
}

fn split(net: i64, tax: i64) -> Split {
    let money = |minor| Money::new(minor, Currency::EUR);
    Split { net: money(net), tax: money(tax), gross: money(net + tax) }
}

fn goods(name: &str, value: &str, of: usize) -> Line {
    let sum = split(6612, 1388);
    let subject = Subject::Goods { name: name.into(), values: vec![value.into()], sku: format!("M-{of}") };
    let (unit, discount) = (Money::new(3306, Currency::EUR), Money::zero(Currency::EUR));
    Line { subject, of, quantity: 2, unit, discount, percent: Percent::from_hundredths(2100), sum }
}

/// An invoice in a language, of a thing with this name, for somebody who lives at these lines.
pub fn invoice(lang: Lang, thing: &str, value: &str, buyer: &[&str], lives: &str) -> Document {
    let delivery = Line { subject: Subject::Delivery(Service::Standard), ..goods("", "", 1) };
    let total = split(13_224, 2776);
    Document {
        number: DocumentNumber { kind: DocumentKind::Invoice, year: 2026, sequence: 42 },
        order: OrderNumber::of(7),
        lang,
        issued: FRIDAY,
        supplied: FRIDAY,
        refers_to: None,
        seller: Seller {
            name: "Cartwright SIA".into(),
            address: vec!["Brīvības iela 1–12".into(), "Rīga, LV-1010".into()],
            country: Country::LATVIA,
            registration: "40003521600".into(),
            vat: VatNumber::parse(Country::LATVIA, "LV40003521600").ok(),
        },
        buyer: Buyer {
            lines: buyer.iter().map(|line| (*line).to_owned()).collect(),
            country: country(lives),
            vat: String::new(),
        },
        lines: vec![goods(thing, value, 0), delivery],
        taxes: vec![TaxLine { percent: Percent::from_hundredths(2100), net: total.net, tax: total.tax }],
        total,
        home_tax: None,
        notes: vec![Note::OneStopShop],
        taxed_in: Some(country("DE")),
        paid: None,
    }
}

/// What the shop sells and to whom, in each script.
fn scripts() -> Vec<Document> {
    vec![
        invoice(Lang::En, "Ridge mug", "Oat", &["Ada Lovelace", "1 Elm Street", "Berlin 10115"], "DE"),
        invoice(Lang::Ar, "كوب مضلّع", "رمادي", &["ليلى حداد", "شارع الوصل 12", "دبي"], "AE"),
        invoice(Lang::Th, "ถ้วยน้ำชาลายสัน", "สีข้าวโอ๊ต", &["สมชาย ใจดี", "99/1 ถนนสุขุมวิท แขวงคลองเตย", "กรุงเทพมหานคร 10110"], "TH"),
        invoice(Lang::Hi, "धारीदार कप", "हल्का भूरा", &["प्रिया शर्मा", "12, लक्ष्मी नगर", "नई दिल्ली 110092"], "IN"),
        invoice(Lang::Ja, "うね模様のマグ", "オートミール", &["山田 太郎", "東京都千代田区丸の内1-1", "〒100-0005"], "JP"),
        invoice(Lang::ZhHans, "棱纹马克杯", "燕麦色", &["王小婷", "南京东路 100 号", "上海市 200001"], "CN"),
        invoice(Lang::Ru, "Рифлёная кружка", "Овсяная", &["Анна Ёлкина", "ул. Бривибас 5", "Рига LV-1010"], "LV"),
    ]
}

#[test]
fn what_stands_on_the_paper_can_be_read_out_of_the_file_in_every_script() {
    for document in scripts() {
        let paper = paper(&document);
        let text = says(&pdf(&paper));
        let Subject::Goods { name, .. } = &document.lines[0].subject else { unreachable!() };
        let named = [&paper.title, &paper.number, name, &paper.sums[2].value, &paper.lines.head[1]];
        let words = named.into_iter().chain(&document.buyer.lines).chain(&paper.parties[0].lines);
        // Where a line is broken there is no blank, and marks that only order text are not written.
        let seen = |text: &str| {
            text.chars()
                .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{2068}' | '\u{2069}'))
                .collect::<String>()
        };
        for words in words {
            assert!(seen(&text).contains(&seen(words)), "{:?}: {words:?} is not in {text}", document.lang);
        }
    }
}

#[test]
fn the_same_paper_is_the_same_file() {
    for document in scripts() {
        assert_eq!(pdf(&paper(&document)), pdf(&paper(&document)));
    }
}

#[test]
fn only_the_fonts_that_are_read_are_in_the_file() {
    let documents = scripts();
    let size = |at: usize| pdf(&paper(&documents[at])).len();
    assert!(size(0) < 60_000, "{}", size(0));
    assert!(size(5) < 120_000, "{}", size(5));
    let text = String::from_utf8_lossy(&pdf(&paper(&documents[0]))).into_owned();
    assert!(text.contains("CARTWR+Manrope-Regular") && !text.contains("Noto"), "an English invoice has Latin letters only");
}

#[test]
fn a_long_order_goes_on_on_the_next_page_under_its_head_again() {
    let mut long = invoice(Lang::En, "Ridge mug", "Oat", &["Ada Lovelace"], "US");
    long.lines = (0..120).map(|at| goods(&format!("Mug number {at}"), "Oat", at)).collect();
    let file = pdf(&paper(&long));
    let all = pages(&file);
    assert!(all.len() > 3, "{}", all.len());
    for (nth, page) in all.iter().enumerate() {
        assert!(page.contains(&format!("{} / {}", nth + 1, all.len())), "{page}");
    }
    assert!(all[1].contains("Quantity") && all[1].contains("Mug number"));
    let shown = |at: usize| all.iter().flat_map(|page| page.lines()).filter(|line| *line == format!("Oat · M-{at}")).count();
    assert!((0..120).all(|at| shown(at) == 1));
}

#[test]
fn letters_no_font_has_and_odd_text_break_nothing() {
    for odd in [
        "한국어",
        "🧺🧺",
        "",
        " ",
        "\u{200f}\u{202e}abc\u{202c}",
        "a\u{301}\u{301}\u{301}",
        "\n\n",
        "\u{feff}",
        "W".repeat(900).as_str(),
    ] {
        let document = invoice(Lang::En, odd, odd, &[odd], "KR");
        let file = pdf(&paper(&document));
        assert!(says(&file).contains("INV-2026-000042"), "{odd:?}");
    }
}

#[test]
fn a_receipt_and_a_credit_note_are_papers_too() {
    let mut document = invoice(Lang::De, "Rillenbecher", "Hafer", &["Ada"], "DE");
    document.number.kind = DocumentKind::CreditNote;
    document.home_tax = Some(HomeTax {
        tax: Money::new(2776, Currency::EUR),
        converted: Converted { from: Currency::EUR, rate: "1.117200".into(), day: FRIDAY },
    });
    assert!(says(&pdf(&paper(&document))).contains("Rechnungskorrektur CN-2026-000042"));
    document.number.kind = DocumentKind::Receipt;
    (document.lines, document.taxes) = (Vec::new(), Vec::new());
    document.paid = Some(Paid { provider: "testpay".into(), reference: "tp_1".into(), cards: None });
    let text = says(&pdf(&paper(&document)));
    assert!(text.contains("Zahlungsbeleg RC-2026-000042") && text.contains("testpay tp_1"), "{text}");
}
