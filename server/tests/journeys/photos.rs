//! Photos: from the merchant's folder to the shopper's page, also when the machine dies on the way.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::Request;
use image::{ExtendedColorType, ImageEncoder, RgbImage};

use crate::form::between;
use crate::rig::Rig;
use crate::support::build_site;

/// A photo of its own for each number.
pub fn photo(number: u8, width: u32, height: u32) -> Vec<u8> {
    let share = |at: u32, of: u32| u8::try_from(at * 255 / of).unwrap();
    let picture =
        RgbImage::from_fn(width, height, |x, y| image::Rgb([share(x, width), share(y, height), number.wrapping_mul(29)]));
    let mut bytes = Vec::new();
    let encoder = image::codecs::png::PngEncoder::new(&mut bytes);
    encoder.write_image(picture.as_raw(), width, height, ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// A file of so many products, each with its photo beside it.
fn catalogue(folder: &Path, count: u8) -> String {
    let mut file = "Title,Price,Product image URL\n".to_owned();
    for number in 0..count {
        std::fs::write(folder.join(format!("{number}.png")), photo(number, 170, 120)).unwrap();
        file.push_str(&format!("Mug {number},10,{number}.png\n"));
    }
    file
}

#[tokio::test]
async fn a_photo_is_shown_whole_until_every_size_of_it_is_there() {
    let rig = Rig::new().await;
    std::fs::write(rig.shop.folder.path().join("vase.png"), photo(3, 500, 400)).unwrap();
    rig.take_in("Title,Price,Product image URL\nVase,10,vase.png\n").await;
    let page = rig.shop.get("/en/products/vase").await.text().to_owned();
    let gallery = between(&page, "gallery-views\"", "</ul>");
    let whole = between(gallery, "src=\"/media/", "\"");
    assert!(whole.ends_with(".jpg") && !whole.contains('-') && !gallery.contains("srcset"), "{gallery}");
    assert_eq!(rig.shop.get(&format!("/media/{whole}")).await.header("content-type"), "image/jpeg");
    let counted = rig.shop.house.db.read(db::goods::progress).await.unwrap();
    assert_eq!((counted.ready, counted.waiting), (0, 1));

    rig.work().await;
    let counted = rig.shop.house.db.read(db::goods::progress).await.unwrap();
    assert_eq!((counted.ready, counted.waiting, counted.in_trouble), (1, 0, 0));
    let page = rig.shop.get("/en/products/vase").await.text().to_owned();
    let gallery = between(&page, "gallery-views\"", "</ul>");
    for (kind, ending) in [("image/avif", "avif"), ("image/webp", "webp"), ("image/jpeg", "jpg")] {
        for width in [160, 320, 480, 500] {
            let named = format!("-{width}.{ending} {width}w");
            let at = gallery.find(&named).unwrap_or_else(|| panic!("{named} is not in {gallery}"));
            let path = &gallery[at - "/media/".len() - 32..at + named.len() - format!(" {width}w").len()];
            let answer = rig.shop.get(path).await;
            assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, kind), "{path}");
            assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
            assert!(answer.header("content-security-policy").starts_with("sandbox"));
        }
    }
    assert!(!gallery.contains("-640."), "nothing is blown up");
}

#[tokio::test]
async fn a_photos_place_is_kept_free_and_nothing_of_it_needs_a_script_or_a_style_in_the_page() {
    let rig = Rig::new().await;
    std::fs::write(rig.shop.folder.path().join("a.png"), photo(1, 500, 400)).unwrap();
    std::fs::write(rig.shop.folder.path().join("b.png"), photo(2, 300, 400)).unwrap();
    rig.take_in("Handle,Title,Type,Price,Image Src\nvase,Vase,Vases,10,a.png\nvase,,,,b.png\n").await;
    rig.work().await;
    for path in ["/en/products/vase", "/en/c/vases"] {
        let page = rig.shop.get(path).await.text().to_owned();
        let main = between(&page, "<main", "</main>");
        let images: Vec<&str> = main.split("<img").skip(1).map(|image| image.split('>').next().unwrap()).collect();
        for image in &images {
            assert!(image.contains("width=\"") && image.contains("height=\""), "{image}");
            assert!(!image.contains("style=") && !image.contains("onload"), "{image}");
        }
        let blurred: Vec<_> = images.iter().filter(|image| image.contains("class=\"blur\"")).collect();
        assert!(
            !blurred.is_empty()
                && blurred.iter().all(|image| image.contains("src=\"data:image/png;base64,") && image.contains("alt=\"\""))
        );
        let photos: Vec<_> = images.iter().filter(|image| image.contains("srcset")).collect();
        assert!(photos[0].contains("fetchpriority=\"high\"") && photos[0].contains("loading=\"eager\""), "{}", photos[0]);
        assert!(photos[1..].iter().all(|image| image.contains("loading=\"lazy\"")), "{photos:#?}");
        assert_eq!(main.matches("<picture>").count(), photos.len());
        assert_eq!(main.matches("sizes=\"").count(), 3 * photos.len(), "for each type");
        assert!(rig.shop.get(path).await.header("content-security-policy").contains("img-src 'self' data:"));
    }
}

#[tokio::test]
async fn an_order_shows_each_thing_once_however_many_addresses_its_photo_has() {
    let rig = Rig::new().await;
    std::fs::write(rig.shop.folder.path().join("a.png"), photo(1, 64, 64)).unwrap();
    rig.take_in("Title,Price,Product image URL\nVase,10,a.png\n").await;
    // The same content, under an address of its own.
    let again = rig.shop.house.db.write::<_, domain::Never>(|tx| {
        let known = "INSERT INTO pictures (file, source, width, height) SELECT file, 'https://a.example/a.png', 64, 64 FROM pictures WHERE file IS NOT NULL LIMIT 1";
        Ok(tx.run(known, &[])?)
    });
    assert_eq!(again.await.unwrap(), 1);
    rig.work().await;
    let counted = rig.shop.house.db.read(db::goods::progress).await.unwrap();
    assert_eq!((counted.ready, counted.waiting), (2, 0), "what is made of one is made of both");
}

#[tokio::test]
async fn a_photo_that_is_uploaded_at_the_desk_is_on_the_page_in_every_size() {
    let rig = crate::desk::rig().await;
    let ada = crate::desk::ada(&rig).await;
    let list = ada.read("/desk/catalogue?q=carbon").await;
    let at = between(&list, "<th scope=\"row\"><a href=\"", "\"").to_owned();
    let picture = RgbImage::from_fn(400, 300, |x, y| image::Rgb([(x / 2) as u8, (y / 2) as u8, 90]));
    let mut photo = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new(&mut photo);
    encoder.write_image(picture.as_raw(), 400, 300, ExtendedColorType::Rgb8).unwrap();
    let mut body = b"--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\"pan.jpg\"\r\n\r\n".to_vec();
    body.extend(photo);
    body.extend(b"\r\n--cut--\r\n");
    let request = ada.request(&format!("{at}/pictures"), "text/html").method("POST");
    let request = request.header("content-type", "multipart/form-data; boundary=cut");
    let answer = ada.keep(request.body(Body::from(body)).unwrap()).await;
    assert_eq!(answer.status.as_u16(), 303, "{}", answer.text());
    assert!(rig.shopper().read("/en/products/carbon-pan").await.contains("src=\"/media/"), "it is there at once, whole");
    rig.work().await;
    let page = rig.shopper().read("/en/products/carbon-pan?anew=1").await;
    let gallery = between(&page, "gallery-views\"", "</ul>");
    for named in ["-160.avif 160w", "-320.webp 320w", "-400.jpg 400w"] {
        assert!(gallery.contains(named), "{named} is not in {gallery}");
    }
}

#[tokio::test]
async fn no_other_address_is_a_photo() {
    let rig = Rig::new().await;
    let hash = "0123456789abcdef0123456789abcdef";
    for name in [
        format!("{hash}-.jpg"),
        format!("{hash}-12345.jpg"),
        format!("{hash}-1x.jpg"),
        format!("{hash}-1-2.jpg"),
        format!("-{hash}.jpg"),
    ] {
        let answer = rig.shop.ask(Request::get(format!("/media/{name}")).body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status.as_u16(), 404, "{name}");
    }
}

fn import(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cartwright"));
    command.env_clear().current_dir(folder).env("CARTWRIGHT_DATA", "data").env("CARTWRIGHT_SITE", "site");
    command.env("CARTWRIGHT_DEMO", "off").args(["import", "goods.csv"]).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Reads what a program prints until a line has this in it.
fn until(child: &mut Child, words: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for line in BufReader::new(child.stdout.as_mut().unwrap()).lines() {
        lines.push(line.unwrap());
        if lines.last().unwrap().contains(words) {
            return lines;
        }
    }
    panic!("`{words}` never came: {lines:#?}");
}

/// Files under names shoppers may ask for that cannot be read.
fn half_written(media: &Path) -> Vec<String> {
    let names = std::fs::read_dir(media).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let read = |name: &String| match name.rsplit_once('.').unwrap().1 {
        "avif" => std::fs::read(media.join(name)).unwrap().windows(4).any(|name| name == b"mdat"),
        _ => image::open(media.join(name)).is_ok(),
    };
    names.filter(|name| name.contains('.') && !name.starts_with('.') && !read(name)).collect()
}

#[test]
fn an_import_of_photos_goes_on_where_it_was_killed() {
    const PHOTOS: u8 = 8;
    let folder = tempfile::tempdir().unwrap();
    build_site(&folder.path().join("site"));
    std::fs::write(folder.path().join("goods.csv"), catalogue(folder.path(), PHOTOS)).unwrap();
    let mut child = import(folder.path()).spawn().unwrap();
    let told = until(&mut child, "photos: 2 of 8");
    assert!(told[0].starts_with("imported 8 products"), "{told:#?}");
    child.kill().unwrap();
    child.wait().unwrap();
    let media = folder.path().join("data/media");
    assert_eq!(half_written(&media), Vec::<String>::new());
    let made = |ending: &str| {
        let files = std::fs::read_dir(&media).unwrap();
        files.filter(|file| file.as_ref().unwrap().path().extension().is_some_and(|known| known == ending)).count()
    };
    assert!(made("avif") < 2 * usize::from(PHOTOS), "it was killed on the way");

    // The shop goes on with what is left, and says how far it is.
    let mut shop = Command::new(env!("CARGO_BIN_EXE_cartwright"));
    shop.env_clear().current_dir(folder.path()).env("CARTWRIGHT_DATA", "data").env("CARTWRIGHT_SITE", "site");
    shop.env("CARTWRIGHT_DEMO", "off").env("CARTWRIGHT_ADDR", "127.0.0.1:0").env("CARTWRIGHT_LOG", "info");
    let mut shop = shop.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let began = Instant::now();
    let log = BufReader::new(shop.stderr.take().unwrap()).lines().map_while(Result::ok);
    let last = log.take_while(|_| began.elapsed() < Duration::from_secs(120)).find(|line| line.contains("8 of 8 in every size"));
    shop.kill().unwrap();
    shop.wait().unwrap();
    assert!(last.is_some(), "the shop did not finish");
    assert_eq!(made("avif"), 2 * usize::from(PHOTOS), "in 160 and 170 pixels");
    assert_eq!(half_written(&media), Vec::<String>::new());

    let again = import(folder.path()).output().unwrap();
    let text = String::from_utf8_lossy(&again.stdout).into_owned();
    assert!(again.status.success() && text.contains("mug-0: same"), "{text}");
    assert_eq!(made("avif"), 2 * usize::from(PHOTOS), "nothing is made twice");
}
