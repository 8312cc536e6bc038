//! How what was bought is looked after: told to who has bought it, and to nobody before.

use crate::letters::{bought, read, rig};
use crate::post_office::PostOffice;
use crate::rig::Rig;

const PANS: &str = "\
Handle,Title,Vendor,Type,Status,SKU,Option1 Name,Option1 Value,Price,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Care
carbon-pan,Carbon pan,Kalna,Pans,active,P-1,,,49.00,1400,shopify,50,\"Dry it at once.
Oil it <thinly>.\"
";

async fn said_in(rig: &Rig, lang: &'static str, care: &'static str) {
    const SAY: &str = "INSERT INTO product_words (product_id, lang, slug, name, care)
        SELECT id, $1, 'panna', 'Panna', $2 FROM products WHERE slug = 'carbon-pan'";
    let said = rig.shop.house.db.write::<_, domain::Never>(move |tx| Ok(tx.run(SAY, &[&lang, &care])?));
    assert_eq!(said.await.unwrap(), 1);
}

#[tokio::test]
async fn who_has_bought_a_pan_reads_how_it_is_looked_after_on_the_order_s_page_and_when_it_leaves() {
    let office = PostOffice::open().await;
    let rig = rig(&office).await;
    let (ada, bare) = bought(&rig).await;
    assert!(!ada.read(&bare).await.contains("How to look after"), "nothing where nobody has said");
    rig.take_in(PANS).await;
    assert!(!ada.read("/en/products/carbon-pan").await.contains("Dry it at once"), "that is for who has bought it");
    let page = ada.read(&bare).await;
    assert!(page.contains("How to look after it") && page.contains("Oil it &lt;thinly&gt;."), "{page}");
    said_in(&rig, "lv", "Nosusini uzreiz.").await;
    let there = bare.replacen("/en/", "/lv/", 1);
    let latvian = ada.read(&there).await;
    assert!(latvian.contains("Nosusini uzreiz.") && !latvian.contains("Dry it"), "{latvian}");
    rig.work().await;
    rig.wait(3600);
    rig.carrier_tells("e1", "picked_up", 0, None).await;
    rig.work().await;
    let letter = read(office.letters().last().unwrap());
    assert!(letter.contains("How to look after") && letter.contains("Dry it at once."), "{letter}");
    rig.wait(3600);
    rig.carrier_tells("e2", "delivered", 0, None).await;
    rig.work().await;
    assert!(!read(office.letters().last().unwrap()).contains("Dry it at once."), "said once");
}

#[tokio::test]
async fn staff_say_how_a_thing_is_looked_after_in_each_language_and_the_log_has_it() {
    let rig = crate::desk::rig().await;
    let staff = crate::desk::ada(&rig).await;
    let id = rig.count("SELECT id FROM products WHERE slug = 'carbon-pan'").await.to_string();
    let words = [("id", id.as_str()), ("lang", "lv"), ("words[name]", "Panna"), ("words[care]", "Nosusini.\r\nIeeļļo.")];
    staff.send("/api/desk/words", &words).await;
    assert_eq!(
        rig.count("SELECT count(*) FROM product_words WHERE lang = 'lv' AND care = 'Nosusini.' || char(10) || 'Ieeļļo.'").await,
        1
    );
    assert!(staff.read(&format!("/desk/catalogue/products/{id}/lv")).await.contains("Ieeļļo."));
    assert_eq!(rig.count("SELECT count(*) FROM desk_log WHERE part = 'lv care' AND was = ''").await, 1);
    let long = "x".repeat(2001);
    let wrong = [("id", id.as_str()), ("lang", "lv"), ("words[name]", "Panna"), ("words[care]", long.as_str())];
    staff.send("/api/desk/words", &wrong).await;
    assert!(staff.read(&format!("/desk/catalogue/products/{id}/lv")).await.contains(&long), "nothing typed is lost");
    assert_eq!(rig.count("SELECT count(*) FROM product_words WHERE length(care) > 2000").await, 0);
}
