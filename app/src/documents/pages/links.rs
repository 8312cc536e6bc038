//! What was issued of an order, on its page.

use domain::documents::{DocumentKind, DocumentNumber};
use domain::orders::OrderNumber;
use leptos::prelude::*;

use crate::i18n::Words;
use crate::routes;

/// Each document of an order, as a page and as a file. `key` is the secret of the order's link, when it was reached by that.
#[component]
pub fn Links(words: Words, order: OrderNumber, documents: Vec<DocumentNumber>, key: String) -> Option<AnyView> {
    if documents.is_empty() {
        return None;
    }
    let first = |number: DocumentNumber| documents.iter().find(|one| one.kind == number.kind) == Some(&number);
    let each = documents.iter().copied().map(|number| {
        let name = words.say(&format!("document-{}", number.kind.code()));
        let as_file = words.with("document-pdf", &[("number", number.to_string().into())]);
        let (page, file) = match number.kind {
            DocumentKind::Invoice | DocumentKind::Receipt if !first(number) => {
                (routes::further_document(words.lang, &order, number), routes::further_document_file(words.lang, &order, number))
            }
            _ => (routes::document(words.lang, &order, number), routes::document_file(words.lang, &order, number)),
        };
        let file = routes::with_key(&file, &key);
        view! {
            <li>
                <a href=routes::with_key(&page, &key)>{name}</a>
                " "
                <a class="calm" href=file data-native="">{as_file}</a>
            </li>
        }
    });
    let each = each.collect_view();
    Some(
        view! {
            <section class="order-documents" aria-labelledby="documents">
                <h2 id="documents">{words.say("documents-title")}</h2>
                <ul>{each}</ul>
            </section>
        }
        .into_any(),
    )
}
