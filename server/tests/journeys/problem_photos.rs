//! Pictures with what is wrong: taken in by the form without script, seen by the order's readers and staff only, told their person,
//! and gone with them.

use axum::body::Body;
use axum::http::StatusCode;

use crate::account::{ADA, bought, signed_in};
use crate::desk;
use crate::form::{between, in_order};
use crate::person::unpacked;
use crate::photos::photo;
use crate::rig::Rig;
use crate::shopper::Shopper;
use crate::support::Answer;

const PHOTOS: &str = "SELECT count(*) FROM problem_photos";
const FIELDS: [(&str, &str); 2] = [("problem[trouble]", "damaged"), ("problem[said]", "The handle is <off>.")];

/// Sends the form as a browser does: fields first, then files.
pub async fn sends(who: &Shopper<'_>, order: (&str, &str), fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Answer {
    let (number, key) = order;
    let mut body = Vec::new();
    for (name, text) in fields {
        body.extend(format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n").into_bytes());
    }
    for (name, bytes) in files {
        let head = format!("--cut\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"{name}\"\r\n\r\n");
        body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
    }
    body.extend(b"--cut--\r\n");
    let key = if key.is_empty() { String::new() } else { format!("?key={key}") };
    let request = who.request(&format!("/en/orders/{number}/problem{key}"), "text/html").method("POST");
    who.keep(request.header("content-type", "multipart/form-data; boundary=cut").body(Body::from(body)).unwrap()).await
}

/// Where it leads, without its fragment.
fn to(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.header("location").split('#').next().unwrap().to_owned()
}

/// The addresses of the pictures in a page, the small ones.
fn pictures(page: &str) -> Vec<String> {
    page.split("<img")
        .skip(1)
        .filter_map(|tag| tag.split("src=\"").nth(1)?.split('"').next())
        .map(str::to_owned)
        .filter(|path| path.contains("/photos/"))
        .map(|path| path.replace("&amp;", "&"))
        .collect()
}

/// How many files lie in the album.
fn files(rig: &Rig) -> usize {
    std::fs::read_dir(rig.shop.house.config.data.join("problems")).map_or(0, Iterator::count)
}

/// A JPEG of a camera held on its side, that tells where it was and whose it is.
fn from_a_phone() -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]);
    exif.extend([0xa4, 0x30, 0, 2, 0, 0, 0, 20, 0, 0, 0, 38, 0, 0, 0, 0]);
    exif.extend(b"GPS 56.95N 24.11E Ada");
    let picture = image::RgbImage::from_fn(60, 40, |x, y| image::Rgb([x as u8 * 4, y as u8 * 6, 90]));
    let mut jpeg = Vec::new();
    image::codecs::jpeg::JpegEncoder::new(&mut jpeg).encode_image(&picture).unwrap();
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

#[tokio::test]
async fn pictures_of_a_broken_pan_are_seen_on_its_order_and_at_the_desk_upright_and_without_where_they_were_taken() {
    let rig = desk::rig().await;
    let ada = rig.shopper();
    let number = bought(&rig, &ada).await;
    let form = ada.read(&format!("/en/orders/{number}/problem")).await;
    in_order(
        &form,
        &["enctype=\"multipart/form-data\"", "id=\"photos\"", "type=\"file\"", "multiple", "capture=\"environment\""],
    );
    assert!(!between(&form, "problem-form\"", "</form>").contains("required"), "pictures are optional");
    let sent = [("pan.JPG", &*from_a_phone()), ("lid.png", &*photo(2, 3000, 1000))];
    let page = ada.read(&to(&sends(&ada, (&number, ""), &FIELDS, &sent).await)).await;
    in_order(&page, &["It is here", "The handle is &lt;off&gt;.", "Picture 1 of 2", "Picture 2 of 2"]);
    let shown = pictures(&page);
    assert_eq!(shown.len(), 2);
    for (path, size) in [(&shown[0], (40, 60)), (&shown[1], (320, 106))] {
        let answer = ada.open(path).await;
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "image/jpeg"), "{path}");
        assert_eq!(answer.header("cache-control"), "private, no-store");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert!(answer.header("content-security-policy").starts_with("sandbox; default-src 'none'"));
        assert!(answer.header("content-disposition").starts_with("inline; filename=\"picture-"));
        let opened = image::load_from_memory(&answer.body).unwrap();
        assert_eq!((opened.width(), opened.height()), size, "{path}: upright, and small");
        assert!(
            !answer.body.windows(3).any(|part| part == b"GPS" || part == b"Ada"),
            "who took it, and where, is nobody's business"
        );
    }
    let large = ada.open(&shown[1].replace("/small", "/large")).await;
    let large = image::load_from_memory(&large.body).unwrap();
    assert_eq!((large.width(), large.height()), (2048, 682));
    assert!(page.contains(&format!("href=\"{}\" data-native", shown[1].replace("/small", "/large"))));

    let staff = desk::ada(&rig).await;
    let list = staff.read("/desk/problems").await;
    let at_the_desk = pictures(&list);
    assert_eq!(at_the_desk.len(), 2, "{list}");
    for path in &at_the_desk {
        let answer = staff.open(path).await;
        assert_eq!((answer.status, answer.header("cache-control")), (StatusCode::OK, "private, no-store"));
    }
    assert!(ada.open(&at_the_desk[0]).await.header("location").starts_with("/desk/sign-in"));
    rig.books_are_right().await;
}

#[tokio::test]
async fn what_is_no_picture_is_named_and_the_text_and_the_good_ones_wait_until_the_rest_is_right() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let number = bought(&rig, &ada).await;
    let good = photo(1, 60, 40);
    let drawn = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 6\"><path d=\"M0 0h8v6z\"/></svg>";
    // It says that it is larger than memory is, and has nothing in it.
    let mut bomb = photo(3, 8, 8);
    bomb[16..24].copy_from_slice(&[0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50]);
    let mut sum = flate2::Crc::new();
    sum.update(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    let half = &photo(4, 300, 300)[..200];
    let mut zip = b"PK\x03\x04".to_vec();
    zip.resize(4000, 0);
    for (name, bytes, why) in [
        ("drawn.svg", &drawn[..], "is not a JPEG, PNG, WebP or GIF"),
        ("<b>page.jpg", b"<html>", "is not a JPEG, PNG, WebP or GIF"),
        ("pan.jpg", &good, "is another kind of picture than its name says"),
        ("bomb.png", &bomb, "has too many pixels"),
        ("half.png", half, "is damaged"),
        ("zip.png", &zip, "is not a JPEG, PNG, WebP or GIF"),
        ("empty.png", b"", "is not a JPEG, PNG, WebP or GIF"),
    ] {
        let page = ada.read(&to(&sends(&ada, (&number, ""), &FIELDS, &[("good.png", &good), (name, bytes)]).await)).await;
        let told = format!("{} {why}", name.replace('<', "&lt;").replace('>', "&gt;"));
        in_order(
            &page,
            &["role=\"alert\"", "href=\"#photos\"", &told, "value=\"damaged\" checked", "&lt;off&gt;", "id=\"photos-error\""],
        );
        assert_eq!(pictures(&page).len(), 1, "{name}: the good one is here");
    }
    assert_eq!(
        (rig.count("SELECT count(*) FROM problems").await, rig.count(PHOTOS).await),
        (0, 1),
        "what was not ticked again went"
    );
    let whole = ada.open(&format!("/en/orders/{number}/problem?errors")).await;
    assert!(whole.text().contains("\u{2068}empty.png\u{2069} is not"), "a name in another script stays together");
    // The same form in another language, and what comes of it when all is well.
    let page = ada.read(&format!("/lv/orders/{number}/problem?errors")).await;
    assert!(page.contains("nav JPEG, PNG, WebP vai GIF attēls"), "{page}");
    let id = between(&page, "name=\"kept[", "]").to_owned();
    let kept = format!("kept[{id}]");
    let fields = [FIELDS[0], FIELDS[1], (&kept, "yes")];
    let page =
        ada.read(&to(&sends(&ada, (&number, ""), &fields, &[("good.png", &good), ("more.png", &photo(9, 50, 50))]).await)).await;
    assert_eq!(pictures(&page).len(), 2, "the same picture twice is one");
    rig.work().await;
    assert_eq!((rig.count(PHOTOS).await, files(&rig)), (2, 4), "nothing lies there that nobody can see");
}

#[tokio::test]
async fn no_more_than_three_and_none_too_large_and_a_form_without_its_reason_keeps_its_pictures() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let number = bought(&rig, &ada).await;
    let four: Vec<_> = (1..=4).map(|number| photo(number, 30, 20)).collect();
    let named: Vec<(&str, &[u8])> =
        ["1.png", "2.png", "3.png", "4.png"].into_iter().zip(four.iter().map(Vec::as_slice)).collect();
    let page = ada.read(&to(&sends(&ada, (&number, ""), &FIELDS, &named).await)).await;
    assert!(page.contains("4.png was left out: no more than 3 pictures"), "{page}");
    assert_eq!(pictures(&page).len(), 3);
    let mut large = photo(5, 30, 20);
    large.resize((20 << 20) + 1, 0);
    let page = ada.read(&to(&sends(&ada, (&number, ""), &FIELDS, &[("huge.png", &large), ("1.png", &four[0])]).await)).await;
    assert!(page.contains("huge.png has more than 20 MB."), "{page}");
    assert_eq!(pictures(&page).len(), 1);
    // Nothing is chosen, and that is told as before.
    let page = ada.read(&to(&sends(&ada, (&number, ""), &[("problem[said]", "x")], &[("1.png", &four[0])]).await)).await;
    assert!(page.contains("Choose what happened.") && pictures(&page).len() == 1, "{page}");
    // Three are here and a fourth comes; one that is not another's, whatever the form says.
    let all = [("kept[1]", "yes"), ("kept[2]", "yes"), ("kept[3]", "yes"), ("kept[99]", "yes"), ("kept[x]", "yes")];
    let page = ada.read(&to(&sends(&ada, (&number, ""), &[&FIELDS[..], &all[..]].concat(), &[("4.png", &four[3])]).await)).await;
    assert!(page.contains("4.png was left out"), "{page}");
    rig.work().await;
    assert_eq!(rig.count("SELECT count(*) FROM dropped_photos").await, 0, "their files are gone");
    // A week later nobody comes back to it.
    to(&sends(&ada, (&number, ""), &[("problem[said]", "x")], &[("1.png", &four[0])]).await);
    rig.wait(8 * 86_400);
    cartwright::pictures::sweep::sweep(&rig.shop.house.db, &rig.company.media).await.unwrap();
    rig.work().await;
    assert_eq!((rig.count(PHOTOS).await, files(&rig)), (0, 0));
}

#[tokio::test]
async fn a_picture_is_seen_by_nobody_else_and_sent_to_no_order_of_anothers() {
    let rig = Rig::new().await;
    let (ada, bob, nobody) = (rig.shopper(), rig.shopper(), rig.shopper());
    let (hers, his) = (bought(&rig, &ada).await, bought(&rig, &bob).await);
    let shown = pictures(&ada.read(&to(&sends(&ada, (&hers, ""), &FIELDS, &[("1.png", &photo(1, 30, 20))]).await)).await);
    assert_eq!(ada.open(&shown[0]).await.status, StatusCode::OK);
    for (who, path) in [
        (&bob, shown[0].clone()),
        (&nobody, shown[0].clone()),
        (&bob, shown[0].replace(&hers, &his)),
        (&nobody, format!("{}?key={}", shown[0], "0".repeat(64))),
        (&ada, shown[0].replace("/small", "/huge")),
        (&ada, shown[0].replace("/small", "/..%2f..%2fshop.sqlite")),
        (&ada, shown[0].replace("/photos/1/", "/photos/-1/")),
        (&nobody, "/media/problems".to_owned()),
        (&nobody, "/problems/1-small.jpg".to_owned()),
    ] {
        assert_eq!(who.open(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let answers = [
        sends(&bob, (&hers, ""), &FIELDS, &[("1.png", &photo(1, 30, 20))]).await,
        sends(&bob, ("00000001H", ""), &FIELDS, &[("1.png", &photo(1, 30, 20))]).await,
    ];
    assert!(answers.iter().all(|answer| answer.status == StatusCode::NOT_FOUND));
    // What waits in her form is not his to keep, and what he keeps is not his to have.
    to(&sends(&bob, (&his, ""), &[FIELDS[0], ("kept[1]", "yes")], &[]).await);
    assert_eq!(rig.count(PHOTOS).await, 1);
    assert_eq!(rig.count("SELECT count(*) FROM problem_photos p JOIN orders o ON o.id = p.order_id JOIN problems b ON b.id = p.problem_id WHERE b.order_id = o.id").await, 1);
    // A form that breaks off is not what somebody wanted to say.
    let body = "--cut\r\nContent-Disposition: form-data; name=\"problem[trouble]\"\r\n\r\nmissing\r\n--cut\r\nContent-Dispo";
    let request = ada.request(&format!("/en/orders/{hers}/problem"), "text/html").method("POST");
    let broken = request.header("content-type", "multipart/form-data; boundary=cut").body(Body::from(body)).unwrap();
    assert!(to(&ada.keep(broken).await).ends_with("/problem?errors"));
    assert_eq!(rig.count("SELECT count(*) FROM problems").await, 2);
}

#[tokio::test]
async fn ada_is_given_her_pictures_with_all_that_is_hers_and_they_go_with_her() {
    let rig = desk::rig().await;
    let guest = rig.shopper();
    let number = bought(&rig, &guest).await;
    to(&sends(&guest, (&number, ""), &FIELDS, &[("1.png", &photo(1, 30, 20))]).await);
    // It is cancelled and its problem answered: nothing is under way any more.
    guest.send("/api/orders/cancel", &[("lang", "en"), ("number", &number)]).await;
    desk::ada(&rig).await.send("/api/desk/answer", &[("problem", "1"), ("answer", "As you wish.")]).await;
    rig.work().await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    let files_told = unpacked(&ada.open("/en/account/data.zip").await.body);
    let pictures: Vec<_> = files_told.iter().filter(|(name, _)| name.starts_with("problem_photos/")).collect();
    assert_eq!(pictures.len(), 1, "{:?}", files_told.keys());
    let opened = image::load_from_memory(pictures[0].1).unwrap();
    assert_eq!((opened.width(), opened.height()), (30, 20));
    let told = String::from_utf8(files_told["problem_photos.csv"].clone()).unwrap();
    let name = pictures[0].0.trim_start_matches("problem_photos/").trim_end_matches(".jpg");
    assert!(told.contains(name) && told.contains(&number), "the table says which is of what: {told}");
    assert!(!told.contains("digest"));
    assert_eq!(files(&rig), 2);
    let gone = ada.post("/api/account/delete", &[("lang", "en"), ("sure", "true")]).await;
    assert_eq!(gone.header("location"), "/en/account/sign-in?heard=deleted");
    rig.work().await;
    rig.wait(2 * 86_400);
    rig.work().await;
    rig.work().await;
    assert_eq!((rig.count(PHOTOS).await, files(&rig)), (0, 0), "not one of them is left");
}
