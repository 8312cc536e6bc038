//! The desk: who is let in, what is changed there, and how soon shoppers see it.

use axum::body::Body;
use axum::http::StatusCode;

use crate::form::{between, in_order, plain, value};
use crate::rig::Rig;
use crate::shopper::Shopper;

pub const PASSWORD: &str = "four plain words here";

/// A shop where ada works.
pub async fn rig() -> Rig {
    let rig = Rig::new().await;
    rig.employs("ada", PASSWORD).await;
    rig
}

/// Ada at her desk.
pub async fn ada(rig: &Rig) -> Shopper<'_> {
    let ada = rig.shopper();
    let to = ada.send("/api/desk/sign-in", &[("name", "ada"), ("password", PASSWORD), ("then", "/desk/log")]).await;
    assert_eq!(to, "/desk/log");
    ada
}

/// The desk's page of a product.
async fn product_page(ada: &Shopper<'_>, name: &str) -> String {
    let list = ada.read(&format!("/desk/catalogue?q={name}")).await;
    between(&list, "<th scope=\"row\"><a href=\"", "\"").to_owned()
}

/// The fields of the product's form as they stand in the page, as a browser would send them, with some filled in anew.
pub fn filled(page: &str, anew: &[(&str, &str)]) -> Vec<(String, String)> {
    let form = between(page, "action=\"/api/desk/product\"", "</form>");
    let mut fields = Vec::new();
    for tag in form.split('<') {
        let Some(name) = tag.split_once(" name=\"").map(|(_, rest)| rest.split('"').next().unwrap()) else { continue };
        let text = match tag.split(' ').next().unwrap() {
            "textarea" => tag.split_once('>').unwrap().1.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"),
            "select" => {
                let options = &form[form.find(&format!("name=\"{name}\"")).unwrap()..];
                let chosen = options.split("</select>").next().unwrap().split("<option").find(|tag| tag.contains(" selected"));
                chosen.map_or("", |tag| between(tag, "value=\"", "\"")).to_owned()
            }
            "input" if (tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"")) && !tag.contains(" checked") => {
                continue;
            }
            _ => value(form, name).to_owned(),
        };
        let text = if tag.contains("type=\"radio\"") { between(tag, "value=\"", "\"").to_owned() } else { text };
        fields.push((name.to_owned(), text));
    }
    for (name, text) in anew {
        match fields.iter_mut().find(|(known, _)| known == name) {
            Some(field) => field.1 = (*text).to_owned(),
            None => fields.push(((*name).to_owned(), (*text).to_owned())),
        }
    }
    fields
}

async fn save(ada: &Shopper<'_>, at: &str, anew: &[(&str, &str)]) -> String {
    let page = ada.read(at).await;
    let fields = filled(&page, anew);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    ada.send("/api/desk/product", &fields).await
}

#[tokio::test]
async fn nobody_sees_the_desk_who_is_not_let_in() {
    let rig = rig().await;
    let eve = rig.shopper();
    for path in ["/desk/catalogue", "/desk/catalogue/products/1", "/desk/catalogue/categories", "/desk/log"] {
        let answer = eve.open(path).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
        assert!(answer.header("location").starts_with("/desk/sign-in?then=%2Fdesk"), "{}", answer.header("location"));
        assert!(!answer.text().contains("Ridge mug"), "{path} shows what is behind the door");
    }
    for path in ["product", "pictures", "words", "category", "category-words", "synonyms", "offer", "rest-offer", "discard"] {
        let fields = [("id", "1"), ("lang", "lv"), ("slug", "cups"), ("place", "x")];
        let answer = eve.post(&format!("/api/desk/{path}"), &fields).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
        assert!(answer.text().contains("You are signed out"), "{path}");
    }
    let eve = eve.with("staff", &"a".repeat(64));
    assert_eq!(eve.open("/desk/catalogue").await.status, StatusCode::SEE_OTHER, "a secret nobody gave");
}

#[tokio::test]
async fn a_wrong_password_says_the_same_as_a_wrong_name_and_guessing_is_slowed_down() {
    let rig = rig().await;
    let eve = rig.shopper();
    let tried = async |name: &str| {
        let to =
            eve.send("/api/desk/sign-in", &[("name", name), ("password", "guess guess guess"), ("then", "//evil.example")]).await;
        eve.read(&to).await
    };
    let said = |page: &str| between(page, "class=\"notice bad\">", "<").to_owned();
    let (wrong_name, wrong_password) = (tried("bob").await, tried("ada").await);
    assert_eq!(said(&wrong_name), said(&wrong_password));
    assert_eq!(value(&wrong_password, "name"), "ada", "the name need not be typed again");
    for _ in 0..4 {
        tried("ada").await;
    }
    assert!(tried("ada").await.contains("Try again in 15 s"));
    let to = eve.send("/api/desk/sign-in", &[("name", "ada"), ("password", PASSWORD)]).await;
    assert!(to.starts_with("/desk/sign-in"), "the right one has to wait, too: {to}");
}

#[tokio::test]
async fn who_signs_out_is_out() {
    let rig = rig().await;
    let ada = ada(&rig).await;
    assert!(ada.read("/desk/catalogue").await.contains("Ridge mug"));
    let secret = ada.cookie("staff");
    assert_eq!(ada.send("/api/desk/sign-out", &[]).await, "/desk/sign-in");
    let again = rig.shopper().with("staff", &secret);
    assert_eq!(again.open("/desk/catalogue").await.status, StatusCode::SEE_OTHER, "the secret opens nothing any more");
}

#[tokio::test]
async fn a_change_is_on_the_shops_page_at_once_and_in_the_log() {
    let rig = rig().await;
    let (ada, bob) = (ada(&rig).await, rig.shopper());
    assert!(bob.read("/en/products/carbon-pan").await.contains("€49.00"));
    let at = product_page(&ada, "carbon").await;
    let anew = [("product[variants][0][price]", "45,50"), ("product[variants][0][was]", "49"), ("product[name]", "Iron <pan>")];
    assert_eq!(save(&ada, &at, &anew).await, format!("{at}?saved="));
    let page = bob.read("/en/products/carbon-pan").await;
    assert!(page.contains("€45.50") && page.contains("Iron &lt;pan&gt;"), "{page}");
    let desk = ada.read(&at).await;
    in_order(&desk, &["<h1>Iron &lt;pan&gt;", "ada", "price", "49.00", "45.50"]);
    assert!(bob.read("/en/search?q=iron").await.contains("carbon-pan"), "search knows the new name");
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost() {
    let rig = rig().await;
    let ada = ada(&rig).await;
    let at = product_page(&ada, "ridge").await;
    let anew = [
        ("product[name]", ""),
        ("product[story]", "\nA <b>story</b> & more</textarea>"),
        ("product[variants][1][price]", "cheap"),
        ("product[variants][2][sku]", "P-1"),
    ];
    assert_eq!(save(&ada, &at, &anew).await, format!("{at}?errors="));
    let page = ada.read(&at).await;
    in_order(&page, &["href=\"#name\"", "href=\"#variants-1-price\"", "not saved yet"]);
    assert_eq!(value(&page, "product[variants][1][price]"), "cheap");
    assert!(page.contains("A &lt;b&gt;story&lt;/b&gt; &amp; more&lt;/textarea&gt;"), "{page}");
    assert!(rig.shopper().read("/en/products/ridge-mug").await.contains("Ridge mug"), "the shop has what it had");
    let anew = [("product[name]", "Mug"), ("product[variants][1][price]", "17")];
    assert_eq!(save(&ada, &at, &anew).await, format!("{at}?errors="));
    let page = ada.read(&at).await;
    assert!(
        between(&page, "id=\"variants-2-sku-error\" class=\"error\">", "<").contains("carbon-pan"),
        "the number is another product's: {page}"
    );
    let fields = [("place", at.trim_start_matches("/desk/catalogue/products/")), ("then", at.as_str())];
    let place = format!("product/{}", fields[0].1);
    ada.send("/api/desk/discard", &[("place", &place), ("then", &at)]).await;
    let page = ada.read(&at).await;
    assert!(value(&page, "product[name]") == "Ridge mug" && !page.contains("not saved yet"));
}

#[tokio::test]
async fn two_at_one_desk_do_not_overwrite_each_other() {
    let rig = rig().await;
    let (ada, other) = (ada(&rig).await, ada(&rig).await);
    let at = product_page(&ada, "carbon").await;
    let mine = filled(&ada.read(&at).await, &[("product[lead]", "Mine.")]);
    assert!(save(&other, &at, &[("product[lead]", "Theirs.")]).await.ends_with("saved="));
    let mine: Vec<(&str, &str)> = mine.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert!(ada.send("/api/desk/product", &mine).await.ends_with("errors="));
    let page = ada.read(&at).await;
    assert!(page.contains("Somebody else has changed this") && value(&page, "product[lead]") == "Mine.");
    assert!(rig.shopper().read("/en/products/carbon-pan").await.contains("Theirs."));
    assert!(save(&ada, &at, &[]).await.ends_with("saved="), "looked at and sent again, it is what is meant");
    assert!(rig.shopper().read("/en/products/carbon-pan").await.contains("Mine."));
}

#[tokio::test]
async fn a_new_product_is_a_draft_until_its_moment_comes() {
    let rig = rig().await;
    let ada = ada(&rig).await;
    // 2026-11-20 is today; the shop's clock is two hours ahead of UTC.
    let anew = [
        ("product[name]", "Night lamp"),
        ("product[shown]", "later"),
        ("product[at]", "2026-11-20T12:00"),
        ("product[variants][0][price]", "30"),
        ("product[variants][0][stock]", "2"),
    ];
    let to = save(&ada, "/desk/catalogue/products/new", &anew).await;
    assert!(to.ends_with("saved="), "{to}");
    let bob = rig.shopper();
    assert_eq!(bob.open("/en/products/night-lamp").await.status, StatusCode::NOT_FOUND);
    rig.wait(3500);
    rig.work().await;
    assert_eq!(bob.open("/en/products/night-lamp").await.status, StatusCode::NOT_FOUND);
    rig.wait(200);
    rig.work().await;
    assert!(bob.read("/en/products/night-lamp").await.contains("€30.00"));
    let past = [("product[shown]", "later"), ("product[at]", "2026-11-19T12:00")];
    assert!(save(&ada, to.split('?').next().unwrap(), &past).await.ends_with("errors="), "a moment that is over");
}

#[tokio::test]
async fn words_categories_and_synonyms_are_in_the_shop_at_once() {
    let rig = rig().await;
    let (ada, bob) = (ada(&rig).await, rig.shopper());
    let at = product_page(&ada, "carbon").await;
    let id = at.rsplit('/').next().unwrap();
    let words = [
        ("id", id),
        ("lang", "lv"),
        ("words[name]", "Čuguna panna"),
        ("words[lead]", "Smaga."),
        ("words[story]", "<script>x</script>Laba."),
    ];
    assert_eq!(ada.send("/api/desk/words", &words).await, format!("{at}/lv?saved="));
    let page = bob.read("/lv/products/čuguna-panna").await;
    assert!(page.contains("Čuguna panna") && page.contains("Laba.") && !page.contains("<script>x"), "{page}");
    let category = [("slug", "pans"), ("category[name]", "Pots and pans"), ("category[position]", "1")];
    assert!(ada.send("/api/desk/category", &category).await.ends_with("saved="));
    assert!(bob.read("/en/c/pans").await.contains("Pots and pans"));
    let below = [("category[name]", "Woks"), ("category[parent]", "pans"), ("category[position]", "")];
    assert_eq!(ada.send("/api/desk/category", &below).await, "/desk/catalogue/categories/pans-woks?saved=");
    let itself = [("slug", "pans"), ("category[name]", "Pans"), ("category[parent]", "pans")];
    assert!(ada.send("/api/desk/category", &itself).await.ends_with("errors="));
    assert!(bob.read("/en/search?q=skillet").await.contains("Nothing found"));
    ada.send("/api/desk/synonyms", &[("lang", "en"), ("groups", "pan, skillet\n\nalone")]).await;
    assert!(bob.read("/en/search?q=skillet").await.contains("Results for"));
    assert_eq!(value(&plain(&ada.read("/desk/catalogue/synonyms/en").await), "lang"), "en");
    in_order(&ada.read("/desk/log").await, &["en", "Woks", "Pots and pans", "lv name"]);
}

#[tokio::test]
async fn pictures_come_in_by_a_form_and_what_is_none_is_named() {
    let rig = rig().await;
    let (ada, bob) = (ada(&rig).await, rig.shopper());
    let at = product_page(&ada, "carbon").await;
    let part = |name: &str, bytes: &str| {
        format!("--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n{bytes}\r\n")
    };
    let drawn = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 6\"><path d=\"M0 0h8v6z\"/></svg>";
    let evil = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 6\"><script>x</script></svg>";
    let body = [part("pan.svg", drawn), part("evil.svg", evil), part("page.jpg", "<html>")].concat() + "--cut--\r\n";
    let send = async |who: &Shopper<'_>, body: String| {
        let request = who.request(&format!("{at}/pictures"), "text/html").method("POST");
        who.keep(request.header("content-type", "multipart/form-data; boundary=cut").body(Body::from(body)).unwrap()).await
    };
    let answer = send(&ada, body.clone()).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let page = ada.read(answer.header("location").split('#').next().unwrap()).await;
    in_order(&page, &["<bdi>evil.svg</bdi>: ", "more than draw", "<bdi>page.jpg</bdi>: ", "JPEG, PNG, WebP, GIF or SVG"]);
    let file = between(&page, "src=\"/media/", "\"").to_owned();
    assert!(file.ends_with(".svg") && bob.read("/en/products/carbon-pan").await.contains(&file));
    let id = at.rsplit('/').next().unwrap();
    ada.send("/api/desk/pictures", &[("id", id), ("pictures[0][alt]", "A black pan"), ("pictures[0][place]", "1")]).await;
    assert!(bob.read("/en/products/carbon-pan").await.contains("alt=\"A black pan\""));
    ada.send("/api/desk/pictures", &[("id", id), ("pictures[0][gone]", "yes")]).await;
    assert!(!bob.read("/en/products/carbon-pan").await.contains(&file));
    let answer = send(&bob, body).await;
    assert!(answer.status == StatusCode::SEE_OTHER && answer.header("location").starts_with("/desk/sign-in"), "nobody else may");
}

#[tokio::test]
async fn hostile_forms_change_nothing_and_break_nothing() {
    let rig = rig().await;
    let ada = ada(&rig).await;
    for fields in [
        vec![("id", "1 OR 1=1")],
        vec![("id", "99999999")],
        vec![("id", "-1")],
        vec![("id", "1"), ("product[variants][999999][price]", "1")],
        vec![("id", "1"), ("product[variants][0][values][0][0]", "1")],
        vec![("product", "x")],
    ] {
        let answer = ada.post("/api/desk/product", &fields).await;
        assert!(answer.status.is_redirection() || answer.status == StatusCode::NOT_FOUND, "{fields:?}: {}", answer.status);
    }
    for path in [
        "/desk/catalogue/products/0?refused=x:y&refused=z",
        "/desk/catalogue/products/x",
        "/desk/catalogue/products/1/en",
        "/desk/catalogue/categories/none",
        "/desk/catalogue/synonyms/xx",
    ] {
        assert_eq!(ada.open(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["/desk/catalogue?q=%25%27%22&shown=x&page=-1", "/desk/log?page=99999999999", "/desk"] {
        assert!(!ada.open(path).await.status.is_server_error(), "{path}");
    }
}
