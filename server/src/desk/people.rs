//! `cartwright staff ...`: who may sit at the desk.

use std::io::{BufRead, IsTerminal, Write};

use db::Database;
use domain::Never;
use domain::staff::{StaffName, strong};

/// Why it cannot be done.
#[derive(Debug, thiserror::Error)]
pub enum NotDone {
    /// Not a name.
    #[error(transparent)]
    Name(#[from] domain::staff::NotAName),
    /// Not a password.
    #[error(transparent)]
    Password(#[from] domain::staff::WeakPassword),
    /// The name is taken.
    #[error(transparent)]
    Taken(#[from] db::staff::NameTaken),
    /// Nobody has this name.
    #[error("nobody is called `{0}` here; `cartwright staff list` names everybody")]
    Nobody(String),
    /// The password cannot be read.
    #[error("the password cannot be read: {0}")]
    Unread(#[from] std::io::Error),
    /// The shop's own trouble.
    #[error(transparent)]
    Shop(#[from] db::Fault),
}

/// Takes somebody in, and tells how to come in.
pub async fn add(db: &Database, name: &str, origin: &str) -> Result<String, NotDone> {
    let name = StaffName::parse(name)?;
    let (password, told) = password(&name)?;
    let kept = db::staff::keep(&password)?;
    let who = name.clone();
    match db.write(move |tx| db::staff::add(tx, &who, &kept)).await {
        Ok(_) => Ok(format!("{} may sign in at {origin}/desk{told}", name.as_str())),
        Err(db::Error::Refused(taken)) => Err(taken.into()),
        Err(db::Error::Fault(fault)) => Err(fault.into()),
    }
}

/// Gives somebody another password; they are signed out everywhere.
pub async fn renew(db: &Database, name: &str) -> Result<String, NotDone> {
    let name = StaffName::parse(name)?;
    let (password, told) = password(&name)?;
    let kept = db::staff::keep(&password)?;
    let who = name.clone();
    let known = db.write::<_, Never>(move |tx| Ok(db::staff::renew(tx, &who, &kept)?)).await.map_err(db::Fault::from)?;
    if known {
        Ok(format!("{} has another password{told}", name.as_str()))
    } else {
        Err(NotDone::Nobody(name.as_str().to_owned()))
    }
}

/// Somebody works here no longer.
pub async fn remove(db: &Database, name: &str) -> Result<String, NotDone> {
    let name = StaffName::parse(name)?;
    let who = name.clone();
    let known = db.write::<_, Never>(move |tx| Ok(db::staff::leave(tx, &who)?)).await.map_err(db::Fault::from)?;
    if known {
        Ok(format!("{} is signed out, and stays in the log", name.as_str()))
    } else {
        Err(NotDone::Nobody(name.as_str().to_owned()))
    }
}

/// Everybody's name, a line each.
pub async fn list(db: &Database) -> Result<String, NotDone> {
    let all = db.read(db::staff::all).await?;
    let names: Vec<String> = all.into_iter().map(|(name, _)| name).collect();
    Ok(if names.is_empty() { "nobody yet; `cartwright staff add NAME` takes somebody in".to_owned() } else { names.join("\n") })
}

/// What is typed or piped in; one of chance where that is nothing, and then it is told.
fn password(name: &StaffName) -> Result<(String, String), NotDone> {
    let input = std::io::stdin();
    if input.is_terminal() {
        eprint!("Password for {} (it is shown as you type; nothing for one of chance): ", name.as_str());
        std::io::stderr().flush()?;
    }
    let mut typed = String::new();
    input.lock().read_line(&mut typed)?;
    let typed = typed.trim_end_matches(['\r', '\n']).to_owned();
    if typed.is_empty() {
        // 100 bits, in groups that can be read aloud.
        let secret = db::token::Token::mint()?;
        let groups: Vec<String> =
            secret.secret().as_bytes()[..25].chunks(5).map(|part| String::from_utf8_lossy(part).into()).collect();
        let password = groups.join("-");
        let told = format!("; the password is {password} and is not shown again");
        return Ok((password, told));
    }
    strong(&typed, name)?;
    Ok((typed, String::new()))
}
