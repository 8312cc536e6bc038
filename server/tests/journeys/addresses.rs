//! Addresses nobody would type: a page or a no, never a fault.

use axum::http::StatusCode;

use crate::rig::Rig;

#[tokio::test]
async fn no_address_breaks_the_shop() {
    let rig = Rig::new().await;
    let rooms = [
        "/en/products/",
        "/en/c/",
        "/en/help/",
        "/en/orders/",
        "/en/checkout/",
        "/en/",
        "/",
        "/media/",
        "/testpay/pay/",
        "/api/",
    ];
    let odd = [
        "%2e%2e%2f",
        "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "..%5c..%5c",
        "%00",
        "ridge-mug%00",
        "%ff%fe",
        "%c0%af",
        "%E2%80%AE",
        "%F0%9F%8D%B5",
        "%25%32%65",
        "%",
        "%zz",
        "ridge-mug%2f",
        "ridge-mug%3fv%3d1",
        "ridge-mug;jsessionid=1",
        "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "'%20OR%201=1--",
        "$%7B7*7%7D",
        "{lang}",
        "*",
        "....//....//",
    ];
    for room in rooms {
        for end in odd {
            let path = format!("{room}{end}");
            let Ok(_) = path.parse::<axum::http::Uri>() else { continue };
            let answer = rig.shopper().open(&path).await;
            let fine = answer.status.is_client_error() || answer.status.is_redirection();
            assert!(fine, "{path}: {}", answer.status);
            assert!(!answer.text().contains("<script>alert"), "{path}");
            let to = answer.header("location");
            assert!(to.is_empty() || (to.starts_with('/') && !to.starts_with("//")), "{path} leads to {to}");
        }
    }
}

#[tokio::test]
async fn odd_parameters_show_the_page_all_the_same() {
    let rig = Rig::new().await;
    let odd = [
        "v=",
        "v=abc",
        "v=-1",
        "v=99999999999999999999",
        "v=%ff",
        "v=1&v=2",
        "v[]=1",
        "v=%00",
        "sort=%3Cscript%3E",
        "=",
        "&&&",
        "%",
        "page",
        "refused=%3Cb%3E",
        "utm_source=%ff",
        "a=b#c",
    ];
    for query in odd {
        for path in ["/en/products/ridge-mug", "/en/c/cups", "/en/help/delivery", "/en/"] {
            let page = rig.shopper().read(&format!("{path}?{query}")).await;
            assert!(page.contains("<h1>") && !page.contains("<b>"), "{path}?{query}");
        }
    }
}

#[tokio::test]
async fn an_address_longer_than_any_of_ours_is_refused() {
    let rig = Rig::new().await;
    for path in [format!("/en/products/{}", "a".repeat(2100)), format!("/en/?{}", "b".repeat(60_000))] {
        let answer = rig.shopper().open(&path).await;
        assert_eq!(answer.status, StatusCode::URI_TOO_LONG);
        assert!(answer.text().contains("This address is too long"));
    }
    let just = format!("/en/products/{}", "a".repeat(2000));
    assert_eq!(rig.shopper().open(&just).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_letter_of_another_alphabet_has_one_address() {
    let rig = Rig::selling("Handle,Title,Type,Price\n,Krūze «Rīts»,Krūzes,12.00\n").await;
    let list = rig.shopper().read("/en/c/kr%C5%ABzes").await;
    let to = crate::form::between(&list, "<h3><a href=\"", "\"").to_owned();
    assert_eq!(to, "/en/products/kr%C5%ABze-r%C4%ABts");
    assert!(rig.shopper().read(&to).await.contains("<h1>Krūze «Rīts»</h1>"));
}

#[tokio::test]
async fn a_page_is_looked_at_and_not_posted_to() {
    let rig = Rig::new().await;
    for path in ["/en/", "/en/cart", "/en/products/ridge-mug", "/en/checkout/review", "/en/orders"] {
        let answer = rig.shopper().post(path, &[("lang", "en")]).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
}
