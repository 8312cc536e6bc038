//! Wish lists: put in from a page and from the cart, changed, bought, and joined to an account.

use axum::http::StatusCode;

use crate::account::{ADA, signed_in};
use crate::form::{between, in_order, value};
use crate::rig::{GOODS, Rig};
use crate::shopper::Shopper;

/// Puts a thing in the list that was changed last, and says where that list is.
pub async fn listed(who: &Shopper<'_>, variant: &str, many: &str) -> String {
    let to = who.send("/api/lists/put", &[("lang", "en"), ("variant", variant), ("quantity", many)]).await;
    assert!(to.starts_with("/en/lists/") && to.ends_with("?heard=put"), "{to}");
    to.split('?').next().unwrap().to_owned()
}

pub fn number(list: &str) -> &str {
    list.rsplit('/').next().unwrap()
}

/// Sends a form about a list.
pub async fn about(who: &Shopper<'_>, form: &str, list: &str, more: &[(&str, &str)]) -> String {
    let mut fields = vec![("lang", "en"), ("list", number(list))];
    fields.extend(more);
    who.send(&format!("/api/lists/{form}"), &fields).await
}

/// The number of the first thing in a list.
async fn first(who: &Shopper<'_>, list: &str) -> String {
    value(&who.read(list).await, "item").to_owned()
}

#[tokio::test]
async fn a_mug_is_put_in_a_list_from_its_page_noted_moved_and_taken_out_with_a_way_back() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let (oat, moss) = (rig.variant("ridge-mug", "Oat").await, rig.variant("ridge-mug", "Moss").await);
    let page = ada.read(&format!("/en/products/ridge-mug?v={oat}")).await;
    let form = between(&page, "action=\"/api/cart/add\"", "</form>");
    in_order(form, &[&format!("name=\"variant\" value=\"{oat}\""), "id=\"add\"", "formaction=\"/api/lists/put\""]);
    let sold_out = ada.read(&format!("/en/products/ridge-mug?v={moss}")).await;
    assert!(between(&sold_out, "class=\"restock\"", "</form>").contains("formaction=\"/api/lists/put\""), "{sold_out}");
    assert!(ada.read("/en/lists").await.contains("There is no list yet."));

    let list = listed(&ada, &oat, "2").await;
    listed(&ada, &moss, "").await;
    assert_eq!(about(&ada, "put", &list, &[("variant", &oat), ("quantity", "1")]).await, format!("{list}?heard=known"));
    let page = ada.read(&list).await;
    in_order(&page, &["<h1><bdi>My list</bdi>", "Ridge mug", "Moss", "sold out", "Ridge mug", "Oat", "Wanted: 2", "€21.00"]);
    assert_eq!(page.matches("class=\"line\"").count(), 2, "it is there once: {page}");
    assert_eq!(page.matches("action=\"/api/cart/add\"").count(), 1, "what is sold out is not bought: {page}");

    let other = ada.send("/api/lists/make", &[("lang", "en"), ("name", "  For <the> kitchen ")]).await;
    let all = ada.read("/en/lists").await;
    in_order(&all, &["For &lt;the&gt; kitchen", "Nothing in it yet", "My list", "2 things"]);
    let item = first(&ada, &list).await;
    let typed = [("item", &*item), ("quantity", "3"), ("note", "the green one\r\n"), ("to", number(&other))];
    assert_eq!(about(&ada, "change", &list, &typed).await, format!("{other}?heard=saved&item={item}"));
    let page = ada.read(&other).await;
    in_order(&page, &["Moss", "Wanted: 3", "<bdi>the green one</bdi>"]);
    assert!(!ada.read(&list).await.contains("Moss"));

    let gone = about(&ada, "remove", &other, &[("item", &item)]).await;
    let page = ada.read(&gone).await;
    in_order(&page, &["It is out of the list.", "Put it back", "Nothing is in this list yet."]);
    assert_eq!((value(&page, "item"), value(&page, "list")), (&*item, number(&other)));
    for _ in 0..2 {
        about(&ada, "back", &other, &[("item", &item)]).await;
        in_order(&ada.read(&other).await, &["Wanted: 3", "the green one"]);
    }
    let gone = about(&ada, "remove", &other, &[]).await;
    assert_eq!(ada.open(&other).await.status, StatusCode::NOT_FOUND);
    in_order(&ada.read(&gone).await, &["The list is deleted.", "Put it back", "My list"]);
    about(&ada, "back", &other, &[]).await;
    assert!(ada.read(&other).await.contains("the green one"));
    about(&ada, "remove", &other, &[]).await;
    rig.wait(2 * 86_400);
    rig.work().await;
    assert_eq!(rig.count("SELECT count(*) FROM wishlists").await, 1, "after a day there is no way back");
}

#[tokio::test]
async fn what_lies_in_the_cart_is_moved_to_a_list_and_a_list_into_the_cart_with_what_has_changed() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    listed(&rig.shopper(), &rig.variant("last-lamp", "").await, "1").await;
    ada.put(&rig.variant("ridge-mug", "Oat").await, "2").await;
    let to = ada.send("/api/lists/from-cart", &[("lang", "en"), ("line", &ada.line().await)]).await;
    let page = ada.read(&to).await;
    in_order(&page, &["no longer in the cart", "Ridge mug", "Wanted: 2"]);
    assert_eq!(ada.cart().await["count"], 0);
    let list = to.split('?').next().unwrap();
    for (slug, value) in [("ridge-mug", "Moss"), ("carbon-pan", ""), ("last-lamp", "")] {
        listed(&ada, &rig.variant(slug, value).await, "3").await;
    }
    let dearer = GOODS.replace(
        "Carbon pan,<p>A pan.</p>,Kalna,Pans,active,P-1,,,49.00",
        "Carbon pan,<p>A pan.</p>,Kalna,Pans,active,P-1,,,55.00",
    );
    rig.take_in(&dearer.replace("Oat,21.00", "Oat,15.00")).await;
    let page = ada.read(list).await;
    in_order(&page, &["Last lamp", "Only one left", "Carbon pan", "costs more than when you put it in: it was €49.00", "€55.00"]);
    in_order(&page, &["Oat", "costs less than when you put it in: it was €21.00", "€15.00"]);
    for _ in 0..2 {
        assert_eq!(about(&ada, "buy", list, &[]).await, "/en/cart");
    }
    let cart = ada.read("/en/cart").await;
    in_order(&cart, &["Oat", "The price was €21.00", "Carbon pan", "The price was €49.00", "Last lamp"]);
    assert_eq!(ada.cart().await["count"], 6, "two mugs, three pans, the one lamp there is, and pressed twice no more");
    assert!(!cart.contains("Moss"), "{cart}");
    assert_eq!(ada.read(list).await.matches("class=\"line\"").count(), 4, "a list stays what it is");
    rig.books_are_right().await;
}

#[tokio::test]
async fn what_does_not_fit_is_said_and_what_was_typed_is_there_still() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let oat = rig.variant("ridge-mug", "Oat").await;
    let list = listed(&ada, &oat, "1").await;
    let long = "ж".repeat(61);
    for (typed, code, says) in
        [("", "no-name", "Type a name for the list."), (&*long, "long-name", "A name has 60 characters at most.")]
    {
        let back = ada.send("/api/lists/make", &[("lang", "en"), ("name", typed)]).await;
        assert_eq!(back, format!("/en/lists?heard={code}"));
        let page = ada.read(&back).await;
        in_order(&page, &["There is a problem", "href=\"#name\"", says, "id=\"name-error\"", says]);
        assert_eq!(value(&page, "name"), typed);
        let back = about(&ada, "rename", &list, &[("name", typed)]).await;
        assert!(ada.read(&back).await.contains(says), "{back}");
    }
    let (item, note) = (first(&ada, &list).await, "n".repeat(201));
    for (quantity, note, says) in
        [("1", &*note, "A note has 200 characters at most."), ("0", "short", "Enter a whole number from 1 to 999.")]
    {
        let back = about(&ada, "change", &list, &[("item", &item), ("quantity", quantity), ("note", note)]).await;
        let page = ada.read(&back).await;
        in_order(&page, &["There is a problem", says, "<details open", "id=\"change-error\""]);
        assert_eq!(value(&page, "note"), note);
    }
    about(&ada, "rename", &list, &[("name", "Kitchen")]).await;
    assert!(ada.read(&list).await.contains("<h1><bdi>Kitchen</bdi>"));
    for nothing in ["past-bowl", "secret-jug"] {
        let fields = [("lang", "en"), ("variant", &*rig.variant(nothing, "").await)];
        let back = ada.send("/api/lists/put", &fields).await;
        assert!(ada.read(&back).await.contains("This is not sold any more"), "{nothing}");
    }
    for _ in 1..20 {
        ada.send("/api/lists/make", &[("lang", "en"), ("name", "Another")]).await;
    }
    let back = ada.send("/api/lists/make", &[("lang", "en"), ("name", "One more")]).await;
    assert!(ada.read(&back).await.contains("You have 20 lists"), "{back}");
    assert_eq!(rig.count("SELECT count(*) FROM wishlists").await, 20);
}

#[tokio::test]
async fn nobody_reads_or_changes_the_list_of_another() {
    let rig = Rig::new().await;
    let (ada, eve) = (rig.shopper(), rig.shopper());
    let (oat, pan) = (rig.variant("ridge-mug", "Oat").await, rig.variant("carbon-pan", "").await);
    let list = listed(&ada, &oat, "1").await;
    let item = first(&ada, &list).await;
    let hers = listed(&eve, &pan, "1").await;
    assert_eq!(eve.open(&list).await.status, StatusCode::NOT_FOUND);
    assert_eq!(rig.shopper().open(&list).await.status, StatusCode::NOT_FOUND);
    let lang = ("lang", "en");
    let forms: [(&str, Vec<(&str, &str)>); 9] = [
        ("put", vec![lang, ("variant", &pan), ("list", number(&list))]),
        ("rename", vec![lang, ("list", number(&list)), ("name", "Eve's")]),
        ("change", vec![lang, ("list", number(&list)), ("item", &item), ("quantity", "9"), ("to", number(&hers))]),
        ("remove", vec![lang, ("list", number(&list)), ("item", &item)]),
        ("remove", vec![lang, ("list", number(&list))]),
        ("back", vec![lang, ("list", number(&list))]),
        ("buy", vec![lang, ("list", number(&list))]),
        ("share", vec![lang, ("list", number(&list))]),
        ("unshare", vec![lang, ("list", number(&list))]),
    ];
    for (form, fields) in &forms {
        assert_eq!(eve.post(&format!("/api/lists/{form}"), fields).await.status, StatusCode::NOT_FOUND, "{form}");
    }
    // A thing of another's list is none of one's own.
    let stolen = about(&eve, "change", &hers, &[("item", &item), ("quantity", "9")]).await;
    assert!(stolen.contains("heard=not-sold"), "{stolen}");
    let page = ada.read(&list).await;
    assert!(page.contains("<h1><bdi>My list</bdi>") && page.contains("Oat") && !page.contains("Carbon"), "{page}");
    assert_eq!(ada.open(&list).await.header("cache-control"), "private, no-store");
}

#[tokio::test]
async fn lists_of_a_browser_come_to_the_account_and_go_back_and_nothing_stays_behind() {
    let rig = Rig::new().await;
    let browser = rig.shopper();
    let list = listed(&browser, &rig.variant("ridge-mug", "Oat").await, "1").await;
    assert!(browser.read("/en/lists").await.contains("kept for this browser alone"));
    let ada = signed_in(&rig, browser, ADA).await;
    let page = ada.read("/en/account").await;
    assert!(page.contains("The list that was kept in this browser is with your account now."), "{page}");
    let phone = signed_in(&rig, rig.shopper(), ADA).await;
    assert!(phone.read(&list).await.contains("Oat"), "it is on every device");
    assert!(!phone.read("/en/lists").await.contains("kept for this browser alone"));
    listed(&phone, &rig.variant("carbon-pan", "").await, "1").await;
    assert!(ada.read(&list).await.contains("Carbon pan"));
    ada.send("/api/account/sign-out", &[("lang", "en")]).await;
    assert_eq!(ada.open(&list).await.status, StatusCode::NOT_FOUND, "nothing stays behind");
    assert!(!ada.read("/en/lists").await.contains("My list"));

    let join = value(&page, "join");
    let eve = signed_in(&rig, rig.shopper(), "eve@example.org").await;
    eve.send("/api/account/undo", &[("lang", "en"), ("join", join)]).await;
    assert!(phone.read(&list).await.contains("Oat"), "it is not eve's to send back");
    phone.send("/api/account/undo", &[("lang", "en"), ("join", join)]).await;
    assert_eq!(phone.open(&list).await.status, StatusCode::NOT_FOUND);
    assert!(ada.read(&list).await.contains("Oat"), "it is where it was");
    let ada = signed_in(&rig, ada, ADA).await;
    assert_eq!(ada.open(&list).await.status, StatusCode::NOT_FOUND, "what was sent back does not come again");
}

#[tokio::test]
async fn a_guests_list_is_forgotten_when_its_browser_has_lost_the_secret_and_an_accounts_is_not() {
    let rig = Rig::new().await;
    let (guest, oat) = (rig.shopper(), rig.variant("ridge-mug", "Oat").await);
    let answer = guest.post("/api/lists/put", &[("lang", "en"), ("variant", &oat)]).await;
    assert!(answer.header("set-cookie").contains(&format!("Max-Age={}", 180 * 86_400)), "{}", answer.header("set-cookie"));
    listed(&signed_in(&rig, rig.shopper(), ADA).await, &oat, "1").await;
    for left in [2, 1] {
        assert_eq!(rig.count("SELECT count(*) FROM wishlists").await, left);
        rig.wait(180 * 86_400);
        rig.work().await;
    }
    assert_eq!(rig.count("SELECT count(*) FROM wishlists").await, 1);
}
