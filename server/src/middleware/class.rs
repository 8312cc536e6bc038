//! What kind of request this is: how long it may take, how much it may send.

use std::time::Duration;

/// Kinds of requests, told by their path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// A page.
    Page,
    /// A search, or suggestions for one: whatever somebody has typed.
    Search,
    /// A server function.
    Act,
    /// A step of the checkout.
    Checkout,
    /// Somebody wants to be let in, or another password.
    Door,
    /// A form of the desk: as long as a story.
    Desk,
    /// Pictures for the desk.
    Upload,
    /// A problem with an order, with pictures of it.
    Photos,
    /// The step that places an order, and another attempt to pay one.
    Place,
    /// The embedded provider's own pages.
    Provider,
    /// A provider or a carrier tells something.
    Webhook,
    /// A browser tells what its policy kept out.
    Report,
    /// News of an order, for as long as the page is open.
    Events,
    /// A file.
    File,
    /// Health and readiness.
    Machine,
}

/// Photos from a phone may take their time.
const UPLOAD: Duration = Duration::from_secs(600);
/// Three photos at a megabit a second take a minute or two.
const PHOTOS: Duration = Duration::from_secs(300);

impl Class {
    /// The class of a path.
    pub fn of(path: &str) -> Self {
        let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        match first {
            "api" if path.starts_with("/api/checkout/place") || path.starts_with("/api/orders/pay") => Self::Place,
            "api" if path.starts_with("/api/checkout/") => Self::Checkout,
            "api" if path.starts_with("/api/search/") => Self::Search,
            "api" if path.starts_with("/api/desk/sign-in") => Self::Door,
            "api" if ["sign-in", "password", "prove"].iter().any(|door| path.strip_prefix("/api/account/") == Some(door)) => {
                Self::Door
            }
            "api" if path.starts_with("/api/desk/") => Self::Desk,
            "desk" if path.ends_with("/pictures") => Self::Upload,
            "api" => Self::Act,
            "webhooks" => Self::Webhook,
            "testpay" => Self::Provider,
            "csp-report" => Self::Report,
            "healthz" | "readyz" | "metrics" => Self::Machine,
            "media" | "fonts" | "icons" => Self::File,
            // Only files have a dot in the first part of their path.
            _ if first.starts_with("pkg-") || first.contains('.') => Self::File,
            _ if path.contains("/orders/") && path.ends_with("/events") => Self::Events,
            _ if path.contains("/orders/") && path.ends_with("/problem") => Self::Photos,
            _ if path.contains("/checkout/") => Self::Checkout,
            _ if path.ends_with("/search") => Self::Search,
            _ => Self::Page,
        }
    }

    /// How long an address may be, with its query. No other of ours is as long as what may be typed.
    pub fn longest_address(self) -> usize {
        match self {
            Self::Search => 16 * 1024,
            _ => 2048,
        }
    }

    /// How long an answer may take to begin. A stream has its own end.
    pub fn deadline(self) -> Option<Duration> {
        match self {
            Self::Events => None,
            Self::Webhook | Self::Machine | Self::Report => Some(Duration::from_secs(5)),
            Self::Checkout | Self::Place | Self::Provider | Self::Door | Self::Desk => Some(Duration::from_secs(20)),
            Self::Upload => Some(UPLOAD),
            Self::Photos => Some(PHOTOS),
            Self::Page | Self::Search | Self::Act | Self::File => Some(Duration::from_secs(10)),
        }
    }

    /// How long its body may take to come, where that is usually `usual`: photos come from phones, too.
    pub fn patience(self, usual: Duration) -> Duration {
        match self {
            Self::Upload => UPLOAD,
            Self::Photos => PHOTOS,
            _ => usual,
        }
    }

    /// How many bytes a request's body may have.
    pub fn most_bytes(self) -> usize {
        match self {
            Self::Act | Self::Checkout | Self::Place | Self::Provider | Self::Door => 64 * 1024,
            // A story in letters of three bytes, each of which is written as nine.
            Self::Desk => 1024 * 1024,
            Self::Upload => 256 * 1024 * 1024,
            // Three of the largest, and as much again for whoever chooses too many or too large ones: they are told so by name.
            Self::Photos => 128 * 1024 * 1024,
            Self::Webhook => 512 * 1024,
            Self::Report => 16 * 1024,
            Self::Page | Self::Search | Self::Events | Self::File | Self::Machine => 10 * 1024 * 1024,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Class;

    #[test]
    fn a_path_tells_what_is_wanted() {
        let told = [
            ("/", Class::Page),
            ("/en/products/ridge-mug", Class::Page),
            ("/en/checkout/address", Class::Checkout),
            ("/en/orders/1A2B3C4D5/events", Class::Events),
            ("/en/orders/1A2B3C4D5/problem", Class::Photos),
            ("/th/search", Class::Search),
            ("/api/search/ideas", Class::Search),
            ("/api/cart/add", Class::Act),
            ("/api/checkout/address", Class::Checkout),
            ("/api/checkout/place", Class::Place),
            ("/api/desk/sign-in", Class::Door),
            ("/api/desk/product", Class::Desk),
            ("/desk/catalogue/products/7/pictures", Class::Upload),
            ("/desk/catalogue", Class::Page),
            ("/webhooks/payments/testpay", Class::Webhook),
            ("/pkg-0123456789ab/cartwright.js", Class::File),
            ("/favicon.svg", Class::File),
            ("/healthz", Class::Machine),
        ];
        for (path, class) in told {
            assert_eq!(Class::of(path), class, "{path}");
        }
    }
}
