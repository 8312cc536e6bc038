//! Open, leaving, closed: the stages of a process that stops without losing anybody.

use std::time::Duration;

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// How far the end has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Serving.
    Open,
    /// Still serving, but the balancer in front is told to send nobody more.
    Leaving,
    /// Nobody new; those who are here finish.
    Closing,
}

/// The stage, seen by whoever must know. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Life(watch::Sender<Stage>);

impl Life {
    /// An open shop.
    pub fn new() -> Self {
        Self(watch::Sender::new(Stage::Open))
    }

    /// Whether new visitors are wanted.
    pub fn is_open(&self) -> bool {
        *self.0.borrow() == Stage::Open
    }

    /// Moves on to a later stage.
    pub fn enter(&self, stage: Stage) {
        self.0.send_if_modified(|now| {
            let later = stage > *now;
            *now = stage.max(*now);
            later
        });
    }

    /// Returns when the stage is reached.
    pub async fn until(&self, stage: Stage) {
        // The sender lives as long as `self`, so the wait only ends by what it waits for.
        let _ = self.0.subscribe().wait_for(|now| *now >= stage).await;
    }

    /// Leaves at SIGTERM or SIGINT.
    pub async fn follow_signals(self) {
        let (Ok(mut term), Ok(mut interrupt)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt())) else {
            tracing::warn!("no signals on this machine; the shop closes only when its process is ended");
            return;
        };
        tokio::select! {
            _ = term.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("leaving");
        self.enter(Stage::Leaving);
    }

    /// From leaving to closing: after `pause`, or as soon as nobody is being served.
    pub async fn close_after(self, pause: Duration, is_busy: impl Fn() -> bool) {
        self.until(Stage::Leaving).await;
        let quiet = async {
            while is_busy() {
                tokio::time::sleep(Duration::from_millis(25)).await;
            }
        };
        // Which of the two it was makes no difference.
        let _ = tokio::time::timeout(pause, quiet).await;
        self.enter(Stage::Closing);
    }
}

impl Default for Life {
    fn default() -> Self {
        Self::new()
    }
}
