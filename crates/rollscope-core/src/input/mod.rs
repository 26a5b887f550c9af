//! Stage 1: bytes to objects.
//!
//! One text becomes frames (a document, an item of a list), a frame becomes an [`Object`]: its [`Identity`] read at once, its body when somebody asks.

mod object;
pub mod scalar;

pub use object::{Identity, Owner};
