//! Documents: issued in the transaction that makes them due, numbered without a gap, and never changed.
//!
//! A number is the next of a counter's row, taken in the transaction that writes its document: what is undone gives its number
//! back, and where several write at once the row makes them wait for each other.

use std::sync::Arc;

use domain::documents::{self, Credit, CreditRefusal, Document, DocumentKind, DocumentNumber, Paid, Seller};
use domain::ids::OrderId;
use domain::offers::Code;
use domain::time::{Day, Timestamp};

use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Fault, Result};
use crate::orders;
use crate::rows::Columns;

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

/// Writes the invoice of an order whose money is taken, and the receipt: when it comes, or when the parcel leaves for which it was
/// promised. An order that has them keeps them.
pub fn issue(tx: &Tx<'_>, order: OrderId) -> Result<()> {
    let Some(paid) = paid(tx, order)? else { return Ok(()) };
    if !of_order(tx, order)?.is_empty() {
        return Ok(());
    }
    let day = today(tx);
    let agreed = orders::by_id(tx, order)?;
    let number = next(tx, DocumentKind::Invoice, day)?;
    let invoice = documents::invoice(&agreed, number, day, &tx.issuer().seller);
    write(tx, order, &invoice)?;
    let number = next(tx, DocumentKind::Receipt, day)?;
    write(tx, order, &documents::receipt(&invoice, number, paid))
}

/// Writes a credit note of an order's invoice, after those there are. To be called where money goes back for goods or a
/// price, in the same transaction; not where money goes back that was paid twice, of which no invoice speaks.
pub fn credit(tx: &Tx<'_>, order: OrderId, credit: &Credit) -> Answer<Document, CreditRefusal> {
    let all = of_order(tx, order)?;
    let (notes, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.number.kind == DocumentKind::CreditNote);
    let invoice = others.into_iter().find(|one| one.number.kind == DocumentKind::Invoice);
    let invoice = invoice.ok_or(Error::Refused(CreditRefusal::NoInvoice))?;
    let day = today(tx);
    let credited = documents::credited(&invoice, &notes, credit).map_err(Error::Refused)?;
    let note = credited.note(&invoice, next(tx, DocumentKind::CreditNote, day)?, day);
    write(tx, order, &note)?;
    tx.emit(crate::database::Event::Order(order));
    Ok(note)
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

/// How the money came that an order keeps.
fn paid(conn: &Conn, order: OrderId) -> Result<Option<Paid>> {
    const PAID: &str = "SELECT CASE WHEN p.way = 'nothing' THEN '' ELSE p.provider END AS provider,
            coalesce(p.reference, '') AS reference, o.cards_minor, o.currency
        FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.order_id = $1 AND p.state = 'captured' ORDER BY p.id LIMIT 1";
    conn.one(PAID, &[&order.0], |row| {
        let cards = Some(row.money("cards_minor", "currency")?).filter(|cards| !cards.is_zero());
        Ok(Paid { provider: row.get("provider")?, reference: row.get("reference")?, cards })
    })
}

fn write(tx: &Tx<'_>, order: OrderId, document: &Document) -> Result<()> {
    const WRITE: &str =
        "INSERT INTO documents (kind, year, sequence, number, order_id, issued_at, currency, tax_minor, total_minor, says)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id";
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
        ],
        |row| row.get::<_, i64>("id"),
    )?;
    for rate in &document.taxes {
        tx.run(TAX, &[&id, &rate.percent.hundredths(), &rate.net.minor, &rate.tax.minor])?;
    }
    Ok(())
}
