//! Asking to cancel an order that is being packed, and the answer: on its page, at the desk and by letter.

use axum::http::StatusCode;

use crate::cancel::bought;
use crate::desk;
use crate::form::{between, in_order, plain, value};
use crate::rig::Rig;
use crate::shopper::Shopper;

const ASKED: &str = "SELECT count(*) FROM cancellations WHERE state = 'asked'";
const GRANTED: &str = "SELECT count(*) FROM cancellations WHERE state = 'granted'";
const OVERTAKEN: &str = "SELECT count(*) FROM cancellations WHERE state = 'overtaken'";

/// Ada has bought a pan, and it is packed: there is a label. Her order's link, and its number.
async fn packed(rig: &Rig) -> (Shopper<'_>, String, String) {
    let (ada, link) = bought(rig).await;
    rig.work().await;
    let number = between(&link, "/en/orders/", "?").to_owned();
    (ada, link, number)
}

/// Asks from the form on its page. Says where it leads.
async fn asks(who: &Shopper<'_>, link: &str, said: &str) -> String {
    let form = who.read(&link.replace("?key=", "/cancel?key=")).await;
    in_order(&form, &["Ask to cancel order", "It is being packed", "If the parcel leaves first", "/api/orders/ask-cancel"]);
    sends(who, &form, said).await
}

async fn sends(who: &Shopper<'_>, form: &str, said: &str) -> String {
    let fields = [("lang", "en"), ("number", value(form, "number")), ("key", value(form, "key")), ("said", said)];
    who.send("/api/orders/ask-cancel", &fields).await
}

async fn answers(staff: &Shopper<'_>, number: &str, answer: &str, said: &str) -> String {
    staff.send("/api/desk/cancellation", &[("number", number), ("answer", answer), ("said", said)]).await
}

fn page(to: &str) -> &str {
    to.split('#').next().unwrap_or(to)
}

fn letters(rig: &Rig, about: &str) -> Vec<String> {
    let folder = std::fs::read_dir(rig.shop.house.config.data.join("mail")).unwrap();
    let all = folder.map(|one| std::fs::read_to_string(one.unwrap().path()).unwrap_or_default().replace("=\r\n", ""));
    all.filter(|letter| letter.starts_with("From:") && letter.contains(about)).collect()
}

#[tokio::test]
async fn a_yes_cancels_it_and_lets_go_of_money_goods_and_label() {
    let rig = desk::rig().await;
    let (ada, link, number) = packed(&rig).await;
    assert!(ada.read(&link).await.contains("Ask to cancel this order"));
    let to = asks(&rig.shopper(), &link, "Bought <twice>.\r\nSorry!").await;
    assert!(to.starts_with(&link.replace("?key=", "?asked&key=")) && to.ends_with("#cancellation"), "{to}");
    let order = plain(&ada.read(page(&to)).await);
    in_order(&order, &["Your question is here.", "You asked to cancel", "Bought &lt;twice&gt;.", "Not answered yet."]);
    assert!(!order.contains("Ask to cancel this order"), "once is enough");
    let staff = desk::ada(&rig).await;
    let list = staff.read("/desk/cancellations").await;
    in_order(&list, &[&number, "Bought &lt;twice&gt;.", "/api/desk/cancellation", "Yes, cancel it", "No, it is sent"]);
    in_order(&staff.read(&format!("/desk/orders/{number}")).await, &["asks to cancel this order", "Yes, cancel it"]);
    let to = answers(&staff, &number, "yes", "It was just in time.").await;
    assert!(to.starts_with(&format!("/desk/orders/{number}?saved")), "{to}");
    rig.work().await;
    let order = plain(&ada.read(&link).await);
    in_order(&order, &["none of your money is kept", "Granted: the order is cancelled.", "It was just in time."]);
    assert_eq!(rig.count("SELECT sum(held) * 1000 + sum(on_hand) FROM variants WHERE sku = 'P-1'").await, 50);
    assert_eq!(
        rig.count("SELECT count(*) FROM outbox WHERE kind = 'stop_parcel' AND state = 'done'").await,
        1,
        "its label is void"
    );
    // A letter of the order was sent just now, and the next waits for what else there may be.
    rig.wait(901);
    rig.work().await;
    let told = letters(&rig, "It was just in time.");
    assert!(told.len() == 1 && told[0].contains("is cancelled"), "{told:?}");
    // What the carrier tells of it afterwards moves nothing.
    rig.carrier_tells("late", "picked_up", 1, None).await;
    rig.work().await;
    assert!(ada.read(&link).await.contains("none of your money is kept"));
    assert_eq!(rig.count("SELECT count(*) FROM documents").await, 0);
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_no_says_why_on_the_page_and_by_letter_and_the_order_comes() {
    let rig = desk::rig().await;
    let (ada, link, number) = packed(&rig).await;
    asks(&ada, &link, "").await;
    let staff = desk::ada(&rig).await;
    let to = answers(&staff, &number, "no", " ").await;
    assert!(staff.read(page(&to)).await.contains("Nothing was answered: say why"), "{to}");
    let long = "x".repeat(1001);
    let to = answers(&staff, &number, "no", &long).await;
    assert!(staff.read(page(&to)).await.contains(&long), "it is typed there still");
    answers(&staff, &number, "no", "It is in the van <already>.").await;
    rig.work().await;
    let order = plain(&ada.read(&link).await);
    in_order(&order, &["It could not be cancelled any more", "Declined: the order comes", "in the van &lt;already&gt;."]);
    assert!(!order.contains("Ask to cancel this order"));
    let told = letters(&rig, "It is in the van");
    assert!(told.len() == 1 && told[0].contains("could not be cancelled any more"), "{told:?}");
    let to = answers(&staff, &number, "yes", "").await;
    assert!(staff.read(page(&to)).await.contains("answered by somebody else"), "{to}");
    assert_eq!(rig.count("SELECT count(*) FROM orders WHERE state = 'paid'").await, 1);
    let again = ada.open(&link.replace("?key=", "/cancel?key=")).await;
    assert_eq!(again.header("location"), link, "asked once more, its page says what was answered");
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_parcel_that_leaves_first_ends_it_and_the_page_says_what_then() {
    let rig = desk::rig().await;
    let (ada, link, number) = packed(&rig).await;
    let form = ada.read(&link.replace("?key=", "/cancel?key=")).await;
    asks(&ada, &link, "").await;
    rig.carrier_tells("e1", "picked_up", 1, None).await;
    in_order(&plain(&ada.read(&link).await), &["The parcel left before we could answer", "/en/help/returns"]);
    let staff = desk::ada(&rig).await;
    assert!(!staff.read("/desk/cancellations").await.contains("/api/desk/cancellation"));
    let to = answers(&staff, &number, "yes", "").await;
    assert!(staff.read(page(&to)).await.contains("The parcel has left meanwhile"), "{to}");
    rig.work().await;
    assert_eq!(rig.count("SELECT count(*) FROM payments WHERE state = 'captured'").await, 1);
    assert_eq!(rig.count(OVERTAKEN).await, 1);
    // Who asks only now reads the same as ever.
    let late = ada.read(&sends(&ada, &form, "").await).await;
    assert!(late.contains("The parcel has already left") && late.contains("/en/help/returns"), "{late}");
    rig.books_are_right().await;
}

#[tokio::test]
async fn of_an_answer_and_a_parcel_that_leaves_one_wins() {
    for turn in 0..6 {
        let rig = desk::rig().await;
        let (ada, link, number) = packed(&rig).await;
        asks(&ada, &link, "").await;
        let staff = desk::ada(&rig).await;
        let answer = async { (answers(&staff, &number, "yes", "").await, answers(&staff, &number, "yes", "").await) };
        let leaves = rig.carrier_tells("e1", "picked_up", 1, None);
        // Whoever is asked first may be either.
        let (to, twice) = if turn % 2 == 0 { tokio::join!(answer, leaves).0 } else { tokio::join!(leaves, answer).1 };
        rig.work().await;
        let granted = rig.count(GRANTED).await == 1;
        assert_eq!((to.contains("?saved"), twice.contains("?saved")), (granted, false), "{to} {twice}");
        assert_eq!(rig.count("SELECT count(*) FROM orders WHERE state = 'cancelled'").await, i64::from(granted));
        let taken = rig.count("SELECT count(*) FROM payments WHERE state = 'captured'").await;
        assert_eq!(taken, i64::from(!granted), "what has left is charged, what is cancelled is not");
        rig.books_are_right().await;
    }
}

#[tokio::test]
async fn it_is_asked_once_and_nothing_typed_is_lost() {
    let rig = desk::rig().await;
    let (ada, link, _) = packed(&rig).await;
    let long = format!("</textarea>{}", "y".repeat(500));
    let to = asks(&ada, &link, &long).await;
    let form = ada.read(&to).await;
    in_order(&form, &["role=\"alert\"", "at most 500 characters", "id=\"said-error\"", "&lt;/textarea&gt;yyy"]);
    assert_eq!(rig.count("SELECT count(*) FROM cancellations").await, 0);
    sends(&ada, &form, "First.").await;
    let order = ada.read(page(&sends(&ada, &form, "Second.").await)).await;
    assert!(order.contains("First.") && !order.contains("Second."), "{order}");
    assert_eq!(rig.count("SELECT count(*) FROM cancellations").await, 1);
    assert_eq!(rig.count("SELECT count(*) FROM timeline WHERE kind = 'cancel_asked'").await, 1);
}

#[tokio::test]
async fn nobody_asks_for_the_order_of_another_only_staff_answer_and_what_nobody_packs_is_cancelled_at_once() {
    let rig = Rig::with("packing_after = 3600\n", crate::rig::GOODS).await;
    let (ada, link) = bought(&rig).await;
    let (number, key) = (between(&link, "/en/orders/", "?"), link.split("key=").nth(1).unwrap());
    let to = ada.send("/api/orders/ask-cancel", &[("lang", "en"), ("number", number), ("key", key)]).await;
    assert!(ada.read(&to).await.contains("/api/orders/cancel\""), "{to}");
    rig.wait(3600);
    rig.work().await;
    let eve = rig.shopper();
    for key in ["", "0", &"0".repeat(64)] {
        let fields = [("lang", "en"), ("number", number), ("key", key), ("said", "Mine")];
        assert_eq!(eve.post("/api/orders/ask-cancel", &fields).await.status, StatusCode::NOT_FOUND, "{key}");
    }
    asks(&ada, &link, "").await;
    eve.post("/api/desk/cancellation", &[("number", number), ("answer", "yes")]).await;
    assert_eq!(rig.count(ASKED).await, 1);
    assert!(eve.open("/desk/cancellations").await.header("location").starts_with("/desk/sign-in"));
}
