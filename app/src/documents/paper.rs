//! A document in words: what stands on the paper, whatever the paper is.

use domain::documents::{Document, DocumentKind, Line, Note, Paid, PaperSize, Reference, Subject};
use domain::lang::Lang;

use crate::i18n::Words;
use crate::i18n::format::currency_name;

/// A document in the words of its own language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The language.
    pub lang: Lang,
    /// What it is printed on where the buyer lives.
    pub size: PaperSize,
    /// What it is.
    pub title: String,
    /// Its number.
    pub number: String,
    /// Days, and what it refers to.
    pub facts: Vec<Fact>,
    /// Seller and buyer.
    pub parties: [Party; 2],
    /// What is charged.
    pub lines: Table,
    /// The tax at each rate.
    pub taxes: Table,
    /// The sums; the last one is what counts.
    pub sums: Vec<Fact>,
    /// What the law wants said.
    pub notes: Vec<String>,
}

/// A name and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The name.
    pub label: String,
    /// What stands under it.
    pub value: String,
}

/// Who sells, or who buys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Which of them.
    pub title: String,
    /// Name, address, numbers.
    pub lines: Vec<String>,
}

/// Rows under a head. Without rows it is not shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What the columns are called; the first is of words, the others of numbers.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the first column says.
    pub text: String,
    /// What stands small below it; empty for nothing.
    pub small: String,
    /// The other columns.
    pub cells: Vec<String>,
}

/// Says a document in its own language.
pub fn paper(document: &Document) -> Paper {
    let words = Words::of(document.lang);
    let kind = document.number.kind;
    Paper {
        lang: document.lang,
        size: PaperSize::of(document.buyer.country),
        title: words.say(&format!("document-{}", kind.code())),
        number: document.number.to_string(),
        facts: facts(words, document),
        parties: [seller(words, document), buyer(words, document)],
        lines: lines(words, document),
        taxes: taxes(words, document),
        sums: sums(words, document),
        notes: notes(words, document),
    }
}

fn fact(words: Words, key: &str, value: String) -> Fact {
    Fact { label: words.say(key), value }
}

fn facts(words: Words, document: &Document) -> Vec<Fact> {
    let issued = fact(words, "document-issued", words.date(document.issued));
    let order = fact(words, "document-order", document.order.as_str().to_owned());
    let other = |key, Reference { number, issued }: &Reference| {
        let about = [("number", number.to_string().into()), ("date", words.date(*issued).into())];
        fact(words, key, words.with("document-of-day", &about))
    };
    let refers = |key| document.refers_to.as_ref().map(|reference| other(key, reference));
    let tax_point = || fact(words, "document-tax-point", words.date(document.supplied));
    let paid = document.paid.as_ref().map(|paid| fact(words, "document-paid-through", through(words, paid)));
    let own = match document.number.kind {
        DocumentKind::Invoice => [Some(tax_point()), None],
        DocumentKind::Receipt => [refers("document-pays"), paid],
        DocumentKind::CreditNote => [refers("document-corrects"), None],
    };
    [issued].into_iter().chain(own.into_iter().flatten()).chain([order]).collect()
}

/// "Gift card €20.00 · testpay tp_1": what is said in words first, so that a line from right to left is one.
fn through(words: Words, paid: &Paid) -> String {
    let provider = [paid.provider.as_str(), paid.reference.as_str()].join(" ").trim().to_owned();
    let cards = paid.cards.map(|sum| words.with("gift-card-paid", &[("sum", words.money(sum).into())]));
    let both = cards.into_iter().chain(Some(provider).filter(|provider| !provider.is_empty()));
    both.collect::<Vec<_>>().join(" · ")
}

fn numbered(words: Words, key: &str, number: &str) -> Option<String> {
    (!number.is_empty()).then(|| words.with(key, &[("number", number.into())]))
}

fn seller(words: Words, document: &Document) -> Party {
    let seller = &document.seller;
    let vat = seller.vat.as_ref().and_then(|vat| numbered(words, "document-vat", vat.as_str()));
    let lines = [seller.name.clone()].into_iter().chain(seller.address.clone()).chain([words.country(seller.country)]);
    let numbers = numbered(words, "document-registered", &seller.registration).into_iter().chain(vat);
    Party { title: words.say("document-seller"), lines: lines.chain(numbers).collect() }
}

fn buyer(words: Words, document: &Document) -> Party {
    let buyer = &document.buyer;
    let lines = buyer.lines.iter().cloned().chain([words.country(buyer.country)]);
    Party { title: words.say("document-buyer"), lines: lines.chain(numbered(words, "document-vat", &buyer.vat)).collect() }
}

/// Columns that would say nothing are left out: the discount where nothing was taken off, the tax where there is none.
fn lines(words: Words, document: &Document) -> Table {
    let discounted = document.lines.iter().any(|line| !line.discount.is_zero());
    let taxed = !document.taxes.is_empty();
    let chosen = |all: [(bool, String); 6]| all.into_iter().filter(|(shown, _)| *shown).map(|(_, text)| text).collect::<Vec<_>>();
    let head = chosen([
        (true, words.say("document-quantity")),
        (true, words.say("document-unit")),
        (discounted, words.say("document-discount")),
        (taxed, words.say("document-rate")),
        (true, words.say("document-net")),
        (taxed, words.say("document-gross")),
    ]);
    let row = |line: &Line| {
        let (text, small) = subject(words, &line.subject);
        let cells = chosen([
            (true, words.number(line.quantity)),
            (true, words.money(line.unit)),
            (discounted, words.money(line.discount)),
            (taxed, words.percent(line.percent)),
            (true, words.money(line.sum.net)),
            (taxed, words.money(line.sum.gross)),
        ]);
        Row { text, small, cells }
    };
    Table { head: [vec![words.say("document-item")], head].concat(), rows: document.lines.iter().map(row).collect() }
}

fn subject(words: Words, subject: &Subject) -> (String, String) {
    match subject {
        Subject::Goods { name, values, sku } => {
            let small = values.iter().chain([sku]).filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>();
            (name.clone(), small.join(" · "))
        }
        Subject::Delivery(service) => {
            let service = words.say(&format!("service-{}", service.code()));
            (words.with("document-delivery", &[("service", service.into())]), String::new())
        }
        Subject::Rest => (words.say("document-rest"), String::new()),
    }
}

fn taxes(words: Words, document: &Document) -> Table {
    let rows = document.taxes.iter().map(|rate| Row {
        text: words.percent(rate.percent),
        small: String::new(),
        cells: vec![words.money(rate.net), words.money(rate.tax)],
    });
    let head = ["document-taxes", "document-net", "document-tax"].map(|key| words.say(key));
    Table { head: head.to_vec(), rows: rows.collect() }
}

fn sums(words: Words, document: &Document) -> Vec<Fact> {
    let total = document.total;
    let key = format!("document-sum-{}", document.number.kind.code());
    let mut sums = Vec::new();
    if !document.taxes.is_empty() {
        sums.push(fact(words, "document-sum-net", words.money(total.net)));
        sums.push(fact(words, "document-sum-tax", words.money(total.tax)));
    }
    if let Some(home) = &document.home_tax {
        let currency = currency_name(words.lang, home.tax.currency);
        let label = words.with("document-home-tax", &[("currency", currency.into())]);
        sums.push(Fact { label, value: words.money(home.tax) });
    }
    sums.push(fact(words, &key, words.money(total.gross)));
    sums
}

fn notes(words: Words, document: &Document) -> Vec<String> {
    let said = |note: &Note| {
        let country = document.taxed_in.map(|country| words.country(country)).unwrap_or_default();
        match note {
            Note::OneStopShop => words.with("document-note-one-stop-shop", &[("country", country.into())]),
            Note::ReverseCharge | Note::ExportUnion | Note::Export => words.say(&format!("document-note-{}", note.code())),
        }
    };
    let rate = document.home_tax.as_ref().map(|home| {
        let currency = currency_name(words.lang, document.total.gross.currency);
        let about = [
            ("currency", currency.into()),
            ("day", words.date(home.converted.day).into()),
            ("rate", home.converted.rate.clone().into()),
        ];
        words.with("charged-at", &about)
    });
    document.notes.iter().map(said).chain(rate).collect()
}
