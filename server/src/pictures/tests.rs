//! Pictures are kept as the darkroom makes them, and in no other way.

use std::path::PathBuf;

use image::{ExtendedColorType, ImageEncoder, RgbaImage};

use super::*;

/// The darkroom of the program that was built beside these tests.
pub fn darkroom() -> Darkroom {
    let folder: PathBuf = std::env::current_exe().unwrap().parent().unwrap().parent().unwrap().to_owned();
    let program = folder.join("cartwright");
    assert!(program.is_file(), "{} is not built: `cargo build -p server`", program.display());
    Darkroom::of(program)
}

/// A picture every part of which tells where it is: red to the right, green downwards, blue in the first quarter.
pub fn scene(width: u32, height: u32) -> RgbaImage {
    let share = |at: u32, of: u32| u8::try_from(at * 255 / of.max(1)).unwrap();
    RgbaImage::from_fn(width, height, |x, y| {
        let blue = if x < width / 2 && y < height / 2 { 255 } else { 0 };
        image::Rgba([share(x, width), share(y, height), blue, 255])
    })
}

pub fn as_png(picture: &RgbaImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = image::codecs::png::PngEncoder::new(&mut bytes);
    encoder.write_image(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::Rgba8).unwrap();
    bytes
}

pub fn as_jpeg(picture: &RgbaImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, 95);
    let (width, height) = (u16::try_from(picture.width()).unwrap(), u16::try_from(picture.height()).unwrap());
    encoder.encode(picture.as_raw(), width, height, jpeg_encoder::ColorType::Rgba).unwrap();
    bytes
}

fn media() -> (tempfile::TempDir, Media) {
    let data = tempfile::tempdir().unwrap();
    let media = Media::open(data.path(), &darkroom()).unwrap();
    (data, media)
}

fn files(media: &Media) -> Vec<String> {
    let all = fs::read_dir(media.folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = all.filter(|name| name != NOTES).collect();
    names.sort();
    names
}

#[test]
fn a_picture_is_kept_once_under_the_content_the_darkroom_made_of_it() {
    let (_data, media) = media();
    let bytes = as_png(&scene(40, 30));
    let stored = media.store(&bytes).unwrap();
    assert_eq!((stored.width, stored.height), (40, 30));
    assert!(stored.file.len() == 36 && stored.file.ends_with(".jpg"), "{}", stored.file);
    assert_eq!(media.store(&bytes).unwrap(), stored);
    assert_eq!(files(&media), std::slice::from_ref(&stored.file));
    let kept = fs::read(media.folder().join(&stored.file)).unwrap();
    assert_eq!(stored.file, name(&kept, "jpg"));
    assert_eq!(media.examine(&bytes).unwrap(), stored, "trying tells what would be");
    assert_eq!(media.store(&kept).unwrap().file, stored.file, "what comes back from an export does not wear");
    assert_eq!(files(&media), std::slice::from_ref(&stored.file));
}

#[test]
fn what_is_no_picture_is_not_kept() {
    let (_data, media) = media();
    for (bytes, why) in [
        (&b""[..], NotAPicture::OtherKind),
        (b"<html>", NotAPicture::OtherKind),
        (b"PK\x03\x04 a zip", NotAPicture::OtherKind),
        (b"\0\0\0\x1cftypavif\0\0\0\0", NotAPicture::Avif),
    ] {
        let refused = media.store(bytes);
        assert!(matches!(&refused, Err(NotKept::NotAPicture(said)) if *said == why), "{refused:?}");
    }
    for drawing in [
        &b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"[..],
        b"<?xml version='1.0'?>\n<!-- x --><SVG><script>alert(1)</script></SVG>",
    ] {
        let refused = media.store(drawing);
        assert!(matches!(&refused, Err(NotKept::NotOnlyDrawn(_))), "{refused:?}");
    }
    assert!(matches!(media.store(&vec![0; MOST_BYTES + 1]), Err(NotKept::TooLarge(_))));
    assert_eq!(files(&media), Vec::<String>::new());
}

#[test]
fn a_folder_that_takes_nothing_is_told_of() {
    let (_data, media) = media();
    fs::remove_dir_all(media.folder()).unwrap();
    assert!(matches!(media.store(&as_png(&scene(4, 4))), Err(NotKept::Disk { .. })));
}

#[test]
fn what_was_opened_lately_is_not_opened_again() {
    let (data, media) = media();
    let bytes = as_png(&scene(40, 30));
    let stored = media.store(&bytes).unwrap();
    let closed = Media::open(data.path(), &Darkroom::of(PathBuf::from("/nowhere/cartwright"))).unwrap();
    assert_eq!(closed.store(&bytes).unwrap(), stored);
    fs::remove_file(media.folder().join(&stored.file)).unwrap();
    assert!(closed.store(&bytes).is_err(), "what is gone has to be made again");
}

#[test]
fn a_program_that_is_not_there_is_told_of() {
    let nowhere = Darkroom::of(PathBuf::from("/nowhere/cartwright"));
    assert!(matches!(nowhere.develop(&as_png(&scene(4, 4))), Err(NotKept::Darkroom(_))));
    // One that says nothing at all has broken off.
    let silent = Darkroom::of(PathBuf::from("/bin/true"));
    assert!(matches!(silent.develop(&as_png(&scene(4, 4))), Err(NotKept::NotAPicture(NotAPicture::TooMuch))));
}

#[test]
fn every_width_is_made_in_every_type_and_named_after_them_all() {
    let (_data, media) = media();
    let stored = media.store(&as_png(&scene(350, 200))).unwrap();
    let whole = Whole { file: stored.file.clone(), width: stored.width };
    let hash = media.reduce(&whole).unwrap();
    for (width, height) in [(160, 91), (320, 183), (350, 200)] {
        for &kind in Rendition::ALL {
            let file = Picture::rendition(&hash, width, kind);
            let bytes = fs::read(media.folder().join(&file)).unwrap();
            let (looks, right) = match kind {
                Rendition::Avif => (kind::Kind::Avif, size_of_avif(&bytes)),
                Rendition::Webp => (kind::Kind::Webp, size_of(&bytes)),
                Rendition::Jpeg => (kind::Kind::Jpeg, size_of(&bytes)),
            };
            assert_eq!((kind::Kind::of(&bytes), right), (Some(looks), (width, height)), "{file}");
        }
    }
    assert_eq!(files(&media).len(), 1 + 9, "no part is left over");
    assert_eq!(media.reduce(&whole).unwrap(), hash, "doing it twice is doing it once");
    assert_eq!(files(&media).len(), 1 + 9);
}

#[test]
fn where_something_shows_through_it_still_does() {
    let mut ring = scene(60, 60);
    ring.put_pixel(30, 30, image::Rgba([0, 0, 0, 0]));
    ring.pixels_mut().take(600).for_each(|pixel| pixel.0[3] = 0);
    let (_data, media) = media();
    let stored = media.store(&as_png(&ring)).unwrap();
    assert!(stored.file.ends_with(".png"));
    assert_eq!(stored.blur, "", "nothing may stand behind it for ever");
    let hash = media.reduce(&Whole { file: stored.file, width: 60 }).unwrap();
    let read = |kind| {
        let file = Picture::rendition(&hash, 60, kind);
        image::load_from_memory(&fs::read(media.folder().join(file)).unwrap()).unwrap().into_rgba8()
    };
    assert_eq!(read(Rendition::Webp).get_pixel(10, 3).0[3], 0);
    let white = read(Rendition::Jpeg).get_pixel(10, 3).0;
    assert!(white.iter().all(|&part| part > 240), "shops photograph on white: {white:?}");
}

fn size_of(bytes: &[u8]) -> (u32, u32) {
    let picture = image::load_from_memory(bytes).unwrap();
    (picture.width(), picture.height())
}

/// Of the box `ispe`: four bytes of version, then width and height.
fn size_of_avif(bytes: &[u8]) -> (u32, u32) {
    let at = bytes.windows(4).position(|name| name == b"ispe").unwrap() + 8;
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (number(at), number(at + 4))
}
