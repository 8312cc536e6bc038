//! Help while an address is being typed: the form is laid anew when the country changes, a postcode brings its town, and
//! streets are suggested. Without script the server does the first two when the form is sent.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, UrlSearchParams};

use super::api::{Suggest, Suggestion};
use crate::browser;

thread_local! {
    /// Counts what was typed, so that an answer that was overtaken is dropped.
    static TYPED: Cell<u32> = const { Cell::new(0) };
    static STREETS: RefCell<Vec<Suggestion>> = RefCell::default();
}

/// Once a page: hears the address form, wherever it is.
pub fn start() {
    let Some(document) = browser::document() else { return };
    let changed = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        if let Some(element) = field(&event) {
            relay(&element);
            if element.id() == "postcode" {
                ask(element, false);
            }
        }
    });
    let typed = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        if let Some(element) = field(&event).filter(|element| element.id() == "line1" && !taken(element)) {
            ask(element, true);
        }
    });
    let _ = document.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
    let _ = document.add_event_listener_with_callback("input", typed.as_ref().unchecked_ref());
    changed.forget();
    typed.forget();
}

fn field(event: &Event) -> Option<Element> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest("form[data-address]").ok()?.map(|_| element)
}

/// Another country has another form: what is typed goes along.
fn relay(element: &Element) {
    if element.has_attribute("data-relay")
        && let Some(button) = browser::find("#relay").and_then(|button| button.dyn_into::<HtmlElement>().ok())
    {
        button.click();
    }
}

/// Asks what the field may become: streets for a line, the town for a postcode.
fn ask(element: Element, line: bool) {
    TYPED.set(TYPED.get() + 1);
    let typed = TYPED.get();
    let later = move || {
        leptos::task::spawn_local(async move {
            if typed != TYPED.get() {
                return;
            }
            let Some(found) = answer(&element, line).await else { return };
            if typed != TYPED.get() {
                return;
            }
            if line {
                offer(&found);
                STREETS.set(found);
            } else if let Some(town) = found.into_iter().next() {
                fill(&town);
            }
        });
    };
    // Waits for a pause in the typing.
    set_timeout(later, std::time::Duration::from_millis(if line { 250 } else { 0 }));
}

async fn answer(element: &Element, line: bool) -> Option<Vec<Suggestion>> {
    let country = browser::find("#country")?.dyn_into::<HtmlSelectElement>().ok()?.value();
    let query = UrlSearchParams::new().ok()?;
    query.append("country", &country);
    query.append(if line { "line" } else { "postcode" }, &element.dyn_ref::<HtmlInputElement>()?.value());
    browser::get(&format!("{}?{}", Suggest::PATH, String::from(query.to_string()))).await
}

fn shown(suggestion: &Suggestion) -> String {
    [&suggestion.line1, &suggestion.postcode, &suggestion.city]
        .into_iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join(", ")
}

fn offer(found: &[Suggestion]) {
    let (Some(list), Some(document)) = (browser::find("#streets"), browser::document()) else { return };
    list.set_text_content(None);
    for suggestion in found {
        if let Ok(option) = document.create_element("option") {
            let _ = option.set_attribute("value", &shown(suggestion));
            let _ = list.append_child(&option);
        }
    }
}

/// Whether the line has become one of the suggestions; then its parts go where they belong.
fn taken(element: &Element) -> bool {
    let Some(input) = element.dyn_ref::<HtmlInputElement>() else { return false };
    let text = input.value();
    let found = STREETS.with_borrow(|streets| streets.iter().find(|one| shown(one) == text).cloned());
    let Some(found) = found else { return false };
    input.set_value(&found.line1);
    for id in ["postcode", "city"] {
        if let Some(field) = input_of(id) {
            field.set_value("");
        }
    }
    fill(&found);
    true
}

fn input_of(id: &str) -> Option<HtmlInputElement> {
    browser::find(&format!("#{id}"))?.dyn_into().ok()
}

/// Puts a town where nothing is typed yet. A region is chosen from its list, or typed.
fn fill(town: &Suggestion) {
    for (id, text) in [("postcode", &town.postcode), ("city", &town.city), ("region", &town.region)] {
        if text.is_empty() {
            continue;
        }
        if let Some(field) = input_of(id).filter(|field| field.value().is_empty()) {
            field.set_value(text);
            // Whoever is about to type there types over it, not behind it.
            if browser::document().and_then(|document| document.active_element()).is_some_and(|active| active.id() == id) {
                field.select();
            }
        }
        let list = browser::find(&format!("#{id}")).and_then(|field| field.dyn_into::<HtmlSelectElement>().ok());
        if let Some(list) = list.filter(|list| list.value().is_empty()) {
            list.set_value(text);
        }
    }
    browser::announce(&shown(town));
}
