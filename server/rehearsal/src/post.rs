//! A mail server of the rehearsal's own: it takes every letter, slowly if it is told so, and counts them by their Message-IDs.
//!
//! What it has taken counts, whatever became of its answer.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use crate::trouble::Outcome;

/// How often each letter came, by its Message-ID.
pub type Letters = BTreeMap<String, u32>;

/// The server. Dropped, it is gone.
pub struct Post {
    port: u16,
    letters: Arc<Mutex<Letters>>,
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
        let letters = Arc::new(Mutex::new(Letters::new()));
        let taken = Arc::clone(&letters);
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let taken = Arc::clone(&taken);
                // A shop that is killed hangs up in the middle.
                tokio::spawn(async move { drop(serve(stream, &taken, slow).await) });
            }
        });
        Ok(Self { port, letters, server })
    }

    /// The settings of a shop whose letters go there.
    pub fn settings(&self) -> [(&'static str, String); 2] {
        [("CARTWRIGHT_SMTP", format!("smtp://127.0.0.1:{}", self.port)), ("CARTWRIGHT_MAIL_FROM", "shop@example.com".to_owned())]
    }

    /// What it has taken.
    pub fn letters(&self) -> Letters {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How many letters it has taken.
    pub fn count(&self) -> usize {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

async fn serve(stream: TcpStream, taken: &Mutex<Letters>, slow: Duration) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 rehearsal\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" => write.write_all(b"250-rehearsal\r\n250 8BITMIME\r\n").await?,
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                let mut id = String::new();
                while let Some(line) = lines.next_line().await? {
                    if line == "." {
                        break;
                    }
                    if let Some(rest) = line.strip_prefix("Message-ID: <").filter(|_| id.is_empty()) {
                        rest.split('@').next().unwrap_or_default().clone_into(&mut id);
                    }
                }
                *taken.lock().unwrap_or_else(PoisonError::into_inner).entry(id).or_default() += 1;
                tokio::time::sleep(slow).await;
                write.write_all(b"250 taken\r\n").await?;
            }
            "QUIT" => return write.write_all(b"221 bye\r\n").await,
            _ => write.write_all(b"250 ok\r\n").await?,
        }
    }
    Ok(())
}
