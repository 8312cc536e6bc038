//! The pages of orders.

mod address;
mod address_lines;
mod again;
mod cancel;
mod cancellation;
mod care;
mod change;
mod change_form;
mod change_items;
mod change_waits;
mod change_way;
mod changed;
mod changes;
mod changing;
mod facts;
mod gift_cards;
mod items;
mod journey;
mod late;
mod note_lines;
mod order;
mod orders;
mod paid;
mod parcels;
mod pay_again;
mod paying;
mod progress;
mod scannable;
mod shared;
mod sharing;
mod timeline;
mod track;
mod wished;
mod wishes;

pub use address::{ChangeAddressPage, Moving, move_order};
pub use address_lines::AddressLines;
pub use again::put_again;
pub use cancel::{CancelPage, cancel_order};
pub use cancellation::ask_to_cancel;
pub use change::ChangePage;
pub use changing::{ChangeSent, change_order, keep_order_items};
pub use note_lines::NoteLines;
pub use order::{OrderPage, keys};
pub use orders::{OrderCards, OrdersPage};
pub use paid::Paid;
pub use parcels::{brought_by, inside};
pub use pay_again::pay_again;
pub use progress::progress_of;
pub use shared::SharedPage;
pub use sharing::{share_order, unshare_order};
pub use track::{TrackPage, look_up};
pub use wishes::{Sent, WishesPage, wish_of};

use domain::time::Timestamp;

use crate::i18n::Words;
use crate::i18n::format::offset;
use crate::request;

/// Minutes east of UTC where the shopper is, if the browser has said so; else at the shop's own door.
fn here(at: Timestamp) -> i16 {
    request::zone().map_or_else(|| request::shop_offset(at), |zone| offset(&zone, at))
}

/// How long ago something was. A page that is not `live`, which nothing tells anew while it is looked at, counts days only.
fn ago(words: Words, (at, now): (Timestamp, Timestamp), offset_minutes: i16, live: bool) -> Option<String> {
    const DAY: i64 = 86_400_000;
    words.ago(at, now, offset_minutes).filter(|_| live || now.since(at) >= DAY)
}
