//! kubectl's own text, to the letter.

#[cfg(test)]
mod cases;
mod container;
mod emitter;
mod environment;
mod fields;
mod go_text;
pub mod history;
mod key_order;
mod labels;
mod number;
pub mod pod_template;
pub mod print;
mod probe;
pub mod rollout;
mod scalar_style;
mod selector;
pub mod tabwriter;
mod timestamp;
mod version;
mod volume;
mod writer;

pub use version::Version;
