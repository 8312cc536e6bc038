//! What stands in a picture's place while it loads.
//!
//! A ThumbHash keeps the slowest waves of a picture's light and colour, so that its eight pixels, stretched, look soft and
//! not like eight pixels. It is kept as the PNG drawn from it: a page then has nothing to work out, nor a script to run.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, RgbaImage};

use super::{NotAPicture, sizes};

/// Pixels on the longer side.
const SIDE: u32 = 8;
/// What a ThumbHash is made of at most.
const LOOKED_AT: u32 = 100;

/// A PNG as base64; nothing for a picture something shows through, behind which it would be seen for ever.
pub fn of(picture: &RgbaImage) -> Result<String, NotAPicture> {
    if !sizes::is_solid(picture) {
        return Ok(String::new());
    }
    let small = within(picture, LOOKED_AT)?;
    let hash = thumbhash::rgba_to_thumb_hash(small.width() as usize, small.height() as usize, small.as_raw());
    let drawn = thumbhash::thumb_hash_to_rgba(&hash).ok();
    let drawn = drawn.and_then(|(width, height, pixels)| RgbaImage::from_raw(width as u32, height as u32, pixels));
    let Some(drawn) = drawn else { return Ok(String::new()) };
    // The hash knows the shape only roughly; the picture knows it.
    let (width, height) = shape(picture.dimensions(), SIDE);
    let pixels: Vec<u8> =
        sizes::resized(&drawn, width, height)?.pixels().flat_map(|pixel| [pixel.0[0], pixel.0[1], pixel.0[2]]).collect();
    let mut png = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::Adaptive);
    let written = encoder.write_image(&pixels, width, height, ExtendedColorType::Rgb8);
    written.map_err(|error| NotAPicture::Broken(error.to_string()))?;
    Ok(BASE64_STANDARD.encode(png))
}

fn within(picture: &RgbaImage, side: u32) -> Result<RgbaImage, NotAPicture> {
    let (width, height) = shape(picture.dimensions(), side);
    sizes::resized(picture, width, height)
}

/// A size of this shape with so many pixels on the longer side at most.
fn shape((width, height): (u32, u32), side: u32) -> (u32, u32) {
    let longer = width.max(height).max(1);
    let side = side.min(longer);
    let scaled = |length: u32| ((length * side + longer / 2) / longer).max(1);
    (scaled(width), scaled(height))
}
