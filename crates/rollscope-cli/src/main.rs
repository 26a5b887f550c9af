//! `rollscope`: what the core answers, on the command line.
//!
//! [`arguments`] says what can be asked, [`export`] reads what it is asked of, and each file under `commands` is one command: it asks the core and prints
//! what it returns. Rules of Kubernetes are not to be found here.
#![allow(clippy::disallowed_methods, reason = "files, arguments and the clock of progress are the business of the command line")]

mod arguments;
mod commands;
mod export;
mod failure;
mod output;
mod style;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    style::choose(arguments.common.color);
    match commands::run(&arguments) {
        Ok(status) => ExitCode::from(status),
        Err(failure) => {
            anstream::eprintln!("{failure}");
            ExitCode::from(failure.status)
        }
    }
}
