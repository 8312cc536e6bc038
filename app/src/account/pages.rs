//! The pages of accounts.

mod book;
mod cards;
mod data;
mod devices;
mod door;
mod enter;
mod entry;
mod home;
mod letters;
mod moving;
mod offer;
mod passkeys;
mod password;
mod profile;
mod prove;
mod rooms;
mod seen;
mod sign_in;

pub use book::{BookPage, Typed, keep_address, note_address};
pub use cards::{CardsPage, forget_card};
pub use data::{DataPage, delete};
pub use door::{enter, send_link, sign_in};
pub use enter::EnterPage;
pub use entry::EntryPage;
pub use home::{AccountPage, sign_out, undo};
pub use letters::{ConfirmPage, RefusePage};
pub use moving::{MovingPage, ask_to_move, confirm_email, refuse_email};
pub use offer::Offer;
pub use passkeys::{PasskeysPage, add_passkey, ask_for_passkey, enter_by_passkey, new_passkey, remove_passkey};
pub use password::change_password;
pub use profile::{ProfilePage, keep_profile};
pub use prove::prove;
pub use seen::{SeenPage, forget_seen, join_seen, keep_seen, take_out_seen};
pub use sign_in::SignInPage;

use domain::codes;
use leptos::prelude::*;

use crate::i18n::{Lang, Words};
use crate::{request, routes};

codes! {
    /// What became of a form; its code is in the page's address.
    Heard {
        /// A letter is on its way.
        Sent = "sent",
        /// What was typed is no e-mail address.
        Email = "email",
        /// Too many were tried.
        Wait = "wait",
        /// They do not belong together.
        Wrong = "wrong",
        /// The link does not work any more.
        Over = "over",
        /// What came went back.
        Undone = "undone",
        /// The password is changed.
        Changed = "changed",
        /// That is not the password there is.
        Current = "current",
        /// The new one is too short.
        Short = "short",
        /// It is too long.
        Long = "long",
        /// It is known to those who guess.
        Leaked = "leaked",
        /// It is kept.
        Saved = "saved",
        /// That is no name.
        Name = "name-flaw",
        /// The address book is full.
        Full = "full",
        /// The box was not ticked.
        Unsure = "unsure",
        /// The account is deleted.
        Deleted = "deleted",
        /// Letters are on their way to both addresses.
        Asked = "asked",
        /// The account has another address.
        Moved = "moved",
        /// It keeps the one it had.
        Refused = "refused",
        /// The address has an account.
        Taken = "taken",
        /// It is the one there is.
        Same = "same",
        /// It was asked for too often today.
        Often = "often",
        /// A letter's link about another address does not work any more.
        Gone = "gone",
        /// A card is not remembered any more.
        CardForgotten = "card-forgotten",
        /// There is one more passkey.
        PasskeyAdded = "passkey-added",
        /// There is one less.
        PasskeyRemoved = "passkey-removed",
        /// There are as many as there may be.
        PasskeyFull = "passkey-full",
        /// What the device answered is not right.
        PasskeyWrong = "passkey-wrong",
        /// It took too long, or was sent before.
        PasskeyOver = "passkey-over",
        /// There may be a copy of the passkey.
        PasskeyCopied = "passkey-copied",
        /// What is looked at is kept.
        SeenOn = "seen-on",
        /// It is not, and what was kept is gone.
        SeenOff = "seen-off",
        /// What came from a browser went out again.
        SeenOut = "seen-out",
        /// All that was looked at is forgotten.
        SeenForgotten = "seen-forgotten",
    }
}

/// What the page's address says became of a form.
fn heard() -> Option<Heard> {
    request::query("heard").and_then(|code| Heard::from_code(&code))
}

/// Leads to a page that says what became of a form.
fn tell(page: &str, heard: Heard) {
    request::go(&routes::with(page, &[("heard".to_owned(), heard.code().to_owned())]));
}

fn spoken(lang: &str) -> Lang {
    Lang::from_code(lang).unwrap_or_default()
}

/// A field with its label, and beside it what is wrong.
#[component]
fn Field(
    label: String,
    id: &'static str,
    name: &'static str,
    kind: &'static str,
    token: &'static str,
    #[prop(optional)] text: String,
    #[prop(optional_no_strip)] says: Option<String>,
) -> AnyView {
    let (wrong, error) = (says.is_some(), format!("{id}-error"));
    let described = wrong.then(|| error.clone());
    view! {
        <div class="field" class:wrong=wrong>
            <label for=id>{label}</label>
            {says.map(|says| view! { <p class="error" id=error>{says}</p> })}
            <input
                id=id name=name type=kind autocomplete=token dir="ltr" spellcheck="false" autocapitalize="none" maxlength="512"
                value=text required=true aria-describedby=described aria-invalid=wrong.then_some("true")
            />
        </div>
    }
    .into_any()
}

/// What is said at the top of a page: done, or why not.
#[component]
fn Said(words: Words, heard: Option<Heard>) -> Option<AnyView> {
    let says = |which: Heard| words.say(&format!("account-{}", which.code()));
    Some(match heard? {
        good @ (Heard::Sent
        | Heard::Undone
        | Heard::Changed
        | Heard::Saved
        | Heard::Deleted
        | Heard::Asked
        | Heard::Moved
        | Heard::Refused
        | Heard::CardForgotten
        | Heard::PasskeyAdded
        | Heard::PasskeyRemoved
        | Heard::SeenOn
        | Heard::SeenOff
        | Heard::SeenOut
        | Heard::SeenForgotten) => view! { <p class="notice done" role="status">{says(good)}</p> }.into_any(),
        bad @ (Heard::Wait
        | Heard::Wrong
        | Heard::Over
        | Heard::Full
        | Heard::Taken
        | Heard::Often
        | Heard::Gone
        | Heard::PasskeyFull
        | Heard::PasskeyWrong
        | Heard::PasskeyOver
        | Heard::PasskeyCopied) => view! { <p class="notice bad" role="alert">{says(bad)}</p> }.into_any(),
        _ => return None,
    })
}
