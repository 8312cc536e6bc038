//! A document as a page, made to be printed.

use domain::documents::{Document as Issued, DocumentKind, DocumentNumber};
use domain::orders::OrderNumber;
use leptos::prelude::*;

use crate::documents::{Fact, Paper, Party, Table, paper};
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::orders::pages::keys;
use crate::{request, routes};

/// `/{lang}/orders/{number}/invoice`
#[component]
pub fn InvoicePage() -> impl IntoView {
    page(of_kind(request::lang(), DocumentKind::Invoice))
}

/// `/{lang}/orders/{number}/receipt`
#[component]
pub fn ReceiptPage() -> impl IntoView {
    page(of_kind(request::lang(), DocumentKind::Receipt))
}

/// `/{lang}/orders/{number}/credit-notes/{document}`
#[component]
pub fn CreditNotePage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let number = DocumentNumber::parse(&request::segment(4)?).map_err(|_| Failure::NotFound)?;
        if number.kind != DocumentKind::CreditNote {
            return Err(Failure::NotFound);
        }
        let order = order()?;
        let asked = keys(&key());
        let find = move |conn: &db::Conn| db::documents::by_number(conn, db::orders::id_for(conn, &order, &asked)?, number);
        let issued = request::db()?.read(find).await?;
        let file = routes::document_file(lang, &issued.order, issued.number);
        Ok(shown(lang, issued, file))
    })
}

/// `/{lang}/orders/{number}/documents/{document}`
#[component]
pub fn DocumentPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let number = DocumentNumber::parse(&request::segment(4)?).map_err(|_| Failure::NotFound)?;
        let (order, asked) = (order()?, keys(&key()));
        let find = move |conn: &db::Conn| db::documents::by_number(conn, db::orders::id_for(conn, &order, &asked)?, number);
        let issued = request::db()?.read(find).await?;
        let file = routes::further_document_file(lang, &issued.order, issued.number);
        Ok(shown(lang, issued, file))
    })
}

async fn of_kind(lang: Lang, kind: DocumentKind) -> Result<impl IntoView, Failure> {
    let order = order()?;
    let asked = keys(&key());
    let find = move |conn: &db::Conn| db::documents::of_kind(conn, db::orders::id_for(conn, &order, &asked)?, kind);
    let issued = request::db()?.read(find).await?;
    let file = routes::document_file(lang, &issued.order, issued.number);
    Ok(shown(lang, issued, file))
}

fn order() -> Result<OrderNumber, Failure> {
    OrderNumber::parse(&request::segment(2)?).map_err(|_| Failure::NotFound)
}

/// The secret of the order's link; empty when it was not reached by that.
fn key() -> String {
    request::query("key").unwrap_or_default()
}

fn shown(lang: Lang, issued: Issued, file: String) -> impl IntoView {
    let (words, paper, key) = (Words::of(lang), paper(&issued), key());
    let head = Head { title: format!("{} {}", paper.title, paper.number), ..Head::default() };
    let as_file = words.with("document-pdf", &[("number", paper.number.clone().into())]);
    let file = routes::with_key(&file, &key);
    view! {
        <Document head lang>
            <nav class="paper-ways">
                <a href=routes::with_key(&routes::order(lang, &issued.order), &key)>{words.say("document-back")}</a>
                <a class="button" href=file data-native="">{as_file}</a>
            </nav>
            <Sheet paper />
        </Document>
    }
}

/// The paper, in its own language and direction whatever the page's.
#[component]
fn Sheet(paper: Paper) -> AnyView {
    let [seller, buyer] = paper.parties;
    view! {
        <article class="paper" lang=paper.lang.code() dir=paper.lang.dir()>
            <h1>{paper.title}" "<bdi>{paper.number}</bdi></h1>
            <Facts facts=paper.facts class="paper-facts" />
            <div class="paper-parties"><Side party=seller /><Side party=buyer /></div>
            <Rows table=paper.lines class="paper-lines" />
            <div class="paper-end">
                <Rows table=paper.taxes class="paper-taxes" />
                <Facts facts=paper.sums class="paper-sums" />
            </div>
            {paper.notes.into_iter().map(|note| view! { <p class="calm">{note}</p> }).collect_view()}
        </article>
    }
    .into_any()
}

#[component]
fn Facts(facts: Vec<Fact>, class: &'static str) -> AnyView {
    let each = facts.into_iter().map(|fact| view! { <div><dt>{fact.label}</dt><dd><bdi>{fact.value}</bdi></dd></div> });
    view! { <dl class=class>{each.collect_view()}</dl> }.into_any()
}

#[component]
fn Side(party: Party) -> AnyView {
    let lines = party.lines.into_iter().map(|line| view! { <span class="address-line"><bdi>{line}</bdi></span> });
    view! { <section><h2>{party.title}</h2><address>{lines.collect_view()}</address></section> }.into_any()
}

#[component]
fn Rows(table: Table, class: &'static str) -> Option<AnyView> {
    if table.rows.is_empty() {
        return None;
    }
    let names = table.head.clone();
    let head = table.head.into_iter().map(|name| view! { <th scope="col">{name}</th> });
    let rows = table.rows.into_iter().map(|row| {
        let small = (!row.small.is_empty()).then(|| view! { <small>{row.small}</small> });
        let cells =
            row.cells.into_iter().zip(names.iter().skip(1).cloned()).map(|(cell, name)| view! { <td data-name=name>{cell}</td> });
        view! { <tr><th scope="row">{row.text}{small}</th>{cells.collect_view()}</tr> }
    });
    let (head, rows) = (head.collect_view(), rows.collect_view());
    Some(view! { <table class=class><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table> }.into_any())
}
