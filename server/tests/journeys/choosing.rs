//! How a parcel is brought, chosen at the desk, and labels that are given back.

use axum::http::StatusCode;
use cartwright::outside::mishaps::Mishap;

use crate::desk::{self, ada};
use crate::form::{between, in_order};
use crate::rig::{GOODS, Rig};
use crate::shopper::Shopper;

const PARCELS: &str = "SELECT count(*) FROM parcels";

/// A shop where staff choose how each parcel is brought.
async fn by_choice() -> Rig {
    let rig = Rig::with("parcels = 'by_choice'\n", GOODS).await;
    rig.employs("ada", desk::PASSWORD).await;
    rig
}

/// Ben has paid for a pan; where his order's page is, and its number.
async fn bought(rig: &Rig) -> (Shopper<'_>, String, String) {
    let ben = rig.shopper();
    ben.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ben.buy().await;
    let number = between(&link, "/en/orders/", "?").to_owned();
    rig.work().await;
    (ben, link, number)
}

/// The rates a page offers, as its form has them, and which of them is the rule's.
fn offered(page: &str) -> Vec<(String, bool)> {
    let tags = page.split('<').filter(|tag| tag.starts_with("input") && tag.contains("name=\"rate\""));
    tags.map(|tag| (between(tag, "value=\"", "\"").replace("&quot;", "\""), tag.contains(" checked"))).collect()
}

async fn choose(staff: &Shopper<'_>, number: &str, rate: &str) -> String {
    staff.read(&staff.send("/api/desk/rate", &[("number", number), ("piece", "1"), ("rate", rate)]).await).await
}

async fn give_back(staff: &Shopper<'_>, number: &str, reason: &str) -> String {
    staff.read(&staff.send("/api/desk/void", &[("number", number), ("piece", "1"), ("reason", reason)]).await).await
}

#[tokio::test]
async fn nothing_is_bought_before_staff_have_chosen_and_what_they_choose_is_bought_once() {
    let rig = by_choice().await;
    let ada = ada(&rig).await;
    let (_, _, number) = bought(&rig).await;
    assert_eq!(rig.count(PARCELS).await, 0);
    rig.books_are_right().await;
    let bench = format!("/desk/orders/{number}");
    let page = ada.read(&bench).await;
    in_order(
        &page,
        &["No label yet: choose how it is brought.", &format!("{bench}?rates=1#parcel-1"), "Choose how it is brought"],
    );
    let page = ada.read(&format!("{bench}?rates=1")).await;
    in_order(&page, &["What the carrier offers now", "the shop’s rule would take this one", "Buy this label"]);
    let rates = offered(&page);
    assert_eq!(rates.iter().filter(|(_, usual)| *usual).count(), 1, "{rates:?}");
    let other = rates.iter().find(|(rate, _)| rate.contains("express")).unwrap().0.clone();
    let usual = rates.iter().find(|(_, usual)| *usual).unwrap().0.clone();
    assert_ne!(other, usual);

    in_order(&choose(&ada, &number, "").await, &["role=\"alert\"", "Choose one of the rates."]);
    in_order(&choose(&ada, &number, &other).await, &["Being bought: ", "€"]);
    in_order(&choose(&ada, &number, &other).await, &["Being bought: "]);
    in_order(&choose(&ada, &number, &usual).await, &["Another rate is being bought for it at this moment."]);
    rig.company.world.simcarrier.mishaps.add(Mishap::Unreachable);
    rig.company.world.simcarrier.mishaps.add(Mishap::AnswerLost);
    for _ in 0..3 {
        rig.work().await;
        rig.wait(31);
    }
    assert_eq!(rig.count(PARCELS).await, 1);
    assert_eq!(rig.count("SELECT count(*) FROM parcels WHERE service = 'express' AND price_minor > 0").await, 1);
    let page = ada.read(&bench).await;
    in_order(&page, &["SimCarrier SC", "Print the label", "Express", "€"]);
    assert!(offered(&page).is_empty() && !page.contains("Choose how it is brought"));
    in_order(&choose(&ada, &number, &usual).await, &["No label was bought: the parcel has one"]);
    in_order(&ada.read("/desk/log").await, &["ada", &number, "label 1", "express, "]);
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_rate_that_is_gone_is_said_and_what_there_is_is_asked_anew() {
    let rig = by_choice().await;
    let ada = ada(&rig).await;
    let (_, _, number) = bought(&rig).await;
    let bench = format!("/desk/orders/{number}");
    let rate = offered(&ada.read(&format!("{bench}?rates=1")).await).remove(0).0;
    // A cent less than it costs by now.
    let minor: i64 = between(&rate, "\"minor\":", ",").parse().unwrap();
    let before = rate.replace(&format!("\"minor\":{minor}"), &format!("\"minor\":{}", minor - 1));
    choose(&ada, &number, &before).await;
    rig.work().await;
    assert_eq!(rig.count(PARCELS).await, 0, "nobody pays another price than was chosen");
    rig.books_are_right().await;
    let page = ada.read(&bench).await;
    in_order(
        &page,
        &[
            "is not to be had any more, or not for that price. Choose again.",
            "we do not bring it so",
            "What the carrier offers now",
        ],
    );
    assert!(offered(&page).iter().any(|(known, _)| *known == rate));
    rig.company.world.simcarrier.mishaps.add(Mishap::Unreachable);
    in_order(&ada.read(&bench).await, &["The carrier does not answer. Try again in a moment."]);
    choose(&ada, &number, &rate).await;
    rig.work().await;
    assert_eq!(rig.count(PARCELS).await, 1);
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_label_is_given_back_once_and_another_is_bought_for_the_same_parcel() {
    // The carrier takes its time to fetch it.
    let rig = Rig::with("carrier_speed = 1\n", GOODS).await;
    rig.employs("ada", desk::PASSWORD).await;
    let ada = ada(&rig).await;
    let (ben, link, number) = bought(&rig).await;
    let bench = format!("/desk/orders/{number}");
    in_order(&ada.read(&bench).await, &["Print the label", "Give the label back"]);
    in_order(&give_back(&ada, &number, "  ").await, &["role=\"alert\"", "Say why it is given back."]);
    ben.post("/api/desk/void", &[("number", &number), ("piece", "1"), ("reason", "mine")]).await;
    assert_eq!(rig.count("SELECT count(*) FROM voids").await, 0, "only staff give labels back");
    in_order(&give_back(&ada, &number, "Wrong box").await, &["the carrier is being asked to take it back"]);
    in_order(&give_back(&ada, &number, "Wrong box").await, &["It was asked for already."]);
    for mishap in [Mishap::Unreachable, Mishap::AnswerLost] {
        rig.company.world.simcarrier.mishaps.add(mishap);
    }
    rig.work().await;
    in_order(&ada.read(&bench).await, &["Print the label", "is being asked"]);
    for _ in 0..2 {
        rig.wait(31);
        rig.work().await;
    }
    let page = ada.read(&bench).await;
    in_order(&page, &["No label yet", "is void, and its money is back.", "Choose how it is brought"]);
    assert!(!page.contains("Print the label"));
    assert_eq!(ada.open(&format!("{bench}/labels/1")).await.status, StatusCode::NOT_FOUND, "there is nothing to print");
    rig.books_are_right().await;

    let first: String = between(&page, "Label ", " ").to_owned();
    assert!(!ben.read(&link).await.contains(&first), "a void label is nobody's parcel");
    let rates = offered(&ada.read(&format!("{bench}?rates=1")).await);
    choose(&ada, &number, &rates[0].0).await;
    rig.work().await;
    let page = ada.read(&bench).await;
    in_order(&page, &["SimCarrier SC", "Print the label", &format!("Label {first} is void")]);
    assert_ne!(between(&page, "SimCarrier ", "<"), first, "another parcel to its carrier");
    assert_eq!(rig.count("SELECT count(*) FROM parcels WHERE piece = 1").await, 1);
    rig.books_are_right().await;

    rig.carrier_tells("e1", "picked_up", 8, None).await;
    assert!(ben.read(&link).await.contains("On the way"));
    in_order(&give_back(&ada, &number, "Too late").await, &["The carrier has the parcel already."]);
    in_order(&ada.read("/desk/log").await, &["ada", &number, "label 1", &first, "void"]);
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_carrier_that_has_the_parcel_keeps_its_label_and_it_stands() {
    let rig = desk::rig().await;
    let ada = ada(&rig).await;
    let (_, _, number) = bought(&rig).await;
    // It was fetched meanwhile, and the shop has not heard of it yet.
    rig.wait(3600);
    give_back(&ada, &number, "Wrong box").await;
    rig.work().await;
    let page = ada.read(&format!("/desk/orders/{number}")).await;
    in_order(&page, &["Print the label", "stands: the carrier does not take it back."]);
    assert_eq!(rig.count("SELECT count(*) FROM parcels WHERE piece = 1").await, 1);
    rig.books_are_right().await;
}

#[tokio::test]
async fn of_an_order_that_is_cancelled_no_label_is_chosen() {
    let rig = by_choice().await;
    let ada = ada(&rig).await;
    let (ben, link, number) = bought(&rig).await;
    let rates = offered(&ada.read(&format!("/desk/orders/{number}?rates=1")).await);
    let key = link.split("?key=").nth(1).unwrap();
    ben.send("/api/orders/ask-cancel", &[("lang", "en"), ("number", &number), ("key", key), ("said", "Twice.")]).await;
    ada.send("/api/desk/cancellation", &[("number", &number), ("answer", "yes"), ("said", "")]).await;
    in_order(&choose(&ada, &number, &rates[0].0).await, &[&number]);
    rig.work().await;
    assert_eq!(rig.count(PARCELS).await, 0);
    assert_eq!(rig.count("SELECT count(*) FROM label_choices").await, 0);
    rig.books_are_right().await;
}
