//! Every id in the shop, so that none can be taken for another.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.0)
            }
        }
    )*};
}

ids! {
    /// Somebody with an account.
    AccountId,
    /// A device somebody is signed in on.
    SessionId,
    /// A passkey of an account.
    PasskeyId,
    /// What came to an account at a sign-in.
    JoinId,
    /// A category or subcategory.
    CategoryId,
    /// A product: what a page is about.
    ProductId,
    /// A variant: what can be bought.
    VariantId,
    /// A picture, known by its content.
    PictureId,
    /// A cart.
    CartId,
    /// A line of a cart.
    LineId,
    /// An order.
    OrderId,
    /// An attempt to pay an order.
    PaymentId,
    /// A change of what was ordered.
    ChangeId,
    /// A parcel.
    ParcelId,
    /// A problem with an order.
    ProblemId,
    /// A picture of a problem.
    PhotoId,
    /// An offer.
    OfferId,
    /// A delay that the desk has announced.
    DelayId,
    /// A wish list.
    WishlistId,
    /// A thing in a wish list.
    WishlistItemId,
    /// A card that a payment provider keeps for an account.
    KeptCardId,
    /// A gift card.
    GiftCardId,
    /// Somebody who works in the shop.
    StaffId,
    /// An address that is remembered for a browser.
    RememberedId,
    /// A message to a shopper.
    NotificationId,
    /// Somebody messages go to.
    CorrespondentId,
    /// A row of the outbox.
    JobId,
    /// A row of an order's timeline; grows with time, so that a reader can resume after it.
    EventId,
    /// How often something of an order has changed that its page shows: what a page was drawn with, and what its news are told by.
    Revision,
}
