//! Letters about an order of several parcels say which of them they are about, and what is in it.

use crate::letters::{read, rig, subjects};
use crate::post_office::PostOffice;

const POT: &str = "\
Handle,Title,Vendor,Type,Status,SKU,Option1 Name,Option1 Value,Price,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty
iron-pot,Iron pot,Kalna,Pans,active,I-1,,,40.00,6000,shopify,50
";

#[tokio::test]
async fn a_letter_about_one_of_two_parcels_says_which_and_what_is_in_it() {
    let office = PostOffice::open().await;
    let rig = rig(&office).await;
    rig.take_in(POT).await;
    let ben = rig.shopper();
    ben.put(&rig.variant("iron-pot", "").await, "2").await;
    ben.buy().await;
    rig.work().await;
    assert!(!subjects(&office)[0].contains("Parcel"), "that it is paid is about all of it: {:?}", subjects(&office));
    for (event, status) in [("e1", "picked_up"), ("e2", "delivered")] {
        rig.wait(3600);
        rig.carrier_tells(event, status, 0, None).await;
        rig.work().await;
        let subject = subjects(&office).last().unwrap().clone();
        assert!(subject.ends_with("(Parcel 2 of 2)"), "{subject}");
        let text = read(office.letters().last().unwrap());
        assert!(text.contains("What is in it:") && text.contains("Iron pot"), "{text}");
    }
}
