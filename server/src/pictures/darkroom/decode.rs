//! A picture's pixels, as they are to be seen: turned the way its camera was held, in the colours every screen knows.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::NotAPicture;
use crate::pictures::kind::Kind;
use crate::pictures::{MOST_PIXELS, MOST_SIDE};

/// Reads a picture; of a moving one its first frame.
pub fn decode(bytes: &[u8]) -> Result<RgbaImage, NotAPicture> {
    let broken = |error: image::ImageError| NotAPicture::Broken(error.to_string());
    let format = match Kind::of(bytes).ok_or(NotAPicture::OtherKind)? {
        Kind::Jpeg => ImageFormat::Jpeg,
        Kind::Png => ImageFormat::Png,
        Kind::Webp => ImageFormat::WebP,
        Kind::Gif => ImageFormat::Gif,
        Kind::Avif => return Err(NotAPicture::Avif),
    };
    if format == ImageFormat::Jpeg && !is_whole(bytes) {
        return Err(NotAPicture::Broken("its end is missing".to_owned()));
    }
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder().map_err(broken)?;
    fits(decoder.dimensions())?;
    // A camera that did not say how it was held was held upright.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    picture.apply_orientation(orientation);
    let mut picture = picture.into_rgba8();
    if let Some(profile) = profile {
        to_srgb(&mut picture, &profile);
    }
    Ok(picture)
}

/// Asked before a single pixel is made room for.
fn fits((width, height): (u32, u32)) -> Result<(), NotAPicture> {
    let pixels = u64::from(width) * u64::from(height);
    if (1..=MOST_PIXELS).contains(&pixels) && width <= MOST_SIDE && height <= MOST_SIDE {
        Ok(())
    } else {
        Err(NotAPicture::OddSize { width, height })
    }
}

/// Whether an end (FF D9) follows the last part (FF DA). The decoder paints what is missing of a JPEG grey, and these two
/// bytes never stand within a part.
fn is_whole(bytes: &[u8]) -> bool {
    let last = |mark: [u8; 2]| bytes.windows(2).rposition(|two| two == mark);
    last([0xff, 0xd9]) > last([0xff, 0xda])
}

/// Into sRGB, which is what a picture without a profile is taken for. One whose profile makes no sense, or is not for
/// red, green and blue, stays as it is: its colours are a little off, and it is still the picture.
fn to_srgb(picture: &mut RgbaImage, profile: &[u8]) {
    let Ok(from) = ColorProfile::new_from_slice(profile) else { return };
    if from.color_space != DataColorSpace::Rgb {
        return;
    }
    let to = ColorProfile::new_srgb();
    let Ok(transform) = from.create_transform_8bit(Layout::Rgba, &to, Layout::Rgba, TransformOptions::default()) else { return };
    let mut pixels = vec![0; picture.as_raw().len()];
    if transform.transform(picture.as_raw(), &mut pixels).is_ok() {
        picture.copy_from_slice(&pixels);
    }
}
