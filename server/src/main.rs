//! The program: reads its command, its settings and the clock, and says what went wrong.

#![recursion_limit = "512"]

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use cartwright::books;
use cartwright::config::{Config, Values, help};
use cartwright::desk::people;
use cartwright::export;
use cartwright::import::{Format, Import};
use cartwright::pictures::darkroom::{Task, work};
use cartwright::pictures::finish::finish;
use cartwright::pictures::{Darkroom, Media};
use cartwright::places;
use cartwright::search;
use cartwright::serve::{Clock, Trouble, data_folder, serve};
use clap::{Args, Parser, Subcommand};
use domain::time::Timestamp;

#[cfg(not(target_env = "msvc"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// An online shop that stays with the order.
#[derive(Parser)]
#[command(version, after_help = help(), args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: Serve,
}

#[derive(Subcommand)]
enum Command {
    /// Opens the shop; what happens when no command is given.
    #[command(after_help = help())]
    Serve(Serve),
    /// Checks the books and names what contradicts them; exit code 1 if anything does.
    Audit(Settings),
    /// Takes in the products of FILE, a catalogue of another shop, and tells row by row what happened.
    Import {
        /// A product CSV, or one of translations or of prices in other currencies.
        file: PathBuf,
        /// Whose: auto, shopify, woocommerce, vendure, spree, medusa.
        #[arg(long, default_value = "auto", value_parser = format)]
        format: Format,
        /// A TOML file that says which column is which, for anything else.
        #[arg(long, value_name = "FILE", conflicts_with = "format")]
        map: Option<PathBuf>,
        /// Only tells what would change.
        #[arg(long)]
        dry_run: bool,
        /// Leaves it to the shop to make photos smaller, and does not wait for it.
        #[arg(long)]
        no_wait: bool,
        #[command(flatten)]
        settings: Settings,
    },
    /// Writes all goods into FILE, a CSV that imports again to the same shop, and their pictures beside it.
    Export {
        /// The CSV; one that is there is replaced.
        file: PathBuf,
        #[command(flatten)]
        settings: Settings,
    },
    /// Fills the shop with the demo goods.
    Demo {
        /// So many products, made up of the demo goods: for trying out large catalogues.
        #[arg(long)]
        products: Option<usize>,
        #[command(flatten)]
        settings: Settings,
    },
    /// Who may sit at the desk, where goods are looked after.
    Staff {
        #[command(subcommand)]
        what: Staff,
        #[command(flatten)]
        settings: Settings,
    },
    /// Makes the search index anew, also while the shop is open.
    Reindex(Settings),
    /// Takes in the postcodes of FILE, a postal code file of GeoNames, for the countries in it.
    Places {
        /// Such as `LV.txt`.
        file: PathBuf,
        #[command(flatten)]
        settings: Settings,
    },
    /// Copies the database into FILE, also while the shop is open.
    Backup {
        /// The copy; must not exist yet.
        file: PathBuf,
        #[command(flatten)]
        settings: Settings,
    },
    /// Opens a picture from outside, in a process that may do nothing else; the shop calls it.
    #[command(hide = true)]
    Darkroom {
        /// What to do with it.
        #[arg(value_parser = task)]
        task: Task,
    },
    /// Puts a backup in the database's place; the shop must be closed. The old database is kept aside.
    Restore {
        /// A file `backup` made.
        file: PathBuf,
        #[command(flatten)]
        settings: Settings,
    },
}

#[derive(Subcommand)]
enum Staff {
    /// Takes somebody in; the password is read from the standard input, or made up where that is empty.
    Add {
        /// The name to sign in with.
        name: String,
    },
    /// Gives somebody another password and signs them out.
    Password {
        /// Their name.
        name: String,
    },
    /// Takes somebody's key away.
    Remove {
        /// Their name.
        name: String,
    },
    /// Names everybody.
    List,
}

#[derive(Args)]
struct Serve {
    /// Prints the settings, secrets masked, and ends.
    #[arg(long)]
    print_config: bool,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Args)]
struct Settings {
    /// TOML file with settings; the environment beats it.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Settings {
    fn values(&self) -> Result<Values, Trouble> {
        let read = |path: &PathBuf| {
            std::fs::read_to_string(path).map_err(|error| Trouble::SettingsFile { path: path.clone(), why: error.to_string() })
        };
        let file = self.config.as_ref().map(read).transpose()?;
        Ok(Values::gather(file.as_deref(), std::env::vars())?)
    }

    fn read(&self) -> Result<Config, Trouble> {
        Ok(Config::read(&self.values()?)?)
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    run(cli.command.unwrap_or(Command::Serve(cli.serve))).await.unwrap_or_else(|trouble| {
        eprintln!("cartwright: {trouble}");
        ExitCode::from(trouble.code())
    })
}

async fn run(command: Command) -> Result<ExitCode, Trouble> {
    let clock: Clock = Arc::new(now);
    match command {
        Command::Serve(Serve { print_config: true, settings }) => print!("{}", settings.values()?.shown()),
        Command::Serve(Serve { settings, .. }) => {
            let config = settings.read()?;
            log(&config);
            serve(config, clock).await?;
        }
        Command::Import { file, format, map, dry_run, no_wait, settings } => {
            let config = settings.read()?;
            let db = data_folder::visit_or_make(&config, clock)?;
            let media = Media::open(&config.data, &Darkroom::own()).map_err(Trouble::room("the pictures"))?;
            let (mut out, map) = (std::io::stdout(), map.as_deref());
            let import = Import { db: &db, media: &media, file: &file, format, map, dry_run };
            let code = cartwright::import::run(import, &mut out).await.map_err(Trouble::room("the report"))?;
            if !dry_run && !no_wait {
                finish(&db, &media, &config.data, &mut out).await?;
            }
            return Ok(ExitCode::from(code));
        }
        Command::Darkroom { task } => work(task).map_err(Trouble::room("the darkroom"))?,
        Command::Export { file, settings } => {
            let config = settings.read()?;
            let db = data_folder::visit(&config, clock)?;
            let written = export::run(&db, &config.data, &file).await?;
            println!("{} products are written to {}, {} pictures beside it", written.products, file.display(), written.pictures);
        }
        Command::Staff { what, settings } => {
            let config = settings.read()?;
            let db = data_folder::visit_or_make(&config, clock)?;
            let told = match what {
                Staff::Add { name } => people::add(&db, &name, config.origin.as_str()).await,
                Staff::Password { name } => people::renew(&db, &name).await,
                Staff::Remove { name } => people::remove(&db, &name).await,
                Staff::List => people::list(&db).await,
            };
            match told {
                Ok(told) => println!("{told}"),
                Err(why) => {
                    eprintln!("{why}");
                    return Ok(ExitCode::from(1));
                }
            }
        }
        Command::Demo { products, settings } => {
            let config = settings.read()?;
            let db = data_folder::visit_or_make(&config, clock)?;
            let filled = cartwright::shop::demo(&config, &db, products).await?;
            println!("{filled}");
        }
        Command::Places { file, settings } => {
            let db = data_folder::visit_or_make(&settings.read()?, clock)?;
            for (country, count) in places::load(&db, &file).await.map_err(Trouble::room("the places"))? {
                println!("{}: {count} places", country.code());
            }
        }
        Command::Reindex(settings) => {
            let db = data_folder::visit(&settings.read()?, clock)?;
            let entries = search::reindex(&db).await.map_err(Trouble::room("the search index"))?;
            println!("{entries} entries are in the search index");
        }
        Command::Audit(settings) => {
            let db = data_folder::visit(&settings.read()?, clock)?;
            return Ok(ExitCode::from(u8::from(!books::audit(&db, &mut std::io::stdout()).await?)));
        }
        Command::Backup { file, settings } => {
            books::backup(&data_folder::visit(&settings.read()?, clock)?, &file)?;
            println!("The database is copied to {}", file.display());
        }
        Command::Restore { file, settings } => {
            let kept = books::restore(&settings.read()?, clock, &file)?;
            println!("{} is the shop's database now", file.display());
            if let Some(kept) = kept {
                println!("The one before is kept in {}", kept.display());
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Whose file it is, as typed.
fn format(code: &str) -> Result<Format, String> {
    Format::from_code(code).ok_or_else(|| "one of auto, shopify, woocommerce, vendure, spree, medusa".to_owned())
}

/// What is to be done in the darkroom, as this program says it to itself.
fn task(code: &str) -> Result<Task, String> {
    Task::from_code(code).ok_or_else(|| "one of develop, reduce, snap".to_owned())
}

/// The one clock.
fn now() -> Timestamp {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

fn log(config: &Config) {
    let filter = tracing_subscriber::EnvFilter::new(&config.log);
    let to = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    let to = to.with_ansi(std::io::stderr().is_terminal());
    if config.log_json { to.json().init() } else { to.init() }
}
