//! Fields of the desk's forms: label, hint, what is wrong, after the GOV.UK pattern.

use domain::desk::{FieldFlaw, Wrong};
use leptos::prelude::*;

use crate::i18n::Words;
use crate::ui::lines_of;

/// What a field is, in a form.
#[derive(Clone, Debug)]
pub struct Form {
    /// The words.
    pub words: Words,
    /// What its fields' names begin with, if with anything.
    pub prefix: &'static str,
    /// What is wrong in it.
    pub flaws: Vec<FieldFlaw>,
}

/// What is wrong, in words.
pub fn says(words: Words, flaw: &FieldFlaw) -> String {
    words.with(&format!("desk-wrong-{}", flaw.wrong.code()), &[("about", flaw.about.clone().into())])
}

impl Form {
    /// What is wrong with a field.
    pub fn flaw(&self, id: &str) -> Option<String> {
        self.flaws.iter().find(|flaw| flaw.field == id).map(|flaw| says(self.words, flaw))
    }

    /// The name a field is sent under: `product[variants][0][price]` for `variants-0-price`.
    fn name(&self, id: &str) -> String {
        if self.prefix.is_empty() {
            return id.to_owned();
        }
        let path: String = id.split('-').map(|part| format!("[{part}]")).collect();
        format!("{}{path}", self.prefix)
    }

    /// A line of text.
    pub fn text(&self, id: &str, label: &str, value: &str) -> AnyView {
        self.hinted(id, label, None, value)
    }

    /// The same, with how it is written.
    pub fn hinted(&self, id: &str, label: &str, hint: Option<&str>, value: &str) -> AnyView {
        let (words, name, flaw) = (self.words, self.name(id), self.flaw(id));
        let (wrong, described) = (flaw.is_some(), described(id, flaw.is_some(), hint.is_some()));
        view! {
            <div class="field" class:wrong=wrong>
                <label for=id.to_owned()>{words.say(label)}</label>
                {hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{words.say(hint)}</p> })}
                {error(id, flaw)}
                <input id=id.to_owned() name=name value=value.to_owned() dir="auto" autocomplete="off" aria-invalid=wrong.then_some("true") aria-describedby=described />
            </div>
        }
        .into_any()
    }

    /// Lines of text, with how they are written.
    pub fn lines(&self, id: &str, label: &str, hint: Option<&str>, value: &str, rows: u8) -> AnyView {
        let (words, name, flaw) = (self.words, self.name(id), self.flaw(id));
        let (wrong, described) = (flaw.is_some(), described(id, flaw.is_some(), hint.is_some()));
        view! {
            <div class="field" class:wrong=wrong>
                <label for=id.to_owned()>{words.say(label)}</label>
                {hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{words.say(hint)}</p> })}
                {error(id, flaw)}
                <textarea id=id.to_owned() name=name rows=rows dir="auto" aria-describedby=described inner_html=lines_of(value)></textarea>
            </div>
        }
        .into_any()
    }

    /// A small field in a row of a table; its label is the column's head.
    pub fn cell(&self, id: &str, label: String, value: &str, numeric: bool) -> AnyView {
        let (name, flaw) = (self.name(id), self.flaw(id));
        let wrong = flaw.is_some();
        let described = flaw.is_some().then(|| format!("{id}-error"));
        view! {
            <div class="cell" class:wrong=wrong>
                <input id=id.to_owned() name=name value=value.to_owned() aria-label=label inputmode=numeric.then_some("decimal") dir="auto" autocomplete="off" aria-invalid=described.is_some().then_some("true") aria-describedby=described />
                {error(id, flaw)}
            </div>
        }
        .into_any()
    }

    /// One of several.
    pub fn select(&self, id: &str, label: &str, value: &str, options: Vec<(String, String)>) -> AnyView {
        let (words, name, flaw) = (self.words, self.name(id), self.flaw(id));
        let wrong = flaw.is_some();
        let value = value.to_owned();
        view! {
            <div class="field" class:wrong=wrong>
                <label for=id.to_owned()>{words.say(label)}</label>
                {error(id, flaw)}
                <select id=id.to_owned() name=name>
                    {options.into_iter().map(|(code, text)| view! { <option value=code.clone() selected={code == value}>{text}</option> }).collect_view()}
                </select>
            </div>
        }
        .into_any()
    }

    /// What is sent along unseen.
    pub fn hidden(&self, id: &str, value: &str) -> AnyView {
        view! { <input type="hidden" name=self.name(id) value=value.to_owned() /> }.into_any()
    }

    /// A box to tick.
    pub fn tick(&self, id: &str, label: String, on: bool) -> AnyView {
        view! {
            <label class="tick"><input type="checkbox" id=id.to_owned() name=self.name(id) value="yes" checked=on /><span>{label}</span></label>
        }
        .into_any()
    }

    /// Everything that is wrong, first in the page; each line leads to its field.
    pub fn summary(&self) -> Option<AnyView> {
        let words = self.words;
        let line = |flaw: &FieldFlaw| {
            // What is about no field in particular leads to the first one.
            let to = if flaw.wrong == Wrong::Changed { "name" } else { flaw.field.as_str() };
            view! { <li><a href=format!("#{to}")>{says(words, flaw)}</a></li> }
        };
        (!self.flaws.is_empty()).then(|| {
            view! {
                <div class="errors" role="alert" tabindex="-1" autofocus=true>
                    <h2>{words.say("errors-title")}</h2>
                    <ul>{self.flaws.iter().map(line).collect_view()}</ul>
                </div>
            }
            .into_any()
        })
    }
}

/// What tells of a field: what is wrong with it, and how it is written.
fn described(id: &str, wrong: bool, hinted: bool) -> Option<String> {
    let told = [wrong.then(|| format!("{id}-error")), hinted.then(|| format!("{id}-hint"))];
    let told: Vec<String> = told.into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join(" "))
}

fn error(id: &str, flaw: Option<String>) -> Option<impl IntoView + use<>> {
    let id = format!("{id}-error");
    flaw.map(|says| view! { <p class="error" id=id>{says}</p> })
}

/// The way back from what was typed to what is saved.
#[component]
pub fn Discard(words: Words, place: String, then: String) -> AnyView {
    view! {
        <form method="post" action="/api/desk/discard" class="notice">
            <span>{words.say("desk-draft")}</span>
            <input type="hidden" name="place" value=place />
            <input type="hidden" name="then" value=then />
            <button class="link" type="submit">{words.say("desk-discard")}</button>
        </form>
    }
    .into_any()
}
