//! Two templates in, the changes between them out: once as a tree with field paths, once as lines of text.
//!
//! [`compare`] reads two pod templates with the API's own list keys ([`list_keys`]) and returns [`Change`]s in reading order; [`apply()`] puts
//! them onto the older template and gives exactly the newer one. [`lines`] compares two texts line by line and marks what differs inside a
//! line; [`unified()`] and [`side_by_side()`] lay the lines out.
//!
//! Nothing here decides whether a difference matters: a default that was written out is a change like any other.
//!
//! ```
//! use rollscope_core::{Value, diff};
//!
//! let template = |image: &str| -> Value {
//!     serde_json::from_value(serde_json::json!({"spec": {"containers": [{"name": "web", "image": image}]}})).unwrap()
//! };
//! let (older, newer) = (template("nginx:1.23.1"), template("nginx:1.231"));
//!
//! let comparison = diff::compare(&older, &newer);
//! assert_eq!(comparison.changes[0].to_string(), r#"~ spec.containers[name=web].image: "nginx:1.23.1" -> "nginx:1.231""#);
//! assert_eq!(diff::apply(&comparison.changes, &older), Ok(newer));
//! ```

mod align;
pub mod apply;
pub mod change;
mod entries;
pub mod list_keys;
mod matching;
mod order;
mod pairs;
pub mod path;
pub mod side_by_side;
pub mod text;
mod trail;
pub mod tree;
pub mod unified;
pub mod words;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod random;

pub use apply::{ApplyError, Misfit, apply};
pub use change::{Change, Comparison, Note, Oddity, Op};
pub use entries::entries;
pub use path::{KeyValue, ParsePathError, Path, Segment};
pub use side_by_side::{Beside, side_by_side};
pub use text::{Line, LineOp, lines};
pub use tree::compare;
pub use unified::unified;
pub use words::{Run, words};
