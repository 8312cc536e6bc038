//! Who saves data: smaller pictures, no font before the rest, and nobody else's page.

use axum::body::Body;
use axum::http::Request;

use crate::rig::Rig;

async fn page(rig: &Rig, path: &str, saves: Option<&str>) -> (String, String) {
    let request = Request::get(path).header("accept", "text/html");
    let request =
        saves.map_or_else(|| Request::get(path).header("accept", "text/html"), |says| request.header("save-data", says));
    let answer = rig.shop.ask(request.body(Body::empty()).unwrap()).await;
    (answer.text().to_owned(), answer.header("vary").to_owned())
}

/// A photo of so many pixels, as PNG.
fn photo(width: u32, height: u32) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(width, height, |x, y| image::Rgb([x.to_le_bytes()[0], y.to_le_bytes()[0], 90]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn who_saves_data_gets_smaller_pictures_and_nobody_gets_the_page_of_another() {
    let rig = Rig::new().await;
    std::fs::write(rig.shop.folder.path().join("vase.png"), photo(700, 500)).unwrap();
    rig.take_in("Handle,Title,Type,Price,Image Src\nvase,Vase,Vases,10,vase.png\n").await;
    rig.work().await;
    for path in ["/en/products/vase", "/en/c/vases"] {
        // In turns, so that each finds the other's page kept.
        for _ in 0..2 {
            let (whole, follows) = page(&rig, path, None).await;
            assert!(whole.contains(" 640w") && whole.contains(" 700w") && whole.contains("rel=\"preload\""), "{path}");
            assert!(!whole.contains("data-thrifty"), "{path}");
            assert!(follows.split(", ").any(|name| name == "Save-Data"), "{follows}");
            let (thrifty, follows) = page(&rig, path, Some("on")).await;
            assert!(thrifty.contains(" 480w") && !thrifty.contains(" 640w") && !thrifty.contains(" 700w"), "{path}");
            assert!(!thrifty.contains("-640.") && !thrifty.contains("rel=\"preload\""), "{path}");
            assert!(thrifty.contains("data-thrifty") && thrifty.len() < whole.len(), "{path}");
            assert!(follows.split(", ").any(|name| name == "Save-Data"), "{follows}");
        }
        assert_eq!(page(&rig, path, Some("off")).await.0, page(&rig, path, None).await.0, "{path}");
    }
}
