//! Sets up, builds, serves and tests rollscope: `cargo xtask build`, `serve` and `test`.
//!
//! Each command installs what it misses, says what it does, and does nothing twice. This program has no dependencies, so that it is compiled
//! and running within seconds of a fresh clone; the heavy part of the work, writing the bindings of the WebAssembly core, is a crate of its
//! own (`crates/bindgen`), which is built only when it is needed.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this program is about files, processes and times; only the core must have none of them"
)]

mod arguments;
mod browser;
mod page;
mod progress;
mod project;
mod run;
mod serve;
mod setup;
mod sizes;
mod stamp;
mod test;

use arguments::Task;
use project::Project;
use run::Result;
use std::process::ExitCode;

fn main() -> ExitCode {
    let task = match Task::parse(std::env::args().skip(1)) {
        Ok(task) => task,
        Err(message) => {
            eprintln!("error: {message}\n\n{}", arguments::HELP);
            return ExitCode::from(2);
        }
    };
    match perform(&task) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all went well; an error is what ended the task before its end.
fn perform(task: &Task) -> Result<bool> {
    match task {
        Task::Help => println!("{}", arguments::HELP),
        Task::Build => page::build(&Project::find()?)?,
        Task::Serve { port, open } => {
            let project = Project::find()?;
            page::build(&project)?;
            serve::serve(&project.page(), *port, *open)?;
        }
        Task::Test => return test::test(&Project::find()?),
    }
    Ok(true)
}
