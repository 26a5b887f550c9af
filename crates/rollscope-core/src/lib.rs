//! Kubernetes rollout history from exported objects: text in, data out.
//!
//! The folders are the stages of one flow, each of which may use those before it and none behind it:
//! [`input`] turns bytes into objects, [`model`] gives them the shape rollouts need, [`history`] rebuilds revisions, [`diff`] compares two
//! templates, [`rollout`] says what an undo would do, and [`report`] states the answers as data and as kubectl's own text.
//!
//! The core has no files, clock, environment, threads or randomness: what it needs to know of the world is an argument.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable, clippy::indexing_slicing)]
#![cfg_attr(not(test), warn(clippy::string_slice))]
#![warn(clippy::print_stdout, clippy::print_stderr, clippy::exit)]

pub mod diagnostic;
pub mod diff;
pub mod error;
pub mod history;
pub mod input;
pub mod limits;
pub mod metadata;
pub mod model;
mod order;
pub mod report;
pub mod rollout;
#[cfg(test)]
mod testing;
pub mod time;
pub mod value;

pub use diagnostic::{Diagnostic, Location, Problem, Severity};
pub use error::Error;
pub use limits::Limits;
pub use time::Time;
pub use value::{Map, Value};
