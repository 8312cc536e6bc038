//! Inside the darkroom: the limits first, then the work.

use std::io::{Read, Write};

use rustix::process::{Resource, Rlimit, nice, setrlimit};

use super::{Answer, MOST_ANSWER, NotAPicture, Task, decode, sizes};

/// Bytes of memory it may have: a picture of 40 megapixels takes 600 MiB with everything made of it.
const MEMORY: u64 = 1 << 30;

/// Does one task between standard input and standard output. Nothing else of the shop runs in this process.
pub fn work(task: Task) -> std::io::Result<()> {
    limit(task)?;
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(MOST_ANSWER).read_to_end(&mut bytes)?;
    let (answer, files) = done(task, &bytes).unwrap_or_else(|why| (Answer::Refused(why), Vec::new()));
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}", serde_json::to_string(&answer)?)?;
    for file in files {
        out.write_all(&file)?;
    }
    out.flush()
}

/// None of it can be taken back, not by this process either. No file can be written or opened, which is also to say:
/// no connection. Shoppers come before what nobody waits for.
fn limit(task: Task) -> std::io::Result<()> {
    let most = [
        (Resource::As, MEMORY),
        (Resource::Cpu, task.seconds()),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
        (Resource::Nofile, 0),
    ];
    for (resource, most) in most {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    if task == Task::Reduce {
        nice(10)?;
    }
    Ok(())
}

fn done(task: Task, bytes: &[u8]) -> Result<(Answer, Vec<Vec<u8>>), NotAPicture> {
    let picture = decode::decode(bytes)?;
    match task {
        Task::Develop => {
            let developed = sizes::whole(&picture)?;
            let length = developed.bytes.len();
            let (ending, width, height, blur) = (developed.ending, developed.width, developed.height, developed.blur);
            Ok((Answer::Developed { ending, width, height, blur, length }, vec![developed.bytes]))
        }
        Task::Snap => {
            let sizes::Snap { width, height, files } = sizes::snap(&picture)?;
            let lengths = [files[0].len(), files[1].len()];
            Ok((Answer::Snapped { width, height, lengths }, files.into()))
        }
        Task::Reduce => {
            let made = sizes::all(&picture)?;
            let named = made.iter().map(|one| (one.width, one.kind, one.bytes.len())).collect();
            Ok((Answer::Reduced(named), made.into_iter().map(|one| one.bytes).collect()))
        }
    }
}
