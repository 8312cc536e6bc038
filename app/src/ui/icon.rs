//! Line icons, 24 by 24, in the colour of the text around them.

use leptos::prelude::*;

/// An icon. It says nothing to those who do not see it: the words beside it do.
#[component]
pub fn Icon(name: &'static str) -> AnyView {
    let path = match name {
        "wheel" => {
            "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 6.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM12 3v6.5M12 14.5V21M3 12h6.5M14.5 12H21"
        }
        "cart" => "M6 8h12l1 12H5L6 8Zm3 0V6.5a3 3 0 0 1 6 0V8",
        "parcel" => "M4 8l8-4 8 4v8.5l-8 4-8-4V8Zm0 0 8 4 8-4M12 12v8.5",
        "back" => "M11 5l-7 7 7 7M4 12h16",
        "truck" => {
            "M3 6.5h11v10H3v-10Zm11 3.5h3.5l3.5 3.5v3h-7V10ZM7 19a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Zm10 0a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z"
        }
        "return" => "M8 5 4 9l4 4M4 9h10.5a5.5 5.5 0 0 1 0 11H9",
        "globe" => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c-5 5-5 13 0 18 5-5 5-13 0-18Z",
        "customs" => "M5 4h14v16l-3.5-2-3.5 2-3.5-2L5 20V4Zm4 5h6M9 13h6",
        "stock" => "M5 12.5l4.5 4.5L19 7.5",
        "search" => "M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12Zm4.3 10.3L20 20",
        "lock" => "M6 11h12v9H6v-9Zm2.5 0V8a3.5 3.5 0 0 1 7 0v3",
        // Marks of our own for ways to pay: a phone and a card held to a reader, and two leaves.
        "apple_pay" => "M7 3h8v18H7V3Zm3 15h2M18 9q2 3 0 6",
        "google_pay" => "M3 6h13v12H3V6Zm0 4h13M19 9q2 3 0 6",
        "paypal" => "M7 3h6c5 0 5 8 0 8H9l-1 6H4L7 3Zm10 5c4 2 2 9-4 9h-2l-1 4H7",
        _ => "M12 4v16M4 12h16",
    };
    // Arrows and what drives follow the direction one reads in; clocks, ticks and locks do not.
    let flip = matches!(name, "back" | "return" | "truck");
    view! {
        <svg class="icon" class:flip=flip viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path d=path />
        </svg>
    }
    .into_any()
}
