//! Invoices, receipts and credit notes: numbered without a gap, never changed, never more than was paid.

use db::testing::TestDb;
use db::{Error, Fault, documents};
use domain::Never;
use domain::documents::{Credit, CreditRefusal, Document, DocumentKind};
use domain::ids::OrderId;
use domain::money::{Currency, Money};
use domain::payments::{Report, Reported};
use domain::tax::Percent;

use super::goods::shelf;
use super::{books_are_right, place, ready, report, settle};

/// An order of two teapots that is paid.
fn paid(shop: &TestDb) -> OrderId {
    let placed = place(shop, &ready(shop), 8000).unwrap();
    settle(shop, &placed, Report { reference: format!("tp_{}", placed.order), ..report(Reported::Captured, 8000) });
    placed.order
}

fn of_order(shop: &TestDb, order: OrderId) -> Vec<Document> {
    shop.read(|conn| documents::of_order(conn, order))
}

fn numbers(shop: &TestDb, order: OrderId) -> Vec<String> {
    of_order(shop, order).iter().map(|one| one.number.to_string()).collect()
}

fn credit(shop: &TestDb, order: OrderId, what: Credit) -> db::Answer<Document, CreditRefusal> {
    shop.write(move |tx| documents::credit(tx, order, None, &what))
}

#[test]
fn what_is_paid_has_an_invoice_and_a_receipt_and_what_is_not_has_none() {
    let shop = shelf(9);
    let placed = place(&shop, &ready(&shop), 8000).unwrap();
    assert_eq!(numbers(&shop, placed.order), [""; 0]);
    for _ in 0..3 {
        settle(&shop, &placed, report(Reported::Captured, 8000));
    }
    assert_eq!(numbers(&shop, placed.order), ["INV-2026-000001", "RC-2026-000001"], "however often the money is told");
    let invoice = &of_order(&shop, placed.order)[0];
    assert_eq!((invoice.total.gross.minor, invoice.total.tax.minor), (8000, 1388));
    assert_eq!(invoice.lines[0].percent, Percent::from_hundredths(2100));
    assert_eq!((invoice.seller.name.as_str(), invoice.buyer.lines[0].as_str()), ("Cartwright", "Ada Lovelace"));
    books_are_right(&shop);
}

#[test]
fn each_year_counts_from_one() {
    let shop = shelf(9);
    assert_eq!(numbers(&shop, paid(&shop))[0], "INV-2026-000001");
    shop.wait(60 * 86_400);
    assert_eq!(numbers(&shop, paid(&shop))[0], "INV-2027-000001");
    assert_eq!(numbers(&shop, paid(&shop))[0], "INV-2027-000002");
    books_are_right(&shop);
}

#[test]
fn many_orders_paid_at_once_are_numbered_without_gap_or_repeat() {
    let shop = shelf(200);
    let placed: Vec<_> = (0..40).map(|_| place(&shop, &ready(&shop), 8000).unwrap()).collect();
    let settled = placed.iter().enumerate().flat_map(|(at, placed)| {
        let told = Report { reference: format!("tp_{at}"), ..report(Reported::Captured, 8000) };
        let id = placed.payment;
        // Each is told twice, and every third verb breaks off after it has taken a number.
        (0..2).map(move |_| (id, told.clone(), at % 3 == 0))
    });
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let db = shop.db.clone();
    runtime.block_on(async {
        let tasks: Vec<_> = settled
            .enumerate()
            .map(|(nth, (id, told, breaks))| {
                let db = db.clone();
                tokio::spawn(async move {
                    let broken = breaks && nth % 2 == 0;
                    let verb = move |tx: &db::Tx<'_>| {
                        db::payments::settle(tx, id, &told)?;
                        if broken { Err(Error::<Never>::Fault(Fault::Busy)) } else { Ok(()) }
                    };
                    assert_eq!(db.write(verb).await.is_ok(), !broken);
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
    });
    let mut given: Vec<_> = placed.iter().flat_map(|placed| of_order(&shop, placed.order)).map(|one| one.number).collect();
    for kind in [DocumentKind::Invoice, DocumentKind::Receipt] {
        let mut all: Vec<_> = given.iter().filter(|number| number.kind == kind).map(|number| number.sequence).collect();
        all.sort_unstable();
        assert_eq!(all, (1..=40).collect::<Vec<_>>(), "{kind:?}");
    }
    given.dedup();
    assert_eq!(given.len(), 80);
    books_are_right(&shop);
}

#[test]
fn what_is_credited_takes_the_next_number_and_a_refusal_takes_none() {
    let shop = shelf(9);
    let order = paid(&shop);
    let one = credit(&shop, order, Credit::Lines(vec![(0, 1)])).unwrap();
    assert_eq!((one.number.to_string(), one.total.gross.minor), ("CN-2026-000001".to_owned(), 4000));
    let much = credit(&shop, order, Credit::Part(Money::new(4001, Currency::EUR)));
    assert!(matches!(much, Err(Error::Refused(CreditRefusal::MoreThanLeft(left))) if left.minor == 4000));
    // A larger verb may live with a refusal; the number is not lost then.
    let lived =
        shop.write::<bool, Never>(move |tx| Ok(documents::credit(tx, order, None, &Credit::Lines(vec![(0, 2)])).is_err()));
    assert!(lived.unwrap());
    let rest = credit(&shop, order, Credit::All).unwrap();
    assert_eq!((rest.number.to_string(), rest.total.gross.minor), ("CN-2026-000002".to_owned(), 4000));
    assert!(matches!(credit(&shop, order, Credit::All), Err(Error::Refused(CreditRefusal::Nothing))));
    books_are_right(&shop);
}

#[test]
fn nothing_is_credited_that_was_not_invoiced() {
    let shop = shelf(9);
    let order = place(&shop, &ready(&shop), 8000).unwrap().order;
    assert!(matches!(credit(&shop, order, Credit::All), Err(Error::Refused(CreditRefusal::NoInvoice))));
}

#[test]
fn money_that_comes_too_late_and_goes_back_has_no_documents() {
    let shop = shelf(3);
    let late = place(&shop, &ready(&shop), 8000).unwrap();
    super::expire(&shop, &late);
    place(&shop, &ready(&shop), 8000).unwrap();
    settle(&shop, &late, report(Reported::Captured, 8000));
    settle(&shop, &late, Report { returned: 8000, ..report(Reported::Captured, 8000) });
    assert_eq!(numbers(&shop, late.order), [""; 0]);
    books_are_right(&shop);
}

#[test]
fn a_document_stays_as_it_was_issued_and_so_does_its_number() {
    let shop = shelf(9);
    paid(&shop);
    for sql in [
        "UPDATE documents SET total_minor = 1",
        "DELETE FROM documents",
        "UPDATE document_taxes SET tax = 0",
        "DELETE FROM document_taxes",
        "UPDATE document_series SET last = last + 2",
        "UPDATE document_series SET last = last - 1",
        "DELETE FROM document_series",
    ] {
        let undone = shop.write::<usize, Never>(move |tx| Ok(tx.run(sql, &[])?));
        assert!(matches!(undone, Err(Error::Fault(Fault::Sqlite(_)))), "{sql}");
    }
}

#[test]
fn the_audit_finds_what_is_missing_left_out_or_too_much() {
    let told = |sql: &'static str| {
        let shop = shelf(9);
        paid(&shop);
        paid(&shop);
        books_are_right(&shop);
        let cooked = shop.write::<usize, Never>(move |tx| Ok(tx.run(sql, &[])?)).unwrap();
        assert!(cooked > 0, "{sql}");
        let wrong = shop.read(db::audit::audit).into_iter().filter(|one| !one.against.is_empty());
        wrong.map(|one| one.id).collect::<Vec<_>>()
    };
    const COPY: &str =
        "INSERT INTO documents (kind, year, sequence, number, order_id, issued_at, currency, tax_minor, total_minor, says)
        SELECT 'credit-note', year, 2, 'CN-2026-000002', order_id, issued_at, currency, 0, total_minor + 1, says FROM documents
        WHERE id = 1";
    assert_eq!(told("UPDATE document_series SET last = last + 1 WHERE kind = 'invoice'"), ["I11b"]);
    assert_eq!(told(COPY), ["I11d"]);
    assert_eq!(told("UPDATE order_taxes SET net = net + 1, tax = tax - 1 WHERE order_id = 1"), ["I8b", "I11c"]);
    assert_eq!(told("UPDATE orders SET tax_minor = tax_minor - 1 WHERE id = 1"), ["I8b", "I11"]);
}

#[test]
fn what_was_paid_before_there_were_invoices_gets_its_own_once() {
    let shop = shelf(9);
    let placed = place(&shop, &ready(&shop), 8000).unwrap();
    let order = placed.order;
    settle(&shop, &placed, report(Reported::Captured, 8000));
    shop.write::<(), Never>(move |tx| Ok(documents::issue(tx, order)?)).unwrap();
    assert_eq!(numbers(&shop, order).len(), 2);
}
