//! One line for each step of a build: its number, what it does, how long it took.

use crate::run::Result;
use std::io::{IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

/// What a step had to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    Work,
    Nothing,
}

pub(crate) struct Steps {
    total: usize,
    count: usize,
}

impl Steps {
    pub(crate) fn new(total: usize) -> Self {
        Self { total, count: 0 }
    }

    /// Does the step and prints its line: `[2/6] building the WebAssembly core …  12.3 s`.
    pub(crate) fn step(&mut self, title: &str, work: impl FnOnce() -> Result<Done>) -> Result<Done> {
        self.count += 1;
        let line = format!("[{}/{}] {title} …", self.count, self.total);
        let started = Instant::now();
        print(&line);
        let result = while_counting_seconds(&line, work);
        match &result {
            Ok(Done::Work) => println!("  {}", seconds(started.elapsed())),
            Ok(Done::Nothing) => println!("  up to date"),
            Err(_) => println!("  failed after {}", seconds(started.elapsed())),
        }
        result
    }
}

/// A duration as it is printed everywhere here.
pub(crate) fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

/// On a terminal the seconds go on, so that a minute of work does not look like a hang.
fn while_counting_seconds<T>(line: &str, work: impl FnOnce() -> T) -> T {
    if !std::io::stdout().is_terminal() {
        return work();
    }
    let (finished, listener) = mpsc::channel::<()>();
    let result = std::thread::scope(|scope| {
        scope.spawn(move || {
            let started = Instant::now();
            while let Err(RecvTimeoutError::Timeout) = listener.recv_timeout(Duration::from_secs(1)) {
                print(&format!("\r{line}  {} s", started.elapsed().as_secs()));
            }
        });
        let result = work();
        drop(finished);
        result
    });
    print(&format!("\r{line}"));
    result
}

/// Printing without a line's end needs a flush to be seen.
fn print(text: &str) {
    print!("{text}");
    // A closed pipe is no reason to stop a build.
    let _ = std::io::stdout().flush();
}
