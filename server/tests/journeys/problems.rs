//! Telling what is wrong with an order, and the answer: on its page and by letter.

use axum::http::StatusCode;

use crate::desk;
use crate::form::{between, in_order};
use crate::problem_photos::sends;
use crate::rig::Rig;
use crate::shopper::Shopper;

const COUNT: &str = "SELECT count(*) FROM problems";

/// Ada has bought a pan; her page, its number and its key.
async fn bought(rig: &Rig) -> (Shopper<'_>, String, String, String) {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ada.buy().await;
    let (number, key) = (between(&link, "/en/orders/", "?").to_owned(), link.split("key=").nth(1).unwrap().to_owned());
    (ada, link, number, key)
}

/// Tells of a problem; where that leads.
async fn tells(who: &Shopper<'_>, (number, key): (&str, &str), trouble: &str, said: &str) -> String {
    let fields = [
        ("problem[trouble]", trouble),
        ("problem[piece]", "77"),
        ("problem[lines][0]", "yes"),
        ("problem[lines][9]", "yes"),
        ("problem[said]", said),
    ];
    let answer = sends(who, (number, key), &fields, &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.header("location").split('#').next().unwrap().to_owned()
}

#[tokio::test]
async fn what_is_wrong_is_told_by_who_has_the_link_and_answered_on_the_page_and_by_letter() {
    let rig = desk::rig().await;
    let (_, link, number, key) = bought(&rig).await;
    let guest = rig.shopper();
    assert!(guest.read(&link).await.contains(&format!("<a href=\"{}", link.replace("?key=", "/problem?key="))));
    let page = guest.read(&link.replace("?key=", "/problem?key=")).await;
    in_order(&page, &["It did not arrive", "It is damaged", "Carbon pan", "<textarea"]);
    let to = tells(&guest, (&number, &key), "damaged", "The handle <is> off.\r\nA new one, please.").await;
    let page = guest.read(&to).await;
    in_order(&page, &["It is here", "It is damaged", "Carbon pan", "The handle &lt;is&gt; off.", "Not answered yet"]);
    let staff = desk::ada(&rig).await;
    let list = staff.read("/desk/problems").await;
    in_order(&list, &["It is damaged", &number, "Carbon pan", "A new one, please.", "/api/desk/answer"]);
    let id = between(&list, "name=\"problem\" value=\"", "\"").to_owned();
    let answer = [("problem", id.as_str()), ("answer", "Another handle\r\nleaves today.")];
    let to = staff.send("/api/desk/answer", &answer).await;
    assert!(to.starts_with("/desk/problems?saved"), "{to}");
    let to = staff.send("/api/desk/answer", &answer).await;
    assert!(staff.read(to.split('#').next().unwrap()).await.contains("answered by somebody else"), "once is enough");
    in_order(&guest.read(&link).await, &["Our answer", "Another handle", "leaves today."]);
    rig.work().await;
    let folder = std::fs::read_dir(rig.shop.house.config.data.join("mail")).unwrap();
    let letters = folder.map(|one| std::fs::read_to_string(one.unwrap().path()).unwrap_or_default().replace("=\r\n", ""));
    // Each lies there as it was sent, and beside that as it is looked at.
    let told: Vec<String> = letters.filter(|letter| letter.contains("leaves today.") && letter.starts_with("From:")).collect();
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("To: ada@example.org") && told[0].contains("Another handle"), "{}", told[0]);
    rig.books_are_right().await;
}

#[tokio::test]
async fn what_is_missing_in_the_form_is_told_and_nothing_typed_is_lost() {
    let rig = Rig::new().await;
    let (ada, _, number, key) = bought(&rig).await;
    let page = ada.read(&tells(&ada, (&number, &key), "", "</textarea><b>x").await).await;
    in_order(&page, &["role=\"alert\"", "Choose what happened.", "id=\"trouble-error\"", "checked", "&lt;/textarea&gt;"]);
    let page = ada.read(&tells(&ada, (&number, &key), "other", " ").await).await;
    assert!(page.contains("Say in your own words what is wrong."), "{page}");
    let page = ada.read(&tells(&ada, (&number, &key), "other", &"x".repeat(1001)).await).await;
    assert!(page.contains("at most 1,000 characters") || page.contains("at most 1000 characters"), "{page}");
    assert!(page.contains(&"x".repeat(1001)), "it is typed there still");
    assert_eq!(rig.count(COUNT).await, 0);
}

#[tokio::test]
async fn the_same_is_taken_once_and_no_more_than_three_wait_for_an_answer() {
    let rig = Rig::new().await;
    let (ada, _, number, key) = bought(&rig).await;
    for _ in 0..3 {
        tells(&ada, (&number, &key), "missing", "The lid.").await;
    }
    assert_eq!(rig.count(COUNT).await, 1);
    tells(&ada, (&number, &key), "missing", "The box.").await;
    tells(&ada, (&number, &key), "not_arrived", "").await;
    let to = tells(&ada, (&number, &key), "other", "The <fourth>.").await;
    let page = ada.read(&to).await;
    in_order(&page, &["Three of your reports wait for an answer", "The &lt;fourth&gt;."]);
    assert_eq!(rig.count(COUNT).await, 3);
}

#[tokio::test]
async fn nobody_tells_of_the_order_of_another_and_only_staff_answer() {
    let rig = Rig::new().await;
    let (ada, _, number, key) = bought(&rig).await;
    let eve = rig.shopper();
    for key in ["", "0", &"0".repeat(64)] {
        let fields = [("problem[trouble]", "other"), ("problem[said]", "x")];
        assert_eq!(sends(&eve, (&number, key), &fields, &[]).await.status, StatusCode::NOT_FOUND, "{key}");
        assert_eq!(eve.open(&format!("/en/orders/{number}/problem?key={key}")).await.status, StatusCode::NOT_FOUND, "{key}");
    }
    assert_eq!(rig.count(COUNT).await, 0);
    tells(&ada, (&number, &key), "other", "Where is it?").await;
    eve.post("/api/desk/answer", &[("problem", "1"), ("answer", "Gone.")]).await;
    assert_eq!(rig.count("SELECT count(*) FROM problems WHERE state = 'open'").await, 1);
    assert!(eve.open("/desk/problems").await.header("location").starts_with("/desk/sign-in"));
}
