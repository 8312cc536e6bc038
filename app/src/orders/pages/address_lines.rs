//! An address, as it stands on the parcel.

use domain::contact::Address;
use leptos::prelude::*;

use crate::i18n::Words;

/// An address, one line after the other. Each is isolated, since it may be of another direction than the page.
#[component]
pub fn AddressLines(words: Words, address: Address) -> AnyView {
    let town = [address.postcode.as_str(), &address.city, &address.region].into_iter().filter(|part| !part.is_empty());
    let lines = [
        address.name.as_str().to_owned(),
        address.line1.clone(),
        address.line2.clone(),
        town.collect::<Vec<_>>().join(" "),
        words.country(address.country),
        address.phone.clone(),
    ];
    let lines = lines
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(|line| view! { <span class="address-line"><bdi>{line}</bdi></span> });
    view! { <address>{lines.collect_view()}</address> }.into_any()
}
