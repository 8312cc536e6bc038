//! The steps of the checkout: in their order, with nothing lost that was typed.

use axum::http::StatusCode;

use crate::form::{between, in_order, value};
use crate::rig::Rig;
use crate::shopper::Shopper;

const STEPS: [&str; 4] = ["address", "delivery", "payment", "review"];

async fn with_a_pan(rig: &Rig) -> Shopper<'_> {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada
}

/// Where a page sends a shopper who is not meant to see it; empty when it does not.
async fn sends(ada: &Shopper<'_>, step: &str) -> String {
    let answer = ada.open(&format!("/en/checkout/{step}")).await;
    assert!(matches!(answer.status, StatusCode::OK | StatusCode::SEE_OTHER), "{step}: {}", answer.status);
    answer.header("location").to_owned()
}

#[tokio::test]
async fn without_goods_every_step_leads_to_the_cart() {
    let rig = Rig::new().await;
    let (stranger, ada) = (rig.shopper(), with_a_pan(&rig).await);
    ada.reach_review().await;
    ada.send("/api/cart/remove", &[("lang", "en"), ("line", &ada.line().await)]).await;
    let (over, empty) = ("/en/cart?checkout=over", "/en/cart?checkout=empty");
    for (who, told) in [(&stranger, over), (&ada, empty)] {
        for step in STEPS {
            assert_eq!(sends(who, step).await, told, "{step}");
        }
    }
    assert_eq!(stranger.live_at(&[]).await, over);
    for (form, field) in [("delivery", ("service", "standard")), ("payment", ("way", "card"))] {
        assert_eq!(stranger.send(&format!("/api/checkout/{form}"), &[("lang", "en"), field]).await, over);
    }
    for (who, told) in [(&stranger, over), (&ada, empty)] {
        assert_eq!(who.place("5590").await, told);
    }
    assert!(stranger.read(over).await.contains("This checkout is over"));
    assert!(ada.read(empty).await.contains("There is nothing in the cart"));
    assert_eq!(rig.orders().await, 0);
}

#[tokio::test]
async fn no_step_is_reached_before_the_ones_in_front_of_it() {
    let rig = Rig::new().await;
    let ada = with_a_pan(&rig).await;
    let expected =
        [["", "address", "address", "address"], ["", "", "delivery", "delivery"], ["", "", "", "payment"], ["", "", "", ""]];
    for (done, wanted) in expected.iter().enumerate() {
        for (step, wanted) in STEPS.iter().zip(wanted) {
            // Who has typed nothing yet has made no errors.
            let mark = if done == 0 { "" } else { "?errors" };
            let wanted = if wanted.is_empty() { String::new() } else { format!("/en/checkout/{wanted}{mark}") };
            assert_eq!(sends(&ada, step).await, wanted, "{step} after {done} steps");
        }
        if done < 3 {
            assert_eq!(ada.place("5590").await, format!("/en/checkout/{}?errors", STEPS[done]));
        }
        match done {
            0 => drop(ada.live_at(&[]).await),
            1 => drop(ada.send("/api/checkout/delivery", &[("lang", "en"), ("service", "standard")]).await),
            2 => drop(ada.send("/api/checkout/payment", &[("lang", "en"), ("way", "card")]).await),
            _ => {}
        }
    }
    assert_eq!(ada.live_at(&[("city", "")]).await, "/en/checkout/address?errors");
    assert_eq!(sends(&ada, "review").await, "/en/checkout/address?errors", "an answer that went bad is asked again");
    assert_eq!(rig.orders().await, 0);
}

#[tokio::test]
async fn what_was_typed_comes_back_as_it_was_whatever_it_was() {
    let rig = Rig::new().await;
    let ada = with_a_pan(&rig).await;
    let typed = [
        ("email", "ada\"><script>alert(1)</script>"),
        ("name", "'><img src=x onerror=alert(2)>"),
        ("line1", "</textarea></form> & co"),
        ("line2", "  two  blanks  "),
        ("city", "Rīga 東京 عمان"),
        ("postcode", "'; DROP TABLE drafts; --"),
        ("phone", "{{7*7}} ${7*7}"),
    ];
    assert_eq!(ada.live_at(&typed).await, "/en/checkout/address?errors");
    let page = ada.read("/en/checkout/address?errors").await;
    assert!(!page.contains("<script>alert") && !page.contains("<img src=x") && !page.contains("</textarea>"));
    for (field, text) in typed {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        assert_eq!(value(&page, &format!("address[{field}]")), escaped);
    }
    assert!(page.contains("<details open"), "what is folded away is shown when something is in it: {page}");
    let again = ada.read("/en/checkout/address").await;
    assert!(!again.contains("There is a problem"), "a fresh look does not complain");
    assert_eq!(value(&again, "address[city]"), "Rīga 東京 عمان");
}

#[tokio::test]
async fn errors_are_summed_up_first_in_the_order_of_the_form() {
    let rig = Rig::new().await;
    let ada = with_a_pan(&rig).await;
    assert_eq!(ada.send("/api/checkout/address", &[("lang", "en")]).await, "/en/checkout/address?errors");
    let page = ada.read("/en/checkout/address?errors").await;
    assert_eq!(between(&page, "<title>", "</title>"), "Error: Address · Cartwright");
    let fields = ["email", "country", "name", "line1", "city", "postcode"];
    let links = fields.map(|field| format!("<a href=\"#{field}\">"));
    let mut order = vec!["role=\"alert\"", "There is a problem"];
    order.extend(links.iter().map(String::as_str));
    order.push("<h1>Where does it go?</h1>");
    in_order(&page, &order);
    for field in fields {
        let control = page.split('<').find(|tag| tag.contains(&format!("name=\"address[{field}]\""))).unwrap();
        assert!(control.contains(&format!("id=\"{field}\"")) && control.contains(&format!("{field}-error")), "{control}");
        let beside = between(&page, &format!("id=\"{field}-error\" class=\"error\">"), "<");
        assert!(page.contains(&format!("<a href=\"#{field}\">{beside}</a>")), "the summary says the same: {beside}");
    }
}

#[tokio::test]
async fn each_flaw_has_its_words() {
    let rig = Rig::new().await;
    let ada = with_a_pan(&rig).await;
    let (long, longer) = ("a".repeat(130), "1".repeat(45));
    let flaws = [
        ("email", "", "Enter your e-mail address"),
        ("email", "ada", "Enter an e-mail address in the form name@example.com"),
        ("email", "ada@home", "Enter an e-mail address in the form name@example.com"),
        ("email", &format!("{}@home.lv", "a".repeat(260)), "Enter an e-mail address of at most 254 characters"),
        (
            "country",
            "AQ",
            "Nobody delivers to Antarctica for us yet. Choose another country, for instance that of a friend or a forwarding address",
        ),
        ("name", " ", "Enter the full name of whoever opens the door"),
        ("name", "12345", "Enter a name with letters in it"),
        ("name", &long, "Enter a name of at most 100 characters"),
        ("line1", "", "Enter the street and number"),
        ("line1", &long, "Enter a street of at most 120 characters"),
        ("line1", "a\u{7}b", "Check the street: it has a character no address has"),
        ("line2", &long, "Enter at most 120 characters"),
        ("postcode", "", "Enter the postcode, for example 26133"),
        ("postcode", "?", "Check the postcode: there it looks like 26133"),
        ("postcode", "12345678901234567", "Enter a postcode of at most 16 characters, for example 26133"),
        ("city", "", "Enter the town or city"),
        ("city", &long, "Enter a town of at most 80 characters"),
        ("phone", "call me", "Check the phone number: it has 5 to 20 digits, for example +371 2000 0000"),
        ("phone", &longer, "Enter a phone number of at most 40 characters"),
    ];
    for (field, typed, words) in flaws {
        assert_eq!(ada.live_at(&[(field, typed)]).await, "/en/checkout/address?errors", "{field}: {typed:?}");
        let page = ada.read("/en/checkout/address?errors").await;
        assert_eq!(between(&page, &format!("id=\"{field}-error\" class=\"error\">"), "<"), words, "{typed:?}");
        assert_eq!(page.matches("class=\"error\"").count(), 1, "{field}: {typed:?}");
    }
    assert_eq!(ada.live_at(&[("country", "XX")]).await, "/en/checkout/address?errors");
    assert!(ada.read("/en/checkout/address?errors").await.contains("<a href=\"#country\">Choose a country from the list</a>"));
    assert_eq!(ada.live_at(&[("country", "US")]).await, "/en/checkout/address?errors");
    assert!(ada.read("/en/checkout/address?errors").await.contains("Choose or enter the region"));
    assert_eq!(ada.live_at(&[("country", "HK"), ("postcode", ""), ("region", "Kowloon")]).await, "/en/checkout/delivery");
}

#[tokio::test]
async fn where_it_goes_decides_what_delivery_costs_and_when_it_comes() {
    let rig = Rig::new().await;
    let ada = with_a_pan(&rig).await;
    let far = [
        ("LV", "LV-1010", "Monday 23 November\u{2009}–\u{2009}Tuesday 24 November"),
        ("DE", "10115", "Wednesday 25 November\u{2009}–\u{2009}Friday 27 November"),
        ("JP", "600-8216", "Wednesday 2 December\u{2009}–\u{2009}Wednesday 9 December"),
    ];
    ada.reach_review().await;
    let mut costs = Vec::new();
    for (country, postcode, days) in far {
        ada.live_at(&[("country", country), ("postcode", postcode), ("region", "Kyōto")]).await;
        let page = ada.read("/en/checkout/delivery").await;
        in_order(&page, &["Arrives", days, "Standard, to the door"]);
        assert!(page.contains("Express, to the door"));
        costs.push(value(&ada.read("/en/checkout/review").await, "total").parse::<i64>().unwrap());
    }
    assert!(costs[0] < costs[1], "{costs:?}");
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.live_at(&[]).await;
    in_order(&ada.read("/en/checkout/delivery").await, &["Standard, to the door", "Free", "Express, to the door"]);
    let to = ada.send("/api/checkout/delivery", &[("lang", "en"), ("service", "express")]).await;
    assert_eq!(to, "/en/checkout/review", "how it is paid is known already");
    let total = value(&ada.read("/en/checkout/review").await, "total").to_owned();
    assert!(total.parse::<i64>().unwrap() > 9800, "{total}");
    for odd in ["", "drone", "STANDARD"] {
        let to = ada.send("/api/checkout/delivery", &[("lang", "en"), ("service", odd)]).await;
        assert_eq!(to, "/en/checkout/delivery?errors", "{odd}");
        let to = ada.send("/api/checkout/payment", &[("lang", "en"), ("way", odd)]).await;
        assert_eq!(to, "/en/checkout/payment?errors", "{odd}");
    }
    assert_eq!(value(&ada.read("/en/checkout/review").await, "total"), total, "what was chosen stays chosen");
}

#[tokio::test]
async fn the_review_shows_everything_once_more_with_the_way_to_change_it() {
    let rig = Rig::new().await;
    let ada = with_a_pan(&rig).await;
    ada.reach_review().await;
    let page = ada.read("/en/checkout/review").await;
    in_order(&page, &["Ada Lovelace", "1 Elm Street", "10115 Berlin", "Germany", "ada@example.org", "/en/checkout/address"]);
    in_order(&page, &["Standard, to the door", "/en/checkout/delivery", "Card", "/en/checkout/payment"]);
    in_order(&page, &["Charged in Euro", "Order with obligation to pay €55.90", "withdraw from the contract within 14 days"]);
    in_order(&page, &["Carbon pan", "€49.00", "Delivery", "€6.90", "Total", "€55.90", "19% VAT included: €8.93"]);
    for step in STEPS {
        let answer = ada.open(&format!("/en/checkout/{step}")).await;
        assert_eq!(answer.header("cache-control"), "private, no-store", "{step}");
        assert!(answer.text().contains("noindex"), "{step}");
    }
}
