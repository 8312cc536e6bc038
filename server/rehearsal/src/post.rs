//! A mail server of the rehearsal's own: it takes every letter, slowly if it is told so, and counts them by their Message-IDs.
//!
//! What it has taken counts, whatever became of its answer. It can be told to say when a letter has come to some moment of its way,
//! and to go no further: whoever sends it is killed then.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use crate::trouble::Outcome;

/// How often each letter came, by its Message-ID.
pub type Letters = BTreeMap<String, u32>;

/// So long a letter is held for whoever kills its sender.
const HELD: Duration = Duration::from_secs(5);

/// A moment of a letter's way here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Its sender has connected, and nobody has said anything.
    Connected,
    /// Its sender has named itself.
    Greeted,
    /// It is said who writes.
    Sender,
    /// It is said to whom.
    Recipient,
    /// It may begin.
    Opened,
    /// A part of it is here.
    Half,
    /// All of it is here, and that is not said yet.
    Taken,
    /// It is said that all of it is here.
    Answered,
}

impl Moment {
    /// All, in their order.
    pub const ALL: [Self; 8] =
        [Self::Connected, Self::Greeted, Self::Sender, Self::Recipient, Self::Opened, Self::Half, Self::Taken, Self::Answered];
}

/// The server. Dropped, it is gone.
pub struct Post {
    port: u16,
    counter: Arc<Counter>,
    server: tokio::task::JoinHandle<()>,
}

impl Drop for Post {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Post {
    /// Opens it; it answers so long after it has taken a letter.
    pub async fn open(slow: Duration) -> Outcome<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let port = listener.local_addr()?.port();
        let counter = Arc::new(Counter { slow, ..Counter::default() });
        let behind = Arc::clone(&counter);
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let behind = Arc::clone(&behind);
                // A shop that is killed hangs up in the middle.
                tokio::spawn(async move { drop(behind.serve(stream).await) });
            }
        });
        Ok(Self { port, counter, server })
    }

    /// The settings of a shop whose letters go there.
    pub fn settings(&self) -> [(&'static str, String); 2] {
        [("CARTWRIGHT_SMTP", format!("smtp://127.0.0.1:{}", self.port)), ("CARTWRIGHT_MAIL_FROM", "shop@example.com".to_owned())]
    }

    /// What it has taken.
    pub fn letters(&self) -> Letters {
        self.counter.letters.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How many letters it has taken.
    pub fn count(&self) -> usize {
        self.counter.letters.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Hears when the next letter comes to this moment; it goes no further. From now on each letter has a connection of its own.
    pub fn hold_at(&self, moment: Moment) -> oneshot::Receiver<()> {
        let (tell, told) = oneshot::channel();
        self.counter.hangs_up.store(true, Ordering::SeqCst);
        *self.counter.held.lock().unwrap_or_else(PoisonError::into_inner) = Some((moment, tell));
        told
    }
}

/// Where letters are taken.
#[derive(Default)]
struct Counter {
    letters: Mutex<Letters>,
    held: Mutex<Option<(Moment, oneshot::Sender<()>)>>,
    hangs_up: AtomicBool,
    slow: Duration,
}

impl Counter {
    /// A letter has come to this moment. It goes no further where somebody waits for that.
    async fn reach(&self, moment: Moment) -> std::io::Result<()> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner).take_if(|(at, _)| *at == moment);
        let Some((_, tell)) = held else { return Ok(()) };
        let _ = tell.send(());
        tokio::time::sleep(HELD).await;
        Err(ErrorKind::ConnectionAborted.into())
    }

    async fn serve(&self, stream: TcpStream) -> std::io::Result<()> {
        stream.set_nodelay(true)?;
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        self.reach(Moment::Connected).await?;
        write.write_all(b"220 rehearsal\r\n").await?;
        while let Some(line) = lines.next_line().await? {
            let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
            match verb.as_str() {
                "EHLO" => {
                    self.reach(Moment::Greeted).await?;
                    write.write_all(b"250-rehearsal\r\n250 8BITMIME\r\n").await?;
                }
                "DATA" => {
                    write.write_all(b"354 go on\r\n").await?;
                    self.reach(Moment::Opened).await?;
                    let mut id = String::new();
                    loop {
                        // What has no end has not come: its sender hung up in the middle of it.
                        let line = lines.next_line().await?.ok_or(ErrorKind::UnexpectedEof)?;
                        if line == "." {
                            break;
                        }
                        if let Some(rest) = line.strip_prefix("Message-ID: <").filter(|_| id.is_empty()) {
                            rest.split('@').next().unwrap_or_default().clone_into(&mut id);
                            self.reach(Moment::Half).await?;
                        }
                    }
                    *self.letters.lock().unwrap_or_else(PoisonError::into_inner).entry(id).or_default() += 1;
                    self.reach(Moment::Taken).await?;
                    tokio::time::sleep(self.slow).await;
                    write.write_all(b"250 taken\r\n").await?;
                    self.reach(Moment::Answered).await?;
                    if self.hangs_up.load(Ordering::SeqCst) {
                        return Ok(());
                    }
                }
                "QUIT" => return write.write_all(b"221 bye\r\n").await,
                other => {
                    match other {
                        "MAIL" => self.reach(Moment::Sender).await?,
                        "RCPT" => self.reach(Moment::Recipient).await?,
                        _ => {}
                    }
                    write.write_all(b"250 ok\r\n").await?;
                }
            }
        }
        Ok(())
    }
}
