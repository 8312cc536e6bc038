//! Letters as whoever looks after them sees them: readers who choose, staff at the desk, the merchant's own templates, and whoever
//! tries the shop out.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::form::{between, plain};
use crate::letters::{bought, read, rig, subjects};
use crate::post_office::PostOffice;
use crate::rig::{GOODS, Rig};

#[tokio::test]
async fn one_click_in_a_mail_program_stops_a_kind_and_the_page_behind_the_link_does_too() {
    let office = PostOffice::open().await;
    let rig = rig(&office).await;
    let (ada, _) = bought(&rig).await;
    rig.work().await;
    rig.carrier_tells("e1", "delivered", 1, None).await;
    rig.wait(8 * 86_400);
    rig.work().await;
    let asked = office.letters().pop().unwrap();
    let address = asked.header("List-Unsubscribe");
    let path = address.trim_matches(['<', '>']).strip_prefix("http://127.0.0.1:3000").unwrap().to_owned();
    assert!(path.starts_with("/webhooks/messages/") && path.ends_with("/how_was_it"), "{path}");
    let looked = rig.shop.get(&path).await;
    assert_eq!(looked.status, StatusCode::SEE_OTHER, "a look stops nothing");
    let page = looked.header("location").to_owned();
    assert!(rig.shopper().read(&page).await.contains("No more letters of this kind: How was it?"));
    let declined = "SELECT count(*) FROM message_choices WHERE wanted = 0";
    assert_eq!(rig.count(declined).await, 0);
    let click = Request::post(&path).header("content-type", "application/x-www-form-urlencoded");
    let stopped = rig.shop.ask(click.body(Body::from("List-Unsubscribe=One-Click")).unwrap()).await;
    assert_eq!((stopped.status, rig.count(declined).await), (StatusCode::OK, 1));
    let wrong = path.replace("/webhooks/messages/", "/webhooks/messages/0");
    for wrong in [wrong, path.replace("how_was_it", "nothing"), "/webhooks/messages/x/how_was_it".to_owned()] {
        let click = rig.shop.ask(Request::post(&wrong).body(Body::empty()).unwrap()).await;
        assert_eq!(click.status, StatusCode::NOT_FOUND, "{wrong}");
    }

    let choices = page.split('?').next().unwrap();
    let token = choices.rsplit('/').next().unwrap();
    let shown = ada.read(choices).await;
    assert!(shown.contains("ada@example.org") && shown.contains("name=\"wanted[shipped-email]\" value=\"1\" checked"), "{shown}");
    assert!(!shown.contains("wanted[received-email]"), "what an order needs cannot be chosen");
    let back = ada.send("/api/messages/choose", &[("lang", "en"), ("token", token), ("wanted[delivered-email]", "1")]).await;
    assert_eq!(back, format!("{choices}?saved"));
    let shown = plain(ada.open(&back).await.text());
    assert!(shown.contains("It is saved.") && !shown.contains("name=\"wanted[shipped-email]\" value=\"1\" checked"), "{shown}");
    assert!(shown.contains("name=\"wanted[delivered-email]\" value=\"1\" checked"), "{shown}");
    for wrong in ["0".repeat(64), token.to_uppercase(), format!("{}{}", &token[..32], "0".repeat(32)), String::new()] {
        let answer = ada.post("/api/messages/choose", &[("lang", "en"), ("token", &wrong)]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{wrong}");
        assert_eq!(ada.open(&format!("/en/messages/{wrong}x")).await.status, StatusCode::NOT_FOUND);
    }
    let sent = office.letters().len();
    bought(&rig).await;
    rig.work().await;
    rig.carrier_tells("f1", "picked_up", 0, None).await;
    rig.wait(3600);
    rig.work().await;
    assert_eq!(office.letters().len(), sent + 1, "confirmed, and nothing of the parcel: {:?}", subjects(&office));
}

#[tokio::test]
async fn the_desk_sees_what_was_sent_what_was_not_and_how_every_letter_looks() {
    let rig = crate::desk::rig().await;
    let staff = crate::desk::ada(&rig).await;
    assert!(staff.read("/desk/messages").await.contains("No message was written yet."));
    let (_, link) = bought(&rig).await;
    rig.work().await;
    let page = staff.read("/desk/messages").await;
    let number = link.split(['/', '?']).nth(3).unwrap();
    for part in ["Order confirmed", "Order received", "ada@example.org", "Sent", number, "/desk/messages/preview/shipped/ar"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("Boxes that do not exist") && !page.contains("cannot be used"), "{page}");
    let letter = staff.open("/desk/messages/preview/shipped/ar").await;
    assert!(letter.text().contains("dir=\"rtl\"") && letter.header("content-security-policy").starts_with("sandbox"));
    assert!(staff.open("/desk/messages/templates/letter.mjml").await.text().contains("<mjml"));
    for none in ["/desk/messages/preview/shipped/xx", "/desk/messages/preview/x/en", "/desk/messages/templates/secrets.toml"] {
        assert_eq!(staff.open(none).await.status, StatusCode::NOT_FOUND, "{none}");
    }
    for path in ["/desk/messages", "/desk/messages/preview/shipped/en", "/desk/messages/templates/letter.mjml"] {
        let answer = rig.shopper().open(path).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
        assert!(answer.header("location").starts_with("/desk/sign-in"), "{path}");
    }
    let folder = rig.shop.house.config.data.join("letters");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("shipped.txt"), "{{ nothing }}").unwrap();
    let page = staff.read("/desk/messages").await;
    assert!(page.contains("cannot be used") && page.contains("shipped.txt"), "{page}");
}

#[tokio::test]
async fn the_merchant_s_template_is_used_and_a_broken_one_is_left_aside() {
    let office = PostOffice::open().await;
    let rig = rig(&office).await;
    let folder = rig.shop.house.config.data.join("letters");
    std::fs::create_dir_all(&folder).unwrap();
    let own =
        "<mjml><mj-body><mj-section><mj-column><mj-text>Ours: {{ heading }}</mj-text></mj-column></mj-section></mj-body></mjml>";
    std::fs::write(folder.join("paid.mjml"), own).unwrap();
    bought(&rig).await;
    rig.work().await;
    assert!(read(&office.letters()[0]).contains("Ours: It is confirmed"), "{}", office.letters()[0].text);
    assert_eq!(rig.company.mail.templates.flaws(), []);
    for broken in ["<mjml><mj-body>", &own.replace("heading", "haeding"), &own.replace("}}", "")] {
        std::fs::write(folder.join("paid.mjml"), broken).unwrap();
        let sent = office.letters().len();
        bought(&rig).await;
        rig.work().await;
        let letter = office.letters().pop().unwrap();
        assert_eq!(office.letters().len(), sent + 1, "{broken}");
        assert!(!read(&letter).contains("Ours:") && read(&letter).contains("It is confirmed"), "the shop's own takes its place");
        let flaws = rig.company.mail.templates.flaws();
        assert_eq!(flaws.iter().map(|flaw| flaw.file.as_str()).collect::<Vec<_>>(), ["paid.mjml"], "{broken}");
    }
}

#[tokio::test]
async fn the_demo_shows_its_letters_and_a_shop_in_earnest_does_not() {
    let rig = Rig::new().await;
    bought(&rig).await;
    rig.work().await;
    let list = rig.shop.get("/dev/mail").await;
    let shown = list.text();
    assert!(shown.contains("is confirmed") && shown.contains("ada@example.org"), "{shown}");
    let letter = between(shown, "<a href=\"", "\"").to_owned();
    let page = rig.shop.get(&letter).await;
    assert!(page.header("content-security-policy").starts_with("default-src 'none'"), "no script runs in a letter");
    let html = page.text();
    assert!(
        html.contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"") && html.contains("srcdoc=\"&lt;!doctype"),
        "{html}"
    );
    let link = between(html, "<a href=\"http://127.0.0.1:3000/en/orders/", "\"").to_owned();
    assert!(rig.shopper().read(&format!("/en/orders/{link}")).await.contains("ada@example.org"));
    for none in ["/dev/mail/x", "/dev/mail/..%2Fsecrets", "/dev/mail/00000000000000000000000000000000"] {
        assert_eq!(rig.shop.get(none).await.status, StatusCode::NOT_FOUND, "{none}");
    }
    let files = std::fs::read_dir(rig.shop.house.config.data.join("mail")).unwrap();
    assert_eq!(files.filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().ends_with(".eml")).count(), 1);
    let office = PostOffice::open().await;
    for settings in ["demo = false".to_owned(), office.settings()] {
        let earnest = Rig::with(&settings, GOODS).await;
        assert_eq!(earnest.shop.get("/dev/mail").await.status, StatusCode::NOT_FOUND, "{settings}");
    }
}
