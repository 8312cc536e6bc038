//! Labels at the desk: printed as often as they are wanted, and said kindly where their carrier is silent.

use axum::http::StatusCode;
use cartwright::outside::mishaps::Mishap;

use crate::desk::{ada, rig};
use crate::form::{between, in_order};

#[tokio::test]
async fn a_label_is_printed_at_the_bench_and_by_nobody_else() {
    let rig = rig().await;
    let (ada, ben) = (ada(&rig).await, rig.shopper());
    ben.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ben.buy().await;
    let number = between(&link, "/en/orders/", "?").to_owned();
    let (bench, label) = (format!("/desk/orders/{number}"), format!("/desk/orders/{number}/labels/1"));
    assert_eq!(ada.open(&label).await.status, StatusCode::NOT_FOUND, "it is not made yet");
    rig.work().await;
    in_order(&ada.read(&bench).await, &[&format!("href=\"{label}\""), &format!("href=\"{label}?zpl\"")]);
    let pdf = ada.open(&label).await;
    assert_eq!((pdf.status, pdf.header("content-type")), (StatusCode::OK, "application/pdf"));
    assert!(pdf.body.starts_with(b"%PDF") && pdf.header("cache-control").contains("no-store"));
    assert!(ada.open(&format!("{label}?zpl")).await.body.starts_with(b"^XA"));
    assert_eq!(rig.count("SELECT count(*) FROM parcels").await, 1, "printed twice, it was bought once");

    for (mishap, says) in [
        (Mishap::Unreachable, "Its carrier does not answer"),
        (Mishap::AnswerLost, "Its carrier does not answer"),
        (Mishap::Refused("gone".to_owned()), "Its carrier has no label to print"),
    ] {
        rig.company.world.simcarrier.mishaps.add(mishap);
        let answer = ada.open(&label).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let page = ada.read(answer.header("location")).await;
        in_order(&page, &["role=\"alert\"", says]);
    }
    assert!(ben.open(&label).await.header("location").starts_with("/desk/sign-in"));
    assert_eq!(ada.open(&format!("/desk/orders/{number}/labels/7")).await.status, StatusCode::NOT_FOUND);
}
