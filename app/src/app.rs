//! The shop as a program: the document's first line and the table of pages.

use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::{SsrMode, path};

use crate::account::pages::{
    AccountPage, BookPage, CardsPage, ConfirmPage, DataPage, EnterPage, EntryPage, MovingPage, PasskeysPage, ProfilePage,
    RefusePage, SeenPage, SignInPage,
};
use crate::cart::pages::CartPage;
use crate::catalogue::pages::{CategoryPage, HomePage, ProductPage};
use crate::checkout::pages::{AddressPage, DeliveryPage, PaymentPage, ReviewPage};
use crate::desk::pages as desk;
use crate::documents::pages::{CreditNotePage, DocumentPage, InvoicePage, ReceiptPage};
use crate::help::pages::HelpPage;
use crate::layout::not_found;
use crate::notifications::pages::MessagesPage;
use crate::offline::pages::OfflinePage;
use crate::opinions::pages::OpinionPage;
use crate::orders::pages::{CancelPage, ChangeAddressPage, ChangePage, OrderPage, OrdersPage, SharedPage, TrackPage, WishesPage};
use crate::problems::pages::ProblemPage;
use crate::search::pages::SearchPage;
use crate::settings::pages::SettingsPage;
use crate::wishlists::pages::{ConfirmListPage, ListPage, ListsPage, SharedListPage};

/// What every document begins with. The page writes the rest.
pub fn shell() -> impl IntoView {
    // Only islands are alive in the browser, so nothing else is written for it to take up.
    if let Some(shared) = Owner::current_shared_context() {
        shared.set_is_hydrating(false);
    }
    view! {
        <!DOCTYPE html>
        <App />
    }
}

/// Every page there is. An address that is none of them is a page too.
#[component]
pub fn App() -> AnyView {
    view! {
        <Router>
            <Routes fallback=not_found>
                <Route path=path!("/desk") view=desk::DeskPage ssr=SsrMode::Async />
                <Route path=path!("/desk/sign-in") view=desk::SignInPage ssr=SsrMode::Async />
                <Route path=path!("/desk/orders") view=desk::OrdersPage ssr=SsrMode::Async />
                <Route path=path!("/desk/orders/:number") view=desk::OrderPage ssr=SsrMode::Async />
                <Route path=path!("/desk/cancellations") view=desk::CancellationsPage ssr=SsrMode::Async />
                <Route path=path!("/desk/problems") view=desk::ProblemsPage ssr=SsrMode::Async />
                <Route path=path!("/desk/opinions") view=desk::OpinionsPage ssr=SsrMode::Async />
                <Route path=path!("/desk/messages") view=desk::MessagesPage ssr=SsrMode::Async />
                <Route path=path!("/desk/log") view=desk::LogPage ssr=SsrMode::Async />
                <Route path=path!("/desk/catalogue") view=desk::GoodsPage ssr=SsrMode::Async />
                <Route path=path!("/desk/catalogue/products/:id") view=desk::ProductPage ssr=SsrMode::Async />
                <Route path=path!("/desk/catalogue/products/:id/:lang") view=desk::WordsPage ssr=SsrMode::Async />
                <Route path=path!("/desk/catalogue/categories") view=desk::CategoriesPage ssr=SsrMode::Async />
                <Route path=path!("/desk/catalogue/categories/:slug") view=desk::CategoryPage ssr=SsrMode::Async />
                <Route path=path!("/desk/catalogue/categories/:slug/:lang") view=desk::CategoryWordsPage ssr=SsrMode::Async />
                <Route path=path!("/desk/catalogue/synonyms/:lang") view=desk::SynonymsPage ssr=SsrMode::Async />
                <Route path=path!("/desk/delays") view=desk::DelaysPage ssr=SsrMode::Async />
                <Route path=path!("/desk/delays/:id") view=desk::DelayPage ssr=SsrMode::Async />
                <Route path=path!("/desk/offers") view=desk::OffersPage ssr=SsrMode::Async />
                <Route path=path!("/desk/offers/:id") view=desk::OfferPage ssr=SsrMode::Async />
                <Route path=path!("/:lang") view=HomePage ssr=SsrMode::Async />
                <Route path=path!("/:lang/c/:category") view=CategoryPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/search") view=SearchPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/products/:slug") view=ProductPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/cart") view=CartPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/checkout/address") view=AddressPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/checkout/delivery") view=DeliveryPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/checkout/payment") view=PaymentPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/checkout/review") view=ReviewPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/orders") view=OrdersPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/orders/:number") view=OrderPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/orders/:number/cancel") view=CancelPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/orders/:number/address") view=ChangeAddressPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/orders/:number/items") view=ChangePage ssr=SsrMode::Async />
                <Route path=path!("/:lang/orders/:number/delivery") view=ChangePage ssr=SsrMode::Async />
                <Route path=path!("/:lang/orders/:number/country") view=ChangePage ssr=SsrMode::Async />
                <Route path=path!("/:lang/orders/:number/parcels/:piece") view=WishesPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/orders/:number/problem") view=ProblemPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/orders/:number/opinion") view=OpinionPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/orders/:number/invoice") view=InvoicePage ssr=SsrMode::Async />
                <Route path=path!("/:lang/orders/:number/receipt") view=ReceiptPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/orders/:number/documents/:document") view=DocumentPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/orders/:number/credit-notes/:document") view=CreditNotePage ssr=SsrMode::Async />
                <Route path=path!("/:lang/account") view=AccountPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/account/sign-in") view=SignInPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/account/enter") view=EnterPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/lists") view=ListsPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/lists/confirm") view=ConfirmListPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/lists/:number") view=ListPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/lists/shared/:token") view=SharedListPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/account/profile") view=ProfilePage ssr=SsrMode::Async />
                <Route path=path!("/:lang/account/addresses") view=BookPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/account/addresses/:id") view=EntryPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/account/email") view=MovingPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/account/email/confirm") view=ConfirmPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/account/email/refuse") view=RefusePage ssr=SsrMode::Async />
                <Route path=path!("/:lang/account/cards") view=CardsPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/account/passkeys") view=PasskeysPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/account/seen") view=SeenPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/account/data") view=DataPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/shared/:token") view=SharedPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/track") view=TrackPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/messages/:token") view=MessagesPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/help/:topic") view=HelpPage ssr=SsrMode::Async />
                <Route path=path!("/:lang/offline") view=OfflinePage ssr=SsrMode::Async />
                <Route path=path!("/:lang/settings") view=SettingsPage ssr=SsrMode::Async />
            </Routes>
        </Router>
    }
    .into_any()
}
