//! `rollscope`: what the core answers, on the command line.
//!
//! [`arguments`] says what can be asked, [`export`] reads what it is asked of, and each file under `commands` is one command: it asks the core and prints
//! what it returns. Rules of Kubernetes are not to be found here.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "files, arguments and the clock of progress are the business of the command line"
)]

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
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(refusal) => return refused(&refusal),
    };
    style::choose(arguments.common.color);
    match commands::run(&arguments) {
        Ok(status) => ExitCode::from(status),
        Err(failure) => {
            anstream::eprintln!("{failure}");
            ExitCode::from(failure.status)
        }
    }
}

/// Arguments that fit no command. kubectl's commands end with 1 then, as kubectl does; help and version are answers.
fn refused(refusal: &clap::Error) -> ExitCode {
    // What cannot be printed because nobody reads it is no failure of its own.
    let _ = refusal.print();
    match refusal.exit_code() {
        0 => ExitCode::SUCCESS,
        _ if arguments::are_of_kubectl(std::env::args_os()) => ExitCode::FAILURE,
        _ => ExitCode::from(2),
    }
}
