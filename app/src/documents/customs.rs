//! What a parcel declares to customs, on paper: the post's form and a commercial invoice. In the shop's first language, whatever the
//! order was placed in: officers of both countries read it.

use domain::customs::{Declaration, Declared};
use domain::documents::PaperSize;
use domain::lang::Lang;
use domain::money::Money;

use super::{Fact, Paper, Party, Row, Table};
use crate::i18n::Words;

/// The post's form: CN 22, or CN 23.
pub fn customs_form(declaration: &Declaration) -> Paper {
    let words = Words::of(Lang::FIRST);
    let head = ["customs-what", "customs-quantity", "customs-weight", "customs-value", "customs-tariff", "customs-origin"];
    let row = |line: &Declared| Row {
        text: line.known.name.clone(),
        small: line.sku.clone(),
        cells: vec![
            words.number(line.quantity),
            kilograms(line.grams),
            words.money(line.value),
            line.known.tariff.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default(),
            line.known.origin.map(|country| country.code().to_owned()).unwrap_or_default(),
        ],
    };
    let sums = [("customs-weight-all", kilograms(declaration.grams)), ("customs-value-all", words.money(declaration.value()))];
    let sums = sums.map(|(key, value)| Fact { label: words.say(key), value });
    Paper {
        title: words.say(&format!("customs-{}", declaration.form.code())),
        lines: Table { head: head.map(|key| words.say(key)).to_vec(), rows: declaration.lines.iter().map(row).collect() },
        sums: sums.to_vec(),
        notes: ["customs-certify", "customs-sign"].map(|key| words.say(key)).to_vec(),
        ..blank(words, declaration)
    }
}

/// The invoice that customs read: what is in the parcel, what each of it costs, and who pays the duties.
pub fn commercial_invoice(declaration: &Declaration) -> Paper {
    let words = Words::of(Lang::FIRST);
    let head = ["customs-what", "customs-quantity", "customs-unit", "customs-tariff", "customs-origin", "customs-value"];
    let row = |line: &Declared| {
        let each = line.value.minor / i64::from(line.quantity.max(1));
        Row {
            text: line.known.name.clone(),
            small: line.sku.clone(),
            cells: vec![
                words.number(line.quantity),
                words.money(Money::new(each, line.value.currency)),
                line.known.tariff.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default(),
                line.known.origin.map(|country| country.code().to_owned()).unwrap_or_default(),
                words.money(line.value),
            ],
        }
    };
    let all = Money::new(declaration.value().minor + declaration.carriage.minor, declaration.carriage.currency);
    let sums = [("customs-goods", declaration.value()), ("customs-carriage", declaration.carriage), ("customs-value-all", all)];
    let sums = sums.map(|(key, sum)| Fact { label: words.say(key), value: words.money(sum) });
    Paper {
        title: words.say("customs-invoice"),
        lines: Table { head: head.map(|key| words.say(key)).to_vec(), rows: declaration.lines.iter().map(row).collect() },
        sums: sums.to_vec(),
        notes: ["customs-true", "customs-sign"].map(|key| words.say(key)).to_vec(),
        ..blank(words, declaration)
    }
}

/// What stands on both: why, when, who to whom, and who pays the duties.
fn blank(words: Words, declaration: &Declaration) -> Paper {
    let facts = [
        ("customs-day", words.date(declaration.day)),
        ("customs-reason", words.say("customs-sale")),
        ("customs-duties", words.say("customs-dap")),
    ];
    Paper {
        lang: words.lang,
        size: PaperSize::of(declaration.sender.country),
        title: String::new(),
        number: declaration.name(),
        facts: facts.map(|(key, value)| Fact { label: words.say(key), value }).to_vec(),
        parties: [sender(words, declaration), receiver(words, declaration)],
        lines: Table::default(),
        taxes: Table::default(),
        sums: Vec::new(),
        notes: Vec::new(),
    }
}

fn sender(words: Words, declaration: &Declaration) -> Party {
    let seller = &declaration.sender;
    let vat = seller.vat.as_ref().map(|vat| words.with("document-vat", &[("number", vat.as_str().into())]));
    let lines = [seller.name.clone()].into_iter().chain(seller.address.clone()).chain([words.country(seller.country)]);
    Party { title: words.say("customs-sender"), lines: lines.chain(vat).collect() }
}

fn receiver(words: Words, declaration: &Declaration) -> Party {
    let to = &declaration.receiver;
    let vat = Some(&declaration.receiver_vat).filter(|vat| !vat.is_empty());
    let vat = vat.map(|vat| words.with("document-vat", &[("number", vat.clone().into())]));
    let phone = Some(to.phone.clone()).filter(|phone| !phone.is_empty());
    let lines = to.page_lines().into_iter().chain([words.country(to.country)]).chain(phone).chain(vat);
    Party { title: words.say("customs-receiver"), lines: lines.collect() }
}

/// Grams as kilograms, to the gram.
fn kilograms(grams: u32) -> String {
    format!("{}.{:03} kg", grams / 1000, grams % 1000)
}
