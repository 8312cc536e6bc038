//! What became of a form of lists: its code is in the page's address, and the page says it.

use domain::codes;
use domain::ids::WishlistItemId;
use domain::wishlists::{Note, Wishlist, WishlistName, WishlistRefusal};
use leptos::prelude::*;

use crate::cart::pages::refusal;
use crate::i18n::Words;
use crate::request;

codes! {
    /// What became of a form.
    Heard {
        /// It is in the list.
        Put = "put",
        /// It was there already.
        Known = "known",
        /// It came from the cart.
        Moved = "moved",
        /// What was changed is saved.
        Saved = "saved",
        /// It is back.
        Back = "back",
        /// A thing was taken out, or a list away.
        Removed = "removed",
        /// The link is over.
        Unshared = "unshared",
        /// A letter asks whether an address is to be told.
        Asked = "asked",
        /// It is told from now on.
        Watched = "watched",
        /// It is told no more.
        Unwatched = "unwatched",
        /// A letter's link is over.
        Over = "over",
        /// Too many letters were asked for.
        Wait = "wait",
        /// No address was typed.
        Empty = "empty",
        /// More than an address holds.
        Long = "long",
        /// What was typed has not the form of one.
        Shape = "shape",
        /// The list is full.
        Full = "full",
        /// There are enough lists.
        TooMany = "too-many",
        /// It is not sold.
        NotSold = "not-sold",
        /// A name is missing.
        NoName = "no-name",
        /// A name is too long.
        LongName = "long-name",
        /// A note is too long.
        LongNote = "long-note",
        /// Not a number from 1 to 999.
        Quantity = "quantity",
    }
}

impl From<WishlistRefusal> for Heard {
    fn from(refusal: WishlistRefusal) -> Self {
        match refusal {
            WishlistRefusal::Full => Self::Full,
            WishlistRefusal::TooMany => Self::TooMany,
            WishlistRefusal::NotSold => Self::NotSold,
            WishlistRefusal::NoName => Self::NoName,
            WishlistRefusal::LongName => Self::LongName,
            WishlistRefusal::LongNote => Self::LongNote,
            WishlistRefusal::NotAQuantity => Self::Quantity,
        }
    }
}

impl Heard {
    /// What the address of this page says.
    pub fn here() -> Option<Self> {
        Self::from_code(&request::query("heard")?)
    }

    /// The thing it is about, if it is about one.
    pub fn item() -> Option<WishlistItemId> {
        request::query("item")?.parse().ok().map(WishlistItemId)
    }

    /// What is wrong with a name that was typed.
    pub fn of_name(self, words: Words) -> Option<String> {
        matches!(self, Self::NoName | Self::LongName).then(|| self.says(words))
    }

    /// What is wrong with what was typed of a thing.
    pub fn of_item(self, words: Words) -> Option<String> {
        matches!(self, Self::LongNote | Self::Quantity).then(|| self.says(words))
    }

    /// What is wrong with an address that was typed.
    pub fn of_email(self, words: Words) -> Option<String> {
        matches!(self, Self::Empty | Self::Long | Self::Shape).then(|| self.says(words))
    }

    /// What is said.
    pub fn says(self, words: Words) -> String {
        match self {
            Self::Full => words.with("wishlist-full", &[("count", Wishlist::MOST_ITEMS.into())]),
            Self::TooMany => words.with("wishlist-too-many", &[("count", Wishlist::MOST_LISTS.into())]),
            Self::LongName => words.with("wishlist-long-name", &[("count", WishlistName::MOST.into())]),
            Self::LongNote => words.with("wishlist-long-note", &[("count", Note::MOST.into())]),
            Self::NotSold => words.say("refused-not-sold"),
            Self::Quantity => words.say("refused-quantity"),
            Self::Wait => words.say("account-wait"),
            Self::Empty | Self::Long | Self::Shape => words.say(&format!("error-email-{}", self.code())),
            other => words.say(&format!("wishlist-{}", other.code())),
        }
    }

    const fn is_good(self) -> bool {
        matches!(
            self,
            Self::Put
                | Self::Known
                | Self::Moved
                | Self::Saved
                | Self::Back
                | Self::Removed
                | Self::Unshared
                | Self::Asked
                | Self::Watched
                | Self::Unwatched
        )
    }
}

/// What is said at the top of a page: done, or why not. What is wrong with a field is said at the field.
#[component]
pub fn Said(words: Words) -> AnyView {
    let heard = Heard::here().filter(|heard| *heard != Heard::Removed);
    let at_field = |heard: &Heard| heard.of_name(words).or(heard.of_item(words)).or(heard.of_email(words)).is_some();
    let heard = heard.filter(|heard| !at_field(heard));
    let refused = request::query("refused").map(|code| refusal(words, &code));
    let said = heard.map(|heard| match heard.is_good() {
        true => view! { <p class="notice done" role="status">{heard.says(words)}</p> }.into_any(),
        false => view! { <p class="notice bad" role="alert">{heard.says(words)}</p> }.into_any(),
    });
    view! { {said}{refused.map(|says| view! { <p class="notice bad" role="alert">{says}</p> })} }.into_any()
}

/// That something was taken away, and the way back.
#[component]
pub fn Undo(words: Words, list: String, #[prop(optional_no_strip)] item: Option<WishlistItemId>) -> AnyView {
    let key = if item.is_some() { "wishlist-removed" } else { "wishlist-gone" };
    view! {
        <form class="notice undo" method="post" action="/api/lists/back" data-once="">
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="list" value=list />
            {item.map(|item| view! { <input type="hidden" name="item" value=item.to_string() /> })}
            <span role="status">{words.say(key)}</span>
            <button class="link" type="submit">{words.say("line-undo")}</button>
        </form>
    }
    .into_any()
}
