//! Suggestions while a search is being typed: a combobox with a list below it, which the server draws.
//!
//! The keyboard stays in the field; arrows move through the options, Enter follows one, Escape closes the list. Without
//! script there is the form.

use std::cell::Cell;

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, FocusEvent, HtmlElement, HtmlInputElement, KeyboardEvent, UrlSearchParams};

use super::api::SearchIdeas;
use crate::browser::{self, Kept};

/// What was searched last, in this browser only.
const RECENT: Kept = Kept { key: "searches", most: 5 };

/// A pause in the typing.
const PAUSE: std::time::Duration = std::time::Duration::from_millis(120);

thread_local! {
    /// Counts what was typed, so that an answer that was overtaken is dropped.
    static TYPED: Cell<u32> = const { Cell::new(0) };
}

/// The form's parts.
#[derive(Clone)]
struct Combobox {
    form: Element,
    field: HtmlInputElement,
    list: HtmlElement,
}

/// Once a page: the header stays when the page changes.
pub fn start() {
    let Some(combobox) = Combobox::here() else { return };
    for (name, value) in [
        ("role", "combobox"),
        ("aria-controls", "search-ideas"),
        ("aria-autocomplete", "list"),
        ("aria-haspopup", "listbox"),
        ("aria-expanded", "false"),
    ] {
        let _ = combobox.field.set_attribute(name, value);
    }
    let hear = |name: &str, heard: fn(&Combobox, &Event)| {
        let own = combobox.clone();
        let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| heard(&own, &event));
        let _ = combobox.form.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        heard.forget();
    };
    hear("input", |combobox, _| combobox.ask());
    hear("focusin", |combobox, event| {
        if event.target().as_ref() == Some(combobox.field.as_ref()) && combobox.list.hidden() {
            combobox.ask();
        }
    });
    hear("focusout", |combobox, event| {
        let to = event.dyn_ref::<FocusEvent>().and_then(|event| event.related_target()).and_then(|to| to.dyn_into().ok());
        if !combobox.form.contains(to.as_ref()) {
            combobox.close();
        }
    });
    hear("keydown", |combobox, event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| !key.is_composing()) {
            combobox.press(key);
        }
    });
    hear("submit", |combobox, _| {
        RECENT.keep(&combobox.field.value());
        combobox.close();
    });
    hear("click", |combobox, event| combobox.click(event));
}

impl Combobox {
    fn here() -> Option<Self> {
        let form = browser::find("form[data-search]")?;
        let field = browser::find("#search")?.dyn_into().ok()?;
        let list = browser::find("#search-ideas")?.dyn_into().ok()?;
        Some(Self { form, field, list })
    }

    /// Asks for suggestions; for an empty field there is what was searched last.
    fn ask(&self) {
        let typed = TYPED.get() + 1;
        TYPED.set(typed);
        let (text, own) = (self.field.value(), self.clone());
        if text.trim().is_empty() {
            return self.remember();
        }
        let later = move || {
            leptos::task::spawn_local(async move {
                if typed != TYPED.get() {
                    return;
                }
                let Some(drawn) = own.answer(&text).await.filter(|_| typed == TYPED.get()) else { return };
                own.list.set_inner_html(&drawn);
                own.open();
            });
        };
        set_timeout(later, PAUSE);
    }

    async fn answer(&self, text: &str) -> Option<String> {
        let query = UrlSearchParams::new().ok()?;
        query.append("lang", &self.form.get_attribute("data-search")?);
        query.append("q", text);
        browser::get(&format!("{}?{}", SearchIdeas::PATH, String::from(query.to_string()))).await
    }

    /// Shows what was searched last, and the way to forget it.
    fn remember(&self) {
        self.list.set_inner_html("");
        let all = RECENT.all();
        let says = |name: &str| self.list.get_attribute(name).unwrap_or_default();
        if let (Some(document), false) = (browser::document(), all.is_empty()) {
            let make = |name: &str, class: &str, text: &str| {
                let made = document.create_element(name).ok()?;
                made.set_class_name(class);
                made.set_text_content(Some(text));
                Some(made)
            };
            let add = |group: &Element, option: Option<Element>, act: (&str, &str)| {
                let Some(option) = option else { return };
                for (name, value) in [("role", "option"), ("tabindex", "-1"), act] {
                    let _ = option.set_attribute(name, value);
                }
                let _ = group.append_child(&option);
            };
            let Some(group) = make("div", "", "") else { return };
            let _ = group.set_attribute("role", "group");
            let _ = group.set_attribute("aria-label", &says("data-recent"));
            if let Some(title) = make("p", "", &says("data-recent")) {
                let _ = title.set_attribute("aria-hidden", "true");
                let _ = group.append_child(&title);
            }
            for text in &all {
                add(&group, make("div", "idea", text), ("data-q", text));
            }
            add(&group, make("div", "idea calm", &says("data-forget")), ("data-act", "forget"));
            let _ = self.list.append_child(&group);
        }
        self.open();
    }

    /// The options, each with an id to point at.
    fn options(&self) -> Vec<Element> {
        let Ok(found) = self.list.query_selector_all("[role=option]") else { return Vec::new() };
        let options = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<Element>().ok());
        options.enumerate().inspect(|(at, option)| option.set_id(&format!("idea-{at}"))).map(|(_, option)| option).collect()
    }

    fn open(&self) {
        let many = self.options().len();
        let focused = browser::document().and_then(|document| document.active_element());
        if many == 0 || focused.as_ref() != Some(self.field.as_ref()) {
            return self.close();
        }
        let _ = self.field.remove_attribute("aria-activedescendant");
        let _ = self.field.set_attribute("aria-expanded", "true");
        self.list.set_hidden(false);
        if let Some(says) = browser::find("#search-ideas [data-says]").and_then(|says| says.get_attribute("data-says")) {
            browser::announce(&says);
        }
    }

    fn close(&self) {
        TYPED.set(TYPED.get() + 1);
        let _ = self.field.remove_attribute("aria-activedescendant");
        let _ = self.field.set_attribute("aria-expanded", "false");
        self.list.set_hidden(true);
    }

    fn press(&self, key: &KeyboardEvent) {
        let step: i32 = match key.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            "Escape" if !self.list.hidden() => {
                key.prevent_default();
                return self.close();
            }
            "Enter" => {
                if let Some(active) = self.active().and_then(|active| active.dyn_into::<HtmlElement>().ok()) {
                    key.prevent_default();
                    active.click();
                }
                return;
            }
            _ => return,
        };
        key.prevent_default();
        if self.list.hidden() { self.ask() } else { self.step(step) }
    }

    fn active(&self) -> Option<Element> {
        browser::find("#search-ideas [aria-selected=true]").filter(|_| !self.list.hidden())
    }

    /// Goes to the next option, or back to the field behind the last one; an option that is a search is copied into the field.
    fn step(&self, step: i32) {
        let options = self.options();
        let now = options.iter().position(|option| option.has_attribute("aria-selected"));
        let many = options.len() as i32 + 1;
        let next = (now.map_or(0, |at| at as i32 + 1) + step).rem_euclid(many);
        for option in &options {
            let _ = option.remove_attribute("aria-selected");
        }
        let Some(option) = options.get((next - 1) as usize) else {
            let _ = self.field.remove_attribute("aria-activedescendant");
            return;
        };
        let _ = option.set_attribute("aria-selected", "true");
        let _ = self.field.set_attribute("aria-activedescendant", &option.id());
        option.scroll_into_view_with_bool(false);
        if let Some(text) = option.get_attribute("data-q") {
            self.field.set_value(&text);
        }
    }

    fn click(&self, event: &Event) {
        let at = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(option) = at.and_then(|at| at.closest("[role=option]").ok().flatten()) else { return };
        if option.has_attribute("data-act") {
            RECENT.forget();
            return self.close();
        }
        if let Some(text) = option.get_attribute("data-q") {
            RECENT.keep(&text);
            self.field.set_value(&text);
            // A link goes where it leads; what was searched before is searched again.
            if !option.has_attribute("href")
                && let Some(form) = self.form.dyn_ref::<web_sys::HtmlFormElement>()
            {
                let _ = form.request_submit();
            }
        }
        self.close();
    }
}
