//! What was issued of an order, on its page.

use domain::documents::DocumentNumber;
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
    let each = documents.into_iter().map(|number| {
        let name = words.say(&format!("document-{}", number.kind.code()));
        let as_file = words.with("document-pdf", &[("number", number.to_string().into())]);
        let page = routes::document(words.lang, &order, number);
        let file = routes::with_key(&routes::document_file(words.lang, &order, number), &key);
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
