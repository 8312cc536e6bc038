//! A gift's note, as the giver broke its lines.

use domain::cart::GiftNote;
use leptos::prelude::*;

/// The note. Each line has the direction of its own script, whatever the page's.
#[component]
pub fn NoteLines(note: GiftNote) -> AnyView {
    let line = |line: &str| view! { <span class="address-line" dir="auto">{line.to_owned()}</span> };
    view! { <div>{note.as_str().lines().map(line).collect_view()}</div> }.into_any()
}
