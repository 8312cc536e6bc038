//! The darkroom: what comes from outside is opened in a process of its own, which has little memory, little time, and
//! can neither open a file nor a connection. Whatever a hostile picture does to it, the shop only hears that it ended.
//!
//! It is this same program, told so by a hidden command: `inside` is what runs there, `decode` reads, `sizes` writes,
//! `blur` makes what stands in a picture's place while it loads. The picture goes in through its standard input, and a
//! line of JSON with the files behind it comes out.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use domain::catalogue::Rendition;
use domain::codes;
use serde::{Deserialize, Serialize};

use super::NotKept;

mod blur;
mod decode;
mod inside;
mod sizes;
#[cfg(test)]
mod tests;

pub use inside::work;

codes! {
    /// What is done in the darkroom.
    Task {
        /// A picture from outside becomes one of our own, as large as it was.
        Develop = "develop",
        /// One of our own is made in every width and type.
        Reduce = "reduce",
        /// A picture from outside becomes two of our own: one to look at closely, and one to see at a glance.
        Snap = "snap",
    }
}

impl Task {
    /// Processor seconds it has. A picture of 40 megapixels takes two to develop and thirty to reduce.
    const fn seconds(self) -> u64 {
        match self {
            Task::Develop | Task::Snap => 20,
            Task::Reduce => 120,
        }
    }

    /// How long it is waited for: a busy machine gives it little of its time.
    const fn patience(self) -> Duration {
        Duration::from_secs(self.seconds() * 5)
    }
}

/// Bytes the darkroom may answer with: as many as a picture of 40 megapixels has at most, without loss.
const MOST_ANSWER: u64 = 200 << 20;
/// Bytes of the line that names the files.
const MOST_LINE: u64 = 64 << 10;

/// Where pictures are opened. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Darkroom {
    program: PathBuf,
}

/// A picture of our own making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Developed {
    /// How its file ends.
    pub ending: Ending,
    /// Width in pixels, as it is to be seen.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// What stands in its place while it loads; empty where nothing should.
    pub blur: String,
    /// Its file.
    pub bytes: Vec<u8>,
}

codes! {
    /// The types a picture of our own making has.
    Ending {
        /// JPEG.
        Jpeg = "jpg",
        /// PNG, where something shows through.
        Png = "png",
    }
}

/// A picture somebody has taken of something, made small enough to keep. Both are JPEG, whatever it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapped {
    /// Width of the larger one in pixels, as it is to be seen.
    pub width: u32,
    /// Height of the larger one in pixels.
    pub height: u32,
    /// The larger one's file.
    pub large: Vec<u8>,
    /// The smaller one's.
    pub small: Vec<u8>,
}

/// A smaller one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reduced {
    /// Width in pixels.
    pub width: u32,
    /// Type.
    pub kind: Rendition,
    /// Its file.
    pub bytes: Vec<u8>,
}

/// What the darkroom says first; the files follow in the order they are named in.
#[derive(Debug, Serialize, Deserialize)]
enum Answer {
    Refused(NotAPicture),
    Developed { ending: Ending, width: u32, height: u32, blur: String, length: usize },
    Reduced(Vec<(u32, Rendition, usize)>),
    Snapped { width: u32, height: u32, lengths: [usize; 2] },
}

/// Why something is not a picture the shop can show.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum NotAPicture {
    /// None of the types the darkroom reads.
    #[error("it is not a JPEG, PNG, WebP or GIF picture")]
    OtherKind,
    /// A type with a future that the darkroom cannot read.
    #[error("it is an AVIF or HEIC picture, which cannot be read here; save it as JPEG, PNG or WebP and import that")]
    Avif,
    /// It begins like a picture, and does not go on like one.
    #[error("it is a broken picture: {0}")]
    Broken(String),
    /// More pixels than allowed, or none.
    #[error("it is {width} by {height} pixels; at most {most} in all and {side} on a side are kept", most = super::MOST_PIXELS, side = super::MOST_SIDE)]
    OddSize {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// Its name says another kind than it is.
    #[error("it ends in .{ending} and is a {right} picture; name it .{right} if that is right")]
    Misnamed {
        /// How its name ends.
        ending: String,
        /// How it should.
        right: String,
    },
    /// It took more memory or time than any picture needs.
    #[error("it is a broken picture: opening it takes more memory or time than a picture may")]
    TooMuch,
}

impl Darkroom {
    /// In this program, also when a newer one was put in its place meanwhile.
    pub fn own() -> Self {
        let itself = PathBuf::from("/proc/self/exe");
        Self { program: if itself.exists() { itself } else { std::env::current_exe().unwrap_or(itself) } }
    }

    /// In another Cartwright.
    pub fn of(program: PathBuf) -> Self {
        Self { program }
    }

    /// Opens a picture from outside and makes one of our own of it: upright, in sRGB, with nothing but its pixels.
    pub fn develop(&self, bytes: &[u8]) -> Result<Developed, NotKept> {
        super::kind::look(bytes)?;
        match self.ask(Task::Develop, bytes)? {
            (Answer::Developed { ending, width, height, blur, .. }, mut files) if files.len() == 1 => {
                Ok(Developed { ending, width, height, blur, bytes: files.remove(0) })
            }
            _ => Err(NotKept::Darkroom("an answer to something else".to_owned())),
        }
    }

    /// Makes a picture of our own in every width and type.
    pub fn reduce(&self, bytes: &[u8]) -> Result<Vec<Reduced>, NotKept> {
        match self.ask(Task::Reduce, bytes)? {
            (Answer::Reduced(made), files) => {
                let made = made.into_iter().zip(files);
                Ok(made.map(|((width, kind, _), bytes)| Reduced { width, kind, bytes }).collect())
            }
            _ => Err(NotKept::Darkroom("an answer to something else".to_owned())),
        }
    }

    /// Opens a picture from outside and makes two of our own of it, as [`Snapped`] has them.
    pub fn snap(&self, bytes: &[u8]) -> Result<Snapped, NotKept> {
        super::kind::look(bytes)?;
        match self.ask(Task::Snap, bytes)? {
            (Answer::Snapped { width, height, .. }, files) => match <[Vec<u8>; 2]>::try_from(files) {
                Ok([large, small]) => Ok(Snapped { width, height, large, small }),
                Err(_) => Err(NotKept::Darkroom("an answer with other files".to_owned())),
            },
            _ => Err(NotKept::Darkroom("an answer to something else".to_owned())),
        }
    }

    fn ask(&self, task: Task, bytes: &[u8]) -> Result<(Answer, Vec<Vec<u8>>), NotKept> {
        let trouble = |error: std::io::Error| NotKept::Darkroom(error.to_string());
        let mut command = Command::new(&self.program);
        // No settings, no secrets, no folder of ours.
        command.args(["darkroom", task.code()]).env_clear().current_dir("/");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(trouble)?;
        let answer = exchange(&mut child, bytes, task.patience());
        child.wait().map_err(trouble)?;
        match answer? {
            (Answer::Refused(why), _) => Err(why.into()),
            answer => Ok(answer),
        }
    }
}

/// Hands the bytes in while it waits for what comes out, since either side may be slow.
fn exchange(child: &mut Child, bytes: &[u8], patience: Duration) -> Result<(Answer, Vec<Vec<u8>>), NotKept> {
    let (Some(mut into), Some(out)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(NotKept::Darkroom("it has no door".to_owned()));
    };
    std::thread::scope(|scope| {
        let (tell, told) = channel();
        scope.spawn(move || {
            // One that ends early does not take it all; what it said meanwhile counts.
            let _ = into.write_all(bytes);
        });
        scope.spawn(move || tell.send(read(out)));
        let answer = told.recv_timeout(patience).ok().flatten();
        // It has ended, or is to: one that says all and stays would keep the other door open.
        let _ = child.kill();
        // What breaks off was ended by its limits.
        answer.ok_or_else(|| NotAPicture::TooMuch.into())
    })
}

/// The answer, if it is whole. Nothing in it is believed that was not said in so many words: who took the darkroom over
/// may say what they like.
fn read(out: impl Read) -> Option<(Answer, Vec<Vec<u8>>)> {
    let mut out = BufReader::new(out.take(MOST_ANSWER));
    let mut line = String::new();
    out.by_ref().take(MOST_LINE).read_line(&mut line).ok()?;
    let answer = serde_json::from_str(&line).ok()?;
    let lengths: Vec<usize> = match &answer {
        Answer::Refused(_) => Vec::new(),
        Answer::Developed { length, .. } => vec![*length],
        Answer::Reduced(made) => made.iter().map(|(.., length)| *length).collect(),
        Answer::Snapped { lengths, .. } => lengths.to_vec(),
    };
    let mut files = Vec::with_capacity(lengths.len());
    for length in lengths {
        let mut file = Vec::new();
        out.by_ref().take(length as u64).read_to_end(&mut file).ok()?;
        if file.len() != length {
            return None;
        }
        files.push(file);
    }
    Some((answer, files))
}
