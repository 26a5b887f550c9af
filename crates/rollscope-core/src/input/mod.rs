//! Stage 1: bytes to objects.
//!
//! ```text
//! bytes ─ decode ─► text ─ frame ─► documents and items ─ reader ─► objects: identity now, body on demand
//!                            │                              │
//!                 split_yaml, split_json                yaml, json ─► trees ─ shape, identity
//! ```
//!
//! A [`Session`] takes sources in chunks and reads them in steps. Its promise: whatever the bytes are, it ends soon, keeps every object that
//! can be read, and says with file, line and column what cannot. What may not be what was meant is said too.
//!
//! Splitting looks at text only and is checked by the reader; see `frame.rs`. YAML has kubectl's meaning (see [`scalar`]), and its parser is named
//! in `yaml.rs` alone, as the one for JSON is in `json.rs`.

mod decode;
mod frame;
pub(crate) mod identity;
mod json;
mod object;
mod reader;
pub mod scalar;
mod session;
mod shape;
mod source;
mod split_json;
mod split_yaml;
mod yaml;

pub use frame::Format;
pub use object::{Identity, Object, Owner};
pub use session::{Progress, Reading, Session, SourceSummary};
