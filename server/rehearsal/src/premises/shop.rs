//! An open shop: asked to close, killed, or looked at from outside.

use std::path::Path;
use std::process::ExitStatus;
use std::time::Duration;

use tokio::process::{Child, Command};

use crate::trouble::{Outcome, wrong};

/// An open shop. Dropped, it is killed.
pub struct Shop {
    pub(super) child: Child,
    /// How long from the start of the process to the first "ready".
    pub ready: Duration,
}

impl Shop {
    /// Ends the process at once, wherever it is.
    pub async fn kill(mut self) -> Outcome<()> {
        self.child.kill().await?;
        Ok(())
    }

    /// Asks the shop to close and waits until it has.
    pub async fn close(self) -> Outcome<()> {
        match self.leave().await?.success() {
            true => Ok(()),
            false => wrong("the shop closed, but not well".to_owned()),
        }
    }

    /// Asks the shop to close, unless it has ended already; how it ended.
    pub async fn leave(mut self) -> Outcome<ExitStatus> {
        if let Some(ended) = self.child.try_wait()? {
            return Ok(ended);
        }
        let id = self.pid().to_string();
        Command::new("kill").args(["-TERM", &id]).status().await?;
        let ended = self.ended(Duration::from_secs(30)).await?;
        ended.ok_or_else(|| "the shop did not close within 30 seconds".into())
    }

    /// How the shop ended by itself, if it does so soon.
    pub async fn ended(&mut self, soon: Duration) -> Outcome<Option<ExitStatus>> {
        Ok(tokio::time::timeout(soon, self.child.wait()).await.ok().transpose()?)
    }

    /// The process's id; 0 when it has ended.
    pub fn pid(&self) -> u32 {
        self.child.id().unwrap_or(0)
    }

    /// Resident memory in bytes.
    pub fn resident(&self) -> Outcome<u64> {
        resident(Path::new(&format!("/proc/{}/status", self.pid())))
    }
}

/// Processor seconds a process has used so far, to a hundredth.
pub fn processor_seconds(pid: u32) -> Outcome<f64> {
    /// `getconf CLK_TCK` on every Linux there is.
    const TICKS: f64 = 100.0;
    let text = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
    // After the name in brackets, user time is the 12th word and system time the 13th.
    let words: Vec<_> = text.rsplit_once(')').map(|(_, rest)| rest.split_whitespace().collect()).unwrap_or_default();
    match words.get(11..13) {
        Some([user, system]) => Ok((user.parse::<f64>()? + system.parse::<f64>()?) / TICKS),
        _ => wrong("no times in /proc".to_owned()),
    }
}

fn resident(status: &Path) -> Outcome<u64> {
    let text = std::fs::read_to_string(status)?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").trim().parse()?;
    Ok(kilobytes * 1024)
}
