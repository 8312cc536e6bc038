//! Who brings an order, and where it goes.

use domain::orders::Order;
use leptos::prelude::*;

use super::address_lines::AddressLines;
use super::note_lines::NoteLines;
use super::parcels::{Number, only_parcel};
use crate::i18n::Words;

/// Carrier, number, address, e-mail.
#[component]
pub fn Facts(words: Words, order: Order) -> AnyView {
    // The label of a parcel that will not come is nothing to follow.
    let parcel = only_parcel(&order);
    view! {
        <section class="order-facts" aria-labelledby="order-facts">
            <h2 id="order-facts">{words.say("order-facts")}</h2>
            <dl>
                {parcel.map(|parcel| view! {
                    <div><dt>{words.say("order-carrier")}</dt><dd><Number words parcel /></dd></div>
                })}
                {(!order.pickup.is_empty()).then(|| view! { <div><dt>{words.say("order-pickup")}</dt><dd><bdi>{order.pickup.clone()}</bdi></dd></div> })}
                <div><dt>{words.say("order-address")}</dt><dd><AddressLines words address=order.address /></dd></div>
                {order.note.map(|note| view! { <div><dt>{words.say("gift-note")}</dt><dd><NoteLines note /></dd></div> })}
                <div><dt>{words.say("order-email")}</dt><dd><bdi>{order.email.as_str().to_owned()}</bdi></dd></div>
            </dl>
        </section>
    }
    .into_any()
}
