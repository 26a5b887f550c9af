//! Stage 7: answers, as data and as kubectl's own text.
//!
//! One file and one function a question: [`overview()`], [`history()`], [`diff()`], [`undo()`]. The page, the command line and the library show what they
//! return ([`answer`]) and add nothing.

pub mod answer;
mod commands;
mod diff;
mod history;
pub mod kubectl;
mod overview;
mod undo;

pub use crate::rollout::{Outcome, State};
pub use diff::{Side, diff, diff_with};
pub use history::history;
pub use overview::overview;
pub use undo::undo;
