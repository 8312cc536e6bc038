//! Money that was only reserved and is refused when it is to be taken: seen at the desk.

use cartwright::outside::mishaps::Mishap;

use crate::desk::{self, ada};
use crate::form::{between, in_order};

#[tokio::test]
async fn staff_see_that_reserved_money_was_refused_and_that_it_came_after_all() {
    let rig = desk::rig().await;
    let ada = ada(&rig).await;
    let ben = rig.shopper();
    ben.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ben.buy().await;
    let bench = format!("/desk/orders/{}", between(&link, "/en/orders/", "?"));
    rig.work().await;
    let says = "was refused when it was to be taken. It is tried again.";
    assert!(!ada.read(&bench).await.contains(says));
    rig.carrier_tells("e1", "picked_up", 1, None).await;
    rig.company.world.testpay.mishaps.add(Mishap::Refused("the bank says no".to_owned()));
    rig.work().await;
    in_order(&ada.read(&bench).await, &["role=\"alert\"", says]);
    assert!(!ben.read(&link).await.contains(says), "the shopper can do nothing about it");
    rig.wait(60);
    rig.work().await;
    assert!(!ada.read(&bench).await.contains(says));
    assert_eq!(rig.count("SELECT count(*) FROM payments WHERE state = 'captured'").await, 1);
    rig.books_are_right().await;
}
