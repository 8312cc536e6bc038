//! A picture's files: the whole one, and each width in each type.
//!
//! Measured on half a core, a photo of 12 megapixels: reading it 0.2 s, writing it whole 0.2 s, its seven sizes 0.6 s, as
//! JPEG 0.05 s, as WebP 0.4 s, as AVIF 9.7 s. At 1600 pixels it has 195 KB as JPEG, 60 KB as WebP and 40 KB as AVIF. rav1e's
//! speed 10 takes 5.8 s and makes 78 KB, more than WebP; 8 takes 19 s for 38 KB; 9 it is.

use domain::catalogue::{Picture, Rendition};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, Resizer};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, RgbaImage};
use jpeg_encoder::{ColorType, SamplingFactor};
use ravif::{BitDepth, Img, RGBA8};

use super::{Developed, Ending, NotAPicture, Reduced, blur};

/// Quality of the whole picture, of which the others are made.
const WHOLE: u8 = 92;
const JPEG: u8 = 78;
const WEBP: f32 = 76.0;
const AVIF: f32 = 62.0;
const AVIF_SPEED: u8 = 9;
/// Pixels of a picture's longer side at most, where a scratch in it is to be seen; and at a glance.
const CLOSELY: u32 = 2048;
const GLANCE: u32 = 320;
const SNAP: u8 = 84;

/// The whole picture: a JPEG, or a PNG where something shows through.
pub fn whole(picture: &RgbaImage) -> Result<Developed, NotAPicture> {
    let (width, height) = picture.dimensions();
    let (ending, bytes) = if is_solid(picture) {
        let (sampling, progressive) = (SamplingFactor::F_1_1, false);
        (Ending::Jpeg, jpeg(picture, WHOLE, sampling, progressive)?)
    } else {
        (Ending::Png, png(picture)?)
    };
    Ok(Developed { ending, width, height, blur: blur::of(picture)?, bytes })
}

/// Every width in every type.
pub fn all(picture: &RgbaImage) -> Result<Vec<Reduced>, NotAPicture> {
    let mut all = Vec::new();
    for width in Picture::widths(picture.width()) {
        let height = Picture::height_of(picture.dimensions(), width);
        let small = resized(picture, width, height)?;
        for &kind in Rendition::ALL {
            let bytes = match kind {
                Rendition::Avif => avif(&small)?,
                Rendition::Webp => webp(&small)?,
                Rendition::Jpeg => jpeg(&on_white(&small), JPEG, SamplingFactor::F_2_2, true)?,
            };
            all.push(Reduced { width, kind, bytes });
        }
    }
    Ok(all)
}

/// A picture to look at closely, and to see at a glance.
pub struct Snap {
    /// Width of the first in pixels.
    pub width: u32,
    /// Height of the first in pixels.
    pub height: u32,
    /// Their files.
    pub files: [Vec<u8>; 2],
}

/// Both, on white, neither larger than it was.
pub fn snap(picture: &RgbaImage) -> Result<Snap, NotAPicture> {
    let large = on_white(&within(picture, CLOSELY)?);
    let small = within(&large, GLANCE)?;
    let file = |picture| jpeg(picture, SNAP, SamplingFactor::F_2_2, true);
    let (width, height) = large.dimensions();
    Ok(Snap { width, height, files: [file(&large)?, file(&small)?] })
}

/// No larger than this on its longer side.
fn within(picture: &RgbaImage, most: u32) -> Result<RgbaImage, NotAPicture> {
    let (width, height) = picture.dimensions();
    let longer = width.max(height);
    if longer <= most {
        return Ok(picture.clone());
    }
    let side = |length: u32| u32::try_from(u64::from(length) * u64::from(most) / u64::from(longer)).unwrap_or(most).max(1);
    resized(picture, side(width), side(height))
}

/// Whether nothing shows through.
pub fn is_solid(picture: &RgbaImage) -> bool {
    picture.pixels().all(|pixel| pixel.0[3] == u8::MAX)
}

/// In another size.
pub fn resized(picture: &RgbaImage, width: u32, height: u32) -> Result<RgbaImage, NotAPicture> {
    if picture.dimensions() == (width, height) {
        return Ok(picture.clone());
    }
    let from = ImageRef::new(picture.width(), picture.height(), picture.as_raw(), PixelType::U8x4).map_err(unmade)?;
    let mut to = Image::new(width, height, PixelType::U8x4);
    Resizer::new().resize(&from, &mut to, None).map_err(unmade)?;
    RgbaImage::from_raw(width, height, to.into_vec()).ok_or_else(|| unmade("too few pixels"))
}

/// JPEG knows no transparency; shops photograph on white.
fn on_white(picture: &RgbaImage) -> RgbaImage {
    let mut solid = picture.clone();
    for pixel in solid.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let mixed = |colour: u8| {
            let (colour, alpha) = (u32::from(colour), u32::from(alpha));
            u8::try_from((colour * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
        };
        pixel.0 = [mixed(red), mixed(green), mixed(blue), u8::MAX];
    }
    solid
}

fn jpeg(picture: &RgbaImage, quality: u8, sampling: SamplingFactor, progressive: bool) -> Result<Vec<u8>, NotAPicture> {
    let side = |length: u32| u16::try_from(length).map_err(unmade);
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(sampling);
    encoder.set_progressive(progressive);
    encoder.set_optimized_huffman_tables(progressive);
    let (width, height) = (side(picture.width())?, side(picture.height())?);
    encoder.encode(picture.as_raw(), width, height, ColorType::Rgba).map_err(unmade)?;
    Ok(bytes)
}

/// Without loss.
pub fn png(picture: &RgbaImage) -> Result<Vec<u8>, NotAPicture> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    encoder.write_image(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::Rgba8).map_err(unmade)?;
    Ok(bytes)
}

fn webp(picture: &RgbaImage) -> Result<Vec<u8>, NotAPicture> {
    let encoder = webp::Encoder::from_rgba(picture.as_raw(), picture.width(), picture.height());
    let made = encoder.encode_simple(false, WEBP).map_err(|error| unmade(format!("{error:?}")))?;
    Ok(made.to_vec())
}

fn avif(picture: &RgbaImage) -> Result<Vec<u8>, NotAPicture> {
    let pixels: Vec<RGBA8> = picture.pixels().map(|pixel| RGBA8::from(pixel.0)).collect();
    let side = |length: u32| usize::try_from(length).map_err(unmade);
    let picture = Img::new(pixels.as_slice(), side(picture.width())?, side(picture.height())?);
    let encoder = ravif::Encoder::new().with_quality(AVIF).with_speed(AVIF_SPEED).with_bit_depth(BitDepth::Eight);
    Ok(encoder.with_num_threads(Some(1)).encode_rgba(picture).map_err(unmade)?.avif_file)
}

/// What has been read can be written; where it cannot, the picture is an odd one.
fn unmade(error: impl std::fmt::Display) -> NotAPicture {
    NotAPicture::Broken(error.to_string())
}
