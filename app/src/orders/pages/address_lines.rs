//! An address, as it stands on the parcel.

use domain::contact::Address;
use leptos::prelude::*;

use crate::i18n::Words;

/// An address in the form of its country, one line after the other. Each is isolated, since it may be of another direction
/// than the page.
#[component]
pub fn AddressLines(words: Words, address: Address) -> AnyView {
    let lines = address.page_lines().into_iter().chain([words.country(address.country), address.phone.clone()]);
    let lines = lines.filter(|line| !line.is_empty()).map(|line| view! { <span class="address-line"><bdi>{line}</bdi></span> });
    view! { <address>{lines.collect_view()}</address> }.into_any()
}
