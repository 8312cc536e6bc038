//! Documents: issued in the transaction that makes them due, numbered without a gap, and never changed.
//!
//! A number is the next of a counter's row, taken in the transaction that writes its document: what is undone gives its number
//! back, and where several write at once the row makes them wait for each other.
//!
//! What of an order no invoice speaks of yet is in `documents/open.rs`, which payments no receipt confirms in `documents/paid.rs`.

use std::sync::Arc;

use domain::documents::{self, Credit, CreditRefusal, Document, DocumentKind, DocumentNumber, Seller};
use domain::ids::OrderId;
use domain::money::Money;
use domain::offers::Code;
use domain::time::{Day, Timestamp};

use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Fault, Result};
use crate::orders;
use crate::rows::Columns;

mod open;
mod paid;

pub(crate) use open::billed;

/// A hash under a secret of the shop's.
pub type Keyed = Arc<dyn Fn(&[u8; 16]) -> Result<[u8; 16]> + Send + Sync>;

/// Who issues documents and gift cards.
#[derive(Clone)]
pub struct Issuer {
    /// How they name the seller.
    pub seller: Seller,
    /// Which day it is at the shop's own door: a document of New Year's Eve is of the old year.
    pub calendar: Arc<dyn Fn(Timestamp) -> Day + Send + Sync>,
    /// Makes of a gift card's seed what nobody can who knows the seed alone.
    pub keyed: Keyed,
}

impl Issuer {
    /// One that lives by the calendar of UTC, and keeps no secrets.
    pub fn of(seller: Seller) -> Self {
        Self { seller, calendar: Arc::new(Timestamp::day), keyed: Arc::new(|seed| Ok(*seed)) }
    }

    /// What is typed to pay with the gift card of this seed.
    pub fn code(&self, seed: &[u8; 16]) -> Result<Code> {
        (self.keyed)(seed).map(Code::of)
    }
}

/// Writes the invoice of what an order's money is taken for and no invoice speaks of, and the receipt of the money: when it comes,
/// or when the parcel leaves for which it was promised. Where a part is only promised, all of it waits for that part. An order that
/// has them keeps them; what a change has added since has an invoice of its own.
pub fn issue(tx: &Tx<'_>, order: OrderId) -> Result<()> {
    let all = kept(tx, order)?;
    let Some(payments) = paid::unconfirmed(tx, order)? else { return Ok(()) };
    let (agreed, first) = (orders::by_id(tx, order)?, all.is_empty());
    let day = today(tx);
    if let Some(open) = open::left(tx, &agreed, &all)? {
        let number = next(tx, DocumentKind::Invoice, day)?;
        let invoice = documents::invoice(&open, number, day, &tx.issuer().seller);
        let id = write(tx, order, &invoice, !first)?;
        open::bill(tx, order, id)?;
    }
    let Some(invoice) = of_order(tx, order)?.into_iter().rfind(|one| one.number.kind == DocumentKind::Invoice) else {
        return Ok(());
    };
    if payments.is_empty() {
        return Ok(());
    }
    let (paid, sum) = paid::confirmed(&payments, &agreed, first);
    let number = next(tx, DocumentKind::Receipt, day)?;
    let receipt = documents::receipt(&invoice, number, paid);
    let receipt = if first { receipt } else { receipt.of(sum) };
    let id = write(tx, order, &receipt, !first)?;
    paid::confirm(tx, &payments, id)
}

/// Writes a credit note of one of an order's invoices, the first where none is named, after those there are. To be called where
/// money goes back for goods or a price, in the same transaction; not where money goes back that was paid twice, of which no
/// invoice speaks.
pub fn credit(tx: &Tx<'_>, order: OrderId, invoice: Option<DocumentNumber>, credit: &Credit) -> Answer<Document, CreditRefusal> {
    let fits = |one: &Kept| one.document.number.kind == DocumentKind::Invoice;
    let all = kept(tx, order)?;
    let named = |one: &&Kept| fits(one) && invoice.is_none_or(|number| one.document.number == number);
    let id = all.iter().find(named).map(|one| one.id).ok_or(Error::Refused(CreditRefusal::NoInvoice))?;
    noted(tx, order, id, credit, false)
}

/// The same for what a change of the order takes out of it, by the row of its invoice.
pub(crate) fn credit_change(tx: &Tx<'_>, order: OrderId, invoice: i64, credit: &Credit) -> Answer<Document, CreditRefusal> {
    noted(tx, order, invoice, credit, true)
}

/// The same for all that its invoices charge and no credit note has taken back.
pub(crate) fn credit_all(tx: &Tx<'_>, order: OrderId) -> Result<()> {
    let all = kept(tx, order)?;
    for invoice in all.iter().filter(|one| one.document.number.kind == DocumentKind::Invoice) {
        match credit_change(tx, order, invoice.id, &Credit::All) {
            Ok(_) | Err(Error::Refused(CreditRefusal::Nothing)) => {}
            Err(Error::Fault(fault)) => return Err(fault),
            Err(Error::Refused(refusal)) => return Err(Fault::Books(refusal.to_string())),
        }
    }
    Ok(())
}

/// The same for how it is sent: the delivery that invoices charge for and no credit note has taken back.
pub(crate) fn credit_delivery(tx: &Tx<'_>, order: OrderId) -> Result<()> {
    for (invoice, lines) in open::delivery(kept(tx, order)?) {
        credit_change(tx, order, invoice, &Credit::Lines(lines)).map_err(|error| match error {
            Error::Fault(fault) => fault,
            Error::Refused(refusal) => Fault::Books(refusal.to_string()),
        })?;
    }
    Ok(())
}

fn noted(tx: &Tx<'_>, order: OrderId, invoice: i64, credit: &Credit, of_change: bool) -> Answer<Document, CreditRefusal> {
    let (invoice, notes) = open::of_invoice(kept(tx, order)?, invoice).ok_or(Error::Refused(CreditRefusal::NoInvoice))?;
    let day = today(tx);
    let credited = documents::credited(&invoice, &notes, credit).map_err(Error::Refused)?;
    let note = credited.note(&invoice, next(tx, DocumentKind::CreditNote, day)?, day);
    write(tx, order, &note, of_change)?;
    tx.emit(crate::database::Event::Order(order));
    Ok(note)
}

/// What a credit note would say, tax included.
pub(crate) fn would_credit(conn: &Conn, order: OrderId, invoice: i64, credit: &Credit) -> Result<Money> {
    let wrong = |says: &str| Fault::Books(format!("order {order}: {says}"));
    let (invoice, notes) = open::of_invoice(kept(conn, order)?, invoice).ok_or_else(|| wrong("no such invoice"))?;
    let credited = documents::credited(&invoice, &notes, credit).map_err(|refusal| wrong(&refusal.to_string()))?;
    Ok(Money::new(credited.lines().iter().map(|line| line.sum.gross.minor).sum(), invoice.total.gross.currency))
}

/// A document as it is kept; whether a change of the order has made it.
struct Kept {
    id: i64,
    of_change: bool,
    document: Document,
}

fn kept(conn: &Conn, order: OrderId) -> Result<Vec<Kept>> {
    const OF: &str = "SELECT id, of_change, says FROM documents WHERE order_id = $1 ORDER BY id";
    let rows = conn.all(OF, &[&order.0], |row| Ok((row.get("id")?, row.get("of_change")?, row.get::<_, String>("says")?)))?;
    rows.into_iter().map(|(id, of_change, says)| Ok(Kept { id, of_change, document: read(&says)? })).collect()
}

/// Every document of an order, in the order of issue.
pub fn of_order(conn: &Conn, order: OrderId) -> Result<Vec<Document>> {
    const OF: &str = "SELECT says FROM documents WHERE order_id = $1 ORDER BY id";
    conn.all(OF, &[&order.0], |row| row.get::<_, String>("says"))?.iter().map(|says| read(says)).collect()
}

/// The numbers of an order's documents, in the order of issue.
pub fn numbers(conn: &Conn, order: OrderId) -> Result<Vec<DocumentNumber>> {
    conn.all("SELECT number FROM documents WHERE order_id = $1 ORDER BY id", &[&order.0], |row| row.text("number"))
}

/// The invoice or the receipt of an order.
pub fn of_kind(conn: &Conn, order: OrderId, kind: DocumentKind) -> Result<Document> {
    const OF: &str = "SELECT says FROM documents WHERE order_id = $1 AND kind = $2 ORDER BY id LIMIT 1";
    found(conn.one(OF, &[&order.0, &kind.code()], |row| row.get("says"))?)
}

/// A document of an order by its number.
pub fn by_number(conn: &Conn, order: OrderId, number: DocumentNumber) -> Result<Document> {
    const OF: &str = "SELECT says FROM documents WHERE order_id = $1 AND number = $2";
    found(conn.one(OF, &[&order.0, &number.to_string()], |row| row.get("says"))?)
}

fn found(says: Option<String>) -> Result<Document> {
    read(&says.ok_or(Fault::NotFound("document"))?)
}

fn read(says: &str) -> Result<Document> {
    serde_json::from_str(says).map_err(|error| Fault::Books(format!("a document cannot be read: {error}")))
}

fn today(tx: &Tx<'_>) -> Day {
    (tx.issuer().calendar)(tx.now())
}

fn next(tx: &Tx<'_>, kind: DocumentKind, day: Day) -> Result<DocumentNumber> {
    const NEXT: &str = "INSERT INTO document_series (kind, year, last) VALUES ($1, $2, 1)
        ON CONFLICT (kind, year) DO UPDATE SET last = document_series.last + 1 RETURNING last";
    let (year, _, _) = day.civil();
    let sequence = tx.one(NEXT, &[&kind.code(), &year], |row| row.get("last"))?;
    Ok(DocumentNumber { kind, year, sequence: sequence.ok_or(Fault::Books("a series gave no number".to_owned()))? })
}

fn write(tx: &Tx<'_>, order: OrderId, document: &Document, of_change: bool) -> Result<i64> {
    const WRITE: &str =
        "INSERT INTO documents (kind, year, sequence, number, order_id, issued_at, currency, tax_minor, total_minor, says, of_change)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id";
    const TAX: &str = "INSERT INTO document_taxes (document_id, percent, net, tax) VALUES ($1, $2, $3, $4)";
    let (number, total) = (document.number, document.total);
    let says = serde_json::to_string(document).map_err(|error| Fault::Books(format!("a document cannot be written: {error}")))?;
    let id = tx.one(
        WRITE,
        &[
            &number.kind.code(),
            &number.year,
            &number.sequence,
            &number.to_string(),
            &order.0,
            &tx.now().0,
            &total.gross.currency.code(),
            &total.tax.minor,
            &total.gross.minor,
            &says,
            &of_change,
        ],
        |row| row.get::<_, i64>("id"),
    )?;
    let id = id.ok_or(Fault::Books("a new document has no id".to_owned()))?;
    for rate in &document.taxes {
        tx.run(TAX, &[&id, &rate.percent.hundredths(), &rate.net.minor, &rate.tax.minor])?;
    }
    Ok(id)
}
