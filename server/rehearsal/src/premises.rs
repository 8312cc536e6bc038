//! The real shop on premises of its own: a data folder that goes away, a free port, and the program as it is shipped.

use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use tokio::io::AsyncWriteExt;
use tokio::process::Command;

use crate::client::Client;
use crate::disk::Disk;
use crate::trouble::{Outcome, wrong};

mod shop;

pub use shop::{Shop, processor_seconds};

/// Which program, and with what.
#[derive(Clone, Debug)]
pub struct Program {
    /// The binary.
    pub path: PathBuf,
    /// The built site.
    pub site: PathBuf,
    /// More settings, by the names of their variables.
    pub settings: Vec<(&'static str, String)>,
    /// The core it runs on, when it is measured.
    pub core: Option<u32>,
}

/// A place for a shop: it stays when the shop is killed and opened again.
pub struct Premises {
    program: Program,
    folder: tempfile::TempDir,
    /// The process whose mounts it is among, where its disk is a small one.
    disk: Option<Disk>,
    /// Where it listens.
    pub addr: SocketAddr,
}

impl Premises {
    /// Empty ones.
    pub fn new(program: &Program) -> Outcome<Self> {
        let addr = free_place()?;
        let folder = tempfile::Builder::new().prefix("rehearsal-").tempdir()?;
        Ok(Self { program: program.clone(), folder, disk: None, addr })
    }

    /// Empty ones whose data folder is a disk of so many mebibytes.
    pub async fn on_a_small_disk(program: &Program, mebibytes: u32) -> Outcome<Self> {
        let mut premises = Self::new(program)?;
        premises.disk = Some(Disk::mount(&premises.folder.path().join("data"), mebibytes).await?);
        Ok(premises)
    }

    /// With these goods on the shelves.
    pub async fn with_goods(program: &Program, csv: &str) -> Outcome<Self> {
        let premises = Self::new(program)?;
        premises.take_in(csv).await?;
        Ok(premises)
    }

    /// Imports these goods, whether the shop is open or not.
    pub async fn take_in(&self, csv: &str) -> Outcome<()> {
        let file = self.folder.path().join("goods.csv");
        std::fs::write(&file, csv)?;
        let file = file.to_string_lossy().into_owned();
        // Whatever else the shop is told to be, the shelves are filled with care.
        let mut import = self.command(&["import", &file, "--format", "shopify"]);
        let told = import.env_remove("CARTWRIGHT_CARELESS").output().await?;
        if told.status.success() {
            return Ok(());
        }
        wrong(format!(
            "the goods did not come in: {}{}",
            String::from_utf8_lossy(&told.stdout),
            String::from_utf8_lossy(&told.stderr)
        ))
    }

    /// Others like these, with all that is in the data folder of this closed shop.
    pub fn copy(&self) -> Outcome<Self> {
        let premises = Self::new(&self.program)?;
        copy_folder(&self.folder.path().join("data"), &premises.folder.path().join("data"))?;
        Ok(premises)
    }

    /// With so many goods made up.
    pub async fn with_made_up(program: &Program, count: usize) -> Outcome<Self> {
        let premises = Self::new(program)?;
        let told = premises.command(&["demo", "--products", &count.to_string()]).output().await?;
        if told.status.success() {
            return Ok(premises);
        }
        wrong(format!("the goods were not made up: {}", String::from_utf8_lossy(&told.stderr)))
    }

    /// What shoppers type.
    pub fn origin(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// A file of the data folder.
    pub fn file(&self, name: &str) -> PathBuf {
        let path = self.folder.path().join("data").join(name);
        self.disk.as_ref().map_or_else(|| path.clone(), |disk| disk.seen(&path))
    }

    /// A file beside the data folder.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, words: &[&str]) -> Command {
        let path = &self.program.path;
        let mut command = match (self.program.core, &self.disk) {
            (Some(core), _) => started("taskset", &["-c", &core.to_string()], path),
            (None, Some(disk)) => started("nsenter", &disk.inside(), path),
            (None, None) => Command::new(path),
        };
        command
            .args(words)
            .env("CARTWRIGHT_ADDR", self.addr.to_string())
            .env("CARTWRIGHT_ORIGIN", self.origin())
            .env("CARTWRIGHT_DATA", self.folder.path().join("data"))
            .env("CARTWRIGHT_SITE", &self.program.site)
            .env("CARTWRIGHT_DEMO", "off")
            .env("CARTWRIGHT_LIMITS", "off")
            .env("CARTWRIGHT_PACKING_AFTER", "0")
            .env("CARTWRIGHT_LOG", "warn")
            .envs(self.program.settings.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .kill_on_drop(true);
        command
    }

    /// Takes somebody in who may sit at the desk.
    pub async fn employ(&self, name: &str, password: &str) -> Outcome<()> {
        let mut adding = self.command(&["staff", "add", name]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
        let mut typed = adding.stdin.take().ok_or("no way to type a password")?;
        typed.write_all(password.as_bytes()).await?;
        drop(typed);
        if adding.wait().await?.success() { Ok(()) } else { wrong(format!("{name} was not taken in")) }
    }

    /// Lets the program copy its books into a file; why not, where it does not.
    pub async fn back_up(&self, to: &Path) -> Outcome<Result<(), String>> {
        self.say(&["backup", &to.to_string_lossy()]).await
    }

    /// Lets the program take its books from a file; why not, where it does not.
    pub async fn restore(&self, from: &Path) -> Outcome<Result<(), String>> {
        self.say(&["restore", &from.to_string_lossy()]).await
    }

    async fn say(&self, words: &[&str]) -> Outcome<Result<(), String>> {
        let told = self.command(words).output().await?;
        let why = || String::from_utf8_lossy(&told.stderr).trim().to_owned();
        Ok(if told.status.success() { Ok(()) } else { Err(why()) })
    }

    /// Folds the log of the books on a small disk in, so that it has no room of its own there.
    pub async fn fold(&self) -> Outcome<()> {
        let inside = self.disk.as_ref().map(Disk::inside).ok_or("there is no small disk")?;
        let mut fold = started("nsenter", &inside, &std::env::current_exe()?);
        let folded = fold.arg("fold").arg(self.folder.path().join("data/shop.sqlite")).output().await?;
        match folded.status.success() {
            true => Ok(()),
            false => wrong(format!("the log was not folded in: {}", String::from_utf8_lossy(&folded.stderr))),
        }
    }

    /// Opens the shop and waits until it is ready.
    pub async fn open(&self) -> Outcome<Shop> {
        let opened = self.try_open(&[]).await?;
        opened.map_err(|status| format!("the shop closed while opening, {status}\n{}", self.last_words()).into())
    }

    /// Opens the shop with more settings and waits until it is ready, or has ended.
    pub async fn try_open(&self, more: &[(&'static str, String)]) -> Outcome<Result<Shop, ExitStatus>> {
        let log = File::options().create(true).append(true).open(self.log())?;
        let begun = Instant::now();
        let mut child = self.command(&["serve"]).envs(more.iter().cloned()).stdout(log.try_clone()?).stderr(log).spawn()?;
        while begun.elapsed() < Duration::from_secs(60) {
            if let Some(status) = child.try_wait()? {
                return Ok(Err(status));
            }
            if self.is_ready().await {
                return Ok(Ok(Shop { child, ready: begun.elapsed() }));
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        wrong(format!("the shop was not ready within a minute\n{}", self.last_words()))
    }

    async fn is_ready(&self) -> bool {
        let request = format!("GET /readyz HTTP/1.1\r\nhost: {}\r\n\r\n", self.addr);
        let asked = tokio::time::timeout(Duration::from_secs(2), async {
            Client::new(self.addr).ask(request.as_bytes()).await.is_ok_and(|answer| answer.status == 200)
        });
        asked.await.unwrap_or(false)
    }

    /// What contradicts the books, by the shop's own audit; nothing when they are right.
    pub async fn audit(&self) -> Outcome<Vec<String>> {
        let told = self.command(&["audit"]).output().await?;
        let text = String::from_utf8_lossy(&told.stdout);
        let against = text.lines().filter(|line| line.starts_with("WRONG") || line.starts_with("      "));
        let mut against: Vec<String> = against.map(|line| format!("audit: {}", line.trim())).collect();
        if !told.status.success() && against.is_empty() {
            against.push(format!("audit: {}", String::from_utf8_lossy(&told.stderr).trim()));
        }
        if told.status.success() && !text.contains("The books are right") {
            against.push("audit: it said nothing".to_owned());
        }
        Ok(against)
    }

    /// What the shop has logged.
    pub fn logged(&self) -> String {
        std::fs::read_to_string(self.log()).unwrap_or_default()
    }

    fn last_words(&self) -> String {
        let text = self.logged();
        let lines: Vec<_> = text.lines().collect();
        lines[lines.len().saturating_sub(12)..].join("\n")
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("shop.log")
    }
}

/// A program that is started by another.
fn started(by: &str, words: &[&str], path: &Path) -> Command {
    let mut command = Command::new(by);
    command.args(words).arg(path);
    command
}

/// Where nobody listens, and nobody is given a port for a call of their own: systems give those from 32,768 on.
fn free_place() -> Outcome<SocketAddr> {
    const PORTS: (u16, u16) = (20_000, 32_000);
    static NEXT: AtomicU16 = AtomicU16::new(0);
    // Another rehearsal on the machine begins elsewhere.
    let apart = (std::process::id() % 100) as u16 * 120;
    for _ in PORTS.0..PORTS.1 {
        let at = apart.wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed)) % (PORTS.1 - PORTS.0);
        if let Ok(free) = TcpListener::bind((Ipv4Addr::LOCALHOST, PORTS.0 + at)) {
            return Ok(free.local_addr()?);
        }
    }
    wrong("no port is free".to_owned())
}

fn copy_folder(from: &Path, to: &Path) -> Outcome<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &to)?;
        } else {
            std::fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
