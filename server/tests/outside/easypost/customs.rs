//! What EasyPost is told of parcels that leave the customs union, and that nothing leaves of which there is nothing to tell.

use super::*;

/// A paid order of a teapot to this country, in a shop whose parcels EasyPost's carriers bring.
async fn paid_to(country: &str) -> (FakeEasyPost, Rig, Placed) {
    let fake = FakeEasyPost::open().await;
    let mut rig = Rig::with(9).await;
    rig.brought_by(Arc::new(easypost(&fake)));
    let placed = rig.order_to(country).await;
    rig.pay(&placed, PLAIN_CARD).await;
    rig.world.desk.settle(placed.payment).await.unwrap();
    (fake, rig, placed)
}

/// Somebody writes down what customs want to know of teapots.
async fn known(rig: &Rig) {
    const KNOWN: &str = "UPDATE products SET tariff_code = '691200', origin = 'LV'";
    let written = rig.shop.write::<_, domain::Never>(|tx| {
        tx.run("UPDATE variants SET grams = 900", &[])?;
        Ok(tx.run(KNOWN, &[])?)
    });
    assert_eq!(written.await.unwrap(), 1);
}

#[tokio::test]
async fn no_label_is_bought_before_customs_can_be_told_what_is_in_the_parcel() {
    for country in ["US", "CH"] {
        let (fake, rig, placed) = paid_to(country).await;
        rig.work().await;
        assert!(parcel(&rig, &placed).await.is_none() && fake.books().said.is_empty(), "{country}");
        rig.books_are_right().await;
        known(&rig).await;
        rig.wait(600);
        rig.work().await;
        assert!(parcel(&rig, &placed).await.is_some(), "{country}");
        let said = fake.books().said.last().cloned().unwrap();
        let info = &said["customs_info"];
        assert_eq!((&info["contents_type"], &info["non_delivery_option"]), (&json!("merchandise"), &json!("return")));
        assert_eq!((&info["customs_certify"], &info["customs_signer"]), (&json!(true), &json!("Cartwright & Sons")));
        assert!(info["eel_pfc"].is_null(), "it leaves from Riga, and no law of the United States asks who sends it");
        let order = rig.shop.read(|conn| db::orders::by_id(conn, placed.order)).await.unwrap();
        let item = &info["customs_items"][0];
        assert_eq!((&item["description"], &item["quantity"]), (&json!("Teapot"), &json!(1)));
        assert_eq!((&item["hs_tariff_number"], &item["origin_country"]), (&json!("691200"), &json!("LV")));
        let paid = order.lines[0].total.plain();
        assert_eq!((&item["value"], &item["currency"]), (&json!(paid), &json!("EUR")), "what was paid, without a tax");
        assert_eq!(item["weight"], json!(31.8), "900 g in ounces");
        assert_eq!(said["options"]["incoterm"], "DAP", "the shop takes no duties");
        rig.books_are_right().await;
    }
}

#[tokio::test]
async fn inside_the_union_customs_are_told_nothing() {
    let (fake, rig, placed) = paid_to("DE").await;
    rig.work().await;
    assert!(parcel(&rig, &placed).await.is_some());
    let said = fake.books().said.last().cloned().unwrap();
    assert!(said["customs_info"].is_null() && said["options"].is_null());
}
