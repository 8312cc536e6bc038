//! The one store: what the server said last of the cart. Only the browser ever writes to it.
//!
//! The forms of the cart are heard where they bubble to, so that a line is nothing but its HTML.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, Event, FormData, HtmlButtonElement, HtmlElement, HtmlFormElement, SubmitEvent};

use super::api::TheCart;
use super::view::CartView;
use crate::browser;

/// What badge, drawer and page show.
#[derive(Clone)]
pub struct Store {
    /// The cart; none until it is known.
    pub cart: ArcRwSignal<Option<CartView>>,
    /// Whether the drawer is open.
    pub open: ArcRwSignal<bool>,
}

thread_local! {
    static STORE: Store = Store { cart: ArcRwSignal::new(None), open: ArcRwSignal::new(false) };
}

/// The store of this page.
pub fn store() -> Store {
    STORE.with(Clone::clone)
}

impl Store {
    /// Asks for the cart.
    pub fn load(&self, lang: &str) {
        let (store, address) = (self.clone(), format!("{}?lang={lang}", TheCart::PATH));
        leptos::task::spawn_local(async move {
            if let Some(cart) = browser::get::<CartView>(&address).await {
                store.cart.set(Some(cart));
            }
        });
    }

    /// Takes an answer. One that is older than what is shown is dropped.
    fn take(&self, answer: CartView) {
        let older = self.cart.with_untracked(|cart| cart.as_ref().is_some_and(|cart| cart.version > answer.version));
        if !older || answer.count == 0 {
            self.cart.set(Some(answer));
        }
    }
}

/// Once a page: hears the forms of the cart and the other tabs.
pub fn start() {
    let Some(document) = browser::document() else { return };
    let lang = document.document_element().and_then(|html| html.get_attribute("lang")).unwrap_or_default();
    let tabs = BroadcastChannel::new("cart").ok();
    if let Some(tabs) = &tabs {
        let heard = Closure::<dyn FnMut()>::new(move || store().load(&lang));
        tabs.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        heard.forget();
    }
    let sent = Closure::<dyn FnMut(SubmitEvent)>::new(move |event: SubmitEvent| {
        let Some(form) = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok()) else { return };
        // A button that leads elsewhere is none of the cart's.
        if event.submitter().is_some_and(|button| button.has_attribute("formaction")) {
            return;
        }
        if let Some(act) = form.get_attribute("data-cart") {
            event.prevent_default();
            let button = event.submitter().and_then(|button| button.dyn_into::<HtmlButtonElement>().ok());
            // The Enter key: what it would send was sent when the field said that it has changed.
            if act == "change" && button.as_ref().is_some_and(|button| button.name().is_empty()) {
                return;
            }
            send(form, act, button, tabs.clone());
        }
    });
    let _ = document.add_event_listener_with_callback("submit", sent.as_ref().unchecked_ref());
    sent.forget();
    // A number that is typed is sent when the field is left.
    let typed = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let form = field.and_then(|field| field.closest("form[data-cart=change]").ok().flatten());
        if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
            let _ = form.request_submit();
        }
    });
    let _ = document.add_event_listener_with_callback("change", typed.as_ref().unchecked_ref());
    typed.forget();
}

/// Sends a form and takes the answer. Where none comes, the browser sends it itself.
fn send(form: HtmlFormElement, act: String, button: Option<HtmlButtonElement>, tabs: Option<BroadcastChannel>) {
    let Ok(fields) = FormData::new_with_form(&form) else { return };
    if let Some(button) = button.as_ref().filter(|button| !button.name().is_empty()) {
        let _ = fields.append_with_str(&button.name(), &button.value());
    }
    let at = browser::document().and_then(|document| document.active_element()).map(|element| element.id()).unwrap_or_default();
    let _ = form.set_attribute("aria-busy", "true");
    leptos::task::spawn_local(async move {
        let answer = browser::post::<CartView>(&form.action(), &fields).await;
        let _ = form.remove_attribute("aria-busy");
        let Some(answer) = answer else {
            // With the button that was pressed: it may say what is wanted.
            let _ = form.remove_attribute("data-cart");
            let _ = form.request_submit_with_submitter(button.as_deref());
            return;
        };
        let (fine, store) = (answer.fine, store());
        browser::announce(&answer.says);
        store.take(answer);
        if act == "add" {
            store.open.set(true);
        }
        if let Some(tabs) = tabs.filter(|_| fine) {
            let _ = tabs.post_message(&"changed".into());
        }
        leptos::task::tick().await;
        focus(if act == "remove" && fine { "undo" } else { &at });
    });
}

/// Gives the keyboard back to the control it was on, which may have been drawn anew: the one in the open drawer, if
/// that is open.
fn focus(id: &str) {
    let found =
        |within: &str| browser::find(&format!("{within} #{id}")).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = Some(id).filter(|id| !id.is_empty()).and_then(|_| found(".drawer[open]").or_else(|| found("main"))) {
        let _ = element.focus();
    }
}
