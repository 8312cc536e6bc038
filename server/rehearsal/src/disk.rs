//! A disk of the rehearsal's own, small enough to be filled: memory that is mounted where only its own processes see it, so that
//! nobody needs to be the machine's administrator.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::trouble::{Outcome, wrong};

/// A mounted disk. Dropped, it is gone.
pub struct Disk {
    _holder: Child,
    id: String,
}

impl Disk {
    /// Mounts so many mebibytes at a folder, which is made.
    pub async fn mount(at: &Path, mebibytes: u32) -> Outcome<Self> {
        std::fs::create_dir_all(at)?;
        let script = format!("mount -t tmpfs -o size={mebibytes}m,mode=0700 tmpfs \"$0\" && echo $$ && exec sleep infinity");
        let mut holder = Command::new("unshare")
            .args(["--map-root-user", "--mount", "sh", "-c", &script])
            .arg(at)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let says = holder.stdout.take().ok_or("the disk says nothing")?;
        match BufReader::new(says).lines().next_line().await? {
            Some(id) => Ok(Self { _holder: holder, id }),
            None => wrong("no disk could be mounted; it needs user namespaces, as every usual Linux has them".to_owned()),
        }
    }

    /// The words that start a program among its mounts.
    pub fn inside(&self) -> [&str; 5] {
        ["--preserve-credentials", "--user", "--mount", "--target", &self.id]
    }

    /// Where a file on it is for those who are not.
    pub fn seen(&self, path: &Path) -> PathBuf {
        PathBuf::from(format!("/proc/{}/root{}", self.id, path.display()))
    }
}
