//! Photos that lie beside a catalogue.

use super::*;
use crate::pictures::tests::{as_jpeg, as_png, scene};

#[test]
fn photos_that_cannot_be_shown_are_named_and_keep_nothing_else_out() {
    let desk = Desk::new();
    let photo = as_jpeg(&scene(64, 48));
    for (name, bytes) in [
        ("good.jpg", photo.clone()),
        ("cut.jpg", photo[..photo.len() / 2].to_vec()),
        ("renamed.png", photo.clone()),
        ("bag.jpg", b"PK\x03\x04 and so on".to_vec()),
        ("drawn.svg", b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 6'><script>alert(1)</script></svg>".to_vec()),
        ("clear.PNG", as_png(&scene(30, 40))),
    ] {
        std::fs::write(desk.folder.path().join(name), bytes).unwrap();
    }
    let mut file = "Handle,Title,Price,Image Src\n".to_owned();
    for name in ["good.jpg", "cut.jpg", "renamed.png", "bag.jpg", "drawn.svg", "clear.PNG", "good.jpg"] {
        file.push_str(&format!(
            "mug,{},{},{name}\n",
            if name == "good.jpg" { "Mug" } else { "" },
            if file.len() < 40 { "10" } else { "" }
        ));
    }
    let (exit, printed) = desk.import(file.as_bytes(), false);
    assert_eq!((exit, printed[0].as_str()), (ALL, "imported 1 product"), "{printed:#?}");
    for reason in [
        "row 3, Image Src: `cut.jpg`: it is a broken picture: its end is missing",
        "row 4, Image Src: `renamed.png`: it ends in .png and is a jpg picture; name it .jpg if that is right",
        "row 5, Image Src: `bag.jpg`: it is not a JPEG, PNG, WebP or GIF picture",
        "row 6, Image Src: `drawn.svg`: it is a drawing that is not taken: it has `<script>` in it",
    ] {
        assert!(printed.iter().any(|line| line.trim() == reason), "{reason} is not in {printed:#?}");
    }
    let sizes: Vec<(u32, u32)> = desk.product("mug").pictures.iter().map(|picture| (picture.width, picture.height)).collect();
    assert_eq!(sizes, [(64, 48), (30, 40)]);
}
