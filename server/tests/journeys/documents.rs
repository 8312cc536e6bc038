//! Invoices, receipts and credit notes: for who may see the order, as a page and as a file.

use axum::http::StatusCode;
use db::documents;
use domain::Never;
use domain::documents::Credit;
use domain::ids::OrderId;

use crate::form::{in_order, value};
use crate::rig::Rig;
use crate::shopper::Shopper;

const SELLER: &str = "seller = 'Kalna SIA'\nseller_address = 'Brīvības iela 1; LV-1010 Rīga'\nseller_registration = '40003521600'\n\
    vat_number = 'LV40003521600'";

/// A shop that has said who it is, and an order of a pan that was paid: where its page is, without its key and with it.
async fn bought(rig: &Rig) -> (Shopper<'_>, String, String) {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.reach_review().await;
    let pay = to_the_bank(&ada).await;
    let link = agreed(&ada, &pay).await.strip_suffix("&paid").unwrap().to_owned();
    ada.read(&format!("{link}&paid")).await;
    (ada, link.split('?').next().unwrap().to_owned(), link)
}

/// Ada wants to pay by bank, which takes the money at once and not when the parcel leaves. Says where the bank's page is.
async fn to_the_bank(ada: &Shopper<'_>) -> String {
    ada.send("/api/checkout/payment", &[("lang", "en"), ("way", "pay_by_bank")]).await;
    let total = value(&ada.read("/en/checkout/review").await, "total").to_owned();
    ada.place(&total).await
}

/// Ada agrees on the bank's page. Says where that leads.
async fn agreed(ada: &Shopper<'_>, pay: &str) -> String {
    ada.send(&format!("{pay}/agree"), &[("story", "pays")]).await
}

async fn known() -> Rig {
    Rig::with(SELLER, crate::rig::GOODS).await
}

#[tokio::test]
async fn a_paid_order_has_an_invoice_that_says_what_the_law_wants() {
    let rig = known().await;
    let (ada, page, _) = bought(&rig).await;
    let order = ada.read(&page).await;
    in_order(
        &order,
        &["Documents", &format!("href=\"{page}/invoice\""), "INV-2026-000001 as PDF", &format!("{page}/receipt.pdf")],
    );
    let invoice = ada.read(&format!("{page}/invoice")).await;
    in_order(
        &invoice,
        &[
            "INV-2026-000001",
            "Date of issue",
            "20 November 2026",
            "Paid on (tax point)",
            "Seller",
            "Kalna SIA",
            "Brīvības iela 1",
            "Latvia",
            "Registration number 40003521600",
            "VAT number LV40003521600",
            "Buyer",
            "Ada Lovelace",
            "1 Elm Street",
            "10115 Berlin",
            "Germany",
            "Carbon pan",
            "€41.17",
            "19%",
            "€41.17",
            "€49.00",
            "Delivery: Standard, to the door",
            "€6.90",
            "VAT by rate",
            "€46.97",
            "€8.93",
            "Total",
            "€55.90",
            "VAT of Germany, declared through the European Union’s one-stop shop (OSS).",
        ],
    );
    assert!(invoice.contains("noindex"));
    in_order(
        &ada.read(&format!("{page}/receipt")).await,
        &["RC-2026-000001", "INV-2026-000001 of 20 November 2026", "testpay", "Received", "€55.90"],
    );
    rig.books_are_right().await;
}

#[tokio::test]
async fn what_is_not_paid_has_no_invoice() {
    let rig = known().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.reach_review().await;
    let pay = to_the_bank(&ada).await;
    let page = crate::form::between(&ada.read("/en/orders").await, "href=\"/en/orders/", "\"").to_owned();
    let page = format!("/en/orders/{page}");
    assert!(!ada.read(&page).await.contains("Documents"));
    assert_eq!(ada.open(&format!("{page}/invoice")).await.status, StatusCode::NOT_FOUND);
    agreed(&ada, &pay).await;
    ada.read(&format!("{page}?paid")).await;
    assert!(ada.read(&format!("{page}/invoice")).await.contains("INV-2026-000001"));
}

#[tokio::test]
async fn the_file_is_a_pdf_of_its_own_and_nobody_keeps_it_on_the_way() {
    let rig = known().await;
    let (ada, page, link) = bought(&rig).await;
    let key = link.split_once('?').unwrap().1;
    let stranger = rig.shopper();
    for (who, path) in [
        (&ada, format!("{page}/invoice.pdf")),
        (&stranger, format!("{page}/invoice.pdf?{key}")),
        (&ada, format!("{page}/receipt.pdf")),
    ] {
        let answer = who.open(&path).await;
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/pdf"), "{path}");
        assert!(answer.body.starts_with(b"%PDF-1.") && answer.body.ends_with(b"%%EOF"));
        assert_eq!(answer.header("cache-control"), "private, no-store");
        assert!(answer.header("content-disposition").starts_with("inline; filename=\""));
        assert_eq!(answer.body, who.open(&path).await.body, "asked again it is the same");
    }
}

#[tokio::test]
async fn nobody_else_sees_a_document() {
    let rig = known().await;
    let (_, page, link) = bought(&rig).await;
    let (ben, other, _) = bought(&rig).await;
    credited(&rig, 1).await;
    let key = link.split_once("?key=").unwrap().1.to_uppercase();
    let wrong = [
        format!("{page}/invoice"),
        format!("{page}/invoice?key={key}"),
        format!("{page}/receipt"),
        format!("{page}/invoice.pdf"),
        format!("{page}/invoice.pdf?key={key}"),
        format!("{page}/receipt.pdf"),
        format!("{page}/credit-notes/CN-2026-000001"),
        format!("{page}/credit-notes/CN-2026-000001/credit-note.pdf"),
        format!("{other}/credit-notes/CN-2026-000001"),
        format!("{other}/credit-notes/CN-2026-000001/credit-note.pdf"),
        format!("{other}/credit-notes/INV-2026-000002"),
        format!("{other}/credit-notes/none"),
        "/en/orders/000000000/invoice.pdf".to_owned(),
        "/en/orders/none/invoice.pdf".to_owned(),
    ];
    for path in &wrong {
        let answer = ben.open(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(!answer.text().contains("Ada"), "{path}");
    }
}

/// Everything of an order is credited, as it is when its money goes back.
async fn credited(rig: &Rig, order: i64) {
    let verb = move |tx: &db::Tx<'_>| Ok::<_, db::Error<Never>>(documents::credit(tx, OrderId(order), None, &Credit::All).is_ok());
    assert!(rig.shop.house.db.write(verb).await.unwrap());
}

#[tokio::test]
async fn a_credit_note_stands_beside_its_invoice_and_names_it() {
    let rig = known().await;
    let (ada, page, link) = bought(&rig).await;
    credited(&rig, 1).await;
    let note = format!("{page}/credit-notes/CN-2026-000001");
    assert!(ada.read(&page).await.contains(&format!("href=\"{note}\"")));
    in_order(
        &ada.read(&note).await,
        &["CN-2026-000001", "Corrects invoice", "INV-2026-000001 of 20 November 2026", "Carbon pan", "Credited", "€55.90"],
    );
    let answer = rig.shopper().open(&format!("{note}/credit-note.pdf?{}", link.split_once('?').unwrap().1)).await;
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/pdf"));
    assert!(ada.read(&format!("{page}/invoice")).await.contains("€55.90"), "the invoice stays as it was");
    rig.books_are_right().await;
}

#[tokio::test]
async fn an_invoice_speaks_the_language_of_its_order_on_a_page_in_any() {
    let rig = known().await;
    let (ada, page, _) = bought(&rig).await;
    let german = ada.read(&format!("{}/invoice", page.replace("/en/", "/de/"))).await;
    in_order(&german, &["Zurück zur Bestellung", "<article lang=\"en\" dir=\"ltr\" class=\"paper\">", "Date of issue"]);
    let arabic = ada.read(&format!("{}/invoice", page.replace("/en/", "/ar/"))).await;
    in_order(&arabic, &["dir=\"rtl\"", "<article lang=\"en\" dir=\"ltr\" class=\"paper\">"]);
}

#[tokio::test]
async fn a_business_abroad_reads_why_it_pays_no_tax() {
    let rig = known().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.reach_review().await;
    ada.live_at(&[("vat", "DE136695976")]).await;
    let pay = to_the_bank(&ada).await;
    let back = agreed(&ada, &pay).await;
    ada.read(&back).await;
    let page = back.split('?').next().unwrap().to_owned();
    let invoice = ada.read(&format!("{page}/invoice")).await;
    in_order(
        &invoice,
        &["VAT number DE136695976", "€41.18", "Total", "€46.98", "Art. 138 of Directive 2006/112/EC", "Reverse charge"],
    );
    assert!(!invoice.contains("VAT by rate") && !invoice.contains("With VAT"));
    rig.books_are_right().await;
}
