//! Stage 5: what would happen.
//!
//! [`undo()`] finds the revision that `kubectl rollout undo` goes to and the object it leaves; [`status()`] has the sentences of `kubectl rollout status`, and
//! [`state`] how far a rollout has come. [`stateful_set`] finds the pods that an undo alone does not repair.

#![warn(clippy::arithmetic_side_effects, reason = "numbers of an export are whatever its author wrote")]

pub mod state;
pub mod stateful_set;
pub mod status;
pub mod undo;

pub use state::{Assessment, State};
pub use status::{Status, status};
pub use undo::{Outcome, Undo, undo};
