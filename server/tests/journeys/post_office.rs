//! A mail server on this machine, as contrary as real ones: it takes letters, refuses them at any step, breaks off, or says nothing.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::tcp::OwnedWriteHalf;
use tokio::net::{TcpListener, TcpStream};

/// What it does with the letters that come from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Takes them.
    Takes,
    /// Says at the recipient that there is no such box.
    NoSuchBox,
    /// Says at the recipient that it should be tried later.
    Busy,
    /// Says at the recipient that the box is full.
    Full,
    /// Says at the recipient that it relays nothing for the shop.
    NoRelay,
    /// Refuses the sender.
    NotYou,
    /// Refuses the letter after it has read it.
    Spam,
    /// Takes the letter and breaks off before it says so.
    BreaksOff,
    /// Reads and says nothing.
    Hangs,
}

/// A letter as it came.
#[derive(Clone, Debug)]
pub struct Letter {
    pub to: String,
    pub text: String,
}

impl Letter {
    /// A header's value, unfolded; empty when there is none.
    pub fn header(&self, name: &str) -> String {
        let head = self.text.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ").replace("\r\n\t", " ");
        let start = format!("{}:", name.to_lowercase());
        let found = head.split("\r\n").find(|line| line.to_lowercase().starts_with(&start));
        found.map(|line| line[start.len()..].trim().to_owned()).unwrap_or_default()
    }
}

/// The server.
pub struct PostOffice {
    pub port: u16,
    mood: Arc<Mutex<Mood>>,
    letters: Arc<Mutex<Vec<Letter>>>,
}

impl PostOffice {
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let office = Self {
            port: listener.local_addr().unwrap().port(),
            mood: Arc::new(Mutex::new(Mood::Takes)),
            letters: Arc::default(),
        };
        let (mood, letters) = (office.mood.clone(), office.letters.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (mood, letters) = (mood.clone(), letters.clone());
                // Whoever hangs up has said all there is to say.
                tokio::spawn(async move { drop(serve(stream, mood, letters).await) });
            }
        });
        office
    }

    pub fn is(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    pub fn letters(&self) -> Vec<Letter> {
        self.letters.lock().unwrap().clone()
    }

    /// The settings of a shop that hands its letters over here.
    pub fn settings(&self) -> String {
        format!(
            "smtp = \"smtp://127.0.0.1:{}\"\nmail_from = \"shop@example.com\"\nmail_reply_to = \"help@example.com\"",
            self.port
        )
    }
}

async fn say(line: &mut OwnedWriteHalf, text: &str) -> std::io::Result<()> {
    line.write_all(format!("{text}\r\n").as_bytes()).await
}

async fn serve(stream: TcpStream, mood: Arc<Mutex<Mood>>, letters: Arc<Mutex<Vec<Letter>>>) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let mood = || *mood.lock().unwrap();
    if mood() == Mood::Hangs {
        std::future::pending::<()>().await;
    }
    say(&mut write, "220 office").await?;
    let mut to = String::new();
    while let Some(line) = lines.next_line().await? {
        let verb = line.split(' ').next().unwrap_or_default().to_uppercase();
        match (verb.as_str(), mood()) {
            (_, Mood::Hangs) => std::future::pending::<()>().await,
            ("EHLO", _) => write.write_all(b"250-office\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n").await?,
            ("MAIL", Mood::NotYou) => say(&mut write, "550 5.7.1 we do not know you").await?,
            ("RCPT", Mood::NoSuchBox) => say(&mut write, "550 5.1.1 nobody of that name").await?,
            ("RCPT", Mood::Full) => say(&mut write, "552 5.2.2 the box is full").await?,
            ("RCPT", Mood::NoRelay) => say(&mut write, "550 5.7.1 relaying denied").await?,
            ("RCPT", Mood::Busy) => say(&mut write, "451 4.2.1 come back later").await?,
            ("RCPT", _) => {
                to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                say(&mut write, "250 ok").await?;
            }
            ("DATA", _) => {
                say(&mut write, "354 go on").await?;
                let mut text = String::new();
                while let Some(line) = lines.next_line().await? {
                    if line == "." {
                        break;
                    }
                    text.push_str(line.strip_prefix('.').unwrap_or(&line));
                    text.push_str("\r\n");
                }
                if mood() == Mood::Spam {
                    say(&mut write, "554 5.6.0 we do not like it").await?;
                    continue;
                }
                letters.lock().unwrap().push(Letter { to: to.clone(), text });
                if mood() == Mood::BreaksOff {
                    return Ok(());
                }
                say(&mut write, "250 2.0.0 taken as 1").await?;
            }
            ("QUIT", _) => return say(&mut write, "221 bye").await,
            _ => say(&mut write, "250 ok").await?,
        }
    }
    Ok(())
}
