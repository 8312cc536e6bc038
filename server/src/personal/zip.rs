//! A ZIP file in memory, as APPNOTE 6.3 has it: deflated, names in UTF-8, less than four gigabytes.
//!
//! A hundred lines over the compression the shop has already, in place of one more crate.

use std::io::{self, Write};

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// Version 2.0 of the format, which knows folders and deflate.
const VERSION: u16 = 20;
/// Names are in UTF-8 (bit 11 of the flags).
const UTF8: u16 = 1 << 11;
const DEFLATED: u16 = 8;
/// 1 January 1980, the first day the format knows: when it was written is told by whoever carries the file.
const DAY: u16 = (1 << 5) | 1;

/// A file of files.
#[derive(Default)]
pub struct Zip {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

impl Zip {
    /// Puts a file in.
    pub fn add(&mut self, name: &str, content: &[u8]) -> io::Result<()> {
        let mut crc = Crc::new();
        crc.update(content);
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::default());
        packed.write_all(content)?;
        let packed = packed.finish()?;
        let at = long(self.bytes.len())?;
        let mut head = Vec::new();
        shorts(&mut head, &[VERSION, UTF8, DEFLATED, 0, DAY]);
        longs(&mut head, &[crc.sum(), long(packed.len())?, long(content.len())?]);
        shorts(&mut head, &[short(name.len())?, 0]);
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&head);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(packed);
        self.directory.extend(b"PK\x01\x02");
        shorts(&mut self.directory, &[VERSION]);
        self.directory.extend(head);
        // No comment, the first disk, nothing said of it inside or outside.
        shorts(&mut self.directory, &[0, 0, 0, 0, 0]);
        longs(&mut self.directory, &[at]);
        self.directory.extend(name.as_bytes());
        self.count = self.count.checked_add(1).ok_or_else(too_much)?;
        Ok(())
    }

    /// The whole of it.
    pub fn ended(mut self) -> io::Result<Vec<u8>> {
        let (at, size) = (long(self.bytes.len())?, long(self.directory.len())?);
        self.bytes.extend(self.directory);
        self.bytes.extend(b"PK\x05\x06");
        shorts(&mut self.bytes, &[0, 0, self.count, self.count]);
        longs(&mut self.bytes, &[size, at]);
        shorts(&mut self.bytes, &[0]);
        Ok(self.bytes)
    }
}

fn too_much() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, "more than a ZIP file holds")
}

fn long(count: usize) -> io::Result<u32> {
    u32::try_from(count).map_err(|_| too_much())
}

fn short(count: usize) -> io::Result<u16> {
    u16::try_from(count).map_err(|_| too_much())
}

fn shorts(bytes: &mut Vec<u8>, all: &[u16]) {
    bytes.extend(all.iter().flat_map(|one| one.to_le_bytes()));
}

fn longs(bytes: &mut Vec<u8>, all: &[u32]) {
    bytes.extend(all.iter().flat_map(|one| one.to_le_bytes()));
}
