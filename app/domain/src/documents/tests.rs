use proptest::prelude::*;

use super::*;
use crate::catalogue::Slug;
use crate::contact::{Address, Email, PersonName};
use crate::ids::OrderId;
use crate::money::Currency;
use crate::orders::{Order, OrderLine, OrderState};
use crate::tax::{Treatment, inside, shares};
use crate::time::Timestamp;

/// 2026-11-20.
const FRIDAY: Day = Day(20_777);

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn country(code: &str) -> Country {
    Country::parse(code).unwrap()
}

fn seller() -> Seller {
    Seller {
        address: vec!["Brīvības iela 1".into(), "Rīga LV-1010".into()], ..Seller::named("Cartwright SIA", Country::LATVIA)
    }
}

fn number(kind: DocumentKind, sequence: i64) -> DocumentNumber {
    DocumentNumber { kind, year: 2026, sequence }
}

/// An order of mugs, each with its price, how many, and its rate in whole percents, taxed as the checkout does it.
pub(crate) fn order(mugs: &[(i64, u32, u32)], delivery: i64, treatment: Treatment) -> Order {
    let line = |&(unit, quantity, percent): &(i64, u32, u32)| OrderLine {
        slug: Slug::of("mug").unwrap(),
        name: "Mug".into(),
        values: vec!["Oat".into()],
        sku: "M-1".into(),
        picture: None,
        unit: eur(unit),
        quantity,
        total: eur(unit * i64::from(quantity)),
        off: eur(0),
        gift_card: false,
        percent: Percent::from_hundredths(percent * 100),
    };
    let lines: Vec<OrderLine> = mugs.iter().map(line).collect();
    let goods: i64 = lines.iter().map(|line| line.total.minor).sum();
    let mut rates: Vec<(Percent, i64)> = Vec::new();
    for line in lines.iter().filter(|_| treatment.is_taxed()) {
        match rates.iter_mut().find(|(percent, _)| *percent == line.percent) {
            Some((_, sum)) => *sum += line.total.minor,
            None => rates.push((line.percent, line.total.minor)),
        }
    }
    let sent = shares(eur(delivery), &rates.iter().map(|(_, sum)| *sum).collect::<Vec<_>>());
    let tax = |((percent, sum), sent): (&(Percent, i64), Money)| {
        let split = inside(eur(sum + sent.minor), *percent);
        TaxLine { percent: *percent, net: split.net, tax: split.tax }
    };
    Order {
        id: OrderId(1),
        number: OrderNumber::of(7),
        lang: Lang::En,
        state: OrderState::Paid,
        placed_at: Timestamp(0),
        email: Email::try_from("ada@example.org".to_owned()).unwrap(),
        address: Address {
            name: PersonName::try_from("Ada Lovelace".to_owned()).unwrap(),
            line1: "1 Elm Street".into(),
            line2: String::new(),
            city: "Berlin".into(),
            district: String::new(),
            region: String::new(),
            postcode: "10115".into(),
            country: country("DE"),
            phone: String::new(),
        },
        service: Service::Standard,
        pickup: String::new(),
        promised: (FRIDAY, FRIDAY),
        goods: eur(goods),
        delivery: eur(delivery),
        offers: Vec::new(),
        cards: Vec::new(),
        issued: Vec::new(),
        given: Vec::new(),
        total: eur(goods + delivery),
        treatment,
        vat: String::new(),
        vat_check: None,
        taxes: rates.iter().zip(sent).map(tax).collect(),
        note: None,
        lines,
        converted: None,
        packing: false,
        pieces: Vec::new(),
        packers_note: None,
        timeline: Vec::new(),
    }
}

fn invoiced(order: &Order) -> Document {
    invoice(order, number(DocumentKind::Invoice, 1), FRIDAY, &seller())
}

fn noted(invoice: &Document, earlier: &[Document], credit: &Credit) -> Result<Document, CreditRefusal> {
    let next = number(DocumentKind::CreditNote, earlier.len() as i64 + 1);
    Ok(credited(invoice, earlier, credit)?.note(invoice, next, FRIDAY.plus(1)))
}

/// Whatever stands on it, it adds up: lines to rates, rates to the total.
fn adds_up(document: &Document) {
    for rate in &document.taxes {
        let mine = || document.lines.iter().filter(|line| line.percent == rate.percent);
        assert_eq!(mine().map(|line| line.sum.net.minor).sum::<i64>(), rate.net.minor);
        assert_eq!(mine().map(|line| line.sum.tax.minor).sum::<i64>(), rate.tax.minor);
    }
    let Split { net, tax, gross } = document.total;
    assert_eq!(net.minor + tax.minor, gross.minor);
    assert_eq!(document.lines.iter().map(|line| line.sum.gross.minor).sum::<i64>(), gross.minor);
    assert_eq!(document.taxes.iter().map(|rate| rate.tax.minor).sum::<i64>(), tax.minor);
    assert!(document.lines.iter().all(|line| line.sum.net.minor + line.sum.tax.minor == line.sum.gross.minor));
}

#[test]
fn an_invoice_says_what_the_order_says() {
    let invoice = invoiced(&order(&[(4000, 2, 21)], 0, Treatment::Domestic));
    let line = &invoice.lines[0];
    assert_eq!((line.unit, line.sum.net, line.sum.tax, line.sum.gross), (eur(3306), eur(6612), eur(1388), eur(8000)));
    assert_eq!((invoice.total.gross, invoice.lines.len()), (eur(8000), 1), "free delivery is no line");
    assert_eq!((invoice.issued, invoice.supplied, &invoice.notes[..]), (FRIDAY, FRIDAY, &[][..]));
    assert_eq!(invoice.buyer.lines, ["Ada Lovelace", "1 Elm Street", "10115 Berlin"]);
    assert_eq!(invoice.buyer.country, country("DE"));
}

#[test]
fn delivery_bears_the_taxes_of_the_goods_it_brings() {
    let invoice = invoiced(&order(&[(10_000, 1, 21), (5000, 1, 5)], 690, Treatment::Domestic));
    let delivery: Vec<_> = invoice.lines.iter().filter(|line| line.subject == Subject::Delivery(Service::Standard)).collect();
    assert_eq!(
        delivery.iter().map(|line| (line.percent.whole(), line.sum.gross.minor)).collect::<Vec<_>>(),
        [(21, 460), (5, 230)]
    );
    adds_up(&invoice);
}

#[test]
fn why_there_is_no_tax_is_said_and_whose_it_is() {
    let said = |treatment| {
        let invoice = invoiced(&order(&[(4000, 1, 21)], 0, treatment));
        (invoice.notes, invoice.taxed_in)
    };
    assert_eq!(said(Treatment::Domestic), (vec![], Some(Country::LATVIA)));
    assert_eq!(said(Treatment::Union), (vec![Note::OneStopShop], Some(country("DE"))));
    assert_eq!(said(Treatment::ReverseCharge), (vec![Note::ReverseCharge], None));
    assert_eq!(said(Treatment::Export), (vec![Note::ExportUnion], None));
    let american = Seller::named("Cartwright Inc.", country("US"));
    let abroad = invoice(&order(&[(4000, 1, 0)], 0, Treatment::Export), number(DocumentKind::Invoice, 1), FRIDAY, &american);
    assert_eq!(abroad.notes, [Note::Export], "another country's law is not the Union's");
}

#[test]
fn a_tax_in_dollars_is_said_in_euros_too() {
    let usd = Currency::parse("USD").unwrap();
    let mut dollars = order(&[(11_172, 1, 21)], 0, Treatment::Union);
    let all = dollars.lines.iter_mut().flat_map(|line| [&mut line.unit, &mut line.total]);
    let all = all.chain(dollars.taxes.iter_mut().flat_map(|rate| [&mut rate.net, &mut rate.tax]));
    for money in all.chain([&mut dollars.goods, &mut dollars.delivery, &mut dollars.total]) {
        money.currency = usd;
    }
    dollars.converted = Some(Converted { from: Currency::EUR, rate: "1.117200".into(), day: FRIDAY });
    let invoice = invoiced(&dollars);
    assert_eq!(invoice.total.tax, Money::new(1939, usd));
    assert_eq!(invoice.home_tax.as_ref().map(|home| home.tax), Some(eur(1736)));
    let half = noted(&invoice, &[], &Credit::Part(Money::new(5586, usd))).unwrap();
    let rest = noted(&invoice, std::slice::from_ref(&half), &Credit::All).unwrap();
    let home = |note: &Document| note.home_tax.as_ref().map_or(0, |home| home.tax.minor);
    assert_eq!(home(&half) + home(&rest), 1736);
}

#[test]
fn a_receipt_says_the_sum_and_no_tax() {
    let invoice = invoiced(&order(&[(4000, 1, 21)], 0, Treatment::Domestic));
    let paid = Paid { provider: "testpay".into(), reference: "tp_1".into(), cards: None };
    let receipt = receipt(&invoice, number(DocumentKind::Receipt, 1), paid);
    assert_eq!((receipt.total.gross, receipt.lines.len(), receipt.taxes.len()), (eur(4000), 0, 0));
    assert_eq!(receipt.refers_to.map(|other| other.number), Some(invoice.number));
}

#[test]
fn one_of_two_is_credited_and_then_the_other_and_no_third() {
    let invoice = invoiced(&order(&[(4000, 2, 21)], 690, Treatment::Domestic));
    let one = noted(&invoice, &[], &Credit::Lines(vec![(0, 1)])).unwrap();
    assert_eq!((one.total.gross, one.refers_to.as_ref().map(|other| other.number)), (eur(4000), Some(invoice.number)));
    let two = noted(&invoice, std::slice::from_ref(&one), &Credit::Lines(vec![(0, 1)])).unwrap();
    let both = [one, two];
    assert_eq!(noted(&invoice, &both, &Credit::Lines(vec![(0, 1)])), Err(CreditRefusal::OnlyLeft { line: 0, left: 0 }));
    assert_eq!(noted(&invoice, &both, &Credit::Lines(vec![(7, 1)])), Err(CreditRefusal::NoLine(7)));
    assert_eq!(noted(&invoice, &both, &Credit::Part(eur(691))), Err(CreditRefusal::MoreThanLeft(eur(690))));
    let delivery = noted(&invoice, &both, &Credit::Lines(vec![(1, 1)])).unwrap();
    assert_eq!(delivery.total.gross, eur(690));
    let all = [&both[..], &[delivery]].concat();
    assert_eq!(noted(&invoice, &all, &Credit::All), Err(CreditRefusal::Nothing));
    assert_eq!(noted(&invoice, &[], &Credit::Part(Money::new(1, Currency::parse("USD").unwrap()))), Err(CreditRefusal::Nothing));
}

#[test]
fn a_thing_is_not_credited_once_its_price_has_been() {
    let invoice = invoiced(&order(&[(4000, 1, 21)], 0, Treatment::Domestic));
    let most = noted(&invoice, &[], &Credit::Part(eur(3000))).unwrap();
    assert_eq!(noted(&invoice, &[most], &Credit::Lines(vec![(0, 1)])), Err(CreditRefusal::MoreThanLeft(eur(1000))));
}

fn mugs() -> impl Strategy<Value = Vec<(i64, u32, u32)>> {
    prop::collection::vec((100_i64..5_000_000, 1_u32..99, prop::sample::select(vec![0_u32, 5, 12, 21])), 1..9)
}

fn treatments() -> impl Strategy<Value = Treatment> {
    prop::sample::select(Treatment::ALL.to_vec())
}

proptest! {
    #[test]
    fn nets_and_taxes_are_the_total_to_the_cent(mugs in mugs(), delivery in 0_i64..100_000, treatment in treatments()) {
        let order = order(&mugs, delivery, treatment);
        let invoice = invoiced(&order);
        adds_up(&invoice);
        prop_assert_eq!(invoice.total.gross, order.total);
        prop_assert!(invoice.lines.iter().all(|line| line.sum.net.minor >= 0 && line.sum.tax.minor >= 0 && line.discount.is_zero()));
    }

    #[test]
    fn a_credit_note_of_everything_takes_all_of_its_invoice_back(mugs in mugs(), delivery in 0_i64..100_000, treatment in treatments()) {
        let invoice = invoiced(&order(&mugs, delivery, treatment));
        let note = noted(&invoice, &[], &Credit::All).unwrap();
        prop_assert_eq!((&note.lines, &note.taxes, note.total), (&invoice.lines, &invoice.taxes, invoice.total));
    }

    #[test]
    fn whatever_is_credited_in_whatever_order_never_exceeds_the_invoice(
        mugs in mugs(),
        delivery in 0_i64..100_000,
        treatment in treatments(),
        wishes in prop::collection::vec((0_usize..9, 1_u32..60, 1_i64..3_000_000, any::<bool>()), 1..12),
    ) {
        let invoice = invoiced(&order(&mugs, delivery, treatment));
        let mut notes: Vec<Document> = Vec::new();
        for (line, count, sum, by_line) in wishes {
            let wish = if by_line { Credit::Lines(vec![(line, count)]) } else { Credit::Part(eur(sum)) };
            notes.extend(noted(&invoice, &notes, &wish));
        }
        notes.iter().for_each(adds_up);
        for rate in &invoice.taxes {
            let credited = |part: fn(&TaxLine) -> Money| -> i64 {
                notes.iter().flat_map(|note| &note.taxes).filter(|row| row.percent == rate.percent).map(|row| part(row).minor).sum()
            };
            prop_assert!(credited(|row| row.net) <= rate.net.minor && credited(|row| row.tax) <= rate.tax.minor);
        }
        notes.extend(noted(&invoice, &notes, &Credit::All));
        let all = |part: fn(&Split) -> Money| -> i64 { notes.iter().map(|note| part(&note.total).minor).sum() };
        prop_assert_eq!((all(|sum| sum.net), all(|sum| sum.tax)), (invoice.total.net.minor, invoice.total.tax.minor));
    }
}
