//! Telling a device: the button for it, and what it leads to.

use db::notifications::{Device, Hears};
use leptos::prelude::*;

use crate::failure::Failure;
use crate::i18n::Words;
use crate::notifications::TypedDevice;
use crate::request::{self, Shop};

/// Whose news a device is to be told: an order's, by its number and the key of its link, or all of somebody's, by the token of
/// their messages.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// The order.
    pub number: String,
    /// The secret of its link, if it was reached by that.
    pub key: String,
    /// The token of somebody's messages.
    pub token: String,
}

/// Hidden until the script knows that the browser can be told. It asks for leave when the button is pressed.
#[component]
pub fn TellDevice(words: Words, about: About) -> AnyView {
    let Ok(shop) = request::shop() else { return ().into_any() };
    let of = if about.number.is_empty() { "all".to_owned() } else { about.number.clone() };
    let hidden = |name: &'static str, value: String| view! { <input type="hidden" name=name value=value /> };
    view! {
        <form
            class="offered" method="post" action="/api/messages/device" hidden data-pocket="tell" data-key=shop.devices.key()
            data-about=of data-on=words.say("push-on") data-no=words.say("push-no") data-start=words.say("push-button")
            data-stop=words.say("push-stop")
        >
            {hidden("number", about.number)} {hidden("key", about.key)} {hidden("token", about.token)}
            <p>{words.say("push-text")}</p>
            <button class="button quiet" type="submit">{words.say("push-button")}</button>
            <p role="status"></p>
        </form>
    }
    .into_any()
}

/// Tells a device from now on; not one that is at no push service the shop speaks to.
pub async fn tell(hears: Hears, typed: TypedDevice) -> Result<bool, Failure> {
    let device = Device { endpoint: typed.endpoint, p256dh: typed.p256dh, auth: typed.auth, all: false };
    let shop = request::shop()?;
    if !shop.devices.takes(&device) {
        return Ok(false);
    }
    let asker = request::asker()?;
    shop.db.write(move |tx| db::notifications::tell_device(tx, &hears, &device, &asker)).await?;
    Ok(true)
}

/// Tells a device under its new name; not one that is at no push service the shop speaks to.
pub async fn moved(shop: Shop, (was, secret): (String, String), typed: TypedDevice) -> Result<bool, Failure> {
    let device = Device { endpoint: typed.endpoint, p256dh: typed.p256dh, auth: typed.auth, all: false };
    if !shop.devices.takes(&device) {
        return Ok(false);
    }
    Ok(shop.db.write(move |tx| db::notifications::move_device(tx, (&was, &secret), &device)).await?)
}
