//! Several runs at once: each has a shop, a folder and a port of its own, and most wait more than they work.

use std::collections::VecDeque;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};

use tokio::runtime::Runtime;

use super::evidence::Record;
use super::{Job, Plan, Seen};
use crate::trouble::Outcome;

/// The longest first, so that none is begun when the others are done already.
const LONGEST: [&str; 5] = ["t3", "t14", "t16", "t5", "t10"];

/// How many run at once: as there are cores, and one that waits.
pub fn at_once() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from) + 1
}

/// Runs them, so many at once, and keeps what came of each as it ends.
pub fn run(plan: &Plan, mut jobs: Vec<Job>, lanes: usize, record: &mut Record) -> Outcome<()> {
    jobs.sort_by_key(|job| LONGEST.iter().position(|name| job.is(name)).unwrap_or(LONGEST.len()));
    let queue = Mutex::new(VecDeque::from(jobs));
    let (tell, told) = channel();
    std::thread::scope(|scope| {
        for _ in 0..lanes {
            let (queue, tell, runtime) = (&queue, tell.clone(), crate::one_thread()?);
            scope.spawn(move || lane(plan, &runtime, queue, &tell));
        }
        drop(tell);
        told.into_iter().for_each(|seen| record.add(seen));
        Ok(())
    })
}

fn lane(plan: &Plan, runtime: &Runtime, queue: &Mutex<VecDeque<Job>>, tell: &Sender<Seen>) {
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    while let Some(job) = next() {
        if tell.send(runtime.block_on(job.done(plan))).is_err() {
            return;
        }
    }
}
