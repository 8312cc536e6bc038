//! Rehearses the shop as it is shipped: `torture` is unkind to it, `bench` measures it.

mod bench;
mod books;
mod chance;
mod client;
mod counter;
mod disk;
mod fakepay;
mod goods;
mod page;
mod people;
mod post;
mod premises;
mod sealed;
mod shopper;
mod torture;
mod trouble;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::premises::Program;
use crate::trouble::Outcome;

#[cfg(not(target_env = "msvc"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Rehearses the shop: unkind to it, or with a stopwatch.
#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Args)]
struct Where {
    /// The shop's program.
    #[arg(long)]
    program: PathBuf,
    /// The built site.
    #[arg(long)]
    site: PathBuf,
    /// Only these, by name: t1 to t18 and controls, or b1 to b10.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
}

#[derive(Subcommand)]
enum Command {
    /// Proves the shop's promises by being unkind to it.
    Torture {
        #[command(flatten)]
        place: Where,
        /// A program built with `--features careless`: every run must fail on it.
        #[arg(long)]
        careless: Option<PathBuf>,
        /// Where chance begins; by default the clock says.
        #[arg(long)]
        seed: Option<u64>,
        /// Many more rounds.
        #[arg(long)]
        long: bool,
        /// How many guesses at what there is, and at what there is not, t18 measures of each kind.
        #[arg(long, default_value_t = 2000, value_parser = clap::value_parser!(u32).range(10..=20_000))]
        guesses: u32,
        /// A page whose table of evidence is written anew when everything passed: README.md.
        #[arg(long, value_name = "FILE")]
        write: Option<PathBuf>,
    },
    /// Measures pages, checkouts, memory and sizes.
    Bench {
        #[command(flatten)]
        place: Where,
        /// The browser's half before it was optimised, with its names.
        #[arg(long)]
        wasm: Option<PathBuf>,
    },
    /// Folds the log of a shop's books in and leaves nothing of its file: for books on a disk that only few processes see.
    #[command(hide = true)]
    Fold {
        /// The books.
        file: PathBuf,
    },
    /// Serves the answer that a page gave, by axum alone: what a page from the cache is measured against.
    ServeBare {
        /// Address to listen on.
        addr: std::net::SocketAddr,
        /// File of the answer's head.
        head: PathBuf,
        /// File of the answer's body.
        body: PathBuf,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(trouble) => {
            eprintln!("rehearsal: {trouble}");
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Outcome<bool> {
    match command {
        Command::Torture { place, careless, seed, long, guesses, write } => {
            let program = Program { path: whole(place.program)?, site: whole(place.site)?, settings: vec![], core: None };
            let careless = careless.map(whole).transpose()?;
            let clock = || std::time::UNIX_EPOCH.elapsed().map(|since| since.as_secs()).unwrap_or_default();
            let seed = seed.unwrap_or_else(clock);
            let plan = torture::Plan { program, careless, long, seed, guesses, only: place.only, write };
            torture::run(&plan)
        }
        Command::Bench { place, wasm } => {
            let (path, site) = (whole(place.program)?, whole(place.site)?);
            let program = Program { path, site, settings: vec![], core: Some(bench::SHOP_CORE) };
            one_thread()?.block_on(bench::run(&bench::Plan { program, wasm, only: place.only }))
        }
        Command::Fold { file } => {
            let log = one_thread()?.block_on(books::none_left(&file, books::FOLD, books::SOON))?;
            Ok(log == 0)
        }
        // As many threads as the machine gives, as the shop has.
        Command::ServeBare { addr, head, body } => {
            let many = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
            many.block_on(bench::bare::serve(addr, &head, &body))?;
            Ok(true)
        }
    }
}

/// What a run goes on: one thread, so that the shop has the others.
fn one_thread() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}

/// A path from the top, since a program may be started from elsewhere.
fn whole(path: PathBuf) -> Outcome<PathBuf> {
    Ok(std::fs::canonicalize(&path).map_err(|error| format!("{}: {error}", path.display()))?)
}
