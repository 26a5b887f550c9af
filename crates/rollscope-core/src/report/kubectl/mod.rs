//! kubectl's own text, to the letter.

mod emitter;
mod key_order;
mod number;
pub mod pod_template;
pub mod print;
mod scalar_style;
mod timestamp;
mod version;

pub use version::Version;
