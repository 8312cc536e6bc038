//! Pictures nobody means well with, and those of cameras held in every way.

use std::io::Write as _;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::RgbaImage;

use super::*;
use crate::pictures::tests::{as_jpeg, as_png, darkroom, scene};

fn refused(bytes: &[u8]) -> NotAPicture {
    match darkroom().develop(bytes) {
        Err(NotKept::NotAPicture(why)) => why,
        other => panic!("{other:?}"),
    }
}

fn opened(bytes: &[u8]) -> RgbaImage {
    image::load_from_memory(&darkroom().develop(bytes).unwrap().bytes).unwrap().into_rgba8()
}

/// A chunk of a PNG.
fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(name);
    sum.update(content);
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&length[..], name, content, &sum.sum().to_be_bytes()].concat()
}

/// A PNG that says it is this large and has almost nothing in it.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let mut zeros = ZlibEncoder::new(Vec::new(), Compression::best());
    zeros.write_all(&[0; 1 << 20]).unwrap();
    let zeros = zeros.finish().unwrap();
    [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &head), &chunk(b"IDAT", &zeros), &chunk(b"IEND", &[])].concat()
}

/// A JPEG with a part of Exif behind its beginning: how the camera was held, who held it and where.
fn taken(picture: &RgbaImage, orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    // Camera owner (0xA430), twenty letters behind the directory.
    exif.extend([0xa4, 0x30, 0, 2, 0, 0, 0, 20, 0, 0, 0, 38, 0, 0, 0, 0]);
    exif.extend(b"GPS 56.95N 24.11E Ada");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let jpeg = as_jpeg(picture);
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|part| part == text)
}

#[test]
fn a_picture_that_would_fill_the_memory_is_refused_before_it_does() {
    for (width, height) in [(50_000, 50_000), (40_000, 1_000), (8_000, 5_001), (20_000, 1)] {
        assert_eq!(refused(&bomb(width, height)), NotAPicture::OddSize { width, height });
    }
    assert!(matches!(refused(&bomb(0, 5)), NotAPicture::OddSize { .. } | NotAPicture::Broken(_)));
    assert!(matches!(refused(&bomb(6_000, 6_000)), NotAPicture::Broken(_)), "it has a hundredth of what it says");
}

#[test]
fn a_profile_that_unfolds_for_ever_does_no_harm() {
    let mut zeros = ZlibEncoder::new(Vec::new(), Compression::best());
    for _ in 0..200 {
        zeros.write_all(&[0; 1 << 20]).unwrap();
    }
    let profile = [&b"bomb\0\0"[..], &zeros.finish().unwrap()].concat();
    let png = as_png(&scene(8, 8));
    let end_of_head = 8 + 25;
    let bytes = [&png[..end_of_head], &chunk(b"iCCP", &profile), &png[end_of_head..]].concat();
    match darkroom().develop(&bytes) {
        Ok(developed) => assert_eq!((developed.width, developed.height), (8, 8)),
        Err(NotKept::NotAPicture(_)) => {}
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_picture_with_its_end_missing_is_refused() {
    let jpeg = as_jpeg(&scene(200, 150));
    let png = as_png(&scene(200, 150));
    for bytes in [&jpeg[..jpeg.len() / 2], &jpeg[..jpeg.len() - 2], &png[..png.len() / 2], b"\xff\xd8\xff", b"GIF89a\x01\0\x01\0"]
    {
        assert!(matches!(refused(bytes), NotAPicture::Broken(_)), "{} bytes", bytes.len());
    }
    let webp = webp::Encoder::from_rgba(scene(64, 64).as_raw(), 64, 64).encode(50.0).to_vec();
    assert_eq!(opened(&webp).dimensions(), (64, 64));
    assert!(matches!(refused(&webp[..webp.len() / 2]), NotAPicture::Broken(_)));
}

#[test]
fn a_picture_that_is_a_page_too_is_only_a_picture_afterwards() {
    let page = b"<html><script>alert(1)</script></html>PK\x03\x04";
    let behind = [as_jpeg(&scene(20, 20)), page.to_vec()].concat();
    let png = as_png(&scene(20, 20));
    let within = [&png[..33], &chunk(b"tEXt", &[&b"Comment\0"[..], page].concat()), &png[33..]].concat();
    for bytes in [behind, within] {
        assert!(holds(&bytes, b"alert"));
        let developed = darkroom().develop(&bytes).unwrap();
        assert!(!holds(&developed.bytes, b"alert") && !holds(&developed.bytes, b"PK\x03\x04"));
    }
}

#[test]
fn nothing_is_told_of_who_took_it_and_where() {
    let bytes = taken(&scene(40, 30), 1);
    assert!(holds(&bytes, b"Exif") && holds(&bytes, b"GPS"));
    let developed = darkroom().develop(&bytes).unwrap();
    let mut made: Vec<Vec<u8>> = darkroom().reduce(&developed.bytes).unwrap().into_iter().map(|one| one.bytes).collect();
    made.push(developed.bytes);
    for bytes in made {
        for told in [&b"Exif"[..], b"GPS", b"ICC_PROFILE", b"http://ns.adobe.com/xap", b"8BIM"] {
            assert!(!holds(&bytes, told), "{}", String::from_utf8_lossy(told));
        }
    }
}

#[test]
fn a_camera_held_in_any_way_gives_an_upright_picture() {
    let upright = scene(48, 32);
    for orientation in 1..=8_u8 {
        // As the camera saw it: the other way round of what has to be done to it.
        let seen = match orientation {
            2 => image::imageops::flip_horizontal(&upright),
            3 => image::imageops::rotate180(&upright),
            4 => image::imageops::flip_vertical(&upright),
            5 => image::imageops::flip_horizontal(&image::imageops::rotate90(&upright)),
            6 => image::imageops::rotate270(&upright),
            7 => image::imageops::flip_horizontal(&image::imageops::rotate270(&upright)),
            8 => image::imageops::rotate90(&upright),
            _ => upright.clone(),
        };
        let shown = opened(&taken(&seen, orientation));
        assert_eq!(shown.dimensions(), (48, 32), "{orientation}");
        for (x, y) in [(4, 4), (44, 4), (4, 28), (44, 28)] {
            let (got, wanted) = (shown.get_pixel(x, y).0, upright.get_pixel(x, y).0);
            assert!(got.iter().zip(wanted).all(|(got, wanted)| got.abs_diff(wanted) < 40), "{orientation} at {x}, {y}: {got:?}");
        }
    }
}

#[test]
fn colours_of_another_profile_become_those_every_screen_knows() {
    let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let green = RgbaImage::from_pixel(16, 16, image::Rgba([60, 200, 60, 255]));
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 95);
    encoder.add_icc_profile(&profile).unwrap();
    encoder.encode(green.as_raw(), 16, 16, jpeg_encoder::ColorType::Rgba).unwrap();
    let [red, shown, ..] = opened(&bytes).get_pixel(8, 8).0;
    // A green of P3 is a stronger one in sRGB: with less red in it.
    assert!(red < 40 && shown >= 200, "{red} {shown}");
}

#[test]
fn of_a_moving_picture_the_first_frame_is_taken() {
    let mut bytes = Vec::new();
    {
        let mut encoder = image::codecs::gif::GifEncoder::new(&mut bytes);
        for colour in [[200, 0, 0, 255], [0, 200, 0, 255]] {
            encoder.encode_frame(image::Frame::new(RgbaImage::from_pixel(12, 9, image::Rgba(colour)))).unwrap();
        }
    }
    let shown = opened(&bytes);
    assert_eq!(shown.dimensions(), (12, 9));
    assert!(shown.get_pixel(5, 5).0[0] > 150, "the red one");
}

#[test]
fn what_stands_in_for_a_picture_is_a_few_pixels_of_its_colours() {
    let blur = darkroom().develop(&as_png(&scene(400, 300))).unwrap().blur;
    assert!(blur.len() < 400, "{} letters", blur.len());
    let picture = image::load_from_memory(&BASE64_STANDARD.decode(blur).unwrap()).unwrap().into_rgba8();
    assert_eq!(picture.dimensions(), (8, 6));
    let (left, right) = (picture.get_pixel(0, 0).0, picture.get_pixel(7, 0).0);
    assert!(right[0] > left[0] && left[2] > right[2], "{left:?} {right:?}");
}

#[test]
fn the_darkroom_has_no_way_out() {
    // What it may have is seen from outside while it waits for a picture that does not come.
    let Darkroom { program } = darkroom();
    let mut command = Command::new(program);
    let mut child = command.args(["darkroom", "develop"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let limits = || std::fs::read_to_string(format!("/proc/{}/limits", child.id())).unwrap_or_default();
    let most = |name: &str| {
        let text = limits();
        let line = text.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
        line[name.len().min(line.len())..].split_whitespace().next().unwrap_or_default().to_owned()
    };
    let began = std::time::Instant::now();
    while most("Max open files") != "0" && began.elapsed() < Duration::from_secs(10) {
        std::thread::sleep(Duration::from_millis(5));
    }
    let seen = ["Max open files", "Max file size", "Max core file size", "Max cpu time", "Max address space"].map(most);
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(seen, ["0", "0", "0", "20", "1073741824"]);
}
