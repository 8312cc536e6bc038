//! Pictures as they are shown: the whole one, and the smaller ones made of it.

use serde::{Deserialize, Serialize};

use crate::codes;

/// Widths smaller pictures are made in, in pixels: from a thumbnail to a large screen's share of a page.
pub const WIDTHS: [u32; 7] = [160, 320, 480, 640, 960, 1280, 1600];

codes! {
    /// The types a smaller picture is made in, the lightest first; its code is how its file ends.
    Rendition {
        /// AVIF.
        Avif = "avif",
        /// WebP.
        Webp = "webp",
        /// JPEG, which every browser knows.
        Jpeg = "jpg",
    }
}

/// A picture as it is shown. Files are known by their content, so an address never shows anything else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The whole picture under `/media/`: the content's hash and the type's ending.
    pub file: String,
    /// What a person who cannot see it is told.
    pub alt: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The hash its renditions are named after; nothing for a drawing, or while they are still being made.
    pub renditions: Option<String>,
    /// What stands in its place while it loads: a PNG of a few pixels, as base64; empty where nothing should.
    pub blur: String,
}

impl Picture {
    /// The widths there are of a picture that is so wide. None is wider than the picture, so that nothing is made up;
    /// one that is narrower than the widest of them is there in its own width too.
    pub fn widths(width: u32) -> impl Iterator<Item = u32> + Clone {
        let widest = WIDTHS.into_iter().max().map_or(width, |widest| widest.min(width));
        WIDTHS.into_iter().filter(move |&step| step < widest).chain([widest])
    }

    /// The file for who takes one only: a JPEG at most `most` pixels wide, or the
    /// whole picture where there are no smaller ones.
    pub fn at_most(&self, most: u32) -> String {
        let Some(hash) = &self.renditions else { return self.file.clone() };
        let width = Self::widths(self.width).take_while(|&width| width <= most).last();
        width.map_or_else(|| self.file.clone(), |width| Self::rendition(hash, width, Rendition::Jpeg))
    }

    /// The file for where it is shared, or read by a machine.
    pub fn shared(&self) -> String {
        self.at_most(1280)
    }

    /// The height that belongs to a width, at least a pixel.
    pub fn height_of(whole: (u32, u32), width: u32) -> u32 {
        let (whole, width) = ((u64::from(whole.0), u64::from(whole.1)), u64::from(width));
        u32::try_from(((whole.1 * width + whole.0 / 2) / whole.0.max(1)).max(1)).unwrap_or(u32::MAX)
    }

    /// The file of a rendition: the hash of all of them, the width, the type's ending.
    pub fn rendition(hash: &str, width: u32, kind: Rendition) -> String {
        format!("{hash}-{width}.{}", kind.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(width: u32) -> Vec<u32> {
        Picture::widths(width).collect()
    }

    #[test]
    fn no_rendition_is_wider_than_the_picture() {
        assert_eq!(widths(4000), WIDTHS);
        assert_eq!(widths(1600), WIDTHS);
        assert_eq!(widths(1000), [160, 320, 480, 640, 960, 1000]);
        assert_eq!(widths(160), [160]);
        assert_eq!(widths(12), [12]);
    }

    #[test]
    fn who_takes_one_file_gets_a_jpeg_or_what_there_is() {
        let drawing = Picture {
            file: "a.svg".to_owned(),
            alt: String::new(),
            width: 1000,
            height: 500,
            renditions: None,
            blur: String::new(),
        };
        assert_eq!(drawing.at_most(1280), "a.svg");
        let photo = Picture { renditions: Some("0f".to_owned()), ..drawing };
        assert_eq!((photo.at_most(1280), photo.at_most(700)), ("0f-1000.jpg".to_owned(), "0f-640.jpg".to_owned()));
        assert_eq!(photo.at_most(100), "a.svg", "there is none so narrow");
    }

    #[test]
    fn a_rendition_keeps_its_shape() {
        assert_eq!(Picture::height_of((4000, 3000), 1600), 1200);
        assert_eq!(Picture::height_of((1600, 1067), 480), 320);
        assert_eq!(Picture::height_of((9000, 2), 160), 1, "a line stays a line");
    }

    #[test]
    fn a_rendition_is_named_after_its_content_width_and_type() {
        assert_eq!(Picture::rendition("0f", 640, Rendition::Avif), "0f-640.avif");
        assert_eq!(Picture::rendition("0f", 640, Rendition::Jpeg), "0f-640.jpg");
    }
}
